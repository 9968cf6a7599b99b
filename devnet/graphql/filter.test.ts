import { beforeAll, describe, expect, it } from 'vitest'
import type { Store } from './store'
import { ask, idsWhere, messagesOf, sampleStore } from './synthetic'

let store: Store
beforeAll(() => {
  store = sampleStore()
})

/**
 * Every suffix on every kind of field (subgraph.md 5.3) over the sample rows a to e. Rows with null fit
 * nothing but `field: null`, as in SQL.
 */
const table: Record<string, readonly (readonly [where: string, ids: string])[]> = {
  ID: [
    ['id: "b"', 'b'],
    ['id_not: "b"', 'acde'],
    ['id_gt: "c"', 'de'],
    ['id_gte: "c"', 'cde'],
    ['id_lt: "b"', 'a'],
    ['id_lte: "b"', 'ab'],
    ['id_in: ["e", "a", "zz"]', 'ae'],
    ['id_not_in: ["e", "a"]', 'bcd'],
    ['id_in: []', ''],
    ['id_not_in: []', ''],
  ],
  Int: [
    ['count: 10', 'b'],
    ['count_not: 10', 'acd'],
    ['count_gt: 9', 'bd'],
    ['count_gte: 9', 'abd'],
    ['count_lt: 9', 'c'],
    ['count_lte: 9', 'ac'],
    ['count_in: [9, 100]', 'ad'],
    ['count_not_in: [9, 100]', 'bc'],
    ['count: null', 'e'],
    ['count_not: null', 'abcd'],
  ],
  BigInt: [
    ['big: "10"', 'b'],
    ['big: 10', 'b'],
    ['big_not: 10', 'acd'],
    ['big_gt: "9"', 'bd'],
    ['big_gte: 9', 'abd'],
    ['big_lt: 9', 'c'],
    ['big_lte: "9"', 'ac'],
    ['big_in: [9, "-1"]', 'ac'],
    ['big_not_in: [9]', 'bcd'],
    ['big: "1606938044258990275541962092341162602522202993782792835301376"', 'd'],
    ['big: null', 'e'],
  ],
  BigDecimal: [
    ['dec: "10.0"', 'b'],
    ['dec: 9.5', 'a'],
    ['dec_not: 10', 'acd'],
    ['dec_gt: "9.5"', 'bd'],
    ['dec_gte: 9.5', 'abd'],
    ['dec_lt: "0"', 'c'],
    ['dec_lte: -0.25', 'c'],
    ['dec_in: ["9.50", "10"]', 'ab'],
    ['dec_not_in: ["9.5"]', 'bcd'],
    ['dec_gt: "1e21"', 'd'],
    ['dec_not: null', 'abcd'],
  ],
  Bytes: [
    ['raw: "0x0a01"', 'a'],
    ['raw: "0A01"', 'a'],
    ['raw_not: "0x0b"', 'acd'],
    ['raw_gt: "0x0a01"', 'bc'],
    ['raw_lte: "0x0a01"', 'ad'],
    ['raw_in: ["0x", "0b"]', 'bd'],
    ['raw_not_in: ["0x"]', 'abc'],
    ['raw_contains: "0x0a"', 'ac'],
    ['raw_not_contains: "0x0a"', 'bd'],
    // Found only where bytes begin: ff0a holds f0 as half-bytes but not as a byte.
    ['raw_contains: "0xf0"', ''],
    ['raw: null', 'e'],
  ],
  Boolean: [
    ['flag: true', 'ac'],
    ['flag_not: true', 'bd'],
    ['flag_in: [true, false]', 'abcd'],
    ['flag_not_in: [true]', 'bd'],
    ['flag: null', 'e'],
  ],
  enum: [
    ['mood: Calm', 'cd'],
    ['mood_not: Calm', 'ab'],
    ['mood_in: [Zen, Angry]', 'ab'],
    ['mood_not_in: [Zen]', 'bcd'],
    ['mood_not: null', 'abcd'],
  ],
  String: [
    ['text: "Alpha"', 'a'],
    ['text_not: "Alpha"', 'bcd'],
    ['text_gt: "Beta_1"', 'bd'],
    ['text_gte: "Beta_1"', 'bcd'],
    ['text_lt: "Beta_1"', 'a'],
    ['text_lte: "Beta_1"', 'ac'],
    ['text_in: ["Alpha", "alphabet"]', 'ab'],
    ['text_not_in: ["Alpha"]', 'bcd'],
    ['text_contains: "lpha"', 'ab'],
    ['text_contains: "Alpha"', 'a'],
    ['text_contains_nocase: "ALPHA"', 'ab'],
    ['text_not_contains: "Alpha"', 'bcd'],
    ['text_not_contains_nocase: "ALPHA"', 'cd'],
    ['text_starts_with: "Al"', 'a'],
    ['text_starts_with_nocase: "aL"', 'ab'],
    ['text_not_starts_with: "Al"', 'bcd'],
    ['text_not_starts_with_nocase: "al"', 'cd'],
    ['text_ends_with: "ha"', 'a'],
    ['text_ends_with_nocase: "HA"', 'a'],
    ['text_not_ends_with: "ha"', 'bcd'],
    ['text_not_ends_with_nocase: "BET"', 'acd'],
    ['text_contains: ""', 'abcd'],
    // Patterns are not escaped: a percent sign at either end makes the value the pattern itself.
    ['text_contains: "%bet"', 'b'],
    ['text_contains: "Alpha%"', 'a'],
    ['text_contains: "a_1"', 'c'],
    ['text_contains: "eta_2"', 'd'],
    ['text_contains: "a.2"', ''],
    ['text: null', 'e'],
    ['text_not: null', 'abcd'],
  ],
  relation: [
    ['owner: "o1"', 'ac'],
    ['owner_not: "o1"', 'bd'],
    ['owner_gt: "gone"', 'abc'],
    ['owner_in: ["o2", "gone"]', 'bd'],
    ['owner_not_in: ["o1"]', 'bd'],
    ['owner_contains: "o"', 'abcd'],
    ['owner_starts_with: "o"', 'abc'],
    ['owner_ends_with_nocase: "NE"', 'd'],
    ['owner: null', 'e'],
    ['owner_: { name: "Olga" }', 'ac'],
    ['owner_: { rank_lt: 2 }', 'b'],
    ['owner_: { or: [{ name: "Olga" }, { rank: 1 }] }', 'abc'],
    ['owner_: {}', 'abc'],
  ],
  'list of scalars': [
    ['tags: ["x", "y"]', 'a'],
    ['tags: ["y", "x"]', ''],
    ['tags_not: ["x", "y"]', 'bcde'],
    ['tags_contains: ["y"]', 'ab'],
    ['tags_contains: ["y", "z"]', 'b'],
    ['tags_contains: []', 'abcde'],
    ['tags_not_contains: ["y"]', 'cde'],
    ['tags_not_contains: ["x", "z"]', 'cde'],
    ['tags_contains_nocase: ["X"]', 'ac'],
    ['tags_not_contains_nocase: ["x"]', 'bde'],
    ['sums: [1, "2"]', 'a'],
    ['sums_contains: [1]', 'ad'],
    ['sums_not_contains: [2]', 'ce'],
  ],
  'stored list of entities': [
    ['parts: ["p2"]', 'b'],
    ['parts_contains: ["p2"]', 'ab'],
    ['parts_not_contains: ["p2"]', 'cde'],
    ['parts_: { size: 20 }', 'ab'],
    ['parts_: { size_gt: 20 }', 'd'],
  ],
  combinations: [
    ['flag: true, count_gt: 0', 'a'],
    ['', 'abcde'],
    ['or: [{ count: 9 }, { text_starts_with: "Beta" }]', 'ac'],
    ['or: []', ''],
    ['or: [{}]', 'abcde'],
    ['and: []', 'abcde'],
    ['and: [{ flag: true }, { count_lt: 0 }]', 'c'],
    ['flag: true, and: [{ count_lt: 0 }]', 'c'],
    ['and: [{ or: [{ id: "a" }, { id: "b" }] }, { flag: true }]', 'a'],
    ['or: [{ and: [{ id: "a" }, { flag: true }] }, { id: "d" }]', 'ad'],
    // Beside each other both lists go into both operators: everything must hold.
    ['and: [{ flag: true }], or: [{ id: "a" }]', 'a'],
    ['and: [{ flag: true }], or: [{ id: "a" }, { id: "c" }]', ''],
  ],
}

describe.each(Object.entries(table))('filters on %s', (_kind, rows) => {
  it.each(rows)('where { %s } finds %j', async (where, ids) => {
    expect(await idsWhere(store, `{ ${where} }`)).toBe(ids)
  })
})

describe('derived fields', () => {
  it('are filtered by what they hold, and take lists of their own', async () => {
    expect(await ask(store, '{ owners(where: { items_: { count_gt: 9 } }) { id items { id } } }')).toEqual({
      owners: [{ id: 'o2', items: [{ id: 'b' }] }],
    })
    expect(await ask(store, '{ owners { items(orderBy: count, where: { flag: true }) { id } } }')).toEqual({
      owners: [{ items: [{ id: 'c' }, { id: 'a' }] }, { items: [] }],
    })
  })
})

describe('interfaces', () => {
  it('are filtered and sorted by their own fields, over all their types', async () => {
    const query =
      '{ happenings(orderBy: at, orderDirection: desc, where: { item_: { flag_not: null } }) { __typename id ... on Birth { weight } } }'
    expect(await ask(store, query)).toEqual({
      happenings: [
        { __typename: 'Birth', id: 'h3', weight: '1' },
        { __typename: 'Move', id: 'h2' },
        { __typename: 'Birth', id: 'h1', weight: '3.5' },
      ],
    })
    expect(await ask(store, '{ happening(id: "h2") { __typename item { id } } }')).toEqual({
      happening: { __typename: 'Move', item: { id: 'a' } },
    })
    expect(await messagesOf(store, '{ happenings(where: { to: "north" }) { id } }')).toEqual([
      'Invalid value provided for argument `where`: {to: "north"}',
    ])
  })
})

describe('refusals', () => {
  it.each([
    [
      '{ flag: true, or: [{ id: "a" }] }',
      /^Cannot mix column filters with 'or' operator at the same level\. Found column filter\(s\) 'flag' alongside/,
    ],
    ['{ owner_: { name: "x" }, or: [{ id: "a" }] }', /^Cannot mix column filters with 'or' operator/],
    ['{ or: [{ flag: true, or: [{ id: "a" }] }] }', /^Cannot mix column filters with 'or' operator/],
    [
      '{ owner_: { items_: { flag: true } } }',
      /^Child filter nesting not supported by value `items`: `items_`$/,
    ],
    ['{ owner_: { or: [{ items_: { flag: true } }] } }', /^Child filter nesting not supported/],
    ['{ count_gt: null }', /^Filter not supported by value `null`: `count_gt`$/],
    ['{ text_contains: null }', /^Filter not supported by value `null`/],
    ['{ id_contains: "a" }', /^Invalid value provided for argument `where`/],
    ['{ flag_gt: true }', /^Invalid value provided for argument `where`/],
    ['{ count: "9" }', /^Invalid value provided for argument `where`: \{count: "9"\}$/],
    ['{ big: 1.5 }', /^Failed to decode `BigInt` value/],
    ['{ raw: "0xabc" }', /^Failed to decode `Bytes` value: `0xabc`$/],
    ['{ mood: Furious }', /^Invalid value provided for argument `where`/],
  ])('where %s', async (where, message) => {
    const messages = await messagesOf(store, `{ items(where: ${where}) { id } }`)
    expect(messages).toHaveLength(1)
    expect(messages[0]).toMatch(message)
  })
})

describe('a row changed since', () => {
  it('is found by _change_block', async () => {
    const changed = sampleStore()
    const row = changed.get('Item', 'b')?.row
    changed.set('Item', 'b', { ...row, count: 11 }, 15)
    changed.setHead({ ...(changed.head ?? { hash: '0x', parentHash: '0x', timestamp: 1 }), number: 15 })
    expect(await idsWhere(changed, '{ _change_block: { number_gte: 11 } }')).toBe('b')
    expect(await idsWhere(changed, '{ _change_block: { number_gte: 10 } }')).toBe('abcde')
  })
})
