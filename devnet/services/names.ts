import type { Hex } from 'viem'
import { z } from 'zod'
import { readBody } from '@/devnet/chain/read-body'
import { type Exchange, OPEN_TO_PAGES, sendJson } from '@/devnet/services/answer'
import { makeNameBook, type NameBook } from '@/devnet/services/names-book'
import { servePicture } from '@/devnet/services/names-pictures'
import {
  answerProfile,
  createResolver,
  NAMES_MULTICALL,
  NameRevert,
  UNIVERSAL_RESOLVER,
} from '@/devnet/services/names-resolver'
import type { DevnetParts } from '@/devnet/services/parts'

const BODY_LIMIT_BYTES = 512 * 1024
const MAX_BATCH = 100

const hex = z
  .string()
  .regex(/^0x([0-9a-fA-F]{2})*$/)
  .transform((text) => text as Hex)
const rpcCall = z.object({
  id: z.union([z.number(), z.string(), z.null()]).default(null),
  method: z.string(),
  params: z.array(z.unknown()).default([]),
})
const ethCall = z.object({ to: hex, data: hex.optional(), input: hex.optional() })

/** One book per state of the index: names appear with the accounts they belong to. */
const books = new WeakMap<
  DevnetParts['indexer']['store'],
  { changes: number; base: string; book: NameBook }
>()

function bookOf(parts: DevnetParts, base: string): NameBook {
  const { store } = parts.indexer
  const kept = books.get(store)
  if (kept && kept.changes === store.changes && kept.base === base) return kept.book
  const book = makeNameBook(parts, base)
  books.set(store, { changes: store.changes, base, book })
  return book
}

function answerCall(call: z.output<typeof rpcCall>, parts: DevnetParts, base: string) {
  const reply = (result: unknown) => ({ jsonrpc: '2.0', id: call.id, result })
  const fail = (code: number, message: string, data?: Hex) => ({
    jsonrpc: '2.0',
    id: call.id,
    error: { code, message, ...(data === undefined ? {} : { data }) },
  })
  if (call.method === 'eth_chainId') return reply(`0x${parts.chain.chainId.toString(16)}`)
  if (call.method === 'net_version') return reply(`${parts.chain.chainId}`)
  if (call.method === 'eth_blockNumber')
    return reply(`0x${(parts.indexer.store.head?.number ?? 0).toString(16)}`)
  if (call.method === 'eth_getCode') {
    const known = [UNIVERSAL_RESOLVER, NAMES_MULTICALL].some(
      (address) => address === String(call.params[0]).toLowerCase(),
    )
    return reply(known ? '0xfe' : '0x')
  }
  if (call.method !== 'eth_call') return fail(-32601, `The method ${call.method} does not exist here`)
  const parsed = ethCall.safeParse(call.params[0])
  if (!parsed.success) return fail(-32602, 'The call needs an address and data')
  try {
    const { to, data, input } = parsed.data
    return reply(createResolver(bookOf(parts, base), base).execute(to, data ?? input ?? '0x'))
  } catch (error) {
    if (error instanceof NameRevert) return fail(3, 'execution reverted', error.data)
    return fail(3, 'execution reverted', '0x')
  }
}

/** The gateway that off-chain names send readers to (ERC-3668): `GET /names/gateway/<sender>/<data>.json`. */
function serveGateway({ response, path }: Exchange, parts: DevnetParts, base: string): void {
  const data = /^\/names\/gateway\/0x[0-9a-fA-F]{40}\/(0x[0-9a-f]{8,4000})\.json$/.exec(path)?.[1] as
    | Hex
    | undefined
  const entries = [...bookOf(parts, base).byName.values()].filter(({ offchain }) => offchain)
  try {
    const answers = data ? entries.map((entry) => answerProfile(entry, data)) : []
    const known = answers.find((answer) => !/^0x0*$/.test(answer)) ?? answers[0]
    if (known) return sendJson(response, 200, { data: known }, OPEN_TO_PAGES)
  } catch {
    // What no resolver could answer is no question of ours.
  }
  sendJson(response, 400, { message: 'That is no question about a name' }, OPEN_TO_PAGES)
}

async function serveRpc({ request, response }: Exchange, parts: DevnetParts, base: string): Promise<void> {
  const text = await readBody(request, BODY_LIMIT_BYTES)
  if (text === undefined) return sendJson(response, 413, { error: 'The body is too large' }, OPEN_TO_PAGES)
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    body = undefined
  }
  const parsed = z.union([rpcCall, z.array(rpcCall).min(1).max(MAX_BATCH)]).safeParse(body)
  if (!parsed.success) {
    const error = { code: -32600, message: 'That is no JSON-RPC request' }
    return sendJson(response, 400, { jsonrpc: '2.0', id: null, error }, OPEN_TO_PAGES)
  }
  const answer = Array.isArray(parsed.data)
    ? parsed.data.map((call) => answerCall(call, parts, base))
    : answerCall(parsed.data, parts, base)
  sendJson(response, 200, answer, OPEN_TO_PAGES)
}

/**
 * Names of the local network: `POST /names` is a JSON-RPC that answers the two contracts of Ethereum which readers of ENS call
 * (the Universal Resolver and Multicall3) under the local chain id; pictures and an off-chain gateway stand under it.
 */
export async function serveNames(exchange: Exchange, parts: DevnetParts): Promise<void> {
  const { request, response, path } = exchange
  const base = `http://127.0.0.1:${request.socket.localPort}`
  if (path === '/names' || path === '/names/') {
    if (request.method === 'POST') return serveRpc(exchange, parts, base)
    return sendJson(response, 405, { error: 'Ask by POST' }, { allow: 'POST' })
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return sendJson(response, 405, { error: 'Only GET is allowed' }, { allow: 'GET, HEAD' })
  }
  if (path.startsWith('/names/gateway/')) return serveGateway(exchange, parts, base)
  servePicture(exchange, parts.rpc.url)
}
