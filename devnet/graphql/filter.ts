import type { EntityDef, FieldDef } from './entity-schema'
import { filterScalar, type Operator, operatorsOf } from './filter-operators'
import { QueryError } from './query-error'
import type { Found, Store } from './store'
import { containsPattern, likePattern } from './text-pattern'
import { compareScalars, type Scalar, type Value } from './values'

/** A `where` object after its scalars were read. */
export type Where = Readonly<Record<string, unknown>>

/** Whether a row fits. */
export type Predicate = (found: Found) => boolean

type Test = (value: Value) => boolean

interface Column {
  readonly field: FieldDef
  readonly operator: Operator
}

const columnsByEntity = new WeakMap<EntityDef, ReadonlyMap<string, Column>>()

/** Filter names of an entity (`totalStake_gt`) with the field and the operator they stand for. */
function columnsOf(entity: EntityDef): ReadonlyMap<string, Column> {
  const known = columnsByEntity.get(entity)
  if (known) return known
  const columns = new Map<string, Column>()
  for (const field of entity.fields) {
    for (const operator of operatorsOf(field)) columns.set(field.name + operator, { field, operator })
  }
  columnsByEntity.set(entity, columns)
  return columns
}

/** A test that a null in the row never passes: SQL comparisons with null are neither true nor false. */
function onValue(test: (value: Scalar) => boolean): Test {
  return (value) => value !== null && !Array.isArray(value) && test(value as Scalar)
}

function onList(test: (items: readonly Scalar[]) => boolean): Test {
  return (value) => Array.isArray(value) && test(value as readonly Scalar[])
}

function equal(a: Scalar, b: Scalar): boolean {
  return compareScalars(a, b) === 0
}

function foldCase(value: Scalar): Scalar {
  return typeof value === 'string' ? value.toLowerCase() : value
}

function listTest(operator: Operator, wanted: readonly Scalar[]): Test {
  const same = (items: readonly Scalar[]) =>
    items.length === wanted.length && items.every((item, i) => equal(item, wanted[i] as Scalar))
  const fold = operator.endsWith('_nocase') ? foldCase : (value: Scalar) => value
  const holds = (items: readonly Scalar[], value: Scalar) =>
    items.some((item) => equal(fold(item), fold(value)))
  switch (operator) {
    case '':
      return onList(same)
    case '_not':
      return onList((items) => !same(items))
    case '_contains':
    case '_contains_nocase':
      return onList((items) => wanted.every((value) => holds(items, value)))
    default:
      return onList((items) => !wanted.some((value) => holds(items, value)))
  }
}

function textTest(operator: Operator, value: string): Test {
  const ignoreCase = operator.endsWith('_nocase')
  const plain = operator.replace('_nocase', '').replace('_not', '')
  const pattern =
    plain === '_contains'
      ? containsPattern(value, ignoreCase)
      : likePattern(plain === '_starts_with' ? `${value}%` : `%${value}`, ignoreCase)
  const negate = operator.startsWith('_not')
  return onValue((item) => pattern.test(String(item)) !== negate)
}

function bytesTest(operator: Operator, value: string): Test {
  const part = value.slice(2)
  const holds = (item: Scalar) => {
    const hex = String(item)
    for (let at = hex.indexOf(part, 2); at >= 0; at = hex.indexOf(part, at + 1)) if (at % 2 === 0) return true
    return false
  }
  return onValue((item) => holds(item) === (operator === '_contains'))
}

function scalarTest(field: FieldDef, operator: Operator, value: unknown): Test {
  const one = value as Scalar
  switch (operator) {
    case '':
      return onValue((item) => equal(item, one))
    case '_not':
      return onValue((item) => !equal(item, one))
    case '_gt':
      return onValue((item) => compareScalars(item, one) > 0)
    case '_lt':
      return onValue((item) => compareScalars(item, one) < 0)
    case '_gte':
      return onValue((item) => compareScalars(item, one) >= 0)
    case '_lte':
      return onValue((item) => compareScalars(item, one) <= 0)
    case '_in':
    case '_not_in': {
      const many = value as readonly Scalar[]
      if (many.length === 0) return () => false
      const keys = new Set(many.map(String))
      return onValue((item) => keys.has(String(item)) === (operator === '_in'))
    }
    default:
      return filterScalar(field) === 'Bytes'
        ? bytesTest(operator, String(value))
        : textTest(operator, String(value))
  }
}

function columnTest({ field, operator }: Column, value: unknown): Test {
  if (value === null) {
    if (operator === '') return (item) => item === null
    if (operator === '_not') return (item) => item !== null
    throw new QueryError(`Filter not supported by value \`null\`: \`${field.name}${operator}\``)
  }
  return field.list ? listTest(operator, value as readonly Scalar[]) : scalarTest(field, operator, value)
}

function refuseMixedOr(where: Where): void {
  const columns = Object.keys(where).filter((key) => key !== 'and' && key !== 'or')
  if (!('or' in where) || columns.length === 0) return
  const named = columns.map((column) => `'${column}'`).join(', ')
  const example = columns.map((column) => `${column}: ...`).join(', ')
  throw new QueryError(
    `Cannot mix column filters with 'or' operator at the same level. Found column filter(s) ${named} alongside 'or' operator.\n\n` +
      `Consider restructuring:\nInstead of: where: { ${example}, or: [...] }\nUse: where: { or: [{ ${example}, ... }, { ${example}, ... }] }`,
  )
}

/**
 * Compiles a `where` object into a predicate by the rules of subgraph.md 5.3.
 * @throws QueryError for what a graph node refuses: columns beside `or`, nested child filters, null where it has no meaning.
 */
export function compileFilter(
  store: Store,
  entity: EntityDef,
  where: Where,
  block: number,
  inChild = false,
): Predicate {
  refuseMixedOr(where)
  const columns = columnsOf(entity)
  const all: Predicate[] = []
  const listOf = (key: 'and' | 'or') => {
    const branches = where[key]
    if (branches === undefined || branches === null) return undefined
    return (branches as readonly (Where | null)[]).map((branch) =>
      compileFilter(store, entity, branch ?? {}, block, inChild),
    )
  }
  for (const [key, value] of Object.entries(where)) {
    if (key === 'and' || key === 'or') continue
    if (key === '_change_block') {
      const since = (value as { number_gte: number } | null)?.number_gte
      if (since !== undefined) all.push((found) => found.since >= since)
      continue
    }
    const column = columns.get(key)
    if (column) {
      const test = columnTest(column, value)
      const { name } = column.field
      all.push((found) => test(found.row[name] ?? null))
      continue
    }
    const relation = entity.byName.get(key.slice(0, -1))
    if (!relation) throw new QueryError(`Entity \`${entity.name}\` has no attribute \`${key}\``)
    if (inChild)
      throw new QueryError(`Child filter nesting not supported by value \`${relation.name}\`: \`${key}\``)
    all.push(childFilter(store, relation, (value ?? {}) as Where, block))
  }
  const and = listOf('and')
  const or = listOf('or')
  if (and && or) {
    // A graph node puts both lists into both operators: everything must hold.
    const merged = [...and, ...or]
    all.push((found) => merged.every((p) => p(found)) && merged.some((p) => p(found)))
  } else {
    if (and) all.push((found) => and.every((p) => p(found)))
    if (or) all.push((found) => or.some((p) => p(found)))
  }
  return (found) => all.every((p) => p(found))
}

function childFilter(store: Store, relation: FieldDef, where: Where, block: number): Predicate {
  const other = store.entity(relation.base)
  const fits = compileFilter(store, other, where, block, true)
  const { name, derivedFrom } = relation
  if (derivedFrom) {
    return (found) => {
      for (const row of store.pointing(relation.base, derivedFrom, found.id, block))
        if (fits(row)) return true
      return false
    }
  }
  return (found) => {
    const value = found.row[name] ?? null
    if (value === null) return false
    const ids = (Array.isArray(value) ? value : [value]) as readonly string[]
    return ids.some((id) => {
      const row = store.find(relation.base, id, block)
      return row !== undefined && fits(row)
    })
  }
}

/**
 * Rows that can fit a filter at all, found by id or by a relation's index where the filter allows it;
 * the filter itself must still be applied.
 */
export function candidates(store: Store, entity: EntityDef, where: Where, block: number): Iterable<Found> {
  const ids = typeof where['id'] === 'string' ? [where['id']] : where['id_in']
  if (Array.isArray(ids)) {
    return [...new Set(ids as readonly string[])].flatMap((id) => store.find(entity.name, id, block) ?? [])
  }
  for (const field of entity.fields) {
    if (field.kind !== 'relation' || field.list || field.derivedFrom) continue
    const target = where[field.name]
    if (typeof target === 'string') return store.pointing(entity.name, field.name, target, block)
  }
  return store.all(entity.name, block)
}
