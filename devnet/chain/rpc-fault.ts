import { z } from 'zod'

const blocks = z.number().int().min(0).max(100_000_000)
const milliseconds = z.number().int().min(0).max(120_000)

/**
 * How the RPC can misbehave, on its HTTP side only: what runs in this process (world, keeper, indexer) does not see it.
 * Several can be in force together.
 */
export const rpcFault = z.discriminatedUnion('fault', [
  z.strictObject({ fault: z.literal('none') }),
  z.strictObject({ fault: z.literal('error') }).meta({ description: 'HTTP 503' }),
  z
    .strictObject({ fault: z.literal('drop') })
    .meta({ description: 'The connection is closed without an answer' }),
  z
    .strictObject({ fault: z.literal('slow'), milliseconds: milliseconds.default(3_000) })
    .meta({ description: 'Each answer comes later by so much' }),
  z
    .strictObject({
      fault: z.literal('rate-limit'),
      style: z.enum(['http', 'json-rpc']).default('http'),
      perSecond: z.number().int().min(0).max(100_000).default(0),
    })
    .meta({ description: 'Calls beyond so many a second get HTTP 429 or error -32005; 0 refuses all' }),
  z
    .strictObject({ fault: z.literal('freeze') })
    .meta({ description: 'The head stands still where it was; writes are taken, and never seen' }),
  z
    .strictObject({
      fault: z.literal('range-limit'),
      blocks: blocks.min(1).default(10_000),
      words: z.enum(['alchemy', 'infura', 'quicknode', 'reth']).default('alchemy'),
    })
    .meta({ description: 'eth_getLogs over more blocks is refused, in the words of a provider' }),
  z
    .strictObject({ fault: z.literal('de-archive'), blocks: blocks.default(128) })
    .meta({ description: 'State older than so many blocks is gone: missing trie node' }),
])

export type RpcFault = z.output<typeof rpcFault>
export type RpcFaultName = RpcFault['fault']

/** The fault of that name among those in force. */
export function faultNamed<Name extends RpcFaultName>(
  faults: readonly RpcFault[],
  name: Name,
): Extract<RpcFault, { fault: Name }> | undefined {
  return faults.find((fault): fault is Extract<RpcFault, { fault: Name }> => fault.fault === name)
}
