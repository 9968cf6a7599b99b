import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

const services = {
  requests: [] as { url: string; body: unknown }[],
  answer: { status: 200, body: { result: null } as object },
}
let server: Server

async function route(network: string) {
  vi.resetModules()
  vi.stubEnv('NETWORK', network)
  return import('@/app/api/local/control/route')
}

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      services.requests.push({ url: request.url ?? '', body: text === '' ? null : JSON.parse(text) })
      response
        .writeHead(services.answer.status, { 'content-type': 'application/json' })
        .end(JSON.stringify(services.answer.body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  vi.stubEnv('DEVNET_SERVICES_PORT', `${(server.address() as AddressInfo).port}`)
})

afterAll(() => new Promise((resolve) => server.close(resolve)))

beforeEach(() => {
  services.requests = []
  services.answer = { status: 200, body: { result: null } }
})

function post(body: unknown, headers: Record<string, string> = {}): Request {
  return new Request('http://127.0.0.1:3000/api/local/control', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      host: '127.0.0.1:3000',
      origin: 'http://127.0.0.1:3000',
      ...headers,
    },
    body: JSON.stringify(body),
  })
}

const account = `0x${'a'.repeat(40)}`

describe('the control of the local network', () => {
  it.each([
    [{ action: 'next-round' }, '/control/advance-rounds', { rounds: 1 }],
    [{ action: 'overdue' }, '/control/advance-rounds', { rounds: 1, initialize: false }],
    [{ action: 'initialize-round' }, '/control/initialize-round', {}],
    [{ action: 'advance-blocks', blocks: 10 }, '/control/advance-blocks', { blocks: 10 }],
    [{ action: 'keeper', enabled: true }, '/control/keeper', { enabled: true }],
    [{ action: 'faucet', address: account }, '/control/faucet', { address: account }],
  ])('forwards %j', async (action, url, body) => {
    const { POST } = await route('local')
    expect((await POST(post(action))).status).toBe(200)
    expect(services.requests).toEqual([{ url, body }])
  })

  it.each([
    [{ action: 'snapshot' }],
    [{ action: 'revert', id: '0x1' }],
    [{ action: 'advance-blocks', blocks: 0 }],
    [{ action: 'advance-blocks', blocks: 1e9 }],
    [{ action: 'faucet', address: '0x12' }],
    [{ action: 'faucet', address: account, lpt: '1000000' }],
    [{ action: 'next-round', rounds: 900 }],
    [null],
  ])('refuses %j', async (action) => {
    const { POST } = await route('local')
    expect((await POST(post(action))).status).toBe(400)
    expect(services.requests).toEqual([])
  })

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another page of this machine', { origin: 'http://127.0.0.1:9999' }],
    ['a name pointed at this machine', { host: 'evil.example', origin: 'http://evil.example' }],
    ['no origin', { origin: '' }],
  ])('refuses requests of %s', async (_, headers) => {
    const { POST } = await route('local')
    expect((await POST(post({ action: 'next-round' }, headers))).status).toBe(403)
    expect(services.requests).toEqual([])
  })

  it('refuses forms and large bodies', async () => {
    const { POST } = await route('local')
    expect((await POST(post({ action: 'next-round' }, { 'content-type': 'text/plain' }))).status).toBe(415)
    expect((await POST(post({ action: 'next-round', more: 'x'.repeat(2000) }))).status).toBe(413)
  })

  it('does not exist on a real network', async () => {
    const { POST, GET } = await route('arbitrum-one')
    expect((await POST(post({ action: 'next-round' }))).status).toBe(404)
    expect((await GET(new Request('http://127.0.0.1:3000/api/local/control'))).status).toBe(404)
    expect(services.requests).toEqual([])
  })

  it('hands a refusal of the services on in their words', async () => {
    services.answer = { status: 400, body: { error: 'The transaction reverted' } }
    const { POST } = await route('local')
    const response = await POST(post({ action: 'initialize-round' }))
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ error: { message: 'The transaction reverted' } })
  })
})
