import { type Address, createPublicClient, http } from 'viem'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Devnet, startDevnet } from '@/devnet/start'
import { bondingManagerViewsAbi } from '@/lib/contracts/abi/bonding-manager-views'
import { factorsLensBytecode } from '@/lib/data/factors-lens'
import type { Loaded, OrchestratorRow, OrchestratorsView, YieldFigure } from '@/lib/data/types'

/** Realised yields, cut safety and projections of the list, against raw reads of the contracts by this test. */

const P27 = 10n ** 27n
/** History enough for a window of 30 rounds. */
const ROUNDS = 34
/** Rounds walked back for a factor: longer than the world has. */
const FARTHEST = 70

let net: Devnet
let pastReads = 0
const realFetch = globalThis.fetch

async function control(name: string, body: object): Promise<void> {
  const answer = await realFetch(`${net.servicesUrl}/control/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`)
}

beforeAll(async () => {
  net = await startDevnet({
    world: 'small',
    seed: 'loaders',
    endTime: 1_780_000_000,
    clock: false,
    keeper: true,
    rpcPort: 0,
    servicesPort: 0,
  })
  vi.stubEnv('NETWORK', 'local')
  vi.stubEnv('DEVNET_RPC_PORT', new URL(net.rpcUrl).port)
  vi.stubEnv('DEVNET_SERVICES_PORT', new URL(net.servicesUrl).port)
  vi.stubEnv('CACHE_ROUND_SECONDS', '1')
  await control('advance-rounds', { rounds: ROUNDS })
  net.keeper.setEnabled(false)
  await net.indexer.sync()
  globalThis.fetch = (...args) => {
    const body = args[1]?.body
    if (typeof body === 'string' && body.includes(factorsLensBytecode)) pastReads += 1
    return realFetch(...args)
  }
})
afterAll(async () => {
  globalThis.fetch = realFetch
  vi.unstubAllEnvs()
  await net.close()
})
afterEach(async () => {
  net.indexer.release()
  await net.indexer.sync()
})

const windowPasses = () => new Promise((resolve) => setTimeout(resolve, 1_100))
const mine = () => net.chain.request({ method: 'hardhat_mine', params: ['0x1', '0xc'] })

function valueOf(loaded: Loaded<OrchestratorsView>): OrchestratorsView {
  if (!('value' in loaded)) throw new Error(`${loaded.state}: ${loaded.reason}`)
  return loaded.value
}

async function list(): Promise<OrchestratorsView> {
  const { loadOrchestrators } = await import('@/lib/data/orchestrators')
  return valueOf(await loadOrchestrators())
}

const client = () => createPublicClient({ transport: http(net.rpcUrl), cacheTime: 0 })

type Written = readonly { round: number; factors: readonly [reward: bigint, fee: bigint] }[]

/** What the contract has written for an orchestrator, newest round first, by asking for one round after the other. */
async function written(address: Address, round: number): Promise<Written> {
  const rounds = Array.from({ length: FARTHEST }, (_, back) => round - back)
  const contract = net.deployment.contracts.BondingManager as Address
  return Promise.all(
    rounds.map(async (at) => {
      const [, , , reward, fee] = await client().readContract({
        address: contract,
        abi: bondingManagerViewsAbi,
        functionName: 'getTranscoderEarningsPoolForRound',
        args: [address, BigInt(at)],
      })
      return { round: at, factors: [reward, fee] as const }
    }),
  )
}

const lastUpTo = (pools: Written, round: number, place: 0 | 1): bigint =>
  pools.find((pool) => pool.round <= round && pool.factors[place] > 0n)?.factors[place] ?? 0n

function expectedYield(row: OrchestratorRow, pools: Written, round: number, window: number) {
  const start = Math.max(round - 1 - window, row.activationRound - 1)
  const from = lastUpTo(pools, start, 0) || P27
  const to = lastUpTo(pools, round - 1, 0) || P27
  return {
    rounds: round - 1 - start,
    lptP27: (to * P27) / from - P27,
    ethPerLptP27: ((lastUpTo(pools, round - 1, 1) - lastUpTo(pools, start, 1)) * P27) / from,
  }
}

const known = (figure: YieldFigure) => (figure.state === 'known' ? figure : null)

describe('realised yield', () => {
  test('equals a calculation from raw reads, for every orchestrator and window', async () => {
    const { rows, round } = await list()
    let told = 0
    for (const row of rows) {
      const pools = await written(row.address, round.number)
      for (const [window, figure] of [
        [30, row.yield30],
        [90, row.yield90],
      ] as const) {
        const expected = expectedYield(row, pools, round.number, window)
        const inSet = row.deactivationRound === null || row.deactivationRound >= round.number
        if (!inSet || row.activationRound === 0 || expected.rounds < 30) {
          expect(figure.state, `${row.address} ${window}`).toBe('unknown')
          continue
        }
        expect(figure, `${row.address} ${window}`).toMatchObject({ state: 'known', ...expected })
        told += 1
      }
    }
    expect(told).toBeGreaterThan(8)
    const earned = rows.flatMap((row) => known(row.yield30) ?? [])
    expect(earned.some(({ lptP27 }) => lptP27 > 0n)).toBe(true)
    expect(earned.some(({ ethPerLptP27 }) => (ethPerLptP27 ?? 0n) > 0n)).toBe(true)
    // One of the world never calls reward: it earned nothing, which is not unknown.
    expect(earned.some(({ lptP27 }) => lptP27 === 0n)).toBe(true)
  })

  test('is read once a round: a new block costs no further reads of past rounds', async () => {
    await list()
    await mine()
    await net.indexer.sync()
    await windowPasses()
    pastReads = 0
    const { rows } = await list()
    expect(rows.some(({ yield30 }) => yield30.state === 'known')).toBe(true)
    expect(pastReads).toBe(0)
    await control('advance-rounds', { rounds: 1 })
    await net.indexer.sync()
    await windowPasses()
    await list()
    expect(pastReads).toBe(1)
  })

  test('is still right, or unknown with its reason, while the index lags behind the round', async () => {
    net.indexer.hold()
    await control('advance-rounds', { rounds: 1 })
    await windowPasses()
    const { rows, round } = await list()
    let rewards = 0
    for (const row of rows) {
      const figure = known(row.yield30)
      if (!figure) continue
      const expected = expectedYield(row, await written(row.address, round.number), round.number, 30)
      expect(figure.lptP27).toBe(expected.lptP27)
      if (figure.ethPerLptP27 !== null) expect(figure.ethPerLptP27).toBe(expected.ethPerLptP27)
      rewards += 1
    }
    expect(rewards).toBeGreaterThan(2)
  })
})

describe('cut safety and projections', () => {
  test('cut safety is that of the index’s events, with the present cuts of the chain', async () => {
    const { rows } = await list()
    for (const { cutSafety, rewardCutP6, feeCutP6 } of rows) {
      expect(cutSafety?.worstRewardCutP6).toBeGreaterThanOrEqual(rewardCutP6)
      expect(cutSafety?.worstFeeCutP6).toBeGreaterThanOrEqual(feeCutP6)
    }
    expect(rows.some(({ cutSafety }) => (cutSafety?.changes ?? 0) > 0)).toBe(true)
  })

  test('there is a range for each in the next round’s set, ordered, and the same figure for the same wish', async () => {
    const view = await list()
    const { defaultProjection, projectAll } = await import('@/lib/data/projections')
    expect(projectAll(view, view.rows, defaultProjection)).toEqual(
      view.rows.map(({ projected }) => projected),
    )
    for (const { rank, projected } of view.rows) {
      expect(projected === null).toBe(rank === null)
      if (!projected) continue
      expect(projected.low.rewards).toBeLessThanOrEqual(projected.middle.rewards)
      expect(projected.middle.rewards).toBeLessThanOrEqual(projected.high.rewards)
    }
    const [none, much] = [1n, 10n ** 25n].map(
      (amountWei) => projectAll(view, view.rows, { amountWei, days: 365 })[0],
    )
    expect(much?.middle.lptP27).toBeLessThan(none?.middle.lptP27 ?? 0n)
  })
})
