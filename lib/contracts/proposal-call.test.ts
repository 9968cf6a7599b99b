import { decodeFunctionData, encodeFunctionData } from 'viem'
import { describe, expect, it } from 'vitest'
import { governorLifeAbi } from '@/lib/contracts/abi/governor-life'
import { livepeerTokenAbi } from '@/lib/contracts/abi/livepeer-token'
import { idOfProposal, proposalCalldata } from '@/lib/contracts/proposal-call'

/** Contracts.md 13.6, Example F. */
const parts = {
  calls: [
    {
      target: '0x289ba1701C2F088cf0faf8B3705246331cB8A839',
      valueWei: 0n,
      calldata: encodeFunctionData({
        abi: livepeerTokenAbi,
        functionName: 'transfer',
        args: ['0x00000000000000000000000000000000000000AA', 10n * 10n ** 18n],
      }),
    },
  ],
  description: '# Pay Q\nTen LPT',
} as const
const id = '53242698659079077435767807682230856934668274106987091767261178072518644813661'

describe('the calls after a vote', () => {
  it('belong to the id that the governor gives', () => {
    expect(idOfProposal(parts)).toBe(BigInt(id))
  })

  it('are the parts of the proposal with the hash of its text', () => {
    for (const step of ['queue', 'execute', 'cancel'] as const) {
      const data = proposalCalldata(step, id, parts)
      if (!data) throw new Error('no call')
      const { functionName, args } = decodeFunctionData({ abi: governorLifeAbi, data })
      expect(functionName).toBe(step)
      expect(args[3]).toBe('0xcbc3eebe1c166e00b65d9b6881b712c7216837153eb26c2de791c65a26c95c28')
      expect(args[2]).toEqual([parts.calls[0].calldata])
    }
  })

  it('are not made from a text that differs by a byte', () => {
    expect(proposalCalldata('queue', id, { ...parts, description: `${parts.description} ` })).toBeNull()
  })
})
