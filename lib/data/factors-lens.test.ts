import { describe, expect, it } from 'vitest'
import { decodeFactors, factorsLensBytecode, factorsLensCall } from '@/lib/data/factors-lens'
import { compileLens } from '@/lib/data/test-compile'

const word = (value: bigint) => value.toString(16).padStart(32, '0')

describe('the factors lens', () => {
  it('has the bytecode its source compiles to', { timeout: 60_000 }, () => {
    expect(compileLens('factors-lens.sol', 'FactorsLens')).toBe(factorsLensBytecode)
  })

  it('packs a question into 28 bytes', () => {
    const address = `0x${'ab'.repeat(20)}` as const
    const call = factorsLensCall(`0x${'1'.repeat(40)}`, [
      { address, rewardFrom: 4249, feeFrom: 0, feesKnown: false },
    ])
    expect(call).toContain(`${'ab'.repeat(20)}0000109900000000`)
  })

  it('tells what was found from what was not', () => {
    const both = `03${word(10n ** 27n)}${word(7n)}`
    const reward = `01${word(2n ** 128n - 1n)}${word(0n)}`
    const none = `00${word(0n)}${word(0n)}`
    expect(decodeFactors(`0x01${both}${reward}${none}`, 3)).toEqual([
      { rewardFactorP27: 10n ** 27n, feeFactorP27: 7n },
      { rewardFactorP27: 2n ** 128n - 1n, feeFactorP27: null },
      { rewardFactorP27: null, feeFactorP27: null },
    ])
  })

  it.each([
    ['cut short', `0x01${'00'.repeat(32)}`],
    ['for another count', `0x01${'00'.repeat(66)}`],
    ['of another version', `0x02${'00'.repeat(33)}`],
    ['empty', '0x'],
  ] as const)('refuses an answer %s', (_, answer) => {
    expect(decodeFactors(answer, 1)).toBeNull()
  })
})
