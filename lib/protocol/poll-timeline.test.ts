import { describe, expect, test } from 'vitest'
import { countedFor, netVotes } from './netted-votes'
import type { PollChoice } from './poll-tally'
import { pollTimeline } from './poll-timeline'
import type { Address } from './types'

const account = (n: number): Address => `0x${n.toString(16).padStart(40, '0')}`
const orchestrator = account(1)
const delegator = account(2)
const votes = [
  { voter: orchestrator, weight: 100n, delegate: orchestrator },
  { voter: delegator, weight: 30n, delegate: orchestrator },
]

describe('pollTimeline', () => {
  test('an override leaves the orchestrator’s vote when it is cast', () => {
    expect(
      pollTimeline(votes, [
        { voter: orchestrator, choice: 'yes', at: 10 },
        { voter: delegator, choice: 'no', at: 20 },
        { voter: delegator, choice: 'yes', at: 30 },
      ]),
    ).toEqual([
      { at: 10, yes: 100n, no: 0n },
      { at: 20, yes: 70n, no: 30n },
      { at: 30, yes: 100n, no: 0n },
    ])
  })

  test('the other order comes to the same, and votes of one moment are one entry', () => {
    expect(
      pollTimeline(votes, [
        { voter: delegator, choice: 'no', at: 10 },
        { voter: orchestrator, choice: 'yes', at: 10 },
        { voter: account(9), choice: 'no', at: 20 },
      ]),
    ).toEqual([{ at: 10, yes: 70n, no: 30n }])
  })

  test('after every vote of random polls it is what netting those votes says', () => {
    let seed = 7
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return Math.floor((seed / 2_147_483_648) * below)
    }
    for (let poll = 0; poll < 40; poll += 1) {
      const voters = Array.from({ length: 3 + random(20) }, (_, n) => account(n + 1))
      const weighed = voters.map((voter, n) => ({
        voter,
        weight: BigInt(random(1_000)),
        // Some are orchestrators, some delegate to one that votes, some to one that does not, some to nobody.
        delegate: n % 3 === 0 ? voter : n % 7 === 0 ? null : account(1 + random(voters.length + 2)),
      }))
      const moments = Array.from({ length: 60 }, (_, at) => ({
        voter: voters[random(voters.length)] ?? orchestrator,
        choice: (random(2) === 0 ? 'yes' : 'no') as PollChoice,
        at,
      }))
      const timeline = pollTimeline(weighed, moments)
      expect(timeline).toHaveLength(60)
      for (const [index, { yes, no }] of timeline.entries()) {
        const last = new Map(moments.slice(0, index + 1).map(({ voter, choice }) => [voter, choice]))
        const netted = netVotes(
          weighed.flatMap((vote) => {
            const choice = last.get(vote.voter)
            return choice ? [{ ...vote, choice }] : []
          }),
        )
        expect({ yes, no }).toEqual({ yes: countedFor(netted, 'yes'), no: countedFor(netted, 'no') })
      }
    }
  })
})
