import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ProposalFacts,
  powerlessReason,
  proposalState,
  quorumShareP6,
  treasuryParticipationP9,
  treasurySupportP9,
  treasuryVerdict,
} from './treasury-vote'

/** Example B of contracts.md 13.2 after its last vote. */
const tally = {
  against: 1093499326630832876905n,
  for: 1644997755436109589686n,
  abstain: 228999551087221917936n,
}
const quorum = 1022396627830282989362n
const supply = 3067496633154164384527n
const facts: ProposalFacts = {
  executed: false,
  canceled: false,
  snapshot: 12n,
  deadline: 22n,
  currentRound: 23n,
  tally,
  quorum,
  quotaP6: 500_000n,
  timelock: 'none',
}

describe('the life of a proposal', () => {
  it.each([
    [11n, 'pending'],
    [12n, 'pending'],
    [13n, 'active'],
    [22n, 'active'],
    [23n, 'succeeded'],
  ] as const)('example B is, in round %s, %s', (currentRound, state) => {
    expect(proposalState({ ...facts, currentRound })).toBe(state)
  })

  it('does not need the quorum while voting is not over', () => {
    expect(proposalState({ ...facts, currentRound: 12n, quorum: null })).toBe('pending')
    expect(proposalState({ ...facts, currentRound: 22n, quorum: null })).toBe('active')
    expect(() => proposalState({ ...facts, quorum: null })).toThrow(RangeError)
  })

  it.each([
    ['queued', { timelock: 'scheduled' }],
    ['executed', { timelock: 'done' }],
    ['canceled', { timelock: 'cancelled' }],
    ['executed', { executed: true, canceled: true }],
    ['canceled', { canceled: true, currentRound: 11n }],
    ['defeated', { tally: { ...tally, against: tally.for + 2n } }],
    ['defeated', { quorum: 2967496633154164384527n + 1n }],
  ] as const)('is %s with %o', (state, change) => {
    expect(proposalState({ ...facts, ...change } as ProposalFacts)).toBe(state)
  })

  it('a defeat has nothing to do with the timelock', () => {
    const lost = { ...facts, tally: { against: quorum, for: 0n, abstain: 0n } }
    for (const timelock of ['none', 'scheduled', 'done', 'cancelled'] as const) {
      expect(proposalState({ ...lost, timelock })).toBe('defeated')
    }
  })
})

describe('the verdict on a tally', () => {
  it.each([
    ['succeeds', { against: 500n, for: 500n, abstain: 0n }],
    ['rejected', { against: 502n, for: 500n, abstain: 0n }],
    ['succeeds', { against: 0n, for: 0n, abstain: 1_000n }],
    ['quorum-not-met', { against: 0n, for: 999n, abstain: 0n }],
    // Abstentions fill the quorum and take no side.
    ['succeeds', { against: 1n, for: 1n, abstain: 998n }],
    ['quorum-not-met', { against: 999n, for: 0n, abstain: 0n }],
  ] as const)('%s: %o', (verdict, votes) => {
    expect(treasuryVerdict(votes, 1_000n, 500_000n)).toBe(verdict)
  })

  it('rounds the quota down, as the contract does', () => {
    // of_P6(3, 50 %) = 1: one of three is enough.
    expect(treasuryVerdict({ against: 2n, for: 1n, abstain: 0n }, 0n, 500_000n)).toBe('succeeds')
  })

  it('agrees with the state of a closed vote', () => {
    const amount = fc.bigInt(0n, 5_000n)
    fc.assert(
      fc.property(amount, amount, amount, amount, (against, inFavour, abstain, needed) => {
        const votes = { against, for: inFavour, abstain }
        const state = proposalState({ ...facts, tally: votes, quorum: needed })
        const passes = treasuryVerdict(votes, needed, 500_000n) === 'succeeds'
        expect(state).toBe(passes ? 'succeeded' : 'defeated')
      }),
    )
  })
})

describe('figures of a tally', () => {
  it('leaves abstentions out of support and counts them in participation', () => {
    expect(treasurySupportP9({ against: 1n, for: 3n, abstain: 96n })).toBe(750_000_000n)
    expect(treasuryParticipationP9({ against: 1n, for: 3n, abstain: 96n }, 200n)).toBe(500_000_000n)
    expect(treasuryParticipationP9(tally, supply)).toBe(967_400_127n)
  })

  it('gives the governor’s quorum numerator back', () => {
    expect(quorumShareP6(quorum, supply)).toBe(333_300n)
    expect(quorumShareP6(5n, 0n)).toBeNull()
    fc.assert(
      fc.property(fc.bigInt(10n ** 6n, 10n ** 27n), fc.bigInt(0n, 1_000_000n), (total, numerator) => {
        expect(quorumShareP6((total * numerator) / 1_000_000n, total)).toBe(numerator)
      }),
    )
  })

  it('has no support where nobody took a side', () => {
    expect(treasurySupportP9({ against: 0n, for: 0n, abstain: 5n })).toBeNull()
    expect(treasuryParticipationP9({ against: 0n, for: 0n, abstain: 5n }, 0n)).toBeNull()
  })
})

describe('why a vote weighs nothing', () => {
  const some = {
    weight: 0n,
    hasCheckpoint: true,
    bondedNow: 5n,
    delegateAtSnapshot: '0x1',
    delegateNow: { hasCheckpoint: true, registered: true },
  }
  it.each([
    [null, { weight: 1n }],
    ['no-stake', { hasCheckpoint: false, bondedNow: 0n, delegateAtSnapshot: null }],
    ['no-checkpoint', { hasCheckpoint: false, delegateAtSnapshot: null }],
    ['bonded-later', { delegateAtSnapshot: null }],
    ['no-stake', { bondedNow: 0n, delegateAtSnapshot: null }],
    ['delegate-not-registered', {}],
    ['delegate-no-checkpoint', { delegateNow: { hasCheckpoint: false, registered: true } }],
    ['delegate-not-registered', { delegateNow: { hasCheckpoint: false, registered: false } }],
  ] as const)('%s: %o', (reason, change) => {
    expect(powerlessReason({ ...some, ...change })).toBe(reason)
  })
})
