import { P6 } from './fixed-point'

/** Cuts an orchestrator set (a TranscoderUpdate event), and when. */
export interface CutsSet {
  /** Unix seconds. */
  timestamp: number
  rewardCutP6: bigint
  feeShareP6: bigint
}

/** One rise of a cut: the orchestrator keeps more than before. */
export interface CutRise {
  kind: 'reward' | 'fee'
  timestamp: number
  fromP6: bigint
  toP6: bigint
}

/** How an orchestrator treated those who trusted it with their stake in the last days. */
export interface CutSafety {
  /** Highest cuts in force at any moment of the window, the present ones included. */
  worstRewardCutP6: bigint
  worstFeeCutP6: bigint
  /** Times either cut changed in the window; setting the same cuts again is no change. */
  changes: number
  /** Greatest single rise of either cut in the window, points of 10^6; 0 without one. */
  largestRiseP6: bigint
  /** The newest rise of either cut in the window (of the greater one when both rose at once). */
  lastRise: CutRise | null
}

/** Days that cut safety looks back. */
export const CUT_SAFETY_DAYS = 180

const day = 86_400

/**
 * Cut safety over the `CUT_SAFETY_DAYS` before `now`. `history` are all cuts set in the window and the last set before it, in
 * any order (equal times keep the given order): the latter was in force when the window opened. `current` comes from the
 * chain; where the history does not end in it, it counts as set now. The fee cut is what is not shared: 10^6 − feeShare.
 */
export function cutSafety(input: {
  history: readonly CutsSet[]
  current: Omit<CutsSet, 'timestamp'>
  now: number
}): CutSafety {
  const opened = input.now - CUT_SAFETY_DAYS * day
  const settings = [...input.history].sort((a, b) => a.timestamp - b.timestamp)
  settings.push({ timestamp: input.now, ...input.current })
  const before = settings.filter(({ timestamp }) => timestamp < opened).at(-1)
  const inWindow = settings.filter(({ timestamp }) => timestamp >= opened)
  const safety: CutSafety = {
    worstRewardCutP6: before?.rewardCutP6 ?? 0n,
    worstFeeCutP6: before === undefined ? 0n : P6 - before.feeShareP6,
    changes: 0,
    largestRiseP6: 0n,
    lastRise: null,
  }
  let last = before
  for (const next of inWindow) {
    const rewardCutP6 = next.rewardCutP6
    const feeCutP6 = P6 - next.feeShareP6
    safety.worstRewardCutP6 = greater(safety.worstRewardCutP6, rewardCutP6)
    safety.worstFeeCutP6 = greater(safety.worstFeeCutP6, feeCutP6)
    if (last) note(safety, last, next)
    last = next
  }
  return safety
}

function note(safety: CutSafety, from: CutsSet, to: CutsSet): void {
  const rises: CutRise[] = [
    { kind: 'reward', timestamp: to.timestamp, fromP6: from.rewardCutP6, toP6: to.rewardCutP6 },
    { kind: 'fee', timestamp: to.timestamp, fromP6: P6 - from.feeShareP6, toP6: P6 - to.feeShareP6 },
  ]
  if (rises.some(({ fromP6, toP6 }) => fromP6 !== toP6)) safety.changes += 1
  const [reward, fee] = rises as [CutRise, CutRise]
  const greatest = sizeOf(fee) > sizeOf(reward) ? fee : reward
  if (sizeOf(greatest) <= 0n) return
  safety.largestRiseP6 = greater(safety.largestRiseP6, sizeOf(greatest))
  safety.lastRise = greatest
}

const sizeOf = ({ fromP6, toP6 }: CutRise): bigint => toP6 - fromP6
const greater = (a: bigint, b: bigint): bigint => (a > b ? a : b)
