import type { Hex } from 'viem'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { FlowBench, reached } from '@/e2e/chain/flow-bench'
import { createStakingWorld, type StakingWorld } from '@/e2e/chain/verb-cases'
import { LPT } from '@/e2e/chain/world'
import type { Intent, Refusal } from '@/lib/transaction/types'

/*
 * A wallet whose answer is lost, and two tabs with one flow: what was sent is found, and nothing is sent twice.
 */

let staking: StakingWorld
let snapshot: Hex
let bench: FlowBench

beforeAll(async () => {
  staking = await createStakingWorld()
  snapshot = await staking.world.snapshot()
})
afterAll(() => staking.world.chain.close())
beforeEach(() => {
  bench = new FlowBench(staking.world, staking.delegator)
})
afterEach(async () => {
  bench.closePages()
  await staking.world.setAutomine(true)
  await staking.world.revert(snapshot)
  snapshot = await staking.world.snapshot()
})

const unbond: Intent = { verb: 'unbond', amountWei: 5n * LPT }
const planOf = (intent: Intent) => staking.world.plan(bench.account, intent)
const stakeOf = async () => (await staking.world.position(bench.account)).stakeWei
const lost = (code?: number) => Object.assign(new Error('connection lost'), code ? { code } : {})
const nonces = () =>
  bench.wallet.requests
    .filter(({ method }) => method === 'eth_sendTransaction')
    .map(({ params }) => (params[0] as { nonce?: Hex }).nonce)

/** The wallet sends the next transaction after a while and loses its answer. */
function loseAnswer(error: Error, afterMs = 0): void {
  const original = bench.wallet.request.bind(bench.wallet)
  bench.wallet.request = async (args) => {
    if (args.method !== 'eth_sendTransaction') return original(args)
    bench.wallet.request = original
    if (afterMs === 0) await original(args)
    else setTimeout(() => void original(args), afterMs)
    throw error
  }
}

describe.each([
  ['an unknown error', undefined],
  ['an internal error', -32603],
  ['a lost connection', 4900],
])('when the wallet answers with %s', (_name, code) => {
  it('follows what it has sent nevertheless', async () => {
    const before = await stakeOf()
    loseAnswer(lost(code))
    const runner = bench.openPage()
    await runner.start(await planOf(unbond))
    await reached(runner, 'indexed')
    expect(bench.wallet.sendRequests).toBe(1)
    expect(await stakeOf()).toBe(before - 5n * LPT)
    expect(bench.kept()).toEqual([])
  })

  it('keeps the flow, looks again and finds what was sent later, without a second request', async () => {
    const before = await stakeOf()
    loseAnswer(lost(code), 150)
    const runner = bench.openPage()
    await runner.start(await planOf(unbond))
    expect(await reached(runner, 'stopped')).toMatchObject({ reason: { code: 'unclear' } })
    expect(bench.onlyKept().stage).toBe('signing')
    await expect.poll(stakeOf).toBe(before - 5n * LPT)
    await runner.retry()
    await reached(runner, 'indexed')
    expect(bench.wallet.sendRequests).toBe(1)
    expect(await stakeOf()).toBe(before - 5n * LPT)
  })

  it('asks again for the same nonce when nothing was sent, so that only one can ever be mined', async () => {
    const before = await stakeOf()
    bench.wallet.refuseNext('eth_sendTransaction', lost(code))
    const runner = bench.openPage()
    await runner.start(await planOf(unbond))
    expect(await reached(runner, 'stopped')).toMatchObject({ reason: { code: 'unclear' } })
    const { nonce } = bench.onlyKept()
    await runner.retry()
    await reached(runner, 'indexed')
    expect(nonces()).toEqual([undefined, `0x${nonce?.toString(16)}`])
    expect(await stakeOf()).toBe(before - 5n * LPT)
    expect(bench.kept()).toEqual([])
  })
})

it.each(['a contract that differs', 'other figures'] as const)(
  'stays kept with its nonce when the next check finds %s',
  async (what) => {
    const objection: Refusal = { code: 'contract-unchecked', contract: 'BondingManager', field: null }
    let objected: Refusal | null = null
    bench.wallet.refuseNext('eth_sendTransaction', lost())
    const runner = bench.openPage({ verify: async () => objected })
    await runner.start(await planOf(unbond))
    await reached(runner, 'stopped')
    const kept = bench.onlyKept()
    if (what === 'other figures') await staking.world.nextRound()
    else objected = objection
    await runner.retry()
    await reached(runner, 'rejected', 'ready')
    expect(bench.onlyKept()).toMatchObject({ stage: 'signing', nonce: kept.nonce })
  },
)

it('finds it after a reload, too', async () => {
  loseAnswer(lost(), 150)
  const page = bench.openPage()
  const before = await stakeOf()
  await page.start(await planOf(unbond))
  await reached(page, 'stopped')
  bench.closePages()
  await expect.poll(stakeOf).toBe(before - 5n * LPT)
  const runner = bench.openPage()
  await runner.resume(bench.onlyKept())
  await reached(runner, 'indexed')
  expect(bench.wallet.sendRequests).toBe(1)
})

it('keeps an unclear flow over a reset and over a change of the account', async () => {
  const release = bench.wallet.hold('eth_sendTransaction')
  const runner = bench.openPage()
  const running = runner.start(await planOf(unbond))
  await reached(runner, 'signing')
  bench.wallet.switchAccount(staking.first)
  await reached(runner, 'stopped')
  bench.wallet.refuseNext('eth_sendTransaction', lost())
  release()
  await running
  expect(bench.onlyKept().stage).toBe('signing')
  bench.wallet.switchAccount(bench.account)
  await runner.retry()
  await reached(runner, 'indexed')
  expect(nonces()[1]).toBeDefined()
})

it('asks afresh when another transaction used the nonce', async () => {
  const { world, delegator } = staking
  const before = await stakeOf()
  bench.wallet.refuseNext('eth_sendTransaction', lost())
  const runner = bench.openPage()
  await runner.start(await planOf(unbond))
  await reached(runner, 'stopped')
  await world.send(delegator, 'LivepeerToken', 'approve', [world.addresses.BondingManager, 1n])
  await runner.retry()
  // The allowance is part of what the review showed.
  expect(await reached(runner, 'ready')).toMatchObject({ notice: { code: 'plan-changed' } })
  await runner.retry()
  await reached(runner, 'indexed')
  expect(nonces().at(-1)).toBeUndefined()
  expect(await stakeOf()).toBe(before - 5n * LPT)
})

it('never asks again while the endpoint cannot say what used the nonce', async () => {
  const { world, delegator } = staking
  bench.wallet.refuseNext('eth_sendTransaction', lost())
  const runner = bench.openPage()
  await runner.start(await planOf(unbond))
  await reached(runner, 'stopped')
  await world.send(delegator, 'LivepeerToken', 'approve', [world.addresses.BondingManager, 1n])
  bench.tamper = ({ method }, answer) => (method === 'eth_getBlockByNumber' ? null : answer)
  await runner.retry()
  expect(await reached(runner, 'stopped')).toMatchObject({ reason: { code: 'unclear' } })
  expect(bench.wallet.sendRequests).toBe(1)
})

describe('two tabs with one flow', () => {
  it('prompt once: the second shows that it goes on elsewhere and takes over what was sent', async () => {
    const before = await stakeOf()
    const release = bench.wallet.hold('eth_sendTransaction')
    const first = bench.openPage()
    const running = first.start(await planOf(unbond))
    await reached(first, 'signing')
    const second = bench.openPage()
    const resumed = second.resume(bench.onlyKept())
    expect(await reached(second, 'stopped')).toMatchObject({ reason: { code: 'elsewhere' } })
    await second.retry()
    expect(bench.wallet.sendRequests).toBe(1)
    bench.indexHeld = true
    release()
    await reached(first, 'mined')
    expect(second.getState()).toMatchObject({ stage: 'stopped', reason: { code: 'elsewhere' } })
    first.dispose()
    await reached(second, 'mined')
    bench.indexHeld = false
    await Promise.all([resumed, running])
    await reached(second, 'indexed')
    expect(bench.wallet.sendRequests).toBe(1)
    expect(await stakeOf()).toBe(before - 5n * LPT)
  })

  it('the second says so when the first ended it', async () => {
    const release = bench.wallet.hold('eth_sendTransaction')
    const first = bench.openPage()
    const running = first.start(await planOf(unbond))
    await reached(first, 'signing')
    const second = bench.openPage()
    const resumed = second.resume(bench.onlyKept())
    await reached(second, 'stopped')
    release()
    await Promise.all([running, resumed])
    expect(second.getState()).toMatchObject({ stage: 'stopped', reason: { code: 'ended-elsewhere' } })
    await second.retry()
    expect(bench.wallet.sendRequests).toBe(1)
  })

  it('the second takes over when the first is closed', async () => {
    bench.wallet.hold('eth_sendTransaction')
    const first = bench.openPage()
    void first.start(await planOf(unbond))
    await reached(first, 'signing')
    const second = bench.openPage()
    const resumed = second.resume(bench.onlyKept())
    await reached(second, 'stopped')
    first.dispose()
    bench.locks.releaseAll()
    await resumed
    expect(second.getState()).toMatchObject({ stage: 'stopped', reason: { code: 'interrupted' } })
  })
})
