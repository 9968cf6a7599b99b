import { progressOf } from '@/lib/transaction/reducer'
import type { FlowState, Plan } from '@/lib/transaction/types'
import type { StageWords } from './stage-words'

/** States that a person may want to report, and what of them helps whoever reads it. */
function hashesOf(state: FlowState): readonly string[] {
  if (state.stage === 'replaced' || state.stage === 'cancelled') return [state.hash, state.by]
  return state.stage === 'reverted' || state.stage === 'lost' ? [state.hash] : []
}

/** Whether a stage says that something went wrong. */
export function isReportable(state: FlowState): boolean {
  if (state.stage === 'stopped') return state.reason.code === 'unclear'
  return ['rejected', 'reverted', 'lost', 'replaced', 'cancelled'].includes(state.stage)
}

function actionLine({ intent, steps, chainId, account, block }: Plan, step: number): string {
  const verb = steps[step]?.args.verb ?? intent.verb
  return `Action: ${intent.verb}, step ${step + 1} of ${steps.length} (${verb}), chain ${chainId}, account ${account}, figures of block ${block}`
}

/**
 * What happened, as text to hand to whoever can help: the sentence, the next step, the technical reason, and what identifies the
 * case. Nothing in it is secret: addresses and hashes are public.
 */
export function flowReport(state: FlowState, { title, detail, technical }: StageWords): string {
  const progress = progressOf(state)
  const failure = 'failure' in state ? state.failure : null
  const lines = [
    title,
    detail,
    technical && `Detail: ${technical}`,
    failure && `Kind: ${failure.kind}`,
    failure?.data && `Revert data: ${failure.data}`,
    progress && actionLine(progress.plan, progress.step),
    ...hashesOf(state).map((hash) => `Transaction: ${hash}`),
    ...(progress?.done ?? []).map(
      ({ step, hash, block }) => `Step ${step + 1} done: ${hash} in block ${block}`,
    ),
  ]
  return lines.filter(Boolean).join('\n')
}
