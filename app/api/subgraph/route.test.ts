import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { print } from 'graphql'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { delegatorPageDocument } from '@/lib/subgraph/documents/delegator-pages'
import { healthDocument } from '@/lib/subgraph/documents/health'
import { pollDocument } from '@/lib/subgraph/documents/poll'
import { roundDatesDocument } from '@/lib/subgraph/documents/rounds'

/** An index that answers each question with what it was asked. */
const index = {
  bodies: [] as { query: string; variables: unknown }[],
  answer: null as string | null,
  status: 200,
}
let server: Server
let POST: (request: Request) => Promise<Response>

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      const body = JSON.parse(text) as { query: string; variables: unknown }
      index.bodies.push(body)
      response.writeHead(index.status, { 'content-type': 'application/json' })
      response.end(index.answer ?? JSON.stringify({ data: { asked: body.variables } }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  vi.stubEnv('SUBGRAPH_URLS', `http://127.0.0.1:${(server.address() as AddressInfo).port}/key-in-the-path`)
  vi.stubEnv('RATE_SUBGRAPH_PER_MINUTE', '5')
  POST = (await import('@/app/api/subgraph/route')).POST
})
afterAll(() => new Promise((resolve) => server.close(resolve)))
beforeEach(() => {
  index.bodies = []
  index.answer = null
  index.status = 200
})

let peer = 0
function send(body: unknown, from = `peer ${(peer += 1)}`): Promise<Response> {
  return POST(
    new Request('http://site/api/subgraph', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-peer-address': from },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  )
}

const health = print(healthDocument)
const poll = print(pollDocument)

describe('POST /api/subgraph', () => {
  it('asks one of the site’s own questions, with nothing of the caller but its variables', async () => {
    const response = await send({
      query: poll,
      variables: { id: '0xab' },
      operationName: 'Poll',
      extensions: {},
    })
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ data: { asked: { id: '0xab' } } })
    expect(index.bodies).toEqual([{ query: poll, variables: { id: '0xab' } }])
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('takes the hash of a document instead of its text', async () => {
    const hash = createHash('sha256').update(poll).digest('hex')
    const response = await send({ hash, variables: { id: '0xcd' } })
    expect(await response.json()).toEqual({ data: { asked: { id: '0xcd' } } })
    expect(index.bodies[0]?.query).toBe(poll)
  })

  it('asks the same question once', async () => {
    const body = { query: poll, variables: { id: 'same' } }
    const answers = await Promise.all([send(body), send(body), send(body)])
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1)
    expect(index.bodies).toHaveLength(1)
  })

  it.each<[number, string, unknown]>([
    [403, 'another query', { query: '{ polls { id } }' }],
    [403, 'introspection', { query: '{ __schema { types { name } } }' }],
    [403, 'its own query with one blank more', { query: `${health} ` }],
    [403, 'an unknown hash', { hash: 'a'.repeat(64) }],
    [403, 'a name that every object has', { hash: 'constructor' }],
    [400, 'query and hash', { query: health, hash: 'x' }],
    [400, 'a query that is no text', { query: 7 }],
    [400, 'a batch', [{ query: health }]],
    [400, 'a foreign field', { query: health, fragment: 'x' }],
    [400, 'variables that are no object', { query: health, variables: 'x' }],
    [400, 'a variable it does not have', { query: health, variables: { id: 'x' } }],
    [400, 'a missing variable', { query: poll, variables: {} }],
    [400, 'null for a required one', { query: poll, variables: { id: null } }],
    [400, 'an object for an id', { query: poll, variables: { id: { not: 'x' } } }],
    [400, 'an id that is too long', { query: poll, variables: { id: 'x'.repeat(101) } }],
    [400, 'too many ids', { query: print(roundDatesDocument), variables: { ids: Array(101).fill('1') } }],
    [
      400,
      'a block by hash',
      { query: print(delegatorPageDocument), variables: { after: '', block: { hash: '0x1' } } },
    ],
    [
      400,
      'two blocks',
      { query: print(delegatorPageDocument), variables: { after: '', block: { number: 1, number_gte: 1 } } },
    ],
    [400, 'text that is no JSON', '{"query":'],
    [413, 'a body that is too large', { query: health, variables: { id: 'x'.repeat(9_000) } }],
  ])('refuses with %i: %s', async (status, _name, body) => {
    const response = await send(body)
    expect(response.status).toBe(status)
    expect(await response.json()).toHaveProperty('error.message')
    expect(index.bodies).toEqual([])
  })

  it('takes a list of ids and a block', async () => {
    expect((await send({ query: print(roundDatesDocument), variables: { ids: ['1', '2'] } })).status).toBe(
      200,
    )
    const block = { number: 5 }
    const page = { query: print(delegatorPageDocument), variables: { after: '', block } }
    expect((await send(page)).status).toBe(200)
    expect(index.bodies).toHaveLength(2)
  })

  it('refuses what is not JSON by its type', async () => {
    const response = await POST(new Request('http://site/api/subgraph', { method: 'POST', body: 'query=x' }))
    expect(response.status).toBe(415)
  })

  it('counts refused questions too, against their sender only', async () => {
    for (let count = 0; count < 5; count += 1) expect((await send({ query: 'x' }, 'greedy')).status).toBe(403)
    const refused = await send({ query: health }, 'greedy')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await send({ query: health }, 'modest')).status).toBe(200)
  })

  it.each([
    ['refuses the question', '{"errors":[{"message":"Invalid value provided for argument `block`"}]}', 200],
    ['fails', 'no JSON', 500],
  ])('says so, without addresses, when the index %s', async (_name, answer, status) => {
    index.answer = answer
    index.status = status
    const response = await send({ query: poll, variables: { id: `fault ${status}` } })
    expect(response.status).toBe(502)
    const text = await response.text()
    expect(text).toContain('subgraph')
    expect(text).not.toContain('key-in-the-path')
    expect(JSON.parse(text)).toHaveProperty('errors.0.message')
  })

  it('does not pass an answer on that is too large to be one of its own', async () => {
    index.answer = JSON.stringify({ data: { rows: 'x'.repeat(4_000_001) } })
    const response = await send({ query: poll, variables: { id: 'large' } })
    expect(response.status).toBe(502)
    expect((await response.text()).length).toBeLessThan(500)
  })
})
