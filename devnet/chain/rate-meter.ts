/** Counts calls against a limit for each second of the wall clock. */
export interface RateMeter {
  /** Takes so many calls; false, and nothing taken, when they are more than the second has left. */
  take(calls: number): boolean
}

export function createRateMeter(perSecond: number, now: () => number = Date.now): RateMeter {
  let second = -1
  let taken = 0
  return {
    take: (calls) => {
      const present = Math.floor(now() / 1_000)
      if (present !== second) {
        second = present
        taken = 0
      }
      if (taken + calls > perSecond) return false
      taken += calls
      return true
    },
  }
}
