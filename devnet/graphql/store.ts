import type { EntityDef, EntitySchema } from './entity-schema'
import { compareText, encodeScalar, misfit, type Row, type Scalar, type Value } from './values'

/** A block as `_meta` shows it. */
export interface BlockInfo {
  readonly number: number
  readonly hash: string
  readonly parentHash: string
  /** Seconds. */
  readonly timestamp: number
}

/** A row as it stood from one block up to (not including) another. */
interface Version {
  readonly from: number
  to: number
  readonly row: Row
}

interface Table {
  readonly def: EntityDef
  readonly versions: Map<string, Version[]>
  /**
   * Relation field → id of the other row → ids of rows that ever pointed there. A superset:
   * readers check the row itself, so rolling back need not touch it.
   */
  readonly pointers: Map<string, Map<string, Set<string>>>
}

/** A row with its type, as lists and look-ups answer it. */
export interface Found {
  readonly type: string
  readonly id: string
  readonly row: Row
  /** Block since which the row stands as it is. */
  readonly since: number
}

/** Block number that stands for "the latest". */
const LATEST = Number.MAX_SAFE_INTEGER

/**
 * Versioned rows of every entity type, in memory. A row has one version per block in which it changed, so that an
 * answer for any past block is exact and rolling back means dropping versions.
 */
export class Store {
  private readonly tables = new Map<string, Table>()
  private readonly journal: { block: number; type: string; id: string }[] = []
  private latest: BlockInfo | undefined
  /** Set when indexing has stopped for good; queries answer `indexing_error` unless they allow it. */
  indexingError: string | undefined
  /** Counts changes, so that callers can tell whether anything moved. */
  changes = 0

  constructor(
    readonly schema: EntitySchema,
    /** Name of the deployment in `_meta` and messages. */
    readonly deployment: string,
    /** First block that the index covers. */
    readonly startBlock: number,
    /** Finds a block by its hash, for `block: {hash}`; undefined when there is none. */
    readonly blockByHash: (hash: string) => Promise<BlockInfo | undefined> = () => Promise.resolve(undefined),
  ) {
    for (const def of schema.entities.values()) {
      if (def.isInterface) continue
      const relations = def.fields.filter((f) => f.kind === 'relation' && !f.derivedFrom && !f.list)
      this.tables.set(def.name, {
        def,
        versions: new Map(),
        pointers: new Map(relations.map((f) => [f.name, new Map()])),
      })
    }
  }

  /** The last processed block, or undefined before the first. */
  get head(): BlockInfo | undefined {
    return this.latest
  }

  setHead(block: BlockInfo): void {
    this.latest = block
    this.changes++
  }

  /** A row as of a block (default: the latest), or undefined. */
  get(type: string, id: string, block = LATEST): Found | undefined {
    const versions = this.table(type).versions.get(id)
    if (!versions) return undefined
    for (let i = versions.length - 1; i >= 0; i--) {
      const version = versions[i]
      if (version && version.from <= block) {
        return version.to > block ? { type, id, row: version.row, since: version.from } : undefined
      }
    }
    return undefined
  }

  /**
   * Writes a whole row as of a block; the block must not be older than the row's newest version.
   * @throws Error when a field is missing, of the wrong kind or unknown.
   */
  set(type: string, id: string, row: Row, block: number): void {
    const table = this.table(type)
    this.check(table.def, id, row)
    this.write(table, id, row, block)
    for (const [field, byTarget] of table.pointers) {
      const target = row[field]
      if (typeof target !== 'string') continue
      const ids = byTarget.get(target)
      if (ids) ids.add(id)
      else byTarget.set(target, new Set([id]))
    }
  }

  /** Takes a row away as of a block; nothing happens when there is none. */
  remove(type: string, id: string, block: number): void {
    if (this.get(type, id)) this.write(this.table(type), id, undefined, block)
  }

  /** Every row of a type or interface as of a block, in no particular order. */
  *all(type: string, block = LATEST): Generator<Found> {
    for (const concrete of this.entity(type).concrete) {
      for (const id of this.table(concrete).versions.keys()) {
        const found = this.get(concrete, id, block)
        if (found) yield found
      }
    }
  }

  /** Rows of a type or interface whose single relation `field` points to `target`, as of a block. */
  *pointing(type: string, field: string, target: string, block = LATEST): Generator<Found> {
    for (const concrete of this.entity(type).concrete) {
      for (const id of this.table(concrete).pointers.get(field)?.get(target) ?? []) {
        const found = this.get(concrete, id, block)
        if (found?.row[field] === target) yield found
      }
    }
  }

  /** A row by id of a type or, for an interface, of the first implementing type that has it. */
  find(type: string, id: string, block = LATEST): Found | undefined {
    for (const concrete of this.entity(type).concrete) {
      const found = this.get(concrete, id, block)
      if (found) return found
    }
    return undefined
  }

  /** Drops everything that happened after a block. */
  rollback(block: BlockInfo): void {
    for (let last = this.journal.at(-1); last && last.block > block.number; last = this.journal.at(-1)) {
      this.journal.pop()
      const versions = this.table(last.type).versions.get(last.id)
      if (!versions) continue
      if ((versions.at(-1)?.from ?? 0) > block.number) versions.pop()
      const open = versions.at(-1)
      if (!open) this.table(last.type).versions.delete(last.id)
      else if (open.to > block.number) open.to = Number.POSITIVE_INFINITY
    }
    this.setHead(block)
  }

  /** Drops everything. */
  clear(): void {
    for (const table of this.tables.values()) {
      table.versions.clear()
      for (const byTarget of table.pointers.values()) byTarget.clear()
    }
    this.journal.length = 0
    this.latest = undefined
    this.changes++
  }

  /** The definition of an entity type or interface. */
  entity(type: string): EntityDef {
    const def = this.schema.entities.get(type)
    if (!def) throw new Error(`No entity type ${type}`)
    return def
  }

  /** Number of rows of every version, for figures about size. */
  size(): { rows: number; versions: number } {
    let rows = 0
    let versions = 0
    for (const table of this.tables.values()) {
      rows += table.versions.size
      for (const list of table.versions.values()) versions += list.length
    }
    return { rows, versions }
  }

  /**
   * All versions of all rows as one text, independent of the order in which they were written:
   * two stores that hold the same history give the same text byte for byte.
   */
  dump(): string {
    const lines: string[] = []
    for (const [type, table] of this.tables) {
      for (const [id, versions] of table.versions) {
        for (const { from, to, row } of versions) {
          const fields = Object.keys(row)
            .sort(compareText)
            .map((name) => [name, encodeValue(row[name] ?? null)])
          lines.push(JSON.stringify([type, id, from, Number.isFinite(to) ? to : null, fields]))
        }
      }
    }
    return lines.sort(compareText).join('\n')
  }

  private table(type: string): Table {
    const table = this.tables.get(type)
    if (!table) throw new Error(`No entity type ${type}`)
    return table
  }

  private write(table: Table, id: string, row: Row | undefined, block: number): void {
    const versions = table.versions.get(id) ?? []
    if (versions.length === 0) table.versions.set(id, versions)
    const last = versions.at(-1)
    if (last && last.from > block)
      throw new Error(`${table.def.name} ${id}: version ${block} after ${last.from}`)
    if (last?.from === block) versions.pop()
    else {
      if (last && last.to > block) last.to = block
      this.journal.push({ block, type: table.def.name, id })
    }
    if (row) versions.push({ from: block, to: Number.POSITIVE_INFINITY, row })
    this.changes++
  }

  private check(def: EntityDef, id: string, row: Row): void {
    if (row['id'] !== id) throw new Error(`${def.name} ${id}: row has id ${String(row['id'])}`)
    for (const field of def.fields) {
      if (field.derivedFrom) continue
      const problem = misfit(field, this.schema.enums, row[field.name])
      if (problem) throw new Error(`${def.name} ${id}: ${problem}`)
    }
    for (const name of Object.keys(row)) {
      const field = def.byName.get(name)
      if (!field || field.derivedFrom) throw new Error(`${def.name} ${id}: no field ${name}`)
    }
  }
}

function encodeValue(value: Value): unknown {
  if (value === null) return null
  return Array.isArray(value) ? value.map((v: Scalar) => encodeScalar(v)) : encodeScalar(value as Scalar)
}
