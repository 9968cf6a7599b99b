import { expect } from 'vitest'
import { reached } from '@/e2e/chain/flow-bench'
import { type Cell, patiently } from '@/e2e/chain/verb-table'
import { warningWords } from '@/lib/transaction/wording'

/** What may happen to any action; the compiler holds that each has its scenario. */
type Situation =
  | 'success'
  | 'refusal in the wallet'
  | 'a revert that simulation predicts'
  | 'a revert while it is mined'
  | 'a speed-up'
  | 'a cancellation'
  | 'another account'
  | 'another chain'
  | 'a double click'
  | 'a reload while it is checked'
  | 'a reload when it is ready'
  | 'a reload while the wallet asks'
  | 'a reload while it is mined'
  | 'a reload while it is indexed'

export type Scenario = (cell: Cell) => Promise<void>

/** Every situation, played on one verb. Each ends with what the chain holds. */
export const scenarios: Readonly<Record<Situation, Scenario>> = {
  success: async (cell) => {
    const { bench, plan } = cell
    const runner = cell.openPage()
    await runner.start(plan)
    const { done } = await reached(runner, 'indexed')
    expect(done.map(({ outcome }) => outcome.verb)).toEqual(plan.steps.map(({ args }) => args.verb))
    expect(bench.wallet.sendRequests).toBe(cell.steps)
    await cell.expectDone()
    for (const warning of plan.warnings) expect(warningWords(warning).detail).toMatch(/^\S.*[.]$/s)
  },

  'refusal in the wallet': async (cell) => {
    const { bench, plan } = cell
    const expectUnchanged = await cell.mark()
    const runner = cell.openPage()
    bench.wallet.refuseNext('eth_sendTransaction')
    await runner.start(plan)
    expect((await reached(runner, 'refused')).failure.kind).toBe('user-refused')
    await expectUnchanged()
    await runner.retry()
    await reached(runner, 'indexed')
    expect(bench.wallet.sendRequests).toBe(cell.steps + 1)
    await cell.expectDone()
  },

  'a revert that simulation predicts': async (cell) => {
    const { bench, plan } = cell
    const expectUnchanged = await cell.mark()
    const planning = { state: 'planned', plan } as const
    const runner = bench.openPage({ replan: async () => planning, verify: async () => null })
    await cell.breakStep(0, false)
    await runner.start(plan)
    const { failure } = await reached(runner, 'rejected')
    expect(failure).toMatchObject({ kind: 'reverted', detail: 'Error("system is paused")' })
    expect(bench.wallet.sendRequests).toBe(0)
    expect(bench.kept()).toEqual([])
    await cell.mend()
    await expectUnchanged()
  },

  'a revert while it is mined': async (cell) => {
    const runner = cell.openPage()
    const { running, release } = await cell.startUntilLastAsked(runner)
    const expectUnchanged = await cell.mark()
    await cell.staking.world.setAutomine(false)
    // First come, first mined: a pause is in the block before the call.
    await cell.breakStep(cell.steps - 1, true)
    release()
    await reached(runner, 'submitted')
    await cell.mine()
    await running
    const { failure, done } = await reached(runner, 'reverted')
    expect(failure).toMatchObject({ kind: 'reverted', detail: 'Error("system is paused")' })
    expect(done).toHaveLength(cell.steps - 1)
    await cell.mend()
    await expectUnchanged()
  },

  'a speed-up': async (cell) => {
    const { runner, running } = await cell.startUntilLastPending()
    const faster = await cell.bench.wallet.replacePending('speed-up')
    await cell.mine()
    await running
    const { done } = await reached(runner, 'indexed')
    expect(done.at(-1)?.hash).toBe(faster)
    await cell.expectDone()
  },

  'a cancellation': async (cell) => {
    const { runner, running, expectUnchanged } = await cell.startUntilLastPending()
    const by = await cell.bench.wallet.replacePending('cancel')
    await cell.mine()
    await running
    expect(await reached(runner, 'cancelled')).toMatchObject({ by })
    await expectUnchanged()
  },

  'another account': (cell) => stopAndGoOn(cell, 'account'),
  'another chain': (cell) => stopAndGoOn(cell, 'chain'),

  'a double click': async (cell) => {
    const { bench, plan } = cell
    const runner = cell.openPage()
    const { running, release } = await cell.startUntilLastAsked(runner)
    const signing = runner.getState()
    await Promise.all([runner.start(plan), runner.retry(), runner.check(plan)])
    expect(runner.getState()).toBe(signing)
    release()
    await Promise.all([running, runner.start(plan), runner.retry()])
    await reached(runner, 'indexed')
    await runner.retry()
    expect(bench.wallet.sendRequests).toBe(cell.steps)
    await cell.expectDone()
  },

  'a reload while it is checked': async (cell) => {
    const { bench, plan } = cell
    const expectUnchanged = await cell.mark()
    const page = cell.openPage()
    const answer = bench.holdEndpoint()
    const left = page.start(plan)
    await reached(page, 'checking')
    bench.closePages()
    answer()
    await left
    expect(bench.wallet.sendRequests).toBe(0)
    expect(bench.kept()).toEqual([])
    await expectUnchanged()
    await doItAnew(cell)
  },

  'a reload when it is ready': async (cell) => {
    const { bench, plan } = cell
    const expectUnchanged = await cell.mark()
    const page = cell.openPage()
    await page.check(plan)
    await reached(page, 'ready')
    bench.closePages()
    expect(bench.wallet.sendRequests).toBe(0)
    expect(bench.kept()).toEqual([])
    await expectUnchanged()
    await doItAnew(cell)
  },

  'a reload while the wallet asks': async (cell) => {
    const { bench, steps } = cell
    const page = cell.openPage()
    const { release } = await cell.startUntilLastAsked(page)
    const flow = bench.onlyKept()
    expect(flow).toMatchObject({ stage: 'signing', step: steps - 1 })
    page.dispose()
    release()
    await expect.poll(() => bench.onlyKept().stage, patiently).toBe('submitted')
    bench.closePages()
    // A browser that was closed before the wallet's answer could be kept.
    bench.storage.content.clear()
    const runner = cell.openPage()
    await runner.resume(flow)
    await reached(runner, 'indexed')
    expect(bench.wallet.sendRequests).toBe(steps)
    await cell.expectDone()
  },

  'a reload while it is mined': async (cell) => {
    const { bench, steps } = cell
    await cell.startUntilLastPending()
    bench.closePages()
    const flow = bench.onlyKept()
    expect(flow).toMatchObject({ stage: 'submitted', step: steps - 1 })
    const runner = cell.openPage()
    const resumed = runner.resume(flow)
    await reached(runner, 'submitted')
    await cell.mine()
    await resumed
    await reached(runner, 'indexed')
    expect(bench.wallet.sendRequests).toBe(steps)
    await cell.expectDone()
  },

  'a reload while it is indexed': async (cell) => {
    const { bench, plan, steps } = cell
    bench.indexHeld = true
    const page = cell.openPage()
    void page.start(plan)
    await expect
      .poll(() => page.getState(), patiently)
      .toMatchObject({ stage: 'mined', indexing: 'late', step: steps - 1 })
    bench.closePages()
    const runner = cell.openPage()
    const resumed = runner.resume(bench.onlyKept())
    await reached(runner, 'mined')
    bench.indexHeld = false
    await resumed
    await reached(runner, 'indexed')
    expect(bench.wallet.sendRequests).toBe(steps)
    await cell.expectDone()
  },
}

async function doItAnew(cell: Cell): Promise<void> {
  const runner = cell.openPage()
  await runner.start(cell.plan)
  await reached(runner, 'indexed')
  expect(cell.bench.wallet.sendRequests).toBe(cell.steps)
  await cell.expectDone()
}

/** The wallet changes while it asks: nothing goes on until it is back, and then nothing is sent twice. */
async function stopAndGoOn(cell: Cell, what: 'account' | 'chain'): Promise<void> {
  const { bench, plan } = cell
  const code = what === 'account' ? 'account-changed' : 'chain-changed'
  const expectUnchanged = await cell.mark()
  const runner = cell.openPage()
  const release = bench.wallet.hold('eth_sendTransaction')
  const running = runner.start(plan)
  await reached(runner, 'signing')
  if (what === 'account') bench.wallet.switchAccount(cell.other)
  else bench.wallet.switchChain(1)
  expect(await reached(runner, 'stopped')).toMatchObject({ reason: { code } })
  bench.wallet.refuseNext('eth_sendTransaction')
  release()
  await running
  await runner.retry()
  expect(await reached(runner, 'stopped')).toMatchObject({ reason: { code } })
  await expectUnchanged()
  if (what === 'account') bench.wallet.switchAccount(plan.account)
  else bench.wallet.switchChain(plan.chainId)
  await runner.retry()
  await reached(runner, 'indexed')
  await cell.expectDone()
}
