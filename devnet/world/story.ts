import type { Address } from 'viem'
import type { BookEntry } from '@/devnet/world/delegator-book'
import type { GatewayState } from '@/devnet/world/payments'
import type { OrchestratorProfile, Profiles } from '@/devnet/world/profiles'
import type { Random } from '@/devnet/world/random'
import type { Session } from '@/devnet/world/session'
import type { WorldSize } from '@/devnet/world/sizes'

/** Everything the rounds of a world share while they are written. */
export interface Story {
  session: Session
  size: WorldSize
  profiles: Profiles
  random: Random
  firstRound: number
  unbondingPeriod: number
  deployer: Address
  keeper: Address
  gateways: GatewayState[]
  /** By address, everyone who can bond. */
  book: Map<Address, BookEntry>
  /** Orchestrators that have registered and not resigned. */
  registered: Set<OrchestratorProfile>
  /** Orchestrators active in the running round, from most to least stake, read once it is initialized. */
  active: readonly Address[]
  /** Who has called reward in the running round. */
  rewarded: Set<Address>
}
