import type { DelegatorStatus } from './delegator-status'
import { MAX_ROUND, validP6 } from './fixed-point'
import { isActive } from './orchestrator-status'
import type { Address, TranscoderRecord, UnbondingLock } from './types'
import { sameAddress, ZERO_ADDRESS } from './types'

/** Revert texts these rules predict, letter for letter (contracts.md 3.1, 5.3). */
export const BOND_REVERTS = [
  'system is paused',
  'current round is not initialized',
  'ILLEGAL_CLAIM_EARNINGS',
  'INVALID_DELEGATOR',
  'INVALID_DELEGATE',
  'INVALID_DELEGATE_CHANGE',
  'transcoder has not yet called reward for the current round',
  "registered transcoders can't delegate towards other addresses",
  'delegation amount must be greater than 0',
  'ERC20: transfer amount exceeds balance',
  'ERC20: transfer amount exceeds allowance',
  'caller must be bonded',
  'caller must be unbonded',
  'unbond amount must be greater than 0',
  'amount is greater than bonded amount',
  'invalid unbonding lock ID',
  'withdraw round must be before or equal to the current round',
  'invalid recipient',
  'insufficient fees to withdraw',
  'transcoder must be active',
  'caller has already called reward for the current round',
  'caller must be a reward caller set by the transcoder',
  "can't update transcoder params, current round is locked",
  'invalid rewardCut percentage',
  'invalid feeShare percentage',
  'transcoder must be registered',
  "caller can't be active or must have already called reward for the current round",
] as const

export type BondRevert = (typeof BOND_REVERTS)[number]

/** Whether a call would go through in the given state, and with which text it would revert if not. */
export type Prediction = { passes: true } | { passes: false; revert: BondRevert }

const PASSES: Prediction = { passes: true }
const reverts = (revert: BondRevert): Prediction => ({ passes: false, revert })

/** What every staking call checks first. */
export interface Gate {
  paused: boolean
  /** `currentRoundInitialized`. */
  roundInitialized: boolean
  currentRound: bigint
}

function closed(gate: Gate): Prediction | null {
  if (gate.paused) return reverts('system is paused')
  if (!gate.roundInitialized) return reverts('current round is not initialized')
  return null
}

/** Rounds of an account that receives stake (`getTranscoder`; zeros for one that never was in the pool). */
export type ReceiverRounds = Pick<
  TranscoderRecord,
  'activationRound' | 'deactivationRound' | 'lastRewardRound'
>

/** An orchestrator that leaves after this round takes no stake until it has called reward (contracts.md 5.3 step 3). */
function leavesUnrewarded(to: ReceiverRounds, round: bigint): boolean {
  return isActive(to, round) && to.deactivationRound !== MAX_ROUND && to.lastRewardRound !== round
}

/** The account that acts, as it stands: `bondedAmount` is `pendingStake`, since every call claims first. */
export interface Actor {
  account: Address
  status: DelegatorStatus
  bondedAmount: bigint
  delegate: Address
}

/** `bond`, `bondWithHint` for oneself: first bond, adding, moving (contracts.md 5.3). */
export function predictBond(
  gate: Gate,
  input: {
    actor: Actor
    amount: bigint
    to: Address
    toRounds: ReceiverRounds
    /** LPT of the sender, and its allowance to the BondingManager. */
    balance: bigint
    allowance: bigint
  },
): Prediction {
  const { actor, amount, to } = input
  const shut = closed(gate)
  if (shut) return shut
  if (leavesUnrewarded(input.toRounds, gate.currentRound)) {
    return reverts('transcoder has not yet called reward for the current round')
  }
  const moves = actor.status !== 'unbonded' && !sameAddress(actor.delegate, to)
  if (moves && sameAddress(actor.delegate, actor.account)) {
    return reverts("registered transcoders can't delegate towards other addresses")
  }
  if (amount === 0n && !moves) return reverts('delegation amount must be greater than 0')
  return predictPayment(amount, input.balance, input.allowance)
}

/** What the token says to a transfer: balance first, then allowance (contracts.md 3.1). */
export function predictPayment(amount: bigint, balance: bigint, allowance: bigint): Prediction {
  if (amount === 0n) return PASSES
  if (amount > balance) return reverts('ERC20: transfer amount exceeds balance')
  if (amount > allowance) return reverts('ERC20: transfer amount exceeds allowance')
  return PASSES
}

/** `bondForWithHint` by somebody else than the owner or the L2Migrator (contracts.md 5.3 steps 1 to 8). */
export function predictBondFor(
  gate: Gate,
  input: {
    owner: Actor & { lastClaimRound: bigint }
    /** Rounds of the owner's delegate. */
    ownerDelegate: ReceiverRounds
    amount: bigint
    to: Address
    toRounds: ReceiverRounds
    balance: bigint
    allowance: bigint
  },
): Prediction {
  const { owner, to } = input
  const round = gate.currentRound
  const shut = closed(gate)
  if (shut) return shut
  if (!mayClaimForOther(owner, input.ownerDelegate, round)) return reverts('ILLEGAL_CLAIM_EARNINGS')
  if (leavesUnrewarded(input.toRounds, round)) {
    return reverts('transcoder has not yet called reward for the current round')
  }
  if (sameAddress(owner.account, ZERO_ADDRESS)) return reverts('INVALID_DELEGATOR')
  if (owner.status === 'unbonded' && sameAddress(to, owner.account)) return reverts('INVALID_DELEGATE')
  if (owner.status !== 'unbonded' && !sameAddress(owner.delegate, to)) {
    return reverts('INVALID_DELEGATE_CHANGE')
  }
  if (input.amount === 0n) return reverts('delegation amount must be greater than 0')
  return predictPayment(input.amount, input.balance, input.allowance)
}

/** Third-party claim guard (contracts.md 5.3 step 1): nobody may make another account forfeit this round's reward. */
function mayClaimForOther(
  owner: Actor & { lastClaimRound: bigint },
  delegate: ReceiverRounds,
  round: bigint,
): boolean {
  if (owner.status === 'unbonded' || !isActive(delegate, round)) return true
  return delegate.lastRewardRound === round || owner.lastClaimRound === round
}

/** `unbond`, `unbondWithHint` (contracts.md 5.3). A pending account cannot unbond. */
export function predictUnbond(gate: Gate, input: { actor: Actor; amount: bigint }): Prediction {
  const shut = closed(gate)
  if (shut) return shut
  if (input.actor.status !== 'bonded') return reverts('caller must be bonded')
  if (input.amount === 0n) return reverts('unbond amount must be greater than 0')
  if (input.amount > input.actor.bondedAmount) return reverts('amount is greater than bonded amount')
  return PASSES
}

/** `rebond`, `rebondWithHint` to the delegate one has; a pending account may (contracts.md 5.3). */
export function predictRebond(
  gate: Gate,
  input: { actor: Actor; lock: Pick<UnbondingLock, 'withdrawRound'>; delegateRounds: ReceiverRounds },
): Prediction {
  const shut = closed(gate)
  if (shut) return shut
  if (input.actor.status === 'unbonded') return reverts('caller must be bonded')
  return predictProcessRebond(gate, input.lock, input.delegateRounds)
}

/** `rebondFromUnbonded…` to any account (contracts.md 5.3). */
export function predictRebondFromUnbonded(
  gate: Gate,
  input: { actor: Actor; lock: Pick<UnbondingLock, 'withdrawRound'>; toRounds: ReceiverRounds },
): Prediction {
  const shut = closed(gate)
  if (shut) return shut
  if (input.actor.status !== 'unbonded') return reverts('caller must be unbonded')
  return predictProcessRebond(gate, input.lock, input.toRounds)
}

function predictProcessRebond(
  gate: Gate,
  lock: Pick<UnbondingLock, 'withdrawRound'>,
  to: ReceiverRounds,
): Prediction {
  if (lock.withdrawRound === 0n) return reverts('invalid unbonding lock ID')
  if (leavesUnrewarded(to, gate.currentRound)) {
    return reverts('transcoder has not yet called reward for the current round')
  }
  return PASSES
}

/** `withdrawStake` (contracts.md 5.3). */
export function predictWithdrawStake(gate: Gate, lock: Pick<UnbondingLock, 'withdrawRound'>): Prediction {
  const shut = closed(gate)
  if (shut) return shut
  if (lock.withdrawRound === 0n) return reverts('invalid unbonding lock ID')
  if (lock.withdrawRound > gate.currentRound) {
    return reverts('withdraw round must be before or equal to the current round')
  }
  return PASSES
}

/** `withdrawFees`; `fees` is `pendingFees`. Amount 0 passes (contracts.md 5.3). */
export function predictWithdrawFees(
  gate: Gate,
  input: { recipient: Address; amount: bigint; fees: bigint },
): Prediction {
  const shut = closed(gate)
  if (shut) return shut
  if (sameAddress(input.recipient, ZERO_ADDRESS)) return reverts('invalid recipient')
  if (input.amount > input.fees) return reverts('insufficient fees to withdraw')
  return PASSES
}

/** `reward`, or `rewardForTranscoder` when `caller` names who calls and who may (contracts.md 5.3, 6.2). */
export function predictReward(
  gate: Gate,
  transcoder: ReceiverRounds,
  caller?: { address: Address; rewardCaller: Address },
): Prediction {
  if (caller && !sameAddress(caller.address, caller.rewardCaller)) {
    return reverts('caller must be a reward caller set by the transcoder')
  }
  const shut = closed(gate)
  if (shut) return shut
  if (!isActive(transcoder, gate.currentRound)) return reverts('transcoder must be active')
  if (transcoder.lastRewardRound === gate.currentRound) {
    return reverts('caller has already called reward for the current round')
  }
  return PASSES
}

/** `transcoder`, `transcoderWithHint`: registering and changing cuts (contracts.md 5.3). */
export function predictTranscoder(
  gate: Gate,
  input: {
    roundLocked: boolean
    rewardCutP6: bigint
    feeShareP6: bigint
    registered: boolean
    rounds: ReceiverRounds
  },
): Prediction {
  const shut = closed(gate)
  if (shut) return shut
  if (input.roundLocked) return reverts("can't update transcoder params, current round is locked")
  if (!validP6(input.rewardCutP6)) return reverts('invalid rewardCut percentage')
  if (!validP6(input.feeShareP6)) return reverts('invalid feeShare percentage')
  if (!input.registered) return reverts('transcoder must be registered')
  if (isActive(input.rounds, gate.currentRound) && input.rounds.lastRewardRound !== gate.currentRound) {
    return reverts("caller can't be active or must have already called reward for the current round")
  }
  return PASSES
}
