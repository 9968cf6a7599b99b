import type { RpcServer } from '@/devnet/chain/rpc-server'
import type { ClaimLeaf } from '@/devnet/deploy/claim-tree'
import type { Indexer } from '@/devnet/indexer/indexer'
import type { Pins } from '@/devnet/ipfs/pins'
import type { Clock } from '@/devnet/keeper/clock'
import type { Exclusive } from '@/devnet/keeper/exclusive'
import type { Keeper } from '@/devnet/keeper/keeper'
import type { FaultSwitches } from '@/devnet/services/fault-switch'
import type { Chain, Deployment } from '@/devnet/types'

/** Everything that runs in a local network, as its services see it. */
export interface DevnetParts {
  chain: Chain
  deployment: Deployment
  indexer: Indexer
  keeper: Keeper
  clock: Clock
  rpc: RpcServer
  /** Make the subgraph and the other services fail. */
  faults: FaultSwitches
  /** Files of the IPFS gateway. */
  pins: Pins
  /** Stake on Ethereum that can be claimed: `/snapshot.json`. */
  claims: readonly ClaimLeaf[]
  exclusive: Exclusive
  /** Back to the state right after the start: chain, index, files, switches, no faults. */
  reset(): Promise<void>
}
