import { describe, expect, it } from 'vitest'
import { decodePool, poolLensBytecode } from '@/lib/data/pool-lens'
import { compileLens } from '@/lib/data/test-compile'

const address = 'd8e8328501e9645d16cf49539efc04f734606ee4'
const member = `${address}${'0'.repeat(31)}7${'0000109a'}${'000249f0'}${'000f4240'}${'00001000'}${'ffffffff'}01`
const zero = '0'.repeat(40)

describe('the pool lens', () => {
  it('has the bytecode its source compiles to', { timeout: 60_000 }, () => {
    expect(compileLens('pool-lens.sol', 'PoolLens')).toBe(poolLensBytecode)
  })

  it('decodes members in order with "never" as null', () => {
    expect(decodePool(`0x01${'00000064'}${member}${zero}`)).toEqual({
      maxSize: 100,
      members: [
        {
          address: '0xD8E8328501E9645d16Cf49539efC04f734606ee4',
          stakeWei: 7n,
          lastRewardRound: 4250,
          rewardCutP6: 150_000n,
          feeShareP6: 1_000_000n,
          activationRound: 4096,
          deactivationRound: null,
          registered: true,
        },
      ],
    })
  })

  it('knows an empty pool', () => {
    expect(decodePool(`0x01${'00000064'}${zero}`)).toEqual({ maxSize: 100, members: [] })
  })

  it.each([
    ['an answer cut short', `0x01${'00000064'}${member.slice(2)}${zero}`],
    ['a list that goes on', `0x01${'00000064'}${member}${address}`],
    ['another version', `0x02${'00000064'}${zero}`],
    ['nothing', '0x'],
  ] as const)('refuses %s', (_, answer) => {
    expect(decodePool(answer)).toBeNull()
  })
})
