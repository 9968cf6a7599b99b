import type { RoundView } from '@/lib/data/types'
import { aboutDuration } from '@/lib/format/duration'
import { countOf, formatInteger } from '@/lib/format/number'

/** The ring in words, for those who do not see it. */
export function ringLabel(round: RoundView): string {
  const name = `Round ${formatInteger(round.number)}`
  if (round.overdue) return `${name}: begun, but not started by anyone yet`
  const percent = round.lengthBlocks > 0 ? Math.floor((round.blocksDone * 100) / round.lengthBlocks) : 0
  return `${name}: ${percent} percent done, ${countOf(round.blocksLeft, 'block')} left${round.locked ? ', cuts locked' : ''}`
}

/**
 * State of the round in a sentence or two: overdue and what it blocks, or initialised and whether cuts are locked
 * (contracts.md 4.2 and 5.5).
 * @param now chain time in Unix seconds
 */
export function roundSentence(round: RoundView, now: number): string {
  if (round.overdue) {
    return (
      `Nobody has started this round yet. Until somebody does, delegating, unbonding, withdrawing and reward calls are ` +
      `refused by the contracts. The last round that was started is ${formatInteger(round.lastInitializedRound)}.`
    )
  }
  if (round.locked) {
    return `Started. Cuts are locked until the round ends, ${aboutDuration(round.endsAt - now)} from now: what orchestrators charge in the next round is settled.`
  }
  const blocks = round.lockStartBlock - round.blockNum
  const wait = aboutDuration(blocks * round.secondsPerBlock)
  return `Started. Orchestrators can change their cuts for ${wait} more, ${formatInteger(blocks)} blocks, then they are locked until the round ends.`
}
