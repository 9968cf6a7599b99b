import { isAddressEqual, zeroAddress } from 'viem'
import { delegatorStatus } from '@/lib/protocol/delegator-status'
import type { PlanState } from '@/lib/transaction/state'
import type { Position, StakeStatus } from '@/lib/transaction/types'

/** What a staking call finds once it has claimed the account's earnings, which it does first. */
export interface StakeNow {
  /** Whether the call still has something to claim: false when the account claimed in this round before. */
  readonly claims: boolean
  /** Stake the call can move or unbond, in wei. */
  readonly bondedWei: bigint
  /** Fees it can withdraw, in wei of ETH. */
  readonly feesWei: bigint
  /**
   * Commission of an orchestrator that arrived after its claim of this round: it counts as stake and fees of
   * an account that is its own delegate, but can be moved only after the next claim (contracts.md 6.5, 5.5).
   */
  readonly unclaimedStakeWei: bigint
  readonly unclaimedFeesWei: bigint
  readonly status: StakeStatus
}

/** The account's stake as a claiming call sees it (contracts.md 5.5). */
export function stakeNow(state: PlanState): StakeNow {
  const { delegator, account, round } = state
  const claims = delegator.lastClaimRound < round.number
  const ownDelegate = isAddressEqual(delegator.delegateAddress, account)
  const record = ownDelegate ? state.delegate.record : state.target.record
  const isOwnRecord = ownDelegate || isAddressEqual(state.target.account, account)
  const cleared = !isOwnRecord || (claims && ownDelegate)
  return {
    claims,
    bondedWei: claims ? state.pendingStakeWei : delegator.bondedAmount,
    feesWei: claims ? state.pendingFeesWei : delegator.fees,
    unclaimedStakeWei: cleared ? 0n : record.cumulativeRewards,
    unclaimedFeesWei: cleared ? 0n : record.cumulativeFees,
    status: delegatorStatus(delegator, round.number),
  }
}

/** The account's position before any action. */
export function positionNow(state: PlanState): Position {
  const { delegator } = state
  return {
    walletLptWei: state.lptWei,
    allowanceWei: state.allowanceWei,
    stakeWei: state.pendingStakeWei,
    feesWei: state.pendingFeesWei,
    delegate: delegator.delegateAddress === zeroAddress ? null : delegator.delegateAddress,
    status: delegatorStatus(delegator, state.round.number),
    startRound: delegator.startRound,
  }
}

/** The most that can be unbonded now, in wei: the stake with what the unbonding itself claims. */
export function unbondableWei(state: PlanState): bigint {
  return stakeNow(state).bondedWei
}

/** The most that can be withdrawn of the fees now, in wei of ETH. */
export function withdrawableFeesWei(state: PlanState): bigint {
  return stakeNow(state).feesWei
}
