import { beforeAll, describe, expect, it } from 'vitest'
import type { Store } from './store'
import { ask, blockAt, emptyStore, messagesOf, START_BLOCK, sampleStore } from './synthetic'

let store: Store
beforeAll(() => {
  store = sampleStore()
})

async function order(args: string): Promise<string> {
  const { items } = await ask(store, `{ items(${args}) { id } }`)
  return (items as { id: string }[]).map((row) => row.id).join('')
}

describe('order', () => {
  it.each([
    ['first: 9', 'abcde'],
    ['orderDirection: desc', 'edcba'],
    // Numbers by size, text by code point, nulls last ascending and first descending.
    ['orderBy: count', 'cabde'],
    ['orderBy: count, orderDirection: desc', 'edbac'],
    ['orderBy: big', 'cabde'],
    ['orderBy: dec, orderDirection: desc', 'edbac'],
    ['orderBy: text', 'acbde'],
    ['orderBy: raw', 'dabce'],
    // Ties by id in the same direction.
    ['orderBy: flag', 'bdace'],
    ['orderBy: flag, orderDirection: desc', 'ecadb'],
    ['orderBy: mood', 'bcdae'],
    // A bare relation sorts by the stored id, a field of it by that field; a dangling one counts as null.
    ['orderBy: owner', 'dacbe'],
    ['orderBy: owner__name', 'bacde'],
    ['orderBy: owner__rank', 'bacde'],
    ['orderBy: owner__rank, orderDirection: desc', 'edcab'],
    ['orderBy: owner__id, orderDirection: desc', 'edbca'],
    ['orderBy: null, orderDirection: null', 'abcde'],
  ])('items(%s) gives %s', async (args, ids) => {
    expect(await order(args)).toBe(ids)
  })

  it.each(['tags', 'parts'])('refuses to sort by the list %s', async (field) => {
    expect(await messagesOf(store, `{ items(orderBy: ${field}) { id } }`)).toEqual([
      `Ordering by \`${field}\` is not supported for type \`Item\``,
    ])
  })

  it('refuses to sort by a derived field', async () => {
    expect(await messagesOf(store, '{ owners(orderBy: items) { id } }')).toEqual([
      'Ordering by `items` is not supported for type `Owner`',
    ])
  })

  it('sorts text by code point, not by UTF-16 unit', async () => {
    const texts = emptyStore()
    for (const id of ['\u{1f600}', '\uffee', 'z']) texts.set('Part', id, { id, size: 1 }, START_BLOCK)
    const { parts } = await ask(texts, '{ parts { id } }')
    expect((parts as { id: string }[]).map((part) => part.id)).toEqual(['z', '\uffee', '\u{1f600}'])
  })
})

describe('stored lists', () => {
  it('come back in query order, without what does not exist', async () => {
    const query = '{ item(id: "a") { tags parts(orderBy: size, orderDirection: desc, first: 5) { id } } }'
    expect(await ask(store, query)).toEqual({
      item: { tags: ['x', 'y'], parts: [{ id: 'p2' }, { id: 'p1' }] },
    })
  })
})

describe('paging', () => {
  const many = emptyStore()
  beforeAll(() => {
    for (let n = 0; n < 6_500; n++) {
      const id = String(n).padStart(5, '0')
      many.set('Part', id, { id, size: n % 7 }, START_BLOCK)
    }
    many.set('Owner', 'o', { id: 'o', name: 'o', rank: null }, START_BLOCK)
    const blank = { text: null, count: null, big: null, dec: null, raw: null, flag: null, mood: null }
    for (let n = 0; n < 150; n++) {
      const id = `i${n}`
      many.set('Item', id, { id, ...blank, owner: 'o', tags: [], sums: [], parts: [] }, START_BLOCK)
    }
    many.setHead(blockAt(START_BLOCK))
  })

  const count = async (query: string, variables?: object) => {
    const data = await ask(many, query, variables)
    return (Object.values(data)[0] as unknown[]).length
  }

  it('answers 100 rows unless told otherwise, nested lists too', async () => {
    expect(await count('{ parts { id } }')).toBe(100)
    expect(await count('# check-queries: ignore\nquery($n: Int) { parts(first: $n) { id } }')).toBe(100)
    expect(await count('{ parts(first: null) { id } }')).toBe(100)
    const { owner } = await ask(many, '{ owner(id: "o") { items { id } } }')
    expect((owner as { items: unknown[] }).items).toHaveLength(100)
  })

  it('answers up to 1000 rows after up to 5000 skipped', async () => {
    expect(await count('{ parts(first: 1000) { id } }')).toBe(1000)
    expect(await count('{ parts(first: 1000, skip: 5000) { id } }')).toBe(1000)
    expect(await ask(many, '{ parts(first: 1, skip: 4999) { id } }')).toEqual({ parts: [{ id: '04999' }] })
    expect(await count('{ parts(first: 10, where: { id_gt: "06495" }) { id } }')).toBe(4)
  })

  it.each([
    ['first: 0', 'The `first` argument must be between 0 and 1000, but is 0'],
    ['first: 1001', 'The `first` argument must be between 0 and 1000, but is 1001'],
    ['first: -1', 'The `first` argument must be between 0 and 1000, but is -1'],
    ['skip: 5001', 'The `skip` argument must be between 0 and 5000, but is 5001'],
    ['skip: -1', 'The `skip` argument must be between 0 and 5000, but is -1'],
  ])('refuses %s', async (args, message) => {
    expect(await messagesOf(many, `{ parts(${args}) { id } }`)).toEqual([message])
    expect(await messagesOf(many, `{ owner(id: "o") { items(${args}) { id } } }`)).toEqual([message])
  })

  it('pages through everything once, whatever the order', async () => {
    const seen: string[] = []
    for (let skip = 0; skip < 5_000; skip += 1000) {
      const { parts } = await ask(
        many,
        '# check-queries: ignore\nquery($skip: Int) { parts(first: 1000, skip: $skip, orderBy: size, orderDirection: desc) { id size } }',
        { skip },
      )
      seen.push(...(parts as { id: string; size: number }[]).map((part) => `${part.size} ${part.id}`))
    }
    expect(new Set(seen).size).toBe(5_000)
    expect(seen).toEqual([...seen].sort().reverse())
  })
})
