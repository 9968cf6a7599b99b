import type { Address, Hex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { wellKnownPrivateKeys } from '@/devnet/chain/provider'
import { FlowBench, reached } from '@/e2e/chain/flow-bench'
import { SafeWallet } from '@/e2e/chain/safe-wallet'
import { createStakingWorld, type StakingWorld } from '@/e2e/chain/verb-cases'
import { LPT } from '@/e2e/chain/world'
import { TestSafe } from '@/e2e/fixtures/safe'
import { callOf } from '@/lib/contracts/call-of'
import type { Runner } from '@/lib/transaction/ports'
import type { Intent } from '@/lib/transaction/types'
import { createWalletPort } from '@/lib/transaction/wallet-port'

/** Flows of an account that is a real Safe of two owners, both of whom must sign. */

const [owner, other] = wellKnownPrivateKeys()
  .slice(-2)
  .map((key) => privateKeyToAccount(key))
const ETH = 10n ** 18n

let staking: StakingWorld
let snapshot: Hex
let bench: FlowBench
let wallet: SafeWallet
let safe: TestSafe

beforeAll(async () => {
  if (!owner || !other) throw new Error('too few accounts')
  staking = await createStakingWorld()
  const { world, first } = staking
  safe = await TestSafe.create(world.chain.request, [owner, other], 2)
  await world.fund(safe.address, 200n * LPT)
  // Stake of some rounds, so that there are fees to withdraw.
  await world.send(staking.newcomer, 'LivepeerToken', 'approve', [world.addresses.BondingManager, 50n * LPT])
  const none = `0x${'0'.repeat(40)}`
  const hints = [none, none, none, none]
  await world.send(staking.newcomer, 'BondingManager', 'bondForWithHint', [
    50n * LPT,
    safe.address,
    first,
    ...hints,
  ])
  await world.nextRound()
  await world.send(first, 'BondingManager', 'reward')
  await world.send(world.ticketBroker, 'BondingManager', 'updateTranscoderWithFees', [first, ETH, 0n])
  snapshot = await world.snapshot()
})
afterAll(() => staking.world.chain.close())
beforeEach(() => {
  bench = new FlowBench(staking.world, safe.address)
  wallet = new SafeWallet(safe)
})
afterEach(async () => {
  bench.closePages()
  safe.clear()
  await staking.world.revert(snapshot)
  snapshot = await staking.world.snapshot()
})

const openPage = () => bench.openPage({ wallet: createWalletPort(wallet) })
const planOf = (intent: Intent) => staking.world.plan(safe.address, intent)
const bond = (): Intent => ({ verb: 'bond', amountWei: 10n * LPT, to: staking.first })
const unbond: Intent = { verb: 'unbond', amountWei: 5n * LPT }
/** Possible in any round, also in one that nobody has started. */
const approve: Intent = { verb: 'approve', amountWei: 7n * LPT }

async function proposed(runner: Runner, intent: Intent): Promise<Hex> {
  void runner.start(await planOf(intent))
  return (await reached(runner, 'safe-proposed')).safeTxHash
}

describe('a proposal', () => {
  it('goes on step by step as it is executed, and does what the review said', async () => {
    const { world, first } = staking
    const runner = openPage()
    const plan = await planOf(bond())
    expect(plan.warnings).toContainEqual({ code: 'contract-account' })
    const approval = await proposed(runner, bond())
    expect(runner.getState()).toMatchObject({
      step: 0,
      queue: { threshold: 2, owners: 2, others: 0, unread: false },
    })
    expect((await world.position(safe.address)).allowanceWei).toBe(0n)
    await safe.execute(approval)
    const ready = await reached(runner, 'ready')
    expect(ready).toMatchObject({ step: 1, done: [{ outcome: { verb: 'approve' } }] })
    expect(wallet.sent).toHaveLength(1)

    await Promise.all([
      runner.retry(),
      runner.retry(),
      reached(runner, 'safe-proposed').then(() => executeAll()),
    ])
    const done = await reached(runner, 'indexed')
    expect(done.done).toMatchObject([
      { step: 0 },
      { step: 1, outcome: { verb: 'bond', addedWei: 10n * LPT } },
    ])
    expect(wallet.sent).toHaveLength(2)
    const after = await world.position(safe.address)
    expect(after).toMatchObject({ delegate: first, stakeWei: plan.after.stakeWei, allowanceWei: 0n })
    expect(bench.kept()).toEqual([])
  })

  it('is proposed once, however often it is pressed', async () => {
    const runner = openPage()
    await proposed(runner, unbond)
    await runner.retry()
    await runner.start(await planOf(unbond))
    expect(runner.getState().stage).toBe('safe-proposed')
    expect(wallet.sent).toHaveLength(1)
  })

  it('is found after the page was closed, whatever else the Safe did meanwhile', async () => {
    const { world } = staking
    const someone = { to: staking.second, data: '0x', value: 0n } as const
    const earlier = await safe.propose(someone)
    const hash = await proposed(openPage(), approve)
    bench.closePages()
    expect(bench.onlyKept()).toMatchObject({ stage: 'proposed', hash })
    await safe.execute(earlier)
    await world.mine(25_000)

    const runner = openPage()
    void runner.resume(bench.onlyKept())
    await expect.poll(() => runner.getState()).toMatchObject({ stage: 'safe-proposed', queue: { others: 1 } })
    expect(bench.onlyKept()).toMatchObject({ stage: 'proposed', hash, nonce: 1 })
    bench.closePages()
    await safe.execute(hash)
    await world.mine(25_000)

    const last = openPage()
    void last.resume(bench.onlyKept())
    const done = await reached(last, 'indexed')
    expect(done.done).toMatchObject([{ outcome: { verb: 'approve', amountWei: 7n * LPT } }])
    expect(wallet.sent).toHaveLength(1)
  })

  it('waits for the person with its next step after a reload', async () => {
    const hash = await proposed(openPage(), bond())
    bench.closePages()
    await safe.execute(hash)
    const runner = openPage()
    void runner.resume(bench.onlyKept())
    expect(await reached(runner, 'ready')).toMatchObject({ step: 1, done: [{ step: 0 }] })
    expect(wallet.sent).toHaveLength(1)
  })

  it('stays kept when its review is closed', async () => {
    const runner = openPage()
    await proposed(runner, unbond)
    runner.reset()
    expect(runner.getState().stage).toBe('draft')
    expect(bench.kept()).toHaveLength(1)
  })

  it('that fails in its execution says why', async () => {
    wallet.safeTxGas = 700_000n
    const runner = openPage()
    const hash = await proposed(runner, unbond)
    await staking.world.send(staking.world.deployer, 'Controller', 'pause')
    await safe.execute(hash)
    const reverted = await reached(runner, 'reverted')
    expect(reverted.failure).toMatchObject({ kind: 'reverted', reason: 'The protocol is paused.' })
    expect(bench.kept()).toEqual([])
  })

  it('that another one replaced will never happen', async () => {
    const runner = openPage()
    const hash = await proposed(runner, unbond)
    await safe.reject(hash)
    expect((await reached(runner, 'rejected')).failure.kind).toBe('safe-replaced')
    expect(bench.kept()).toEqual([])
  })

  it('is still looked for where the endpoint does not show what the Safe executed', async () => {
    const runner = openPage()
    const hash = await proposed(runner, unbond)
    bench.tamper = ({ method }, answer) => (method === 'eth_getLogs' ? [] : answer)
    await safe.execute(hash)
    await expect
      .poll(() => runner.getState())
      .toMatchObject({ stage: 'safe-proposed', queue: { unread: true } })
    bench.tamper = (_args, answer) => answer
    await reached(runner, 'indexed')
  })

  it('is read in pieces from an endpoint that gives logs of few blocks', async () => {
    const hash = await proposed(openPage(), approve)
    bench.closePages()
    await staking.world.mine(3_000)
    await safe.execute(hash)
    let refused = 0
    bench.tamper = ({ method, params }, answer) => {
      const [filter] = (params ?? []) as { fromBlock: Hex; toBlock: Hex }[]
      if (method !== 'eth_getLogs' || !filter) return answer
      if (BigInt(filter.toBlock) - BigInt(filter.fromBlock) < 900n) return answer
      refused += 1
      throw Object.assign(new Error('query exceeds the range'), { code: -32005 })
    }
    const runner = openPage()
    void runner.resume(bench.onlyKept())
    await reached(runner, 'indexed')
    expect(refused).toBeGreaterThan(0)
  })
})

it('follows the transaction where the wallet of a contract executes at once', async () => {
  wallet.executesAtOnce = true
  const runner = openPage()
  await runner.start(await planOf(unbond))
  expect((await reached(runner, 'indexed')).done).toMatchObject([{ outcome: { verb: 'unbond' } }])
})

it('asks to look into the queue after an answer that says nothing, and never names a nonce', async () => {
  wallet.failure = new Error('the connection broke')
  const runner = openPage()
  await runner.start(await planOf(unbond))
  expect(await reached(runner, 'stopped')).toMatchObject({ reason: { code: 'unclear-proposal' } })
  expect(bench.kept()).toEqual([])
  void runner.retry()
  await reached(runner, 'safe-proposed')
  expect(wallet.sent.map(({ nonce }) => nonce)).toEqual([undefined, undefined])
})

describe('a withdrawal of fees', () => {
  const withdraw = (recipient: Address): Intent => ({
    verb: 'withdrawFees',
    amountWei: 10n ** 15n,
    recipient,
  })
  const ethOf = async (account: Address) =>
    BigInt(
      (await staking.world.chain.request({ method: 'eth_getBalance', params: [account, 'latest'] })) as Hex,
    )

  it('to the Safe itself passes, although a plain call in its name fails', async () => {
    const { world } = staking
    const intent = withdraw(safe.address)
    const plan = await planOf(intent)
    const [step] = plan.steps
    if (!step) throw new Error('no step')
    const { address: to, data } = callOf(step.args, world.addresses)
    const plain = world.chain.request({
      method: 'eth_call',
      params: [{ from: safe.address, to, data }, 'latest'],
    })
    await expect(plain).rejects.toThrow()

    const before = await ethOf(safe.address)
    const runner = openPage()
    await safe.execute(await proposed(runner, intent))
    await reached(runner, 'indexed')
    expect((await ethOf(safe.address)) - before).toBe(10n ** 15n)
  })

  it('to an account with a key arrives', async () => {
    const before = await ethOf(staking.second)
    const runner = openPage()
    await safe.execute(await proposed(runner, withdraw(staking.second)))
    await reached(runner, 'indexed')
    expect((await ethOf(staking.second)) - before).toBe(10n ** 15n)
  })

  it('to a contract that cannot take it is refused with another way, and really fails', async () => {
    const { world, delegator } = staking
    const intent = withdraw(safe.address)
    const refusal = { code: 'recipient-refuses-eth', recipient: safe.address, own: false, field: 'recipient' }
    expect(await world.planning(delegator, intent)).toMatchObject({ state: 'refused', refusals: [refusal] })
    const sent = world.send(delegator, 'BondingManager', 'withdrawFees', [safe.address, 10n ** 15n])
    await expect(sent).rejects.toThrow('did not succeed')

    const { BondingManager } = world.addresses
    expect(await world.planning(safe.address, withdraw(BondingManager))).toMatchObject({
      state: 'refused',
      refusals: [{ code: 'recipient-refuses-eth', own: false }],
    })
  })
})

async function executeAll(): Promise<void> {
  for (const hash of safe.proposals) await safe.execute(hash)
}
