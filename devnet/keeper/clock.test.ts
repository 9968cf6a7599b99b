import { afterEach, expect, test, vi } from 'vitest'
import { readOne } from '@/devnet/chain/contract-calls'
import { createChain } from '@/devnet/chain/provider'
import { mineBlocks, readHead } from '@/devnet/chain/transact'
import { deployProtocol } from '@/devnet/deploy/deploy'
import { createClock } from '@/devnet/keeper/clock'
import { createExclusive } from '@/devnet/keeper/exclusive'
import { createKeeper } from '@/devnet/keeper/keeper'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

async function ticking(enabled: boolean, keeperOn: boolean) {
  const chain = await createChain()
  const deployment = await deployProtocol(chain, { roundLengthBlocks: 50n })
  await mineBlocks(chain.request, 60, 12)
  const keeper = createKeeper(
    chain,
    { deployment, habits: [], feeEarners: [], gateways: [], documents: [], claims: [], seed: 'clock' },
    { enabled: keeperOn },
  )
  let blocks = 0
  const clock = createClock(chain, keeper, createExclusive(), {
    enabled,
    milliseconds: 40,
    onBlock: () => {
      blocks += 1
    },
  })
  closers.push(
    () => clock.stop(),
    () => chain.close(),
  )
  const initialized = () => readOne(chain.request, deployment, 'RoundsManager', 'currentRoundInitialized')
  return { chain, clock, initialized, ticked: () => blocks }
}

test('blocks come by themselves, and the keeper starts rounds', async () => {
  const { chain, initialized, ticked } = await ticking(true, true)
  const before = await readHead(chain.request)
  await vi.waitFor(() => expect(ticked()).toBeGreaterThanOrEqual(2), { timeout: 10_000 })
  expect((await readHead(chain.request)).number).toBeGreaterThan(before.number + 1)
  expect(await initialized()).toBe(true)
})

test('the keeper can be off while blocks come, and the clock off altogether', async () => {
  const { chain, clock, initialized, ticked } = await ticking(true, false)
  await vi.waitFor(() => expect(ticked()).toBeGreaterThanOrEqual(2), { timeout: 10_000 })
  expect(await initialized()).toBe(false)
  clock.setEnabled(false)
  await new Promise((resolve) => setTimeout(resolve, 200))
  const { number } = await readHead(chain.request)
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect((await readHead(chain.request)).number).toBe(number)
})

test('a fault is kept for the status and the clock goes on', async () => {
  const { chain, clock } = await ticking(true, false)
  await chain.close()
  await vi.waitFor(() => expect(clock.lastError).toBe('The chain is closed'), { timeout: 10_000 })
})

test('exclusive work waits its turn, also after a failure', async () => {
  const exclusive = createExclusive()
  const order: string[] = []
  const slow = exclusive.run(async () => {
    await new Promise((resolve) => setTimeout(resolve, 30))
    order.push('first')
    throw new Error('broken')
  })
  const next = exclusive.run(async () => {
    order.push('second')
    return 7
  })
  await expect(slow).rejects.toThrow('broken')
  expect(await next).toBe(7)
  expect(order).toEqual(['first', 'second'])
})
