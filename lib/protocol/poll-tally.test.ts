import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isPollOpen,
  pollParticipationP9,
  pollQuorumReached,
  pollQuorumStake,
  pollSupportP9,
  pollVerdict,
} from './poll-tally'

const E18 = 10n ** 18n
const rules = { quorumP6: 333_300n, quotaP6: 500_000n, totalStake: 1_000_000n * E18 }
const enough = 333_300n * E18

describe('the verdict on a poll', () => {
  it.each([
    ['passed', { yes: enough, no: 0n }],
    ['passed', { yes: enough / 2n + 1n, no: enough / 2n }],
    ['rejected', { yes: enough / 2n, no: enough / 2n }],
    ['rejected', { yes: enough / 2n, no: enough / 2n + 1n }],
    ['quorum-not-met', { yes: enough - 1n, no: 0n }],
    ['quorum-not-met', { yes: 0n, no: 0n }],
  ] as const)('is %s for %o', (verdict, tally) => {
    expect(pollVerdict(tally, rules)).toBe(verdict)
  })

  it('is not known without the total stake', () => {
    expect(pollVerdict({ yes: enough, no: 0n }, { ...rules, totalStake: null })).toBe('unknown')
  })

  it('never passes without votes, even where the total is 0', () => {
    expect(pollVerdict({ yes: 0n, no: 0n }, { ...rules, totalStake: 0n })).toBe('rejected')
  })
})

describe('figures of a poll', () => {
  it('takes votes up to and including its end block', () => {
    expect([99n, 100n, 101n].map((block) => isPollOpen(block, 100n))).toEqual([true, true, false])
  })

  it('has no support without votes and no participation without a total', () => {
    expect(pollSupportP9({ yes: 0n, no: 0n })).toBeNull()
    expect(pollSupportP9({ yes: 1n, no: 2n })).toBe(333_333_333n)
    expect(pollParticipationP9({ yes: 1n, no: 0n }, 0n)).toBeNull()
    expect(pollParticipationP9({ yes: 1n, no: 0n }, null)).toBeNull()
  })

  it('shows participation above 100 % as it is: stake outside the active set votes too', () => {
    expect(pollParticipationP9({ yes: 3n, no: 0n }, 2n)).toBe(1_500_000_000n)
  })

  it('names the least stake that reaches the quorum', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 27n), fc.bigInt(1n, 1_000_000n), (totalStake, quorumP6) => {
        const least = pollQuorumStake(totalStake, quorumP6)
        expect(pollQuorumReached({ yes: least, no: 0n }, { quorumP6, totalStake })).toBe(true)
        expect(pollQuorumReached({ yes: least - 1n, no: 0n }, { quorumP6, totalStake })).toBe(false)
      }),
    )
  })
})
