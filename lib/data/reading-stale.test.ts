import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { load } from '@/lib/data/reading'
import { rpc } from '@/lib/network/rpc'
import { SourceError } from '@/lib/network/source-error'

/** A node whose newest block a test sets, and which may refuse everything but blocks. */
const node = { block: 100, refusal: null as null | { code: number; message: string } }
let server: Server

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      const body = JSON.parse(text) as { id: number; method: string; params: unknown[] }[] | { id: number }
      const answer = ({ id, method, params }: { id: number; method?: string; params?: unknown[] }) => {
        if (method !== 'eth_getBlockByNumber')
          return { jsonrpc: '2.0', id, ...(node.refusal ? { error: node.refusal } : { result: '0x1' }) }
        const number = params?.[0] === 'latest' ? node.block : Number(params?.[0])
        const hex = `0x${number.toString(16)}`
        return { jsonrpc: '2.0', id, result: { number: hex, timestamp: hex, hash: `${hex}aa` } }
      }
      response.end(JSON.stringify(Array.isArray(body) ? body.map(answer) : answer(body)))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  vi.stubEnv('NETWORK', 'local')
  vi.stubEnv('RPC_URLS', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

it('a view with figures kept from before names the block they are from, not the newest', async () => {
  const read = () =>
    load(async (reading) => {
      await reading.chain('fresh', async (block) => block)
      return reading.chain('kept', async (block) => {
        await rpc('eth_call', [])
        return block
      })
    })
  expect(await read()).toMatchObject({ state: 'ready', value: 100, asOf: { block: 100, timestamp: 100 } })
  node.block = 105
  node.refusal = { code: -32005, message: 'project 1234 exceeded its quota, see https://node.example/key' }
  await new Promise((resolve) => setTimeout(resolve, 1_100))
  const kept = await read()
  expect(kept).toMatchObject({
    state: 'stale',
    value: 100,
    asOf: { block: 100, timestamp: 100, sources: [{ source: 'chain', block: 100, timestamp: 100 }] },
  })
})

it('a failure is told in our words; the node’s own are for the report only', async () => {
  node.refusal = { code: -32005, message: 'project 1234 exceeded its quota, see https://node.example/key' }
  const failed = await load((reading) => reading.chain('never', () => rpc('eth_call', [])))
  if (failed.state !== 'failed') throw new Error(failed.state)
  expect(failed.reason).toMatch(/^The chain could not be read: it limits how often it may be asked \(tried/)
  expect(failed.reason + failed.next).not.toMatch(/1234|quota/)
  expect(failed.detail).toBe('project 1234 exceeded its quota, see the endpoint')
})

it('what a loader throws itself has nothing to add', async () => {
  const failed = await load(() => Promise.reject(new SourceError('No.', 'Wait.')))
  expect(failed).toEqual({ state: 'failed', reason: 'No.', next: 'Wait.', detail: null })
})
