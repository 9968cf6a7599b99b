import { createPublicClient, http } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PortError } from '@/devnet/chain/listen'
import { createChain } from '@/devnet/chain/provider'
import { type RpcServer, serveRpc } from '@/devnet/chain/rpc-server'
import type { Chain } from '@/devnet/types'

describe('the RPC server', () => {
  let chain: Chain
  let server: RpcServer
  beforeAll(async () => {
    chain = await createChain()
    server = await serveRpc(chain, { port: 0 })
  })
  afterAll(async () => {
    await server.close()
    await chain.close()
  })

  const post = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    fetch(server.url, { method: 'POST', body, headers })
  const call = async (body: unknown) => (await post(JSON.stringify(body))).json() as Promise<unknown>

  test('listens on loopback and serves viem, batches included', async () => {
    expect(new URL(server.url).hostname).toBe('127.0.0.1')
    const client = createPublicClient({ transport: http(server.url, { batch: true }) })
    const [id, number] = await Promise.all([client.getChainId(), client.getBlockNumber()])
    expect(id).toBe(31337)
    expect(number).toBe(0n)
  })

  test('keeps the order of a batch and answers each fault on its own', async () => {
    const answers = await call([
      { jsonrpc: '2.0', id: 'a', method: 'evm_mine' },
      { jsonrpc: '2.0', id: 'b', method: 'eth_blockNumber' },
      { jsonrpc: '2.0', id: 'c', method: 'eth_nonsense' },
      { jsonrpc: '2.0', method: 'evm_mine' },
      7,
      { jsonrpc: '2.0', id: 'd', method: 'eth_blockNumber' },
    ])
    expect(answers).toMatchObject([
      { id: 'a', result: '0' },
      { id: 'b', result: '0x1' },
      { id: 'c', error: { code: -32601 } },
      { id: null, error: { code: -32600 } },
      { id: 'd', result: '0x2' },
    ])
  })

  test('tells reverts with code 3 and their data', async () => {
    // Creation code that reverts with the four bytes 01020304.
    const data = '0x6301020304600052600460 1cfd'.replace(' ', '')
    const answer = await call({ jsonrpc: '2.0', id: 1, method: 'eth_call', params: [{ data }, 'latest'] })
    expect(answer).toMatchObject({ error: { code: 3, message: 'execution reverted', data: '0x01020304' } })
  })

  test('refuses what is not JSON-RPC', async () => {
    expect((await post('{')).status).toBe(400)
    expect(await (await post('{')).json()).toMatchObject({ error: { code: -32700 } })
    expect(await call([])).toMatchObject({ error: { code: -32600 } })
    expect(await call({ id: 1, method: 5 })).toMatchObject({ id: 1, error: { code: -32600 } })
    expect(await call({ id: 1, method: 'eth_chainId', params: {} })).toMatchObject({
      error: { code: -32602 },
    })
    expect((await fetch(server.url)).status).toBe(405)
    expect((await post(`"${'x'.repeat(9 * 1024 * 1024)}"`)).status).toBe(413)
  })

  test('answers pages of any origin', async () => {
    const preflight = await fetch(server.url, {
      method: 'OPTIONS',
      headers: { origin: 'http://127.0.0.1:3000', 'access-control-request-method': 'POST' },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
    expect(preflight.headers.get('access-control-allow-headers')).toContain('content-type')
    const answer = await post('{"jsonrpc":"2.0","id":1,"method":"eth_chainId"}')
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  })

  test('fails on demand and comes back', async () => {
    await server.setFaults([{ fault: 'error' }])
    expect((await post('{"jsonrpc":"2.0","id":1,"method":"eth_chainId"}')).status).toBe(503)
    await server.setFaults([{ fault: 'drop' }])
    await expect(post('{"jsonrpc":"2.0","id":1,"method":"eth_chainId"}')).rejects.toThrow()
    await server.setFaults([{ fault: 'none' }])
    expect(await call({ jsonrpc: '2.0', id: 1, method: 'eth_chainId' })).toMatchObject({ result: '0x7a69' })
  })

  test('says in one line that a port is taken', async () => {
    const second = serveRpc(chain, { port: server.port })
    await expect(second).rejects.toBeInstanceOf(PortError)
    await expect(second).rejects.toThrow(
      `Port ${server.port} for the local RPC is in use. Stop what uses it or set DEVNET_RPC_PORT to another port.`,
    )
  })
})
