import { type Hash, isAddressEqual } from 'viem'
import type { Call, Verb } from '@/lib/contracts/call'
import { classifyError, failureOf, mayHaveBeenSent, type TransactionFailure } from '@/lib/contracts/errors'
import type { ReceiptLog } from '@/lib/contracts/read-event'
import { sameRest } from '@/lib/transaction/plan'
import type { Mining, WalletIdentity } from '@/lib/transaction/ports'
import {
  type AskedStep,
  callAt,
  finishStep,
  isLast,
  keep,
  type Run,
  type RunContext,
  settle,
} from '@/lib/transaction/run-context'
import { afterUnclearProposal, followProposal } from '@/lib/transaction/safe-steps'
import type { Plan, Progress, Refusal, StopReason } from '@/lib/transaction/types'
import { refusalWords } from '@/lib/transaction/wording'

/** A sent transaction to be followed. */
export interface SentStep {
  readonly hash: Hash
  readonly nonce: number | null
  readonly sinceBlock: bigint
}

/** Runs the plan from `from.step` to its last step, then waits for the index. Ends early where the person must decide. */
export async function driveSteps(context: RunContext, run: Run, from: Progress): Promise<void> {
  let progress = from
  for (;;) {
    const mined = await askStep(context, run, progress)
    if (!mined) return
    if (isLast(mined)) return settleIndex(context, run, mined)
    const next = await renewStep(context, run, { ...mined, step: mined.step + 1 })
    if (!next) return
    progress = next
  }
}

/**
 * A later step as of now: the ones before it took a while, after a reload perhaps days. Gives the same step with
 * newer hints when it still does what the review said; else shows the new plan, or why there is none, and gives null.
 */
export async function renewStep(context: RunContext, run: Run, progress: Progress): Promise<Progress | null> {
  const { ports, dispatch } = context
  const { plan, step, done } = progress
  dispatch({ type: 'check', ...progress })
  const fresh = await ports.replan(plan.intent, plan.account)
  if (!context.current(run)) return null
  if (run.stop) {
    // It may have switched while the step before was on its way, when there was nothing to stop.
    dispatch({ type: 'stopped', reason: run.stop })
    settle(context, run, progress)
    return null
  }
  if (fresh.state === 'refused') {
    dispatch({ type: 'rejected', failure: planFailure(fresh.refusals[0]) })
    settle(context, run, progress)
    return null
  }
  // An endpoint that has not seen the last step yet would plan it again.
  const seen = fresh.plan.block >= (done.at(-1)?.block ?? 0n)
  const undone = seen && fresh.plan.steps.length > plan.steps.length - step
  if (undone || !sameRest(plan, step, fresh.plan)) {
    dispatch({ type: 'plan-refreshed', plan: fresh.plan, notice: { code: 'plan-changed' } })
    if (run.pin === null) ports.store.remove(run.id)
    return null
  }
  const steps = [...plan.steps.slice(0, step), ...fresh.plan.steps.slice(step - plan.steps.length)]
  return { plan: { ...plan, steps }, step, done }
}

/** Asks the wallet for one step and follows it; null when the flow ended in a state that waits for the person. */
async function askStep(context: RunContext, run: Run, progress: Progress): Promise<Progress | null> {
  const { ports, dispatch } = context
  const { account, chainId } = progress.plan
  dispatch({ type: 'check', ...progress })
  const call = callAt(ports, progress)
  if (!(await mayAsk(context, run, progress, call))) {
    settle(context, run, progress)
    return null
  }
  const [{ nonce, block }, safe] = await Promise.all([ports.chain.head(account), ports.chain.safeOf(account)])
  // Asked last, so that no wallet is asked in the name of an account that it just left without saying so.
  if (!(await mayGoOn(context, run, progress))) {
    settle(context, run, progress)
    return null
  }
  const { pin } = run
  if (pin !== null && pin !== nonce) {
    // The earlier request was used just now, or the endpoint went back: look before anything is asked.
    dispatch({ type: 'stopped', reason: { code: 'unclear', detail: null } })
    return null
  }
  run.pin = null
  keep(context, run, progress, { stage: 'signing', nonce, block })
  dispatch({ type: 'asked', nonce, block })
  run.open = { nonce, block }
  const answer = await ports.wallet
    .send(call, account, chainId, pin)
    .catch((error: unknown) => ({ kind: 'failed' as const, failure: classifyError(error, 'wallet') }))
  run.open = null
  if (answer.kind === 'failed') {
    const { failure } = answer
    if (mayHaveBeenSent(failure)) {
      return safe
        ? afterUnclearProposal(context, run, progress, failure)
        : afterUnclear(context, run, { progress, nonce, sinceBlock: block }, failure)
    }
    if (!context.current(run)) return null
    dispatch({ type: failure.kind === 'user-refused' ? 'refused' : 'rejected', failure })
    settle(context, run, progress)
    return null
  }
  if (answer.kind === 'batch') {
    ports.store.remove(run.id)
    dispatch({ type: 'batch-sent', batchId: answer.batchId })
    return null
  }
  if (safe) {
    const end = await followProposal(context, run, progress, { safeTxHash: answer.hash, safe })
    // Signatures may have taken days: the next step waits for the person.
    if (end !== 'transaction') return end ? afterFollowed(context, run, end).then(() => null) : null
  }
  // Kept even when the flow was left meanwhile: what is sent is sent.
  keep(context, run, progress, { stage: 'submitted', hash: answer.hash, nonce, block })
  if (!context.current(run)) return null
  dispatch({ type: 'submitted', hash: answer.hash })
  return followStep(context, run, progress, { hash: answer.hash, nonce, sinceBlock: block })
}

/** Looks, before a nonce counts as unused, for what a wallet may send while its answer is lost. */
const LOOKS_AFTER_UNCLEAR = 3

/**
 * After an answer that says nothing: what was sent is found by its nonce and followed. Else the flow stays kept as it
 * is, and waits for the person.
 */
async function afterUnclear(
  context: RunContext,
  run: Run,
  asked: AskedStep,
  failure: TransactionFailure,
): Promise<Progress | null> {
  if (!context.current(run)) return null
  context.remember(asked)
  const search = await searchSent(context, run, asked, LOOKS_AFTER_UNCLEAR)
  if (!context.current(run)) return null
  if (search.state === 'found') return followFound(context, run, asked, search.hash)
  context.dispatch({ type: 'stopped', reason: { code: 'unclear', detail: failure.detail } })
  return null
}

/**
 * Looks for the transaction of a step by its nonce: the same call, or one that did what the step does (a wallet may
 * have changed its form). `other`: the nonce went to something else.
 */
export async function searchSent(
  { ports }: RunContext,
  run: Run,
  { progress, nonce, sinceBlock }: AskedStep,
  looks: number,
): Promise<{ state: 'found'; hash: Hash } | { state: 'unused' | 'other' | 'unknown' }> {
  const { account } = progress.plan
  const sought = { call: callAt(ports, progress), account, nonce, sinceBlock, looks }
  const search = await ports.chain.findSent(sought, run.signal)
  if (search.state !== 'found') return search
  const step = progress.plan.steps[progress.step]
  const did = step && ports.readOutcome(step.args, search.logs, account)
  const proven = did && did.verb !== 'claimEarnings'
  return search.same || proven ? { state: 'found', hash: search.hash } : { state: 'other' }
}

/** Follows a transaction that was found instead of announced. */
export async function followFound(
  context: RunContext,
  run: Run,
  { progress, nonce, sinceBlock }: AskedStep,
  hash: Hash,
): Promise<Progress | null> {
  keep(context, run, progress, { stage: 'submitted', hash, nonce, block: sinceBlock })
  context.dispatch({ type: 'submitted', hash })
  return followStep(context, run, progress, { hash, nonce, sinceBlock })
}

/** Everything that must hold just before the wallet is asked; what does not hold is dispatched. */
async function mayAsk(context: RunContext, run: Run, progress: Progress, call: Call): Promise<boolean> {
  const { ports, dispatch } = context
  if (!(await mayGoOn(context, run, progress))) return false
  const refusal = await ports.verify(call)
  if (refusal) {
    dispatch({ type: 'rejected', failure: planFailure(refusal) })
    return false
  }
  const simulation = await ports.chain.simulate(call, progress.plan.account)
  if (simulation.state === 'failed') {
    dispatch({ type: 'rejected', failure: simulation.failure })
    return false
  }
  return context.current(run) && run.stop === null
}

/** Whether the wallet itself says that it is the plan's account on the plan's chain. */
async function mayGoOn(context: RunContext, run: Run, { plan }: Progress): Promise<boolean> {
  run.stop = stopReason(await context.ports.wallet.identity(), plan)
  if (run.stop) context.dispatch({ type: 'stopped', reason: run.stop })
  return context.current(run) && run.stop === null
}

/** Follows a sent transaction into a block and reads what it did; null when the flow ended with it. */
export async function followStep(
  context: RunContext,
  run: Run,
  progress: Progress,
  sent: SentStep,
): Promise<Progress | null> {
  const { ports, dispatch } = context
  const { account } = progress.plan
  const call = callAt(ports, progress)
  const onRepriced = (hash: Hash) => {
    if (!context.current(run)) return
    keep(context, run, progress, { stage: 'submitted', hash, nonce: sent.nonce, block: sent.sinceBlock })
    dispatch({ type: 'repriced', hash })
  }
  const mining = await ports.chain.waitReceipt({ ...sent, account, call }, onRepriced, run.signal)
  if (!context.current(run)) return null
  const step = progress.plan.steps[progress.step]
  const end = minedBy(mining, step?.args.verb)
  const outcome = step && end ? ports.readOutcome(step.args, end.logs, account) : null
  if (!outcome || !end) {
    await reportEnd(context, mining, progress, call)
    // A lost transaction may still be mined: it stays kept.
    if (mining.state !== 'lost') settle(context, run, progress)
    return null
  }
  return finishStep(context, run, progress, { hash: end.hash, block: end.block, outcome })
}

/**
 * The transaction whose logs may show the step done; null when none succeeded. Every staking action claims earnings: of
 * another call the claim's event proves only that, and what else it did must not pass for what was wanted.
 */
function minedBy(
  mining: Mining,
  verb: Verb | undefined,
): { hash: Hash; block: bigint; logs: readonly ReceiptLog[] } | null {
  if (mining.state === 'success') return mining
  if (verb === 'claimEarnings') return null
  if (mining.state === 'different') return mining
  if (mining.state === 'replaced' || mining.state === 'cancelled')
    return mining.mined && { hash: mining.by, ...mining.mined }
  return null
}

async function reportEnd(
  { ports, dispatch }: RunContext,
  mining: Mining,
  progress: Progress,
  call: Call,
): Promise<void> {
  switch (mining.state) {
    case 'reverted': {
      const { hash, block } = mining
      const failure = await ports.chain.explainRevert(call, progress.plan.account, block)
      return dispatch({ type: 'reverted', hash, block, failure })
    }
    case 'success':
    case 'different': {
      const { hash, block } = mining
      const failure = failureOf(mining.state === 'different' ? 'different-call' : 'no-event')
      return dispatch({ type: 'reverted', hash, block, failure })
    }
    case 'replaced':
    case 'cancelled':
      return dispatch({ type: mining.state, by: mining.by })
    case 'lost':
      return dispatch({ type: 'lost' })
  }
}

/** Waits quietly until the index has the last block; the action itself is done by then. */
export async function settleIndex(context: RunContext, run: Run, progress: Progress): Promise<void> {
  const block = progress.done.at(-1)?.block
  if (block === undefined) return
  const onLate = () => context.dispatch({ type: 'index-late' })
  const indexed = await context.ports.waitIndexed(block, onLate, run.signal)
  if (!context.current(run)) return
  context.ports.store.remove(run.id)
  context.dispatch({ type: 'indexed', block: indexed })
}

/** After a step that was followed without a press of the button: the next one waits for the person. */
export async function afterFollowed(context: RunContext, run: Run, mined: Progress): Promise<void> {
  if (isLast(mined)) await settleIndex(context, run, mined)
  else context.dispatch({ type: 'next' })
}

/** Why a plan cannot go on with the wallet as it is now; null when it can. */
export function stopReason({ address, chainId }: WalletIdentity, plan: Plan): StopReason | null {
  if (address === null || !isAddressEqual(address, plan.account)) {
    return { code: 'account-changed', expected: plan.account, found: address }
  }
  return chainId === plan.chainId ? null : { code: 'chain-changed', expected: plan.chainId, found: chainId }
}

/** A refusal found by our own checks as the failure of a flow. */
export function planFailure(refusal: Refusal): TransactionFailure {
  return { kind: 'refused-by-plan', ...refusalWords(refusal), detail: refusal.code, data: null }
}
