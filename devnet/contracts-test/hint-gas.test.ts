import type { Address } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createChain } from '@/devnet/chain/provider'
import { createHarness, type Harness, LPT, ZERO } from '@/devnet/contracts-test/harness'

const SIZE = 60

/** A hint never changes what happens, only what it costs (contracts.md 5.8): a pool of 60. */
describe('gas of hints', () => {
  let h: Harness
  let delegator: Address
  let order: Address[]

  beforeAll(async () => {
    h = await createHarness(await createChain())
    await h.nextRound()
    for (let number = 0; number < SIZE; number++) {
      const orchestrator = await h.account(`orchestrator ${number}`, 10_000n * LPT)
      await h.bm(orchestrator, 'bond', BigInt(100 + number * 10) * LPT, orchestrator)
    }
    delegator = await h.account('delegator', 10_000n * LPT)
    order = await h.poolOrder()
    await h.nextRound()
  })
  afterAll(() => h.chain.close())

  const gasOf = (functionName: string, args: readonly unknown[], from = delegator) =>
    h.undoing(async () => {
      const outcome = await h.attempt({ from, contract: 'BondingManager', functionName, args })
      if (outcome.state === 'reverted') throw new Error(`${functionName} reverted`)
      return { gas: outcome.gasUsed, order: await h.poolOrder() }
    })
  const at = (index: number) => order[index] ?? ZERO

  test.each([
    ['near the head', 5],
    ['in the middle', 30],
    ['near the tail', 55],
  ])('bonding to an orchestrator %s: right hint ≤ none ≤ wrong', async (_place, index) => {
    // 5 LPT more keep it between the same neighbours, 10 LPT apart.
    const bond = (prev: Address, next: Address) =>
      gasOf('bondWithHint', [5n * LPT, at(index), ZERO, ZERO, prev, next])
    const right = await bond(at(index - 1), at(index + 1))
    const none = await bond(ZERO, ZERO)
    // Members in places where the key does not belong: read, dropped, then the whole search.
    const wrong = await bond(at(SIZE - 1), at(0))
    expect(right.gas).toBeLessThanOrEqual(none.gas)
    expect(none.gas).toBeLessThanOrEqual(wrong.gas)
    expect(none.order).toEqual(right.order)
    expect(wrong.order).toEqual(right.order)
  })

  test('deep in the list a right hint saves a walk of more than 100,000 gas', async () => {
    const right = await gasOf('bondWithHint', [5n * LPT, at(55), ZERO, ZERO, at(54), at(56)])
    const none = await gasOf('bondWithHint', [5n * LPT, at(55), ZERO, ZERO, ZERO, ZERO])
    expect(none.gas - right.gas).toBeGreaterThan(100_000)
  })

  test('reward: right hint ≤ none ≤ wrong', async () => {
    const transcoder = at(40)
    const after = (await gasOf('reward', [], transcoder)).order
    const place = after.indexOf(transcoder)
    const reward = (prev: Address, next: Address) => gasOf('rewardWithHint', [prev, next], transcoder)
    const right = await reward(after[place - 1] ?? ZERO, after[place + 1] ?? ZERO)
    const none = await reward(ZERO, ZERO)
    const wrong = await reward(after[SIZE - 1] ?? ZERO, after[0] ?? ZERO)
    expect(right.gas).toBeLessThanOrEqual(none.gas)
    expect(none.gas).toBeLessThanOrEqual(wrong.gas)
    expect(none.order).toEqual(right.order)
    expect(wrong.order).toEqual(right.order)
  })
})
