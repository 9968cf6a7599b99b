import { Check, CircleDashed, Clock, TriangleAlert } from 'lucide-react'
import type { FlowState, Plan } from '@/lib/transaction/types'
import type { NameOf } from '@/lib/transaction/wording'
import { stepLabel } from './step-words'

type StepState = 'done' | 'now' | 'failed' | 'next'

function stateOf(index: number, state: FlowState): StepState {
  if (state.stage === 'draft') return 'next'
  if (state.done.some((done) => done.step === index)) return 'done'
  if (index !== state.step) return 'next'
  switch (state.stage) {
    case 'reverted':
    case 'rejected':
    case 'refused':
    case 'replaced':
    case 'cancelled':
    case 'lost':
    case 'stopped':
      return 'failed'
    case 'ready':
      return 'next'
    default:
      return 'now'
  }
}

const looks: Record<StepState, { Icon: typeof Check; word: string; tone: string }> = {
  done: { Icon: Check, word: 'done', tone: 'text-accent-text' },
  now: { Icon: Clock, word: 'in progress', tone: 'text-info' },
  failed: { Icon: TriangleAlert, word: 'not done', tone: 'text-wait' },
  next: { Icon: CircleDashed, word: 'to do', tone: 'text-ink-quiet' },
}

/** The numbered transactions of a plan and where each stands. */
export function StepList({ plan, state, nameOf }: { plan: Plan; state: FlowState; nameOf: NameOf }) {
  return (
    <ol className="space-y-2" aria-label="Steps">
      {plan.steps.map((step, index) => {
        const { Icon, word, tone } = looks[stateOf(index, state)]
        return (
          <li key={`${index} ${step.args.verb}`} className="flex items-start gap-3">
            <Icon aria-hidden className={`mt-1 size-4 shrink-0 ${tone}`} />
            <span className="min-w-0 flex-1">
              {index + 1}. {stepLabel(step, nameOf)}
            </span>
            <span className={`text-small ${tone}`}>{word}</span>
          </li>
        )
      })}
    </ol>
  )
}
