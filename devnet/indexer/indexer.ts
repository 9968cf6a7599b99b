import { parseEntitySchema } from '@/devnet/graphql/entity-schema'
import { readEntitySchema } from '@/devnet/graphql/schema-files'
import { type BlockInfo, Store } from '@/devnet/graphql/store'
import type { Deployment, RequestFn } from '@/devnet/types'
import { BlockReader } from './block-reader'
import { type ChainBlock, type ChainLog, ChainSource } from './chain-source'
import { dispatch } from './dispatch'
import { type DecodedEvent, decodeLog } from './event-decoder'
import { HeadLag } from './head-lag'
import { Lineage } from './lineage'
import { type LogSources, logSourcesOf, readLogs } from './log-sources'
import { planReads } from './plan-reads'
import { noPrices, type Prices } from './prices'
import { type Quirks, quirksOf } from './quirks'
import { type IndexEnvironment, Work } from './work'

/** Name of the local deployment in `_meta`; the form is that of a manifest's content id. */
const LOCAL_DEPLOYMENT = 'QmLocalLivepeerDelegatorSubgraphIndex000000000'

const ARBITRUM_ONE = 42161

/** Delegators that the published index starts counting from on Arbitrum One (subgraph.md 1.1). */
const DELEGATORS_BEFORE_ARBITRUM = 3520n

/** A block with everything its handlers need at hand. */
interface PreparedBlock {
  readonly block: ChainBlock
  readonly events: readonly { readonly log: ChainLog; readonly event: DecodedEvent }[]
  readonly reader: BlockReader
}

/** Blocks whose data are fetched ahead of the one being handled. */
const LOOK_AHEAD = 24

/** What an index follows and how. */
export interface IndexerOptions {
  readonly request: RequestFn
  readonly deployment: Pick<Deployment, 'contracts' | 'blocks'>
  /** True: every quirk of the published index is off; an object switches single ones. Default: as published. */
  readonly mended?: boolean | Partial<Quirks>
  /** Default: every price is 0, as on any network without price pools. */
  readonly prices?: Prices
  /** How often the chain's head is looked at once started. */
  readonly pollMs?: number
  /** Name of the deployment in `_meta`. */
  readonly deploymentId?: string
}

/** How an index stands. */
interface IndexerStatus {
  /** Last processed block, or -1 before the first. */
  readonly head: number
  /** The chain's newest block when last looked at. */
  readonly chainHead: number
  /** Blocks between the two. */
  readonly lag: number
  readonly held: boolean
  /** Why the last attempt to advance failed; it is repeated with the next look at the chain. */
  readonly error: string | undefined
}

/** An index that follows a chain. */
export interface Indexer {
  /** What queries are answered from (`executeSubgraph(indexer.store, body)`). */
  readonly store: Store
  /** Advances to the chain's present head; rejects when that fails. Does nothing while held. */
  sync(): Promise<void>
  /** Follows the head until stopped. */
  start(): void
  /** Stops following; resolves when nothing is under way any more. `start` goes on from there. */
  stop(): Promise<void>
  /** Looks at the chain at once, when started. */
  notify(): void
  /** Stops advancing and goes on serving what is there. */
  hold(): void
  release(): void
  /** Stays this many blocks behind the head from now on. */
  delay(blocks: number): void
  /** Takes a block in only so long after the chain had it, by the wall clock. */
  delayBy(milliseconds: number): void
  /** Forgets everything and indexes anew. */
  rebuild(): Promise<void>
  head(): number
  status(): IndexerStatus
}

/** The chain changed under a run: look at it again. */
class ChainChanged extends Error {
  override readonly name = 'ChainChanged'
}

class ChainIndexer implements Indexer {
  readonly store: Store
  private readonly source: ChainSource
  private readonly sources: LogSources
  private readonly lineage = new Lineage()
  private readonly pollMs: number
  private environment: IndexEnvironment | undefined
  private running: Promise<void> | undefined
  private queued: Promise<void> | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private started = false
  private held = false
  private readonly lag = new HeadLag()
  private chainHead = -1
  private error: string | undefined

  constructor(private readonly options: IndexerOptions) {
    this.source = new ChainSource(options.request)
    this.sources = logSourcesOf(options.deployment)
    this.pollMs = options.pollMs ?? 250
    this.store = new Store(
      parseEntitySchema(readEntitySchema()),
      options.deploymentId ?? LOCAL_DEPLOYMENT,
      this.sources.startBlock,
      (hash) => this.source.infoByHash(hash),
    )
  }

  /** Runs one after the other; a call while one is under way waits for one more, which sees all that came before. */
  sync(): Promise<void> {
    this.queued ??= (this.running ?? Promise.resolve())
      .catch(() => undefined)
      .then(() => {
        this.queued = undefined
        this.running = this.advance().finally(() => {
          this.running = undefined
        })
        return this.running
      })
    return this.queued
  }

  start(): void {
    if (this.started) return
    this.started = true
    this.loop()
  }

  async stop(): Promise<void> {
    this.started = false
    clearTimeout(this.timer)
    await (this.queued ?? this.running)?.catch(() => undefined)
  }

  notify(): void {
    if (!this.started) return
    clearTimeout(this.timer)
    this.loop()
  }

  hold(): void {
    this.held = true
  }

  release(): void {
    this.held = false
    this.notify()
  }

  delay(blocks: number): void {
    this.lag.blocks = blocks
  }

  delayBy(milliseconds: number): void {
    this.lag.setMilliseconds(milliseconds, this.chainHead)
  }

  async rebuild(): Promise<void> {
    const wasStarted = this.started
    await this.stop()
    this.lineage.clear()
    this.store.clear()
    await this.sync()
    if (wasStarted) this.start()
  }

  head(): number {
    return this.store.head?.number ?? -1
  }

  status(): IndexerStatus {
    const head = this.head()
    return {
      head,
      chainHead: this.chainHead,
      lag: Math.max(0, this.chainHead - Math.max(head, 0)),
      held: this.held,
      error: this.error,
    }
  }

  private loop(): void {
    // The reason of a failure is kept for status(); the next look tries again.
    void this.sync()
      .catch(() => undefined)
      .then(() => {
        clearTimeout(this.timer)
        if (this.started) this.timer = setTimeout(() => this.loop(), this.pollMs)
      })
  }

  private async advance(): Promise<void> {
    try {
      for (let attempt = 0; ; attempt++) {
        try {
          await this.toHead()
          break
        } catch (error) {
          if (!(error instanceof ChainChanged) || attempt >= 5) throw error
        }
      }
      this.error = undefined
    } catch (error) {
      this.error = error instanceof Error ? error.message : String(error)
      throw error
    }
  }

  private async toHead(): Promise<void> {
    this.chainHead = await this.source.headNumber()
    if (this.held) return
    await this.dropForked()
    const target = this.lag.target(this.chainHead)
    const from = this.lineage.last ? this.lineage.last.number + 1 : this.sources.startBlock
    if (target < from) return
    const head = await this.source.info(target)
    if (!head) throw new ChainChanged()
    const logs = await readLogs(this.source, this.sources, from, target)
    if (!(await this.handleBlocks(logs))) return
    const still = await this.source.info(target)
    if (still?.hash !== head.hash) throw new ChainChanged()
    this.reach(head)
  }

  /** Goes back to the newest block that the chain still has. */
  private async dropForked(): Promise<void> {
    const last = this.lineage.last
    if (!last) return
    const hashOf = async (number: number) =>
      number > this.chainHead ? undefined : (await this.source.info(number))?.hash
    if ((await hashOf(last.number)) === last.hash) return
    const common = await this.lineage.common(hashOf)
    if (common) this.store.rollback(common)
    else this.store.clear()
  }

  /** Handles the blocks that hold logs; false when it was held in between. */
  private async handleBlocks(logs: readonly ChainLog[]): Promise<boolean> {
    const byBlock = new Map<number, ChainLog[]>()
    for (const log of logs) {
      const list = byBlock.get(log.blockNumber)
      if (list) list.push(log)
      else byBlock.set(log.blockNumber, [log])
    }
    const blocks = [...byBlock]
    const prepared = new Map<number, Promise<PreparedBlock>>()
    for (const [i, [number]] of blocks.entries()) {
      for (const [ahead, list] of blocks.slice(i, i + LOOK_AHEAD)) {
        if (prepared.has(ahead)) continue
        const work = this.prepare(ahead, list)
        // A failure is met when the block is awaited below; until then it must not count as unhandled.
        work.catch(() => undefined)
        prepared.set(ahead, work)
      }
      if (this.held) return false
      await this.handleBlock(await (prepared.get(number) as Promise<PreparedBlock>))
      prepared.delete(number)
    }
    return true
  }

  private async prepare(number: number, logs: readonly ChainLog[]): Promise<PreparedBlock> {
    const events = logs.flatMap((log) => {
      const event = decodeLog(this.sources.byAddress.get(log.address) ?? 'Poll', log)
      return event ? [{ log, event }] : []
    })
    const reader = new BlockReader(this.source, this.options.deployment.contracts, number)
    const [block] = await Promise.all([
      this.source.block(number),
      reader.prime(
        planReads(
          events.map(({ event }) => event),
          this.store,
        ),
      ),
    ])
    if (!block || logs.some((log) => log.blockHash !== block.hash)) throw new ChainChanged()
    return { block, events, reader }
  }

  private async handleBlock({ block, events, reader }: PreparedBlock): Promise<void> {
    this.environment ??= await this.createEnvironment()
    try {
      for (const { log, event } of events) {
        await dispatch(new Work(this.environment, block, log, reader), event)
      }
    } catch (error) {
      // Nothing of a block that could not be handled in full may stay.
      const last = this.lineage.last
      if (last) this.store.rollback(last)
      else this.store.clear()
      if ((await this.source.info(block.number))?.hash !== block.hash) throw new ChainChanged()
      throw new Error(`block ${block.number}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      })
    }
    this.reach(block)
  }

  private reach({ number, hash, parentHash, timestamp }: BlockInfo): void {
    const info = { number, hash, parentHash, timestamp }
    this.lineage.push(info)
    this.store.setHead(info)
  }

  private async createEnvironment(): Promise<IndexEnvironment> {
    const onArbitrum = (await this.source.chainId()) === ARBITRUM_ONE
    return {
      store: this.store,
      source: this.source,
      quirks: quirksOf(this.options.mended),
      prices: this.options.prices ?? noPrices,
      delegatorsAtStart: onArbitrum ? DELEGATORS_BEFORE_ARBITRUM : 0n,
    }
  }
}

/**
 * An index of the Livepeer protocol over any EIP-1193 request function and deployment (subgraph.md section 3):
 * follows the chain's events, rolls back when the chain does, and gives the same rows byte for byte however often it is
 * stopped, resumed or rebuilt.
 */
export function createIndexer(options: IndexerOptions): Indexer {
  return new ChainIndexer(options)
}
