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
  let running: Running | null = null
  let asked: AskedStep | null = null
  const listeners = new Set<() => void>()

  const dispatch = (event: FlowEvent): void => {
    const next = reduce(state, event)
    if (next === state) return
    state = next
    for (const listener of listeners) listener()
  }

  const isCurrent = (run: Run): boolean => running?.run === run && !run.signal.aborted

  /** What a run may do to this runner. Its late answers never touch the flow that came after it. */
  const contextOf = (run: Run): RunContext => ({
    ports,
    dispatch: (event) => {
      if (isCurrent(run)) dispatch(event)
    },
    remember: (step) => {
      asked = step
    },
    current: isCurrent,
  })

  /**
   * Runs work for one flow at a time: a second call meanwhile does nothing. What throws ends as a state. While another tab
   * has the flow this one shows that, and takes it up as it then is when the other lets go of it.
   */
  const exclusively = async (
    progress: Progress,
    id: string,
    work: (context: RunContext, run: Run) => Promise<void>,
  ): Promise<void> => {
    if (running !== null || isRunning(state)) return
    const { plan } = progress
    const abort = new AbortController()
    const run: Run = { id, signal: abort.signal, stop: null, pin: null, open: null }
    const context = contextOf(run)
    let release: (() => void) | null = null
    const free = (): void => {
      release?.()
      release = null
    }
    running = { run, abort, free }
    if (flowId !== id) asked = null
    flowId = id
    const unwatch = ports.wallet.watch((identity) => {
      run.stop = stopReason(identity, plan)
      if (run.stop) context.dispatch({ type: 'stopped', reason: run.stop })
    })
    try {
      release = await ports.locks.take(id)
      if (!isCurrent(run)) return
      if (release) await work(context, run)
      else {
        show(progress, { code: 'elsewhere' })
        release = await ports.locks.wait(id, run.signal)
        if (!isCurrent(run)) return
        const now = keptNow(id, plan)
        if (now) await takeUp(context, run, now)
        else show(progress, { code: 'ended-elsewhere' })
      }
    } catch (error) {
      context.dispatch({ type: 'rejected', failure: classifyError(error, 'endpoint') })
    } finally {
      free()
      unwatch()
      if (running?.run === run) running = null
    }
  }

  /** Puts a flow on show as stopped, whatever was shown before. */
  const show = (progress: Progress, reason: StopReason): void => {
    dispatch({ type: 'reset' })
    dispatch({ type: 'restored', state: { stage: 'stopped', reason, ...progress } })
  }

  /** A flow as it is kept at this moment: another tab may have moved it on. */
  const keptNow = (id: string, { chainId, account }: Plan): KeptFlow | undefined =>
    ports.store.list(chainId, account).find((flow) => flow.id === id)

  const check = (plan: Plan): Promise<void> =>
    exclusively(firstStep(plan), newFlowId(plan), async ({ dispatch }) => {
      const progress = firstStep(plan)
      dispatch({ type: 'check', ...progress })
      const simulation = await ports.chain.simulate(callAt(ports, progress), plan.account)
      if (simulation.state === 'failed') dispatch({ type: 'rejected', failure: simulation.failure })
      else dispatch({ type: 'checked', notice: null })
    })

  const startAnew = (plan: Plan): Promise<void> =>
    exclusively(firstStep(plan), newFlowId(plan), (context, run) => driveAnew(context, run, plan))

  const driveAnew = async (context: RunContext, run: Run, plan: Plan): Promise<void> => {
    const { dispatch } = context
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
  const drive = async (context: RunContext, run: Run, progress: Progress): Promise<void> => {
    if (progress.done.length === 0) return driveAnew(context, run, progress.plan)
    const renewed = await renewStep(context, run, progress)
    if (renewed) await driveSteps(context, run, renewed)
  }

  /** Looks for what an unclear request sent; asks the wallet again only when its nonce is not used by it. */
  const lookThenDrive = async (
    context: RunContext,
    run: Run,
    progress: Progress,
    last: AskedStep,
  ): Promise<void> => {
    const { dispatch } = context
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
    await drive(context, run, progress)
  }

  /**
   * A press while what was stopped still ends. The wallet's request may be open: then that is what goes on. Otherwise nothing
   * of the stopped run can reach the wallet any more, and the press need not wait for it.
   */
  const makeWay = ({ run }: Running, progress: Progress): Promise<void> | null => {
    if (run.open) return backToWallet(run, progress)
    leave()
    return null
  }

  const backToWallet = async (run: Run, progress: Progress): Promise<void> => {
    const { open } = run
    const identity = await ports.wallet.identity().catch(() => null)
    if (!identity || !open || run.open !== open || !isCurrent(run) || state.stage !== 'stopped') return
    run.stop = stopReason(identity, progress.plan)
    if (run.stop) return
    dispatch({ type: 'check', ...progress })
    dispatch({ type: 'asked', ...open })
  }

  const goOn = (progress: Progress): Promise<void> => {
    if (running && state.stage === 'stopped' && state.reason.code !== 'elsewhere') {
      const open = makeWay(running, progress)
      if (open) return open
    }
    if (state.stage === 'lost') {
      const { hash, nonce } = state
      return exclusively(progress, flowId, async (context, run) => {
        context.dispatch({ type: 'submitted', hash })
        const mined = await followStep(context, run, progress, {
          hash,
          nonce,
          sinceBlock: progress.plan.block,
        })
        if (mined) await afterFollowed(context, run, mined)
      })
    }
    const last = asked
    if (last)
      return exclusively(progress, flowId, (context, run) => lookThenDrive(context, run, progress, last))
    if (progress.done.length === 0) return startAnew(progress.plan)
    return exclusively(progress, flowId, (context, run) => {
      const now = keptNow(run.id, progress.plan)
      return now && isAhead(now, progress) ? takeUp(context, run, now) : drive(context, run, progress)
    })
  }

  const resume = (flow: KeptFlow): Promise<void> =>
    exclusively(progressOfKept(flow), flow.id, (context, run) =>
      takeUp(context, run, keptNow(flow.id, flow.plan) ?? flow),
    )

  const takeUp = async (context: RunContext, run: Run, flow: KeptFlow): Promise<void> => {
    const { dispatch } = context
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
    if (!running) return
    running.abort.abort(new Error('The flow was left'))
    // An open request in the wallet keeps the flow from others until it is answered.
    if (!running.run.open) running.free()
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
      const begun =
        progress !== null && (progress.done.length > 0 || asked !== null || state.stage === 'stopped')
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

/** A run with the ways to end it: `free` gives the flow back to other tabs. */
interface Running {
  readonly run: Run
  readonly abort: AbortController
  free(): void
}

/** Whether a kept flow is further than what is shown: another tab went on with it, perhaps up to its wallet. */
function isAhead(kept: KeptFlow, shown: Progress): boolean {
  return kept.stage !== 'waiting' || kept.step !== shown.step
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
