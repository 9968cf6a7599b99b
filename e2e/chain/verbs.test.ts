import type { Hex } from 'viem'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { FlowBench, reached } from '@/e2e/chain/flow-bench'
import { furtherCases } from '@/e2e/chain/further-cases'
import { paymentCases } from '@/e2e/chain/payment-cases'
import { createStakingWorld, type StakingWorld, verbCases } from '@/e2e/chain/verb-cases'
import { callOf } from '@/lib/contracts/call-of'
import { encodeKept, parseKeptFlow } from '@/lib/transaction/kept-flow'
import type { Intent } from '@/lib/transaction/types'
import { refusalWords, warningWords } from '@/lib/transaction/wording'

let staking: StakingWorld
let snapshot: Hex

beforeAll(async () => {
  staking = await createStakingWorld()
  snapshot = await staking.world.snapshot()
})
afterAll(() => staking.world.chain.close())
afterEach(async () => {
  await staking.world.setAutomine(true)
  await staking.world.revert(snapshot)
  snapshot = await staking.world.snapshot()
})

const sentence = /^\S.*[.]$/s

const cases = [...furtherCases, ...paymentCases]

describe.each(cases)('$name', (verbCase) => {
  const open = () => new FlowBench(staking.world, verbCase.account(staking))

  it('runs to its end, does what the review said', async () => {
    await verbCase.prepare?.(staking)
    const bench = open()
    const plan = await staking.world.plan(bench.account, verbCase.intent(staking))
    expect(plan.steps).toHaveLength(verbCase.steps)
    const runner = bench.openPage()
    await runner.start(plan)
    const { done } = await reached(runner, 'indexed')
    expect(done.map(({ outcome }) => outcome.verb)).toEqual(plan.steps.map(({ args }) => args.verb))
    expect(bench.wallet.sendRequests).toBe(verbCase.steps)
    const { nextLockId: _lock, ...position } = await staking.world.position(bench.account)
    const { status: _status, ...predicted } = plan.after
    expect(position).toEqual(predicted)
    await verbCase.check?.(staking, plan)
    for (const warning of plan.warnings) expect(warningWords(warning).detail).toMatch(sentence)
    bench.closePages()
  })

  it('is refused where it cannot work', async () => {
    const refused = verbCase.refused
    if (!refused) throw new Error('a verb needs a refusal')
    await refused.prepare?.(staking)
    const account = (refused.account ?? verbCase.account)(staking)
    const planning = await staking.world.planning(account, (refused.intent ?? verbCase.intent)(staking))
    expect(planning).toMatchObject({ state: 'refused', refusals: [{ code: refused.code }] })
    if (planning.state !== 'refused') return
    const words = refusalWords(planning.refusals[0])
    expect(words.reason).toMatch(sentence)
    expect(words.next).toMatch(sentence)
  })

  it('finds a revert in simulation and never opens the wallet', async () => {
    await verbCase.prepare?.(staking)
    const bench = open()
    const { world } = staking
    const plan = await world.plan(bench.account, verbCase.intent(staking))
    await world.chain.request({
      method: 'hardhat_setCode',
      params: [callOf(first(plan.steps).args, world.addresses).address, '0x60006000fd'],
    })
    const planning = { state: 'planned', plan } as const
    const runner = bench.openPage({ replan: async () => planning, verify: async () => null })
    await runner.start(plan)
    expect((await reached(runner, 'rejected')).failure.kind).toBe('reverted')
    expect(bench.wallet.sendRequests).toBe(0)
    expect(bench.kept()).toEqual([])
    bench.closePages()
  })

  it('is the same after it was kept', async () => {
    await verbCase.prepare?.(staking)
    const plan = await staking.world.plan(verbCase.account(staking), verbCase.intent(staking))
    const flow = { id: 'one', stage: 'waiting', plan, step: 0, done: [], hash: null, nonce: null, block: 1n }
    expect(parseKeptFlow(JSON.parse(encodeKept(flow)))).toEqual(flow)
  })
})

function first<Item>(items: readonly Item[]): Item {
  const [item] = items
  if (item === undefined) throw new Error('empty')
  return item
}

/** Every verb a person can ask for; the compiler holds that none is missing. */
const allVerbs: Readonly<Record<Intent['verb'], 'cases' | 'governance tests'>> = {
  approve: 'cases',
  bond: 'cases',
  unbond: 'cases',
  rebond: 'cases',
  rebondFromUnbonded: 'cases',
  withdrawStake: 'cases',
  withdrawFees: 'cases',
  claimEarnings: 'cases',
  castVote: 'governance tests',
  votePoll: 'governance tests',
  transferBond: 'cases',
  resign: 'cases',
  withdrawLocks: 'cases',
  rebondLocks: 'cases',
  checkpointBondingState: 'cases',
  claimStake: 'cases',
  initializeRound: 'cases',
  transcoder: 'cases',
  reward: 'cases',
  rewardForTranscoder: 'cases',
  setRewardCaller: 'cases',
  setServiceURI: 'cases',
  fundDeposit: 'cases',
  fundReserve: 'cases',
  fundDepositAndReserve: 'cases',
  unlock: 'cases',
  cancelUnlock: 'cases',
  withdraw: 'cases',
  createPoll: 'cases',
  propose: 'cases',
  queue: 'cases',
  execute: 'cases',
  cancel: 'cases',
}

it('has a case for every verb', () => {
  const wanted = Object.entries(allVerbs).flatMap(([verb, where]) => (where === 'cases' ? [verb] : []))
  const found = [...verbCases, ...cases].map((verbCase) => verbCase.intent(staking).verb)
  expect([...new Set<string>(found)].toSorted()).toEqual(wanted.toSorted())
})

it('warns of an orchestrator that keeps more than at its last reward', async () => {
  const { world, first: orchestrator, newcomer } = staking
  await world.send(orchestrator, 'BondingManager', 'transcoder', [400_000, 500_000])
  const round = (await world.read('RoundsManager', 'currentRound')) as bigint
  const plan = await world.plan(newcomer, { verb: 'bond', amountWei: 1n, to: orchestrator })
  expect(plan.warnings).toContainEqual({
    code: 'cut-rose',
    delegate: orchestrator,
    beforeP6: 100_000n,
    afterP6: 400_000n,
    round,
  })
})

it('goes on with the locks that are left after a stop between two of them', async () => {
  const { world, delegator } = staking
  const bench = new FlowBench(world, delegator)
  const runner = bench.openPage()
  const plan = await world.plan(delegator, {
    verb: 'rebondLocks',
    lockIds: [0n, 1n],
    to: staking.first,
  })
  const unsubscribe = runner.subscribe(() => {
    const state = runner.getState()
    if (state.stage === 'mined' && state.step === 0) bench.wallet.refuseNext('eth_sendTransaction')
  })
  await runner.start(plan)
  await reached(runner, 'refused')
  unsubscribe()
  runner.dispose()
  bench.closePages()
  const page = bench.openPage()
  await page.resume(bench.onlyKept())
  await reached(page, 'ready')
  await page.retry()
  const { done } = await reached(page, 'indexed')
  expect(done.map(({ step }) => step)).toEqual([0, 1])
  expect(bench.wallet.sendRequests).toBe(3)
  expect((await world.position(delegator)).stakeWei).toBe(plan.after.stakeWei)
  bench.closePages()
})
