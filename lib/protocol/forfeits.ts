import type { Earnings } from './earnings'
import { pendingEarnings } from './earnings'
import type { RewardSplit } from './reward-split'
import type { Address, DelegatorRecord, Factors, TranscoderRecord } from './types'
import { sameAddress } from './types'

/** What claiming now costs. */
export type Forfeit =
  /** Nothing is lost. */
  | { forfeits: false; reason: 'no-stake' | 'already-claimed' | 'delegate-inactive' | 'reward-called' }
  /** The delegate has not called reward yet: `reward` wei of LPT of this round are lost to this account; null when unknown. */
  | { forfeits: true; reward: bigint | null }

/**
 * What an action that claims (bond, unbond, rebond, transferBond, withdrawFees, claimEarnings) forfeits when done now,
 * before the delegate's reward call of this round (contracts.md 6.6). `expected` is `rewardSplit` of the delegate as if it
 * called now, null when that could not be read. Fees of tickets redeemed later in the round are lost too, but nobody can
 * know them: they are not in the figure. The figure is exact as long as nothing else changes first.
 */
export function forfeitOfClaimingNow(input: {
  account: Address
  delegator: Pick<DelegatorRecord, 'bondedAmount' | 'fees' | 'delegateAddress' | 'lastClaimRound'>
  currentRound: bigint
  delegate: Pick<TranscoderRecord, 'lastRewardRound' | 'cumulativeRewards' | 'cumulativeFees'> & {
    active: boolean
  }
  start: Factors
  end: Factors
  expected: RewardSplit | null
}): Forfeit {
  const { delegator, delegate, currentRound, expected } = input
  if (delegator.bondedAmount === 0n) return { forfeits: false, reason: 'no-stake' }
  if (delegator.lastClaimRound >= currentRound) return { forfeits: false, reason: 'already-claimed' }
  if (!delegate.active) return { forfeits: false, reason: 'delegate-inactive' }
  if (delegate.lastRewardRound >= currentRound) return { forfeits: false, reason: 'reward-called' }
  if (expected === null) return { forfeits: true, reward: null }
  const now: Earnings = pendingEarnings({ ...input, delegate })
  const waited = pendingEarnings({
    ...input,
    end: { ...input.end, rewardFactorP27: expected.rewardFactorP27 },
    delegate: { ...delegate, cumulativeRewards: expected.cumulativeRewards },
  })
  // An orchestrator that claims first still gets its commission, but nothing through the factors.
  const kept = sameAddress(delegator.delegateAddress, input.account) ? expected.commission : 0n
  const lost = waited.stake - now.stake - kept
  return { forfeits: true, reward: lost > 0n ? lost : 0n }
}
