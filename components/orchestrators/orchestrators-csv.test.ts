import { describe, expect, it } from 'vitest'
import { orchestratorsCsv } from '@/components/orchestrators/orchestrators-csv'
import type { OrchestratorRow, OrchestratorsView, RoundView } from '@/lib/data/types'

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

const row: OrchestratorRow = {
  address: `0x${'a'.repeat(40)}`,
  name: '=cmd("x"), Ltd',
  rank: 1,
  totalStakeWei: 1_234_567_000_000_000_000_000_001n,
  stakeShareP9: 112_345_678n,
  rewardCutP6: 140_000n,
  feeShareP6: 999_999n,
  feeCutP6: 1n,
  registered: true,
  active: true,
  activationRound: 4000,
  deactivationRound: null,
  lastRewardRound: 4249,
  calledThisRound: false,
  standing: 'in',
  marginWei: null,
  delegatorsCount: null,
  fees90dWei: null,
  rewardCalls30: { called: 29, missed: 1, rounds: 30, open: true },
  rewardCalls90: null,
  serviceUri: null,
}

const csv = (rows: OrchestratorRow[]) =>
  orchestratorsCsv({
    rows,
    round,
    activeStakeWei: 0n,
    complete: true,
    poolSize: 1,
    poolMaxSize: 100,
  } satisfies OrchestratorsView)

describe('orchestratorsCsv', () => {
  it('writes exact values, and leaves what is not known empty', () => {
    const [, second] = csv([{ ...row, name: null }]).split('\r\n')
    expect(second).toBe(
      `1,0x${'a'.repeat(40)},,yes,in,1234567.000000000000000001,11.2345678,,14,0.0001,,29,1,,,no,4249,4000,4250`,
    )
  })

  it('quotes names and defuses formulas in them', () => {
    expect(csv([row])).toContain(`"'=cmd(""x""), Ltd"`)
  })

  it('has as many fields in each row as in the head', () => {
    const lines = csv([
      { ...row, name: null },
      { ...row, name: null, rank: null, stakeShareP9: 0n, rewardCutP6: 1_000_000n },
    ])
      .trimEnd()
      .split('\r\n')
    expect(new Set(lines.map((line) => line.split(',').length)).size).toBe(1)
    expect(lines[2]).toContain(',100,')
  })
})
