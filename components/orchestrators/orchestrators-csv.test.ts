import { describe, expect, it } from 'vitest'
import { orchestratorsCsv } from '@/components/orchestrators/orchestrators-csv'
import { row } from '@/components/orchestrators/test-rows'
import type { OrchestratorRow, OrchestratorsView, RoundView } from '@/lib/data/types'
import type { NetworkFacts } from '@/lib/protocol/projection-cases'

const round: RoundView = {
  number: 4250,
  lengthBlocks: 6377,
  startBlock: 0,
  endBlock: 6377,
  blockNum: 1,
  blocksDone: 1,
  blocksLeft: 6376,
  endsAt: 0,
  secondsPerBlock: 12,
  initialized: true,
  overdue: false,
  lastInitializedRound: 4250,
  locked: false,
  lockStartBlock: 5740,
  mintableWei: 0n,
  mintedWei: 0n,
}

const csvRow = row({
  digit: 'a',
  name: '=cmd("x"), Ltd',
  totalStakeWei: 1_234_567_000_000_000_000_000_001n,
  stakeShareP9: 112_345_678n,
  feeShareP6: 999_999n,
  feeCutP6: 1n,
  delegatorsCount: null,
  fees90dWei: null,
  rewardCalls90: null,
  yield30: { state: 'unknown', reason: 'new' },
})

const network: NetworkFacts = {
  minter: {
    inflationP9: 0n,
    inflationChangeP9: 0n,
    targetBondingRateP9: 0n,
    activeStake: 0n,
    supply: 0n,
  },
  treasuryRewardCutRateP27: 0n,
  nextTreasuryRewardCutRateP27: 0n,
  treasuryBalance: 0n,
  treasuryBalanceCeiling: 0n,
  mintedShareP6: 0n,
}

const csv = (rows: OrchestratorRow[], score: number | null = null) =>
  orchestratorsCsv(
    {
      rows,
      round,
      activeStakeWei: 0n,
      network,
      complete: true,
      poolSize: 1,
      poolMaxSize: 100,
    } satisfies OrchestratorsView,
    rows.map((of) => ({ row: of, projected: of.projected, score })),
    { amount: 1_000, days: 365 },
  )

describe('orchestratorsCsv', () => {
  it('writes exact values, and leaves what is not known empty', () => {
    const [, second] = csv([{ ...csvRow, name: null }]).split('\r\n')
    expect(second).toBe(
      [
        `1,0x${'a'.repeat(40)},,yes,in,1234567.000000000000000001,11.2345678,,14,0.0001,,29,1,,,no`,
        ',,,,90,4.2,21,0,1000,365,100,120,130,0.001,14,5,0,0,,,4249,4000,4250',
      ].join(),
    )
  })

  it('has scores, cuts that rose, and nothing projected outside the set', () => {
    const lastRise = { kind: 'fee', timestamp: 1_780_000_000, fromP6: 0n, toP6: 500_000n } as const
    const cutSafety = {
      worstRewardCutP6: 0n,
      worstFeeCutP6: 500_000n,
      changes: 3,
      largestRiseP6: 500_000n,
      lastRise,
    }
    const [, second] = csv([{ ...csvRow, name: null, projected: null, cutSafety }], 0.98765).split('\r\n')
    expect(second).toContain(',,,,,,,0,50,3,50,2026-05-28T20:26:40Z,9.8765,4249,')
  })

  it('quotes names and defuses formulas in them', () => {
    expect(csv([csvRow])).toContain(`"'=cmd(""x""), Ltd"`)
  })

  it('has as many fields in each row as in the head', () => {
    const lines = csv([
      { ...csvRow, name: null },
      { ...csvRow, name: null, rank: null, stakeShareP9: 0n, rewardCutP6: 1_000_000n },
    ])
      .trimEnd()
      .split('\r\n')
    expect(new Set(lines.map((line) => line.split(',').length)).size).toBe(1)
    expect(lines[2]).toContain(',100,')
    const [head, ...rows] = lines.map((line) => line.split(','))
    const share = head?.indexOf('stake_share_percent') ?? -1
    expect(rows.map((fields) => fields[share])).toEqual(['11.2345678', ''])
  })
})
