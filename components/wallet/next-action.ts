import type { DelegatingView } from '@/lib/data/types'
import { exactAmount } from '@/lib/format/amount'
import { countOf, formatInteger } from '@/lib/format/number'
import type { Intent } from '@/lib/transaction/types'

/** The one thing to do next for an account. */
export interface NextAction {
  /** What a press does. */
  label: string
  /** Why it is the next thing, one sentence. */
  reason: string
  /** Where it is done; also where `intent` is null. */
  href: string
  /** Reviewed at once where nothing has to be chosen first. */
  intent: Intent | null
}

/** Open votes in which an account has not voted; null: not known. */
export interface VotesWaiting {
  polls: number | null
  proposals: number | null
}

/** Withdraws locks: one by its own call, several as a series. */
export function withdrawIntent(lockIds: readonly number[]): Intent | null {
  const [first, ...others] = lockIds.map(BigInt)
  if (first === undefined) return null
  return others.length === 0
    ? { verb: 'withdrawStake', lockId: first }
    : { verb: 'withdrawLocks', lockIds: [first, ...others] }
}

function startRound(view: DelegatingView, page: string): NextAction | null {
  if (!view.round.overdue || (view.bondedWei === 0n && view.locks.length === 0)) return null
  return {
    label: 'Start the round',
    reason: `Until somebody starts round ${formatInteger(view.round.number)}, no staking action is possible.`,
    href: page,
    intent: { verb: 'initializeRound' },
  }
}

function withdraw(view: DelegatingView, page: string): NextAction | null {
  const ripe = view.locks.filter((lock) => lock.state === 'withdrawable')
  if (ripe.length === 0) return null
  const total = ripe.reduce((sum, lock) => sum + lock.amountWei, 0n)
  return {
    label: `Withdraw ${exactAmount(total)} LPT`,
    reason: `${countOf(ripe.length, 'unbonding lock')} ${ripe.length === 1 ? 'is' : 'are'} ready: the LPT earn nothing where they are.`,
    href: `${page}#unbonding`,
    intent: withdrawIntent(ripe.map(({ id }) => id)),
  }
}

function checkpoint(view: DelegatingView, page: string): NextAction | null {
  if (view.hasCheckpoint || view.bondedWei === 0n) return null
  return {
    label: 'Record stake for voting',
    reason: 'This stake counts in no treasury vote until it has been recorded once.',
    href: page,
    intent: { verb: 'checkpointBondingState', of: view.address },
  }
}

function vote(view: DelegatingView, votes: VotesWaiting | null): NextAction | null {
  const proposals = votes?.proposals ?? 0
  const open = proposals + (votes?.polls ?? 0)
  if (open === 0 || view.bondedWei === 0n) return null
  return {
    label: countOf(open, 'open vote'),
    reason: `${countOf(open, 'vote')} ${open === 1 ? 'is' : 'are'} open in which you have not voted.`,
    href: proposals > 0 ? '/treasury' : '/voting',
    intent: null,
  }
}

/**
 * The one next action (1.3), the most pressing first: what blocks everything, money that lies idle, stake that earns nothing,
 * votes. null: nothing is to be done, or nothing is possible because the protocol is paused.
 *
 * @param earns what the position strip says of the stake
 * @param votes null while they are not known
 */
export function nextAction(
  view: DelegatingView,
  earns: 'earning' | 'waiting' | 'not-earning' | 'none',
  votes: VotesWaiting | null = null,
): NextAction | null {
  if (view.paused) return null
  const page = `/accounts/${view.address.toLowerCase()}/delegating`
  const urgent = startRound(view, page) ?? withdraw(view, page)
  if (urgent) return urgent
  if (earns === 'none') {
    const reason = 'LPT earn once they are delegated to an orchestrator.'
    return { label: 'Choose an orchestrator', reason, href: '/orchestrators', intent: null }
  }
  const leaves = (view.delegate?.deactivationRound ?? null) !== null
  if (earns === 'not-earning' || leaves) {
    const reason = leaves
      ? 'Its orchestrator leaves the active set: compare others and move the stake.'
      : 'Compare orchestrators and move the stake to one with which it earns.'
    return { label: 'Compare orchestrators', reason, href: '/orchestrators', intent: null }
  }
  return checkpoint(view, page) ?? vote(view, votes)
}
