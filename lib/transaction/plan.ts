import { isAddressEqual } from 'viem'
import { changeOf } from '@/lib/transaction/plan-change'
import { refusalsOf } from '@/lib/transaction/plan-refusals'
import { warningsOf } from '@/lib/transaction/plan-warnings'
import { allowanceEffect } from '@/lib/transaction/stake-change'
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
  const steps = [
    ...approvalSteps(state, intent),
    ...(change.earlier ?? []),
    { args: change.args, effects: change.effects },
  ]
  return {
    state: 'planned',
    plan: {
      chainId: state.chainId,
      account: state.account,
      intent,
      block: state.block,
      round: state.round.number,
      steps,
      before: positionNow(state),
      after: change.after,
      stakes: change.stakes,
      claims: claimsOf(steps),
      warnings: warningsOf(state, intent, change),
    },
  }
}

/** What the steps claim on the way. */
function claimsOf(steps: readonly Step[]): Plan['claims'] {
  let [rewardsWei, feesWei] = [0n, 0n]
  for (const effect of steps.flatMap(({ effects }) => effects)) {
    if (effect.kind !== 'earnings-claimed') continue
    rewardsWei += effect.rewardsWei
    feesWei += effect.feesWei
  }
  return { rewardsWei, feesWei }
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

/**
 * The same for what is left of a plan from `step` on; steps before it may be planned again or not. A warning that is gone
 * by the steps done says nothing against going on; one that is new does.
 */
export function sameRest(shown: Plan, step: number, fresh: Plan): boolean {
  const rest = (plan: Plan): Plan => {
    const steps = plan.steps.slice(step - shown.steps.length)
    return { ...plan, steps, claims: claimsOf(steps) }
  }
  const said = new Set(shown.warnings.map(textOf))
  if (!fresh.warnings.every((warning) => said.has(textOf(warning)))) return false
  return samePromise({ ...rest(shown), warnings: [] }, { ...rest(fresh), warnings: [] })
}

/** As text, with keys in one order: a plan read back from the store has them in another. */
function promiseOf(plan: Plan): string {
  const steps = plan.steps.map((step) => ({ verb: step.args.verb, effects: step.effects }))
  const { after, claims, warnings } = plan
  return textOf({ steps, after, claims, warnings })
}

function textOf(promise: unknown): string {
  return JSON.stringify(promise, (_key, value: unknown) => {
    if (typeof value === 'bigint') return `${value}n`
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
  })
}
