import type { RpcServer } from '@/devnet/chain/rpc-server'
import type { Indexer } from '@/devnet/indexer/indexer'
import type { Pins } from '@/devnet/ipfs/pins'
import type { Clock } from '@/devnet/keeper/clock'
import type { Exclusive } from '@/devnet/keeper/exclusive'
import type { Keeper } from '@/devnet/keeper/keeper'
import type { FaultSwitch } from '@/devnet/services/fault-switch'
import type { Chain, Deployment } from '@/devnet/types'

/** Everything that runs in a local network, as its services see it. */
export interface DevnetParts {
  chain: Chain
  deployment: Deployment
  indexer: Indexer
  keeper: Keeper
  clock: Clock
  rpc: RpcServer
  /** Makes `POST /subgraph` fail. */
  subgraph: FaultSwitch
  /** Files of the IPFS gateway. */
  pins: Pins
  exclusive: Exclusive
}
