import { encodeFunctionData, type Hex } from 'viem'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { FlowBench, reached } from '@/e2e/chain/flow-bench'
import { createStakingWorld, type StakingWorld } from '@/e2e/chain/verb-cases'
import { LPT } from '@/e2e/chain/world'
import { livepeerTokenAbi } from '@/lib/contracts/abi/livepeer-token'
import { callOf } from '@/lib/contracts/call-of'
import type { Intent } from '@/lib/transaction/types'

/*
 * A wallet or an endpoint that lies: nothing is called done that was not done.
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

interface Sent {
  from: string
  to: string
  data: Hex
}

/** Changes what the wallet sends, or what it answers. */
function wallet(change: { send?: (sent: Sent) => Sent; answer?: (hash: Hex) => Hex; drop?: true }): void {
  const original = bench.wallet.request.bind(bench.wallet)
  bench.wallet.request = async (args) => {
    if (args.method !== 'eth_sendTransaction') return original(args)
    const sent = args.params?.[0] as Sent
    if (change.drop) return change.answer?.('0x')
    const hash = (await original({ ...args, params: [change.send?.(sent) ?? sent] })) as Hex
    return change.answer?.(hash) ?? hash
  }
}

it('a wallet that names an older transaction of the same kind has not done it again', async () => {
  const older = await staking.world.send(bench.account, 'BondingManager', 'unbond', [5n * LPT])
  await staking.world.mine(2)
  const before = await stakeOf()
  wallet({ drop: true, answer: () => older })
  const runner = bench.openPage()
  await runner.start(await planOf(unbond))
  expect(await reached(runner, 'lost')).toMatchObject({ hash: older, done: [] })
  expect(await stakeOf()).toBe(before)
})

it('a wallet that names another hash than the one it sent is followed by its nonce', async () => {
  wallet({ answer: () => `0x${'ab'.repeat(32)}` })
  const runner = bench.openPage()
  await runner.start(await planOf(unbond))
  const { done } = await reached(runner, 'indexed')
  expect(done[0]?.hash).not.toBe(`0x${'ab'.repeat(32)}`)
})

it('a wallet that unbonds another amount is caught', async () => {
  const { world } = staking
  const other = await world.plan(bench.account, { verb: 'unbond', amountWei: 6n * LPT })
  const [step] = other.steps
  if (!step) throw new Error('no step')
  wallet({ send: (sent) => ({ ...sent, data: callOf(step.args, world.addresses).data }) })
  const runner = bench.openPage()
  await runner.start(await planOf(unbond))
  expect((await reached(runner, 'reverted')).failure.kind).toBe('different-call')
})

it('a wallet that bonds another amount is caught', async () => {
  const { world, delegator, first } = staking
  await world.send(delegator, 'LivepeerToken', 'approve', [world.addresses.BondingManager, 20n * LPT])
  const other = await planOf({ verb: 'bond', amountWei: 9n * LPT, to: first })
  const [step] = other.steps
  if (!step) throw new Error('no step')
  wallet({ send: (sent) => ({ ...sent, data: callOf(step.args, world.addresses).data }) })
  const runner = bench.openPage()
  await runner.start(await planOf({ verb: 'bond', amountWei: 7n * LPT, to: first }))
  expect((await reached(runner, 'reverted')).failure.kind).toBe('different-call')
})

it('a wallet that does more than claim earnings is caught, though that claims, too', async () => {
  const { world } = staking
  const [step] = (await planOf(unbond)).steps
  if (!step) throw new Error('no step')
  wallet({ send: (sent) => ({ ...sent, data: callOf(step.args, world.addresses).data }) })
  const runner = bench.openPage()
  await runner.start(await planOf({ verb: 'claimEarnings' }))
  expect((await reached(runner, 'reverted')).failure.kind).toBe('different-call')
})

it('an approval whose amount the person changed in the wallet is what it is', async () => {
  const { BondingManager } = staking.world.addresses
  wallet({
    send: (sent) => ({
      ...sent,
      data: encodeFunctionData({
        abi: livepeerTokenAbi,
        functionName: 'approve',
        args: [BondingManager, 3n * LPT],
      }),
    }),
  })
  const runner = bench.openPage()
  await runner.start(await planOf({ verb: 'approve', amountWei: 5n * LPT }))
  const { done } = await reached(runner, 'indexed')
  expect(done[0]?.outcome).toMatchObject({ verb: 'approve', amountWei: 3n * LPT })
})

it('bytes that a wallet adds behind the call change nothing', async () => {
  wallet({ send: (sent) => ({ ...sent, data: `${sent.data}c0ffee` }) })
  const runner = bench.openPage()
  await runner.start(await planOf(unbond))
  await reached(runner, 'indexed')
})

it('an endpoint that answers with the receipt of another transaction is not believed', async () => {
  const { world } = staking
  const older = await world.send(bench.account, 'BondingManager', 'unbond', [5n * LPT])
  const receipt = await world.chain.request({ method: 'eth_getTransactionReceipt', params: [older] })
  await world.setAutomine(false)
  const asked: unknown[] = []
  bench.tamper = ({ method }, answer) => {
    if (method !== 'eth_getTransactionReceipt') return answer
    asked.push(answer)
    return receipt
  }
  const runner = bench.openPage()
  const running = runner.start(await planOf(unbond))
  await reached(runner, 'submitted')
  await expect.poll(() => asked.length).toBeGreaterThan(3)
  expect(runner.getState().stage).toBe('submitted')
  bench.tamper = (_args, answer) => answer
  await world.mine(1)
  await running
  await reached(runner, 'indexed')
})

it('an endpoint that moves logs of another transaction into a receipt is not believed', async () => {
  const { world } = staking
  const older = await world.send(bench.account, 'BondingManager', 'unbond', [5n * LPT])
  const receipt = (await world.chain.request({
    method: 'eth_getTransactionReceipt',
    params: [older],
  })) as { logs: object[] }
  bench.tamper = ({ method }, answer) =>
    method === 'eth_getTransactionReceipt' && answer ? { ...answer, logs: receipt.logs } : answer
  const runner = bench.openPage()
  await runner.start(await planOf(unbond))
  expect((await reached(runner, 'reverted')).failure.kind).toBe('no-event')
})

it('an endpoint that shows another transaction under the hash is not believed', async () => {
  const { world } = staking
  const older = await world.send(bench.account, 'BondingManager', 'unbond', [6n * LPT])
  const transaction = await world.chain.request({ method: 'eth_getTransactionByHash', params: [older] })
  bench.tamper = ({ method }, answer) => (method === 'eth_getTransactionByHash' ? transaction : answer)
  const runner = bench.openPage()
  await runner.start(await planOf(unbond))
  await reached(runner, 'lost')
})

it('a replacement that does the same in another form counts as done', async () => {
  await staking.world.setAutomine(false)
  const runner = bench.openPage()
  const running = runner.start(await planOf(unbond))
  await reached(runner, 'submitted')
  await expect.poll(() => bench.transactionsSeen).toBeGreaterThan(0)
  const { world } = staking
  const data = encodeFunctionData({
    abi: [
      {
        type: 'function',
        name: 'unbond',
        stateMutability: 'nonpayable',
        inputs: [{ type: 'uint256', name: 'a' }],
        outputs: [],
      },
    ],
    functionName: 'unbond',
    args: [5n * LPT],
  })
  const by = await bench.wallet.replacePending('other', {
    to: world.addresses.BondingManager,
    data,
    value: 0n,
  })
  await world.mine(1)
  await running
  const { done } = await reached(runner, 'indexed')
  expect(done[0]?.hash).toBe(by)
})
