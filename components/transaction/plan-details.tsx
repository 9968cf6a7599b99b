import type { ReactNode } from 'react'
import { ChangeList } from '@/components/staking/change-list'
import { Notice } from '@/components/ui/notice'
import type { Call } from '@/lib/contracts/call'
import type { FlowState, Plan } from '@/lib/transaction/types'
import { isVoteIntent } from '@/lib/transaction/vote-plan'
import { type NameOf, warningWords } from '@/lib/transaction/wording'
import type { CostEstimate } from './cost'
import { CostLine } from './cost-line'
import { planChanges } from './plan-changes'
import { undoSentence } from './plan-words'
import { RawCalls } from './raw-calls'
import { StepList } from './step-list'
import { effectSentence } from './step-words'

export interface PlanDetailsProps {
  plan: Plan
  state: FlowState
  calls: readonly Call[]
  cost: CostEstimate
  chainName: string
  nameOf: NameOf
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="space-y-2">
      <h3 className="text-small font-medium text-ink-quiet">{title}</h3>
      {children}
    </section>
  )
}

/** The review in plain words: who, what moves, before and after, when it can be undone, cost, warnings, raw calls. */
export function PlanDetails({ plan, state, calls, cost, chainName, nameOf }: PlanDetailsProps) {
  const effects = plan.steps.flatMap((step) => step.effects)
  const changes = planChanges(plan, nameOf)
  return (
    <div className="space-y-6">
      <Part title="Who">
        <p>
          <span className="font-mono text-small break-all">{plan.account}</span>
          <span className="block text-small text-ink-quiet">
            on {chainName} (chain {plan.chainId})
          </span>
        </p>
      </Part>
      <Part title={isVoteIntent(plan.intent) ? 'What you say' : 'What moves'}>
        <ul className="space-y-1">
          {effects.map((effect, index) => (
            <li key={`${index} ${effect.kind}`}>{effectSentence(effect, nameOf)}</li>
          ))}
        </ul>
      </Part>
      {changes.length > 0 && (
        <Part title="Before and after">
          <ChangeList changes={changes} />
        </Part>
      )}
      {plan.warnings.length > 0 && (
        <Part title="Know before you sign">
          <div className="space-y-2">
            {plan.warnings.map((warning, index) => {
              const { title, detail } = warningWords(warning, nameOf)
              return (
                <Notice key={`${index} ${warning.code}`} tone="wait" title={title}>
                  {detail}
                </Notice>
              )
            })}
          </div>
        </Part>
      )}
      <Part title="Steps">
        <StepList plan={plan} state={state} nameOf={nameOf} />
      </Part>
      <Part title="Can it be undone">
        <p>{undoSentence(plan.intent)}</p>
      </Part>
      <Part title="Cost">
        <CostLine cost={cost} />
      </Part>
      <RawCalls calls={calls} />
    </div>
  )
}
