import { expect } from 'vitest'
import { reached } from '@/e2e/chain/flow-bench'
import type { Scenario } from '@/e2e/chain/verb-scenarios'
import { patiently } from '@/e2e/chain/verb-table'

/** Finer situations than those of the table, played on the everyday verbs. */
export const finerScenarios: Readonly<Record<string, Scenario>> = {
  'figures that are no longer true before the wallet is asked': async ({ bench, plan, staking }) => {
    const runner = bench.openPage()
    await runner.check(plan)
    await reached(runner, 'ready')
    await staking.world.nextRound()
    await runner.start(plan)
    const state = await reached(runner, 'ready', 'rejected')
    expect(state).toMatchObject({ stage: 'ready', notice: { code: 'plan-changed' } })
    expect(bench.wallet.sendRequests).toBe(0)
  },

  'too little ETH for the fee': async ({ bench, plan, staking }) => {
    const planning = { state: 'planned', plan } as const
    const runner = bench.openPage({ replan: async () => planning })
    const params = [plan.account, '0x1']
    await staking.world.chain.request({ method: 'hardhat_setBalance', params })
    await runner.start(plan)
    expect((await reached(runner, 'rejected')).failure.kind).toBe('insufficient-funds')
    expect(bench.wallet.sendRequests).toBe(0)
  },

  'another transaction in its place': async (cell) => {
    const { bench } = cell
    const { runner, running, expectUnchanged } = await cell.startUntilLastPending()
    bench.transactionsSeen = 0
    await expect.poll(() => bench.transactionsSeen, patiently).toBeGreaterThan(0)
    const by = await bench.wallet.replacePending('other')
    await cell.mine()
    await running
    expect(await reached(runner, 'replaced')).toMatchObject({ by })
    await expectUnchanged()
  },

  'a signature although the account changed meanwhile': async (cell) => {
    const runner = cell.openPage()
    const { running, release } = await cell.startUntilLastAsked(runner)
    cell.bench.wallet.switchAccount(cell.other)
    await reached(runner, 'stopped')
    release()
    await running
    await reached(runner, 'indexed')
    await cell.expectDone()
  },

  'three starts at once': async (cell) => {
    const { bench, plan } = cell
    const runner = cell.openPage()
    await Promise.all([runner.start(plan), runner.start(plan), runner.retry()])
    await reached(runner, 'indexed')
    expect(bench.wallet.sendRequests).toBe(cell.steps)
    await cell.expectDone()
  },

  'presses while it is mined': async (cell) => {
    const { runner, running } = await cell.startUntilLastPending()
    await Promise.all([runner.start(cell.plan), runner.retry(), runner.resume(cell.bench.onlyKept())])
    await cell.mine()
    await running
    await reached(runner, 'indexed')
    expect(cell.bench.wallet.sendRequests).toBe(cell.steps)
    await cell.expectDone()
  },

  'a reload while the wallet asks, and nothing sent': async (cell) => {
    const { bench, plan } = cell
    const expectUnchanged = await cell.mark()
    bench.wallet.hold('eth_sendTransaction')
    void cell.openPage().start(plan)
    await expect.poll(() => bench.wallet.sendRequests, patiently).toBe(1)
    const flow = bench.onlyKept()
    expect(flow.stage).toBe('signing')
    bench.closePages()
    const runner = cell.openPage()
    await runner.resume(flow)
    expect(await reached(runner, 'stopped')).toMatchObject({ reason: { code: 'interrupted' } })
    expect(bench.kept()).toEqual([])
    await expectUnchanged()
  },
}
