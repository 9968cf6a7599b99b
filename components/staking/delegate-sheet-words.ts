import type { OrchestratorFigures } from '@/hooks/use-orchestrator'
import type { OrchestratingView, Standing } from '@/lib/data/types'
import { fixedAmount } from '@/lib/format/amount'
import { percentP6 } from '@/lib/format/percent'
import type { DelegateTarget } from './delegate-model'

const standings: Readonly<Record<Standing, string>> = {
  in: 'in the active set',
  edge: 'on one of the last places of the active set',
  joining: 'in the active set from the next round on',
  leaving: 'leaving the active set with this round',
  outside: 'outside the active set, so stake with it earns nothing',
  unregistered: 'not registered',
}

/** What a delegator asks first about an orchestrator, in one sentence. */
export function orchestratorLine(view: OrchestratingView): string {
  const call = view.calledThisRound
    ? 'has called reward this round'
    : view.active
      ? 'has not called reward yet this round'
      : 'is not active this round'
  return (
    `Keeps ${percentP6(view.rewardCutP6)} of rewards and ${percentP6(view.feeCutP6)} of fees, ` +
    `${call}, is ${standings[view.standing]}. Stake ${fixedAmount(view.totalStakeWei, 0)} LPT.`
  )
}

/** What the form needs of the orchestrator for its what-if; null while it is not known. */
export function targetOf(figures: OrchestratorFigures): DelegateTarget | null {
  if (figures.state !== 'known') return null
  const { view } = figures
  return {
    totalStakeWei: view.totalStakeWei.toString(),
    round: view.round.number,
    active: view.active,
    registered: view.registered,
  }
}
