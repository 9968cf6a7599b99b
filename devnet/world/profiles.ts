import type { Address } from 'viem'
import { type CrowdMember, makeCrowd } from '@/devnet/world/crowd'
import { createRandom, type Random, worldAddress } from '@/devnet/world/random'
import type { WorldSize } from '@/devnet/world/sizes'

/** LPT in wei, from a number with at most nine significant decimals. Only for inventing amounts. */
export function lpt(amount: number): bigint {
  return BigInt(Math.round(amount * 1e6)) * 10n ** 12n
}

/** How an orchestrator of the world behaves. Rates in base 10^6. */
export interface OrchestratorProfile {
  index: number
  address: Address
  /** Its own first bond in wei. */
  selfBondWei: bigint
  rewardCutP6: bigint
  feeShareP6: bigint
  /** Probability that it calls reward in a round; 0 = never. */
  reliability: number
  /** Calls reward through another account. */
  rewardCaller?: Address
  /** Empty: it never set one. */
  serviceUri: string
  /** In the registry of AI workers; empty: it never set one. */
  aiServiceUri: string
  /** Rounds after the first in which it registers; 0 = at the start. */
  joinsAfter: number
  /** Rounds after the first in which it unbonds everything. */
  resignsAfter?: number
  /** Cut changes, by rounds after the first. */
  changes: { after: number; rewardCutP6: bigint; feeShareP6: bigint }[]
  /** Weight in the draw for fees. */
  feeWeight: number
}

/** How a delegator of the world begins. */
export interface DelegatorProfile {
  index: number
  address: Address
  /** Index of the orchestrator it bonds to first. */
  orchestrator: number
  bondWei: bigint
  /** LPT it keeps in its wallet, in wei. */
  walletWei: bigint
  joinsAfter: number
}

export interface Profiles {
  orchestrators: OrchestratorProfile[]
  delegators: DelegatorProfile[]
  crowd: CrowdMember[]
}

/** Stakes in LPT by rank: the first ten hold about 60 % of the whole, the last a few LPT. */
const TOP_STAKES = [3e6, 2.4e6, 2e6, 1.7e6, 1.5e6, 1.3e6, 1.1e6, 1e6, 8.5e5, 7.5e5]
const TOP_SHARE = 0.6
const TAIL_RANKS = 0.2

/** Total stake in LPT of each rank, scaled to `totalLpt`. */
export function stakeByRank(count: number, totalLpt: number): number[] {
  const top = TOP_STAKES.slice(0, Math.min(TOP_STAKES.length, Math.ceil(count / 2)))
  const rest = count - top.length
  const tail = Math.floor(count * TAIL_RANKS)
  const middle = rest - tail
  const decay = 0.935
  const shape = Array.from({ length: rest }, (_, rank) =>
    rank < middle ? decay ** rank : (decay ** middle * 0.12) / 2.1 ** (rank - middle),
  )
  const topSum = top.reduce((sum, stake) => sum + stake, 0)
  const restSum = shape.reduce((sum, part) => sum + part, 0)
  return [
    ...top.map((stake) => (stake / topSum) * totalLpt * TOP_SHARE),
    ...shape.map((part) => (part / restSum) * totalLpt * (1 - TOP_SHARE)),
  ].map((stake) => Math.max(stake, 3))
}

const CUT_CHOICES = [0, 0, 3, 5, 5, 7, 8, 10, 10, 12, 14, 14, 15, 18, 20, 20, 25, 30, 40, 50, 70, 100, 100]
const FEE_SHARE_CHOICES = [0, 0, 5, 10, 20, 25, 30, 40, 50, 50, 60, 70, 75, 80, 90, 95, 100, 100]

function percentP6(percent: number): bigint {
  return BigInt(Math.round(percent * 10_000))
}

/** Rank of the orchestrator whose cut jumps from 5 % to 95 %. */
export const CUT_JUMPS = 4

function reliabilityOf(random: Random, index: number, size: WorldSize): number {
  if (index === size.neverRewards) return 0
  if (index >= (size.rarelyRewardsFrom ?? size.orchestrators)) return 0.35
  return random.pick([1, 1, 1, 1, 0.995, 0.99, 0.98, 0.95, 0.9, 0.75])
}

function makeOrchestrator(
  random: Random,
  seed: string,
  index: number,
  stakeLpt: number,
  late: boolean,
  size: WorldSize,
): OrchestratorProfile {
  const joinsAfter = late ? random.integer(2, Math.max(2, size.rounds - 4)) : 0
  const changes: OrchestratorProfile['changes'] = []
  if (index !== CUT_JUMPS && random.chance(0.3)) {
    const times = random.integer(1, 3)
    for (let time = 0; time < times; time++) {
      changes.push({
        after: random.integer(Math.min(joinsAfter + 2, size.rounds), size.rounds),
        rewardCutP6: percentP6(random.pick(CUT_CHOICES)),
        feeShareP6: percentP6(random.pick(FEE_SHARE_CHOICES)),
      })
    }
  }
  const profile: OrchestratorProfile = {
    index,
    address: worldAddress(seed, 'orchestrator', index),
    selfBondWei: lpt(stakeLpt * (0.02 + 0.5 * random.next() ** 2)) + random.wei(10n ** 15n),
    rewardCutP6: percentP6(random.pick(CUT_CHOICES)),
    feeShareP6: percentP6(random.pick(FEE_SHARE_CHOICES)),
    reliability: reliabilityOf(random, index, size),
    serviceUri: random.chance(0.88)
      ? `https://orchestrator-${String(index).padStart(3, '0')}.local-network.example:8935`
      : '',
    aiServiceUri:
      index % 3 === 1 ? `https://worker-${String(index).padStart(3, '0')}.local-network.example:8936` : '',
    joinsAfter,
    changes,
    feeWeight: random.chance(0.6) ? random.next() ** 3 * 10 : 0,
  }
  if (index % 11 === 3) profile.rewardCaller = worldAddress(seed, 'reward-caller', index)
  if (size.resigning.includes(index)) {
    profile.resignsAfter = Math.floor(size.rounds * (0.35 + 0.5 * random.next()))
  }
  if (index === CUT_JUMPS) {
    profile.rewardCutP6 = percentP6(5)
    profile.feeShareP6 = percentP6(50)
    profile.reliability = 1
    profile.changes = [{ after: Math.max(2, size.rounds - 6), rewardCutP6: percentP6(95), feeShareP6: 0n }]
  }
  // The extremes are there whatever the seed.
  if (index === 1) Object.assign(profile, { rewardCutP6: 0n, feeShareP6: 1_000_000n, changes: [] })
  if (index === 2) Object.assign(profile, { rewardCutP6: 1_000_000n, feeShareP6: 0n, changes: [] })
  return profile
}

/** Delegators of one orchestrator: small ones drawn at random and one who holds what is missing to its rank's stake. */
function makeDelegators(
  random: Random,
  seed: string,
  orchestrators: readonly OrchestratorProfile[],
  stakes: readonly number[],
  size: WorldSize,
): DelegatorProfile[] {
  const delegators: DelegatorProfile[] = []
  const weights = orchestrators.map((_, index) => 1 / (index + 3))
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0)
  const missing = orchestrators.map(
    (orchestrator, index) => lpt(stakes[index] ?? 0) - orchestrator.selfBondWei,
  )
  const small = size.delegators - orchestrators.length
  const draw = (): number => {
    let left = random.next() * weightSum
    for (const [index, weight] of weights.entries()) {
      left -= weight
      if (left <= 0) return index
    }
    return 0
  }
  for (let index = 0; index < small; index++) {
    const choice = draw()
    const dust = index < size.dustDelegators
    const drawn = lpt(Math.min(60_000, 40 * Math.exp(1.9 * random.normal()))) + random.wei(10n ** 12n)
    const room = (missing[choice] ?? 0n) / 3n
    const bondWei = dust ? 1n : drawn < room ? drawn : room > 0n ? room : 1n
    const target = orchestrators[choice]
    const lastRound = size.rounds - 1
    // Some join in the last round: their bond does not count yet when the world ends.
    const later = index % 40 === 9 ? lastRound : random.chance(0.25) ? random.integer(1, lastRound) : 0
    delegators.push({
      index,
      address: worldAddress(seed, 'delegator', index),
      orchestrator: choice,
      bondWei,
      walletWei: dust ? 0n : random.wei(bondWei / 2n + 1n),
      joinsAfter: Math.max(target?.joinsAfter ?? 0, dust ? 0 : later),
    })
    missing[choice] = (missing[choice] ?? 0n) - bondWei
  }
  for (const orchestrator of orchestrators) {
    const index = small + orchestrator.index
    const rest = missing[orchestrator.index] ?? 0n
    delegators.push({
      index,
      address: worldAddress(seed, 'delegator', index),
      orchestrator: orchestrator.index,
      bondWei: rest > 0n ? rest : 1n,
      walletWei: rest > 0n ? random.wei(rest / 50n + 1n) : 0n,
      joinsAfter: orchestrator.joinsAfter,
    })
  }
  return delegators
}

/**
 * Lets the largest delegators of the first orchestrators make up for those who come later, so that every seed's world starts with
 * the same stake and inflation takes the same way.
 */
function fillUp(profiles: Profiles, size: WorldSize): void {
  const early = [
    ...profiles.orchestrators.map(({ joinsAfter, selfBondWei }) => ({ joinsAfter, wei: selfBondWei })),
    ...profiles.delegators.map(({ joinsAfter, bondWei }) => ({ joinsAfter, wei: bondWei })),
    ...profiles.crowd.filter(({ leaves }) => !leaves).map(({ bondWei }) => ({ joinsAfter: 0, wei: bondWei })),
  ].filter(({ joinsAfter }) => joinsAfter === 0)
  const bondedWei = early.reduce((sum, { wei }) => sum + wei, 0n)
  const missingWei = lpt(size.bondedLpt) - bondedWei
  const giants = profiles.delegators.slice(-profiles.orchestrators.length, -profiles.orchestrators.length + 4)
  for (const giant of giants) {
    const bondWei = giant.bondWei + missingWei / BigInt(giants.length)
    if (bondWei > 0n) giant.bondWei = bondWei
  }
}

/** Everyone in the world of a seed, before anything happens. */
export function makeProfiles(seed: string, size: WorldSize): Profiles {
  const random = createRandom(`${seed}/profiles`)
  const stakes = stakeByRank(size.orchestrators, size.bondedLpt)
  // Late ones come from the lower half, so that some of them evict smaller ones.
  const lower = stakes.map((_, index) => index).slice(Math.ceil(stakes.length / 2))
  const late = new Set(
    random
      .shuffle(lower.filter((index) => index !== size.neverRewards && !size.resigning.includes(index)))
      .slice(0, size.lateOrchestrators),
  )
  const orchestrators = stakes.map((stake, index) =>
    makeOrchestrator(random, seed, index, stake, late.has(index), size),
  )
  const profiles = {
    orchestrators,
    delegators: makeDelegators(random, seed, orchestrators, stakes, size),
    crowd: makeCrowd(seed, size),
  }
  fillUp(profiles, size)
  return profiles
}
