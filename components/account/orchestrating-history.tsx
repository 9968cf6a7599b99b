import {
  cutChart,
  feeChart,
  rewardChart,
  stakeChart,
  yieldChart,
} from '@/components/account/orchestrating-charts'
import { Chart } from '@/components/charts/chart'
import type { ChartSpec } from '@/components/charts/chart-data'
import type { OrchestratingRecord } from '@/lib/data/orchestrating-record'
import type { AsOf } from '@/lib/data/types'
import { percentP6, percentP9 } from '@/lib/format/percent'
import { P6 } from '@/lib/protocol/fixed-point'

const noIndex = 'Not known now: past rounds come from the index, which did not answer.'

/** A chart whose source did not answer: the same place, with the reason instead of a drawing. */
function silent(name: string, unit: string): ChartSpec {
  return { name, kind: 'line', axis: { name: '' }, unit, points: [], tickText: [] }
}

/** What an orchestrator did over time, each chart failing alone. */
export function OrchestratingHistory({
  id,
  record,
  asOf,
}: {
  /** Start of the downloads' names. */
  id: string
  record: OrchestratingRecord
  asOf: AsOf
}) {
  const { rounds, feeDays, cuts, cutsNow, yields } = record
  const newest = yields?.at(-1)?.figure
  const now = asOf.timestamp
  return (
    <div className="grid gap-x-12 gap-y-10 md:grid-cols-2">
      <Chart
        spec={rounds ? stakeChart(rounds) : silent('Stake', 'LPT')}
        empty={rounds ? 'It has not been in the active set in this window.' : noIndex}
        file={`${id}-stake`}
      />
      <Chart
        spec={rounds ? rewardChart(rounds) : silent('Rewards', 'LPT minted')}
        empty={rounds ? 'No reward was minted in this window.' : noIndex}
        file={`${id}-rewards`}
      />
      <Chart
        spec={yields ? yieldChart(yields) : silent('Realised yield', 'a year')}
        figure={newest?.state === 'known' && percentP9(newest.yearlyLptP9)}
        empty={
          yields
            ? 'It has not been in the active set for 30 rounds yet.'
            : 'Not known now: the chain did not answer for past rounds.'
        }
        file={`${id}-yield`}
      />
      <Chart
        spec={feeDays ? feeChart(feeDays, now) : silent('Fees', 'ETH a day')}
        empty={feeDays ? 'No ticket was redeemed in the last 90 days.' : noIndex}
        file={`${id}-fees`}
      />
      <Chart
        spec={cuts ? cutChart('reward', cuts, cutsNow, now) : silent('Reward cut', '180 days')}
        figure={percentP6(cutsNow.rewardCutP6)}
        empty={noIndex}
        file={`${id}-reward-cut`}
      />
      <Chart
        spec={cuts ? cutChart('fee', cuts, cutsNow, now) : silent('Fee cut', '180 days')}
        figure={percentP6(P6 - cutsNow.feeShareP6)}
        empty={noIndex}
        file={`${id}-fee-cut`}
      />
    </div>
  )
}
