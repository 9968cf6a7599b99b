import { BigDecimal } from '@/devnet/graphql/big-decimal'
import type { Store } from '@/devnet/graphql/store'
import type { Row } from '@/devnet/graphql/values'
import type { BlockReader, ViewArgs, ViewName, ViewResult, ViewSource } from './block-reader'
import type { ChainBlock, ChainLog, ChainSource } from './chain-source'
import type { Entities } from './entity-types'
import type { Prices } from './prices'
import type { Quirks } from './quirks'

/** Address that stands for "none". */
export const ZERO_ADDRESS = '0x0000000000000000000000000000000000000000'

/** What is the same for every block of an index. */
export interface IndexEnvironment {
  readonly store: Store
  readonly source: ChainSource
  readonly quirks: Quirks
  readonly prices: Prices
  /** Bonded accounts that the Protocol row starts with (3520 on Arbitrum One, subgraph.md 1.1). */
  readonly delegatorsAtStart: bigint
}

/** Event types: entities that have a transaction and a round. */
export type EventName = {
  [Name in keyof Entities]: Entities[Name] extends { transaction: string; round: string } ? Name : never
}[keyof Entities]

/** Fields of an event row besides those every event has. */
export type EventFields<Name extends EventName> = Omit<
  Entities[Name],
  'id' | 'transaction' | 'timestamp' | 'round'
>

/** One log being handled: rows as of its block, contract reads at the end of its block. */
export class Work {
  constructor(
    readonly env: IndexEnvironment,
    readonly block: ChainBlock,
    readonly log: ChainLog,
    private readonly reader: BlockReader,
  ) {}

  get quirks(): Quirks {
    return this.env.quirks
  }

  /** Block timestamp in seconds. */
  get now(): number {
    return this.block.timestamp
  }

  load<Name extends keyof Entities>(type: Name, id: string): Entities[Name] | undefined {
    return this.env.store.get(type, id)?.row as Entities[Name] | undefined
  }

  /** @throws Error when the row does not exist: indexing stops, as a missing row stops the published index. */
  require<Name extends keyof Entities>(type: Name, id: string): Entities[Name] {
    const row = this.load(type, id)
    if (!row) throw new Error(`${type} ${id} does not exist`)
    return row
  }

  save<Name extends keyof Entities>(type: Name, row: Entities[Name]): Entities[Name] {
    this.env.store.set(type, row.id, row as Row, this.block.number)
    return row
  }

  /** Changes some fields of an existing row. */
  update<Name extends keyof Entities>(
    type: Name,
    id: string,
    change: Partial<Entities[Name]> | ((row: Entities[Name]) => Partial<Entities[Name]>),
  ): Entities[Name] {
    const row = this.require(type, id)
    return this.save(type, { ...row, ...(typeof change === 'function' ? change(row) : change) })
  }

  remove(type: keyof Entities, id: string): void {
    this.env.store.remove(type, id, this.block.number)
  }

  read<C extends ViewSource, F extends ViewName<C>>(
    contract: C,
    view: F,
    args: ViewArgs<C, F>,
  ): Promise<ViewResult<C, F>> {
    return this.reader.read(contract, view, args)
  }

  tryRead<C extends ViewSource, F extends ViewName<C>>(
    contract: C,
    view: F,
    args: ViewArgs<C, F>,
  ): Promise<ViewResult<C, F> | undefined> {
    return this.reader.tryRead(contract, view, args)
  }

  /** Stored stake of an account at the end of the block; amounts in wei. */
  async delegatorState(address: string): Promise<{
    bondedAmount: bigint
    fees: bigint
    delegatedAmount: bigint
    startRound: bigint
  }> {
    const [bondedAmount, fees, , delegatedAmount, startRound] = await this.read(
      'BondingManager',
      'getDelegator',
      [address as `0x${string}`],
    )
    return { bondedAmount, fees, delegatedAmount, startRound }
  }

  /** Writes the Transaction row (once per hash) and an event row of this log (subgraph.md 3.1). */
  async record<Name extends EventName>(type: Name, round: string, fields: EventFields<Name>): Promise<void> {
    await this.recordTransaction()
    const id = `${this.log.transactionHash}-${this.log.logIndex}`
    const row: Row = {
      id,
      transaction: this.log.transactionHash,
      timestamp: this.now,
      round,
      ...(fields as Row),
    }
    this.env.store.set(type, id, row, this.block.number)
  }

  private async recordTransaction(): Promise<void> {
    const id = this.log.transactionHash
    if (this.load('Transaction', id)) return
    const transaction = this.block.transactions.get(id)
    if (!transaction) throw new Error(`Block ${this.block.number} lacks transaction ${id}`)
    if (transaction.to === null && this.quirks.stopsOnContractCreation) {
      throw new Error(`Transaction ${id} has no receiver (Q14)`)
    }
    this.save('Transaction', {
      id,
      blockNumber: BigInt(this.block.number),
      timestamp: this.now,
      gasUsed: this.quirks.gasUsedIsLimit ? transaction.gasLimit : await this.env.source.gasUsed(id),
      gasPrice: transaction.gasPriceWei,
      from: transaction.from,
      to: transaction.to,
    })
  }
}

/** Wei as whole tokens. */
export const tokens = BigDecimal.fromWei
