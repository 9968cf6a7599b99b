import {
  address,
  big,
  count,
  flag,
  hash,
  list,
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
  'vote-weightless': {},
  'vote-overrides': { delegate: address, weightWei: big, delegateVoted: orNull(flag) },
  'vote-for-delegators': {},
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
})

const done: Parser<DoneStep> = object({ step: count, hash, block: big, outcome })

const flow: Parser<KeptFlow> = object({
  id: text,
  stage: oneOf('waiting', 'signing', 'submitted', 'mined'),
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
  if (!fits || !followed) throw new NotUnderstood('a flow that contradicts itself')
  return kept
}

/** JSON of kept flows; bigints become digits with an n. */
export function encodeKept(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? `${part}n` : part))
}
