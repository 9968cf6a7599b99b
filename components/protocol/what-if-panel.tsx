import { Chart } from '@/components/charts/chart'
import {
  inflationChart,
  mostRoundsAhead,
  rateText,
  supplyChart,
  type WhatIf,
  whatIf,
} from '@/components/protocol/what-if'
import { Amount } from '@/components/ui/amount'
import { Button } from '@/components/ui/button'
import { inputClasses } from '@/components/ui/input-classes'
import { Notice } from '@/components/ui/notice'
import type { ProtocolView } from '@/lib/data/types'
import { aboutDuration } from '@/lib/format/duration'
import { countOf, formatInteger } from '@/lib/format/number'
import { percentP9 } from '@/lib/format/percent'

/** What becomes of inflation and supply if the bonded share stays at some value (7.6): a plain form, so it needs no script. */
export function WhatIfPanel({
  ask,
  protocol,
  round,
}: {
  ask: WhatIf
  protocol: ProtocolView
  /** The running round: the path starts with the next one. */
  round: number
}) {
  const result = whatIf(
    {
      inflationP9: protocol.inflationP9,
      inflationChangeP9: protocol.inflationChangeP9,
      targetBondingRateP9: protocol.targetBondingRateP9,
      activeStake: protocol.nextActiveStakeWei,
      supply: protocol.totalSupplyWei,
    },
    ask,
    BigInt(protocol.roundLengthBlocks),
  )
  const grownWei = result.supplyThenWei - result.supplyNowWei
  return (
    <div className="space-y-5">
      <form
        action="/protocol#what-if"
        method="get"
        className="flex flex-wrap items-end gap-3"
        data-print="hide"
      >
        <label>
          <span className="block pb-1 text-small font-medium">Bonded share, %</span>
          <input
            name="bonded"
            inputMode="decimal"
            maxLength={12}
            defaultValue={rateText(result.bondedP9)}
            className={`${inputClasses} !w-32`}
          />
        </label>
        <label>
          <span className="block pb-1 text-small font-medium">Rounds ahead</span>
          <input
            name="rounds"
            inputMode="numeric"
            maxLength={String(mostRoundsAhead).length}
            defaultValue={ask.rounds}
            className={`${inputClasses} !w-32`}
          />
        </label>
        <Button type="submit">Show</Button>
      </form>
      {ask.objection && (
        <Notice tone="wait" title={ask.objection} role="alert">
          Until then this shows today’s share and a year.
        </Notice>
      )}
      <p className="max-w-text" aria-live="polite">
        With {percentP9(result.bondedP9)} bonded for {countOf(ask.rounds, 'round')} (
        {aboutDuration(result.seconds)}
        ), inflation goes from {percentP9(result.inflationNowP9, { places: 5 })} a round to{' '}
        <strong className="font-semibold">{percentP9(result.inflationThenP9, { places: 5 })}</strong>, and the
        supply grows by up to{' '}
        <strong className="font-semibold">
          <Amount wei={grownWei} unit="LPT" places={0} />
        </strong>{' '}
        to <Amount wei={result.supplyThenWei} unit="LPT" places={0} />.
      </p>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
        <Chart
          spec={inflationChart(result, round)}
          empty="There is no supply to inflate."
          file="livepeer-inflation-path"
        />
        <Chart
          spec={supplyChart(result, round)}
          empty="There is no supply to inflate."
          file="livepeer-supply-path"
        />
      </div>
      <p className="max-w-text text-small text-ink-quiet">
        Assumes that every round from {formatInteger(round + 1)} on is started, that the bonded share stays as
        given, and that all that may be minted is minted: missed reward calls make it less.
      </p>
    </div>
  )
}
