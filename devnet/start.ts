import { createChain } from '@/devnet/chain/provider'
import { type RpcServer, serveRpc } from '@/devnet/chain/rpc-server'
import { mineBlock } from '@/devnet/chain/transact'
import { type BareParams, defaultBareParams } from '@/devnet/deploy/params-file'
import { proxiesOf } from '@/devnet/deploy/proxies'
import { createIndexer, type Indexer } from '@/devnet/indexer/indexer'
import { createPins } from '@/devnet/ipfs/pins'
import { createClock } from '@/devnet/keeper/clock'
import { createExclusive } from '@/devnet/keeper/exclusive'
import { createKeeper, type Keeper } from '@/devnet/keeper/keeper'
import { setSubgraphFault } from '@/devnet/services/control-faults'
import { clearServiceFaults, createFaultSwitches, NO_SUBGRAPH_FAULT } from '@/devnet/services/fault-switch'
import type { DevnetParts } from '@/devnet/services/parts'
import { bookPrices } from '@/devnet/services/price-book'
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
  /** Protocol, accounts and LPT of the world `none`. Default: those of Arbitrum One and 5,000 LPT for each account. */
  params?: BareParams
  seed?: string
  /** Another number of delegators than the world has. */
  delegators?: number
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
  params: BareParams,
  seed: string,
  endTime: number,
  delegators: number | undefined,
  report: (done: number, what: string) => void,
): Promise<World> {
  if (world === 'none') return bareWorld(chain, { seed, endTime, params })
  return seedWorld(chain, {
    size: world,
    seed,
    endTime,
    delegators,
    onProgress: (done, what) => report(done * SEED_SHARE, what),
  })
}

/** What a reset goes back to. */
interface StartState {
  snapshot: unknown
  keeper: boolean
  clock: boolean
}

async function resetNetwork(parts: DevnetParts, start: StartState): Promise<void> {
  const { chain, indexer, keeper, clock, rpc, faults, pins } = parts
  const done = await chain.request({ method: 'evm_revert', params: [start.snapshot] })
  if (done !== true) throw new Error('The state of the start is gone: somebody reverted to its snapshot')
  // A snapshot is used up by going back to it.
  start.snapshot = await chain.request({ method: 'evm_snapshot' })
  await chain.request({ method: 'evm_setAutomine', params: [true] })
  keeper.forget()
  keeper.setEnabled(start.keeper)
  clock.setEnabled(start.clock)
  pins.reset()
  clearServiceFaults(faults)
  setSubgraphFault(parts, NO_SUBGRAPH_FAULT)
  await rpc.setFaults([])
  indexer.delay(0)
  indexer.delayBy(0)
  indexer.release()
  await indexer.sync()
}

/**
 * Starts everything of a local network in this process: chain, RPC, world, indexer, keeper, clock and services, in the order
 * in which a fault shows soonest. Rejects with a `PortError` when a port is taken; nothing is left running then.
 */
export async function startDevnet(options: DevnetOptions = {}): Promise<Devnet> {
  const world = options.world ?? 'default'
  const params = options.params ?? defaultBareParams()
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
    const chain = await createChain(
      world === 'none'
        ? { genesisTimestamp: bareGenesisTimeOf(endTime, params), accountCount: params.accountCount }
        : { genesisTimestamp: genesisTimeOf(endTime), frugal: world === 'full' },
    )
    closers.push(() => chain.close())
    const rpc: RpcServer = await serveRpc(chain, { port: options.rpcPort ?? DEFAULT_RPC_PORT })
    closers.push(() => rpc.close())
    await rpc.setFaults([{ fault: 'error' }])
    const services: ServicesServer = await serveServices({
      port: options.servicesPort ?? DEFAULT_SERVICES_PORT,
      progress: () => starting,
    })
    closers.push(() => services.close())

    const written = await writeWorld(chain, world, params, seed, endTime, options.delegators, report)
    // A world that ends now is as old as its writing took: catch up with the wall clock.
    if (options.endTime === undefined) await mineBlock(chain.request, Math.floor(Date.now() / 1000))
    const deployment: Deployment = {
      ...written.deployment,
      rpc: rpc.url,
      proxies: proxiesOf(written.deployment.contracts),
    }

    report(SEED_SHARE, 'indexing')
    const indexer = createIndexer({
      request: chain.request,
      deployment,
      mended: options.mended,
      prices: bookPrices,
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
      faults: createFaultSwitches(),
      pins: createPins(written.documents),
      claims: written.claims,
      exclusive,
      reset: () => resetNetwork(parts, start),
    }
    const start: StartState = {
      snapshot: await chain.request({ method: 'evm_snapshot' }),
      keeper: keeper.enabled,
      clock: clock.enabled,
    }
    services.open(parts)
    await rpc.setFaults([])
    report(1, 'ready')
    return { ...parts, rpcUrl: rpc.url, servicesUrl: services.url, close }
  } catch (error) {
    await close()
    throw error
  }
}
