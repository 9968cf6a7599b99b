import { Amount, AmountFigure } from '@/components/ui/amount'
import { BigFigure, FigureRow } from '@/components/ui/figures'
import type { LedgerView } from '@/lib/data/ledger-types'
import type { AsOf } from '@/lib/data/types'
import { formatDate } from '@/lib/format/date'
import { countOf, formatInteger } from '@/lib/format/number'
import { percentP9 } from '@/lib/format/percent'

/** What an account's stake brought over its life: rewards, fees, yield, and what missed calls cost. */
export function LedgerFigures({ ledger, asOf }: { ledger: LedgerView; asOf: AsOf }) {
  const { totals } = ledger
  const source = `Chain, block ${formatInteger(asOf.block)}, with events of the index`
  const first = ledger.lines[0]
  return (
    <FigureRow>
      <BigFigure
        label="Rewards earned"
        explanation="LPT that rewards added to this stake since its first round: pending stake less all principal, to the wei."
        value={<AmountFigure wei={totals.rewardWei} unit="LPT" places={4} source={source} />}
        note={first && <>since {formatDate(first.startedAt)}</>}
      />
      <BigFigure
        label="Fees earned"
        explanation="ETH that tickets brought to this stake, what was withdrawn included."
        value={<AmountFigure wei={totals.feesWei} unit="ETH" places={4} source={source} />}
        note={
          totals.withdrawnFeesWei > 0n && (
            <>
              <Amount wei={totals.withdrawnFeesWei} unit="ETH" places={6} /> of it withdrawn
            </>
          )
        }
      />
      <BigFigure
        label="Realised yield"
        explanation="Rewards on the stake held in each round, compounded (time-weighted): stake put in or taken out does not change it. Fees are not in it."
        value={percentP9(totals.yieldP9, { places: 3 })}
        note={
          ledger.yearlyP9 !== null && (
            <>
              {percentP9(ledger.yearlyP9)} a year at this pace, over {countOf(ledger.elapsedRounds, 'round')}
            </>
          )
        }
      />
      <BigFigure
        label="Not earned"
        explanation="An estimate: what reward calls that the orchestrator missed would have brought, less the treasury's part and the cut, and rewards that came in a round after earnings were claimed in it."
        value={<AmountFigure wei={totals.missedWei} unit="LPT" places={4} source={`Estimate. ${source}`} />}
        note={
          <>
            {countOf(totals.missedRounds, 'missed call')}, {countOf(totals.earlyRounds, 'early claim')}
          </>
        }
      />
    </FigureRow>
  )
}
