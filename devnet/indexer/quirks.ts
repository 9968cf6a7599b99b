/**
 * Faults of the published index that change what a page would show (subgraph.md section 4), copied by default so that a
 * site tried here meets them. Each names what is wrong while it is on.
 */
export interface Quirks {
  /** Q1: a ticket above the deposit takes its whole face value off the reserve. */
  readonly reserveTakesWholeTicket: boolean
  /** Q2: proposal totals add vote weights and ignore overrides. */
  readonly proposalTotalsIgnoreOverrides: boolean
  /** Q3: a first bond is not counted as a new delegator. */
  readonly firstBondsUncounted: boolean
  /** Q4: rolling volumes skip the first of the pool and everyone outside it. */
  readonly rollingVolumesSkipFirst: boolean
  /** Q5: both cut timestamps move with any update. */
  readonly cutTimestampsAlwaysMove: boolean
  /** Q6: `gasUsed` is the gas limit. */
  readonly gasUsedIsLimit: boolean
  /** Q7: `deactivationRound` "never" is 2^255 - 1 instead of 2^256 - 1. */
  readonly neverIsHalved: boolean
  /** Q8: `newStake` counts only bonds that change delegate; a rebond is not saved in the round's delegator count. */
  readonly roundMissesBonds: boolean
  /** Q9: an account's `delegate` is the account itself. */
  readonly accountDelegateIsItself: boolean
  /** Q10: `lockPeriod` goes stale when the round length changes. */
  readonly lockPeriodGoesStale: boolean
  /** Q12: `l2Addr` of a finalized migration repeats `l1Addr`. */
  readonly migrationRepeatsL1Address: boolean
  /** Q14: a transaction that creates a contract stops the index for good (off unless asked for). */
  readonly stopsOnContractCreation: boolean
  /** Q15: a day without a new round has no inflation and counters. */
  readonly dayCountersOnlyWithRound: boolean
  /**
   * Section 7: a reward is added to the stake on record, which holds it already when another change of that stake
   * in the same block was read from the contract before.
   */
  readonly rewardCountsTwiceInBlock: boolean
  /**
   * Section 3.8: when stake moves away from a voter who is no orchestrator, its vote weighs what is still delegated to it
   * instead of its own stake.
   */
  readonly formerDelegateWeighsAll: boolean
  /** Q19: set limit, unbonding period and lock stay 0 until their parameter event. */
  readonly parametersUnreadAtStart: boolean
}

/** As published (Q14 only on command: the published version has mended it). */
export const publishedQuirks: Quirks = {
  reserveTakesWholeTicket: true,
  proposalTotalsIgnoreOverrides: true,
  firstBondsUncounted: true,
  rollingVolumesSkipFirst: true,
  cutTimestampsAlwaysMove: true,
  gasUsedIsLimit: true,
  neverIsHalved: true,
  roundMissesBonds: true,
  accountDelegateIsItself: true,
  lockPeriodGoesStale: true,
  migrationRepeatsL1Address: true,
  stopsOnContractCreation: false,
  dayCountersOnlyWithRound: true,
  rewardCountsTwiceInBlock: true,
  formerDelegateWeighsAll: true,
  parametersUnreadAtStart: true,
}

/** What `--mended` indexes: every figure right. */
export const mendedQuirks: Quirks = {
  reserveTakesWholeTicket: false,
  proposalTotalsIgnoreOverrides: false,
  firstBondsUncounted: false,
  rollingVolumesSkipFirst: false,
  cutTimestampsAlwaysMove: false,
  gasUsedIsLimit: false,
  neverIsHalved: false,
  roundMissesBonds: false,
  accountDelegateIsItself: false,
  lockPeriodGoesStale: false,
  migrationRepeatsL1Address: false,
  stopsOnContractCreation: false,
  dayCountersOnlyWithRound: false,
  rewardCountsTwiceInBlock: false,
  formerDelegateWeighsAll: false,
  parametersUnreadAtStart: false,
}

/** The quirks of an index: published, mended, or published with some switched. */
export function quirksOf(mended: boolean | Partial<Quirks> = false): Quirks {
  if (mended === true) return mendedQuirks
  return mended === false ? publishedQuirks : { ...publishedQuirks, ...mended }
}
