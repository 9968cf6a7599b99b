import { type Address, zeroAddress } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callAs } from '@/e2e/chain/call-as'
import { pick, randomOf, someIntent } from '@/e2e/chain/random-intents'
import { LPT, World } from '@/e2e/chain/world'
import type { CallArgs } from '@/lib/contracts/call'
import { callOf } from '@/lib/contracts/call-of'
import { planFor } from '@/lib/transaction/plan'
import { changeOf } from '@/lib/transaction/plan-change'
import type { PlanState } from '@/lib/transaction/state'
import type { Intent, Plan, Refusal, StepEffect } from '@/lib/transaction/types'

/** Positions and amounts that are tried. */
const STEPS = 1_000

/** Refusals that are this site's policy: the contract would let the call through, or there is no call to make. */
const houseCodes: readonly Refusal['code'][] = [
  'delegate-not-registered',
  'already-claimed',
  'nothing-bonded',
  'nothing-to-revoke',
  'amount-zero',
  'locks-none',
  'receiver-self',
  'recipient-zero',
  'unchanged',
  'no-gas',
]

/** Every verb of the staking contracts; the compiler holds that none is misspelled. */
const stakingVerbs: readonly Intent['verb'][] = [
  'approve',
  'bond',
  'unbond',
  'rebond',
  'rebondFromUnbonded',
  'withdrawStake',
  'withdrawFees',
  'claimEarnings',
  'transferBond',
  'resign',
  'withdrawLocks',
  'rebondLocks',
  'initializeRound',
  'transcoder',
  'reward',
  'rewardForTranscoder',
  'setRewardCaller',
]

const noHint = { prev: zeroAddress, next: zeroAddress }

describe('a plan over random positions', () => {
  let world: World
  let orchestrators: readonly Address[]
  const random = randomOf(20_261)

  beforeAll(async () => {
    world = await World.create()
    orchestrators = world.accounts.slice(0, 6)
    for (const [index, account] of orchestrators.entries()) {
      await world.bond(account, BigInt(100 + index * 10) * LPT, account)
      await world
        .send(account, 'BondingManager', 'transcoder', [index * 100_000, 1_000_000 - index * 50_000])
        .catch(() => null)
      const caller = world.accounts[index + orchestrators.length]
      await world.send(account, 'BondingManager', 'setRewardCaller', [caller])
    }
    for (const account of world.accounts) await world.fund(account, 1_000n * LPT)
    await world.chain.request({
      method: 'hardhat_setBalance',
      params: [world.addresses.Minter, '0x56bc75e2d63100000'],
    })
  })
  afterAll(() => world.chain.close())

  /** Rounds, rewards and fees go on between the plans. */
  const turnTheWorld = async (): Promise<void> => {
    const kind = random(9)
    const { round } = await world.state(world.deployer, { verb: 'claimEarnings' })
    if (!round.initialized) {
      if (kind < 6) await world.send(world.deployer, 'RoundsManager', 'initializeRound')
      return
    }
    if (kind < 2) return world.nextRound()
    if (kind === 2) return world.enterNextRound()
    const orchestrator = pick(random, orchestrators)
    if (kind < 5) {
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

  /** The chain's word on one effect; what an account's position holds is compared as a whole. */
  const expectEffect = async (effect: StepEffect, plan: Plan, receiverBeforeWei: bigint): Promise<void> => {
    const { account } = plan
    switch (effect.kind) {
      case 'lock-created':
        return expect(
          await world.read('BondingManager', 'getDelegatorUnbondingLock', [account, effect.lockId]),
        ).toEqual([effect.amountWei, effect.withdrawRound])
      case 'lock-rebonded':
      case 'lock-withdrawn':
        return expect(
          await world.read('BondingManager', 'getDelegatorUnbondingLock', [account, effect.lockId]),
        ).toEqual([0n, 0n])
      case 'bond-transferred': {
        const after = await world.position(effect.receiver)
        expect(after.stakeWei).toBe(receiverBeforeWei + effect.amountWei)
        return expect(after.delegate).toBe(effect.delegate)
      }
      case 'cuts-set': {
        const record = (await world.read('BondingManager', 'getTranscoder', [account])) as readonly bigint[]
        return expect([record[1], record[2]]).toEqual([effect.rewardCutAfterP6, effect.feeShareAfterP6])
      }
      case 'reward-caller-set':
        return expect(await world.read('BondingManager', 'transcoderToRewardCaller', [account])).toBe(
          effect.after ?? zeroAddress,
        )
      case 'round-started':
        return expect(await world.read('RoundsManager', 'lastInitializedRound')).toBe(effect.round)
    }
  }

  const expectAsPredicted = async (plan: Plan, before: PlanState): Promise<void> => {
    const { status: _status, ...predicted } = plan.after
    const { nextLockId: _next, ...position } = await world.position(plan.account)
    expect(position).toEqual(predicted)
    const code = Number(await world.read('BondingManager', 'delegatorStatus', [plan.account]))
    expect(['pending', 'bonded', 'unbonded'][code]).toBe(plan.after.status)
    for (const change of plan.stakes) {
      const stake = await world.read('BondingManager', 'transcoderTotalStake', [change.orchestrator])
      expect(stake).toBe(change.afterWei)
    }
    const receiverBeforeWei = before.facts.kind === 'receiver' ? before.facts.lens.pendingStake : 0n
    for (const effect of plan.steps.flatMap((step) => step.effects)) {
      await expectEffect(effect, plan, receiverBeforeWei)
    }
    const change = changeOf(before, plan.intent)
    if (!change.pool) return
    const now = await world.state(plan.account, { verb: 'claimEarnings' })
    expect(now.pool.nodes.map((node) => node.id)).toEqual(change.pool.pool.nodes.map((node) => node.id))
  }

  /** The call that a refusal is about, or null where it is our own rule. */
  const refusedCall = (refusals: readonly Refusal[], before: PlanState, intent: Intent): CallArgs | null => {
    const refusal = refusals.find(({ code }) => !houseCodes.includes(code))
    if (!refusal) return null
    if (intent.verb === 'resign' && refusal.code === 'not-orchestrator') return null
    if (refusal.code === 'lock-not-matured') return { verb: 'withdrawStake', lockId: refusal.lockId }
    if (refusals.some(({ code }) => code === 'locks-none')) return null
    // What a reward would do cannot be worked out for an account without a stake to reward.
    if (intent.verb === 'reward') return { ...intent, hint: noHint }
    if (intent.verb === 'rewardForTranscoder') return { ...intent, hint: noHint }
    const { args, earlier } = changeOf(before, intent)
    return earlier?.[0]?.args ?? args
  }

  it(`equals the chain to the wei after ${STEPS} actions, or refuses what the chain would revert`, async () => {
    const planned: Partial<Record<Intent['verb'], number>> = {}
    const refused: Partial<Record<Refusal['code'], number>> = {}
    for (let index = 0; index < STEPS; index += 1) {
      if (random(3) === 0) await turnTheWorld()
      const account = pick(random, random(3) === 0 ? orchestrators : world.accounts)
      const intent = await someIntent(random, { world, orchestrators }, account)
      const before = await world.state(account, intent)
      const planning = planFor(before, intent)
      if (planning.state === 'planned') {
        await execute(planning.plan)
        await expectAsPredicted(planning.plan, before)
        planned[intent.verb] = (planned[intent.verb] ?? 0) + 1
      } else {
        const [{ code }] = planning.refusals
        refused[code] = (refused[code] ?? 0) + 1
        const args = refusedCall(planning.refusals, before, intent)
        if (!args) continue
        const call = callOf(args, world.addresses)
        expect(await callAs(world, account, call), `${index}: ${intent.verb} was refused: ${code}`).toBe(
          'reverted',
        )
      }
    }
    expect(Object.keys(planned).toSorted()).toEqual(stakingVerbs.toSorted())
    const sum = Object.values(planned).reduce((total, count) => total + count, 0)
    expect(sum).toBeGreaterThan(STEPS / 3)
    expect(Object.keys(refused).length).toBeGreaterThan(15)
  }, 300_000)
})
