import type { Address } from 'viem'
import { ZERO } from '@/devnet/contracts-test/harness'
import { BigDecimal } from '@/devnet/graphql/big-decimal'
import type { Entities } from './entity-types'
import type { Indexer } from './indexer'

/** Collects where an index and the contracts say different things, so that a test sees all of it at once. */
export class Comparison {
  readonly differences: string[] = []
  compared = 0

  same(what: string, indexed: unknown, contract: unknown): void {
    this.compared++
    if (String(indexed) !== String(contract)) {
      this.differences.push(`${what}: ${String(indexed)} is not ${String(contract)}`)
    }
  }

  /** Every field that the contracts can answer. */
  fields(what: string, indexed: object | undefined, contract: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(contract)) {
      this.same(`${what} ${name}`, (indexed as Record<string, unknown> | undefined)?.[name], value)
    }
  }
}

export function rowsOf<Name extends keyof Entities>(index: Indexer, type: Name): Entities[Name][] {
  return [...index.store.all(type)].map((found) => found.row as Entities[Name])
}

/** Whole tokens as the index writes them. */
export function inTokens(wei: bigint): string {
  return BigDecimal.fromWei(wei).toString()
}

/** Lower-case id; null for the zero address. */
export function idOf(address: Address): string | null {
  return address === ZERO ? null : address.toLowerCase()
}

export function sumOf(values: readonly BigDecimal[]): string {
  return values.reduce((a, b) => a.plus(b), BigDecimal.zero).toString()
}

/** Fields (`Entity.field`) of which some row is not the same in both indices, sorted; a row that is missing is a field too. */
export function differingFields(one: Indexer, other: Indexer): string[] {
  const differing = new Set<string>()
  for (const entity of one.store.schema.entities.values()) {
    if (entity.isInterface) continue
    for (const { id, row } of one.store.all(entity.name)) {
      const counterpart = other.store.get(entity.name, id)?.row
      if (!counterpart) differing.add(`${entity.name} ${id}`)
      for (const { name } of entity.fields) {
        if (String(row[name]) !== String(counterpart?.[name])) differing.add(`${entity.name}.${name}`)
      }
    }
  }
  return [...differing].sort()
}
