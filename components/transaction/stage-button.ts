import type { FlowState, StopReason } from '@/lib/transaction/types'

/** What the sheet's one button does in a stage, and why it cannot be pressed. */
export interface StageButton {
  does: 'go-on' | 'close'
  /** null: the name of the action itself. */
  label: string | null
  reason: string | null
}

export function stageButton(state: FlowState): StageButton {
  switch (state.stage) {
    case 'draft':
    case 'checking':
      return { does: 'go-on', label: null, reason: 'Checking with the chain.' }
    case 'ready':
      return { does: 'go-on', label: null, reason: null }
    case 'signing':
      return { does: 'go-on', label: null, reason: 'Waiting for your wallet.' }
    case 'submitted':
      return { does: 'go-on', label: null, reason: 'Waiting for the network.' }
    case 'mined':
      return state.step < state.plan.steps.length - 1
        ? { does: 'go-on', label: null, reason: 'The next step follows.' }
        : { does: 'close', label: 'Done', reason: null }
    case 'safe-proposed':
      return { does: 'close', label: 'Close, it is followed', reason: null }
    case 'indexed':
    case 'batch-sent':
      return { does: 'close', label: 'Done', reason: null }
    case 'refused':
      return { does: 'go-on', label: 'Ask the wallet again', reason: null }
    case 'rejected':
    case 'reverted':
    case 'replaced':
    case 'cancelled':
      return { does: 'go-on', label: 'Try again', reason: null }
    case 'lost':
      return { does: 'go-on', label: 'Look again', reason: null }
    case 'stopped':
      return stoppedButton(state.reason)
  }
}

function stoppedButton({ code }: StopReason): StageButton {
  if (code === 'ended-elsewhere') return { does: 'close', label: 'Close', reason: null }
  if (code === 'elsewhere') return { does: 'go-on', label: 'Go on', reason: 'It goes on elsewhere.' }
  if (code === 'unclear-proposal') return { does: 'go-on', label: 'Propose again', reason: null }
  return { does: 'go-on', label: code === 'unclear' ? 'Look, then ask again' : 'Go on', reason: null }
}

/** How a stage is shown: plain progress, something to wait for or decide, or a loss. */
export function stageTone(state: FlowState): 'info' | 'wait' | 'loss' {
  switch (state.stage) {
    case 'rejected':
    case 'reverted':
      return 'loss'
    case 'refused':
    case 'replaced':
    case 'cancelled':
    case 'lost':
    case 'stopped':
      return 'wait'
    case 'ready':
      return state.notice ? 'wait' : 'info'
    case 'mined':
      return state.indexing === 'late' ? 'wait' : 'info'
    case 'safe-proposed':
      return 'wait'
    default:
      return 'info'
  }
}

/** Whether the last step is in a block: the review gives way to the result. */
export function isDone(state: FlowState): boolean {
  return state.stage === 'indexed' || (state.stage === 'mined' && state.step === state.plan.steps.length - 1)
}
