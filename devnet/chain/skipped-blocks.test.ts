import { type Hex, numberToHex } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressOf, encodeCall } from '@/devnet/chain/contract-calls'
import { withNumberFromBalance } from '@/devnet/chain/number-override'
import { createChain } from '@/devnet/chain/provider'
import { mineBlocks, readHead, sendCall } from '@/devnet/chain/transact'
import { deployProtocol } from '@/devnet/deploy/deploy'
import type { Chain, Deployment } from '@/devnet/types'

const ROUND_LENGTH = 100

describe('the state of skipped blocks', () => {
  let chain: Chain
  let deployment: Deployment
  beforeAll(async () => {
    chain = await createChain({ genesisTimestamp: 1_600_000_000 })
    deployment = await deployProtocol(chain, { roundLengthBlocks: BigInt(ROUND_LENGTH) })
  })
  afterAll(() => chain.close())

  const payee = '0x00000000000000000000000000000000000000c1'
  const pay = async () => {
    const from = deployment.accounts[0]?.address as Hex
    const data = encodeCall('LivepeerToken', 'transfer', [payee, 1n])
    await sendCall(chain.request, { label: 'pay', from, to: addressOf(deployment, 'LivepeerToken'), data })
    return (await readHead(chain.request)).number
  }
  const call = async (contract: string, functionName: string, args: unknown[], block: unknown) =>
    BigInt(
      (await chain.request({
        method: 'eth_call',
        params: [
          { to: addressOf(deployment, contract), data: encodeCall(contract, functionName, args) },
          block,
        ],
      })) as Hex,
    )
  const observe = async (number: number) => {
    const block = numberToHex(number)
    const [paid, blockNum, round, seen] = [
      await call('LivepeerToken', 'balanceOf', [payee], block),
      await call('RoundsManager', 'blockNum', [], block),
      await call('RoundsManager', 'currentRound', [], block),
      await call('Multicall3', 'getBlockNumber', [], block),
    ]
    return { paid, blockNum, round, seen }
  }
  const expected = (number: number, paid: bigint) => ({
    paid,
    blockNum: BigInt(number),
    round: BigInt(Math.floor(number / ROUND_LENGTH)),
    seen: BigInt(number),
  })

  test('is that of the last real block, and contracts read the skipped block’s number', async () => {
    const first = await pay()
    await mineBlocks(chain.request, 1_000, 12)
    const second = await pay()
    await mineBlocks(chain.request, 5_000, 12)
    const third = await pay()
    for (const number of [first, first + 1, first + 2, first + 3, first + 500, second - 2, second - 1]) {
      expect(await observe(number)).toEqual(expected(number, 1n))
    }
    for (const number of [second, second + 1, second + 4, second + 4_000, third - 1]) {
      expect(await observe(number)).toEqual(expected(number, 2n))
    }
    expect(await observe(third)).toEqual(expected(third, 3n))
  })

  test('is found by block hash and by EIP-1898, for code, balance, nonce and storage', async () => {
    const before = await pay()
    await mineBlocks(chain.request, 1_000, 12)
    const number = numberToHex(before + 400)
    const { hash } = (await chain.request({ method: 'eth_getBlockByNumber', params: [number, false] })) as {
      hash: Hex
    }
    const paid = await call('LivepeerToken', 'balanceOf', [payee], numberToHex(before))
    expect(await call('LivepeerToken', 'balanceOf', [payee], { blockHash: hash })).toBe(paid)
    expect(await call('RoundsManager', 'blockNum', [], { blockNumber: number })).toBe(BigInt(before + 400))
    const owner = deployment.accounts[0]?.address
    const token = addressOf(deployment, 'LivepeerToken')
    for (const [method, ...args] of [
      ['eth_getCode', token],
      ['eth_getBalance', owner],
      ['eth_getTransactionCount', owner],
      ['eth_getStorageAt', token, '0x2'],
    ] as const) {
      const at = (block: number) => chain.request({ method, params: [...args, numberToHex(block)] })
      expect(await at(before + 400)).toBe(await at(before))
    }
  })

  test('is right after roll-backs: what was skipped on a dropped chain is forgotten', async () => {
    const before = await pay()
    const id = await chain.request({ method: 'evm_snapshot' })
    await mineBlocks(chain.request, 1_000, 12)
    const paid = await call('LivepeerToken', 'balanceOf', [payee], 'latest')
    expect(await observe(before + 600)).toEqual(expected(before + 600, paid))
    await chain.request({ method: 'evm_revert', params: [id] })
    await mineBlocks(chain.request, 200, 12)
    const later = await pay()
    await mineBlocks(chain.request, 1_000, 12)
    expect(await observe(before + 100)).toEqual(expected(before + 100, paid))
    expect(await observe(later)).toEqual(expected(later, paid + 1n))
    expect(await observe(later + 300)).toEqual(expected(later + 300, paid + 1n))
  })

  test('a block that is not there yet is still refused', async () => {
    const { number } = await readHead(chain.request)
    await expect(observe(number + 10)).rejects.toThrow()
  })
})

test('only code is changed, never pushed values', () => {
  // NUMBER, PUSH2 0x4343, NUMBER, PUSH1 0x43, STOP
  expect(withNumberFromBalance('0x43614343436043'.concat('00') as Hex)).toBe('0x4761434347604300')
  expect(withNumberFromBalance('0x61434300')).toBeUndefined()
})
