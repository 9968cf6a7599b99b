import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { forwardedError, isRetryableRpcError, rpc } from '@/lib/network/rpc'

type Answer = { status?: number; error?: { code: number; message: string; data?: string }; text?: string }

/** Two nodes: the first answers as a test says, the second always well. */
const first = { answers: [] as Answer[], asked: 0 }
const second = { asked: 0 }
const servers: Server[] = []

async function serve(answer: (id: number) => { status: number; text: string }): Promise<string> {
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      const reply = answer((JSON.parse(text) as { id: number }).id)
      response.writeHead(reply.status).end(reply.text)
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

beforeAll(async () => {
  const one = await serve((id) => {
    first.asked += 1
    const { status = 200, error, text } = first.answers.shift() ?? {}
    const body = error ? { jsonrpc: '2.0', id, error } : { jsonrpc: '2.0', id, result: 'first' }
    return { status, text: text ?? JSON.stringify(body) }
  })
  const two = await serve((id) => {
    second.asked += 1
    return { status: 200, text: JSON.stringify({ jsonrpc: '2.0', id, result: 'second' }) }
  })
  vi.stubEnv('RPC_URLS', `${one},${two}`)
})
afterAll(() => Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve)))))

beforeEach(async () => {
  // A failure lets the first node rest; a fresh record brings it back.
  const { processWide } = await import('@/lib/network/process-wide')
  processWide('endpoint-health', () => new Map()).clear()
  first.answers = []
  first.asked = 0
  second.asked = 0
})

describe('asking ranked nodes', () => {
  it('takes the first while it answers', async () => {
    expect(await rpc('eth_chainId', [])).toBe('first')
    expect(second.asked).toBe(0)
  })

  it.each([
    ['an HTTP error', { status: 503 }],
    [
      'an HTTP error with a JSON-RPC error',
      { status: 503, error: { code: -32603, message: 'out of order' } },
    ],
    ['text that is not JSON', { text: '<html>' }],
    ['a limit', { error: { code: -32005, message: 'daily request count exceeded' } }],
    ['a rate limit', { status: 429, error: { code: -32000, message: 'slow down' } }],
    ['pruned state', { error: { code: -32000, message: 'missing trie node abc' } }],
  ])('goes to the next after %s, and lets the first rest', async (_, answer) => {
    first.answers = [answer]
    expect(await rpc('eth_call', [])).toBe('second')
    expect(await rpc('eth_call', [])).toBe('second')
    expect(first.asked).toBe(1)
  })

  it('asks a node once more for a block it has not seen yet', async () => {
    first.answers = [{ error: { code: -32000, message: 'header not found' } }]
    expect(await rpc('eth_call', [])).toBe('first')
    expect(first.asked).toBe(2)
  })

  it('takes a revert for the answer it is, whatever its HTTP status', async () => {
    for (const status of [200, 400, 500]) {
      first.answers = [
        { status, error: { code: 3, message: 'execution reverted: system is paused', data: '0x08' } },
      ]
      await expect(rpc('eth_call', [])).rejects.toMatchObject({ code: 3, data: '0x08' })
    }
    expect(second.asked).toBe(0)
  })
})

describe('what a visitor’s browser is told of a node’s error', () => {
  it.each([
    [{ code: 3, message: 'execution reverted: system is paused', data: '0x08' }, 'execution reverted'],
    [
      { code: -32000, message: 'err: insufficient funds for gas * price + value: address 0x1 have 0 want 5' },
      'insufficient funds for gas * price + value',
    ],
    [
      { code: -32602, message: 'invalid argument 0: <script>alert(1)</script>' },
      'The node did not carry out the call: it refused to answer.',
    ],
    [
      { code: -32000, message: 'missing trie node 0xabc (path )' },
      'The node did not carry out the call: it no longer keeps that block.',
    ],
  ])('%o', (error, message) => {
    expect(forwardedError(error)).toEqual({ ...error, message })
  })
})

describe('which refusals another node may not share', () => {
  it.each([
    [3, 'execution reverted', false],
    [-32000, 'execution reverted: limit exceeded', false],
    [-32602, 'invalid argument', false],
    [-32005, 'anything', true],
    [-32000, 'Too Many Requests', true],
    [-32603, 'Internal error', true],
  ])('%i %s: %s', (code, message, retryable) => {
    expect(isRetryableRpcError({ code, message })).toBe(retryable)
  })
})
