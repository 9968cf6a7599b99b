import { zeroAddress } from 'viem'
import { describe, expect, it } from 'vitest'
import { planFor, samePromise } from '@/lib/transaction/plan'
import {
  alice,
  bob,
  bondingManager,
  LPT,
  me,
  nobody,
  orchestrator,
  ROUND,
  stateWith,
  unbonded,
} from '@/lib/transaction/plan.fixture'
import type { PlanState } from '@/lib/transaction/state'
import type { Intent, Plan, Refusal, Warning } from '@/lib/transaction/types'

const bond = (amountWei: bigint, to = bob): Intent => ({ verb: 'bond', amountWei, to })
const toAlice = { target: orchestrator(alice) }

function planned(state: PlanState, intent: Intent): Plan {
  const planning = planFor(state, intent)
  if (planning.state === 'refused') throw new Error(planning.refusals[0].code)
  return planning.plan
}

describe('what is refused', () => {
  const refusals: readonly [string, Partial<PlanState>, Intent, Refusal['code'], Refusal['field']][] = [
    ['when paused', { paused: true }, bond(LPT), 'paused', null],
    [
      'when the round has not begun',
      { round: { ...stateWith().round, initialized: false } },
      { verb: 'withdrawStake', lockId: 1n },
      'round-not-initialized',
      null,
    ],
    ['without ETH', { ethWei: 0n }, bond(LPT), 'no-gas', null],
    ['nothing added where it is', toAlice, bond(0n, alice), 'amount-zero', 'amount'],
    ['one wei over the balance', {}, bond(50n * LPT + 1n), 'amount-over-balance', 'amount'],
    ['a delegate that is none', { target: nobody(bob) }, bond(LPT), 'delegate-not-registered', 'to'],
    ['no delegate', { target: orchestrator(alice) }, bond(LPT, zeroAddress), 'delegate-not-registered', 'to'],
    [
      'a delegate that leaves and has not rewarded',
      { target: orchestrator(bob, { deactivationRound: ROUND + 1n, lastRewardRound: ROUND - 1n }) },
      bond(LPT),
      'delegate-must-reward',
      'to',
    ],
    [
      'an orchestrator that moves',
      { delegator: { ...stateWith().delegator, delegateAddress: me }, delegate: orchestrator(me) },
      bond(LPT),
      'orchestrator-cannot-move',
      'to',
    ],
    ['unbonding nothing', {}, { verb: 'unbond', amountWei: 0n }, 'amount-zero', 'amount'],
    [
      'one wei over the stake',
      {},
      { verb: 'unbond', amountWei: 100n * LPT + 1n },
      'amount-over-stake',
      'amount',
    ],
    ['unbonding without stake', unbonded, { verb: 'unbond', amountWei: 1n }, 'nothing-bonded', null],
    [
      'unbonding in the round of bonding',
      { delegator: { ...stateWith().delegator, startRound: ROUND + 1n } },
      { verb: 'unbond', amountWei: 1n },
      'pending',
      null,
    ],
    [
      'a lock that does not exist',
      { lock: { id: 9n, amount: 0n, withdrawRound: 0n } },
      { verb: 'withdrawStake', lockId: 9n },
      'lock-missing',
      'lock',
    ],
    [
      'a lock one round early',
      { lock: { id: 1n, amount: LPT, withdrawRound: ROUND + 1n } },
      { verb: 'withdrawStake', lockId: 1n },
      'lock-not-matured',
      'lock',
    ],
    ['rebonding without stake', unbonded, { verb: 'rebond', lockId: 1n }, 'nothing-bonded', null],
    [
      'rebonding elsewhere with stake',
      {},
      { verb: 'rebondFromUnbonded', lockId: 1n, to: bob },
      'still-bonded',
      null,
    ],
    [
      'fees to nobody',
      {},
      { verb: 'withdrawFees', amountWei: 1n, recipient: zeroAddress },
      'recipient-zero',
      'recipient',
    ],
    [
      'one wei over the fees',
      {},
      { verb: 'withdrawFees', amountWei: LPT + 1n, recipient: me },
      'amount-over-fees',
      'amount',
    ],
    ['a claim twice in a round', {}, { verb: 'claimEarnings' }, 'already-claimed', null],
  ]

  it.each(refusals)('%s', (_name, changes, intent, code, field) => {
    const planning = planFor(stateWith(changes), intent)
    expect(planning).toMatchObject({ state: 'refused' })
    if (planning.state === 'refused')
      expect(planning.refusals).toContainEqual(expect.objectContaining({ code, field }))
  })

  it('puts the most fundamental reason first and names each once', () => {
    const planning = planFor(stateWith({ paused: true, ethWei: 0n, target: nobody(bob) }), bond(99n * LPT))
    expect(planning.state === 'refused' && planning.refusals.map(({ code }) => code)).toEqual([
      'paused',
      'amount-over-balance',
      'delegate-not-registered',
      'no-gas',
    ])
  })

  it.each<[Intent, Partial<PlanState>]>([
    [bond(50n * LPT), {}],
    [bond(0n), {}],
    [{ verb: 'unbond', amountWei: 100n * LPT }, {}],
    [{ verb: 'withdrawStake', lockId: 1n }, {}],
    [{ verb: 'withdrawFees', amountWei: LPT, recipient: me }, {}],
    [
      { verb: 'approve', amountWei: 0n },
      { paused: true, allowanceWei: 1n },
    ],
  ])('lets the exact limit through: %o', (intent, changes) => {
    expect(planFor(stateWith(changes), intent).state).toBe('planned')
  })

  it('lets a contract account without ETH through with a warning', () => {
    const plan = planned(stateWith({ ethWei: 0n, accountKind: 'contract' }), bond(LPT))
    expect(plan.warnings).toContainEqual({ code: 'no-gas' })
  })
})

describe('the steps', () => {
  it.each([
    [0n, ['approve', 'bond']],
    [10n * LPT - 1n, ['approve', 'bond']],
    [10n * LPT, ['bond']],
  ])('with an allowance of %s', (allowanceWei, verbs) => {
    const { steps } = planned(stateWith({ allowanceWei }), bond(10n * LPT))
    expect(steps.map(({ args }) => args.verb)).toEqual(verbs)
    const [first] = steps
    if (verbs.length === 2) {
      expect(first?.args).toEqual({ verb: 'approve', spender: bondingManager, amountWei: 10n * LPT })
    }
  })

  it('need no approval for a move without new tokens', () => {
    expect(planned(stateWith(), bond(0n)).steps).toHaveLength(1)
  })
})

describe('before and after', () => {
  it('a move takes the whole stake along, earnings included', () => {
    const state = stateWith({
      delegator: { ...stateWith().delegator, lastClaimRound: ROUND - 1n },
      pendingStakeWei: 103n * LPT,
      pendingFeesWei: 2n * LPT,
    })
    const plan = planned(state, bond(10n * LPT))
    expect(plan.before).toMatchObject({ stakeWei: 103n * LPT, delegate: alice, status: 'bonded' })
    expect(plan.after).toEqual({
      walletLptWei: 40n * LPT,
      allowanceWei: 0n,
      stakeWei: 113n * LPT,
      feesWei: 2n * LPT,
      delegate: bob,
      status: 'pending',
      startRound: ROUND + 1n,
    })
    expect(plan.claims).toEqual({ rewardsWei: 3n * LPT, feesWei: LPT })
    expect(plan.stakes).toEqual([
      { orchestrator: alice, beforeWei: 500n * LPT, afterWei: 397n * LPT },
      { orchestrator: bob, beforeWei: 500n * LPT, afterWei: 613n * LPT },
    ])
  })

  it('a full unbond leaves fees and no delegate', () => {
    const plan = planned(stateWith(), { verb: 'unbond', amountWei: 100n * LPT })
    expect(plan.after).toMatchObject({
      stakeWei: 0n,
      feesWei: LPT,
      delegate: null,
      status: 'unbonded',
      startRound: 0n,
    })
    expect(plan.steps[0]?.effects).toContainEqual({
      kind: 'lock-created',
      lockId: 2n,
      amountWei: 100n * LPT,
      withdrawRound: ROUND + 7n,
    })
  })

  it('an orchestrator’s commission since its claim counts as stake and cannot be unbonded yet', () => {
    const own = orchestrator(me, { cumulativeRewards: 5n * LPT, cumulativeFees: 3n * LPT })
    const state = stateWith({
      delegator: { ...stateWith().delegator, delegateAddress: me },
      delegate: own,
      pendingStakeWei: 105n * LPT,
      pendingFeesWei: 4n * LPT,
    })
    const over = planFor(state, { verb: 'unbond', amountWei: 101n * LPT })
    expect(over).toMatchObject({ refusals: [{ code: 'amount-over-stake', stakeWei: 100n * LPT }] })
    const part = planned(state, { verb: 'unbond', amountWei: 10n * LPT })
    expect(part.after).toMatchObject({ stakeWei: 95n * LPT, feesWei: 4n * LPT })
    const all = planned(state, { verb: 'unbond', amountWei: 100n * LPT })
    expect(all.after).toMatchObject({ stakeWei: 0n, feesWei: LPT })
  })
})

describe('the warnings', () => {
  const codes = (state: PlanState, intent: Intent): Warning['code'][] =>
    planned(state, intent).warnings.map(({ code }) => code)
  const notYet = { delegate: orchestrator(alice, { lastRewardRound: ROUND - 1n }) }
  const unclaimed = { delegator: { ...stateWith().delegator, lastClaimRound: ROUND - 1n } }
  const inactive = orchestrator(bob, { activationRound: 1n, deactivationRound: 2n })
  const pool = { nodes: [{ id: alice, stake: 600n * LPT }], maxSize: 1 }

  const twoLocks = {
    kind: 'locks',
    locks: [
      { id: 1n, amount: LPT, withdrawRound: ROUND },
      { id: 2n, amount: LPT, withdrawRound: ROUND + 3n },
    ],
    cuts: [],
  } as const

  const table: readonly [string, Partial<PlanState>, Intent, Warning['code'][]][] = [
    ['adding where it is', toAlice, bond(LPT, alice), []],
    ['moving', {}, bond(0n), ['whole-stake-moves', 'pending-until']],
    ['a first bond', unbonded, bond(LPT), ['pending-until']],
    ['unbonding part', {}, { verb: 'unbond', amountWei: LPT }, ['unbonding-wait']],
    ['unbonding all', {}, { verb: 'unbond', amountWei: 100n * LPT }, ['unbonding-wait', 'fees-left']],
    ['leaving dust', {}, { verb: 'unbond', amountWei: 100n * LPT - 1n }, ['unbonding-wait', 'dust-left']],
    ['rebonding', {}, { verb: 'rebond', lockId: 1n }, ['wait-restarts']],
    ['withdrawing', { ...notYet, ...unclaimed }, { verb: 'withdrawStake', lockId: 1n }, []],
    [
      'acting before the reward call',
      { ...notYet, ...unclaimed },
      { verb: 'unbond', amountWei: LPT },
      ['reward-not-called', 'unbonding-wait'],
    ],
    ['acting again after having claimed', notYet, { verb: 'unbond', amountWei: LPT }, ['unbonding-wait']],
    [
      'a delegate outside the set',
      { ...unbonded, target: inactive, pool },
      bond(LPT),
      ['delegate-inactive', 'pending-until'],
    ],
    [
      'a delegate that leaves with the round',
      { ...unbonded, target: orchestrator(bob, { deactivationRound: ROUND + 1n }), pool },
      bond(LPT),
      ['delegate-leaving', 'pending-until'],
    ],
    [
      'pushing another out',
      { ...unbonded, target: { ...inactive, delegatedAmount: 600n * LPT }, pool },
      bond(1n),
      ['delegate-edge', 'evicts', 'pending-until'],
    ],
    [
      'a delegate on one of the last places of a full set',
      {
        ...unbonded,
        target: orchestrator(bob, {}, { delegatedAmount: 400n * LPT }),
        pool: {
          nodes: [
            { id: alice, stake: 500n * LPT },
            { id: bob, stake: 400n * LPT },
          ],
          maxSize: 2,
        },
      },
      bond(LPT),
      ['delegate-edge', 'pending-until'],
    ],
    [
      'a delegate whose cut rose',
      { ...unbonded, facts: { kind: 'earlier-cuts', cuts: [{ round: 90n, rewardCutP6: 20_000n }] } },
      bond(LPT),
      ['cut-rose', 'pending-until'],
    ],
    [
      'rebonding to a delegate whose cut rose',
      { facts: { kind: 'earlier-cuts', cuts: [{ round: 90n, rewardCutP6: 20_000n }] } },
      { verb: 'rebond', lockId: 1n },
      ['cut-rose', 'wait-restarts'],
    ],
    [
      'rebonding several to a delegate whose cut rose',
      { facts: { ...twoLocks, cuts: [{ round: 90n, rewardCutP6: 20_000n }] } },
      { verb: 'rebondLocks', lockIds: [1n, 2n], to: alice },
      ['cut-rose', 'wait-restarts', 'wait-restarts'],
    ],
    [
      'rebonding several with nothing bonded',
      { ...unbonded, facts: twoLocks },
      { verb: 'rebondLocks', lockIds: [1n, 2n], to: bob },
      ['pending-until', 'wait-restarts', 'wait-restarts'],
    ],
    [
      'withdrawing several',
      { ...notYet, ...unclaimed, facts: { ...twoLocks, locks: twoLocks.locks.slice(0, 1) } },
      { verb: 'withdrawLocks', lockIds: [1n] },
      [],
    ],
    [
      'claiming before the reward call',
      { ...notYet, ...unclaimed },
      { verb: 'claimEarnings' },
      ['reward-not-called'],
    ],
    [
      'a delegate that keeps everything',
      { ...unbonded, target: orchestrator(bob, { rewardCutP6: 1_000_000n, feeShareP6: 0n }) },
      bond(LPT),
      ['delegate-keeps', 'pending-until'],
    ],
    [
      'a delegate that does not call reward',
      { ...unbonded, target: orchestrator(bob, { lastRewardRound: ROUND - 4n }) },
      bond(LPT),
      ['delegate-not-calling', 'pending-until'],
    ],
    [
      'a delegate that may still call in time',
      { ...unbonded, target: orchestrator(bob, { lastRewardRound: ROUND - 3n }) },
      bond(LPT),
      ['pending-until'],
    ],
    [
      'becoming an orchestrator',
      { ...unbonded, target: nobody(me) },
      bond(LPT, me),
      ['registers', 'pending-until'],
    ],
    [
      'resigning',
      {
        delegator: { ...stateWith().delegator, delegateAddress: me, fees: 0n },
        pendingFeesWei: 0n,
        delegate: orchestrator(me),
      },
      { verb: 'unbond', amountWei: 100n * LPT },
      ['resigns', 'unbonding-wait'],
    ],
  ]

  it.each(table)('%s', (_name, changes, intent, expected) => {
    expect(codes(stateWith(changes), intent)).toEqual(expected)
  })

  it('says whether rebonding gives up a lock that could be withdrawn', () => {
    const early = stateWith({ lock: { id: 1n, amount: LPT, withdrawRound: ROUND + 1n } })
    const intent: Intent = { verb: 'rebond', lockId: 1n }
    expect(planned(early, intent).warnings).toContainEqual({
      code: 'wait-restarts',
      rounds: 7n,
      matured: false,
    })
    expect(planned(stateWith(), intent).warnings).toContainEqual({
      code: 'wait-restarts',
      rounds: 7n,
      matured: true,
    })
  })
})

describe('comparing a plan with a newer one', () => {
  const shown = planned(stateWith(), bond(10n * LPT))

  it('holds when only the block and the hints differ', () => {
    const state = stateWith({
      block: 6_000n,
      pool: { nodes: [{ id: bob, stake: 500n * LPT }], maxSize: 100 },
    })
    expect(
      samePromise(
        shown,
        planned(
          { ...state, pool: { ...state.pool, nodes: stateWith().pool.nodes.toReversed() } },
          bond(10n * LPT),
        ),
      ),
    ).toBe(true)
  })

  it.each<[string, Partial<PlanState>]>([
    ['the round', { round: { ...stateWith().round, number: ROUND + 1n } }],
    [
      'the stake',
      { pendingStakeWei: 101n * LPT, delegator: { ...stateWith().delegator, bondedAmount: 101n * LPT } },
    ],
    ['the allowance', { allowanceWei: 10n * LPT }],
  ])('does not hold when %s differs', (_name, changes) => {
    expect(samePromise(shown, planned(stateWith(changes), bond(10n * LPT)))).toBe(false)
  })
})
