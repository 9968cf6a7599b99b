import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { decodeFunctionData, encodeAbiParameters, encodeFunctionResult, type Hex, multicall3Abi } from 'viem'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { bondingManagerViewsAbi } from '@/lib/contracts/abi/bonding-manager-views'
import { readLocks } from '@/lib/data/locks'
import type { Reading } from '@/lib/data/reading'

/** A node with Multicall3 on which every third lock of anybody is open; counts the reads of each request. */
const requests: number[] = []
let atWork = 0
let mostAtWork = 0
let server: Server

function answer(data: Hex): Hex {
  const { args } = decodeFunctionData({ abi: multicall3Abi, data })
  const calls = args?.[0] as readonly { callData: Hex }[]
  requests.push(calls.length)
  const results = calls.map(({ callData }) => {
    const decoded = decodeFunctionData({ abi: bondingManagerViewsAbi, data: callData })
    const id = decoded.args?.[1] as bigint
    const lock = [id + 1n, id % 3n === 0n ? 7n : 0n] as const
    return {
      success: true,
      returnData: encodeAbiParameters([{ type: 'uint256' }, { type: 'uint256' }], lock),
    }
  })
  return encodeFunctionResult({ abi: multicall3Abi, functionName: 'aggregate3', result: results })
}

beforeAll(async () => {
  server = createServer((request, response) => {
    atWork += 1
    mostAtWork = Math.max(mostAtWork, atWork)
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      const { id, params } = JSON.parse(text) as { id: number; params: [{ data: Hex }] }
      const body = JSON.stringify({ jsonrpc: '2.0', id, result: answer(params[0].data) })
      setTimeout(() => {
        atWork -= 1
        response.end(body)
      }, 5)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  vi.stubEnv('NETWORK', 'arbitrum-one')
  vi.stubEnv('RPC_URLS', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const reading = { chain: (_key: string, load: (block: number) => unknown) => load(5) } as unknown as Reading
const account = '0x00000000000000000000000000000000000000AA'

it('all locks of an account with thousands are read, part after part', async () => {
  const locks = await readLocks(reading, account, 1_501)
  expect(locks.map(({ id }) => id)).toEqual(Array.from({ length: 501 }, (_, index) => BigInt(3 * index)))
  expect(locks.at(-1)).toEqual({ id: 1_500n, amount: 1_501n, withdrawRound: 7n })
  expect(requests.reduce((sum, length) => sum + length, 0)).toBe(1_501)
  expect(Math.max(...requests)).toBeLessThanOrEqual(400)
  expect(mostAtWork).toBeLessThanOrEqual(2)
})

it('an account without locks costs nothing', async () => {
  requests.length = 0
  expect(await readLocks(reading, account, 0)).toEqual([])
  expect(requests).toEqual([])
})
