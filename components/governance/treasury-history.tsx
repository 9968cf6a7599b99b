import { Chart } from '@/components/charts/chart'
import { balanceChart, inflowChart } from '@/components/governance/treasury-charts'
import type { TreasuryFlowsView } from '@/lib/data/treasury-flows'
import { fixedAmount } from '@/lib/format/amount'
import { formatDate } from '@/lib/format/date'
import { formatInteger } from '@/lib/format/number'

/**
 * The treasury's balance and its inflow, round by round, from the chain's own logs.
 * @param ceilingWei null where it is not known now
 */
export function TreasuryHistory({
  flows,
  ceilingWei,
}: {
  flows: TreasuryFlowsView
  ceilingWei: bigint | null
}) {
  const { rounds } = flows
  return (
    <div className="space-y-4">
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
        <Chart
          spec={balanceChart(rounds, ceilingWei)}
          empty="No round began in the blocks this node still gives logs of."
          file="livepeer-treasury-balance"
        />
        <Chart
          spec={inflowChart(rounds)}
          empty="No round began in the blocks this node still gives logs of."
          file="livepeer-treasury-inflow"
        />
      </div>
      {rounds.length > 0 && <p className="text-small text-ink-quiet">{rangeWords(flows)}</p>}
    </div>
  )
}

/** What came and went in the rounds shown, and how far back they were read. */
export function rangeWords({ rounds, complete, fromBlock, fromAt }: TreasuryFlowsView): string {
  const sum = (weiOf: (round: TreasuryFlowsView['rounds'][number]) => bigint) =>
    fixedAmount(
      rounds.reduce((total, round) => total + weiOf(round), 0n),
      0,
    )
  const first = rounds[0]?.round ?? 0
  const last = rounds.at(-1)?.round ?? 0
  const otherIn = sum(({ otherInWei }) => otherInWei)
  const flows = [
    `${sum(({ rewardsWei }) => rewardsWei)} LPT came from rewards`,
    ...(otherIn === '0' ? [] : [`${otherIn} LPT came otherwise`]),
    `${sum(({ outWei }) => outWei)} LPT was paid out`,
  ]
  const reach = complete
    ? ''
    : ` Logs were read back to block ${formatInteger(fromBlock)} of ${formatDate(fromAt)}; what happened before is not in these sums.`
  return `Rounds ${formatInteger(first)} to ${formatInteger(last)}: ${flows.slice(0, -1).join(', ')} and ${flows.at(-1)}.${reach}`
}
