import { describe, expect, it } from 'vitest'
import { pollVoteForm } from '@/components/governance/poll-vote-model'
import { reasonLimit, treasuryVoteForm } from '@/components/governance/treasury-vote-model'
import type { WalletState } from '@/hooks/wallet-store'
import type { PollBallotView, TreasuryBallotView } from '@/lib/data/governance-types'

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
  movedAwayWei: 0n,
  delegate: them,
  delegateRegistered: true,
  delegateVoted: false,
  delegateSupport: null,
  delegateCountedWei: 100n * LPT,
  powerless: null,
}
const polled: PollBallotView = {
  poll,
  account: me,
  open: true,
  choice: null,
  weightWei: 10n * LPT,
  ownWei: 10n * LPT,
  movedAwayWei: 0n,
  delegate: them,
  delegateRegistered: true,
  delegateChoice: null,
  delegateCountedWei: 100n * LPT,
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

  it('shows an orchestrator what its delegators took out of its vote', () => {
    const mine = { ...treasury, delegate: me, movedAwayWei: 4n * LPT } as const
    expect(treasuryVoteForm(mine, wallet, draft).power.map(({ label, value }) => [label, value])).toEqual([
      ['Delegated to you, your own included', '10 LPT'],
      ['Voted by your delegators themselves', '−4 LPT'],
      ['Counts for your choice', '6 LPT'],
    ])
    expect(treasuryVoteForm({ ...mine, movedAwayWei: null }, wallet, draft).power).toHaveLength(1)
  })

  it.each<[Partial<TreasuryBallotView>, RegExp]>([
    [{}, /0x2222…2222 has not voted/],
    [{ delegateVoted: true, delegateSupport: 'against' }, /voted Against, for you too/],
    [{ delegateVoted: true }, /0x2222…2222 voted, for you too/],
    [{ delegate: me }, /Delegators who vote themselves/],
    [{ weightWei: 0n, powerless: 'no-stake', delegate: null }, /no stake bonded/],
    [{ weightWei: 0n, powerless: 'no-checkpoint', delegate: null }, /never recorded/],
    [
      { weightWei: null, state: 'pending', powerless: 'no-checkpoint', delegate: null },
      /before voting opens records it/,
    ],
    [{ weightWei: 0n, powerless: 'bonded-later', delegate: null }, /after the voting power was settled/],
    [
      { weightWei: 0n, powerless: 'delegate-not-registered', delegateRegistered: false },
      /was no orchestrator/,
    ],
  ])('explains %o', (ballot, note) => {
    expect(treasuryVoteForm({ ...treasury, ...ballot }, wallet, draft).notes.join(' ')).toMatch(note)
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
    [{ delegate: me }, /Delegators who vote themselves/],
    [{ weightWei: 0n, delegate: null }, /no stake/],
  ])('explains %o', (ballot, note) => {
    expect(pollVoteForm({ ...polled, ...ballot }, wallet, null).notes.join(' ')).toMatch(note)
  })

  it('counts an orchestrator’s vote without its delegators’', () => {
    const mine = { ...polled, ownWei: 4n * LPT, delegate: me, movedAwayWei: 3n * LPT } as const
    expect(pollVoteForm(mine, wallet, null).power.map(({ value }) => value)).toEqual([
      '10 LPT',
      '4 LPT',
      '6 LPT',
      '−3 LPT',
      '7 LPT',
    ])
  })
})
