import type { Address } from 'viem'
import { type Head, readHead } from '@/devnet/chain/transact'
import { type Devnet, startDevnet } from '@/devnet/start'

/** What a control command answers. */
interface ControlAnswer {
  status: {
    block: Head
    automine: boolean
    paused: boolean
    keeper: { enabled: boolean }
    indexer: { head: number; held: boolean }
    rpc: { fault: string; faults: unknown[] }
    subgraph: { fault: string }
    services: Record<string, string>
  }
  result: Record<string, unknown>
  error: string
}

export interface RpcAnswer {
  result?: unknown
  error?: { code: number; message: string }
}

/** A network without history, for tests, spoken to over HTTP as anybody would. */
export interface ControlledNetwork {
  net: Devnet
  /** Its newest block at the start. */
  start: Head
  control(command: string, body?: unknown): Promise<ControlAnswer>
  /** One JSON-RPC call, or a batch as it is. */
  post(body: unknown): Promise<Response>
  rpc(method: string, params?: unknown[]): Promise<RpcAnswer>
  query(text: string): Promise<Response>
  account(index: number): Address
}

/** Starts one whose clock and keeper are off. */
export async function startControlledNetwork(): Promise<ControlledNetwork> {
  const net = await startDevnet({
    world: 'none',
    endTime: 1_790_000_000,
    clock: false,
    keeper: false,
    rpcPort: 0,
    servicesPort: 0,
  })
  const send = (url: string, body: unknown) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const post = (body: unknown) => send(net.rpcUrl, body)
  return {
    net,
    start: await readHead(net.chain.request),
    control: async (command, body = {}) =>
      (await (await send(`${net.servicesUrl}/control/${command}`, body)).json()) as ControlAnswer,
    post,
    rpc: async (method, params = []) =>
      (await (await post({ jsonrpc: '2.0', id: 1, method, params })).json()) as RpcAnswer,
    query: (text) => send(`${net.servicesUrl}/subgraph`, { query: text }),
    account: (index) => {
      const found = net.deployment.accounts[index]
      if (!found) throw new Error(`no account ${index}`)
      return found.address
    },
  }
}
