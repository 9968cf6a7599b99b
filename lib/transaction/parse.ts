import type { Address, Hex } from 'viem'

/**
 * Hand-made parsers for what the browser kept: a few hundred bytes instead of a schema library in the island.
 * A parser returns the value typed or throws `NotUnderstood`; `store.ts` turns that into a notice.
 */
export type Parser<T> = (value: unknown) => T

/** Kept content is not what this version writes. */
export class NotUnderstood extends Error {
  override name = 'NotUnderstood'
}

function fail(wanted: string): never {
  throw new NotUnderstood(`not ${wanted}`)
}

export const text: Parser<string> = (value) =>
  typeof value === 'string' && value.length <= 2_000 ? value : fail('a text')

/** A text as long as a proposal may be. */
export const longText: Parser<string> = (value) =>
  typeof value === 'string' && value.length <= 200_000 ? value : fail('a text')

/** Calldata. */
export const bytes: Parser<Hex> = (value) =>
  typeof value === 'string' && /^0x([0-9a-fA-F]{2})*$/.test(value) && value.length <= 200_000
    ? (value as Hex)
    : fail('bytes')

export const flag: Parser<boolean> = (value) => (typeof value === 'boolean' ? value : fail('true or false'))

/** A whole number from 0, such as a nonce, a chain id or an index. */
export const count: Parser<number> = (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : fail('a count')

/** A bigint as `encodeKept` writes it: digits and an n. */
export const big: Parser<bigint> = (value) =>
  typeof value === 'string' && /^-?\d{1,80}n$/.test(value)
    ? BigInt(value.slice(0, -1))
    : fail('a whole number')

export const address: Parser<Address> = (value) =>
  typeof value === 'string' && /^0x[0-9a-fA-F]{40}$/.test(value) ? (value as Address) : fail('an address')

export const hash: Parser<Hex> = (value) =>
  typeof value === 'string' && /^0x[0-9a-fA-F]{64}$/.test(value) ? (value as Hex) : fail('a hash')

/** One of a few constants. */
export function oneOf<const T extends readonly string[]>(...values: T): Parser<T[number]> {
  return (value) => (typeof value === 'string' && values.includes(value) ? value : fail(values.join(' or ')))
}

export function orNull<T>(parser: Parser<T>): Parser<T | null> {
  return (value) => (value === null ? null : parser(value))
}

/** A list of at most 100 items. */
export function list<T>(parser: Parser<T>): Parser<readonly T[]> {
  return (value) => (Array.isArray(value) && value.length <= 100 ? value.map(parser) : fail('a list'))
}

type Shape = Readonly<Record<string, Parser<unknown>>>
type Parsed<S extends Shape> = { readonly [key in keyof S]: ReturnType<S[key]> }

/** An object with exactly these fields; what else it holds is dropped. */
export function object<S extends Shape>(shape: S): Parser<Parsed<S>> {
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail('an object')
    const source = value as Record<string, unknown>
    const entries = Object.entries(shape).map(([key, parser]) => [key, parser(source[key])])
    return Object.fromEntries(entries) as Parsed<S>
  }
}

type Variants = Readonly<Record<string, Shape>>
type Union<K extends string, V extends Variants> = {
  [tag in keyof V & string]: { readonly [key in K]: tag } & Parsed<V[tag]>
}[keyof V & string]

/** One of several objects, told apart by the constant in field `tag`. */
export function variants<K extends string, V extends Variants>(tag: K, shapes: V): Parser<Union<K, V>> {
  return (value) => {
    if (typeof value !== 'object' || value === null) return fail('an object')
    const name = (value as Record<string, unknown>)[tag]
    const shape = typeof name === 'string' && Object.hasOwn(shapes, name) ? shapes[name] : undefined
    if (!shape) return fail(`a known ${tag}`)
    return { [tag]: name, ...object(shape)(value) } as Union<K, V>
  }
}
