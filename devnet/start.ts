import { createChain } from '@/devnet/chain/provider'
import { type RpcServer, serveRpc } from '@/devnet/chain/rpc-server'
import { mineBlock } from '@/devnet/chain/transact'
import { createIndexer, type Indexer } from '@/devnet/indexer/indexer'
import { createPins } from '@/devnet/ipfs/pins'
import { createClock } from '@/devnet/keeper/clock'
import { createExclusive } from '@/devnet/keeper/exclusive'
import { createKeeper, type Keeper } from '@/devnet/keeper/keeper'
import { createFaultSwitch } from '@/devnet/services/fault-switch'
import type { DevnetParts } from '@/devnet/services/parts'
import { type ServicesServer, type Starting, serveServices } from '@/devnet/services/server'
import type { Chain, Deployment } from '@/devnet/types'
import { bareGenesisTimeOf, bareWorld } from '@/devnet/world/bare'
import { seedWorld, type World } from '@/devnet/world/seed'
import type { WorldName } from '@/devnet/world/sizes'
import { genesisTimeOf } from '@/devnet/world/timeline'

/** Fixed local ports (design.md section 6); 0 takes a free one. */
export const DEFAULT_RPC_PORT = 8545
export const DEFAULT_SERVICES_PORT = 8600

export const DEFAULT_SEED = 'livepeer'

export interface DevnetOptions {
  /** Default `default`. */
  world?: WorldName
  seed?: string
  /** Timestamp of the world's newest block in seconds. Default: now, and the chain's time then is the wall clock's. */
  endTime?: number
  /** Keeper on (default true). */
  keeper?: boolean
  /** A block every 12 s (default true). */
  clock?: boolean
  rpcPort?: number
  servicesPort?: number
  /** Switches off the quirks of the published index. */
  mended?: boolean
  onProgress?: (starting: Starting) => void
}

/** A running local network. */
export interface Devnet extends DevnetParts {
  rpcUrl: string
  servicesUrl: string
  deployment: Deployment
  chain: Chain
  indexer: Indexer
  keeper: Keeper
  close(): Promise<void>
}

/** Share of a start that is writing the world; the rest is indexing it. */
const SEED_SHARE = 0.85

async function writeWorld(
  chain: Chain,
  world: WorldName,
  seed: string,
  endTime: number,
  report: (done: number, what: string) => void,
): Promise<World> {
  if (world === 'none') return bareWorld(chain, { seed, endTime })
  return seedWorld(chain, {
    size: world,
    seed,
    endTime,
    onProgress: (done, what) => report(done * SEED_SHARE, what),
  })
}

/**
 * Starts everything of a local network in this process: chain, RPC, world, indexer, keeper, clock and services, in the order
 * in which a fault shows soonest. Rejects with a `PortError` when a port is taken; nothing is left running then.
 */
export async function startDevnet(options: DevnetOptions = {}): Promise<Devnet> {
  const world = options.world ?? 'default'
  const seed = options.seed ?? DEFAULT_SEED
  const endTime = options.endTime ?? Math.floor(Date.now() / 1000)
  let starting: Starting = { done: 0, what: 'starting the chain' }
  const report = (done: number, what: string) => {
    starting = { done, what }
    options.onProgress?.(starting)
  }
  const closers: (() => Promise<unknown> | undefined)[] = []
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    report(0, 'starting the chain')
    const chain = await createChain({
      genesisTimestamp: world === 'none' ? bareGenesisTimeOf(endTime) : genesisTimeOf(endTime),
    })
    closers.push(() => chain.close())
    const rpc: RpcServer = await serveRpc(chain, { port: options.rpcPort ?? DEFAULT_RPC_PORT })
    closers.push(() => rpc.close())
    rpc.setFault('error')
    const services: ServicesServer = await serveServices({
      port: options.servicesPort ?? DEFAULT_SERVICES_PORT,
      progress: () => starting,
    })
    closers.push(() => services.close())

    const written = await writeWorld(chain, world, seed, endTime, report)
    // A world that ends now is as old as its writing took: catch up with the wall clock.
    if (options.endTime === undefined) await mineBlock(chain.request, Math.floor(Date.now() / 1000))
    const deployment: Deployment = { ...written.deployment, rpc: rpc.url }

    report(SEED_SHARE, 'indexing')
    const indexer = createIndexer({
      request: chain.request,
      deployment,
      mended: options.mended,
    })
    await indexer.sync()
    indexer.start()
    closers.push(() => indexer.stop())

    const exclusive = createExclusive()
    const keeper = createKeeper(chain, { ...written, deployment }, { enabled: options.keeper ?? true })
    const clock = createClock(chain, keeper, exclusive, {
      enabled: options.clock ?? true,
      onBlock: () => indexer.notify(),
    })
    closers.push(async () => clock.stop())
    const parts: DevnetParts = {
      chain,
      deployment,
      indexer,
      keeper,
      clock,
      rpc,
      subgraph: createFaultSwitch(),
      pins: createPins(written.documents),
      exclusive,
    }
    services.open(parts)
    rpc.setFault('none')
    report(1, 'ready')
    return { ...parts, rpcUrl: rpc.url, servicesUrl: services.url, close }
  } catch (error) {
    await close()
    throw error
  }
}
