import { describe, expect, it } from 'vitest'
import type { GovernorProposal } from '@/lib/data/governor'
import { indexedPoll, pollRow } from '@/lib/data/poll-rows'
import { byCountedWeight, frozenVotes, type PollVoteRow, pollVoteViews, recount } from '@/lib/data/poll-votes'
import { byState } from '@/lib/data/polls'
import { addUp, type IndexedProposalVote, nettedProposalVotes, shownReason } from '@/lib/data/proposal'
import { byFirstRound, datedRounds, indexedProposal, proposalRow } from '@/lib/data/treasury'
import { isSourceError } from '@/lib/network/source-error'

const LPT = 10n ** 18n
const address = (digit: string) => `0x${digit.repeat(40)}` as const
const [T, D, X] = ['1', '2', '3'].map(address) as [`0x${string}`, `0x${string}`, `0x${string}`]

const votes: PollVoteRow[] = [
  { voter: T, choice: 'yes', frozen: { weightWei: 90n * LPT, movedAwayWei: 10n * LPT } },
  { voter: D, choice: 'no', frozen: { weightWei: 10n * LPT, movedAwayWei: 0n } },
]
const poll = indexedPoll({
  id: address('a'),
  proposal: ' Qm ',
  endBlock: '1000',
  quorum: '333300',
  quota: '500000',
  tally: { yes: '80', no: '10' },
})
const end = { endsAt: null, totalStakeWei: 300n * LPT }
const text = { state: 'failed', reason: 'r', next: 'n' } as const

describe('a poll', () => {
  it('is recounted with the stakes of the chain while it is open', () => {
    const counted = recount(votes, [
      { weightWei: 100n * LPT, ownWei: 100n * LPT, delegate: T },
      { weightWei: 30n * LPT, ownWei: 30n * LPT, delegate: T },
    ])
    const row = pollRow(poll, { blockNum: 1000n, counted: { votes: counted, by: 'now' }, end, text })
    expect(row).toMatchObject({
      state: 'open',
      verdict: 'passed',
      yesWei: 70n * LPT,
      noWei: 30n * LPT,
      tallySource: 'chain',
      supportP9: 700_000_000n,
      participationP9: 333_333_333n,
    })
  })

  it('keeps the index’s tally once it is closed', () => {
    const row = pollRow(poll, { blockNum: 1001n, counted: null, end, text })
    expect(row).toMatchObject({
      yesWei: 80n * LPT,
      noWei: 10n * LPT,
      tallySource: 'subgraph',
      state: 'quorum-not-met',
    })
    const frozen = frozenVotes(votes) ?? []
    expect(pollRow(poll, { blockNum: 1001n, counted: { votes: frozen, by: 'index' }, end, text })).toEqual(
      row,
    )
    expect(frozen.map(({ counted }) => counted)).toEqual([80n * LPT, 10n * LPT])
  })

  it('is counted anew with the stakes of its end where a node has them', () => {
    const counted = recount(votes, [
      { weightWei: 120n * LPT, ownWei: 120n * LPT, delegate: T },
      { weightWei: 10n * LPT, ownWei: 10n * LPT, delegate: T },
    ])
    expect(
      pollRow(poll, { blockNum: 1001n, counted: { votes: counted, by: 'end' }, end, text }),
    ).toMatchObject({
      yesWei: 110n * LPT,
      noWei: 10n * LPT,
      tallySource: 'chain',
      state: 'passed',
    })
  })

  it('is not judged without the active stake of its last round', () => {
    const row = pollRow(poll, { blockNum: 1001n, counted: null, end: { ...end, totalStakeWei: null }, text })
    expect(row).toMatchObject({ state: 'unknown', participationP9: null })
  })

  it('has a tally of zeros before its first vote, and is refused when a figure is none', () => {
    const row = { id: X, proposal: 'x', endBlock: '5', quorum: '1', quota: '1', tally: null }
    expect(indexedPoll(row).frozenTally).toEqual({ yes: 0n, no: 0n })
    try {
      indexedPoll({ ...row, quorum: 'NaN' })
      expect.unreachable()
    } catch (error) {
      expect(isSourceError(error)).toBe(true)
    }
  })

  it('lists votes by weight with the time of the last one', () => {
    const lastVotes = new Map([[D.toLowerCase(), { at: 7, hash: null }]])
    expect(pollVoteViews(frozenVotes(votes) ?? [], { lastVotes })).toMatchObject([
      { voter: T, countedWei: 80n * LPT, movedAwayWei: 10n * LPT, votedAt: null },
      { voter: D, countedWei: 10n * LPT, votedAt: 7 },
    ])
  })

  it('comes before closed ones while it is open, the first to close at the top', () => {
    const rows = [
      { state: 'passed', endBlock: 10 },
      { state: 'open', endBlock: 40 },
      { state: 'rejected', endBlock: 20 },
      { state: 'open', endBlock: 30 },
    ] as const
    expect(rows.toSorted(byState).map(({ endBlock }) => endBlock)).toEqual([30, 40, 20, 10])
  })
})

const governor: GovernorProposal = {
  proposer: X,
  state: 'defeated',
  snapshot: 12,
  deadline: 22,
  tally: { against: 5n, for: 5n, abstain: 10n },
  eta: 0,
  power: { quorumWei: 21n, totalWei: 60n },
  quotaP6: 500_000n,
}

describe('a proposal', () => {
  it('joins the governor’s figures with the index’s text, and says why it was defeated', () => {
    const dates = new Map([[13, { at: 100, estimated: false }]])
    expect(proposalRow('7', governor, { title: 'Pay', actions: [] }, dates)).toMatchObject({
      title: 'Pay',
      verdict: 'quorum-not-met',
      firstRound: 13,
      lastRound: 22,
      opensAt: { at: 100, estimated: false },
      closesAt: null,
      supportP9: 500_000_000n,
      participationP9: 333_333_333n,
    })
    expect(datedRounds(governor)).toEqual([13, 23])
  })

  it('has neither quorum nor verdict before voting opens, and no text before the index has it', () => {
    const row = proposalRow('7', { ...governor, state: 'pending', power: null }, null, new Map())
    expect(row).toMatchObject({
      verdict: null,
      quorumWei: null,
      participationP9: null,
      title: null,
      actions: null,
    })
  })

  it('is listed newest first, in one order', () => {
    const rows = [
      { firstRound: 5, id: 'b' },
      { firstRound: 9, id: 'a' },
      { firstRound: 5, id: 'a' },
    ]
    expect(rows.toSorted(byFirstRound)).toEqual([rows[1], rows[2], rows[0]])
  })

  it('survives any description', () => {
    const row = { id: '1', targets: [X], values: ['5'], calldatas: ['0x' as const] }
    for (const description of ['---\ntitle: [\n: :\n---\n', '', '\u202e', '# ', '\0'.repeat(1000)]) {
      expect(indexedProposal({ ...row, description }).calls).toEqual([
        { target: X, valueWei: 5n, calldata: '0x' },
      ])
    }
  })
})

describe('votes on a proposal', () => {
  const indexed: IndexedProposalVote[] = [
    { voter: T, support: 'for', weightWei: 100n, reason: null, votedAt: 1, hash: null },
    { voter: D, support: 'against', weightWei: 30n, reason: null, votedAt: 2, hash: null },
  ]

  it('are netted as the governor does, and add up to its tally or not', () => {
    const netted = nettedProposalVotes(indexed, [T, T])
    expect(netted.map(({ counted }) => counted)).toEqual([70n, 30n])
    expect(addUp(netted, { for: 70n, against: 30n, abstain: 0n })).toBe(true)
    expect(addUp(netted, { for: 100n, against: 30n, abstain: 0n })).toBe(false)
    expect(addUp(netted, { for: 70n, against: 30n, abstain: 1n })).toBe(false)
  })

  it('are ordered by what counts, then by address', () => {
    const rows = [
      { countedWei: 1n, voter: '0xB' },
      { countedWei: 2n, voter: '0xC' },
      { countedWei: 1n, voter: '0xa' },
    ]
    expect(rows.toSorted(byCountedWeight).map(({ voter }) => voter)).toEqual(['0xC', '0xa', '0xB'])
  })

  it.each([
    [null, null],
    ['', null],
    [' \n\u202e ', null],
    ['a\u202eb', 'ab'],
    ['a\n\n\n\n\nb', 'a\n\nb'],
  ])('reason %j is shown as %j', (reason, shown) => {
    expect(shownReason(reason)).toBe(shown)
  })

  it('cuts a reason that is a book', () => {
    expect(shownReason('x'.repeat(100_000))?.length).toBe(5_001)
  })
})
