import { classifyError } from '@/lib/contracts/errors'
import { samePromise } from '@/lib/transaction/plan'
import type { KeptFlow, Ports, Runner } from '@/lib/transaction/ports'
import { draft, isRunning, progressOf, reduce } from '@/lib/transaction/reducer'
import {
  afterFollowed,
  callAt,
  driveSteps,
  followStep,
  planFailure,
  type Run,
  type RunContext,
  renewStep,
  settle,
  settleIndex,
  stopReason,
} from '@/lib/transaction/run-steps'
import { newFlowId } from '@/lib/transaction/store'
import type { FlowEvent, FlowState, Plan, Progress } from '@/lib/transaction/types'

/**
 * Moves one flow through its stages over the ports (design.md section 4). No React, no clock of its own: the
 * state is in `getState`, every change goes through the reducer, and what must survive a reload is in the store
 * before the wallet is asked and again as soon as a hash is known.
 */
export function createRunner(ports: Ports): Runner {
  let state: FlowState = draft
  let flowId = ''
  let running: { run: Run; abort: AbortController } | null = null
  const listeners = new Set<() => void>()

  const dispatch = (event: FlowEvent): void => {
    const next = reduce(state, event)
    if (next === state) return
    state = next
    for (const listener of listeners) listener()
  }

  const context: RunContext = {
    ports,
    dispatch,
    current: (run) => running?.run === run && !run.signal.aborted,
  }

  /** Runs work for one flow at a time: a second call meanwhile does nothing. What throws ends as a state. */
  const exclusively = async (plan: Plan, id: string, work: (run: Run) => Promise<void>): Promise<void> => {
    if (running !== null || isRunning(state)) return
    const abort = new AbortController()
    const run: Run = { id, signal: abort.signal, stop: null }
    running = { run, abort }
    flowId = id
    const unwatch = ports.wallet.watch((identity) => {
      run.stop = stopReason(identity, plan)
      if (run.stop && context.current(run)) dispatch({ type: 'stopped', reason: run.stop })
    })
    try {
      await work(run)
    } catch (error) {
      if (context.current(run)) dispatch({ type: 'rejected', failure: classifyError(error, 'endpoint') })
    } finally {
      unwatch()
      if (running?.run === run) running = null
    }
  }

  const check = (plan: Plan): Promise<void> =>
    exclusively(plan, newFlowId(plan), async () => {
      const progress: Progress = { plan, step: 0, done: [] }
      dispatch({ type: 'check', ...progress })
      const simulation = await ports.chain.simulate(callAt(ports, progress), plan.account)
      if (simulation.state === 'failed') dispatch({ type: 'rejected', failure: simulation.failure })
      else dispatch({ type: 'checked', notice: null })
    })

  const startAnew = (plan: Plan): Promise<void> =>
    exclusively(plan, newFlowId(plan), async (run) => {
      const first: Progress = { plan, step: 0, done: [] }
      dispatch({ type: 'check', ...first })
      const fresh = await ports.replan(plan.intent, plan.account)
      if (!context.current(run) || run.stop) return
      if (fresh.state === 'refused') {
        return dispatch({ type: 'rejected', failure: planFailure(fresh.refusals[0]) })
      }
      if (!samePromise(plan, fresh.plan)) {
        return dispatch({ type: 'plan-refreshed', plan: fresh.plan, notice: { code: 'plan-changed' } })
      }
      await driveSteps(context, run, { ...first, plan: fresh.plan })
    })

  const goOn = (progress: Progress): Promise<void> => {
    if (state.stage === 'lost') {
      const { hash, nonce } = state
      return exclusively(progress.plan, flowId, async (run) => {
        dispatch({ type: 'submitted', hash })
        const mined = await followStep(context, run, progress, {
          hash,
          nonce,
          sinceBlock: progress.plan.block,
        })
        if (mined) await afterFollowed(context, run, mined)
      })
    }
    if (progress.done.length === 0) return startAnew(progress.plan)
    return exclusively(progress.plan, flowId, async (run) => {
      const renewed = await renewStep(context, run, progress)
      if (renewed) await driveSteps(context, run, renewed)
    })
  }

  const resume = (flow: KeptFlow): Promise<void> =>
    exclusively(flow.plan, flow.id, async (run) => {
      const progress: Progress = { plan: flow.plan, step: flow.step, done: flow.done }
      const { nonce, block } = flow
      dispatch({ type: 'restored', state: restoredState(flow) })
      if (flow.stage === 'mined') return settleIndex(context, run, progress)
      if (flow.stage === 'waiting') return
      const hash = flow.hash ?? (nonce === null ? null : await findSent(run, progress, nonce, block))
      if (!context.current(run)) return
      if (hash === null) {
        settle(context, run, progress)
        return dispatch({ type: 'stopped', reason: { code: 'interrupted' } })
      }
      dispatch({ type: 'submitted', hash })
      const mined = await followStep(context, run, progress, { hash, nonce, sinceBlock: block })
      if (mined) await afterFollowed(context, run, mined)
    })

  const findSent = (run: Run, progress: Progress, nonce: number, sinceBlock: bigint) =>
    ports.chain.findSent(
      { call: callAt(ports, progress), account: progress.plan.account, nonce, sinceBlock },
      run.signal,
    )

  const leave = (): void => {
    running?.abort.abort(new Error('The flow was left'))
    running = null
  }

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    check,
    start: (plan) => {
      const progress = progressOf(state)
      const underWay = progress !== null && progress.plan === plan && progress.done.length > 0
      return underWay && !isFinished(state) ? goOn(progress) : startAnew(plan)
    },
    retry: () => {
      const progress = progressOf(state)
      return progress === null || isFinished(state) ? Promise.resolve() : goOn(progress)
    },
    resume,
    reset: () => {
      // What is on its way stays kept, so that it can be taken up again.
      const settled = progressOf(state) !== null && !isRunning(state) && state.stage !== 'lost'
      if (settled) ports.store.remove(flowId)
      leave()
      dispatch({ type: 'reset' })
    },
    dispose: () => {
      leave()
      listeners.clear()
    },
  }
}

/** Nothing is left to do here: going on would do it twice. */
function isFinished(state: FlowState): boolean {
  if (state.stage === 'mined') return !isRunning(state)
  return state.stage === 'indexed' || state.stage === 'safe-proposed' || state.stage === 'batch-sent'
}

function restoredState(flow: KeptFlow): FlowState {
  const progress: Progress = { plan: flow.plan, step: flow.step, done: flow.done }
  switch (flow.stage) {
    case 'waiting':
      return { stage: 'ready', notice: { code: 'interrupted' }, ...progress }
    case 'mined':
      return { stage: 'mined', indexing: 'waiting', ...progress }
    case 'signing':
    case 'submitted':
      return flow.hash === null
        ? { stage: 'signing', nonce: flow.nonce, block: flow.block, ...progress }
        : { stage: 'submitted', hash: flow.hash, nonce: flow.nonce, earlierHashes: [], ...progress }
  }
}
