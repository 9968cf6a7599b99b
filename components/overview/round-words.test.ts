import { describe, expect, it } from 'vitest'
import { ringLabel, roundSentence } from '@/components/overview/round-words'
import type { RoundView } from '@/lib/data/types'

const now = 1_700_000_000
const round: RoundView = {
  number: 4250,
  lengthBlocks: 6377,
  startBlock: 20_000_000,
  endBlock: 20_006_377,
  blockNum: 20_003_000,
  blocksDone: 3000,
  blocksLeft: 3377,
  endsAt: now + 3377 * 12,
  secondsPerBlock: 12,
  initialized: true,
  overdue: false,
  lastInitializedRound: 4250,
  locked: false,
  lockStartBlock: 20_005_740,
  mintableWei: 0n,
  mintedWei: 0n,
}

describe('roundSentence', () => {
  it('says how long cuts can still be changed', () => {
    expect(roundSentence(round, now)).toContain('2,740 blocks')
  })

  it('says that cuts are locked and until when', () => {
    const text = roundSentence({ ...round, locked: true, endsAt: now + 3600 }, now)
    expect(text).toContain('locked until the round ends')
    expect(text).toContain('about 1 hour')
  })

  it('says what an overdue round blocks, and not that anything is open or locked', () => {
    const text = roundSentence(
      { ...round, overdue: true, initialized: false, locked: true, lastInitializedRound: 4248 },
      now,
    )
    expect(text).toContain('refused')
    expect(text).toContain('4,248')
    expect(text).not.toContain('locked')
  })
})

describe('ringLabel', () => {
  it('never says 100 percent before the round is over', () => {
    expect(ringLabel({ ...round, blocksDone: 6376, blocksLeft: 1 })).toBe(
      'Round 4,250: 99 percent done, 1 block left',
    )
  })

  it('does not call an overdue round in progress', () => {
    expect(ringLabel({ ...round, overdue: true })).not.toContain('percent')
  })
})
