import { zeroAddress } from 'viem'
import { describe, expect, it, test } from 'vitest'
import { planFor } from '@/lib/transaction/plan'
import { alice, bob, LPT, stateWith, unbonded } from '@/lib/transaction/plan.fixture'
import type { Intent, Plan } from '@/lib/transaction/types'
import { planChanges } from './plan-changes'
import { actionLabel, nameWith, outcomeSentence, planTitle, resultSentence } from './plan-words'
import { effectSentence, stepLabel } from './step-words'

const nameOf = nameWith(bob, 'node two')

function plan(intent: Intent, changes: Parameters<typeof stateWith>[0] = {}): Plan {
  const planning = planFor(stateWith(changes), intent)
  if (planning.state !== 'planned') throw new Error(planning.refusals[0].code)
  return planning.plan
}

const lines = (of: Plan) =>
  of.steps.flatMap((step) => step.effects.map((effect) => effectSentence(effect, nameOf)))

describe('a first delegation', () => {
  const first = plan({ verb: 'bond', amountWei: 10n * LPT, to: bob }, unbonded)

  it('is called what it does, and its button names both steps', () => {
    expect(planTitle(first, nameOf)).toBe('Delegate 10 LPT to node two')
    expect(actionLabel(first, 0, nameOf)).toBe('Approve 10 LPT, then delegate')
    expect(actionLabel(first, 1, nameOf)).toBe('Delegate 10 LPT to node two')
  })

  it('says what moves and what changes', () => {
    expect(lines(first)).toContain('10 LPT go from your wallet into stake with node two.')
    expect(planChanges(first, nameOf)).toContainEqual({
      label: 'Delegated to',
      before: 'nobody',
      after: 'node two',
    })
  })
})

test('a move of the whole stake is not called a delegation', () => {
  const move = plan({ verb: 'bond', amountWei: 0n, to: bob })
  expect(planTitle(move, nameOf)).toBe('Move your whole stake to node two')
  const adding = plan({ verb: 'bond', amountWei: 2n * LPT, to: bob })
  expect(planTitle(adding, nameOf)).toBe('Move your whole stake to node two and add 2 LPT')
})

test('adding to the same orchestrator is a delegation of the amount', () => {
  expect(planTitle(plan({ verb: 'bond', amountWei: 2n * LPT, to: alice }), nameOf)).toMatch(
    /^Delegate 2 LPT to 0x/,
  )
})

test('a withdrawal names the amount of its lock', () => {
  expect(planTitle(plan({ verb: 'withdrawStake', lockId: 1n }), nameOf)).toBe('Withdraw 20 LPT')
  expect(planTitle(plan({ verb: 'rebond', lockId: 1n }), nameOf)).toBe('Rebond 20 LPT')
})

describe('several locks', () => {
  const facts = {
    kind: 'locks',
    locks: [
      { id: 1n, amount: 20n * LPT, withdrawRound: 90n },
      { id: 4n, amount: 5n * LPT, withdrawRound: 95n },
    ],
    cuts: [],
  } as const
  const withdraw = plan({ verb: 'withdrawLocks', lockIds: [1n, 4n] }, { facts })
  const rebond = plan({ verb: 'rebondLocks', lockIds: [1n, 4n], to: bob }, { ...unbonded, facts })

  it('are named with their sum, then one by one', () => {
    expect(planTitle(withdraw, nameOf)).toBe('Withdraw 25 LPT from 2 locks')
    expect(actionLabel(withdraw, 0, nameOf)).toBe('Withdraw 25 LPT from 2 locks')
    expect(actionLabel(withdraw, 1, nameOf)).toBe('Withdraw 5 LPT of lock 4 to your wallet')
    expect(planTitle(rebond, nameOf)).toBe('Rebond 25 LPT from 2 locks to node two')
    expect(rebond.steps.map((step) => stepLabel(step, nameOf))).toEqual([
      'Rebond 20 LPT of lock 1 to node two',
      'Rebond 5 LPT of lock 4',
    ])
  })

  it('end in one sentence over all of them', () => {
    const out = (lockId: bigint, amountWei: bigint) =>
      ({ verb: 'withdrawStake', lockId, amountWei, withdrawRound: 90n }) as const
    expect(resultSentence(withdraw, [out(1n, 20n * LPT), out(4n, 5n * LPT)], nameOf)).toBe(
      'You withdrew 25 LPT from 2 locks to your wallet.',
    )
    expect(resultSentence(withdraw, [out(4n, 5n * LPT)], nameOf)).toBe('You withdrew 5 LPT to your wallet.')
    const back = (verb: 'rebond' | 'rebondFromUnbonded', lockId: bigint) =>
      ({ verb, delegate: bob, lockId, amountWei: LPT }) as const
    expect(resultSentence(rebond, [back('rebondFromUnbonded', 1n), back('rebond', 4n)], nameOf)).toBe(
      'You rebonded 2 LPT from 2 locks to node two.',
    )
    expect(resultSentence(rebond, [], nameOf)).toBeNull()
  })
})

describe('the result comes from the event', () => {
  it('tells a first delegation from a move', () => {
    const outcome = { verb: 'bond', delegate: bob, addedWei: 10n * LPT, stakeWei: 110n * LPT } as const
    expect(outcomeSentence({ ...outcome, oldDelegate: zeroAddress }, nameOf)).toBe(
      'You delegated 10 LPT to node two. Your stake is 110 LPT.',
    )
    expect(outcomeSentence({ ...outcome, oldDelegate: alice }, nameOf)).toBe(
      'You moved your stake to node two. It is 110 LPT, 10 LPT of it new.',
    )
    expect(outcomeSentence({ ...outcome, oldDelegate: bob }, nameOf)).toMatch(/^You delegated/)
  })
})
