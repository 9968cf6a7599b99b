import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countedFor, movedAwayFrom, netVotes, type WeighedVote } from './netted-votes'
import type { TreasurySupport, TreasuryTally } from './treasury-vote'
import type { Address } from './types'

const account = (index: number): Address => `0x${(index + 1).toString(16).padStart(40, '0')}`
const [T, D1, D2, D3, W, U, I] = [0, 1, 2, 3, 4, 5, 6].map(account) as [
  Address,
  Address,
  Address,
  Address,
  Address,
  Address,
  Address,
]

/**
 * The governor's own bookkeeping, vote after vote (contracts.md 11.2): what a tally looks like on chain, written from the
 * contract's rule and not from the netting under test.
 */
class CountingModel {
  readonly tally: TreasuryTally = { against: 0n, for: 0n, abstain: 0n }
  readonly #votes = new Map<Address, { support: TreasurySupport }>()
  readonly #deductions = new Map<Address, bigint>()
  readonly #delegateOf: (account: Address) => Address | null

  constructor(delegateOf: (account: Address) => Address | null) {
    this.#delegateOf = delegateOf
  }

  cast(voter: Address, support: TreasurySupport, weight: bigint): void {
    this.#votes.set(voter, { support })
    const delegate = this.#delegateOf(voter)
    let counted = weight
    if (delegate === voter) counted = weight - (this.#deductions.get(voter) ?? 0n)
    else if (delegate !== null && this.#delegateOf(delegate) === delegate) {
      this.#deductions.set(delegate, (this.#deductions.get(delegate) ?? 0n) + weight)
      const theirs = this.#votes.get(delegate)
      if (theirs) this.tally[theirs.support] -= weight
    }
    this.tally[support] += counted
  }
}

const sums = (votes: readonly WeighedVote<TreasurySupport>[]): TreasuryTally => {
  const netted = netVotes(votes)
  return {
    against: countedFor(netted, 'against'),
    for: countedFor(netted, 'for'),
    abstain: countedFor(netted, 'abstain'),
  }
}

describe('example B of contracts.md 13.2', () => {
  const votes: WeighedVote<TreasurySupport>[] = [
    { voter: D1, choice: 'against', weight: 393499326630832876905n, delegate: T },
    { voter: T, choice: 'for', weight: 1767496633154164384527n, delegate: T },
    { voter: D2, choice: 'abstain', weight: 228999551087221917936n, delegate: T },
    { voter: D3, choice: 'against', weight: 0n, delegate: I },
    { voter: W, choice: 'for', weight: 500n * 10n ** 18n, delegate: W },
    { voter: U, choice: 'against', weight: 700n * 10n ** 18n, delegate: U },
  ]
  const after: [bigint, bigint, bigint][] = [
    [393499326630832876905n, 0n, 0n],
    [393499326630832876905n, 1373997306523331507622n, 0n],
    [393499326630832876905n, 1144997755436109589686n, 228999551087221917936n],
    [393499326630832876905n, 1144997755436109589686n, 228999551087221917936n],
    [393499326630832876905n, 1644997755436109589686n, 228999551087221917936n],
    [1093499326630832876905n, 1644997755436109589686n, 228999551087221917936n],
  ]

  it.each(after.map((tally, index) => [index + 1, tally] as const))(
    'counts the first %i votes to the wei',
    (count, [against, inFavour, abstain]) => {
      expect(sums(votes.slice(0, count))).toEqual({ against, for: inFavour, abstain })
    },
  )

  it('says what each vote lost to delegators', () => {
    const [, t] = netVotes(votes)
    expect(t).toMatchObject({ movedAway: 393499326630832876905n + 228999551087221917936n })
    expect(movedAwayFrom(votes, T)).toBe(622498877718054794841n)
    expect(movedAwayFrom(votes, D1)).toBe(0n)
  })

  it('knows what an orchestrator would lose before it votes', () => {
    expect(movedAwayFrom(votes.slice(0, 1), T)).toBe(393499326630832876905n)
  })

  it('compares addresses in any letter case', () => {
    const upper = votes.map((vote) => ({
      ...vote,
      voter: vote.voter.toUpperCase().replace('X', 'x') as Address,
    }))
    expect(sums(upper)).toEqual(sums(votes))
  })
})

describe('any election', () => {
  const elections = fc
    .record({
      /** For each account: itself, another account, or nobody. */
      delegates: fc.array(fc.option(fc.nat(7)), { minLength: 8, maxLength: 8 }),
      own: fc.array(fc.bigInt(0n, 10n ** 24n), { minLength: 8, maxLength: 8 }),
      ballots: fc.uniqueArray(fc.record({ voter: fc.nat(7), side: fc.nat(2) }), {
        selector: ({ voter }) => voter,
        maxLength: 8,
      }),
    })
    .map(({ delegates, own, ballots }) => {
      const delegateOf = (address: Address): Address | null => {
        const target = delegates[Number(BigInt(address)) - 1]
        return target === null || target === undefined ? null : account(target)
      }
      // Power as BondingVotes gives it: an orchestrator has everything delegated to it, a delegator its own stake, and
      // whoever delegates to no orchestrator has none.
      const power = (address: Address): bigint => {
        const stake = (index: number) => own[index] ?? 0n
        const delegate = delegateOf(address)
        if (delegate === address) {
          return delegates.reduce<bigint>(
            (sum, target, index) =>
              target !== null && account(target) === address ? sum + stake(index) : sum,
            0n,
          )
        }
        if (delegate === null || delegateOf(delegate) !== delegate) return 0n
        return stake(Number(BigInt(address)) - 1)
      }
      const votes = ballots.map(({ voter, side }): WeighedVote<TreasurySupport> => {
        const address = account(voter)
        const choice = (['against', 'for', 'abstain'] as const)[side] ?? 'abstain'
        return { voter: address, choice, weight: power(address), delegate: delegateOf(address) }
      })
      return { votes, delegateOf }
    })

  it('nets to what the governor counted, whatever the order of votes', () => {
    fc.assert(
      fc.property(elections, ({ votes, delegateOf }) => {
        const chain = new CountingModel(delegateOf)
        for (const { voter, choice, weight } of votes) chain.cast(voter, choice, weight)
        expect(sums(votes)).toEqual(chain.tally)
        expect(sums(votes.toReversed())).toEqual(chain.tally)
      }),
      { numRuns: 500 },
    )
  })

  it('never counts less than nothing, nor more than the weights', () => {
    fc.assert(
      fc.property(elections, ({ votes }) => {
        for (const vote of netVotes(votes)) {
          expect(vote.counted).toBeGreaterThanOrEqual(0n)
          expect(vote.counted + vote.movedAway).toBe(vote.weight)
        }
      }),
    )
  })
})
