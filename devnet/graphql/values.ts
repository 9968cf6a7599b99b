import { BigDecimal } from './big-decimal'
import type { FieldDef } from './entity-schema'

/** A stored scalar: numbers for Int, bigint for BigInt, strings for ID, String, Bytes, enums and relations (by id). */
export type Scalar = string | number | bigint | boolean | BigDecimal

/** What a field of a row holds. */
export type Value = Scalar | null | readonly Scalar[]

/** A row's fields by name; derived fields are not in it. */
export type Row = Readonly<Record<string, Value>>

/**
 * Order of two texts by code point, as the database of a graph node has it (byte order of UTF-8).
 * UTF-16 order differs only where surrogates meet the last block of the basic plane.
 */
export function compareText(a: string, b: string): number {
  if (a === b) return 0
  const end = Math.min(a.length, b.length)
  for (let i = 0; i < end; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x === y) continue
    if (x >= 0xd800 && y >= 0xd800) return (a.codePointAt(i) ?? x) - (b.codePointAt(i) ?? y)
    return x - y
  }
  return a.length - b.length
}

/** Order of two values of one field; numbers and decimals by size, everything else as text. */
export function compareScalars(a: Scalar, b: Scalar): number {
  if (a instanceof BigDecimal && b instanceof BigDecimal) return a.compare(b)
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b)
  return a < b ? -1 : a > b ? 1 : 0
}

/** A scalar as the answer's JSON holds it (subgraph.md 0.2). */
export function encodeScalar(value: Scalar): string | number | boolean {
  if (typeof value === 'bigint' || value instanceof BigDecimal) return value.toString()
  return value
}

function fits(field: FieldDef, enums: ReadonlyMap<string, readonly string[]>, value: Scalar): boolean {
  if (field.kind === 'relation') return typeof value === 'string'
  if (field.kind === 'enum') return typeof value === 'string' && !!enums.get(field.base)?.includes(value)
  switch (field.base) {
    case 'Int':
      return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 0x7fff_ffff
    case 'BigInt':
      return typeof value === 'bigint'
    case 'BigDecimal':
      return value instanceof BigDecimal
    case 'Boolean':
      return typeof value === 'boolean'
    case 'Bytes':
      return typeof value === 'string' && /^0x(?:[0-9a-f]{2})*$/.test(value)
    default:
      return typeof value === 'string'
  }
}

/**
 * Why a value cannot stand in a field, or undefined when it can. Catches a handler's mistake where it is made.
 */
export function misfit(
  field: FieldDef,
  enums: ReadonlyMap<string, readonly string[]>,
  value: Value | undefined,
): string | undefined {
  if (value === undefined || value === null) {
    return field.required ? `${field.name} is required` : undefined
  }
  if (Array.isArray(value) !== field.list) return `${field.name} is ${field.list ? 'a list' : 'no list'}`
  const items: readonly Scalar[] = Array.isArray(value) ? value : [value as Scalar]
  const bad = items.find((item) => !fits(field, enums, item))
  return bad === undefined ? undefined : `${field.name}: ${String(bad)} is no ${field.base}`
}
