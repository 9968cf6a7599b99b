import { compareHref } from '@/components/orchestrators/compare-query'
import type { ListRow } from '@/components/orchestrators/list-row'
import { OrchestratorName } from '@/components/orchestrators/orchestrator-cell'
import { CallsCount, ThisRoundCall } from '@/components/orchestrators/reward-call-cells'
import { StandingBadge } from '@/components/orchestrators/standing-badge'
import { IntentLink } from '@/components/ui/intent-link'
import { Cell, RowHeadCell, rowClasses } from '@/components/ui/table'
import { Unknown } from '@/components/ui/unknown'
import { shortenAddress } from '@/lib/format/address'

/** On phones a row is a card: two columns of figures, each under its label. */
const card = 'max-sm:grid max-sm:h-auto max-sm:grid-cols-3 max-sm:gap-x-3 max-sm:gap-y-3 max-sm:py-4'
const field =
  'max-sm:block max-sm:p-0 max-sm:text-left max-sm:before:block max-sm:before:text-small max-sm:before:text-ink-quiet max-sm:before:content-[attr(data-label)]'

/** One orchestrator: a row from 640 px, a card below. */
export function OrchestratorTableRow({ row }: { row: ListRow }) {
  return (
    <tr className={`group ${rowClasses} ${card}`}>
      <RowHeadCell
        stuck
        className="group-hover:bg-raised max-sm:static max-sm:col-span-3 max-sm:block max-sm:p-0 max-sm:group-hover:bg-transparent"
      >
        <span className="flex items-center gap-2">
          <span
            className="w-7 shrink-0 text-right text-small text-ink-quiet"
            title={row.rank === null ? 'Not in the pool' : 'Rank by stake'}
          >
            {row.rank ?? '·'}
          </span>
          <OrchestratorName address={row.address} name={row.name} />
          <IntentLink
            href={compareHref([row.address])}
            className="ml-auto rounded-sm px-1 text-small text-ink-quiet underline-offset-4 hover:underline focus-visible:opacity-100 sm:opacity-0 sm:group-hover:opacity-100 pointer-coarse:opacity-100"
            data-print="hide"
          >
            Compare<span className="sr-only"> {row.name ?? shortenAddress(row.address)}</span>
          </IntentLink>
        </span>
      </RowHeadCell>
      <Cell align="end" data-label="Stake, LPT" className={`whitespace-nowrap ${field} max-sm:col-span-2`}>
        <span title={`${row.stakeExact} LPT`} className="font-medium">
          {row.stake}
        </span>
        <span
          className="ml-2 inline-block text-ink-quiet sm:w-[6ch]"
          title="Share of the next round’s active stake"
        >
          {row.rank === null ? '' : row.share}
        </span>
      </Cell>
      <Cell align="end" data-label="Delegators" className={field}>
        {row.delegators ?? <Unknown reason="Not known: the index did not answer" />}
      </Cell>
      <Cell align="end" data-label="Reward cut" className={field}>
        {row.rewardCut}
      </Cell>
      <Cell align="end" data-label="Fee cut" className={field}>
        {row.feeCut}
      </Cell>
      <Cell align="end" data-label="Fees 90 d, ETH" className={field}>
        {row.fees === null ? (
          <Unknown reason="Not known: the index did not answer" />
        ) : (
          <span
            title={`${row.feesExact} ETH`}
            className={row.feesExact === '0' ? 'text-ink-quiet' : undefined}
          >
            {row.fees}
          </span>
        )}
      </Cell>
      <Cell align="end" data-label="Calls 30" className={field}>
        <CallsCount calls={row.calls30} />
      </Cell>
      <Cell align="end" data-label="Calls 90" className={`${field} max-sm:hidden`}>
        <CallsCount calls={row.calls90} />
      </Cell>
      <Cell data-label="This round" className={field}>
        <ThisRoundCall state={row.thisRound} />
      </Cell>
      <Cell data-label="Next round" className={field}>
        <StandingBadge standing={row.standing} />
      </Cell>
    </tr>
  )
}
