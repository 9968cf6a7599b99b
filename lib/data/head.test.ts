import type { Hex } from 'viem'
import { describe, expect, it } from 'vitest'
import { createHeadTracker } from '@/lib/data/head'
import type { RpcAnswer, RpcCall } from '@/lib/network/rpc'
import { SourceError } from '@/lib/network/source-error'

/** A chain as a list of hashes, one a block, with its answers counted. */
function make(blocks: string[], lagBlocks = 0) {
  const world = { blocks, newest: null as number | null, requests: 0, down: false, now: 0 }
  const send = async (calls: readonly RpcCall[]): Promise<RpcAnswer[]> => {
    world.requests += 1
    if (world.down) throw new SourceError('The chain is down.', 'Wait.')
    return calls.map(({ params }) => {
      const which = params[0] === 'latest' ? (world.newest ?? world.blocks.length - 1) : Number(params[0])
      const hash = world.blocks[which]
      return {
        result:
          hash === undefined
            ? null
            : {
                number: `0x${which.toString(16)}`,
                timestamp: `0x${(1000 + which).toString(16)}`,
                hash: hash as Hex,
              },
      }
    })
  }
  return { world, tracker: createHeadTracker(send, { window: 100, limit: 1000 }, lagBlocks, () => world.now) }
}

describe('the head tracker', () => {
  it('asks once per window, however many read', async () => {
    const { world, tracker } = make(['a', 'b'])
    await Promise.all(Array.from({ length: 10 }, () => tracker.read()))
    await tracker.read()
    expect(world.requests).toBe(1)
    world.now = 100
    await tracker.read()
    expect(world.requests).toBe(2)
  })

  it('keeps the lineage while the chain grows', async () => {
    const { world, tracker } = make(['a', 'b'])
    const first = (await tracker.read()).head
    world.blocks = ['a', 'b', 'c', 'd']
    world.now = 100
    expect((await tracker.read()).head).toEqual({
      block: 3,
      timestamp: 1003,
      hash: 'd',
      lineage: first.lineage,
    })
  })

  it.each([
    ['back to an earlier block', ['a', 'b']],
    ['to another block of the same height', ['a', 'b', 'x']],
    ['and on past the old height', ['a', 'b', 'x', 'y', 'z']],
  ])('changes the lineage when the chain is rolled %s', async (_, after) => {
    const { world, tracker } = make(['a', 'b', 'c'])
    const first = (await tracker.read()).head
    world.blocks = after
    world.now = 100
    const second = (await tracker.read()).head
    expect(second.lineage).not.toBe(first.lineage)
    expect(second.block).toBe(after.length - 1)
  })

  it('takes an endpoint that is a little behind for what it is', async () => {
    const { world, tracker } = make(['a', 'b', 'c'])
    const before = (await tracker.read()).head
    world.newest = 1
    world.now = 100
    expect((await tracker.read()).head).toEqual(before)
  })

  it('keeps head and lineage when a public endpoint does not know the newest block yet', async () => {
    const { world, tracker } = make(['a', 'b', 'c', 'd'], 2)
    const before = (await tracker.read()).head
    world.blocks = ['a', 'b']
    world.now = 100
    expect((await tracker.read()).head).toEqual(before)
    world.blocks = ['a', 'b', 'c', 'd', 'e']
    world.now = 200
    expect((await tracker.read()).head).toMatchObject({ block: 4, lineage: before.lineage })
    world.blocks = ['a', 'b']
    world.now = 300
    expect((await tracker.read()).head).toMatchObject({ block: 1 })
    expect((await tracker.read()).head.lineage).not.toBe(before.lineage)
  })

  it('serves the last head with the reason while the chain is down, up to its limit', async () => {
    const { world, tracker } = make(['a'])
    await tracker.read()
    world.down = true
    world.now = 999
    expect(await tracker.read()).toMatchObject({
      head: { block: 0 },
      stale: { reason: 'The chain is down.' },
    })
    world.now = 1000
    await expect(tracker.read()).rejects.toThrow('The chain is down.')
  })

  it('has no head before the first answer', async () => {
    const { world, tracker } = make(['a'])
    world.down = true
    expect(tracker.peek()).toBeNull()
    await expect(tracker.read()).rejects.toThrow('The chain is down.')
  })
})
