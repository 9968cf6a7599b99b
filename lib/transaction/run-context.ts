import type { Call } from '@/lib/contracts/call'
import type { KeptFlow, Ports } from '@/lib/transaction/ports'
import type { DoneStep, FlowEvent, Progress, StopReason } from '@/lib/transaction/types'

/** One run from a press of the button to its end. */
export interface Run {
  /** Under which the flow is kept. */
  readonly id: string
  readonly signal: AbortSignal
  /** Set while the wallet's account or chain is not the plan's. */
  stop: StopReason | null
  /** Nonce that an earlier request with an unclear answer would use; the next request must use the same. */
  pin: number | null
  /** The request that is open in the wallet; null before and after. */
  open: { readonly nonce: number; readonly block: bigint } | null
}

/** A step that the wallet was asked for without a clear answer. */
export interface AskedStep {
  readonly progress: Progress
  readonly nonce: number
  readonly sinceBlock: bigint
}

/** What running steps needs of the runner that owns the state. */
export interface RunContext {
  readonly ports: Ports
  dispatch(event: FlowEvent): void
  /** Remembers a step whose transaction must be looked for before the wallet is asked again. */
  remember(asked: AskedStep): void
  /** False once the flow was left: a late answer then counts for the store only. */
  current(run: Run): boolean
}

/** Writes down where a flow is, for a reload or another tab. */
export function keep(
  { ports }: RunContext,
  run: Run,
  progress: Progress,
  part: Pick<KeptFlow, 'stage' | 'block'> & Partial<KeptFlow>,
): void {
  ports.store.save({ hash: null, nonce: null, ...progress, ...part, id: run.id })
}

/**
 * Keeps what is left of a flow whose first steps are mined; forgets one that has done nothing. One whose earlier request may
 * still be mined stays kept as it is.
 */
export function settle(context: RunContext, run: Run, progress: Progress): void {
  if (!context.current(run) || run.pin !== null) return
  if (progress.done.length === 0) return context.ports.store.remove(run.id)
  keep(context, run, progress, { stage: 'waiting', block: progress.plan.block })
}

/** Keeps and shows a step that is in a block with its event. */
export function finishStep(
  context: RunContext,
  run: Run,
  progress: Progress,
  { hash, block, outcome }: Omit<DoneStep, 'step'>,
): Progress {
  const done = { step: progress.step, hash, block, outcome }
  const mined: Progress = { ...progress, done: [...progress.done, done] }
  if (isLast(mined)) keep(context, run, mined, { stage: 'mined', hash, block })
  else keep(context, run, { ...mined, step: mined.step + 1 }, { stage: 'waiting', block })
  context.dispatch({ type: 'mined', done })
  return mined
}

/** The contract call of the step a flow is at. */
export function callAt(ports: Ports, progress: Progress): Call {
  const step = progress.plan.steps[progress.step]
  if (!step) throw new Error(`The plan has no step ${progress.step}`)
  return ports.callOf(step.args)
}

/** Whether a flow is at the last step of its plan. */
export function isLast(progress: Progress): boolean {
  return progress.step === progress.plan.steps.length - 1
}
