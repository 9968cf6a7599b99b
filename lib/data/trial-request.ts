import { getAddress, type Hex } from 'viem'
import { z } from 'zod'
import type { TreasuryCall } from '@/lib/contracts/treasury-action'

/** Most calls of a proposal that are tried, and most bytes of calldata in all of them. */
export const mostCalls = 20
export const mostCalldataBytes = 40_000
/** Twice the calldata in hex, with room for everything else. */
export const trialBodyLimitBytes = 100_000

const largest = 2n ** 256n - 1n
const schema = z.strictObject({
  calls: z
    .array(
      z.strictObject({
        target: z.string().regex(/^0x[0-9a-fA-F]{40}$/),
        valueWei: z.string().regex(/^\d{1,78}$/),
        calldata: z.string().regex(/^0x(?:[0-9a-fA-F]{2})*$/),
      }),
    )
    .min(1)
    .max(mostCalls),
  descriptionHash: z.string().regex(/^0x[0-9a-f]{64}$/),
})

/** The body of a trial; a sentence where it is none. Never throws. */
export function parseTrial(
  body: unknown,
):
  | { ok: true; parts: { calls: readonly TreasuryCall[]; descriptionHash: Hex } }
  | { ok: false; message: string } {
  const parsed = schema.safeParse(body)
  if (!parsed.success) return { ok: false, message: `Send 1 to ${mostCalls} calls and the text’s hash.` }
  const { calls, descriptionHash } = parsed.data
  const bytes = calls.reduce((sum, { calldata }) => sum + (calldata.length - 2) / 2, 0)
  if (bytes > mostCalldataBytes)
    return { ok: false, message: `At most ${mostCalldataBytes} bytes of calldata are tried.` }
  if (calls.some(({ valueWei }) => BigInt(valueWei) > largest))
    return { ok: false, message: 'An amount is too large.' }
  return {
    ok: true,
    parts: {
      descriptionHash: descriptionHash as Hex,
      calls: calls.map(({ target, valueWei, calldata }) => ({
        target: getAddress(target.toLowerCase()),
        valueWei: BigInt(valueWei),
        calldata: calldata.toLowerCase() as Hex,
      })),
    },
  }
}
