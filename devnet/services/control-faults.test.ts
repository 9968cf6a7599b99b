import { createPublicClient, createWalletClient, http, numberToHex } from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { WELL_KNOWN_MNEMONIC } from '@/devnet/chain/provider'
import type { Head } from '@/devnet/chain/transact'
import {
  type ControlledNetwork,
  type RpcAnswer,
  startControlledNetwork,
} from '@/devnet/services/control-test-network'
import { SERVICE_NAMES } from '@/devnet/services/fault-switch'
import type { Devnet } from '@/devnet/start'

let network: ControlledNetwork
let net: Devnet
let start: Head
beforeAll(async () => {
  network = await startControlledNetwork()
  ;({ net, start } = network)
})
afterAll(() => net.close())
afterEach(async () => {
  await control('reset')
})

const control = (command: string, body?: unknown) => network.control(command, body)
const account = (index: number) => network.account(index)
const rpc = (method: string, params?: unknown[]) => network.rpc(method, params)
const query = (text: string) => network.query(text)
const queryJson = async (text: string): Promise<unknown> => (await query(text)).json()
const wallet = () =>
  createWalletClient({
    account: mnemonicToAccount(WELL_KNOWN_MNEMONIC, { addressIndex: 4 }),
    transport: http(net.rpcUrl),
  })

describe('the index', () => {
  const head = async () =>
    (
      (await queryJson('{ _meta { block { number } } }')) as {
        data: { _meta: { block: { number: number } } }
      }
    ).data._meta.block.number

  test('stays blocks behind', async () => {
    await control('indexer', { delayBlocks: 5 })
    const { status } = await control('advance-blocks', { blocks: 20 })
    expect(await head()).toBe(status.block.number - 5)
    await control('indexer', { delayBlocks: 0 })
    expect(await head()).toBe(status.block.number)
  })

  test('stays milliseconds behind', async () => {
    await control('indexer', { delayMilliseconds: 1_500 })
    const before = await head()
    const { status } = await control('advance-blocks', { blocks: 20 })
    const asked = Date.now()
    expect(await head()).toBe(before)
    await expect.poll(head, { timeout: 10_000 }).toBe(status.block.number)
    expect(Date.now() - asked).toBeGreaterThan(1_000)
  })

  test('is held', async () => {
    await control('indexer', { held: true })
    await control('advance-blocks', { blocks: 3 })
    expect(await head()).toBe(start.number)
    expect((await control('indexer', {})).error).toBe('body: give held, delayBlocks or delayMilliseconds')
  })

  test('answers with GraphQL errors', async () => {
    await control('subgraph', { fault: 'graphql-error', message: 'Store error: boom' })
    expect(await queryJson('{ _meta { block { number } } }')).toEqual({
      errors: [{ message: 'Store error: boom' }],
    })
  })

  test('fails as an index that met a fatal error', async () => {
    await control('subgraph', { fault: 'indexing-error' })
    expect(await queryJson('{ protocol(id: "0") { id } _meta { hasIndexingErrors } }')).toEqual({
      data: { _meta: { hasIndexingErrors: true } },
      errors: [{ message: 'indexing_error' }],
    })
    await control('subgraph', { fault: 'none' })
    expect(await queryJson('{ protocol(id: "0") { id } _meta { hasIndexingErrors } }')).toEqual({
      data: { protocol: { id: '0' }, _meta: { hasIndexingErrors: false } },
    })
  })

  test('answers HTTP errors, garbage, nothing, or late', async () => {
    await control('subgraph', { fault: 'error', status: 500 })
    expect((await query('{ _meta { block { number } } }')).status).toBe(500)
    await control('subgraph', { fault: 'error' })
    expect((await query('{ _meta { block { number } } }')).status).toBe(503)
    await control('subgraph', { fault: 'garbage' })
    await expect(queryJson('{ _meta { block { number } } }')).rejects.toThrow(SyntaxError)
    await control('subgraph', { fault: 'drop' })
    await expect(query('{ _meta { block { number } } }')).rejects.toThrow()
    await control('subgraph', { fault: 'slow', milliseconds: 300 })
    const asked = Date.now()
    expect((await query('{ _meta { block { number } } }')).status).toBe(200)
    expect(Date.now() - asked).toBeGreaterThanOrEqual(295)
  })

  test('gives wrong figures, the same each time, and sound ids', async () => {
    const text =
      '{ protocol(id: "0") { id inflation totalSupply roundLength currentRound { id } } _meta { block { number } } }'
    type Figures = { data: { protocol: Record<string, unknown>; _meta: unknown } }
    const right = (await queryJson(text)) as Figures
    await control('subgraph', { fault: 'corrupt' })
    const wrong = (await queryJson(text)) as Figures
    expect(await queryJson(text)).toEqual(wrong)
    expect(wrong.data._meta).toEqual(right.data._meta)
    const { inflation, totalSupply, ...others } = wrong.data.protocol
    expect(inflation).toBe(String((BigInt(right.data.protocol['inflation'] as string) * 3n) / 2n + 7n))
    expect(totalSupply).not.toBe(right.data.protocol['totalSupply'])
    expect(others).toMatchObject({ id: '0', currentRound: { id: '1' } })
    await control('subgraph', { fault: 'corrupt', fields: ['inflation'] })
    expect(await queryJson(text)).toEqual({
      data: { ...right.data, protocol: { ...right.data.protocol, inflation } },
    })
  })
})

describe('the RPC', () => {
  test('is slow', async () => {
    await control('rpc', { fault: 'slow', milliseconds: 300 })
    const asked = Date.now()
    expect((await rpc('eth_chainId')).result).toBe('0x7a69')
    expect(Date.now() - asked).toBeGreaterThanOrEqual(295)
  })

  test('fails, and drops connections', async () => {
    await control('rpc', { fault: 'error' })
    expect((await network.post({ jsonrpc: '2.0', id: 1, method: 'eth_chainId' })).status).toBe(503)
    await control('rpc', { fault: 'drop' })
    await expect(rpc('eth_chainId')).rejects.toThrow()
  })

  test('limits the rate by HTTP 429', async () => {
    await control('rpc', { fault: 'rate-limit' })
    const refused = await network.post({ jsonrpc: '2.0', id: 1, method: 'eth_chainId' })
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1'])
  })

  test('limits the rate by -32005, each call of a batch on its own', async () => {
    // Not across the turn of a second, which gives everybody a new allowance.
    await new Promise((done) => setTimeout(done, 1_010 - (Date.now() % 1_000)))
    await control('rpc', { fault: 'rate-limit', style: 'json-rpc', perSecond: 2 })
    const call = { jsonrpc: '2.0', id: 1, method: 'eth_chainId' }
    const answers = (await (await network.post([call, call, call])).json()) as RpcAnswer[]
    expect(answers.map(({ error }) => error?.code)).toEqual([undefined, undefined, -32005])
  })

  test('freezes: no later block, state, log, receipt or nonce', async () => {
    await control('rpc', { fault: 'freeze' })
    const client = createPublicClient({ transport: http(net.rpcUrl), cacheTime: 0 })
    const nonce = await client.getTransactionCount({ address: account(4) })
    const to = '0x00000000000000000000000000000000000000b4'
    const hash = await wallet().sendTransaction({ chain: null, to, value: 7n, gas: 21_000n })
    await control('act', {
      from: account(9),
      contract: 'LivepeerToken',
      function: 'transfer',
      args: [to, '5'],
    })
    const { status } = await control('advance-blocks', { blocks: 10 })
    expect(status.block.number).toBe(start.number + 12)
    expect(await client.getBlockNumber()).toBe(BigInt(start.number))
    expect((await client.getBlock()).hash).toBe(start.hash)
    expect(await client.getBalance({ address: to })).toBe(0n)
    expect(await client.getTransactionCount({ address: account(4) })).toBe(nonce)
    expect((await rpc('eth_getTransactionReceipt', [hash])).result).toBeNull()
    expect((await rpc('eth_getTransactionByHash', [hash])).result).toMatchObject({ hash, blockNumber: null })
    expect((await rpc('eth_getBlockByNumber', [numberToHex(start.number + 1), false])).result).toBeNull()
    expect((await rpc('eth_getBalance', [to, numberToHex(start.number + 1)])).error?.message).toBe(
      'header not found',
    )
    for (const fromBlock of [numberToHex(start.number), numberToHex(start.number + 1)]) {
      expect((await rpc('eth_getLogs', [{ fromBlock, toBlock: 'latest' }])).result).toEqual([])
    }
    await control('rpc', { fault: 'none' })
    expect(await client.getBalance({ address: to })).toBe(7n)
    expect((await rpc('eth_getTransactionReceipt', [hash])).result).toMatchObject({ status: '0x1' })
  })

  test.each([
    [
      'alchemy',
      -32600,
      'You can make eth_getLogs requests with up to a 1000 block range. Based on your parameters, this block range should work: [0x0, 0x3e7]',
    ],
    ['infura', -32602, 'range 1001 exceeds limit of 1000'],
    ['quicknode', -32614, 'eth_getLogs is limited to a 1,000 range'],
    ['reth', -32602, 'query exceeds max block range 1000'],
  ])('limits ranges in the words of %s', async (words, code, message) => {
    await control('rpc', { fault: 'range-limit', blocks: 1_000, words })
    const logs = (toBlock: number) =>
      rpc('eth_getLogs', [{ fromBlock: '0x0', toBlock: numberToHex(toBlock) }])
    expect((await logs(1_000)).error).toMatchObject({ code, message })
    expect((await logs(999)).error).toBeUndefined()
    expect((await rpc('eth_getLogs', [{ fromBlock: '0x0', toBlock: 'latest' }])).error?.code).toBe(code)
    expect((await rpc('eth_getLogs', [{}])).error).toBeUndefined()
  })

  test('loses old state, not old blocks', async () => {
    await control('rpc', { fault: 'de-archive', blocks: 10 })
    const balance = (block: number) => rpc('eth_getBalance', [account(0), numberToHex(block)])
    expect((await balance(start.number - 11)).error).toMatchObject({
      code: -32000,
      message: expect.stringMatching(
        /^missing trie node [0-9a-f]{64} \(path \) state 0x[0-9a-f]{64} is not available, not found$/,
      ) as string,
    })
    expect((await balance(start.number - 10)).error).toBeUndefined()
    expect((await rpc('eth_getBalance', [account(0), 'latest'])).error).toBeUndefined()
    const old = numberToHex(start.number - 11)
    const { hash } = (await rpc('eth_getBlockByNumber', [old, false])).result as { hash: string }
    expect((await rpc('eth_getCode', [account(0), { blockHash: hash }])).error?.code).toBe(-32000)
  })

  test('several faults at once, none of them seen inside', async () => {
    const { status } = await control('rpc', {
      faults: [{ fault: 'range-limit', blocks: 2 }, { fault: 'de-archive', blocks: 0 }, { fault: 'freeze' }],
    })
    expect(status.rpc.faults).toHaveLength(3)
    expect((await rpc('eth_getLogs', [{ fromBlock: '0x0', toBlock: 'latest' }])).error?.code).toBe(-32600)
    const later = (await control('advance-blocks', { blocks: 5 })).status
    expect(later.indexer.head).toBe(start.number + 5)
    expect((await rpc('eth_blockNumber')).result).toBe(numberToHex(start.number))
  })
})

describe('services', () => {
  const paths = {
    metrics: '/metrics/api/regions',
    ipfs: `/ipfs/Qm${'a'.repeat(44)}`,
    pin: '/ipfs/pinning/pinJSONToIPFS',
    lips: '/lips/commits/master',
    names: '/names/any',
    prices: '/prices/any',
  } as const
  const ask = (service: keyof typeof paths) => fetch(`${net.servicesUrl}${paths[service]}`)

  test.each(SERVICE_NAMES)('%s fails alone, in each way', async (service) => {
    const sound = (await ask(service)).status
    const others = SERVICE_NAMES.filter((name) => name !== service)
    const before = await Promise.all(others.map(async (name) => (await ask(name)).status))
    await control('service', { service, fault: 'error', status: 500 })
    expect((await ask(service)).status).toBe(500)
    expect(await Promise.all(others.map(async (name) => (await ask(name)).status))).toEqual(before)
    await control('service', { service, fault: 'garbage' })
    const garbage = await ask(service)
    expect(garbage.status).toBe(200)
    await expect(garbage.json()).rejects.toThrow(SyntaxError)
    await control('service', { service, fault: 'drop' })
    await expect(ask(service)).rejects.toThrow()
    await control('service', { service, fault: 'slow', milliseconds: 200 })
    const asked = Date.now()
    expect((await ask(service)).status).toBe(sound)
    expect(Date.now() - asked).toBeGreaterThanOrEqual(195)
    await control('service', { service, fault: 'none' })
    expect((await ask(service)).status).toBe(sound)
  })

  test('all fail together', async () => {
    const { status } = await control('service', { service: 'all', fault: 'error' })
    expect(Object.values(status.services)).toEqual(SERVICE_NAMES.map(() => 'error'))
    for (const name of SERVICE_NAMES) expect((await ask(name)).status).toBe(503)
  })
})
