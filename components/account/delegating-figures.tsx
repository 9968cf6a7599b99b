import { Amount, AmountFigure } from '@/components/ui/amount'
import { BigFigure, FigureRow } from '@/components/ui/figures'
import type { AsOf, DelegatingView } from '@/lib/data/types'
import { formatInteger } from '@/lib/format/number'
import { percentP9 } from '@/lib/format/percent'

/** Stake, fees, what they grew from, and the account's weight in the network. */
export function DelegatingFigures({ account, asOf }: { account: DelegatingView; asOf: AsOf }) {
  const chain = `Chain, block ${formatInteger(asOf.block)}`
  return (
    <FigureRow>
      <BigFigure
        label="Stake"
        explanation="Bonded LPT with the rewards it has earned and not claimed yet: what this account owns now."
        value={<AmountFigure wei={account.pendingStakeWei} unit="LPT" source={chain} />}
        note={
          account.pendingRewardsWei > 0n && (
            <>
              <Amount wei={account.pendingRewardsWei} unit="LPT" /> of it since round{' '}
              {formatInteger(account.lastClaimRound)}
            </>
          )
        }
      />
      <BigFigure
        label="Fees to withdraw"
        explanation="ETH from tickets that its orchestrators shared, collected and not withdrawn."
        value={<AmountFigure wei={account.pendingFeesWei} unit="ETH" places={4} source={chain} />}
        note={
          account.withdrawnFeesWei !== null && (
            <>
              <Amount wei={account.withdrawnFeesWei} unit="ETH" places={4} /> withdrawn so far
            </>
          )
        }
      />
      <BigFigure
        label="Rewards so far"
        explanation="Stake now plus all that was ever unbonded, less all LPT ever put in."
        value={
          <AmountFigure
            wei={account.lifetimeRewardsWei}
            unit="LPT"
            source={`${chain} and index`}
            unknownReason="Not known now: the index, which counts what was put in, did not answer or is behind"
          />
        }
        note={
          account.principalWei !== null && (
            <>
              <Amount wei={account.principalWei} unit="LPT" /> put in
            </>
          )
        }
      />
      <BigFigure
        label="Share of active stake"
        explanation="This stake out of all stake bonded to active orchestrators."
        value={percentP9(account.networkShareP9, { places: 4 })}
        note={
          account.delegate && !account.delegate.active && 'its orchestrator is not active: none of it counts'
        }
      />
    </FigureRow>
  )
}
