import { describe, expect, test } from 'vitest'
import { pollCharts, thinned } from '@/components/governance/poll-charts'
import type { PollView } from '@/lib/data/governance-types'
import type { RoundView } from '@/lib/data/types'

const LPT = 10n ** 18n
const poll = (changes: Partial<PollView>): PollView => ({
  address: '0x00000000000000000000000000000000000000aA',
  cid: 'cid',
  text: { state: 'failed', reason: '', next: '' },
  endBlock: 1,
  endsAt: { at: 1_000, estimated: true },
  state: 'passed',
  verdict: 'passed',
  yesWei: 30n * LPT,
  noWei: 10n * LPT,
  tallySource: 'chain',
  totalStakeWei: 80n * LPT,
  quorumP6: 333_300n,
  quotaP6: 500_000n,
  supportP9: null,
  participationP9: null,
  round: {} as RoundView,
  indexed: 'yes',
  knownAddresses: [],
  voteCalls: null,
  votes: [],
  history: [
    { at: 100, yes: 0n, no: 10n * LPT },
    { at: 200, yes: 30n * LPT, no: 10n * LPT },
  ],
  ...changes,
})

describe('pollCharts', () => {
  test('steps to the close with exact text and the lines that decide', () => {
    const [support, participation] = pollCharts(poll({}), 5_000)
    expect(support?.points.map(({ at, value }) => [at, value])).toEqual([
      [100, 0],
      [200, 75],
      [1_000, 75],
    ])
    expect(support?.points[1]?.text).toBe('75.00%: 30 LPT for, 10 LPT against')
    expect(support?.marks).toEqual([{ value: 50, label: 'More than 50%' }])
    expect(participation?.points.map(({ value }) => value)).toEqual([12.5, 50, 50])
    expect(participation?.marks).toEqual([{ value: 33.33, label: 'Quorum 33.33%' }])
  })

  test('an open poll ends now', () => {
    const [support] = pollCharts(poll({ state: 'open' }), 600)
    expect(support?.points.at(-1)?.at).toBe(600)
  })

  test('what is not known is not drawn', () => {
    expect(pollCharts(poll({ history: null }), 600)).toEqual([])
    expect(pollCharts(poll({ history: [] }), 600)).toEqual([])
    expect(pollCharts(poll({ totalStakeWei: null }), 600)).toHaveLength(1)
  })
})

describe('thinned', () => {
  test('keeps the last state and a bounded number of steps', () => {
    const history = Array.from({ length: 5_000 }, (_, at) => ({ at, yes: BigInt(at), no: 0n }))
    const few = thinned(history)
    expect(few.length).toBeLessThanOrEqual(121)
    expect(few.at(-1)).toEqual(history.at(-1))
    expect(thinned(history.slice(0, 50))).toHaveLength(50)
  })
})
