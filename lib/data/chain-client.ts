import { type Address, createPublicClient, custom, type Hex, type PublicClient } from 'viem'
import { describe, detailOf } from '@/lib/network/ranked'
import { type RpcCall, resultOf, rpc, sendRpc } from '@/lib/network/rpc'
import { settings } from '@/lib/network/settings'
import { isSourceError, SourceError } from '@/lib/network/source-error'

/** Calldata bytes that go into one Multicall3 call: some 400 reads, well inside the gas limits of public nodes. */
export const multicallBytes = 32_768

type Ask = (call: RpcCall) => Promise<unknown>

/** viem's client over this copy's ranked endpoints; failover happens below it. */
function createChainClient(ask: Ask): PublicClient {
  const { network, rpc: endpoints } = settings()
  return createPublicClient({
    chain: {
      id: network.chainId,
      name: network.chainName,
      nativeCurrency: network.nativeCurrency,
      rpcUrls: { default: { http: endpoints.map(({ url }) => url) } },
    },
    transport: custom(
      {
        request: ({ method, params }: { method: string; params?: unknown }) =>
          ask({ method, params: (params ?? []) as unknown[] }),
      },
      { retryCount: 0 },
    ),
    cacheTime: 0,
  }) as PublicClient
}

/*
 * One for each bundle, not for the process: viem tells its errors by class, and a client made by another bundle throws those of
 * that bundle's copy, so that a revert would pass for a failure of the endpoint.
 */
const clients: { alone: PublicClient | null; together: PublicClient | null } = { alone: null, together: null }

/**
 * Runs chain reads; whatever goes wrong becomes a SourceError.
 * @throws SourceError
 */
export async function readChain<Value>(read: (client: PublicClient) => Promise<Value>): Promise<Value> {
  try {
    clients.alone ??= createChainClient(({ method, params }) => rpc(method, params))
    return await read(clients.alone)
  } catch (error) {
    throw asSourceError(error)
  }
}

/**
 * The same for reads that a view makes many of at once, at different blocks: those of one moment go as one HTTP request, and
 * fail together when no endpoint answers it.
 * @throws SourceError
 */
export async function readChainTogether<Value>(
  read: (client: PublicClient) => Promise<Value>,
): Promise<Value> {
  try {
    clients.together ??= createChainClient(together())
    return await read(clients.together)
  } catch (error) {
    throw asSourceError(error)
  }
}

/** Calls in one batch; public nodes refuse very long ones. */
const mostTogether = 40

/** Collects the calls of one turn of the event loop. */
function together(): Ask {
  let waiting: { call: RpcCall; resolve: (value: unknown) => void; reject: (error: unknown) => void }[] = []
  const send = async (batch: typeof waiting) => {
    try {
      const answers = await sendRpc(batch.map(({ call }) => call))
      for (const [index, { resolve, reject }] of batch.entries()) {
        try {
          resolve(resultOf(answers[index]))
        } catch (error) {
          reject(error)
        }
      }
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }
  const flush = () => {
    const all = waiting
    waiting = []
    for (let at = 0; at < all.length; at += mostTogether) void send(all.slice(at, at + mostTogether))
  }
  return (call) =>
    new Promise((resolve, reject) => {
      waiting.push({ call, resolve, reject })
      if (waiting.length === 1) setTimeout(flush)
    })
}

function asSourceError(error: unknown): SourceError {
  let said: string | null = null
  for (let cause = error; cause; cause = cause instanceof Error ? cause.cause : undefined) {
    if (isSourceError(cause)) return cause
    said = detailOf(cause) ?? said
  }
  const short = (error as { shortMessage?: unknown } | undefined)?.shortMessage
  const detail = [typeof short === 'string' ? short : describe(error), said].filter(Boolean).join(' / ')
  return new SourceError(
    'A contract did not answer as expected.',
    'Try again in a moment. If it lasts, the operator can check that the RPC endpoint serves the right network.',
    { cause: error, detail },
  )
}

/**
 * One `eth_call` of creation code (no `to`), as of a block.
 * @throws SourceError
 */
export async function callDeployless(data: Hex, block: number): Promise<Hex> {
  return readChain(async () => (await rpc('eth_call', [{ data }, `0x${block.toString(16)}`])) as Hex)
}

/**
 * A protocol number (round, block, count, Unix seconds) as a JavaScript number.
 * @throws SourceError when it is not a safe integer, which no round or block will be
 */
export function toNumber(value: bigint): number {
  const result = Number(value)
  if (!Number.isSafeInteger(result))
    throw new SourceError(`A number of the chain is out of range: ${value}.`, 'Check the endpoint.')
  return result
}

/** A deactivation round with "never" (2^256 - 1 on chain, 2^255 - 1 in the index, quirk Q7) as null. */
export function roundOrNever(value: bigint): number | null {
  return value > 1_000_000_000n ? null : toNumber(value)
}

/** The zero address as null. */
export function addressOrNone(address: Address): Address | null {
  return /^0x0{40}$/.test(address) ? null : address
}
