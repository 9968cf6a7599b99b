import fc from 'fast-check'
import { isInputObjectType } from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildApiSchema } from './api-schema'
import { BigDecimal } from './big-decimal'
import { type EntityDef, type FieldDef, parseEntitySchema } from './entity-schema'
import { readEntitySchema } from './schema-files'
import type { Store } from './store'
import { idsWhere, sampleStore } from './synthetic'

const ORDERED = ['', '_not', '_gt', '_lt', '_gte', '_lte', '_in', '_not_in'] as const
const TEXT = [
  '_contains',
  '_not_contains',
  '_starts_with',
  '_not_starts_with',
  '_ends_with',
  '_not_ends_with',
] as const
const CHOICE = ['', '_not', '_in', '_not_in'] as const
const LIST = ['', '_not', '_contains', '_not_contains'] as const

/** The table of subgraph.md 5.3, written out here and not taken from the engine. */
function suffixesOf(field: FieldDef): string[] {
  if (field.derivedFrom) return ['_']
  const relation = field.kind === 'relation' ? ['_'] : []
  const textual = field.kind === 'relation' || field.base === 'String'
  if (field.list) {
    const nocase = textual ? ['_contains_nocase', '_not_contains_nocase'] : []
    return [...LIST, ...nocase, ...relation]
  }
  if (textual) return [...ORDERED, ...TEXT, ...TEXT.map((suffix) => `${suffix}_nocase`), ...relation]
  if (field.kind === 'enum' || field.base === 'Boolean') return [...CHOICE]
  if (field.base === 'Bytes') return [...ORDERED, '_contains', '_not_contains']
  return [...ORDERED]
}

function namesOf(entity: EntityDef): string[] {
  const fields = entity.fields.flatMap((field) => suffixesOf(field).map((suffix) => field.name + suffix))
  return [...fields, '_change_block', 'and', 'or'].sort()
}

describe('filters of the published schema', () => {
  const schema = parseEntitySchema(readEntitySchema())
  const api = buildApiSchema(schema)

  it.each([...schema.entities.values()].map((entity) => [entity.name, entity] as const))(
    '%s offers every suffix of the table and no other',
    (name, entity) => {
      const type = api.getType(`${name}_filter`)
      if (!isInputObjectType(type)) throw new Error(`${name} has no filter`)
      expect(Object.keys(type.getFields()).sort()).toEqual(namesOf(entity))
    },
  )
})

/** What values are compared by: bytes for text, whole numbers for numbers. */
type Plain = string | boolean | bigint
type Cell = Plain | readonly Plain[] | null

/** Digits after the point that every decimal is brought to. */
const SCALE = 40

function plain(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return value.map((item) => plain(item) as Plain)
  if (value instanceof BigDecimal) return value.unscaled * 10n ** BigInt(SCALE - value.scale)
  if (typeof value === 'number') return BigInt(value)
  return value as Plain
}

function order(a: Plain, b: Plain): number {
  if (typeof a === 'string' && typeof b === 'string') {
    return a.startsWith('0x') && b.startsWith('0x')
      ? Buffer.compare(Buffer.from(a.slice(2), 'hex'), Buffer.from(b.slice(2), 'hex'))
      : Buffer.compare(Buffer.from(a), Buffer.from(b))
  }
  return a === b ? 0 : a > b ? 1 : -1
}

/** Whether whole bytes of one are somewhere in the other. */
function hasBytes(whole: string, part: string): boolean {
  return Buffer.from(whole.slice(2), 'hex').includes(Buffer.from(part.slice(2), 'hex'))
}

/** A filter of one field in the plainest terms; null in a row fits nothing but the question for null. */
function fits(cell: Cell, suffix: string, operand: Cell): boolean {
  if (operand === null) return (cell === null) === (suffix === '')
  if (cell === null) return false
  const nocase = suffix.endsWith('_nocase')
  const fold = (value: Plain): Plain => (nocase && typeof value === 'string' ? value.toLowerCase() : value)
  const bare = suffix.replace('_nocase', '')
  const negated = bare.startsWith('_not')
  const kind = bare.replace('_not', '')
  if (Array.isArray(cell)) {
    const [items, wanted] = [(cell as Plain[]).map(fold), (operand as Plain[]).map(fold)]
    if (kind === '') {
      const same = items.length === wanted.length && items.every((item, i) => item === wanted[i])
      return same !== negated
    }
    return negated
      ? !wanted.some((value) => items.includes(value))
      : wanted.every((value) => items.includes(value))
  }
  const value = fold(cell as Plain)
  if (kind === '_in') {
    const list = operand as readonly Plain[]
    // An empty list fits nothing, negated or not.
    return list.length > 0 && list.includes(value) !== negated
  }
  const other = fold(operand as Plain)
  const text = String(value)
  const part = String(other)
  switch (kind) {
    case '_gt':
      return order(value, other) > 0
    case '_gte':
      return order(value, other) >= 0
    case '_lt':
      return order(value, other) < 0
    case '_lte':
      return order(value, other) <= 0
    case '_contains':
      return (part.startsWith('0x') ? hasBytes(text, part) : text.includes(part)) !== negated
    case '_starts_with':
      return text.startsWith(part) !== negated
    case '_ends_with':
      return text.endsWith(part) !== negated
    default:
      return (order(value, other) === 0) !== negated
  }
}

/** An operand as it stands in a query and as it is compared. */
interface Operand {
  readonly literal: string
  readonly value: Cell
}

const quoted = (text: string): Operand => ({ literal: JSON.stringify(text), value: text })
const bare = (text: string, value: Plain): Operand => ({ literal: text, value })
const decimal = (text: string): Operand => ({
  literal: JSON.stringify(text),
  value: plain(BigDecimal.parse(text)),
})
const NULL: Operand = { literal: 'null', value: null }

function listOf(operands: readonly Operand[]): Operand {
  return {
    literal: `[${operands.map(({ literal }) => literal).join(', ')}]`,
    value: operands.map(({ value }) => value as Plain),
  }
}

/** Operands per field of the synthetic item: its own values, some between and beyond. Patterns (`%`, `_`) have tests of their own. */
const OPERANDS: Readonly<Record<string, readonly Operand[]>> = {
  id: ['a', 'c', 'e', 'bb', ''].map(quoted),
  text: ['Alpha', 'alphabet', 'ALPHA', 'beta', 'ha', 'et', 'B', '2', ''].map(quoted),
  count: [-1, 0, 9, 10, 100, 2_147_483_647].map((n) => bare(String(n), BigInt(n))),
  big: [-1n, 9n, 10n, 11n, 2n ** 200n, 2n ** 255n].map((n) => ({ literal: `"${n}"`, value: n })),
  dec: ['-0.25', '0', '9.5', '10', '10.000', '1e21', '1000000000000000000000.000000000001'].map(decimal),
  raw: ['0x', '0x0a', '0x0a01', '0x0b', '0xff', '0xff0a'].map(quoted),
  flag: [bare('true', true), bare('false', false)],
  mood: ['Zen', 'Angry', 'Calm'].map((name) => bare(name, name)),
  owner: ['o1', 'o2', 'gone', 'O', 'ne', ''].map(quoted),
  tags: ['x', 'X', 'y', 'z'].map(quoted),
  sums: [1n, 2n, 3n].map((n) => ({ literal: `"${n}"`, value: n })),
  parts: ['p1', 'p2', 'p3', 'P2'].map(quoted),
}

interface Leaf {
  readonly where: string
  readonly fits: (row: Readonly<Record<string, unknown>>) => boolean
}

function leavesOf(field: FieldDef): Leaf[] {
  const single = OPERANDS[field.name] ?? []
  const [first, second] = single
  const lists = [
    [],
    ...single.map((one) => [one]),
    ...(first && second
      ? [
          [first, second],
          [second, first],
        ]
      : []),
  ].map(listOf)
  return suffixesOf(field)
    .filter((suffix) => suffix !== '_')
    .flatMap((suffix) => {
      const many = field.list || suffix === '_in' || suffix === '_not_in'
      const operands = [
        ...(many ? lists : single),
        ...((suffix === '' || suffix === '_not') && !field.list && field.name !== 'id' ? [NULL] : []),
      ]
      return operands.map(
        ({ literal, value }): Leaf => ({
          where: `${field.name}${suffix}: ${literal}`,
          fits: (row) => fits(plain(row[field.name]), suffix, value),
        }),
      )
    })
}

describe('every suffix on every kind', () => {
  let store: Store
  beforeAll(() => {
    store = sampleStore()
  })
  const fields = sampleStore().entity('Item').fields
  const expected = (leaf: Leaf) =>
    [...store.all('Item')]
      .filter(({ row }) => leaf.fits(row))
      .map(({ id }) => id)
      .sort()
      .join('')

  it.each(fields.map((field) => [field.name, field] as const))('of %s', async (_, field) => {
    const leaves = leavesOf(field)
    expect(leaves.length).toBeGreaterThan(8)
    for (const leaf of leaves) {
      expect(await idsWhere(store, `{ ${leaf.where} }`), leaf.where).toBe(expected(leaf))
    }
  })

  it('joined by and, or and commas, however deep', async () => {
    const leaves = fields.flatMap(leavesOf)
    const leaf = fc.constantFrom(...leaves)
    const { tree } = fc.letrec<{ tree: Leaf }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        leaf,
        // Two of one name in one object would be no valid query.
        fc
          .tuple(leaf, leaf)
          .map(
            ([a, b]): Leaf =>
              a.where.split(':')[0] === b.where.split(':')[0]
                ? a
                : { where: `${a.where}, ${b.where}`, fits: (row) => a.fits(row) && b.fits(row) },
          ),
        fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map(
          (parts): Leaf => ({
            where: `and: [${parts.map(({ where }) => `{ ${where} }`).join(', ')}]`,
            fits: (row) => parts.every((part) => part.fits(row)),
          }),
        ),
        fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map(
          (parts): Leaf => ({
            where: `or: [${parts.map(({ where }) => `{ ${where} }`).join(', ')}]`,
            fits: (row) => parts.some((part) => part.fits(row)),
          }),
        ),
      ),
    }))
    await fc.assert(
      fc.asyncProperty(tree, async (where) => {
        expect(await idsWhere(store, `{ ${where.where} }`), where.where).toBe(expected(where))
      }),
      { numRuns: 300 },
    )
  })
})
