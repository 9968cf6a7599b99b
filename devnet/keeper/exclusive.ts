/** Runs pieces of work one after the other: clock, keeper and control all mine, and must not mine into each other. */
export interface Exclusive {
  run<T>(work: () => Promise<T>): Promise<T>
}

export function createExclusive(): Exclusive {
  let tail: Promise<unknown> = Promise.resolve()
  return {
    run: (work) => {
      const result = tail.then(work, work)
      tail = result.catch(() => undefined)
      return result
    },
  }
}
