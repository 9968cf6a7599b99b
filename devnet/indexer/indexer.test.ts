import { http } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveRpc } from '@/devnet/chain/rpc-server'
import { LPT } from '@/devnet/contracts-test/harness'
import { createSmallWorld, type SmallWorld } from '@/devnet/contracts-test/small-world'
import { executeSubgraph } from '@/devnet/graphql/execute'
import type { RequestFn } from '@/devnet/types'
import { createIndexer, type Indexer } from './indexer'

let world: SmallWorld
beforeAll(async () => {
  world = await createSmallWorld()
})
afterAll(() => world.h.chain.close())

const indexOf = (request: RequestFn = world.h.chain.request) =>
  createIndexer({ request, deployment: world.h.deployment, pollMs: 10 })

/** The text of a fresh index of the chain as it stands. */
async function freshDump(): Promise<string> {
  const fresh = indexOf()
  await fresh.sync()
  return fresh.store.dump()
}

const bondMore = (amount: bigint) => world.h.bm(world.D, 'bond', amount * LPT, world.T)

async function chainHead(): Promise<number> {
  return Number(await world.h.chain.request({ method: 'eth_blockNumber' }))
}

async function ask(index: Indexer, query: string): Promise<unknown> {
  return ((await executeSubgraph(index.store, { query })).json as { data?: unknown }).data
}

async function until(condition: () => boolean): Promise<void> {
  for (let i = 0; i < 500 && !condition(); i++) await new Promise((resolve) => setTimeout(resolve, 10))
  expect(condition()).toBe(true)
}

describe('following', () => {
  it('reaches the head over millions of empty blocks, and its answer names the newest block', async () => {
    await world.h.mineBlocks(3_000_000n)
    const index = indexOf()
    await index.sync()
    const head = await chainHead()
    expect(index.status()).toEqual({ head, chainHead: head, lag: 0, held: false, error: undefined })
    const block = (await world.h.chain.request({
      method: 'eth_getBlockByNumber',
      params: ['latest', false],
    })) as {
      hash: string
      parentHash: string
    }
    expect(await ask(index, '{ _meta { block { number hash parentHash } } }')).toEqual({
      _meta: { block: { number: head, hash: block.hash, parentHash: block.parentHash } },
    })
    await world.h.nextRound()
  })

  it('gives the same rows byte for byte in one go, in steps, stopped, resumed and rebuilt', async () => {
    const stepping = indexOf()
    await stepping.sync()
    const following = indexOf()
    following.start()
    for (let i = 1n; i <= 6n; i++) {
      await bondMore(i)
      if (i === 2n) await following.stop()
      if (i === 5n) following.start()
      await stepping.sync()
    }
    await world.h.mineBlocks(5n)
    await world.h.bm(world.D, 'unbond', 3n * LPT)
    const head = await chainHead()
    following.notify()
    await until(() => following.head() === head)
    await following.stop()
    await stepping.sync()
    const dump = await freshDump()
    expect(dump).toContain('"UnbondEvent"')
    expect(stepping.store.dump()).toBe(dump)
    expect(following.store.dump()).toBe(dump)
    await following.rebuild()
    expect(following.store.dump()).toBe(dump)
  })

  it('splits a range that the node refuses, and gives the same rows', async () => {
    let refused = 0
    const narrow: RequestFn = async (args) => {
      const [filter] = (args.params ?? []) as [{ fromBlock: string; toBlock: string }]
      if (args.method === 'eth_getLogs' && Number(filter.toBlock) - Number(filter.fromBlock) > 500_000) {
        refused++
        throw Object.assign(new Error('block range is too wide'), { code: -32005 })
      }
      return world.h.chain.request(args)
    }
    const index = indexOf(narrow)
    await index.sync()
    expect(refused).toBeGreaterThan(3)
    expect(index.store.dump()).toBe(await freshDump())
  })

  it('needs no Multicall3', async () => {
    const { Multicall3: _, ...contracts } = world.h.deployment.contracts
    const index = createIndexer({
      request: world.h.chain.request,
      deployment: { contracts, blocks: world.h.deployment.blocks },
    })
    await index.sync()
    expect(index.store.dump()).toBe(await freshDump())
  })
})

describe('over HTTP', () => {
  it('gives the same rows, and finds blocks by hash', async () => {
    const server = await serveRpc(world.h.chain)
    try {
      const { request } = http(server.url)({ retryCount: 0 })
      const index = createIndexer({ request: request as RequestFn, deployment: world.h.deployment })
      await index.sync()
      expect(index.store.dump()).toBe(await freshDump())
      const first = [...index.store.all('BondEvent')][0]
      const block = (await request({
        method: 'eth_getBlockByNumber',
        params: [`0x${(first?.since ?? 0).toString(16)}`, false],
      })) as { hash: string; parentHash: string }
      const query = `{ then: bondEvents(block: { hash: "${block.hash}" }) { id } before: bondEvents(block: { hash: "${block.parentHash}" }) { id } }`
      expect(await ask(index, query)).toEqual({ then: [{ id: first?.id }], before: [] })
    } finally {
      await server.close()
    }
  })
})

describe('a chain that goes back', () => {
  it('is followed: what was dropped is dropped, what stayed answers as before', async () => {
    const index = indexOf()
    await bondMore(1n)
    await index.sync()
    const before = index.store.dump()
    const kept = index.head()
    const snapshot = await world.h.chain.request({ method: 'evm_snapshot' })
    await bondMore(7n)
    await world.h.nextRound()
    await bondMore(8n)
    await index.sync()
    const query = `{ delegator(id: "${world.D.toLowerCase()}") { bondedAmount } bondEvents(first: 1000) { id } }`
    const ahead = await ask(index, query)

    await world.h.chain.request({ method: 'evm_revert', params: [snapshot] })
    await index.sync()
    expect(index.head()).toBe(kept)
    expect(index.store.dump()).toBe(before)
    expect(await ask(index, query)).not.toEqual(ahead)

    // Another history of about the same length: same numbers, other blocks.
    await bondMore(100n)
    await world.h.nextRound()
    await world.h.bm(world.D, 'unbond', 1n * LPT)
    await index.sync()
    expect(index.store.dump()).toBe(await freshDump())
    expect(index.head()).toBe(await chainHead())
  })

  it('is followed when the other history is already longer than the indexed one', async () => {
    const index = indexOf()
    const snapshot = await world.h.chain.request({ method: 'evm_snapshot' })
    await bondMore(2n)
    await index.sync()
    await world.h.chain.request({ method: 'evm_revert', params: [snapshot] })
    for (let i = 0n; i < 5n; i++) await bondMore(3n + i)
    await index.sync()
    expect(index.store.dump()).toBe(await freshDump())
  })

  it('that changes while it is read is read again', async () => {
    let index = indexOf()
    await index.sync()
    const snapshot = await world.h.chain.request({ method: 'evm_snapshot' })
    await bondMore(11n)
    let swapped = false
    index = indexOf(async (args) => {
      const answer = await world.h.chain.request(args)
      if (args.method === 'eth_getLogs' && !swapped) {
        swapped = true
        await world.h.chain.request({ method: 'evm_revert', params: [snapshot] })
        await bondMore(12n)
        await bondMore(13n)
      }
      return answer
    })
    await index.sync()
    expect(swapped).toBe(true)
    await index.sync()
    expect(index.store.dump()).toBe(await freshDump())
  })
})

describe('held', () => {
  it('stops advancing and goes on serving, until released', async () => {
    const index = indexOf()
    await index.sync()
    const head = index.head()
    const dump = index.store.dump()
    index.hold()
    await bondMore(1n)
    await bondMore(1n)
    await index.sync()
    expect(index.status()).toEqual({ head, chainHead: head + 2, lag: 2, held: true, error: undefined })
    expect(index.store.dump()).toBe(dump)
    expect(await ask(index, '{ _meta { block { number } } }')).toEqual({ _meta: { block: { number: head } } })
    index.release()
    await index.sync()
    expect(index.status()).toMatchObject({ head: head + 2, lag: 0, held: false })
  })

  it('stays behind by as many blocks as told', async () => {
    const index = indexOf()
    index.delay(3)
    await world.h.mineBlocks(4n)
    await index.sync()
    expect(index.status()).toMatchObject({ lag: 3 })
    index.delay(0)
    await index.sync()
    expect(index.status()).toMatchObject({ lag: 0 })
    expect(index.store.dump()).toBe(await freshDump())
  })
})

describe('a chain that fails', () => {
  it('leaves what is there, says why, and is taken up again', async () => {
    let down = false
    const index = indexOf((args) =>
      down ? Promise.reject(new Error('connection refused')) : world.h.chain.request(args),
    )
    await index.sync()
    const dump = index.store.dump()
    await bondMore(4n)
    down = true
    await expect(index.sync()).rejects.toThrow('connection refused')
    expect(index.status().error).toBe('connection refused')
    expect(index.store.dump()).toBe(dump)
    down = false
    await index.sync()
    expect(index.status().error).toBeUndefined()
    expect(index.store.dump()).toBe(await freshDump())
  })

  it('in the middle of a block leaves nothing of that block', async () => {
    let calls = 0
    let failAt = Number.POSITIVE_INFINITY
    const index = indexOf((args) => {
      if (args.method === 'eth_call' && ++calls === failAt) return Promise.reject(new Error('timed out'))
      return world.h.chain.request(args)
    })
    await index.sync()
    for (let i = 0; i < 4; i++) await bondMore(1n)
    const whole = await freshDump()
    for (const wait of [1, 2, 3]) {
      failAt = calls + wait
      await index.sync().catch(() => undefined)
      const blocks = new Set([...index.store.all('BondEvent')].map((found) => found.since))
      expect(Math.max(...blocks)).toBeLessThanOrEqual(index.head())
    }
    failAt = Number.POSITIVE_INFINITY
    await index.sync()
    expect(index.store.dump()).toBe(whole)
  })
})
