/** A repeatable source of choices: the same seed gives the same sequence on every machine. */
export interface SeededRandom {
  /** 0 ≤ n < limit; limit at most 2^32. */
  below(limit: number): number
  chance(percent: number): boolean
  /** Throws for an empty list. */
  pick<T>(items: readonly T[]): T
  /** 0 ≤ n < limit, any size. */
  amountBelow(limit: bigint): bigint
  /** One of the names, as often as its weight says. */
  weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name
}

/** mulberry32: 32 bits of state, good enough to spread test cases. */
export function createSeededRandom(seed: number): SeededRandom {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const below = (limit: number) => Math.floor((next() / 2 ** 32) * limit)
  return {
    below,
    chance: (percent) => below(100) < percent,
    pick: (items) => {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('Nothing to pick from')
      return item
    },
    amountBelow: (limit) => {
      if (limit <= 0n) return 0n
      let wide = 0n
      for (let words = 0; words < 9; words++) wide = (wide << 32n) | BigInt(next())
      return wide % limit
    },
    weighted: (weights) => {
      const entries = Object.entries(weights) as [keyof typeof weights, number][]
      const total = entries.reduce((sum, [, weight]) => sum + weight, 0)
      let left = below(total)
      for (const [name, weight] of entries) {
        if (left < weight) return name
        left -= weight
      }
      throw new Error('Weights must be positive')
    },
  }
}
