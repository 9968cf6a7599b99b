import type { EntityDef, FieldDef } from './entity-schema'
import { candidates, compileFilter, type Where } from './filter'
import { QueryError } from './query-error'
import type { Found, Store } from './store'
import { compareScalars, compareText, type Scalar, type Value } from './values'

/** Most rows that one list may answer. */
const MAX_FIRST = 1000

/** Most rows that may be skipped on the public services. */
const MAX_SKIP = 5000

const DEFAULT_FIRST = 100

/** Arguments of a list field; null or undefined means the default. */
export interface ListArguments {
  readonly first?: number | null
  readonly skip?: number | null
  readonly orderBy?: string | null
  readonly orderDirection?: 'asc' | 'desc' | null
  readonly where?: Where | null
}

function within(name: string, value: number, low: number, high: number): number {
  if (value < low || value > high) {
    throw new QueryError(`The \`${name}\` argument must be between 0 and ${high}, but is ${value}`)
  }
  return value
}

function scalarKey(value: Value | undefined): Scalar | null {
  return value === undefined || Array.isArray(value) ? null : (value as Scalar | null)
}

/** Reads the value by which rows are sorted; null sorts last ascending and first descending. */
function sortKey(
  store: Store,
  entity: EntityDef,
  orderBy: string,
  block: number,
): (row: Found) => Scalar | null {
  const refuse = () => {
    throw new QueryError(`Ordering by \`${orderBy}\` is not supported for type \`${entity.name}\``)
  }
  const direct = entity.byName.get(orderBy)
  const usable = (field: FieldDef | undefined) => field && !field.list && !field.derivedFrom
  if (direct) return usable(direct) ? (found) => scalarKey(found.row[orderBy]) : refuse()
  const at = orderBy.indexOf('__')
  const relation = orderBy.slice(0, at)
  const field = orderBy.slice(at + 2)
  const through = entity.byName.get(relation)
  if (at < 0 || !through || !usable(through)) return refuse()
  return (found) => {
    const id = found.row[relation]
    const other = typeof id === 'string' ? store.find(through.base, id, block) : undefined
    return scalarKey(other?.row[field])
  }
}

interface Keyed {
  readonly key: Scalar | null
  readonly found: Found
}

function ascending(a: Keyed, b: Keyed): number {
  if (a.key === null || b.key === null) {
    if (a.key !== b.key) return a.key === null ? 1 : -1
  } else {
    const order = compareScalars(a.key, b.key)
    if (order !== 0) return order
  }
  return compareText(a.found.id, b.found.id)
}

/** The `count` first rows in order, without sorting those that cannot be among them. */
function firstOf(rows: Iterable<Keyed>, count: number, compare: (a: Keyed, b: Keyed) => number): Keyed[] {
  const all = [...rows]
  if (all.length <= count * 4) return all.sort(compare).slice(0, count)
  const best: Keyed[] = []
  for (const row of all) {
    const worst = best[count - 1]
    if (worst && compare(row, worst) >= 0) continue
    let low = 0
    let high = best.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (compare(best[middle] as Keyed, row) < 0) low = middle + 1
      else high = middle
    }
    best.splice(low, 0, row)
    if (best.length > count) best.pop()
  }
  return best
}

/**
 * Answers a list: filtered, sorted and cut (subgraph.md 5.2 and 5.3).
 * @param of rows to choose from; default: all of the entity that the filter allows.
 * @throws QueryError for arguments that a graph node refuses.
 */
export function queryList(
  store: Store,
  entity: EntityDef,
  args: ListArguments,
  block: number,
  of?: Iterable<Found>,
): Found[] {
  const first = within('first', args.first ?? DEFAULT_FIRST, 1, MAX_FIRST)
  const skip = within('skip', args.skip ?? 0, 0, MAX_SKIP)
  const where = args.where ?? {}
  const fits = compileFilter(store, entity, where, block)
  const key = sortKey(store, entity, args.orderBy ?? 'id', block)
  const compare = args.orderDirection === 'desc' ? (a: Keyed, b: Keyed) => ascending(b, a) : ascending
  const keyed: Keyed[] = []
  for (const found of of ?? candidates(store, entity, where, block)) {
    if (fits(found)) keyed.push({ key: key(found), found })
  }
  return firstOf(keyed, skip + first, compare)
    .slice(skip)
    .map((row) => row.found)
}
