import { describe, expect, it } from 'vitest'
import { arbitrumOneAddresses } from '@/lib/contracts/addresses'
import { alice, bob, LPT, me } from '@/lib/transaction/plan.fixture'
import type { Refusal, Warning } from '@/lib/transaction/types'
import { refusalWords, warningWords } from '@/lib/transaction/wording'

const expected = arbitrumOneAddresses.Minter

const warnings: { [code in Warning['code']]: Extract<Warning, { code: code }> } = {
  'reward-not-called': { code: 'reward-not-called', delegate: alice, round: 7n, forfeitWei: LPT },
  'whole-stake-moves': { code: 'whole-stake-moves', stakeWei: LPT, from: alice, to: bob },
  'unbonding-wait': { code: 'unbonding-wait', rounds: 7n, withdrawRound: 14n },
  'wait-restarts': { code: 'wait-restarts', rounds: 7n, matured: true },
  'pending-until': { code: 'pending-until', round: 8n },
  'delegate-inactive': { code: 'delegate-inactive', delegate: alice },
  'delegate-leaving': { code: 'delegate-leaving', delegate: alice, round: 8n },
  'delegate-edge': { code: 'delegate-edge', delegate: alice, place: 99n, places: 100n },
  'delegate-keeps': { code: 'delegate-keeps', delegate: alice, feesToo: true },
  'delegate-not-calling': { code: 'delegate-not-calling', delegate: alice, rounds: 5n },
  evicts: { code: 'evicts', evicted: bob, round: 8n },
  registers: { code: 'registers', account: me },
  resigns: { code: 'resigns', account: me },
  'dust-left': { code: 'dust-left', amountWei: 1n },
  'fees-left': { code: 'fees-left', feesWei: 1n },
  'no-gas': { code: 'no-gas' },
  'contract-account': { code: 'contract-account' },
  'vote-weightless': { code: 'vote-weightless' },
  'vote-overrides': { code: 'vote-overrides', delegate: alice, weightWei: LPT, delegateVoted: true },
  'vote-for-delegators': { code: 'vote-for-delegators' },
  'receiver-other-delegate': { code: 'receiver-other-delegate', receiver: me, delegate: alice, from: bob },
  'receiver-starts': { code: 'receiver-starts', receiver: me, round: 8n },
  'cuts-rise': { code: 'cuts-rise', reward: true, fees: false },
  'keeps-everything': { code: 'keeps-everything' },
  'stays-outside': { code: 'stays-outside', neededWei: LPT },
  'cut-rose': { code: 'cut-rose', delegate: alice, beforeP6: 50_000n, afterP6: 900_000n, round: 7n },
  'unlock-stops': { code: 'unlock-stops' },
  'gateway-wait': { code: 'gateway-wait', rounds: 2n, withdrawRound: 9n },
  'tickets-worthless': { code: 'tickets-worthless' },
  'treasury-short': { code: 'treasury-short', lptShortWei: LPT, ethShortWei: LPT },
  'proposal-final': { code: 'proposal-final' },
}

const refusals: { [code in Refusal['code']]: Extract<Refusal, { code: code }> } = {
  'contract-differs': { code: 'contract-differs', contract: 'Minter', expected, found: bob, field: null },
  'contract-unchecked': { code: 'contract-unchecked', contract: 'Minter', field: null },
  paused: { code: 'paused', field: null },
  'round-not-initialized': { code: 'round-not-initialized', round: 7n, field: null },
  'no-gas': { code: 'no-gas', field: null },
  'amount-zero': { code: 'amount-zero', field: 'amount' },
  'amount-over-balance': { code: 'amount-over-balance', balanceWei: 1n, field: 'amount' },
  'amount-over-stake': { code: 'amount-over-stake', stakeWei: 1n, field: 'amount' },
  'amount-over-fees': { code: 'amount-over-fees', feesWei: 1n, field: 'amount' },
  'nothing-bonded': { code: 'nothing-bonded', field: null },
  pending: { code: 'pending', startRound: 8n, field: null },
  'still-bonded': { code: 'still-bonded', delegate: alice, field: null },
  'delegate-not-registered': { code: 'delegate-not-registered', delegate: alice, field: 'to' },
  'delegate-must-reward': { code: 'delegate-must-reward', delegate: alice, round: 7n, field: 'to' },
  'orchestrator-cannot-move': { code: 'orchestrator-cannot-move', field: 'to' },
  'lock-missing': { code: 'lock-missing', lockId: 3n, field: 'lock' },
  'lock-not-matured': { code: 'lock-not-matured', lockId: 3n, withdrawRound: 9n, round: 7n, field: 'lock' },
  'recipient-zero': { code: 'recipient-zero', field: 'recipient' },
  'recipient-refuses-eth': {
    code: 'recipient-refuses-eth',
    recipient: bob,
    own: false,
    field: 'recipient',
  },
  'already-claimed': { code: 'already-claimed', round: 7n, field: null },
  'proposal-unknown': { code: 'proposal-unknown', field: null },
  'vote-not-open': { code: 'vote-not-open', firstRound: 9n, round: 7n, field: null },
  'vote-over': { code: 'vote-over', proposalState: 'canceled', field: null },
  'already-voted': { code: 'already-voted', field: null },
  'poll-unknown': { code: 'poll-unknown', poll: bob, field: null },
  'poll-over': { code: 'poll-over', endBlock: 5n, field: null },
  'receiver-self': { code: 'receiver-self', field: null },
  'receiver-invalid': { code: 'receiver-invalid', receiver: bob, field: null },
  'receiver-would-forfeit': {
    code: 'receiver-would-forfeit',
    receiver: bob,
    delegate: alice,
    round: 7n,
    field: null,
  },
  'locks-none': { code: 'locks-none', field: null },
  'checkpointed-already': { code: 'checkpointed-already', of: bob, field: null },
  'claim-disabled': { code: 'claim-disabled', field: null },
  'claim-done': { code: 'claim-done', field: null },
  'claim-unproven': { code: 'claim-unproven', field: null },
  'claim-nothing': { code: 'claim-nothing', field: null },
  'pool-short': { code: 'pool-short', field: null },
  'nothing-to-revoke': { code: 'nothing-to-revoke', field: null },
  'round-started': { code: 'round-started', round: 7n, field: null },
  'round-locked': { code: 'round-locked', nextBlock: 900n, blocks: 5n, field: null },
  'not-orchestrator': { code: 'not-orchestrator', field: null },
  'must-reward-first': { code: 'must-reward-first', round: 7n, field: null },
  'cut-invalid': { code: 'cut-invalid', field: null },
  unchanged: { code: 'unchanged', field: null },
  'not-active': { code: 'not-active', orchestrator: alice, field: null },
  'reward-called': { code: 'reward-called', orchestrator: alice, round: 7n, field: null },
  'not-reward-caller': { code: 'not-reward-caller', orchestrator: alice, field: null },
  'uri-invalid': { code: 'uri-invalid', field: null },
  'contract-missing': { code: 'contract-missing', what: 'TicketBroker', field: null },
  'amount-over-eth': { code: 'amount-over-eth', balanceWei: LPT, field: null },
  'gateway-empty': { code: 'gateway-empty', field: null },
  'unlock-running': { code: 'unlock-running', withdrawRound: 9n, field: null },
  'unlock-not-running': { code: 'unlock-not-running', field: null },
  'gateway-locked': { code: 'gateway-locked', withdrawRound: 9n, round: 7n, field: null },
  'cid-missing': { code: 'cid-missing', field: null },
  'poll-stake-short': { code: 'poll-stake-short', stakeWei: 1n, neededWei: LPT, field: null },
  'proposal-empty': { code: 'proposal-empty', field: null },
  'proposal-exists': { code: 'proposal-exists', proposalState: 'canceled', field: null },
  'proposal-not-known': { code: 'proposal-not-known', field: null },
  'power-short': { code: 'power-short', powerWei: 1n, neededWei: LPT, field: null },
  'proposer-other': { code: 'proposer-other', proposer: bob, field: null },
  'proposal-not-passed': { code: 'proposal-not-passed', proposalState: 'defeated', field: null },
  'proposal-not-queued': { code: 'proposal-not-queued', field: null },
  'not-proposer': { code: 'not-proposer', proposer: bob, field: null },
  'cancel-too-late': { code: 'cancel-too-late', proposalState: 'active', field: null },
}

const plain = /^[A-Z0-9][^!]*\.$/
const nameOf = (address: string) => (address === alice ? 'Alice' : 'Bob')

describe('every refusal', () => {
  it.each(Object.values(refusals))('$code says what is so and what to do', (refusal) => {
    const { reason, next } = refusalWords(refusal, nameOf)
    expect(reason).toMatch(plain)
    expect(next).toMatch(plain)
  })
})

describe('every warning', () => {
  it.each(Object.values(warnings))('$code says what happens and what it means', (warning) => {
    const { title, detail } = warningWords(warning, nameOf)
    expect(title).toMatch(/^[A-Z0-9][^!]*[^.!]$/)
    expect(detail).toMatch(plain)
  })
})

it('names figures exactly and orchestrators as the page does', () => {
  const { title, detail } = warningWords(warnings['reward-not-called'], nameOf)
  expect(title).toContain('Alice')
  expect(detail).toContain('1 LPT')
  const unknown = warningWords({ ...warnings['reward-not-called'], forfeitWei: null }, nameOf)
  expect(unknown.detail).not.toMatch(/\d/)
})
