/** How large a seeded world is. */
export interface WorldSize {
  orchestrators: number
  /** How many of them register along the way instead of at the start. */
  lateOrchestrators: number
  /** Rank of the one that never calls reward. */
  neverRewards: number
  delegators: number
  /** Delegators that bond one wei. */
  dustDelegators: number
  /** Rounds of history, the running one included. */
  rounds: number
  /** Ranks of the orchestrators that resign along the way. */
  resigning: readonly number[]
  /** Pool limit at deployment and after it was raised. */
  activeSet: readonly [first: number, raised: number]
  /** Stake bonded at the start, in LPT. */
  bondedLpt: number
  /** What delegators do in a round, on average. */
  actionsPerRound: number
  /** Winning tickets redeemed in a round. */
  feesPerRound: number
}

export type WorldName = 'none' | 'small' | 'default'

export const WORLD_SIZES: Record<Exclude<WorldName, 'none'>, WorldSize> = {
  small: {
    orchestrators: 10,
    lateOrchestrators: 2,
    neverRewards: 5,
    delegators: 60,
    dustDelegators: 2,
    rounds: 18,
    resigning: [8],
    activeSet: [7, 8],
    bondedLpt: 26.2e6,
    actionsPerRound: 8,
    feesPerRound: 5,
  },
  default: {
    orchestrators: 64,
    lateOrchestrators: 12,
    neverRewards: 17,
    delegators: 640,
    dustDelegators: 4,
    rounds: 66,
    resigning: [27, 41],
    activeSet: [44, 52],
    bondedLpt: 25.2e6,
    actionsPerRound: 10,
    feesPerRound: 9,
  },
}

/** Global LPT supply at the end, and the part of it that stays on Ethereum, in whole LPT. */
export const END_SUPPLY_LPT = 51_600_000
export const L1_SUPPLY_LPT = 19_000_000
/** Roughly what a round mints, to start with the supply that ends where it should. */
export const MINTED_PER_ROUND_LPT = 26_400
/** Inflation at the end in base 10^9: 0.056 % a round. */
export const END_INFLATION_P9 = 560_000
