import { describe, expect, test } from 'vitest'
import { createChain } from '@/devnet/chain/provider'
import { createHarness, LPT } from '@/devnet/contracts-test/harness'

/** contracts.md 13.7: equal stakes at the end of a full pool. */
test('worked example G: a newer tie goes ahead, a tie with the last stays out, one wei more evicts', async () => {
  const h = await createHarness(await createChain(), { numActiveTranscoders: 3n })
  const [T, A, B, C] = [
    await h.account('T', 1000n * LPT),
    await h.account('A', 1000n * LPT),
    await h.account('B', 1000n * LPT),
    await h.account('C', 1000n * LPT),
  ]
  await h.nextRound()
  await h.bm(T, 'bond', 501n * LPT, T)
  await h.bm(A, 'bond', 500n * LPT, A)
  expect(await h.poolOrder()).toEqual([T, A])
  await h.bm(B, 'bond', 500n * LPT, B)
  expect(await h.poolOrder()).toEqual([T, B, A])

  await h.undoing(async () => {
    const logs = await h.bm(C, 'bond', 500n * LPT, C)
    expect(await h.poolOrder()).toEqual([T, B, A])
    expect(logs.some((log) => log.event === 'TranscoderActivated')).toBe(false)
    expect(await h.view('BondingManager', 'isRegisteredTranscoder', C)).toBe(true)
    // It joins with the smallest further stake, too.
    await h.bm(C, 'bond', 1n, C)
    expect(await h.poolOrder()).toEqual([T, C, B])
  })

  await h.bm(C, 'bond', 500n * LPT + 1n, C)
  expect(await h.poolOrder()).toEqual([T, C, B])
  await h.chain.close()
})

describe('hints decide between equals only', () => {
  test('a valid hint places a tie after its equal', async () => {
    const h = await createHarness(await createChain(), { numActiveTranscoders: 3n })
    const [T, A, B] = [
      await h.account('T', 1000n * LPT),
      await h.account('A', 1000n * LPT),
      await h.account('B', 1000n * LPT),
    ]
    const none = '0x0000000000000000000000000000000000000000'
    await h.nextRound()
    await h.bm(T, 'bond', 501n * LPT, T)
    await h.bm(A, 'bond', 500n * LPT, A)
    await h.undoing(async () => {
      await h.bm(B, 'bondWithHint', 500n * LPT, B, none, none, A, none)
      expect(await h.poolOrder()).toEqual([T, A, B])
    })
    await h.undoing(async () => {
      // Not neighbours: the search starts at the usable one and the newer tie goes ahead.
      await h.bm(B, 'bondWithHint', 500n * LPT, B, none, none, T, none)
      expect(await h.poolOrder()).toEqual([T, B, A])
    })
    await h.undoing(async () => {
      // Wrong in both places: the same as no hint.
      await h.bm(B, 'bondWithHint', 600n * LPT, B, none, none, A, T)
      expect(await h.poolOrder()).toEqual([B, T, A])
    })
    await h.chain.close()
  })
})
