import type { Hex } from 'viem'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { FlowBench, reached } from '@/e2e/chain/flow-bench'
import { createStakingWorld, type StakingWorld } from '@/e2e/chain/verb-cases'
import { LPT } from '@/e2e/chain/world'
import type { Intent } from '@/lib/transaction/types'

/*
 * What happens while something else is still under way: presses that come early, answers that come late, and a second tab.
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
  bench = new FlowBench(staking.world, staking.newcomer)
})
afterEach(async () => {
  bench.closePages()
  await staking.world.setAutomine(true)
  await staking.world.revert(snapshot)
  snapshot = await staking.world.snapshot()
})

const bond = (amountWei = 10n * LPT): Intent => ({ verb: 'bond', amountWei, to: staking.first })
const planOf = (intent: Intent) => staking.world.plan(bench.account, intent)
const stakeOf = async () => (await staking.world.position(bench.account)).stakeWei
const awayAndBack = async () => {
  bench.wallet.switchAccount(staking.first)
  await settled()
  bench.wallet.switchAccount(bench.account)
  await settled()
}
/** Whatever answers at once has answered. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 5))
/** Starts the plan and answers when its first step is in a block and the second has been prepared up to the endpoint. */
const heldAtSecondStep = async () => {
  const runner = bench.openPage()
  let release = () => {}
  const unsubscribe = runner.subscribe(() => {
    const state = runner.getState()
    if (state.stage === 'mined' && state.step === 0) release = bench.holdEndpoint()
  })
  const running = runner.start(await planOf(bond()))
  await expect.poll(() => runner.getState()).toMatchObject({ stage: 'checking', step: 1 })
  unsubscribe()
  return { runner, running, release: () => release() }
}

describe('“go on” while what was stopped still ends', () => {
  it.each(['check', 'start'] as const)('works at the first press after a stopped %s', async (what) => {
    const plan = await planOf(bond())
    const runner = bench.openPage()
    const release = bench.holdEndpoint()
    const running = runner[what](plan)
    await reached(runner, 'checking')
    await awayAndBack()
    expect(await reached(runner, 'stopped')).toMatchObject({ reason: { code: 'account-changed' } })
    const going = runner.retry()
    await reached(runner, 'checking')
    release()
    await Promise.all([running, going])
    await reached(runner, 'indexed')
    expect(bench.wallet.sendRequests).toBe(2)
    expect(await stakeOf()).toBe(10n * LPT)
    expect(bench.kept()).toEqual([])
  })

  it('works at the second step, too, without a second approval', async () => {
    const { runner, running, release } = await heldAtSecondStep()
    await awayAndBack()
    await reached(runner, 'stopped')
    const going = runner.retry()
    expect(await reached(runner, 'checking')).toMatchObject({ step: 1, done: [{ step: 0 }] })
    release()
    await Promise.all([running, going])
    await reached(runner, 'indexed')
    expect(bench.wallet.sendRequests).toBe(2)
    expect(await stakeOf()).toBe(10n * LPT)
  })

  it('pressed twice sends once', async () => {
    const plan = await planOf({ verb: 'approve', amountWei: LPT })
    const runner = bench.openPage()
    const release = bench.holdEndpoint()
    const running = runner.start(plan)
    await reached(runner, 'checking')
    await awayAndBack()
    await reached(runner, 'stopped')
    const going = [runner.retry(), runner.retry(), runner.start(plan)]
    release()
    await Promise.all([running, ...going])
    await reached(runner, 'indexed')
    expect(bench.wallet.sendRequests).toBe(1)
  })

  it.each(['confirmed', 'refused'] as const)(
    'goes back to a request that is still open in the wallet, and takes it %s',
    async (answer) => {
      const plan = await planOf({ verb: 'approve', amountWei: LPT })
      const runner = bench.openPage()
      const release = bench.wallet.hold('eth_sendTransaction')
      const running = runner.start(plan)
      await reached(runner, 'signing')
      bench.wallet.switchAccount(staking.first)
      await reached(runner, 'stopped')
      await runner.retry()
      expect(runner.getState(), 'the account is still another one').toMatchObject({ stage: 'stopped' })
      bench.wallet.switchAccount(bench.account)
      await settled()
      await runner.retry()
      expect(runner.getState().stage).toBe('signing')
      if (answer === 'refused') bench.wallet.refuseNext('eth_sendTransaction')
      release()
      await running
      await reached(runner, answer === 'refused' ? 'refused' : 'indexed')
      expect(bench.wallet.sendRequests).toBe(1)
      expect((await staking.world.position(bench.account)).allowanceWei).toBe(answer === 'refused' ? 0n : LPT)
    },
  )
})

describe('an account that changes at an awkward moment', () => {
  it('stops before the second step when it changed while the first was mined, and goes on when it is back', async () => {
    await staking.world.setAutomine(false)
    const runner = bench.openPage()
    const running = runner.start(await planOf(bond()))
    await reached(runner, 'submitted')
    bench.wallet.switchAccount(staking.first)
    await settled()
    expect(runner.getState().stage, 'what is sent runs on').toBe('submitted')
    await staking.world.mine(1)
    await staking.world.setAutomine(true)
    await running
    expect(await reached(runner, 'stopped')).toMatchObject({ step: 1, reason: { code: 'account-changed' } })
    expect(bench.onlyKept()).toMatchObject({ stage: 'waiting', step: 1 })
    bench.wallet.switchAccount(bench.account)
    await runner.retry()
    await reached(runner, 'indexed')
    expect(bench.wallet.sendRequests).toBe(2)
    expect(await stakeOf()).toBe(10n * LPT)
  })

  it('is noticed in the last moment by asking the wallet, also when the wallet does not announce it', async () => {
    const runner = bench.openPage()
    const plan = await planOf({ verb: 'approve', amountWei: LPT })
    bench.tamper = ({ method }, answer) => {
      if (method === 'eth_getTransactionCount') bench.wallet.becomeSilently(staking.first)
      return answer
    }
    await runner.start(plan)
    expect(await reached(runner, 'stopped')).toMatchObject({ reason: { code: 'account-changed' } })
    expect(bench.wallet.sendRequests).toBe(0)
    expect(bench.kept()).toEqual([])
  })
})

describe('what was left', () => {
  it('does not tell the next review how it ended', async () => {
    const runner = bench.openPage()
    const [approve, wrong] = [
      await planOf({ verb: 'approve', amountWei: LPT }),
      await planOf({ verb: 'approve', amountWei: 2n * LPT }),
    ]
    const answerLeft = bench.holdEndpoint()
    const left = runner.check(wrong)
    await reached(runner, 'checking')
    runner.reset()
    const answerNext = bench.holdEndpoint()
    const next = runner.check(approve)
    await reached(runner, 'checking')
    answerLeft()
    await left
    expect(runner.getState()).toMatchObject({ stage: 'checking', plan: approve })
    answerNext()
    await next
    expect(await reached(runner, 'ready')).toMatchObject({ plan: approve })
  })

  it('never opens the wallet afterwards', async () => {
    const page = bench.openPage()
    const release = bench.holdEndpoint()
    const running = page.start(await planOf({ verb: 'approve', amountWei: LPT }))
    await reached(page, 'checking')
    page.dispose()
    release()
    await running
    expect(bench.wallet.sendRequests).toBe(0)
    expect(bench.kept()).toEqual([])
  })
})

describe('two tabs that both show the second step', () => {
  const bothReady = async () => {
    const first = bench.openPage()
    const unsubscribe = first.subscribe(() => {
      const state = first.getState()
      if (state.stage === 'mined' && state.step === 0) bench.wallet.refuseNext('eth_sendTransaction')
    })
    await first.start(await planOf(bond()))
    await reached(first, 'refused')
    unsubscribe()
    const second = bench.openPage()
    await second.resume(bench.onlyKept())
    await reached(second, 'ready')
    return { first, second }
  }

  it('send it once: what one of them lost is looked for by the other', async () => {
    const { first, second } = await bothReady()
    const original = bench.wallet.request.bind(bench.wallet)
    let late: Promise<unknown> | null = null
    bench.wallet.request = async (args) => {
      if (args.method !== 'eth_sendTransaction') return original(args)
      bench.wallet.request = original
      late = new Promise((resolve) => setTimeout(resolve, 120)).then(() => original(args))
      throw new Error('connection lost')
    }
    await first.retry()
    expect(await reached(first, 'stopped')).toMatchObject({ reason: { code: 'unclear' } })
    await late
    await second.retry()
    await reached(second, 'indexed')
    expect(await stakeOf()).toBe(10n * LPT)
    expect(bench.wallet.sendRequests).toBe(3)
  })

  it('ask for the same nonce: what one of them asked for in vain can never be mined beside the other’s', async () => {
    const { first, second } = await bothReady()
    bench.wallet.refuseNext('eth_sendTransaction', new Error('connection lost'))
    await first.retry()
    await reached(first, 'stopped')
    const { nonce } = bench.onlyKept()
    await second.retry()
    expect(await reached(second, 'stopped')).toMatchObject({ reason: { code: 'interrupted' } })
    await second.retry()
    await reached(second, 'indexed')
    const sent = bench.wallet.requests.filter(({ method }) => method === 'eth_sendTransaction')
    expect(sent.at(-1)?.params[0]).toMatchObject({ nonce: `0x${nonce?.toString(16)}` })
    expect(await stakeOf()).toBe(10n * LPT)
  })

  it('send it once when both press at the same moment', async () => {
    const { first, second } = await bothReady()
    await Promise.all([first.retry(), second.retry()])
    expect(await stakeOf()).toBe(10n * LPT)
    expect(bench.wallet.sendRequests).toBe(3)
    const stages = [first.getState(), second.getState()].map(({ stage }) => stage)
    expect(stages).toContain('indexed')
  })
})
