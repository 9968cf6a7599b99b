import type { Address } from 'viem'
import type { Calendar } from '@/devnet/world/calendar'
import type { BookEntry } from '@/devnet/world/delegator-book'
import type { GatewayState } from '@/devnet/world/payments'
import type { RunningPoll } from '@/devnet/world/polls'
import type { OrchestratorProfile, Profiles } from '@/devnet/world/profiles'
import type { RunningProposal } from '@/devnet/world/proposals'
import type { Random } from '@/devnet/world/random'
import type { Session } from '@/devnet/world/session'
import type { WorldSize } from '@/devnet/world/sizes'

/** Everything the rounds of a world share while they are written. */
export interface Story extends Calendar {
  /** Rounds that are initialized, in order. */
  rounds: readonly number[]
  session: Session
  size: WorldSize
  profiles: Profiles
  random: Random
  /** A stream of its own for votes, so that they leave the rest of the story as it is. */
  opinions: Random
  unbondingPeriod: number
  seed: string
  deployer: Address
  /** The well-known account that makes polls and proposals. */
  author: Address
  keeper: Address
  gateways: GatewayState[]
  /** By address, everyone who can bond. */
  book: Map<Address, BookEntry>
  /** The crowd's pages, which are not in the book: its people act only by the crowd's own rules. */
  crowd: Map<Address, BookEntry>
  /** Orchestrators that have registered and not resigned. */
  registered: Set<OrchestratorProfile>
  /** Orchestrators active in the running round, from most to least stake, read once it is initialized. */
  active: readonly Address[]
  /** Stakes of orchestrators in wei at that moment. */
  stakes: ReadonlyMap<Address, bigint>
  /** Accounts whose votes are left to whoever plays with them. */
  reserved: ReadonlySet<Address>
  polls: RunningPoll[]
  proposals: RunningProposal[]
  /** Who has called reward in the running round. */
  rewarded: Set<Address>
}
