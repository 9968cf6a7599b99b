import { type Address, bytesToHex } from 'viem'
import { loadWallet } from '@/components/wallet/load-wallet'
import { pollCreatorPath } from '@/hooks/ballot-store'
import { decodeLoaded } from '@/hooks/decode-loaded'
import { classifyError } from '@/lib/contracts/errors'
import type { LipTextView, PinnedTextView, PollCreatorView } from '@/lib/data/authoring-types'
import type { Failure } from '@/lib/data/types'
import { isCid } from '@/lib/ipfs/cid'
import { isContentIdOf } from '@/lib/ipfs/content-ids'
import { pinPermissionJson } from '@/lib/ipfs/pin-permission'
import { pollDocumentText, readPollDocument } from '@/lib/ipfs/poll-document'
import { readPublicConfig } from '@/lib/network/public-config'

/** A step that came to something, or the reason why not. */
export type Done<Value> = { ok: true; value: Value } | ({ ok: false } & Failure)

const failed = (reason: string, next: string): { ok: false } & Failure => ({ ok: false, reason, next })
const unreachable = failed('The site did not answer.', 'Try again in a moment.')

/** An answer of this site's API: its value, or its own words about why there is none. */
async function answerOf<Value>(response: Response): Promise<Done<Value>> {
  const body: unknown = await response.json().catch(() => null)
  if (typeof body !== 'object' || body === null) return unreachable
  if ('error' in body) {
    const { message } = body.error as { message?: unknown }
    return failed(String(message ?? 'The site refused.'), '')
  }
  if ('reason' in body && !('value' in body) && !('cid' in body)) {
    return failed(String(body.reason), 'next' in body ? String(body.next) : '')
  }
  return { ok: true, value: ('value' in body ? body.value : body) as Value }
}

/** The LIP as the repository has it now; refused where that is no longer what the page shows. */
export async function fetchLip(lip: string, commit: string): Promise<Done<LipTextView>> {
  try {
    const answer = await answerOf<LipTextView>(
      await fetch(`/api/v1/voting/lips/${lip}`, { cache: 'no-store' }),
    )
    if (!answer.ok || answer.value.commit === commit) return answer
    return failed('The repository of LIPs has changed since this page was made.', 'Reload the page.')
  } catch {
    return unreachable
  }
}

/**
 * Proves by a signature that the account may create polls, and has the site pin the text.
 * @returns the content id as the pinning service gave it: check it before anything is built on it
 */
export async function publishText(account: Address, { lip, commit }: LipTextView): Promise<Done<string>> {
  const site = readPublicConfig()
  const pollCreator = site.contracts?.PollCreator
  if (!pollCreator) return failed('This network has no polls.', 'Use a network that has them.')
  try {
    const response = await fetch(pollCreatorPath(account), { cache: 'no-store' })
    const creator = decodeLoaded<PollCreatorView>(await response.text())
    if (!creator || !('value' in creator)) return unreachable
    const permission = {
      account,
      lip,
      commit,
      issuedAt: creator.asOf.timestamp,
      nonce: bytesToHex(crypto.getRandomValues(new Uint8Array(32))),
    }
    const typed = pinPermissionJson(permission, { siteUrl: site.siteUrl, chainId: site.chainId, pollCreator })
    const signed = await sign(account, typed)
    if (!signed.ok) return signed
    const answer = await answerOf<{ cid: string }>(
      await fetch('/api/v1/voting/pins', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...permission, signature: signed.value }),
      }),
    )
    return answer.ok ? { ok: true, value: answer.value.cid } : answer
  } catch {
    return unreachable
  }
}

async function sign(account: Address, typed: string): Promise<Done<string>> {
  try {
    const provider = await (await loadWallet()).provider()
    const signature = await provider.request({ method: 'eth_signTypedData_v4', params: [account, typed] })
    return typeof signature === 'string'
      ? { ok: true, value: signature }
      : failed('Your wallet gave no signature.', 'Try again, or paste a content id instead.')
  } catch (error) {
    const { kind, reason } = classifyError(error, 'wallet')
    return kind === 'user-refused'
      ? failed(reason, 'Nothing was published. Try again when you are ready.')
      : failed(
          'Your wallet did not sign.',
          'Nothing was published. Try again, or paste a content id instead.',
        )
  }
}

/** The document that a poll on a LIP points to, byte for byte. */
export function documentOf({ text, commit }: LipTextView): string {
  return pollDocumentText({ text, gitCommitHash: commit })
}

/**
 * Whether a content id stands for the text of the LIP that is shown: worked out here from the bytes themselves, never believed.
 * @returns the commit that the document names
 */
export async function checkContentId(cid: string, lip: LipTextView): Promise<Done<string>> {
  if (!isCid(cid)) return failed('That is no content id of IPFS.', 'It begins with Qm or b.')
  if (isContentIdOf(cid, documentOf(lip))) return { ok: true, value: lip.commit }
  try {
    const answer = await answerOf<PinnedTextView>(
      await fetch(`/api/v1/voting/documents/${cid}`, { cache: 'no-store' }),
    )
    if (!answer.ok) return answer
    const { content } = answer.value
    if (!isContentIdOf(cid, content)) {
      return failed(
        'What the gateway gave does not prove this content id.',
        'Pin the document below as one file of one block, and paste that id.',
      )
    }
    const document = readPollDocument(content)
    if (document?.text !== lip.text)
      return failed('What it stands for is not the text shown here.', 'Pin the document below.')
    return document.gitCommitHash === null
      ? failed('It does not name the commit that the text is of.', 'Pin the document below.')
      : { ok: true, value: document.gitCommitHash }
  } catch {
    return unreachable
  }
}
