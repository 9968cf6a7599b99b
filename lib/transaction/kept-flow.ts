import {
  address,
  big,
  bytes,
  count,
  flag,
  hash,
  list,
  longText,
  NotUnderstood,
  object,
  oneOf,
  orNull,
  type Parser,
  text,
  variants,
} from '@/lib/transaction/parse'
import type { KeptFlow } from '@/lib/transaction/ports'
import type { DoneStep, Plan } from '@/lib/transaction/types'

const support = oneOf('against', 'for', 'abstain')
const choice = oneOf('yes', 'no')
const hint = object({ prev: address, next: address })

const registry = oneOf('ServiceRegistry', 'AIServiceRegistry')
const proposal = {
  calls: list(object({ target: address, valueWei: big, calldata: bytes })),
  description: longText,
}
const claimStake = {
  delegate: address,
  stakeWei: big,
  feesWei: big,
  proof: list(hash),
  newDelegate: address,
}

const intent = variants('verb', {
  approve: { amountWei: big },
  bond: { amountWei: big, to: address },
  unbond: { amountWei: big },
  rebond: { lockId: big },
  rebondFromUnbonded: { lockId: big, to: address },
  withdrawStake: { lockId: big },
  withdrawFees: { amountWei: big, recipient: address },
  claimEarnings: {},
  castVote: { proposalId: big, support, reason: text },
  votePoll: { poll: address, choice },
  transferBond: { receiver: address, amountWei: big },
  resign: {},
  withdrawLocks: { lockIds: list(big) },
  rebondLocks: { lockIds: list(big), to: address },
  checkpointBondingState: { of: address },
  claimStake,
  initializeRound: {},
  transcoder: { rewardCutP6: big, feeShareP6: big },
  reward: {},
  rewardForTranscoder: { transcoder: address },
  setRewardCaller: { caller: address },
  setServiceURI: { registry, uri: text },
  fundDeposit: { amountWei: big },
  fundReserve: { amountWei: big },
  fundDepositAndReserve: { depositWei: big, reserveWei: big },
  unlock: {},
  cancelUnlock: {},
  withdraw: {},
  createPoll: { cid: text },
  propose: proposal,
  queue: proposal,
  execute: proposal,
  cancel: proposal,
})

const args = variants('verb', {
  approve: { spender: address, amountWei: big },
  bond: { amountWei: big, to: address, oldHint: hint, newHint: hint },
  unbond: { amountWei: big, hint },
  rebond: { lockId: big, hint },
  rebondFromUnbonded: { to: address, lockId: big, hint },
  withdrawStake: { lockId: big },
  withdrawFees: { recipient: address, amountWei: big },
  claimEarnings: {},
  castVote: { proposalId: big, support, reason: text },
  votePoll: { poll: address, choice },
  transferBond: { receiver: address, amountWei: big, oldHint: hint, newHint: hint },
  checkpointBondingState: { of: address },
  claimStake,
  initializeRound: {},
  transcoder: { rewardCutP6: big, feeShareP6: big, hint },
  reward: { hint },
  rewardForTranscoder: { transcoder: address, hint },
  setRewardCaller: { caller: address },
  setServiceURI: { registry, uri: text },
  fundDeposit: { amountWei: big },
  fundReserve: { amountWei: big },
  fundDepositAndReserve: { depositWei: big, reserveWei: big },
  unlock: {},
  cancelUnlock: {},
  withdraw: {},
  createPoll: { cid: text },
  propose: proposal,
  queue: proposal,
  execute: proposal,
  cancel: proposal,
})

const effect = variants('kind', {
  allowance: { spender: address, beforeWei: big, afterWei: big },
  'lpt-bonded': { amountWei: big, to: address },
  'earnings-claimed': { rewardsWei: big, feesWei: big },
  'stake-moved': { amountWei: big, from: address, to: address },
  'lock-created': { lockId: big, amountWei: big, withdrawRound: big },
  'lock-rebonded': { lockId: big, amountWei: big, to: address },
  'lock-withdrawn': { lockId: big, amountWei: big },
  'fees-withdrawn': { amountWei: big, recipient: address },
  'treasury-vote': { proposalId: big, support, weightWei: big, reason: text },
  'poll-vote': { poll: address, choice, weightWei: big },
  'bond-transferred': { amountWei: big, receiver: address, delegate: address },
  checkpointed: { of: address },
  'stake-claimed': { stakeWei: big, feesWei: big, delegate: address },
  'round-started': { round: big },
  'cuts-set': {
    rewardCutBeforeP6: big,
    rewardCutAfterP6: big,
    feeShareBeforeP6: big,
    feeShareAfterP6: big,
  },
  'set-joined': { orchestrator: address, round: big },
  'reward-called': { orchestrator: address, netWei: big, keptWei: big, treasuryWei: big },
  'reward-caller-set': { before: orNull(address), after: orNull(address) },
  'service-uri-set': { registry, before: longText, after: text },
  'gateway-funded': {
    depositBeforeWei: big,
    depositAfterWei: big,
    reserveBeforeWei: big,
    reserveAfterWei: big,
  },
  'unlock-started': { withdrawRound: big },
  'unlock-stopped': {},
  'gateway-withdrawn': { depositWei: big, reserveWei: big },
  'poll-created': { cid: text, endBlock: big, blocks: big },
  'proposal-made': { proposalId: big, firstRound: big, lastRound: big },
  'proposal-queued': { proposalId: big },
  'proposal-executed': { proposalId: big },
  'proposal-cancelled': { proposalId: big },
})

const warning = variants('code', {
  'reward-not-called': { delegate: address, round: big, forfeitWei: orNull(big) },
  'whole-stake-moves': { stakeWei: big, from: address, to: address },
  'unbonding-wait': { rounds: big, withdrawRound: big },
  'wait-restarts': { rounds: big, matured: flag },
  'pending-until': { round: big },
  'delegate-inactive': { delegate: address },
  'delegate-leaving': { delegate: address, round: big },
  'delegate-keeps': { delegate: address, feesToo: flag },
  'delegate-not-calling': { delegate: address, rounds: big },
  evicts: { evicted: address, round: big },
  registers: { account: address },
  resigns: { account: address },
  'dust-left': { amountWei: big },
  'fees-left': { feesWei: big },
  'no-gas': {},
  'contract-account': {},
  'vote-weightless': {},
  'vote-overrides': { delegate: address, weightWei: big, delegateVoted: orNull(flag) },
  'vote-for-delegators': {},
  'receiver-other-delegate': { receiver: address, delegate: address, from: address },
  'receiver-starts': { receiver: address, round: big },
  'cuts-rise': { reward: flag, fees: flag },
  'keeps-everything': {},
  'stays-outside': { neededWei: big },
  'cut-rose': { delegate: address, beforeP6: big, afterP6: big, round: big },
  'unlock-stops': {},
  'gateway-wait': { rounds: big, withdrawRound: big },
  'tickets-worthless': {},
  'treasury-short': { lptShortWei: big, ethShortWei: big },
  'proposal-final': {},
})

const position = object({
  walletLptWei: big,
  allowanceWei: big,
  stakeWei: big,
  feesWei: big,
  delegate: orNull(address),
  status: oneOf('pending', 'bonded', 'unbonded'),
  startRound: big,
})

const plan: Parser<Plan> = object({
  chainId: count,
  account: address,
  intent,
  block: big,
  round: big,
  steps: list(object({ args, effects: list(effect) })),
  before: position,
  after: position,
  stakes: list(object({ orchestrator: address, beforeWei: big, afterWei: big })),
  claims: object({ rewardsWei: big, feesWei: big }),
  warnings: list(warning),
})

const rebonded = { delegate: address, lockId: big, amountWei: big }

const outcome = variants('verb', {
  approve: { spender: address, amountWei: big },
  bond: { delegate: address, oldDelegate: address, addedWei: big, stakeWei: big },
  unbond: { delegate: address, lockId: big, amountWei: big, withdrawRound: big },
  rebond: rebonded,
  rebondFromUnbonded: rebonded,
  withdrawStake: { lockId: big, amountWei: big, withdrawRound: big },
  withdrawFees: { recipient: address, amountWei: big },
  claimEarnings: { rewardsWei: big, feesWei: big },
  castVote: { proposalId: big, support, weightWei: big },
  votePoll: { poll: address, choice },
  transferBond: { receiver: address, amountWei: big },
  claimStake: { delegate: address, stakeWei: big, feesWei: big },
  checkpointBondingState: { of: address },
  initializeRound: { round: big },
  transcoder: { rewardCutP6: big, feeShareP6: big },
  reward: { transcoder: address, amountWei: big },
  rewardForTranscoder: { transcoder: address, amountWei: big },
  setRewardCaller: { caller: address },
  setServiceURI: { registry, uri: text },
  fundDeposit: { amountWei: big },
  fundReserve: { amountWei: big },
  fundDepositAndReserve: { depositWei: big, reserveWei: big },
  unlock: { withdrawRound: big },
  cancelUnlock: {},
  withdraw: { depositWei: big, reserveWei: big },
  createPoll: { poll: address, endBlock: big },
  propose: { proposalId: big },
  queue: { proposalId: big },
  execute: { proposalId: big },
  cancel: { proposalId: big },
})

const done: Parser<DoneStep> = object({ step: count, hash, block: big, outcome })

const flow: Parser<KeptFlow> = object({
  id: text,
  stage: oneOf('waiting', 'signing', 'submitted', 'proposed', 'mined'),
  plan,
  step: count,
  done: list(done),
  hash: orNull(hash),
  nonce: orNull(count),
  block: big,
})

/**
 * A kept flow from what `JSON.parse` gave.
 * @throws NotUnderstood when it is not one this version wrote, or contradicts itself.
 */
export const parseKeptFlow: Parser<KeptFlow> = (value) => {
  const kept = flow(value)
  const fits = kept.step < kept.plan.steps.length && kept.done.length <= kept.plan.steps.length
  const followed = kept.stage !== 'submitted' || kept.hash !== null
  const proposed = kept.stage !== 'proposed' || (kept.hash !== null && kept.nonce !== null)
  if (!fits || !followed || !proposed) throw new NotUnderstood('a flow that contradicts itself')
  return kept
}

/** JSON of kept flows; bigints become digits with an n. */
export function encodeKept(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? `${part}n` : part))
}
