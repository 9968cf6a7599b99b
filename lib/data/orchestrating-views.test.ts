import { describe, expect, it } from 'vitest'
import { windowYield } from '@/lib/data/delegating-yield'
import type { LedgerLineView } from '@/lib/data/ledger-types'
import { turnout } from '@/lib/data/orchestrating-votes'
import { yieldSpans } from '@/lib/data/orchestrating-yields'

describe('votes of an orchestrator', () => {
  it('never leave a cast vote out of what was open', () => {
    expect(turnout(new Set(['a', 'x']), ['a', 'b', 'c'])).toEqual({ voted: 2, open: 4 })
    expect(turnout(new Set(), [])).toEqual({ voted: 0, open: 0 })
  })
})

describe('the history of a yield', () => {
  it('has a span of 30 rounds for each finished round that can be told', () => {
    const spans = yieldSpans({ activationRound: 1, deactivationRound: null }, 100)
    expect(spans).toHaveLength(60)
    expect(spans.every(({ rounds }) => rounds === 30n)).toBe(true)
    expect(spans.at(-1)).toMatchObject({ startRound: 69n, endRound: 99n })
    expect(yieldSpans({ activationRound: 65, deactivationRound: null }, 100).map((s) => s.endRound)).toEqual([
      94n,
      95n,
      96n,
      97n,
      98n,
      99n,
    ])
    expect(yieldSpans({ activationRound: 80, deactivationRound: null }, 100)).toEqual([])
  })
})

describe('the yield of one’s own stake', () => {
  const line = (round: number, rewardWei: bigint, more: Partial<LedgerLineView> = {}): LedgerLineView => ({
    round,
    startedAt: 1,
    timestamp: 1,
    block: null,
    tx: null,
    delegate: null,
    outcome: 'called',
    stakeAtStartWei: 1_000n,
    stakeAtEndWei: 1_000n,
    rewardWei,
    feesWei: 2n,
    principalInWei: 0n,
    principalOutWei: 0n,
    withdrawnFeesWei: 0n,
    orchestratorRewardWei: null,
    orchestratorFeesWei: null,
    rewardCutP6: null,
    feeCutP6: null,
    missedWei: null,
    movements: [],
    ...more,
  })

  it('is of finished rounds with stake only', () => {
    const lines = [line(66, 500n), line(70, 100n), line(98, 10n, { stakeAtStartWei: 0n }), line(100, 900n)]
    const figure = windowYield({ lines, round: 100 }, 30, 5_000)
    expect(figure).toMatchObject({ rounds: 1, rewardWei: 100n, feesWei: 2n, yieldP9: 100_000_000n })
    expect(figure?.yearlyP9).toBeNull()
    expect(windowYield({ lines: lines.slice(3), round: 100 }, 30, 5_000)).toBeNull()
  })

  it('is scaled to a year from 30 rounds on', () => {
    const lines = Array.from({ length: 40 }, (_, place) => line(60 + place, 1n))
    expect(windowYield({ lines, round: 100 }, 30, 5_000)?.yearlyP9).toBeGreaterThan(0n)
  })
})
