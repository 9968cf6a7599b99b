import type { RoundView } from '@/lib/data/types'

/** Estimated Unix seconds at which an L1 block comes, at 12 s a block from the end of the running round. */
export function timeOfBlock(round: RoundView, block: number): number {
  return round.endsAt - (round.endBlock - block) * round.secondsPerBlock
}

/** Estimated Unix seconds at which a round begins. */
export function timeOfRound(round: RoundView, number: number): number {
  return timeOfBlock(round, round.startBlock + (number - round.number) * round.lengthBlocks)
}
