import { delegatorOf, setDelegate, transcoderOf } from '../accounts'
import { PROTOCOL_ID, roundOfNow } from '../rounds'
import { tokens, type Work, ZERO_ADDRESS } from '../work'
import type {
  BondArgs,
  EarningsClaimedArgs,
  RebondArgs,
  TransferBondArgs,
  UnbondArgs,
  WithdrawFeesArgs,
  WithdrawStakeArgs,
} from './event-args'

/** Id of an unbonding lock: the lock number padded to ten digits, then its owner. */
function lockId(number: bigint, owner: string): string {
  return `${number.toString().padStart(10, '0')}-${owner}`
}

/** Moves the counters of bonded accounts; the published index does not save the round's when rebonding (Q8). */
function countDelegator(work: Work, round: string, by: bigint, saveRound = true): void {
  work.update('Protocol', PROTOCOL_ID, (row) => ({ delegatorsCount: row.delegatorsCount + by }))
  if (saveRound) work.update('Round', round, (row) => ({ delegatorsCount: row.delegatorsCount + by }))
}

/** Writes what is delegated to an account, from the contract. */
async function readDelegated(work: Work, delegate: string): Promise<void> {
  const { delegatedAmount } = await work.delegatorState(delegate)
  transcoderOf(work, delegate)
  delegatorOf(work, delegate)
  work.update('Transcoder', delegate, { totalStake: tokens(delegatedAmount) })
  work.update('Delegator', delegate, { delegatedAmount: tokens(delegatedAmount) })
}

/** Whether a bond moves stake from one delegate to another. */
export function movesStake({ bondedAmount, additionalAmount, newDelegate, oldDelegate }: BondArgs): boolean {
  return bondedAmount > additionalAmount && newDelegate !== oldDelegate
}

export async function handleBond(work: Work, args: BondArgs): Promise<void> {
  const { newDelegate, oldDelegate, delegator, additionalAmount, bondedAmount } = args
  const round = await roundOfNow(work)
  const state = await work.delegatorState(delegator)
  await readDelegated(work, newDelegate)
  delegatorOf(work, delegator)
  if (delegator === newDelegate) {
    work.update('Transcoder', newDelegate, { status: 'Registered', delegator })
  }
  const moves = movesStake(args)
  if (moves) {
    await readDelegated(work, oldDelegate)
    if (oldDelegate === delegator) {
      work.update('Transcoder', oldDelegate, { status: 'NotRegistered', delegator: null })
    }
    work.update('Round', round.id, (row) => ({
      movedStake: row.movedStake.plus(tokens(state.bondedAmount - additionalAmount)),
    }))
  }
  if (moves || !work.quirks.roundMissesBonds) {
    work.update('Round', round.id, (row) => ({ newStake: row.newStake.plus(tokens(additionalAmount)) }))
  }
  // Someone bonded to the zero address has it as old delegate too, yet is not new.
  const isNew = oldDelegate === ZERO_ADDRESS && bondedAmount === additionalAmount
  if (isNew && !work.quirks.firstBondsUncounted) countDelegator(work, round.id, 1n)
  setDelegate(work, delegator, newDelegate)
  work.update('Delegator', delegator, (row) => ({
    bondedAmount: tokens(bondedAmount),
    lastClaimRound: round.id,
    fees: tokens(state.fees),
    startRound: state.startRound,
    principal: row.principal.plus(tokens(additionalAmount)),
  }))
  await work.record('BondEvent', round.id, {
    bondedAmount: tokens(bondedAmount),
    additionalAmount: tokens(additionalAmount),
    newDelegate,
    oldDelegate,
    delegator,
  })
}

export async function handleUnbond(work: Work, args: UnbondArgs): Promise<void> {
  const { delegate, delegator, unbondingLockId, amount, withdrawRound } = args
  const round = await roundOfNow(work)
  const state = await work.delegatorState(delegator)
  await readDelegated(work, delegate)
  delegatorOf(work, delegator)
  work.update('Delegator', delegator, (row) => ({
    bondedAmount: tokens(state.bondedAmount),
    fees: tokens(state.fees),
    startRound: state.startRound,
    lastClaimRound: round.id,
    unbonded: row.unbonded.plus(tokens(amount)),
  }))
  if (state.bondedAmount === 0n) {
    setDelegate(work, delegator, null)
    countDelegator(work, round.id, -1n)
    if (delegator === delegate) {
      work.update('Transcoder', delegate, { status: 'NotRegistered', delegator: null })
    }
  }
  work.save('UnbondingLock', {
    id: lockId(unbondingLockId, delegator),
    unbondingLockId: Number(unbondingLockId),
    delegator,
    delegate,
    amount: tokens(amount),
    withdrawRound,
    sender: delegator,
  })
  await work.record('UnbondEvent', round.id, {
    amount: tokens(amount),
    withdrawRound,
    unbondingLockId: Number(unbondingLockId),
    delegate,
    delegator,
  })
}

export async function handleRebond(work: Work, args: RebondArgs): Promise<void> {
  const { delegate, delegator, unbondingLockId, amount } = args
  const round = await roundOfNow(work)
  const state = await work.delegatorState(delegator)
  const wasUnbonded = delegatorOf(work, delegator).delegate === null
  await readDelegated(work, delegate)
  if (wasUnbonded) {
    countDelegator(work, round.id, 1n, !work.quirks.roundMissesBonds)
    if (delegator === delegate) work.update('Transcoder', delegate, { status: 'Registered', delegator })
  }
  const lock = work.require('UnbondingLock', lockId(unbondingLockId, delegator))
  setDelegate(work, delegator, delegate)
  work.update('Delegator', delegator, (row) => ({
    startRound: state.startRound,
    lastClaimRound: round.id,
    bondedAmount: tokens(state.bondedAmount),
    fees: tokens(state.fees),
    unbonded: lock.sender === delegator ? row.unbonded.minus(tokens(amount)) : row.unbonded,
  }))
  work.remove('UnbondingLock', lock.id)
  await work.record('RebondEvent', round.id, {
    delegator,
    delegate,
    amount: tokens(amount),
    unbondingLockId: Number(unbondingLockId),
  })
}

/** The lock goes over to the receiver; an Unbond came before this event and a Rebond comes after it. */
export async function handleTransferBond(work: Work, args: TransferBondArgs): Promise<void> {
  const { oldDelegator, newDelegator, oldUnbondingLockId, newUnbondingLockId, amount } = args
  const round = await roundOfNow(work)
  delegatorOf(work, newDelegator)
  work.update('Delegator', newDelegator, (row) => ({ principal: row.principal.plus(tokens(amount)) }))
  const lock = work.require('UnbondingLock', lockId(oldUnbondingLockId, oldDelegator))
  work.save('UnbondingLock', {
    id: lockId(newUnbondingLockId, newDelegator),
    unbondingLockId: Number(newUnbondingLockId),
    delegator: newDelegator,
    delegate: lock.delegate,
    amount: tokens(amount),
    withdrawRound: lock.withdrawRound,
    sender: oldDelegator,
  })
  work.remove('UnbondingLock', lock.id)
  await work.record('TransferBondEvent', round.id, {
    amount: tokens(amount),
    newDelegator,
    oldDelegator,
    newUnbondingLockId: Number(newUnbondingLockId),
    oldUnbondingLockId: Number(oldUnbondingLockId),
  })
}

export async function handleWithdrawStake(work: Work, args: WithdrawStakeArgs): Promise<void> {
  const { delegator, unbondingLockId, amount } = args
  const round = await roundOfNow(work)
  work.remove('UnbondingLock', lockId(unbondingLockId, delegator))
  await work.record('WithdrawStakeEvent', round.id, {
    delegator,
    unbondingLockId: Number(unbondingLockId),
    amount: tokens(amount),
  })
}

export async function handleWithdrawFees(work: Work, args: WithdrawFeesArgs): Promise<void> {
  const { delegator, recipient, amount } = args
  const round = await roundOfNow(work)
  const state = await work.delegatorState(delegator)
  delegatorOf(work, delegator)
  work.update('Delegator', delegator, (row) => ({
    bondedAmount: tokens(state.bondedAmount),
    fees: tokens(state.fees),
    withdrawnFees: row.withdrawnFees.plus(tokens(amount)),
    lastClaimRound: round.id,
  }))
  await work.record('WithdrawFeesEvent', round.id, { delegator, amount: tokens(amount), recipient })
}

/**
 * Claimed earnings. A first bond claims with the zero address as delegate: its Transcoder row is made, as it exists on
 * Arbitrum One, or the event's non-null `delegate` would resolve to nothing and fail every query that asks for it.
 */
export async function handleEarningsClaimed(work: Work, args: EarningsClaimedArgs): Promise<void> {
  const { delegate, delegator, rewards, fees, startRound, endRound } = args
  const round = await roundOfNow(work)
  if (!work.load('Transcoder', delegate)) transcoderOf(work, delegate)
  delegatorOf(work, delegator)
  work.update('Delegator', delegator, (row) => ({
    lastClaimRound: endRound.toString(),
    bondedAmount: row.bondedAmount.plus(tokens(rewards)),
    fees: row.fees.plus(tokens(fees)),
  }))
  await work.record('EarningsClaimedEvent', round.id, {
    delegator,
    delegate,
    startRound,
    endRound: endRound.toString(),
    rewardTokens: tokens(rewards),
    fees: tokens(fees),
  })
}
