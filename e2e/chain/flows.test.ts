import type { Hex } from 'viem'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { FlowBench, reached } from '@/e2e/chain/flow-bench'
import { createStakingWorld, type StakingWorld } from '@/e2e/chain/verb-cases'
import { LPT } from '@/e2e/chain/world'
import { callOf } from '@/lib/contracts/call-of'
import type { Intent } from '@/lib/transaction/types'

let staking: StakingWorld
let snapshot: Hex
let bench: FlowBench

beforeAll(async () => {
  staking = await createStakingWorld()
  snapshot = await staking.world.snapshot()
})
afterAll(() => staking.world.chain.close())
beforeEach(() => {
  bench = new FlowBench(staking.world, staking.newcomer)
})
afterEach(async () => {
  bench.closePages()
  await staking.world.setAutomine(true)
  await staking.world.revert(snapshot)
  snapshot = await staking.world.snapshot()
})

const firstBond = (): Intent => ({ verb: 'bond', amountWei: 10n * LPT, to: staking.first })
const planOf = (intent: Intent) => staking.world.plan(bench.account, intent)
const sentTo = () =>
  bench.wallet.requests
    .filter(({ method }) => method === 'eth_sendTransaction')
    .map(({ params }) => (params[0] as { to: string }).to)

describe('a delegation refused at its second step', () => {
  const refuseSecondStep = async () => {
    const runner = bench.openPage()
    const plan = await planOf(firstBond())
    const unsubscribe = runner.subscribe(() => {
      const state = runner.getState()
      if (state.stage === 'mined' && state.step === 0) bench.wallet.refuseNext('eth_sendTransaction')
    })
    await runner.start(plan)
    expect(await reached(runner, 'refused')).toMatchObject({ step: 1, done: [{ step: 0 }] })
    unsubscribe()
    return runner
  }
  const expectOneApproval = async () => {
    const { LivepeerToken, BondingManager } = staking.world.addresses
    expect(sentTo()).toEqual([LivepeerToken, BondingManager, BondingManager])
    const position = await staking.world.position(bench.account)
    expect(position).toMatchObject({ stakeWei: 10n * LPT, allowanceWei: 0n })
  }

  it('goes on without a second approval', async () => {
    const runner = await refuseSecondStep()
    await runner.retry()
    await reached(runner, 'indexed')
    await expectOneApproval()
  })

  it('goes on after a reload, when the person asks for it, without a second approval', async () => {
    const page = await refuseSecondStep()
    page.dispose()
    const runner = bench.openPage()
    await runner.resume(bench.onlyKept())
    const ready = await reached(runner, 'ready')
    expect(ready).toMatchObject({ step: 1, notice: { code: 'interrupted' } })
    expect(sentTo()).toHaveLength(2)
    await runner.start(ready.plan)
    await reached(runner, 'indexed')
    await expectOneApproval()
    expect(bench.kept()).toEqual([])
  })

  it('needs no approval in a new plan either', async () => {
    await refuseSecondStep()
    const plan = await planOf(firstBond())
    expect(plan.steps.map(({ args }) => args.verb)).toEqual(['bond'])
  })

  it.each<[string, () => Promise<void>]>([
    ['the round', () => staking.world.nextRound()],
    // Delegating to `first` now would move this stake, which the review of a first delegation never said.
    ['the account’s stake', () => staking.world.bond(bench.account, 5n * LPT, staking.second)],
  ])('shows the figures anew instead of going on when %s changed meanwhile', async (_what, change) => {
    const page = await refuseSecondStep()
    page.dispose()
    await change()
    const runner = bench.openPage()
    await runner.resume(bench.onlyKept())
    await reached(runner, 'ready')
    await runner.retry()
    const fresh = await planOf(firstBond())
    expect(await reached(runner, 'ready')).toMatchObject({
      notice: { code: 'plan-changed' },
      step: 0,
      done: [],
      plan: { after: fresh.after, warnings: fresh.warnings },
    })
    expect(sentTo()).toHaveLength(2)
    await runner.retry()
    await reached(runner, 'indexed')
    const { status: _status, ...after } = fresh.after
    expect(await staking.world.position(bench.account)).toMatchObject(after)
    expect(bench.kept()).toEqual([])
  })

  it('shows the figures anew instead of failing when the approval was used up meanwhile', async () => {
    const runner = await refuseSecondStep()
    const { world } = staking
    await world.send(bench.account, 'LivepeerToken', 'approve', [world.addresses.BondingManager, 0n])
    await runner.retry()
    const ready = await reached(runner, 'ready')
    expect(ready.plan.steps.map(({ args }) => args.verb)).toEqual(['approve', 'bond'])
    expect(ready).toMatchObject({ notice: { code: 'plan-changed' }, step: 0 })
  })

  it('after a reload in the middle of the approval, waits for the person before the second step', async () => {
    await staking.world.setAutomine(false)
    const page = bench.openPage()
    void page.start(await planOf(firstBond()))
    await reached(page, 'submitted')
    page.dispose()
    const runner = bench.openPage()
    const resumed = runner.resume(bench.onlyKept())
    await reached(runner, 'submitted')
    await staking.world.mine(1)
    await staking.world.setAutomine(true)
    await resumed
    const ready = await reached(runner, 'ready')
    expect(ready.step).toBe(1)
    expect(bench.wallet.sendRequests).toBe(1)
    await runner.start(ready.plan)
    await reached(runner, 'indexed')
  })
})

it('unbonds, waits the rounds out, is told so before, and withdraws', async () => {
  const { world, delegator } = staking
  bench = new FlowBench(world, delegator)
  const unbonding = bench.openPage()
  await unbonding.start(await planOf({ verb: 'unbond', amountWei: 30n * LPT }))
  const { done } = await reached(unbonding, 'indexed')
  const outcome = done[0]?.outcome
  if (outcome?.verb !== 'unbond') throw new Error('no lock')
  expect(outcome.amountWei).toBe(30n * LPT)

  const withdraw: Intent = { verb: 'withdrawStake', lockId: outcome.lockId }
  const early = await world.planning(delegator, withdraw)
  expect(early).toMatchObject({
    state: 'refused',
    refusals: [{ code: 'lock-not-matured', field: 'lock', withdrawRound: outcome.withdrawRound }],
  })
  for (let round = 0; round < 3; round += 1) await world.nextRound()
  const { walletLptWei } = await world.position(delegator)
  const withdrawing = bench.openPage()
  await withdrawing.start(await planOf(withdraw))
  await reached(withdrawing, 'indexed')
  expect((await world.position(delegator)).walletLptWei).toBe(walletLptWei + 30n * LPT)
  expect(await world.planning(delegator, withdraw)).toMatchObject({ refusals: [{ code: 'lock-missing' }] })
})

it('goes on by itself when the endpoint comes back while mining', async () => {
  await staking.world.setAutomine(false)
  bench = new FlowBench(staking.world, staking.delegator)
  const runner = bench.openPage()
  const running = runner.start(await planOf({ verb: 'unbond', amountWei: LPT }))
  await reached(runner, 'submitted')
  bench.endpointDown = true
  await staking.world.mine(1)
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(runner.getState().stage).toBe('submitted')
  bench.endpointDown = false
  await running
  await reached(runner, 'indexed')
})

it('says that the network gave no answer before anything was sent, and works once it is back', async () => {
  const plan = await planOf(firstBond())
  bench.endpointDown = true
  const runner = bench.openPage()
  await runner.start(plan)
  expect((await reached(runner, 'rejected')).failure.kind).toBe('transport')
  expect(bench.wallet.sendRequests).toBe(0)
  bench.endpointDown = false
  await runner.retry()
  await reached(runner, 'indexed')
})

it('reports a transaction that no node knows as lost and never sends a second one', async () => {
  bench = new FlowBench(staking.world, staking.delegator)
  const unknown: Hex = `0x${'ab'.repeat(32)}`
  const original = bench.wallet.request.bind(bench.wallet)
  let asked = 0
  bench.wallet.request = (args) => {
    if (args.method !== 'eth_sendTransaction') return original(args)
    asked += 1
    return Promise.resolve(unknown)
  }
  const runner = bench.openPage()
  await runner.start(await planOf({ verb: 'unbond', amountWei: LPT }))
  expect(await reached(runner, 'lost')).toMatchObject({ hash: unknown })
  expect(bench.kept()).toHaveLength(1)
  await runner.retry()
  await reached(runner, 'lost')
  expect(asked).toBe(1)
})

it('shows the very call that it sends, hints included', async () => {
  const { world, delegator, second } = staking
  bench = new FlowBench(world, delegator)
  const plan = await planOf({ verb: 'unbond', amountWei: LPT })
  await world.bond(second, 1_000_000n * LPT, second)
  const runner = bench.openPage()
  await runner.start(plan)
  const state = await reached(runner, 'indexed')
  const [args] = state.plan.steps.map((step) => step.args)
  if (!args) throw new Error('no step')
  const sent = bench.wallet.requests.find(({ method }) => method === 'eth_sendTransaction')?.params[0]
  expect(sent).toMatchObject({ data: callOf(args, world.addresses).data })
})

it('stops with its next step when the account was switched while the first one was mined', async () => {
  const runner = bench.openPage()
  await staking.world.setAutomine(false)
  void runner.start(await planOf(firstBond()))
  await reached(runner, 'submitted')
  bench.wallet.switchAccount(staking.delegator)
  await staking.world.mine(1)
  expect(await reached(runner, 'stopped')).toMatchObject({ step: 1, reason: { code: 'account-changed' } })
  expect(bench.wallet.sendRequests).toBe(1)
  expect(bench.onlyKept()).toMatchObject({ stage: 'waiting', step: 1 })
})

it('does not call a transaction replaced that it never saw, whatever used the nonce it guessed', async () => {
  const { world, delegator } = staking
  bench = new FlowBench(world, delegator)
  const original = bench.wallet.request.bind(bench.wallet)
  bench.wallet.request = async (args) => {
    const answer = await original(
      args.method === 'eth_sendTransaction'
        ? { ...args, params: [{ from: delegator, to: staking.first, data: '0x' }] }
        : args,
    )
    return args.method === 'eth_sendTransaction' ? `0x${'cd'.repeat(32)}` : answer
  }
  const runner = bench.openPage()
  await runner.start(await planOf({ verb: 'unbond', amountWei: LPT }))
  await reached(runner, 'lost')
})

it('does not take another transaction than the reviewed one for success', async () => {
  const { world, delegator } = staking
  bench = new FlowBench(world, delegator)
  const original = bench.wallet.request.bind(bench.wallet)
  bench.wallet.request = (args) => {
    if (args.method !== 'eth_sendTransaction') return original(args)
    // A wallet that sends something else than it was asked for.
    const [sent] = args.params as [{ from: string }]
    return original({ ...args, params: [{ from: sent.from, to: delegator, data: '0x' }] })
  }
  const runner = bench.openPage()
  await runner.start(await planOf({ verb: 'unbond', amountWei: LPT }))
  expect((await reached(runner, 'reverted')).failure.kind).toBe('different-call')
})

it('stops a verb whose contract is not the Controller’s, and no other', async () => {
  const { world } = staking
  const id = '0x3443e257065fe41dd0e4d1f5a1b73a22a62e300962b57f30cddf41d0f8273ba7'
  const claim = await world.plan(staking.delegator, { verb: 'claimEarnings' })
  const bond = await planOf(firstBond())
  await world.send(world.deployer, 'Controller', 'setContractInfo', [
    id,
    world.accounts[9],
    `0x${'0'.repeat(40)}`,
  ])
  const runner = bench.openPage({ replan: async () => ({ state: 'planned', plan: bond }) })
  await runner.start(bond)
  expect((await reached(runner, 'rejected')).failure).toMatchObject({
    kind: 'refused-by-plan',
    detail: 'contract-differs',
  })
  expect(bench.wallet.sendRequests).toBe(0)
  const other = new FlowBench(world, staking.delegator)
  const claiming = other.openPage()
  await claiming.start(claim)
  await reached(claiming, 'indexed')
  other.closePages()
})

it('rejects a plan that the newest state refuses, with the sentence of the refusal', async () => {
  const plan = await planOf(firstBond())
  await staking.world.enterNextRound()
  const runner = bench.openPage()
  await runner.start(plan)
  const { failure } = await reached(runner, 'rejected')
  expect(failure).toMatchObject({ kind: 'refused-by-plan', detail: 'round-not-initialized' })
  expect(bench.wallet.sendRequests).toBe(0)
})

it.each([
  ['a locked wallet', 4100, 'wallet-unavailable'],
  ['a wallet with an open request', -32002, 'wallet-busy'],
])('reports %s as what it is', async (_name, code, kind) => {
  bench = new FlowBench(staking.world, staking.delegator)
  bench.wallet.refuseNext('eth_sendTransaction', Object.assign(new Error('x'), { code }))
  const runner = bench.openPage()
  await runner.start(await planOf({ verb: 'unbond', amountWei: LPT }))
  expect((await reached(runner, 'rejected')).failure.kind).toBe(kind)
})

it('predicts to the wei what acting before the reward call gives up', async () => {
  const { world, second, newcomer } = staking
  await world.bond(newcomer, 50n * LPT, second)
  await world.nextRound()
  const claim: Intent = { verb: 'claimEarnings' }
  const plan = await world.plan(newcomer, claim)
  const warning = plan.warnings.find(({ code }) => code === 'reward-not-called')
  if (warning?.code !== 'reward-not-called' || !warning.forfeitWei) throw new Error('no forfeit')
  const inner = await world.snapshot()
  await world.send(second, 'BondingManager', 'reward')
  const waited = await world.position(newcomer)
  await world.revert(inner)
  await world.send(newcomer, 'BondingManager', 'claimEarnings', [0n])
  await world.send(second, 'BondingManager', 'reward')
  const acted = await world.position(newcomer)
  expect(waited.stakeWei - acted.stakeWei).toBe(warning.forfeitWei)
  expect((await world.plan(newcomer, { verb: 'unbond', amountWei: LPT })).warnings).not.toContainEqual(
    expect.objectContaining({ code: 'reward-not-called' }),
  )
})
