import { classifyError } from '@/lib/contracts/errors'
import { samePromise } from '@/lib/transaction/plan'
import type { KeptFlow, Ports, Runner } from '@/lib/transaction/ports'
import { draft, isRunning, progressOf, reduce } from '@/lib/transaction/reducer'
import { type AskedStep, callAt, type Run, type RunContext, settle } from '@/lib/transaction/run-context'
import {
  afterFollowed,
  driveSteps,
  followFound,
  followStep,
  planFailure,
  renewStep,
  searchSent,
  settleIndex,
  stopReason,
} from '@/lib/transaction/run-steps'
import { resumeProposal } from '@/lib/transaction/safe-steps'
import { newFlowId } from '@/lib/transaction/store'
import type { FlowEvent, FlowState, Plan, Progress, StopReason } from '@/lib/transaction/types'

/**
 * Moves one flow through its stages over the ports (design.md section 4). No React, no clock of its own: the
 * state is in `getState`, every change goes through the reducer, and what must survive a reload is in the store
 * before the wallet is asked and again as soon as a hash is known.
 */
export function createRunner(ports: Ports): Runner {
  let state: FlowState = draft
  let flowId = ''
  let running: { run: Run; abort: AbortController } | null = null
  let asked: AskedStep | null = null
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
    remember: (step) => {
      asked = step
    },
    current: (run) => running?.run === run && !run.signal.aborted,
  }

  /**
   * Runs work for one flow at a time: a second call meanwhile does nothing. What throws ends as a state. While another tab
   * has the flow this one shows that, and takes it up as it then is when the other lets go of it.
   */
  const exclusively = async (
    progress: Progress,
    id: string,
    work: (run: Run) => Promise<void>,
  ): Promise<void> => {
    if (running !== null || isRunning(state)) return
    const { plan } = progress
    const abort = new AbortController()
    const run: Run = { id, signal: abort.signal, stop: null, pin: null }
    running = { run, abort }
    if (flowId !== id) asked = null
    flowId = id
    let release: (() => void) | null = null
    const unwatch = ports.wallet.watch((identity) => {
      run.stop = stopReason(identity, plan)
      if (run.stop && context.current(run)) dispatch({ type: 'stopped', reason: run.stop })
    })
    try {
      release = await ports.locks.take(id)
      if (release) await work(run)
      else {
        show(progress, { code: 'elsewhere' })
        release = await ports.locks.wait(id, run.signal)
        if (!context.current(run)) return
        const now = ports.store.list(plan.chainId, plan.account).find((flow) => flow.id === id)
        if (now) await takeUp(run, now)
        else show(progress, { code: 'ended-elsewhere' })
      }
    } catch (error) {
      if (context.current(run)) dispatch({ type: 'rejected', failure: classifyError(error, 'endpoint') })
    } finally {
      release?.()
      unwatch()
      if (running?.run === run) running = null
    }
  }

  /** Puts a flow on show as stopped, whatever was shown before. */
  const show = (progress: Progress, reason: StopReason): void => {
    dispatch({ type: 'reset' })
    dispatch({ type: 'restored', state: { stage: 'stopped', reason, ...progress } })
  }

  const check = (plan: Plan): Promise<void> =>
    exclusively(firstStep(plan), newFlowId(plan), async () => {
      const progress = firstStep(plan)
      dispatch({ type: 'check', ...progress })
      const simulation = await ports.chain.simulate(callAt(ports, progress), plan.account)
      if (simulation.state === 'failed') dispatch({ type: 'rejected', failure: simulation.failure })
      else dispatch({ type: 'checked', notice: null })
    })

  const startAnew = (plan: Plan): Promise<void> =>
    exclusively(firstStep(plan), newFlowId(plan), (run) => driveAnew(run, plan))

  const driveAnew = async (run: Run, plan: Plan): Promise<void> => {
    const first = firstStep(plan)
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
  }

  /** From the step a flow is at to its end, planned again. */
  const drive = async (run: Run, progress: Progress): Promise<void> => {
    if (progress.done.length === 0) return driveAnew(run, progress.plan)
    const renewed = await renewStep(context, run, progress)
    if (renewed) await driveSteps(context, run, renewed)
  }

  /** Looks for what an unclear request sent; asks the wallet again only when its nonce is not used by it. */
  const lookThenDrive = async (run: Run, progress: Progress, last: AskedStep): Promise<void> => {
    dispatch({ type: 'check', ...last.progress })
    const search = await searchSent(context, run, last, 1)
    if (!context.current(run)) return
    if (search.state === 'found') {
      dispatch({ type: 'asked', nonce: last.nonce, block: last.sinceBlock })
      const mined = await followFound(context, run, last, search.hash)
      if (mined) await afterFollowed(context, run, mined)
      return
    }
    if (search.state === 'unknown') {
      return dispatch({ type: 'stopped', reason: { code: 'unclear', detail: null } })
    }
    run.pin = search.state === 'unused' ? last.nonce : null
    await drive(run, progress)
  }

  const goOn = (progress: Progress): Promise<void> => {
    if (state.stage === 'lost') {
      const { hash, nonce } = state
      return exclusively(progress, flowId, async (run) => {
        dispatch({ type: 'submitted', hash })
        const mined = await followStep(context, run, progress, {
          hash,
          nonce,
          sinceBlock: progress.plan.block,
        })
        if (mined) await afterFollowed(context, run, mined)
      })
    }
    const last = asked
    if (last) return exclusively(progress, flowId, (run) => lookThenDrive(run, progress, last))
    if (progress.done.length === 0) return startAnew(progress.plan)
    return exclusively(progress, flowId, (run) => drive(run, progress))
  }

  const resume = (flow: KeptFlow): Promise<void> =>
    exclusively(progressOfKept(flow), flow.id, (run) => takeUp(run, flow))

  const takeUp = async (run: Run, flow: KeptFlow): Promise<void> => {
    const progress = progressOfKept(flow)
    const { nonce, block: sinceBlock } = flow
    if (state.stage !== 'draft') dispatch({ type: 'reset' })
    dispatch({ type: 'restored', state: restoredState(flow) })
    if (flow.stage === 'mined') return settleIndex(context, run, progress)
    if (flow.stage === 'waiting') return
    let { hash } = flow
    if (flow.stage === 'proposed' && hash !== null) {
      const end = await resumeProposal(context, run, flow, hash)
      if (end !== 'transaction') return end ? afterFollowed(context, run, end) : undefined
    }
    if (hash === null && (await ports.chain.safeOf(progress.plan.account))) {
      settle(context, run, progress)
      return dispatch({ type: 'stopped', reason: { code: 'unclear-proposal', detail: null } })
    }
    if (hash === null && nonce !== null) {
      asked = { progress, nonce, sinceBlock }
      const search = await searchSent(context, run, asked, 1)
      if (!context.current(run)) return
      if (search.state === 'unknown') {
        return dispatch({ type: 'stopped', reason: { code: 'unclear', detail: null } })
      }
      if (search.state === 'found') hash = search.hash
    }
    if (hash === null) {
      settle(context, run, progress)
      return dispatch({ type: 'stopped', reason: { code: 'interrupted' } })
    }
    dispatch({ type: 'submitted', hash })
    // What is kept of a proposal counts the Safe's transactions, not the account's.
    const own = flow.stage === 'proposed' ? null : nonce
    const mined = await followStep(context, run, progress, { hash, nonce: own, sinceBlock })
    if (mined) await afterFollowed(context, run, mined)
  }

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
      const begun = progress !== null && (progress.done.length > 0 || asked !== null)
      const underWay = begun && progress.plan === plan
      return underWay && !isFinished(state) ? goOn(progress) : startAnew(plan)
    },
    retry: () => {
      const progress = progressOf(state)
      return progress === null || isFinished(state) ? Promise.resolve() : goOn(progress)
    },
    resume,
    reset: () => {
      // What is on its way stays kept, so that it can be taken up again.
      const open = isRunning(state) || state.stage === 'lost' || isUnclear(state)
      const settled = progressOf(state) !== null && !open
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

function firstStep(plan: Plan): Progress {
  return { plan, step: 0, done: [] }
}

function progressOfKept({ plan, step, done }: KeptFlow): Progress {
  return { plan, step, done }
}

/** Whether nobody knows if the step was sent, or somebody else drives the flow: it must stay kept. */
function isUnclear(state: FlowState): boolean {
  return state.stage === 'stopped' && (state.reason.code === 'unclear' || state.reason.code === 'elsewhere')
}

/** Nothing is left to do here: going on would do it twice. */
function isFinished(state: FlowState): boolean {
  if (state.stage === 'stopped') return state.reason.code === 'ended-elsewhere'
  if (state.stage === 'mined') return !isRunning(state)
  return state.stage === 'indexed' || state.stage === 'safe-proposed' || state.stage === 'batch-sent'
}

function restoredState(flow: KeptFlow): FlowState {
  const progress = progressOfKept(flow)
  switch (flow.stage) {
    case 'waiting':
      return { stage: 'ready', notice: { code: 'interrupted' }, ...progress }
    case 'mined':
      return { stage: 'mined', indexing: 'waiting', ...progress }
    case 'signing':
    case 'proposed':
    case 'submitted':
      return flow.hash === null || flow.stage === 'proposed'
        ? { stage: 'signing', nonce: flow.nonce, block: flow.block, ...progress }
        : { stage: 'submitted', hash: flow.hash, nonce: flow.nonce, earlierHashes: [], ...progress }
  }
}
