import type { Hash } from 'viem'
import { failureOf, type TransactionFailure } from '@/lib/contracts/errors'
import type { KeptFlow } from '@/lib/transaction/ports'
import { callAt, finishStep, keep, type Run, type RunContext, settle } from '@/lib/transaction/run-context'
import type { SafeAccount } from '@/lib/transaction/safe-reads'
import type { ProposalLook } from '@/lib/transaction/safe-search'
import type { Progress, SafeQueue } from '@/lib/transaction/types'

/** Blocks after which it is written down anew how far a proposal was looked for: some ten minutes of Arbitrum. */
const KEEP_EVERY = 2_400n

interface Proposed {
  readonly safeTxHash: Hash
  /** The Safe before it was asked. */
  readonly safe: Pick<SafeAccount, 'nonce' | 'block'> & { threshold: number | null; owners: number | null }
}

/** What following a proposal led to; null when the flow ended with it or was left. */
type Followed = Progress | 'transaction' | null

/**
 * Follows a proposal to its execution, however long its signatures take, and reads what the executed transaction did. Some
 * contract wallets answer with the hash of a transaction after all: `transaction`.
 */
export async function followProposal(
  context: RunContext,
  run: Run,
  progress: Progress,
  { safeTxHash, safe }: Proposed,
): Promise<Followed> {
  const { ports, dispatch } = context
  const { account } = progress.plan
  const { threshold, owners, nonce } = safe
  const queue: SafeQueue = { threshold, owners, others: 0, unread: false }
  let kept = { nonce, block: safe.block }
  const keepAt = (at: { nonce: number; block: bigint }) => {
    kept = at
    keep(context, run, progress, { stage: 'proposed', hash: safeTxHash, ...at })
  }
  // Kept even when the flow was left meanwhile: what is proposed is proposed.
  keepAt(kept)
  if (!context.current(run)) return null
  dispatch({ type: 'safe-proposed', safeTxHash, queue })
  const onLook = ({ nonce, block, others, unread }: ProposalLook) => {
    dispatch({ type: 'safe-looked', queue: { ...queue, others, unread } })
    if (nonce !== kept.nonce || block >= kept.block + KEEP_EVERY) keepAt({ nonce, block })
  }
  const call = callAt(ports, progress)
  const proposal = { safeTxHash, account, call, nonce, sinceBlock: safe.block }
  const end = await ports.chain.waitProposal(proposal, onLook, run.signal)
  if (!context.current(run)) return null
  switch (end.state) {
    case 'transaction':
      return 'transaction'
    case 'executed': {
      const { hash, block } = end
      const step = progress.plan.steps[progress.step]
      const outcome = step ? ports.readOutcome(step.args, end.logs, account) : null
      if (outcome) return finishStep(context, run, progress, { hash, block, outcome })
      dispatch({ type: 'reverted', hash, block, failure: failureOf('no-event') })
      break
    }
    case 'failed': {
      const { hash, block } = end
      const failure = await ports.chain.explainRevert(call, account, block)
      dispatch({ type: 'reverted', hash, block, failure })
      break
    }
    case 'replaced':
      dispatch({ type: 'rejected', failure: failureOf('safe-replaced') })
      break
  }
  settle(context, run, progress)
  return null
}

/** Takes up a proposal after a reload. How many signatures it needs is not known until the chain says so. */
export async function resumeProposal(
  context: RunContext,
  run: Run,
  flow: KeptFlow,
  hash: Hash,
): Promise<Followed> {
  const { plan, step, done } = flow
  const safe = await context.ports.chain.safeOf(plan.account).catch(() => null)
  return followProposal(
    context,
    run,
    { plan, step, done },
    {
      safeTxHash: hash,
      safe: {
        threshold: safe?.threshold ?? null,
        owners: safe?.owners ?? null,
        nonce: flow.nonce ?? 0,
        block: flow.block,
      },
    },
  )
}

/**
 * After an answer of a Safe that says nothing. A queue is not on the chain and a nonce is used only when something is executed,
 * so nobody can look: the person must.
 */
export async function afterUnclearProposal(
  context: RunContext,
  run: Run,
  progress: Progress,
  failure: TransactionFailure,
): Promise<null> {
  if (!context.current(run)) return null
  context.dispatch({ type: 'stopped', reason: { code: 'unclear-proposal', detail: failure.detail } })
  settle(context, run, progress)
  return null
}
