import { isAddressEqual } from 'viem'
import { allowanceEffect, changeOf } from '@/lib/transaction/plan-change'
import { refusalsOf } from '@/lib/transaction/plan-refusals'
import { warningsOf } from '@/lib/transaction/plan-warnings'
import { positionNow } from '@/lib/transaction/stake-now'
import type { PlanState } from '@/lib/transaction/state'
import type { Intent, Plan, Planning, Step } from '@/lib/transaction/types'

/**
 * The plan of an intent in a state: ordered steps with an exact approval where the allowance is short,
 * figures before and after to the wei, and warnings; or why it cannot be done. Pure.
 */
export function planFor(state: PlanState, intent: Intent): Planning {
  const [first, ...others] = refusalsOf(state, intent)
  if (first) return { state: 'refused', refusals: [first, ...others] }
  const change = changeOf(state, intent)
  const claim = change.effects.find((effect) => effect.kind === 'earnings-claimed')
  return {
    state: 'planned',
    plan: {
      chainId: state.chainId,
      account: state.account,
      intent,
      block: state.block,
      round: state.round.number,
      steps: [...approvalSteps(state, intent), { args: change.args, effects: change.effects }],
      before: positionNow(state),
      after: change.after,
      stakes: change.stakes,
      claims: { rewardsWei: claim?.rewardsWei ?? 0n, feesWei: claim?.feesWei ?? 0n },
      warnings: warningsOf(state, intent, change),
    },
  }
}

function approvalSteps(state: PlanState, intent: Intent): Step[] {
  if (intent.verb !== 'bond' || state.allowanceWei >= intent.amountWei) return []
  return [
    {
      args: { verb: 'approve', spender: state.bondingManager, amountWei: intent.amountWei },
      effects: [allowanceEffect(state, intent.amountWei)],
    },
  ]
}

/**
 * Whether a newer plan of the same intent still says what the review showed: steps, figures after it and
 * warnings. Hints and the block do not count: they change nothing a person decides on.
 */
export function samePromise(shown: Plan, fresh: Plan): boolean {
  return (
    isAddressEqual(shown.account, fresh.account) &&
    shown.round === fresh.round &&
    promiseOf(shown) === promiseOf(fresh)
  )
}

/** The same for what is left of a plan from `step` on; steps before it may be planned again or not. */
export function sameRest(shown: Plan, step: number, fresh: Plan): boolean {
  const rest = (plan: Plan): Plan => ({ ...plan, steps: plan.steps.slice(step - shown.steps.length) })
  return samePromise(rest(shown), rest(fresh))
}

/** As text, with keys in one order: a plan read back from the store has them in another. */
function promiseOf(plan: Plan): string {
  const steps = plan.steps.map((step) => ({ verb: step.args.verb, effects: step.effects }))
  const { after, claims, warnings } = plan
  return JSON.stringify({ steps, after, claims, warnings }, (_key, value: unknown) => {
    if (typeof value === 'bigint') return `${value}n`
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
  })
}
