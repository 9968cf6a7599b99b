import { describe, expect, it } from 'vitest'
import { pollVoteForm } from '@/components/governance/poll-vote-model'
import {
  reasonLimit,
  type TreasuryVoteDraft,
  treasuryVoteForm,
} from '@/components/governance/treasury-vote-model'
import type { WalletState } from '@/hooks/wallet-store'
import type { PollBallotView, TreasuryBallotView } from '@/lib/data/governance-types'
import type { TreasurySupport } from '@/lib/protocol/treasury-vote'

const LPT = 10n ** 18n
const me = '0x1111111111111111111111111111111111111111'
const them = '0x2222222222222222222222222222222222222222'
const poll = '0x3333333333333333333333333333333333333333'
const wallet: WalletState = { status: 'connected', address: me, chainId: 31_337, connectorName: 'Test' }

const treasury: TreasuryBallotView = {
  proposal: '42',
  account: me,
  state: 'active',
  currentRound: 100,
  firstRound: 95,
  lastRound: 104,
  hasVoted: false,
  support: null,
  weightWei: 10n * LPT,
  powerNowWei: 12n * LPT,
  ownWei: null,
  movedAwayWei: 0n,
  movedAwayBy: 0,
  delegate: them,
  delegateName: null,
  delegateRegistered: true,
  delegateVoted: false,
  delegateSupport: null,
  delegateCountedWei: 100n * LPT,
  powerless: null,
  forWei: 200n * LPT,
  againstWei: 150n * LPT,
  abstainWei: 0n,
  quorumWei: 300n * LPT,
  quotaP6: 500_000n,
}
const polled: PollBallotView = {
  poll,
  account: me,
  open: true,
  choice: null,
  weightWei: 10n * LPT,
  ownWei: 10n * LPT,
  movedAwayWei: 0n,
  movedAwayBy: 0,
  delegate: them,
  delegateName: null,
  delegateRegistered: true,
  delegateChoice: null,
  delegateCountedWei: 100n * LPT,
  yesWei: 20n * LPT,
  noWei: 25n * LPT,
  totalStakeWei: 100n * LPT,
  quorumP6: 333_300n,
  quotaP6: 500_000n,
}
const draft = { support: 'for', reason: ' because ' } as const

describe('a treasury vote', () => {
  it('is the choice with its reason', () => {
    const form = treasuryVoteForm(treasury, wallet, draft)
    expect(form.intent).toEqual({ verb: 'castVote', proposalId: 42n, support: 'for', reason: 'because' })
    expect(form.reason).toBeNull()
    expect(form.voted).toBeNull()
  })

  it.each<
    [Partial<TreasuryBallotView>, Partial<WalletState>, Partial<typeof draft> | { support: null }, RegExp]
  >([
    [{ state: 'pending', weightWei: null, currentRound: 94 }, {}, {}, /opens in round 95\. It is round 94/],
    [{ state: 'succeeded' }, {}, {}, /over/],
    [{ hasVoted: true }, {}, {}, /final/],
    [{}, { status: 'wrong-chain' }, {}, /another network/],
    [{}, { status: 'loading' }, {}, /Waiting for your wallet/],
    [{}, {}, { support: null }, /Choose/],
    [{}, {}, { reason: 'x'.repeat(reasonLimit + 1) } as never, /Shorten/],
  ])('is not reviewed while %o %o', (ballot, state, entered, reason) => {
    const form = treasuryVoteForm(
      { ...treasury, ...ballot },
      { ...wallet, ...state },
      { ...draft, ...entered },
    )
    expect(form.reason).toMatch(reason)
    expect(form.intent).toBeNull()
  })

  it('shows the power that was settled, not the power of today', () => {
    expect(treasuryVoteForm({ ...treasury, delegateCountedWei: null }, wallet, draft).power).toMatchObject([
      {
        label: 'Your voting power',
        value: '10 LPT',
        explanation: expect.stringContaining('end of round 94'),
      },
    ])
    const pending = treasuryVoteForm({ ...treasury, state: 'pending', weightWei: null }, wallet, draft)
    expect(pending.power).toMatchObject([{ label: 'Your voting power now', value: '12 LPT' }])
  })

  it('shows an orchestrator what its delegators took out of its vote, and its own part where that is known', () => {
    const mine = { ...treasury, delegate: me, movedAwayWei: 4n * LPT, movedAwayBy: 2 } as const
    const lines = (ballot: TreasuryBallotView) =>
      treasuryVoteForm(ballot, wallet, draft).power.map(({ label, value }) => [label, value])
    expect(lines(mine)).toEqual([
      ['Delegated to you, your own included', '10 LPT'],
      ['Voted by 2 delegators of yours', '−4 LPT'],
      ['Counts for your choice', '6 LPT'],
    ])
    expect(lines({ ...mine, ownWei: 3n * LPT }).slice(1, 3)).toEqual([
      ['Your own', '3 LPT'],
      ['Of your delegators', '7 LPT'],
    ])
    expect(lines({ ...mine, movedAwayWei: null, movedAwayBy: null })).toHaveLength(1)
    expect(treasuryVoteForm(mine, wallet, draft).power[0]?.explanation).toMatch(/older state of the chain/)
  })

  it.each<[Partial<TreasuryBallotView>, RegExp]>([
    [{}, /0x2222…2222 has not voted/],
    [{ delegateName: 'orca.eth' }, /orca\.eth \(0x2222…2222\) has not voted/],
    [{ delegateVoted: true, delegateSupport: 'against' }, /voted Against, for you too/],
    [{ delegateVoted: true }, /0x2222…2222 voted, for you too/],
    [{ delegateVoted: true, delegateSupport: 'for', hasVoted: true }, /voted For, without your part/],
    [{ delegate: me }, /Delegators who vote themselves/],
  ])('says what the orchestrator voted: %o', (ballot, note) => {
    expect(treasuryVoteForm({ ...treasury, ...ballot }, wallet, draft).notes.join(' ')).toMatch(note)
  })

  const pending = { weightWei: null, state: 'pending' } as const
  it.each<[Partial<TreasuryBallotView>, RegExp, string | null]>([
    [{ weightWei: 0n, powerless: 'no-stake', delegate: null }, /no stake bonded when/, null],
    [{ ...pending, powerless: 'no-stake', delegate: null }, /before the end of round 94 counts/, null],
    [{ weightWei: 0n, powerless: 'no-checkpoint', delegate: null }, /never recorded.*Too late/, me],
    [{ ...pending, powerless: 'no-checkpoint', delegate: null }, /never recorded.*In time/, me],
    [
      { weightWei: 0n, powerless: 'bonded-later', delegate: null },
      /after the voting power was settled/,
      null,
    ],
    [{ weightWei: 0n, powerless: 'delegate-no-checkpoint' }, /orchestrator was never recorded/, them],
    [{ weightWei: 0n, powerless: 'delegate-not-registered' }, /was no orchestrator/, null],
    [{ ...pending, powerless: 'delegate-not-registered' }, /is no orchestrator/, null],
  ])('explains why it weighs nothing, and offers what helps: %o', (ballot, text, recorded) => {
    const { weightless } = treasuryVoteForm({ ...treasury, ...ballot }, wallet, draft)
    expect(weightless?.text).toMatch(text)
    expect(weightless?.record?.of ?? null).toBe(recorded)
  })

  it('has nothing to explain where it weighs something', () => {
    expect(treasuryVoteForm(treasury, wallet, draft).weightless).toBeNull()
  })

  const effect = (ballot: Partial<TreasuryBallotView>, entered: Partial<TreasuryVoteDraft> = {}) =>
    treasuryVoteForm({ ...treasury, ...ballot }, wallet, { ...draft, ...entered }).effect
  const after = (ballot: Partial<TreasuryBallotView>, entered: Partial<TreasuryVoteDraft> = {}) =>
    effect(ballot, entered)?.rows.map(({ afterWei }) => afterWei / LPT)

  it('shows what the vote changes in the tally, and what that comes to', () => {
    expect(after({})).toEqual([210n, 150n, 0n])
    expect(effect({})?.rows[0]).toMatchObject({ side: 'for', beforeWei: 200n * LPT })
    // The orchestrator loses this part of its vote.
    expect(after({ delegateVoted: true, delegateSupport: 'against' })).toEqual([210n, 140n, 0n])
    expect(after({ delegateVoted: true, delegateSupport: 'for' }, { support: 'abstain' })).toEqual([
      190n,
      150n,
      10n,
    ])
    expect(after({ delegateVoted: true, delegateSupport: 'for', delegateRegistered: false })).toEqual([
      210n,
      150n,
      0n,
    ])
    expect(after({ delegate: me, movedAwayWei: 4n * LPT })).toEqual([206n, 150n, 0n])
    expect(effect({})?.verdict).toMatch(/would pass/)
    expect(effect({ quorumWei: 361n * LPT })?.verdict).toMatch(/quorum would not be met/)
    expect(effect({ weightWei: 60n * LPT }, { support: 'against' })?.verdict).toMatch(/would be rejected/)
  })

  it.each<[string, Partial<TreasuryBallotView>, TreasurySupport | null]>([
    ['no side is chosen', {}, null],
    ['it is cast', { hasVoted: true }, 'for'],
    ['it weighs nothing', { weightWei: 0n }, 'for'],
    ['voting has not opened', { weightWei: null, quorumWei: null }, 'for'],
    ['it is not known what the orchestrator voted', { delegateVoted: true }, 'for'],
    ['it is not known what delegators took', { delegate: me, movedAwayWei: null }, 'for'],
  ])('shows no change while %s', (_why, ballot, support) => {
    expect(effect(ballot, { support })).toBeNull()
  })

  it('says what it takes from the orchestrator’s vote, before and after', () => {
    const values = (ballot: Partial<TreasuryBallotView>) =>
      treasuryVoteForm({ ...treasury, ...ballot }, wallet, draft).power.map(({ value }) => value)
    expect(values({})).toEqual(['10 LPT', '100 LPT', '90 LPT'])
    expect(values({ hasVoted: true })).toEqual(['10 LPT', '90 LPT'])
    expect(values({ weightWei: 0n })).toEqual(['0 LPT'])
    expect(values({ delegateCountedWei: null })).toEqual(['10 LPT'])
    expect(pollVoteForm(polled, wallet, null).power.map(({ value }) => value)).toEqual([
      '10 LPT',
      '100 LPT',
      '90 LPT',
    ])
  })

  it('says what was voted, and that it was, where the index does not know yet', () => {
    const voted = { ...treasury, hasVoted: true }
    expect(treasuryVoteForm(voted, wallet, draft).voted).toBe('You voted.')
    expect(treasuryVoteForm({ ...voted, support: 'abstain' }, wallet, draft).voted).toBe('You voted Abstain.')
  })
})

describe('a vote in a poll', () => {
  it('is the choice, and can be changed to the other one', () => {
    expect(pollVoteForm(polled, wallet, 'no').intent).toEqual({ verb: 'votePoll', poll, choice: 'no' })
    const voted = pollVoteForm({ ...polled, choice: 'no' }, wallet, 'yes')
    expect(voted.voted).toBe('You voted Against.')
    expect(voted.intent).toEqual({ verb: 'votePoll', poll, choice: 'yes' })
  })

  it.each<[Partial<PollBallotView>, Partial<WalletState>, 'yes' | 'no' | null, RegExp]>([
    [{ open: false }, {}, 'yes', /closed/],
    [{}, { status: 'wrong-chain' }, 'yes', /another network/],
    [{}, {}, null, /Choose/],
    [{ choice: 'yes' }, {}, 'yes', /your vote already/],
  ])('is not reviewed while %o %o %s', (ballot, state, choice, reason) => {
    const form = pollVoteForm({ ...polled, ...ballot }, { ...wallet, ...state }, choice)
    expect(form.reason).toMatch(reason)
    expect(form.intent).toBeNull()
  })

  it.each<[Partial<PollBallotView>, RegExp]>([
    [{}, /has not voted/],
    [{ delegateChoice: 'yes' }, /voted For, for you too/],
    [{ delegateChoice: 'yes', choice: 'no' }, /voted For, without your part/],
    [{ delegate: me }, /Delegators who vote themselves/],
  ])('explains %o', (ballot, note) => {
    expect(pollVoteForm({ ...polled, ...ballot }, wallet, null).notes.join(' ')).toMatch(note)
  })

  it('warns an account without stake, and offers nothing that would not help', () => {
    const { weightless } = pollVoteForm({ ...polled, weightWei: 0n, delegate: null }, wallet, 'yes')
    expect(weightless).toMatchObject({ text: expect.stringMatching(/no stake/), record: null })
    expect(pollVoteForm(polled, wallet, 'yes').weightless).toBeNull()
  })

  it('counts an orchestrator’s vote without its delegators’', () => {
    const mine = {
      ...polled,
      ownWei: 4n * LPT,
      delegate: me,
      movedAwayWei: 3n * LPT,
      movedAwayBy: 1,
    } as const
    expect(pollVoteForm(mine, wallet, null).power.map(({ label, value }) => [label, value])).toEqual([
      ['Delegated to you, your own included', '10 LPT'],
      ['Your own', '4 LPT'],
      ['Of your delegators', '6 LPT'],
      ['Voted by 1 delegator of yours', '−3 LPT'],
      ['Counts for your choice', '7 LPT'],
    ])
  })

  it('shows what a vote, and a change of it, would make of the tally', () => {
    const after = (ballot: Partial<PollBallotView>, choice: 'yes' | 'no') =>
      pollVoteForm({ ...polled, ...ballot }, wallet, choice).effect?.rows.map(
        ({ afterWei }) => afterWei / LPT,
      )
    expect(after({}, 'yes')).toEqual([30n, 25n])
    expect(after({ delegateChoice: 'no' }, 'yes')).toEqual([30n, 15n])
    expect(after({ choice: 'no', delegateChoice: 'no' }, 'yes')).toEqual([30n, 15n])
    expect(after({ delegate: me, movedAwayWei: 3n * LPT }, 'no')).toEqual([20n, 32n])
    const verdict = (ballot: Partial<PollBallotView>) =>
      pollVoteForm({ ...polled, ...ballot }, wallet, 'yes').effect?.verdict
    expect(verdict({})).toMatch(/would pass/)
    expect(verdict({ weightWei: 5n * LPT })).toMatch(/would be rejected/)
    expect(verdict({ totalStakeWei: 10n ** 24n })).toMatch(/quorum would not be met/)
    expect(verdict({ totalStakeWei: null })).toMatch(/not known/)
    expect(after({ yesWei: null, noWei: null }, 'yes')).toBeUndefined()
    expect(after({ choice: 'yes' }, 'yes')).toBeUndefined()
  })
})
