import { describe, expect, it } from 'vitest'
import type { OrchestratingView } from '@/lib/data/types'
import { orchestratorLine, targetOf } from './delegate-sheet-words'

const view = {
  name: 'node one',
  rewardCutP6: 125_000n,
  feeCutP6: 1_000_000n,
  calledThisRound: true,
  active: true,
  registered: true,
  standing: 'in',
  totalStakeWei: 1_234n * 10n ** 18n,
  round: { number: 7 },
} as OrchestratingView

describe('an orchestrator in one line', () => {
  it('says what it keeps, whether it called, and where it stands', () => {
    expect(orchestratorLine(view)).toBe(
      'Keeps 12.50% of rewards and 100.00% of fees, has called reward this round, is in the active set. Stake 1,234 LPT.',
    )
  })

  it.each([
    [{ standing: 'edge' }, /last places/],
    [{ standing: 'outside', active: false, calledThisRound: false }, /not active this round.*earns nothing/],
    [{ calledThisRound: false }, /has not called reward yet/],
  ] as const)('says what is wrong: %o', (changes, words) => {
    expect(orchestratorLine({ ...view, ...changes })).toMatch(words)
  })
})

describe('the target of the form', () => {
  it('is unknown until the figures are there, and never a stake of zero', () => {
    expect(targetOf({ state: 'loading' })).toBeNull()
    expect(targetOf({ state: 'failed', reason: 'x', next: 'y' })).toBeNull()
    expect(targetOf({ state: 'known', view })).toEqual({
      totalStakeWei: '1234000000000000000000',
      round: 7,
      active: true,
      registered: true,
    })
  })
})
