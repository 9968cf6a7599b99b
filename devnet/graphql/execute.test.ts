import { describe, expect, it } from 'vitest'
import { executeSubgraph } from './execute'
import { handleSubgraphRequest } from './http'
import { ask, blockAt, emptyStore, messagesOf, START_BLOCK, sampleStore } from './synthetic'

/** Owner o is renamed at blocks 12 and 14 and gone at 16; the head is 20. */
function historyStore() {
  const store = emptyStore()
  const name = (text: string, block: number) =>
    store.set('Owner', 'o', { id: 'o', name: text, rank: null }, block)
  name('first', 12)
  name('second', 14)
  store.remove('Owner', 'o', 16)
  store.setHead(blockAt(20))
  return store
}

describe('encodings', () => {
  it('follow subgraph.md 0.2', async () => {
    const store = sampleStore()
    const fields = 'id text count big dec raw flag mood owner { id } tags sums parts { id }'
    expect(await ask(store, `{ item(id: "d") { ${fields} } }`)).toEqual({
      item: {
        id: 'd',
        text: 'beta%2',
        count: 100,
        big: (2n ** 200n).toString(),
        dec: '1000000000000000000000.000000000001',
        raw: '0x',
        flag: false,
        mood: 'Calm',
        // A nullable relation to a row that does not exist.
        owner: null,
        tags: [],
        sums: ['2', '1'],
        parts: [{ id: 'p3' }],
      },
    })
  })

  it('answer null for a missing row and an empty list for no match', async () => {
    const store = sampleStore()
    expect(await ask(store, '{ item(id: "zz") { id } items(where: { id: "zz" }) { id } }')).toEqual({
      item: null,
      items: [],
    })
  })
})

describe('block', () => {
  const at = (block: string) => ask(historyStore(), `{ owner(id: "o", block: ${block}) { name } }`)

  it.each([
    ['{ number: 10 }', null],
    ['{ number: 12 }', { name: 'first' }],
    ['{ number: 13 }', { name: 'first' }],
    ['{ number: 14 }', { name: 'second' }],
    ['{ number: 15 }', { name: 'second' }],
    ['{ number: 16 }', null],
    ['{ number: 20 }', null],
    ['{ number_gte: 13 }', null],
    ['{}', null],
    ['null', null],
    [`{ hash: "${blockAt(13).hash}" }`, { name: 'first' }],
    [`{ hash: "${blockAt(13).hash.slice(2)}" }`, { name: 'first' }],
  ])('%s answers as of then', async (block, owner) => {
    expect(await at(block)).toEqual({ owner })
  })

  it('stands on root fields, which may differ, and holds for what is nested', async () => {
    const store = sampleStore()
    const row = store.get('Item', 'a')?.row
    store.set('Item', 'a', { ...row, owner: 'o2' }, 30)
    store.setHead(blockAt(30))
    const query = `{ then: owner(id: "o1", block: { number: 29 }) { items { id } }
      now: owner(id: "o1") { items { id } }
      sorted: items(block: { number: 29 }, orderBy: owner__rank, where: { owner_: { name: "Olga" } }) { id } }`
    expect(await ask(store, query)).toEqual({
      then: { items: [{ id: 'a' }, { id: 'c' }] },
      now: { items: [{ id: 'c' }] },
      sorted: [{ id: 'a' }, { id: 'c' }],
    })
  })

  it.each([
    [
      '{ number: 21 }',
      'Failed to decode `block.number` value: `subgraph QmSynthetic has only indexed up to block number 20 and data for block number 21 is therefore not yet available`',
    ],
    [
      '{ number_gte: 21 }',
      'Failed to decode `block.number_gte` value: `subgraph QmSynthetic has only indexed up to block number 20 and data for block number 21 is therefore not yet available`',
    ],
    [
      '{ number: 9 }',
      'Failed to decode `block.number` value: `subgraph QmSynthetic only has data starting at block number 10 and data for block number 9 is therefore not available`',
    ],
    [
      `{ hash: "0x${'f'.repeat(64)}" }`,
      'Failed to decode `block.hash` value: `no block with that hash found`',
    ],
    [
      '{ number: 12, number_gte: 12 }',
      'Invalid value provided for argument `block`: {number: 12, number_gte: 12}',
    ],
  ])('%s is refused', async (block, message) => {
    expect(await messagesOf(historyStore(), `{ owners(block: ${block}) { id } }`)).toEqual([message])
  })

  it('takes the hash from variables', async () => {
    const query =
      '# check-queries: ignore\nquery($block: Block_height, $hash: Bytes) { a: owner(id: "o", block: $block) { name } b: owner(id: "o", block: { hash: $hash }) { name } }'
    const hash = blockAt(14).hash
    expect(await ask(historyStore(), query, { block: { hash }, hash })).toEqual({
      a: { name: 'second' },
      b: { name: 'second' },
    })
  })

  it('never shows rows of a block that is still being processed', async () => {
    const store = historyStore()
    store.set('Owner', 'half', { id: 'half', name: 'half', rank: null }, 21)
    expect(await ask(store, '{ owners { id } }')).toEqual({ owners: [] })
  })
})

describe('_meta', () => {
  it('names the last block, and only the number of one asked by number', async () => {
    const store = historyStore()
    const fields = 'block { number hash timestamp parentHash } deployment hasIndexingErrors'
    const { hash, parentHash, timestamp } = blockAt(20)
    expect(await ask(store, `{ _meta { ${fields} } }`)).toEqual({
      _meta: {
        block: { number: 20, hash, timestamp, parentHash },
        deployment: 'QmSynthetic',
        hasIndexingErrors: false,
      },
    })
    expect(await ask(store, `{ _meta(block: { number: 13 }) { ${fields} } }`)).toMatchObject({
      _meta: { block: { number: 13, hash: null, timestamp: null, parentHash: null } },
    })
  })

  it('is refused before anything is indexed', async () => {
    const store = emptyStore()
    store.clear()
    expect(await messagesOf(store, '{ _meta { deployment } }')).toEqual([
      'Subgraph QmSynthetic has not started syncing yet. Wait for it to ingest a few blocks before querying it',
    ])
  })
})

describe('an index that has stopped on an error', () => {
  const query = '{ _meta { hasIndexingErrors } owners { id } }'

  it('answers indexing_error and at most _meta', async () => {
    const store = historyStore()
    store.indexingError = 'boom'
    expect((await executeSubgraph(store, { query })).json).toEqual({
      data: { _meta: { hasIndexingErrors: true } },
      errors: [{ message: 'indexing_error' }],
    })
    expect(
      (await executeSubgraph(store, { query: '# check-queries: ignore\n{ owners { id } }' })).json,
    ).toEqual({
      errors: [{ message: 'indexing_error' }],
    })
  })

  it('gives data out to who allows errors', async () => {
    const store = historyStore()
    store.indexingError = 'boom'
    const allowing =
      '# check-queries: ignore\nquery($p: _SubgraphErrorPolicy_! = allow) { a: owners(subgraphError: allow) { id } b: owners(subgraphError: $p) { id } }'
    expect((await executeSubgraph(store, { query: allowing, variables: { p: 'allow' } })).json).toEqual({
      data: { a: [], b: [] },
      errors: [{ message: 'indexing_error' }],
    })
  })
})

describe('variables', () => {
  it('count as null inside where when they have no value', async () => {
    const store = sampleStore()
    const query = '# check-queries: ignore\nquery($o: String) { items(where: { owner: $o }) { id } }'
    expect(await ask(store, query)).toEqual({ items: [{ id: 'e' }] })
    expect(await ask(store, query, { o: 'o2' })).toEqual({ items: [{ id: 'b' }] })
    const withDefault =
      '# check-queries: ignore\nquery($o: String = "o2") { items(where: { owner: $o }) { id } }'
    expect(await ask(store, withDefault)).toEqual({ items: [{ id: 'b' }] })
  })

  it('may be a whole filter, an order and numbers as text', async () => {
    const query =
      '# check-queries: ignore\nquery($w: Item_filter, $by: Item_orderBy, $d: OrderDirection, $n: BigInt) { items(where: $w, orderBy: $by, orderDirection: $d) { id } many: items(where: { big_gte: $n }) { id } }'
    const variables = { w: { count_in: [9, 10], dec_gt: '9.4' }, by: 'count', d: 'desc', n: '10' }
    expect(await ask(sampleStore(), query, variables)).toEqual({
      items: [{ id: 'b' }, { id: 'a' }],
      many: [{ id: 'b' }, { id: 'd' }],
    })
  })

  it('may be declared and never used', async () => {
    expect(
      await ask(sampleStore(), '# check-queries: ignore\nquery($x: Int) { owner(id: "o1") { id } }'),
    ).toEqual({
      owner: { id: 'o1' },
    })
  })
})

describe('errors come with 200 and no data', () => {
  it.each([
    ['{ foo }', 'Type `Query` has no field `foo`'],
    ['{ owner(id: "o1") { foo } }', 'Type `Owner` has no field `foo`'],
    ['{ owner { id } }', 'No value provided for required argument: `id`'],
    [
      '# check-queries: ignore\nquery($id: ID!) { owner(id: $id) { id } }',
      'No value provided for required variable `id`',
    ],
    ['{ owner(id: "o1") { ...Nope } }', 'fragment `Nope` is not defined'],
    [
      '# check-queries: ignore\nquery A { owner(id: "o1") { id } } query B { owner(id: "o1") { id } }',
      'Operation name required',
    ],
    ['# check-queries: ignore\nfragment F on Owner { id }', 'The query is empty'],
    ['# check-queries: ignore\nmutation { x }', 'Not supported: mutation'],
    [
      '{ births { item { owner { id } } moves: item { id } } happenings(where: { item: "a" }) { item { id text } ... on Move { to } at: to } }',
      'Type `Happening` has no field `to`',
    ],
  ])('%s', async (query, message) => {
    const { status, json } = await executeSubgraph(sampleStore(), { query })
    expect(status).toBe(200)
    expect(json).toEqual({ errors: [{ message }] })
  })

  it('name the place of a syntax error', async () => {
    const { status, json } = await executeSubgraph(sampleStore(), { query: '{ owner(id: ' })
    expect(status).toBe(200)
    expect(json).toEqual({
      errors: [{ locations: [{ line: 1, column: 13 }], message: expect.stringContaining('Syntax') }],
    })
  })

  it('for a relation that must not be null but points to nothing', async () => {
    const store = sampleStore()
    store.set('Move', 'h9', { id: 'h9', at: 9, item: 'nowhere', to: 'x' }, START_BLOCK)
    expect(await messagesOf(store, '{ happenings { id item { id } } }')).toEqual([
      'Null value resolved for non-null field `item`',
    ])
    expect(await ask(store, '{ happenings(where: { item: "nowhere" }) { id } }')).toEqual({
      happenings: [{ id: 'h9' }],
    })
  })

  it('for fields of one name and two types in one selection', async () => {
    const query = '{ happenings { ... on Birth { at: weight } ... on Move { at: to } } }'
    expect((await messagesOf(sampleStore(), query))[0]).toMatch(/^Fields "at" conflict/)
  })
})

describe('introspection', () => {
  it('works', async () => {
    const data = await ask(
      sampleStore(),
      '{ __schema { queryType { name } } __type(name: "Item_filter") { kind } }',
    )
    expect(data).toEqual({ __schema: { queryType: { name: 'Query' } }, __type: { kind: 'INPUT_OBJECT' } })
  })
})

describe('requests', () => {
  const post = (body: string) => handleSubgraphRequest(sampleStore(), { method: 'POST', body })

  it.each([
    ['[]'],
    ['[{"query":"# check-queries: ignore\\n{ owner(id: 1) { id } }"}]'],
    ['"x"'],
    ['null'],
    ['{}'],
    ['{"query":1}'],
    ['{"query":"# check-queries: ignore\\n{ a }","variables":[]}'],
    ['{'],
  ])('with the body %s are answered with 400', async (body) => {
    const response = await post(body)
    expect(response.status).toBe(400)
    expect(Object.keys(JSON.parse(response.body) as object)).toEqual(['error'])
  })

  it('are POST only, from any origin', async () => {
    const good = await post(
      '{"query":"# check-queries: ignore\\n{ owner(id: \\"o1\\") { name } }","operationName":"Whatever"}',
    )
    expect(good).toMatchObject({ status: 200, body: '{"data":{"owner":{"name":"Olga"}}}' })
    expect(good.headers['access-control-allow-origin']).toBe('*')
    expect((await handleSubgraphRequest(sampleStore(), { method: 'GET', body: '' })).status).toBe(405)
    expect((await handleSubgraphRequest(sampleStore(), { method: 'OPTIONS', body: '' })).status).toBe(204)
  })
})
