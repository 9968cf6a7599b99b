import { type Address, getAddress, type Hex, hashTypedData } from 'viem'
import { z } from 'zod'
import { loadLipText, loadPollCreator, pollCreatorAddress } from '@/lib/data/poll-creation'
import { isSignedBy } from '@/lib/data/verify-signature'
import { type PinPermission, permissionSeconds, pinPermissionData } from '@/lib/ipfs/pin-permission'
import { pinPollText } from '@/lib/ipfs/pin-poll-text'
import { createRateLimit } from '@/lib/network/guard/rate-limit'
import type { Refusal } from '@/lib/network/guard/refusal'
import { processWide } from '@/lib/network/process-wide'
import { settings } from '@/lib/network/settings'
import { isSourceError } from '@/lib/network/source-error'

/** Contract wallets with many owners give one signature after another: this is enough for some sixty. */
const signatureLimit = 8_400
export const pinBodyLimitBytes = 10_000

/** Texts that one account may have pinned in a minute; its own address says nothing about how many it has. */
const perAccountAMinute = 5
const noncesKept = 10_000

const schema = z.strictObject({
  account: z.string().regex(/^0x[0-9a-fA-F]{40}$/),
  lip: z.string().regex(/^\d{1,6}$/),
  commit: z.string().regex(/^[0-9a-f]{40}$/),
  issuedAt: z.int().positive(),
  nonce: z.string().regex(/^0x[0-9a-f]{64}$/),
  signature: z
    .string()
    .max(signatureLimit)
    .regex(/^0x(?:[0-9a-fA-F]{2})+$/),
})

/** A permission with the signature that proves it. */
interface SignedPermission extends PinPermission {
  signature: Hex
}

/** The body of a request to pin; null where it is none. Never throws. */
export function parsePinRequest(body: unknown): SignedPermission | null {
  const parsed = schema.safeParse(body)
  if (!parsed.success) return null
  const { account, nonce, signature, ...rest } = parsed.data
  return {
    ...rest,
    account: getAddress(account.toLowerCase()),
    nonce: nonce as Hex,
    signature: signature as Hex,
  }
}

/** What became of a request to pin. `failed`: a source did not answer, nothing is wrong with the request. */
export type PinAnswer =
  | { state: 'pinned'; cid: string }
  | { state: 'refused'; refusal: Refusal }
  | { state: 'failed'; reason: string; next: string }

function refused(status: Refusal['status'], message: string): PinAnswer {
  return { state: 'refused', refusal: { status, message } }
}

/** Nonces that were used, with the chain time from which nobody could use them anyway. Kept per copy. */
function takeNonce(nonce: Hex, now: number): boolean {
  const used = processWide('pin-nonces', () => new Map<Hex, number>())
  for (const [old, until] of used) if (until < now || used.size > noncesKept) used.delete(old)
  if (used.has(nonce)) return false
  used.set(nonce, now + 2 * permissionSeconds)
  return true
}

function accountWait(account: Address): number {
  return processWide('pins-of-accounts', () => createRateLimit(perAccountAMinute)).take(account, 1)
}

/**
 * Pins the text of a LIP for an account that may create polls, has signed for exactly this LIP at this commit a moment ago and
 * has not used the permission before. The text is what this copy itself read from the repository, never anything that was
 * sent. Cheap checks come first. Never throws a SourceError.
 */
export async function pinForAccount(request: SignedPermission): Promise<PinAnswer> {
  try {
    return await pin(request)
  } catch (error) {
    if (!isSourceError(error)) throw error
    return { state: 'failed', reason: error.reason, next: error.next }
  }
}

async function pin({ signature, ...permission }: SignedPermission): Promise<PinAnswer> {
  const { account, lip, commit, issuedAt, nonce } = permission
  const { network, siteUrl } = settings()
  const [creator, text] = await Promise.all([loadPollCreator(account), loadLipText(lip)])
  if (!('value' in creator)) return { state: 'failed', reason: creator.reason, next: creator.next }
  if (!('value' in text)) return { state: 'failed', reason: text.reason, next: text.next }
  const { timestamp: now, block } = creator.asOf
  if (Math.abs(now - issuedAt) > permissionSeconds) {
    return refused(403, 'The signature is too old, or its time has not come. Sign again.')
  }
  if (!creator.value.may) return refused(403, 'This account has too little stake to create polls.')
  if (text.value === null) return refused(404, 'The repository has no LIP with this number.')
  if (text.value.commit !== commit) {
    return refused(
      409,
      'The repository has changed since you read the text. Reload the page, then sign again.',
    )
  }
  const place = { siteUrl, chainId: network.chainId, pollCreator: await pollCreatorAddress() }
  const hash = hashTypedData(pinPermissionData(permission, place))
  if (!(await isSignedBy(account, hash, signature, block))) {
    return refused(403, 'The signature is not this account’s, or not for this LIP.')
  }
  if (!takeNonce(nonce, now)) return refused(403, 'This signature was used already. Sign again.')
  const wait = accountWait(account)
  if (wait > 0) return refused(429, `This account has had enough texts pinned. Try again in ${wait} seconds.`)
  return { state: 'pinned', cid: await pinPollText({ text: text.value.text, gitCommitHash: commit }) }
}
