import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Endpoint } from '@/lib/network/settings'
import { kindOfError, postOperation } from '@/lib/subgraph/transport'

type Answer = { status?: number; body: string }

/** Endpoints of this test, each answering from its own list, the last one again and again. */
const scripts: Record<string, Answer[]> = {}
const seen: string[] = []
let server: Server
let base = ''

beforeAll(async () => {
  server = createServer((request, response) => {
    const name = request.url?.slice(1) ?? ''
    seen.push(`${name} ${request.headers.authorization ?? '-'}`)
    const list = scripts[name] ?? []
    const answer = (list.length > 1 ? list.shift() : list[0]) ?? { status: 404, body: '' }
    request.resume().on('end', () => response.writeHead(answer.status ?? 200).end(answer.body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))
beforeEach(() => {
  seen.length = 0
})

let round = 0
/** Fresh endpoints, so that failures of one test do not rest in the next. */
function endpoints(...lists: Answer[][]): Endpoint[] {
  round += 1
  return lists.map((list, index) => {
    const name = `${round}-${index}`
    scripts[name] = list
    return { url: `${base}/${name}`, label: `host ${index}`, headers: { authorization: `key ${index}` } }
  })
}

const data = { body: '{"data":{"ok":true}}' }
const error = (message: string): Answer => ({ body: JSON.stringify({ errors: [{ message }] }) })
const ask = (list: Endpoint[]) => postOperation(list, 'query Q { protocol(id: "0") { id } }', {})

describe('asking ranked endpoints', () => {
  it('takes the first one that answers, with its own headers only', async () => {
    const list = endpoints([data], [data])
    expect(await ask(list)).toEqual({ data: { ok: true } })
    expect(seen).toEqual([`${round}-0 key 0`])
  })

  it.each([
    ['an HTTP error', { status: 502, body: '' }],
    ['text that is not JSON', { body: '<html>' }],
    ['an answer without data', { body: '{}' }],
    ['a refused key', error('auth error: API key not found')],
    ['an index that failed', error('indexing_error')],
    [
      'a block it has not reached',
      error(
        'Failed to decode `block.number` value: `subgraph Qm has only indexed up to block number 1 and data for block number 2 is therefore not yet available`',
      ),
    ],
  ])('goes to the next after %s', async (_, first) => {
    const list = endpoints([first], [data])
    expect(await ask(list)).toEqual({ data: { ok: true } })
    expect(seen).toHaveLength(2)
  })

  it('asks a gateway once more when its indexers gave no good answer', async () => {
    const list = endpoints([error('bad indexers: {0x1: Timeout}'), data])
    expect(await ask(list)).toEqual({ data: { ok: true } })
    expect(seen).toHaveLength(2)
  })

  it('does not repeat a question that is wrong', async () => {
    const list = endpoints([error('Type `Query` has no field `foo`')], [data])
    await expect(ask(list)).rejects.toThrow('has no field')
    expect(seen).toHaveLength(1)
  })

  it('lets an endpoint rest that just failed', async () => {
    const list = endpoints([{ status: 500, body: '' }], [data])
    await ask(list)
    seen.length = 0
    await ask(list)
    expect(seen).toEqual([`${round}-1 key 1`])
  })

  it('names hosts only when none answers', async () => {
    const list = endpoints([{ status: 500, body: '' }], [error('auth error: API key not found')])
    await expect(ask(list)).rejects.toMatchObject({ reason: expect.stringContaining('host 0, host 1') })
    await expect(ask(list)).rejects.not.toMatchObject({ reason: expect.stringContaining('key 0') })
  })
})

describe('kinds of errors', () => {
  it.each([
    ['bad indexers: {0x1: Unavailable(no status)}', 'try-again'],
    ['internal error: x', 'try-again'],
    ['auth error: payment required for subsequent requests for this API key', 'next-endpoint'],
    ['subgraph not found: no allocations', 'next-endpoint'],
    ['bad query: x', 'final'],
    ['Null value resolved for non-null field `x`', 'final'],
  ])('%s is %s', (message, kind) => {
    expect(kindOfError(message)).toBe(kind)
  })
})
