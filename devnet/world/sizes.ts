/** How large a seeded world is. */
export interface WorldSize {
  orchestrators: number
  /** How many of them register along the way instead of at the start. */
  lateOrchestrators: number
  /** Rank of the one that never calls reward. */
  neverRewards: number
  /** Rank from which a reward is hardly worth its gas: they call now and then. */
  rarelyRewardsFrom?: number
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
  /** Rounds before the history proper of which little is told (calendar.ts): enough for charts of a year. */
  pastRounds: number
  /** Delegators beside those above, who do little but bond; several join in one transaction. */
  crowd: Crowd
  /** Delegators who vote on the proposal that everybody votes on, or less when there are fewer. */
  massVotes: number
}

/** Many small delegators. */
export interface Crowd {
  delegators: number
  /** How many of them unbond everything before the history proper begins. */
  leavers: number
  /** Rank of the orchestrator that all of them choose; absent: they spread. */
  orchestrator?: number
  /** None of them bonds more, in LPT. */
  maxLpt: number
}

/** Worlds with a history; `test` is the default one with a long list of delegators and a long list of votes. */
export const WORLD_NAMES = ['none', 'small', 'default', 'test', 'full'] as const

export type WorldName = (typeof WORLD_NAMES)[number]

export type SeededWorldName = Exclude<WorldName, 'none'>

const NO_CROWD: Crowd = { delegators: 0, leavers: 0, maxLpt: 0 }

/** Rounds of a year: 365 days of 7,200 blocks in rounds of 6,377. */
const YEAR_ROUNDS = 413

const FULL_ROUNDS = 72

const DEFAULT_SIZE: WorldSize = {
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
  pastRounds: YEAR_ROUNDS - 66,
  crowd: NO_CROWD,
  massVotes: 0,
}

const WORLD_SIZES: Record<SeededWorldName, WorldSize> = {
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
    pastRounds: 0,
    crowd: NO_CROWD,
    massVotes: 0,
  },
  default: DEFAULT_SIZE,
  test: {
    ...DEFAULT_SIZE,
    crowd: { delegators: 2_000, leavers: 0, orchestrator: 7, maxLpt: 300 },
    massVotes: 1_000,
  },
  // As many accounts as on 18 January 2026: 3,223 bonded and 1,664 that had left.
  full: {
    orchestrators: 110,
    lateOrchestrators: 16,
    neverRewards: 23,
    rarelyRewardsFrom: 60,
    delegators: 900,
    dustDelegators: 40,
    rounds: FULL_ROUNDS,
    resigning: [47, 71],
    activeSet: [92, 100],
    bondedLpt: 25.4e6,
    actionsPerRound: 12,
    feesPerRound: 18,
    pastRounds: YEAR_ROUNDS - FULL_ROUNDS,
    crowd: { delegators: 3_900, leavers: 1_600, maxLpt: 10_000 },
    massVotes: 0,
  },
}

/** Delegators a world needs besides the one that each orchestrator has. */
const FEWEST_SMALL_DELEGATORS = 10

/**
 * Size of a world, with another number of delegators if told so: those that its history has no room for join the crowd.
 * Throws `RangeError` when there are too few for its orchestrators.
 */
export function worldSize(name: SeededWorldName, delegators?: number): WorldSize {
  const size = WORLD_SIZES[name]
  if (delegators === undefined) return size
  const fewest = size.orchestrators + FEWEST_SMALL_DELEGATORS
  if (delegators < fewest) throw new RangeError(`The ${name} world needs at least ${fewest} delegators`)
  const regular = Math.min(delegators, size.delegators)
  return {
    ...size,
    delegators: regular,
    crowd: { ...size.crowd, maxLpt: size.crowd.maxLpt || 100, delegators: delegators - regular },
  }
}

/** Global LPT supply at the end, and the part of it that stays on Ethereum, in whole LPT. */
export const END_SUPPLY_LPT = 51_600_000
export const L1_SUPPLY_LPT = 19_000_000
/** Roughly what a round mints, to start with the supply that ends where it should. */
export const MINTED_PER_ROUND_LPT = 26_400
/** The same for a round of the past, in which few call reward. */
export const MINTED_PER_PAST_ROUND_LPT = 2_900
/** Inflation at the end in base 10^9: 0.056 % a round. */
export const END_INFLATION_P9 = 560_000
