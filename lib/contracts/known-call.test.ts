import { encodeFunctionData, parseAbi } from 'viem'
import { describe, expect, it } from 'vitest'
import { knownCall } from '@/lib/contracts/known-call'

const data = encodeFunctionData({
  abi: parseAbi(['function setTreasuryBalanceCeiling(uint256)']),
  args: [10n ** 24n],
})

describe('a call of a proposal', () => {
  it('is read where its function is known', () => {
    // Selector of contracts.md section 15.
    expect(data.slice(0, 10)).toBe('0x40e6f271')
    expect(knownCall(data)).toEqual({
      name: 'setTreasuryBalanceCeiling',
      args: [{ name: 'ceiling', value: '1000000000000000000000000' }],
    })
  })

  it.each([
    ['an unknown function', '0x12345678'],
    ['no function', '0x'],
    ['bytes cut short', data.slice(0, -2) as `0x${string}`],
    ['bytes behind it', `${data}00` as const],
  ] as const)('is not read from %s', (_, bytes) => {
    expect(knownCall(bytes)).toBeNull()
  })
})
