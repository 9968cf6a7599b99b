import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

/** A node that answers each call with its method's name, and what it was sent. */
const node = {
  bodies: [] as unknown[],
  status: 200,
  fault: null as null | { code: number; message: string; data?: string },
}
let server: Server
let POST: (request: Request) => Promise<Response>

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      const body = JSON.parse(text) as { id: number; method: string } | { id: number; method: string }[]
      node.bodies.push(body)
      const answer = ({ id, method }: { id: number; method: string }) =>
        node.fault ? { jsonrpc: '2.0', id, error: node.fault } : { jsonrpc: '2.0', id, result: method }
      response.writeHead(node.status, { 'content-type': 'application/json' })
      // A node may answer a batch in any order.
      response.end(JSON.stringify(Array.isArray(body) ? body.map(answer).toReversed() : answer(body)))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  vi.stubEnv('RPC_URLS', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  vi.stubEnv('RATE_RPC_PER_MINUTE', '100')
  POST = (await import('@/app/api/rpc/route')).POST
})

afterAll(() => new Promise((resolve) => server.close(resolve)))

let peer = 0
function send(body: unknown, from = `peer ${(peer += 1)}`): Promise<Response> {
  return POST(
    new Request('http://site/api/rpc', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-peer-address': from },
      body: JSON.stringify(body),
    }),
  )
}

const call = (method: string, params: unknown[] = [], id: unknown = 1) => ({
  jsonrpc: '2.0',
  id,
  method,
  params,
})

describe('POST /api/rpc', () => {
  it('forwards a call with nothing of the caller but method and parameters', async () => {
    node.bodies = []
    const response = await send({ ...call('eth_chainId', [], 'mine'), extra: 'x' })
    expect(await response.json()).toEqual({ jsonrpc: '2.0', id: 'mine', result: 'eth_chainId' })
    expect(node.bodies).toEqual([{ jsonrpc: '2.0', id: 0, method: 'eth_chainId', params: [] }])
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('answers a batch in its order with its ids, by one request to the node', async () => {
    node.bodies = []
    const response = await send([call('eth_blockNumber', [], 9), call('eth_gasPrice', [], 'x')])
    expect(await response.json()).toEqual([
      { jsonrpc: '2.0', id: 9, result: 'eth_blockNumber' },
      { jsonrpc: '2.0', id: 'x', result: 'eth_gasPrice' },
    ])
    expect(node.bodies).toHaveLength(1)
  })

  it('passes a revert on with its data', async () => {
    node.fault = { code: 3, message: 'execution reverted', data: '0x08c379a0' }
    const response = await send(call('eth_call', [{ to: `0x${'1'.repeat(40)}` }, 'latest']))
    node.fault = null
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      jsonrpc: '2.0',
      id: 1,
      error: { code: 3, message: 'execution reverted', data: '0x08c379a0' },
    })
  })

  it('sends nothing to the node when it refuses', async () => {
    node.bodies = []
    for (const body of [
      call('eth_sendRawTransaction', ['0x02']),
      [call('eth_chainId'), call('hardhat_mine')],
      [],
      'x',
    ]) {
      const response = await send(body)
      expect(response.status).toBeGreaterThanOrEqual(400)
      expect(response.status).toBeLessThan(500)
      expect(await response.json()).toHaveProperty('error.message')
    }
    expect(node.bodies).toEqual([])
  })

  it('refuses bodies that are too large or not JSON', async () => {
    const large = await send(call('eth_call', [{ data: `0x${'0'.repeat(300_000)}` }]))
    expect(large.status).toBe(413)
    const form = await POST(
      new Request('http://site/api/rpc', { method: 'POST', body: 'method=eth_chainId' }),
    )
    expect(form.status).toBe(415)
  })

  it('counts each call of a batch against the sender’s limit, and nobody else’s', async () => {
    const batch = Array.from({ length: 100 }, (_, id) => call('eth_chainId', [], id))
    expect((await send(batch, 'greedy')).status).toBe(200)
    const refused = await send(call('eth_chainId'), 'greedy')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await send(call('eth_chainId'), 'modest')).status).toBe(200)
  })

  it('counts what it refuses, and reads nothing of those who sent too much', async () => {
    for (let sent = 0; sent < 100; sent += 1) {
      expect((await send(call('debug_traceCall'), 'hostile')).status).toBe(403)
    }
    const text = { method: 'POST', headers: { 'x-peer-address': 'hostile' }, body: 'not even JSON' }
    expect((await POST(new Request('http://site/api/rpc', text))).status).toBe(429)
  })

  it('says that the chain cannot be read, without the node’s address, when the node fails', async () => {
    node.status = 500
    const response = await send(call('eth_chainId'))
    node.status = 200
    expect(response.status).toBe(502)
    const text = await response.text()
    expect(text).toContain('The chain could not be read')
    expect(text).not.toContain('http://')
  })
})
