import type { Address } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callAs } from '@/e2e/chain/call-as'
import { LPT, World } from '@/e2e/chain/world'
import { callOf } from '@/lib/contracts/call-of'
import { planFor } from '@/lib/transaction/plan'
import { changeOf } from '@/lib/transaction/plan-change'
import { unbondableWei, withdrawableFeesWei } from '@/lib/transaction/stake-now'
import type { PlanState } from '@/lib/transaction/state'
import type { Intent, Plan } from '@/lib/transaction/types'

const STEPS = 400

/** Mulberry32: the same sequence on every machine. */
function randomOf(seed: number) {
  let state = seed
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/** Refusals that are this site's policy: the contract would let the call through. */
const houseCodes = new Set([
  'delegate-not-registered',
  'already-claimed',
  'nothing-bonded',
  'amount-zero',
  'no-gas',
])

describe('a plan over random positions', () => {
  let world: World
  const random = randomOf(20_261)
  const pick = <T>(items: readonly T[]): T => {
    const item = items[random(items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }

  beforeAll(async () => {
    world = await World.create()
    const orchestrators = world.accounts.slice(0, 6)
    for (const [index, account] of orchestrators.entries()) {
      await world.bond(account, BigInt(100 + index * 10) * LPT, account)
      await world
        .send(account, 'BondingManager', 'transcoder', [index * 100_000, 1_000_000 - index * 50_000])
        .catch(() => null)
    }
    for (const account of world.accounts) await world.fund(account, 1_000n * LPT)
    await world.send(world.ticketBroker, 'Minter', 'depositETH', []).catch(() => null)
    await world.chain.request({
      method: 'hardhat_setBalance',
      params: [world.addresses.Minter, '0x56bc75e2d63100000'],
    })
  })
  afterAll(() => world.chain.close())

  const amountUpTo = (wei: bigint): bigint => {
    const kind = random(6)
    if (kind === 0) return wei
    if (kind === 1) return wei + 1n
    if (kind === 2) return wei > 0n ? wei - 1n : 0n
    if (kind === 3) return 0n
    return (wei * BigInt(random(1_000_000))) / 1_000_000n
  }

  const someIntent = async (account: Address): Promise<Intent> => {
    const state = await world.state(account, { verb: 'claimEarnings' })
    const to = pick(random(8) === 0 ? world.accounts : world.accounts.slice(0, 6))
    const lockId = BigInt(random(Number(state.delegator.nextUnbondingLockId) + 1))
    switch (random(9)) {
      case 0:
      case 1:
        return { verb: 'bond', to, amountWei: amountUpTo(state.lptWei / 20n) }
      case 2:
        return {
          verb: 'bond',
          to: state.delegator.delegateAddress,
          amountWei: amountUpTo(state.lptWei / 10n),
        }
      case 3:
        return { verb: 'unbond', amountWei: amountUpTo(unbondableWei(state)) }
      case 4:
        return { verb: 'rebond', lockId }
      case 5:
        return { verb: 'rebondFromUnbonded', lockId, to }
      case 6:
        return { verb: 'withdrawStake', lockId }
      case 7:
        return { verb: 'withdrawFees', recipient: account, amountWei: amountUpTo(withdrawableFeesWei(state)) }
      default:
        return { verb: 'claimEarnings' }
    }
  }

  /** Rounds, rewards and fees go on between the plans. */
  const turnTheWorld = async (): Promise<void> => {
    const kind = random(4)
    if (kind === 0) return world.nextRound()
    const orchestrator = pick(world.accounts.slice(0, 6))
    if (kind === 3) {
      const fees = BigInt(1 + random(1_000_000)) * 10n ** 9n
      await world
        .send(world.ticketBroker, 'BondingManager', 'updateTranscoderWithFees', [orchestrator, fees, 0n])
        .catch(() => null)
      return
    }
    await world.send(orchestrator, 'BondingManager', 'reward').catch(() => null)
  }

  const execute = async (plan: Plan): Promise<void> => {
    for (const step of plan.steps) {
      const call = callOf(step.args, world.addresses)
      expect(await callAs(world, plan.account, call), call.cast).toBe('mined')
    }
  }

  const expectAsPredicted = async (plan: Plan, before: PlanState): Promise<void> => {
    const now = await world.state(plan.account, plan.intent)
    const { status: _status, ...predicted } = plan.after
    const { nextLockId: _next, ...position } = await world.position(plan.account)
    expect(position).toEqual(predicted)
    const code = Number(await world.read('BondingManager', 'delegatorStatus', [plan.account]))
    expect(['pending', 'bonded', 'unbonded'][code]).toBe(plan.after.status)
    for (const change of plan.stakes) {
      const stake = await world.read('BondingManager', 'transcoderTotalStake', [change.orchestrator])
      expect(stake).toBe(change.afterWei)
    }
    for (const effect of plan.steps.flatMap((step) => step.effects)) {
      if (effect.kind !== 'lock-created') continue
      expect(effect.lockId).toBe(before.delegator.nextUnbondingLockId)
      expect(
        await world.read('BondingManager', 'getDelegatorUnbondingLock', [plan.account, effect.lockId]),
      ).toEqual([effect.amountWei, effect.withdrawRound])
    }
    const change = changeOf(before, plan.intent)
    if (change.pool) {
      expect(now.pool.nodes.map((node) => node.id)).toEqual(change.pool.pool.nodes.map((node) => node.id))
    }
  }

  it(`equals the chain to the wei after ${STEPS} actions, or refuses what the chain would revert`, async () => {
    const counts = { planned: 0, refused: 0 }
    const verbs = new Set<string>()
    for (let index = 0; index < STEPS; index += 1) {
      if (random(3) === 0) await turnTheWorld()
      const account = pick(world.accounts)
      const intent = await someIntent(account)
      const before = await world.state(account, intent)
      const planning = planFor(before, intent)
      if (planning.state === 'planned') {
        await execute(planning.plan)
        await expectAsPredicted(planning.plan, before)
        counts.planned += 1
        verbs.add(intent.verb)
      } else {
        counts.refused += 1
        const contractual = planning.refusals.filter(({ code }) => !houseCodes.has(code))
        if (contractual.length === 0) continue
        const call = callOf(changeOf(before, intent).args, world.addresses)
        expect(await callAs(world, account, call), contractual[0]?.code).not.toBe('mined')
      }
    }
    expect(counts.planned).toBeGreaterThan(STEPS / 4)
    expect(verbs.size).toBeGreaterThanOrEqual(6)
  }, 300_000)
})
