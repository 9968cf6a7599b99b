import { describe, expect, test } from 'vitest'
import { createChain } from '@/devnet/chain/provider'
import type { Harness } from '@/devnet/contracts-test/harness'
import { createHarness } from '@/devnet/contracts-test/harness'
import { createSeededRandom } from '@/devnet/contracts-test/seeded-random'
import { isRoundLocked, roundAt, roundState } from '@/lib/protocol/rounds'

async function compareRound(h: Harness): Promise<{ locked: boolean; overdue: boolean }> {
  const rounds = (name: string) => h.bigint('RoundsManager', name)
  const [blockNum, roundLength, roundLockAmountP6, lastInitializedRound] = await Promise.all([
    rounds('blockNum'),
    rounds('roundLength'),
    rounds('roundLockAmount'),
    rounds('lastInitializedRound'),
  ])
  const position = roundAt(
    {
      roundLength,
      lastRoundLengthUpdateRound: await rounds('lastRoundLengthUpdateRound'),
      lastRoundLengthUpdateStartBlock: await rounds('lastRoundLengthUpdateStartBlock'),
    },
    blockNum,
  )
  expect(position.round).toBe(await rounds('currentRound'))
  expect(position.startBlock).toBe(await rounds('currentRoundStartBlock'))
  const locked = isRoundLocked(position, roundLockAmountP6)
  expect(locked).toBe(await h.view('RoundsManager', 'currentRoundLocked'))
  const state = roundState(position, { roundLockAmountP6, lastInitializedRound })
  expect(state.state === 'initialised').toBe(await h.view('RoundsManager', 'currentRoundInitialized'))
  expect(state.locked).toBe(locked)
  return { locked, overdue: state.state === 'overdue' }
}

describe('round number, start, lock and initialisation equal RoundsManager', () => {
  test('over random waits, lengths, locks and initialisations', async () => {
    const h = await createHarness(await createChain(), { roundLengthBlocks: 37n })
    const random = createSeededRandom(83)
    const seen = { locked: 0, overdue: 0 }
    for (let step = 0; step < 150; step++) {
      await h.mineBlocks(BigInt(1 + random.below(random.chance(10) ? 200 : 25)))
      if (random.chance(8))
        await h.send(h.deployer, 'RoundsManager', 'setRoundLength', [BigInt(1 + random.below(90))])
      if (random.chance(8)) {
        const lock = random.pick([0n, 1n, 100_000n, 999_999n, 1_000_000n, BigInt(random.below(1_000_000))])
        await h.send(h.deployer, 'RoundsManager', 'setRoundLockAmount', [lock])
      }
      if (random.chance(40)) {
        await h.attempt({ from: h.deployer, contract: 'RoundsManager', functionName: 'initializeRound' })
      }
      const { locked, overdue } = await compareRound(h)
      if (locked) seen.locked++
      if (overdue) seen.overdue++
    }
    expect(seen.locked).toBeGreaterThan(5)
    expect(seen.overdue).toBeGreaterThan(20)
    expect(seen.overdue).toBeLessThan(140)
  })

  test('on each block around a lock and a round boundary', async () => {
    const h = await createHarness(await createChain(), { roundLengthBlocks: 20n })
    const seen = new Set<boolean>()
    for (let block = 0; block < 45; block++) {
      await h.mineBlocks(1n)
      seen.add((await compareRound(h)).locked)
    }
    expect([...seen].sort()).toEqual([false, true])
  })
})
