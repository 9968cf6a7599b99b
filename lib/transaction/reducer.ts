import type { FlowEvent, FlowState, Progress } from '@/lib/transaction/types'

/** Before anything was asked. */
export const draft: FlowState = { stage: 'draft' }

/** The plan, step and finished steps of a state; null in a draft. */
export function progressOf(state: FlowState): Progress | null {
  return state.stage === 'draft' ? null : { plan: state.plan, step: state.step, done: state.done }
}

/** Whether something is under way that needs no person: a new start must wait for it. */
export function isRunning(state: FlowState): boolean {
  switch (state.stage) {
    case 'checking':
    case 'signing':
    case 'submitted':
    case 'safe-proposed':
      return true
    case 'mined':
      return state.step < state.plan.steps.length - 1
    case 'draft':
    case 'ready':
    case 'indexed':
    case 'refused':
    case 'rejected':
    case 'reverted':
    case 'replaced':
    case 'cancelled':
    case 'lost':
    case 'stopped':
    case 'batch-sent':
      return false
  }
}

/**
 * The next state of a flow. An event that does not fit the state changes nothing: late answers of a wallet
 * or an endpoint can never move a flow backwards.
 */
export function reduce(state: FlowState, event: FlowEvent): FlowState {
  switch (event.type) {
    case 'reset':
      return draft
    case 'restored':
      return state.stage === 'draft' ? event.state : state
    case 'check':
      // While checking, newer hints may replace the plan's: what is shown is what is sent.
      return isRunning(state) && state.stage !== 'mined' && state.stage !== 'checking'
        ? state
        : { stage: 'checking', plan: event.plan, step: event.step, done: event.done }
    default:
      return state.stage === 'draft' ? state : reduceFlow(state, event)
  }
}

type Flow = Exclude<FlowState, { stage: 'draft' }>
type StepEvent = Exclude<FlowEvent, { type: 'reset' | 'restored' | 'check' }>

function reduceFlow(state: Flow, event: StepEvent): FlowState {
  const progress: Progress = { plan: state.plan, step: state.step, done: state.done }
  switch (event.type) {
    case 'checked':
      return state.stage === 'checking' ? { stage: 'ready', notice: event.notice, ...progress } : state
    case 'plan-refreshed':
      return state.stage === 'checking'
        ? { stage: 'ready', notice: event.notice, plan: event.plan, step: 0, done: [] }
        : state
    case 'asked':
      return state.stage === 'checking'
        ? { stage: 'signing', nonce: event.nonce, block: event.block, ...progress }
        : state
    case 'submitted':
      return reduceSubmitted(state, event.hash, progress)
    case 'repriced':
      return state.stage === 'submitted'
        ? { ...state, hash: event.hash, earlierHashes: [...state.earlierHashes, state.hash] }
        : state
    case 'mined':
      return state.stage === 'submitted' || state.stage === 'safe-proposed'
        ? { stage: 'mined', indexing: 'waiting', ...progress, done: [...state.done, event.done] }
        : state
    case 'next':
      return state.stage === 'mined' && state.step < state.plan.steps.length - 1
        ? { stage: 'ready', notice: null, ...progress, step: state.step + 1 }
        : state
    case 'index-late':
      return state.stage === 'mined' ? { ...state, indexing: 'late' } : state
    case 'indexed':
      return state.stage === 'mined' ? { stage: 'indexed', block: event.block, ...progress } : state
    default:
      return reduceEnd(state, event, progress)
  }
}

type EndEvent = Extract<
  StepEvent,
  {
    type:
      | 'refused'
      | 'rejected'
      | 'reverted'
      | 'replaced'
      | 'cancelled'
      | 'lost'
      | 'stopped'
      | 'safe-proposed'
      | 'safe-looked'
      | 'batch-sent'
  }
>

function reduceEnd(state: Flow, event: EndEvent, progress: Progress): FlowState {
  switch (event.type) {
    case 'refused':
      return state.stage === 'signing' ? { stage: 'refused', failure: event.failure, ...progress } : state
    case 'rejected':
      return state.stage === 'checking' || state.stage === 'signing' || state.stage === 'safe-proposed'
        ? { stage: 'rejected', failure: event.failure, ...progress }
        : state
    case 'reverted': {
      const { hash, block, failure } = event
      return state.stage === 'submitted' || state.stage === 'safe-proposed'
        ? { stage: 'reverted', hash, block, failure, ...progress }
        : state
    }
    case 'replaced':
    case 'cancelled':
      return state.stage === 'submitted'
        ? { stage: event.type, hash: state.hash, by: event.by, ...progress }
        : state
    case 'lost':
      return state.stage === 'submitted'
        ? { stage: 'lost', hash: state.hash, nonce: state.nonce, ...progress }
        : state
    case 'stopped':
      return mayStop(state) ? { stage: 'stopped', reason: event.reason, ...progress } : state
    case 'safe-proposed':
      return state.stage === 'signing' || state.stage === 'stopped'
        ? { stage: 'safe-proposed', safeTxHash: event.safeTxHash, queue: event.queue, ...progress }
        : state
    case 'safe-looked':
      return state.stage === 'safe-proposed' ? { ...state, queue: event.queue } : state
    case 'batch-sent':
      return state.stage === 'signing' ? { stage: 'batch-sent', batchId: event.batchId, ...progress } : state
  }
}

/** What is sent runs on, and what has ended stays as it ended: only what still needs the wallet can be stopped. */
function mayStop(state: Flow): boolean {
  if (state.stage === 'mined') return isRunning(state)
  return state.stage === 'checking' || state.stage === 'ready' || state.stage === 'signing'
}

/** A hash may still come after the flow was stopped: the wallet was asking, and what is sent must be followed. */
function reduceSubmitted(state: Flow, hash: `0x${string}`, progress: Progress): FlowState {
  if (state.stage === 'safe-proposed') {
    return { stage: 'submitted', hash, nonce: null, earlierHashes: [], ...progress }
  }
  if (state.stage !== 'signing' && state.stage !== 'stopped' && state.stage !== 'lost') return state
  const nonce = state.stage === 'stopped' ? null : state.nonce
  return { stage: 'submitted', hash, nonce, earlierHashes: [], ...progress }
}
