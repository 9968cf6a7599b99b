import { governanceDue } from '@/devnet/world/governance'
import type { WorldSize } from '@/devnet/world/sizes'
import { LAST_ROUND } from '@/devnet/world/timeline'

/** Where the history of a world begins: first its past, then the history proper. */
export interface Calendar {
  /** First round of all; earlier than `firstRound` where the world has a past. */
  beginning: number
  /** First round of the history proper. */
  firstRound: number
}

/** Every other round of the past is never initialized, unless a vote runs. */
const PAST_STEP = 2

export function calendarOf(size: WorldSize): Calendar {
  const firstRound = LAST_ROUND - size.rounds + 1
  return { beginning: firstRound - size.pastRounds, firstRound }
}

/** Rounds of a world that are initialized, in order. */
export function writtenRounds(calendar: Calendar): number[] {
  const { beginning, firstRound } = calendar
  return Array.from({ length: LAST_ROUND - beginning + 1 }, (_, index) => beginning + index).filter(
    (round) => round >= firstRound || (round - beginning) % PAST_STEP === 0 || governanceDue(calendar, round),
  )
}
