import type { Hex } from 'viem'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { FlowBench, reached } from '@/e2e/chain/flow-bench'
import { createStakingWorld, type StakingWorld } from '@/e2e/chain/verb-cases'
import { caseParts } from '@/e2e/chain/verb-table'
import { encodeKept, parseKeptFlow } from '@/lib/transaction/kept-flow'
import type { Intent } from '@/lib/transaction/types'
import { refusalWords } from '@/lib/transaction/wording'

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

describe.each([...caseParts.further, ...caseParts.others])('$name', (verbCase) => {
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

  it('is the same after it was kept', async () => {
    await verbCase.prepare?.(staking)
    const plan = await staking.world.plan(verbCase.account(staking), verbCase.intent(staking))
    const flow = { id: 'one', stage: 'waiting', plan, step: 0, done: [], hash: null, nonce: null, block: 1n }
    expect(parseKeptFlow(JSON.parse(encodeKept(flow)))).toEqual(flow)
  })
})

/** Every verb a person can ask for; the compiler holds that none is missing here, the test below that each has a row of the table. */
const allVerbs: Readonly<Record<Intent['verb'], true>> = {
  approve: true,
  bond: true,
  unbond: true,
  rebond: true,
  rebondFromUnbonded: true,
  withdrawStake: true,
  withdrawFees: true,
  claimEarnings: true,
  castVote: true,
  votePoll: true,
  transferBond: true,
  resign: true,
  withdrawLocks: true,
  rebondLocks: true,
  checkpointBondingState: true,
  claimStake: true,
  initializeRound: true,
  transcoder: true,
  reward: true,
  rewardForTranscoder: true,
  setRewardCaller: true,
  setServiceURI: true,
  fundDeposit: true,
  fundReserve: true,
  fundDepositAndReserve: true,
  unlock: true,
  cancelUnlock: true,
  withdraw: true,
  createPoll: true,
  propose: true,
  queue: true,
  execute: true,
  cancel: true,
}

it('has a row of the table for every verb', () => {
  const found = Object.values(caseParts).flatMap((cases) => cases.map(({ intent }) => intent(staking).verb))
  expect([...new Set<string>(found)].toSorted()).toEqual(Object.keys(allVerbs).toSorted())
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
