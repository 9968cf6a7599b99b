import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countedFor, movedAwayFrom, netVotes, type WeighedVote } from '@/lib/protocol/netted-votes'
import { tallyWithVote } from '@/lib/protocol/vote-effect'

const sides = ['for', 'against', 'abstain'] as const
type Side = (typeof sides)[number]

const address = (index: number): `0x${string}` => `0x${String(index).padStart(40, '0')}`

const tallyOf = (votes: readonly WeighedVote<Side>[]) => {
  const netted = netVotes(votes)
  return {
    for: countedFor(netted, 'for'),
    against: countedFor(netted, 'against'),
    abstain: countedFor(netted, 'abstain'),
  }
}

/** Orchestrators 0 to 2 with three delegators each; account 12 delegates to nobody. */
const elections = fc
  .record({
    stakes: fc.array(fc.bigInt({ min: 0n, max: 10n ** 24n }), { minLength: 13, maxLength: 13 }),
    order: fc.shuffledSubarray(
      Array.from({ length: 13 }, (_, index) => index),
      { minLength: 1 },
    ),
    choices: fc.array(fc.constantFrom(...sides), { minLength: 13, maxLength: 13 }),
  })
  .map(({ stakes, order, choices }) =>
    order.map((index): WeighedVote<Side> => {
      const own = stakes[index] ?? 0n
      const delegated = [0, 1, 2].reduce((sum, other) => sum + (stakes[3 + index * 3 + other] ?? 0n), 0n)
      return {
        voter: address(index),
        choice: choices[index] ?? 'for',
        weight: index < 3 ? own + delegated : own,
        delegate: index < 3 ? address(index) : index < 12 ? address(Math.floor((index - 3) / 3)) : null,
      }
    }),
  )

/** What the last vote of a list meets in those before it. */
function casting(votes: readonly WeighedVote<Side>[], vote: WeighedVote<Side>, before: Side | null) {
  const others = votes.filter(({ voter }) => voter !== vote.voter)
  const own = vote.delegate === vote.voter
  return {
    choice: vote.choice,
    before,
    weightWei: vote.weight,
    movedAwayWei: own ? movedAwayFrom(others, vote.voter) : 0n,
    overridden: own ? null : (others.find(({ voter }) => voter === vote.delegate)?.choice ?? null),
  }
}

describe('the tally with one more vote', () => {
  it('is what counting all votes anew gives, in whatever order they come', () => {
    fc.assert(
      fc.property(elections, (votes) => {
        let tally = tallyOf([])
        for (const [index, vote] of votes.entries()) {
          const earlier = votes.slice(0, index)
          tally = tallyWithVote(tally, casting(earlier, vote, null))
          expect(tally).toEqual(tallyOf([...earlier, vote]))
        }
      }),
    )
  })

  it('is so for a changed vote, too', () => {
    fc.assert(
      fc.property(elections, fc.nat(), fc.constantFrom(...sides), (votes, at, choice) => {
        const changed = votes[at % votes.length]
        if (!changed) throw new Error('an election without votes')
        const after = votes.map((vote) => (vote === changed ? { ...vote, choice } : vote))
        expect(tallyWithVote(tallyOf(votes), casting(votes, { ...changed, choice }, changed.choice))).toEqual(
          tallyOf(after),
        )
      }),
    )
  })
})
