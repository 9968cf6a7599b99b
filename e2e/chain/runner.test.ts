import type { Hex } from 'viem'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { FlowBench, reached } from '@/e2e/chain/flow-bench'
import { createStakingWorld, type StakingWorld, type VerbCase, verbCases } from '@/e2e/chain/verb-cases'
import type { Plan } from '@/lib/transaction/types'

let staking: StakingWorld
let snapshot: Hex

beforeAll(async () => {
  staking = await createStakingWorld()
  snapshot = await staking.world.snapshot()
})
afterAll(() => staking.world.chain.close())

describe.each(verbCases)('$name', (verbCase: VerbCase) => {
  let bench: FlowBench
  let plan: Plan
  let before: Awaited<ReturnType<StakingWorld['world']['position']>>

  beforeEach(async () => {
    await verbCase.prepare?.(staking)
    bench = new FlowBench(staking.world, verbCase.account(staking))
    plan = await staking.world.plan(bench.account, verbCase.intent(staking))
    before = await staking.world.position(bench.account)
  })
  afterEach(async () => {
    bench.closePages()
    await staking.world.setAutomine(true)
    await staking.world.revert(snapshot)
    snapshot = await staking.world.snapshot()
  })

  const expectDone = async () => {
    const { nextLockId: _lock, ...position } = await staking.world.position(bench.account)
    const { status: _status, ...predicted } = plan.after
    expect(position).toEqual(predicted)
  }
  const expectUnchanged = async () => {
    expect(await staking.world.position(bench.account)).toEqual(before)
  }
  const mine = () => staking.world.mine(1)
  /** Earlier steps mined, the last one waiting in the mempool. */
  const startUntilLastPending = async () => {
    const runner = bench.openPage()
    if (verbCase.steps > 1) {
      const release = holdLastStep()
      const running = runner.start(plan)
      await lastStepAsked()
      await staking.world.setAutomine(false)
      release()
      await reached(runner, 'submitted')
      return { runner, running }
    }
    await staking.world.setAutomine(false)
    const running = runner.start(plan)
    await reached(runner, 'submitted')
    return { runner, running }
  }
  /** The wallet answers all steps but the last at once. */
  const holdLastStep = () => {
    let release = () => {}
    const original = bench.wallet.request.bind(bench.wallet)
    let asked = 0
    bench.wallet.request = async (args) => {
      if (args.method === 'eth_sendTransaction') {
        asked += 1
        if (asked === verbCase.steps) release = bench.wallet.hold('eth_sendTransaction')
      }
      return original(args)
    }
    return () => release()
  }
  const lastStepAsked = () => expect.poll(() => bench.wallet.sendRequests).toBe(verbCase.steps)

  it('runs to its end and does what the review said', async () => {
    expect(plan.steps).toHaveLength(verbCase.steps)
    const runner = bench.openPage()
    await runner.start(plan)
    const state = await reached(runner, 'indexed')
    expect(state.done.map(({ outcome }) => outcome.verb)).toEqual(plan.steps.map(({ args }) => args.verb))
    expect(bench.wallet.sendRequests).toBe(verbCase.steps)
    expect(bench.kept()).toEqual([])
    await expectDone()
  })

  it('is refused in the wallet, changes nothing, and runs when asked again', async () => {
    const runner = bench.openPage()
    bench.wallet.refuseNext('eth_sendTransaction')
    await runner.start(plan)
    expect((await reached(runner, 'refused')).failure.kind).toBe('user-refused')
    await expectUnchanged()
    await runner.retry()
    await reached(runner, 'indexed')
    expect(bench.wallet.sendRequests).toBe(verbCase.steps + 1)
    await expectDone()
  })

  it('finds a revert in simulation and never opens the wallet', async () => {
    const { world } = staking
    const planning = { state: 'planned', plan } as const
    const runner = bench.openPage({ replan: async () => planning })
    if (plan.steps[0]?.args.verb === 'approve') {
      await world.chain.request({ method: 'hardhat_setBalance', params: [bench.account, '0x1'] })
    } else {
      await world.send(world.deployer, 'Controller', 'pause')
    }
    await runner.start(plan)
    const { failure } = await reached(runner, 'rejected')
    const poor = plan.steps[0]?.args.verb === 'approve'
    expect(failure.kind).toBe(poor ? 'insufficient-funds' : 'reverted')
    if (!poor) expect(failure.detail).toBe('Error("system is paused")')
    expect(bench.wallet.sendRequests).toBe(0)
    expect(bench.kept()).toEqual([])
    await expectUnchanged()
  })

  it('stops before the wallet when the figures of the review are no longer true', async () => {
    const runner = bench.openPage()
    await runner.check(plan)
    await reached(runner, 'ready')
    await staking.world.nextRound()
    await runner.start(plan)
    const state = await reached(runner, 'ready', 'rejected')
    expect(state).toMatchObject({ stage: 'ready', notice: { code: 'plan-changed' } })
    expect(bench.wallet.sendRequests).toBe(0)
  })

  it('shows a revert while mining as failed', async () => {
    if (verbCase.name === 'approve') return expectApproveCannotRevert()
    const { world } = staking
    const release = holdLastStep()
    const runner = bench.openPage()
    const running = runner.start(plan)
    await lastStepAsked()
    const position = await world.position(bench.account)
    await world.setAutomine(false)
    // First come, first mined: the pause is in the block before the call.
    await world.submit(world.deployer, 'Controller', 'pause', [])
    release()
    await reached(runner, 'submitted')
    await mine()
    await running
    const { failure, done } = await reached(runner, 'reverted')
    expect(failure.detail).toBe('Error("system is paused")')
    expect(done).toHaveLength(verbCase.steps - 1)
    expect(await world.position(bench.account)).toEqual(position)
  })

  /** The token has neither pause nor condition: an approval that is mined succeeds. */
  const expectApproveCannotRevert = async () => {
    const { world } = staking
    await world.send(world.deployer, 'Controller', 'pause')
    const runner = bench.openPage()
    await runner.start(plan)
    await reached(runner, 'indexed')
    await expectDone()
  }

  it('follows a transaction that the wallet sped up', async () => {
    const { runner, running } = await startUntilLastPending()
    const faster = await bench.wallet.replacePending('speed-up')
    await mine()
    await running
    const { done } = await reached(runner, 'indexed')
    expect(done.at(-1)?.hash).toBe(faster)
    await expectDone()
  })

  it('says that it was cancelled in the wallet', async () => {
    const { runner, running } = await startUntilLastPending()
    const position = await staking.world.position(bench.account)
    const by = await bench.wallet.replacePending('cancel')
    await mine()
    await running
    expect(await reached(runner, 'cancelled')).toMatchObject({ by })
    expect(await staking.world.position(bench.account)).toEqual(position)
  })

  it('says that another transaction took its place', async () => {
    const { runner, running } = await startUntilLastPending()
    bench.transactionsSeen = 0
    await expect.poll(() => bench.transactionsSeen).toBeGreaterThan(0)
    const by = await bench.wallet.replacePending('other')
    await mine()
    await running
    expect(await reached(runner, 'replaced')).toMatchObject({ by })
  })

  it.each([
    ['account', 'account-changed'],
    ['chain', 'chain-changed'],
  ] as const)('stops when the wallet changes its %s, and goes on when it is back', async (what, code) => {
    const runner = bench.openPage()
    const release = bench.wallet.hold('eth_sendTransaction')
    const running = runner.start(plan)
    await reached(runner, 'signing')
    if (what === 'account') bench.wallet.switchAccount(staking.first)
    else bench.wallet.switchChain(1)
    expect(await reached(runner, 'stopped')).toMatchObject({ reason: { code } })
    bench.wallet.refuseNext('eth_sendTransaction')
    release()
    await running
    await expectUnchanged()
    await runner.retry()
    expect(await reached(runner, 'stopped')).toMatchObject({ reason: { code } })
    if (what === 'account') bench.wallet.switchAccount(bench.account)
    else bench.wallet.switchChain(31337)
    await runner.retry()
    await reached(runner, 'indexed')
    await expectDone()
  })

  it('follows what was signed although the account changed meanwhile', async () => {
    const runner = bench.openPage()
    const release = holdLastStep()
    const running = runner.start(plan)
    await lastStepAsked()
    bench.wallet.switchAccount(staking.first)
    await reached(runner, 'stopped')
    release()
    await running
    await reached(runner, 'indexed')
    await expectDone()
  })

  it('sends once when started twice', async () => {
    const runner = bench.openPage()
    await Promise.all([runner.start(plan), runner.start(plan), runner.retry()])
    await reached(runner, 'indexed')
    expect(bench.wallet.sendRequests).toBe(verbCase.steps)
    await expectDone()
  })

  it('sends once when started again while the wallet asks and while it is mined', async () => {
    const runner = bench.openPage()
    const release = holdLastStep()
    const running = runner.start(plan)
    await lastStepAsked()
    const signing = runner.getState()
    await Promise.all([
      runner.start(plan),
      runner.retry(),
      runner.check(plan),
      runner.resume(bench.onlyKept()),
    ])
    expect(runner.getState()).toBe(signing)
    await staking.world.setAutomine(false)
    release()
    await reached(runner, 'submitted')
    await Promise.all([runner.start(plan), runner.retry()])
    await mine()
    await running
    await reached(runner, 'indexed')
    await runner.retry()
    expect(bench.wallet.sendRequests).toBe(verbCase.steps)
    await expectDone()
  })

  it('reloaded while the wallet asks, goes back to the form when nothing was sent', async () => {
    bench.wallet.hold('eth_sendTransaction')
    void bench.openPage().start(plan)
    await expect.poll(() => bench.wallet.sendRequests).toBe(1)
    const flow = bench.onlyKept()
    expect(flow.stage).toBe('signing')
    bench.closePages()
    const runner = bench.openPage()
    await runner.resume(flow)
    expect(await reached(runner, 'stopped')).toMatchObject({ reason: { code: 'interrupted' } })
    expect(bench.kept()).toEqual([])
    await expectUnchanged()
  })

  it('reloaded while the wallet asks, finds what was signed afterwards by its nonce', async () => {
    const release = holdLastStep()
    const page = bench.openPage()
    void page.start(plan)
    await lastStepAsked()
    const flow = bench.onlyKept()
    expect(flow).toMatchObject({ stage: 'signing', step: verbCase.steps - 1 })
    bench.storage.content.clear()
    page.dispose()
    release()
    await expect.poll(() => bench.kept().length).toBe(1)
    expect(bench.onlyKept().stage).toBe('submitted')
    bench.storage.content.clear()
    const runner = bench.openPage()
    // The copy from before the answer stands for a browser that was closed before it could be kept.
    await runner.resume(flow)
    await reached(runner, 'indexed')
    expect(bench.wallet.sendRequests).toBe(verbCase.steps)
    await expectDone()
  })

  it('reloaded while mining, watches the transaction again', async () => {
    const { runner: page } = await startUntilLastPending()
    page.dispose()
    const flow = bench.onlyKept()
    expect(flow).toMatchObject({ stage: 'submitted', step: verbCase.steps - 1 })
    const runner = bench.openPage()
    const resumed = runner.resume(flow)
    await reached(runner, 'submitted')
    await mine()
    await resumed
    await reached(runner, 'indexed')
    expect(bench.wallet.sendRequests).toBe(verbCase.steps)
    await expectDone()
  })

  it('reloaded while indexing, waits for the index again', async () => {
    bench.indexHeld = true
    const page = bench.openPage()
    void page.start(plan)
    await reached(page, 'mined')
    await expect
      .poll(() => page.getState())
      .toMatchObject({ stage: 'mined', indexing: 'late', step: verbCase.steps - 1 })
    page.dispose()
    const runner = bench.openPage()
    const resumed = runner.resume(bench.onlyKept())
    await reached(runner, 'mined')
    bench.indexHeld = false
    await resumed
    await reached(runner, 'indexed')
    expect(bench.kept()).toEqual([])
    await expectDone()
  })
})
