import { zeroAddress } from 'viem'
import { describe, expect, it } from 'vitest'
import type { CallArgs, Outcome } from '@/lib/contracts/call'
import { shortenAddress } from '@/lib/format/address'
import { planFor } from '@/lib/transaction/plan'
import { alice, bob, LPT, me, stateWith } from '@/lib/transaction/plan.fixture'
import type { FurtherEffect, FurtherIntent } from '@/lib/transaction/verb-types'
import {
  furtherEffectSentence,
  furtherIntentTitles,
  furtherOutcomeSentence,
  furtherTitle,
  furtherUndo,
  isFurther,
} from './further-words'
import { planChanges } from './plan-changes'

const sentence = /^[A-Z0-9].*\.$/s
const proposal = { calls: [], description: '# Pay' }
type Verb = FurtherIntent['verb']

const intents: { readonly [verb in Verb]: FurtherIntent & { verb: verb } } = {
  transferBond: { verb: 'transferBond', receiver: bob, amountWei: LPT },
  resign: { verb: 'resign' },
  withdrawLocks: { verb: 'withdrawLocks', lockIds: [1n, 2n] },
  rebondLocks: { verb: 'rebondLocks', lockIds: [1n], to: bob },
  checkpointBondingState: { verb: 'checkpointBondingState', of: bob },
  claimStake: {
    verb: 'claimStake',
    delegate: bob,
    stakeWei: LPT,
    feesWei: 0n,
    proof: [],
    newDelegate: zeroAddress,
  },
  initializeRound: { verb: 'initializeRound' },
  transcoder: { verb: 'transcoder', rewardCutP6: 250_000n, feeShareP6: 400_000n },
  reward: { verb: 'reward' },
  rewardForTranscoder: { verb: 'rewardForTranscoder', transcoder: bob },
  setRewardCaller: { verb: 'setRewardCaller', caller: zeroAddress },
  setServiceURI: { verb: 'setServiceURI', registry: 'AIServiceRegistry', uri: '' },
  fundDeposit: { verb: 'fundDeposit', amountWei: LPT },
  fundReserve: { verb: 'fundReserve', amountWei: LPT },
  fundDepositAndReserve: { verb: 'fundDepositAndReserve', depositWei: LPT, reserveWei: 2n * LPT },
  unlock: { verb: 'unlock' },
  cancelUnlock: { verb: 'cancelUnlock' },
  withdraw: { verb: 'withdraw' },
  createPoll: { verb: 'createPoll', cid: 'Qm' },
  propose: { verb: 'propose', ...proposal },
  queue: { verb: 'queue', ...proposal },
  execute: { verb: 'execute', ...proposal },
  cancel: { verb: 'cancel', ...proposal },
}

describe.each(Object.values(intents))('$verb', (intent) => {
  it('has a title, a name for its review and a word on undoing it', () => {
    expect(isFurther(intent)).toBe(true)
    expect(furtherTitle(intent, shortenAddress)).toMatch(/^[A-Z].*[^.]$/)
    expect(furtherIntentTitles[intent.verb]).toMatch(/^[A-Z]/)
    expect(furtherUndo[intent.verb]).toMatch(sentence)
  })
})

it('everyday verbs are worded elsewhere', () => {
  expect(isFurther({ verb: 'bond', amountWei: 1n, to: bob } as const)).toBe(false)
})

it('says fees as the cut that is kept', () => {
  expect(furtherTitle(intents.transcoder, shortenAddress)).toMatch(/reward cut to 25\D.* fee cut to 60\D/)
})

const effects: { readonly [kind in FurtherEffect['kind']]: FurtherEffect & { kind: kind } } = {
  'bond-transferred': { kind: 'bond-transferred', amountWei: LPT, receiver: bob, delegate: alice },
  checkpointed: { kind: 'checkpointed', of: bob },
  'stake-claimed': { kind: 'stake-claimed', stakeWei: LPT, feesWei: 1n, delegate: bob },
  'round-started': { kind: 'round-started', round: 7n },
  'cuts-set': {
    kind: 'cuts-set',
    rewardCutBeforeP6: 0n,
    rewardCutAfterP6: 1n,
    feeShareBeforeP6: 0n,
    feeShareAfterP6: 1n,
  },
  'set-joined': { kind: 'set-joined', orchestrator: bob, round: 7n },
  'reward-called': { kind: 'reward-called', orchestrator: bob, netWei: 5n, keptWei: 1n, treasuryWei: 1n },
  'reward-caller-set': { kind: 'reward-caller-set', before: null, after: bob },
  'service-uri-set': { kind: 'service-uri-set', registry: 'ServiceRegistry', before: '', after: 'x' },
  'gateway-funded': {
    kind: 'gateway-funded',
    depositBeforeWei: 0n,
    depositAfterWei: 1n,
    reserveBeforeWei: 0n,
    reserveAfterWei: 2n,
  },
  'unlock-started': { kind: 'unlock-started', withdrawRound: 7n },
  'unlock-stopped': { kind: 'unlock-stopped' },
  'gateway-withdrawn': { kind: 'gateway-withdrawn', depositWei: 1n, reserveWei: 2n },
  'poll-created': { kind: 'poll-created', cid: 'Qm', endBlock: 9n, blocks: 4n },
  'proposal-made': { kind: 'proposal-made', proposalId: 1n, firstRound: 2n, lastRound: 3n },
  'proposal-queued': { kind: 'proposal-queued', proposalId: 1n },
  'proposal-executed': { kind: 'proposal-executed', proposalId: 1n },
  'proposal-cancelled': { kind: 'proposal-cancelled', proposalId: 1n },
}

it.each(Object.values(effects))('says what $kind is', (effect) => {
  expect(furtherEffectSentence(effect, shortenAddress)).toMatch(sentence)
})

const outcomes: readonly Extract<Outcome, { verb: Verb }>[] = [
  { verb: 'transferBond', receiver: bob, amountWei: LPT },
  { verb: 'claimStake', delegate: bob, stakeWei: LPT, feesWei: 0n },
  { verb: 'checkpointBondingState', of: bob },
  { verb: 'initializeRound', round: 7n },
  { verb: 'transcoder', rewardCutP6: 1n, feeShareP6: 2n },
  { verb: 'reward', transcoder: me, amountWei: LPT },
  { verb: 'rewardForTranscoder', transcoder: bob, amountWei: LPT },
  { verb: 'setRewardCaller', caller: bob },
  { verb: 'setRewardCaller', caller: zeroAddress },
  { verb: 'setServiceURI', registry: 'ServiceRegistry', uri: 'https://a.example' },
  { verb: 'setServiceURI', registry: 'ServiceRegistry', uri: '' },
  { verb: 'fundDeposit', amountWei: LPT },
  { verb: 'fundReserve', amountWei: LPT },
  { verb: 'fundDepositAndReserve', depositWei: LPT, reserveWei: LPT },
  { verb: 'unlock', withdrawRound: 7n },
  { verb: 'cancelUnlock' },
  { verb: 'withdraw', depositWei: LPT, reserveWei: LPT },
  { verb: 'createPoll', poll: bob, endBlock: 9n },
  { verb: 'propose', proposalId: 1n },
  { verb: 'queue', proposalId: 1n },
  { verb: 'execute', proposalId: 1n },
  { verb: 'cancel', proposalId: 1n },
]

it.each(outcomes)('says what %o did', (outcome) => {
  expect(furtherOutcomeSentence(outcome, shortenAddress)).toMatch(sentence)
})

it('a step of such a plan is named like the action', () => {
  const args: CallArgs = { verb: 'fundDeposit', amountWei: LPT }
  expect(furtherTitle(args, shortenAddress)).toBe('Add 1 ETH to your deposit')
})

it('shows a gateway’s funds before and after', () => {
  const facts = {
    kind: 'gateway',
    depositWei: LPT,
    reserveWei: 0n,
    withdrawRound: 0n,
    unlockPeriodRounds: 2n,
  } as const
  const state = stateWith({ facts, ethWei: 5n * LPT })
  const planning = planFor(state, { verb: 'fundDeposit', amountWei: 2n * LPT })
  if (planning.state !== 'planned') throw new Error(planning.refusals[0].code)
  expect(planChanges(planning.plan, shortenAddress)).toEqual([
    { label: 'Deposit', before: '1 ETH', after: '3 ETH' },
  ])
})
