import { lockSums, nextUnlock } from '@/components/account/portfolio-totals'
import type { VotesWaiting } from '@/components/wallet/next-action'
import type { DelegatingView } from '@/lib/data/types'
import { fixedAmount } from '@/lib/format/amount'
import { formatDuration } from '@/lib/format/duration'
import { countOf, formatInteger } from '@/lib/format/number'

/** A figure in words, with a quieter line under it. */
interface PositionFigure {
  value: string
  note: string
}

/** When the account's orchestrator last called reward; null: it has none. */
export function lastReward({ delegate, round }: DelegatingView): PositionFigure | null {
  if (!delegate) return null
  if (delegate.lastRewardRound === 0) return { value: 'never', note: 'it has never called reward' }
  const ago = round.number - delegate.lastRewardRound
  return {
    value: `Round ${formatInteger(delegate.lastRewardRound)}`,
    note: ago <= 0 ? 'this round' : `${countOf(ago, 'round')} ago`,
  }
}

/**
 * The next of the unbonding locks to open, or what is open already.
 * @param now chain time, Unix seconds
 */
export function nextLock(view: DelegatingView, now: number): PositionFigure {
  const { readyWei, waitingWei } = lockSums(view)
  if (readyWei > 0n) return { value: 'now', note: `${fixedAmount(readyWei)} LPT ready to withdraw` }
  const next = nextUnlock(view)
  if (next === null) return { value: 'none', note: 'nothing is unbonding' }
  return {
    value: `in ${formatDuration(Math.max(0, next - now))}`,
    note: `${fixedAmount(waitingWei)} LPT unbonding`,
  }
}

/** How many open votes wait, and where; null: not known. */
export function votesFigure(votes: VotesWaiting | null): (PositionFigure & { href: string }) | null {
  if (!votes || (votes.polls === null && votes.proposals === null)) return null
  const { polls, proposals } = votes
  const parts = [
    ...(polls === null ? ['polls not known'] : polls > 0 ? [countOf(polls, 'LIP poll')] : []),
    ...(proposals === null ? ['proposals not known'] : proposals > 0 ? [countOf(proposals, 'proposal')] : []),
  ]
  return {
    value: formatInteger((polls ?? 0) + (proposals ?? 0)),
    note: parts.length === 0 ? 'no vote waits' : parts.join(', '),
    href: (proposals ?? 0) > 0 ? '/treasury' : '/voting',
  }
}
