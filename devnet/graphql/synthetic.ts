import { BigDecimal } from './big-decimal'
import { parseEntitySchema } from './entity-schema'
import { executeSubgraph, type SubgraphAnswer } from './execute'
import { type BlockInfo, Store } from './store'
import type { Row } from './values'

/** A schema with a field of every kind the dialect knows, for tests of the engine by itself. */
const schema = parseEntitySchema(`
  enum Mood { Zen Angry Calm }
  type Owner @entity { id: ID! name: String! rank: Int items: [Item!]! @derivedFrom(field: "owner") }
  type Part @entity { id: ID! size: Int! }
  type Item @entity {
    id: ID!
    text: String
    count: Int
    big: BigInt
    dec: BigDecimal
    raw: Bytes
    flag: Boolean
    mood: Mood
    owner: Owner
    tags: [String!]!
    sums: [BigInt!]!
    parts: [Part!]!
  }
  interface Happening { id: ID! at: Int! item: Item! }
  type Birth implements Happening @entity { id: ID! at: Int! item: Item! weight: BigDecimal! }
  type Move implements Happening @entity { id: ID! at: Int! item: Item! to: String! }
`)

export const START_BLOCK = 10

/** A block of the synthetic chain. */
export function blockAt(number: number): BlockInfo {
  const hash = (n: number) => `0x${n.toString(16).padStart(64, '0')}`
  return { number, hash: hash(number), parentHash: hash(number - 1), timestamp: 1_000_000 + number * 12 }
}

/** An empty store of the synthetic schema, standing at its start block. */
export function emptyStore(): Store {
  const store = new Store(schema, 'QmSynthetic', START_BLOCK, (hash) => {
    const number = Number.parseInt(hash, 16)
    return Promise.resolve(number >= 1 && number <= 1000 ? blockAt(number) : undefined)
  })
  store.setHead(blockAt(START_BLOCK))
  return store
}

const dec = (text: string) => BigDecimal.parse(text) ?? BigDecimal.zero

const blank = {
  text: null,
  count: null,
  big: null,
  dec: null,
  raw: null,
  flag: null,
  mood: null,
  owner: null,
  tags: [],
  sums: [],
  parts: [],
}

/** Rows a to e: values that sort differently as text and as numbers; e has nulls only. */
const items: Record<string, Row> = {
  a: {
    ...blank,
    text: 'Alpha',
    count: 9,
    big: 9n,
    dec: dec('9.5'),
    raw: '0x0a01',
    flag: true,
    mood: 'Zen',
    owner: 'o1',
    tags: ['x', 'y'],
    sums: [1n, 2n],
    parts: ['p1', 'p2'],
  },
  b: {
    ...blank,
    text: 'alphabet',
    count: 10,
    big: 10n,
    dec: dec('10'),
    raw: '0x0b',
    flag: false,
    mood: 'Angry',
    owner: 'o2',
    tags: ['y', 'z'],
    sums: [2n],
    parts: ['p2'],
  },
  c: {
    ...blank,
    text: 'Beta_1',
    count: -1,
    big: -1n,
    dec: dec('-0.25'),
    raw: '0xff0a',
    flag: true,
    mood: 'Calm',
    owner: 'o1',
    tags: ['X'],
    sums: [],
    parts: [],
  },
  d: {
    ...blank,
    text: 'beta%2',
    count: 100,
    big: 2n ** 200n,
    dec: dec('1000000000000000000000.000000000001'),
    raw: '0x',
    flag: false,
    mood: 'Calm',
    owner: 'gone',
    tags: [],
    sums: [2n, 1n],
    parts: ['p3'],
  },
  e: { ...blank },
}

/** A store with owners o1 and o2, parts p1 to p3, items a to e and some happenings, all written at the start block. */
export function sampleStore(): Store {
  const store = emptyStore()
  const put = (type: string, id: string, row: Row) => store.set(type, id, { id, ...row }, START_BLOCK)
  put('Owner', 'o1', { name: 'Olga', rank: 2 })
  put('Owner', 'o2', { name: 'Ole', rank: 1 })
  for (const n of [1, 2, 3]) put('Part', `p${n}`, { size: n * 10 })
  for (const [id, row] of Object.entries(items)) put('Item', id, row)
  put('Birth', 'h1', { at: 5, item: 'a', weight: dec('3.5') })
  put('Move', 'h2', { at: 5, item: 'a', to: 'north' })
  put('Birth', 'h3', { at: 7, item: 'b', weight: dec('1') })
  return store
}

/** Asks and returns the data; throws with the messages of an answer that has errors. */
export async function ask(store: Store, query: string, variables?: object): Promise<Record<string, unknown>> {
  const { json } = await executeSubgraph(store, { query, variables })
  const { data, errors } = json as { data?: Record<string, unknown>; errors?: { message: string }[] }
  if (errors || !data) throw new Error((errors ?? []).map((e) => e.message).join('; '))
  return data
}

/** Asks and returns the error messages (none when it went well). */
export async function messagesOf(store: Store, query: string, variables?: object): Promise<string[]> {
  const answer: SubgraphAnswer = await executeSubgraph(store, { query, variables })
  return ((answer.json as { errors?: { message: string }[] }).errors ?? []).map((e) => e.message)
}

/** Ids of the items that fit a filter, in id order. */
export async function idsWhere(store: Store, where: string): Promise<string> {
  const { items: rows } = await ask(store, `{ items(where: ${where}) { id } }`)
  return (rows as { id: string }[]).map((row) => row.id).join('')
}
