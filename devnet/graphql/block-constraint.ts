import { QueryError } from './query-error'
import type { BlockInfo, Store } from './store'

/** The `block` argument of a root field. */
export interface BlockConstraint {
  readonly hash?: string | null
  readonly number?: number | null
  readonly number_gte?: number | null
}

/** Blocks that were looked up for a request, by hash; undefined: there is no such block. */
export type KnownBlocks = ReadonlyMap<string, BlockInfo | undefined>

/** The block as of which a field answers. */
export interface AsOf {
  readonly number: number
  /** Known when the answer is for the latest block or was asked by hash. */
  readonly block?: BlockInfo
}

function undecodable(argument: string, reason: string): QueryError {
  return new QueryError(`Failed to decode \`block.${argument}\` value: \`${reason}\``)
}

/**
 * The block that a root field answers for (subgraph.md 5.4).
 * @throws QueryError for a block in the future, before the start or unknown, and for more than one condition.
 */
export function resolveBlock(
  store: Store,
  constraint: BlockConstraint | null | undefined,
  known: KnownBlocks,
): AsOf {
  const head = store.head
  if (!head) {
    throw new QueryError(
      `Subgraph ${store.deployment} has not started syncing yet. Wait for it to ingest a few blocks before querying it`,
    )
  }
  const conditions = Object.entries(constraint ?? {}).filter(
    ([, value]) => value !== null && value !== undefined,
  )
  if (conditions.length > 1) {
    const shown = conditions.map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join(', ')
    throw new QueryError(`Invalid value provided for argument \`block\`: {${shown}}`)
  }
  const [argument, value] = conditions[0] ?? []
  if (argument === undefined) return { number: head.number, block: head }
  const block = argument === 'hash' ? known.get(String(value)) : undefined
  if (argument === 'hash' && !block) throw undecodable('hash', 'no block with that hash found')
  const number = block?.number ?? Number(value)
  if (number > head.number) {
    throw undecodable(
      argument,
      `subgraph ${store.deployment} has only indexed up to block number ${head.number} and data for block number ${number} is therefore not yet available`,
    )
  }
  if (argument === 'number_gte') return { number: head.number, block: head }
  if (number < store.startBlock) {
    throw undecodable(
      argument,
      `subgraph ${store.deployment} only has data starting at block number ${store.startBlock} and data for block number ${number} is therefore not available`,
    )
  }
  return block ? { number, block } : { number }
}
