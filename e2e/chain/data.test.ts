import {
  type Abi,
  type Address,
  createPublicClient,
  encodeFunctionData,
  getAddress,
  http,
  zeroAddress,
} from 'viem'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { sendCall } from '@/devnet/chain/transact'
import { loadArtifact } from '@/devnet/solidity/artifact'
import { type Devnet, startDevnet } from '@/devnet/start'
import { bondingManagerViewsAbi } from '@/lib/contracts/abi/bonding-manager-views'
import { roundsManagerAbi } from '@/lib/contracts/abi/rounds-manager'
import type { Loaded } from '@/lib/data/types'

/** The loaders on a real chain and index without a browser: figures against the contracts, and the faults of each source. */

let net: Devnet
let upstream = 0
const realFetch = globalThis.fetch

beforeAll(async () => {
  net = await startDevnet({
    world: 'small',
    seed: 'loaders',
    endTime: 1_780_000_000,
    clock: false,
    keeper: false,
    rpcPort: 0,
    servicesPort: 0,
  })
  vi.stubEnv('NETWORK', 'local')
  vi.stubEnv('DEVNET_RPC_PORT', new URL(net.rpcUrl).port)
  vi.stubEnv('DEVNET_SERVICES_PORT', new URL(net.servicesUrl).port)
  vi.stubEnv('LOAD_DEADLINE_MS', '3000')
  vi.stubEnv('CACHE_ROUND_SECONDS', '1')
  globalThis.fetch = (...args) => {
    // Names come from a source of their own, counted in services.test.ts.
    if (!String(args[0]).includes('/names')) upstream += 1
    return realFetch(...args)
  }
})
afterAll(async () => {
  globalThis.fetch = realFetch
  vi.unstubAllEnvs()
  await net.close()
})
afterEach(async () => {
  await net.rpc.setFaults([])
  net.indexer.release()
  await net.indexer.sync()
})

const loaders = async () => ({
  ...(await import('@/lib/data/round')),
  ...(await import('@/lib/data/protocol')),
  ...(await import('@/lib/data/orchestrators')),
  ...(await import('@/lib/data/delegating-account')),
  ...(await import('@/lib/data/orchestrating-account')),
  ...(await import('@/lib/data/load-head')),
  ...(await import('@/lib/data/health')),
})

/** Waits until every short-lived figure of this process is old. */
const windowPasses = () => new Promise((resolve) => setTimeout(resolve, 1100))

function valueOf<Value>(loaded: Loaded<Value>): Value {
  if (!('value' in loaded)) throw new Error(`${loaded.state}: ${loaded.reason}`)
  return loaded.value
}

const client = () => createPublicClient({ transport: http(net.rpcUrl), cacheTime: 0 })
const bonding = () =>
  ({ address: net.deployment.contracts.BondingManager as Address, abi: bondingManagerViewsAbi }) as const
const rounds = () =>
  ({ address: net.deployment.contracts.RoundsManager as Address, abi: roundsManagerAbi }) as const
const mine = (blocks: number) =>
  net.chain.request({ method: 'hardhat_mine', params: [`0x${blocks.toString(16)}`, '0xc'] })

async function walkPool(): Promise<Address[]> {
  const members: Address[] = []
  let at = await client().readContract({ ...bonding(), functionName: 'getFirstTranscoderInPool' })
  while (at !== zeroAddress) {
    members.push(getAddress(at))
    at = await client().readContract({ ...bonding(), functionName: 'getNextTranscoderInPool', args: [at] })
  }
  return members
}

describe('figures', () => {
  test('the round is what RoundsManager says, at every point of it', async () => {
    const { loadRound } = await loaders()
    for (const blocks of [0, 3500, 400, 700, 0]) {
      if (blocks > 0) await mine(blocks)
      await windowPasses()
      const view = valueOf(await loadRound())
      const read = <
        Name extends
          | 'currentRound'
          | 'currentRoundStartBlock'
          | 'currentRoundInitialized'
          | 'currentRoundLocked'
          | 'blockNum',
      >(
        functionName: Name,
      ) => client().readContract({ ...rounds(), functionName })
      expect(BigInt(view.number)).toBe(await read('currentRound'))
      expect(BigInt(view.startBlock)).toBe(await read('currentRoundStartBlock'))
      expect(view.initialized).toBe(await read('currentRoundInitialized'))
      expect(view.overdue).toBe(!view.initialized)
      expect(view.locked).toBe(await read('currentRoundLocked'))
      expect(BigInt(view.blockNum)).toBe(await read('blockNum'))
      expect(view.blocksDone + view.blocksLeft).toBe(view.lengthBlocks)
    }
  })

  test('the list is the chain’s pool in its order, with every delegator counted once', async () => {
    const { loadOrchestrators, loadProtocol } = await loaders()
    await windowPasses()
    await net.indexer.sync()
    const loaded = await loadOrchestrators()
    const view = valueOf(loaded)
    const members = view.rows.filter((row) => row.rank !== null)
    expect(loaded.state).toBe('ready')
    expect(members.map(({ address }) => address)).toEqual(await walkPool())
    expect(members.map(({ rank }) => rank)).toEqual(members.map((_, index) => index + 1))
    for (const row of view.rows) {
      expect(row.totalStakeWei).toBe(
        await client().readContract({
          ...bonding(),
          functionName: 'transcoderTotalStake',
          args: [row.address],
        }),
      )
      expect(row.active).toBe(
        await client().readContract({
          ...bonding(),
          functionName: 'isActiveTranscoder',
          args: [row.address],
        }),
      )
      expect(row.registered).toBe(
        await client().readContract({
          ...bonding(),
          functionName: 'isRegisteredTranscoder',
          args: [row.address],
        }),
      )
    }
    expect(view.rows.some((row) => row.standing === 'outside')).toBe(true)
    const bonded = [...net.indexer.store.all('Delegator')].filter(
      ({ row }) => String(row.bondedAmount) !== '0',
    )
    for (const row of view.rows) {
      const own = bonded.filter((delegator) => delegator.row.delegate === row.address.toLowerCase())
      expect(row.delegatorsCount).toBe(own.length)
    }
    expect(valueOf(await loadProtocol()).delegatorsCount).toBe(bonded.length)
  })

  test('the whole list costs a handful of requests however many ask, and none while it is fresh', async () => {
    const { loadOrchestrators } = await loaders()
    await mine(1)
    await net.indexer.sync()
    await windowPasses()
    upstream = 0
    await Promise.all(Array.from({ length: 20 }, loadOrchestrators))
    // Head, treasury address, core figures, pool, those outside (two), histories, delegators, cuts, where past factors
    // are, the factors, the local deployment.
    expect(upstream).toBeLessThanOrEqual(12)
    upstream = 0
    await loadOrchestrators()
    expect(upstream).toBe(0)
  })

  test('an account owns what the contract says, with every open lock', async () => {
    const { loadDelegatingAccount } = await loaders()
    const account = net.deployment.accounts.find(({ role }) => role === 'demo-delegator')?.address as Address
    const view = valueOf(await loadDelegatingAccount(account))
    expect(view.pendingStakeWei).toBe(
      await client().readContract({ ...bonding(), functionName: 'pendingStake', args: [account, 0n] }),
    )
    expect(view.pendingRewardsWei).toBe(view.pendingStakeWei - view.bondedWei)
    const open = []
    for (let id = 0; id < view.nextUnbondingLockId; id += 1) {
      const [amount, withdrawRound] = await client().readContract({
        ...bonding(),
        functionName: 'getDelegatorUnbondingLock',
        args: [account, BigInt(id)],
      })
      if (withdrawRound > 0n) open.push({ id, amountWei: amount, withdrawRound: Number(withdrawRound) })
    }
    expect(view.locks.map(({ id, amountWei, withdrawRound }) => ({ id, amountWei, withdrawRound }))).toEqual(
      open,
    )
    expect(new Set(view.locks.map(({ state }) => state))).toEqual(new Set(['waiting', 'withdrawable']))
    expect(view.locks.every(({ delegate }) => delegate !== null)).toBe(true)
    expect(view.delegate).toMatchObject({ registered: true })
    expect(view.lifetimeRewardsWei).toBeGreaterThan(0n)
  })

  test('what was earned is unknown, not wrong, while the index lacks the last action', async () => {
    const { loadDelegatingAccount } = await loaders()
    const from = net.deployment.accounts.find(({ role }) => role === 'demo-delegator')?.address as Address
    const send = (name: string, functionName: string, args: readonly unknown[]) =>
      sendCall(net.chain.request, {
        label: functionName,
        from,
        to: net.deployment.contracts[name] as Address,
        data: encodeFunctionData({ abi: loadArtifact(name).abi as Abi, functionName, args: [...args] }),
        gas: 3_000_000,
      })
    if (!(await client().readContract({ ...rounds(), functionName: 'currentRoundInitialized' })))
      await send('RoundsManager', 'initializeRound', [])
    await net.indexer.sync()
    await windowPasses()
    const before = valueOf(await loadDelegatingAccount(from))
    net.indexer.hold()
    await send('BondingManager', 'unbond', [before.pendingStakeWei / 2n])
    await windowPasses()
    const behind = await loadDelegatingAccount(from)
    expect(behind).toMatchObject({ state: 'partial', reason: expect.stringContaining('last action') })
    expect(valueOf(behind)).toMatchObject({ lifetimeRewardsWei: null, principalWei: null })
    net.indexer.release()
    await net.indexer.sync()
    await windowPasses()
    const after = await loadDelegatingAccount(from)
    expect(after.state).toBe('ready')
    expect(valueOf(after).lifetimeRewardsWei).toBe(before.lifetimeRewardsWei)
  })

  test('an address nobody knows has nothing because the chain says so', async () => {
    const { loadDelegatingAccount, loadOrchestratingAccount } = await loaders()
    const nobody = '0x00000000000000000000000000000000000000AA'
    expect(valueOf(await loadDelegatingAccount(nobody))).toMatchObject({
      status: 'unbonded',
      bondedWei: 0n,
      delegate: null,
      locks: [],
    })
    expect(valueOf(await loadOrchestratingAccount(nobody))).toMatchObject({
      known: false,
      registered: false,
      standing: 'unregistered',
    })
  })

  test('an orchestrator has a reward call state for each of its rounds', async () => {
    const { loadOrchestratingAccount } = await loaders()
    const [first] = await walkPool()
    const view = valueOf(await loadOrchestratingAccount(first as Address))
    expect(view).toMatchObject({ known: true, registered: true, rank: 1 })
    const finished = (view.rewardRounds ?? []).filter(({ round }) => round < view.round.number)
    expect(finished.length).toBeGreaterThan(10)
    expect(finished.filter(({ state }) => state === 'called')).toHaveLength(view.rewardCalls90?.called ?? -1)
    expect(finished.filter(({ state }) => state === 'missed')).toHaveLength(view.rewardCalls90?.missed ?? -1)
  })
})

describe('faults', () => {
  test('RPC down: kept figures with the reason for a while, then a failure that says what to do, then figures again', async () => {
    const { loadRound, readHealth } = await loaders()
    await loadRound()
    await net.rpc.setFaults([{ fault: 'error' }])
    await windowPasses()
    const kept = await loadRound()
    expect(kept).toMatchObject({
      state: 'stale',
      reason: expect.stringContaining('The chain could not be read'),
    })
    expect((await readHealth()).status).toBe('degraded')
    await new Promise((resolve) => setTimeout(resolve, 11_000))
    expect(await loadRound()).toMatchObject({ state: 'failed', next: expect.any(String) })
    expect((await readHealth()).status).toBe('failing')
    await net.rpc.setFaults([])
    await windowPasses()
    expect((await loadRound()).state).toBe('ready')
    expect((await readHealth()).status).toBe('ok')
  })

  test('index held while rounds pass: chain figures are right, the rest is labelled as behind', async () => {
    const { loadOrchestrators, loadRound } = await loaders()
    const before = valueOf(await loadRound()).number
    net.indexer.hold()
    await mine(2 * 6377)
    await windowPasses()
    const loaded = await loadOrchestrators()
    expect(loaded).toMatchObject({
      state: 'stale',
      reason: expect.stringMatching(/index is \d+ minutes behind/),
    })
    expect(valueOf(loaded).round.number).toBe(before + 2)
    net.indexer.release()
    await net.indexer.sync()
    await windowPasses()
    expect((await loadOrchestrators()).state).toBe('ready')
  })

  test('index down: chain figures stay, its own are unknown, not zero', async () => {
    const { loadOrchestrators } = await loaders()
    await windowPasses()
    globalThis.fetch = (input, init) =>
      String(input).endsWith('/subgraph')
        ? Promise.reject(new TypeError('fetch failed'))
        : realFetch(input, init)
    try {
      await new Promise((resolve) => setTimeout(resolve, 13_000))
      const loaded = await loadOrchestrators()
      expect(loaded).toMatchObject({
        state: 'partial',
        reason: expect.stringContaining('The subgraph could not be read'),
      })
      const view = valueOf(loaded)
      expect(view.rows.length).toBe((await walkPool()).length)
      expect(view.rows[0]).toMatchObject({ delegatorsCount: null, fees90dWei: null, rewardCalls30: null })
    } finally {
      globalThis.fetch = realFetch
    }
  }, 60_000)

  test('a chain rolled back never serves figures of the dropped one', async () => {
    const { loadHead, loadDelegatingAccount } = await loaders()
    const account = net.deployment.accounts.find(({ role }) => role === 'demo-delegator')?.address as Address
    await windowPasses()
    const before = valueOf(await loadHead())
    const balance = valueOf(await loadDelegatingAccount(account)).ethBalanceWei
    const snapshot = await net.chain.request({ method: 'evm_snapshot' })
    await net.chain.request({ method: 'hardhat_setBalance', params: [account, '0x7'] })
    await mine(3)
    await windowPasses()
    expect(valueOf(await loadDelegatingAccount(account)).ethBalanceWei).toBe(7n)
    await net.chain.request({ method: 'evm_revert', params: [snapshot] })
    await mine(5)
    await windowPasses()
    const after = valueOf(await loadHead())
    expect(after.chain.lineage).not.toBe(before.chain.lineage)
    expect(valueOf(await loadDelegatingAccount(account)).ethBalanceWei).toBe(balance)
  })
})
