import { z } from 'zod'
import { isCid } from '@/lib/ipfs/cid'
import type { PollDocument } from '@/lib/ipfs/poll-document'
import { HttpStatusError, readBytes } from '@/lib/network/fetch-json'
import { onRankedEndpoints } from '@/lib/network/ranked'
import { settings } from '@/lib/network/settings'
import { SourceError } from '@/lib/network/source-error'

/** Longest text of a LIP that is pinned. */
const pinLimitBytes = 250_000

const answerSchema = z.object({ IpfsHash: z.string().refine(isCid) })

/**
 * Pins the text of a poll with the copy's pinning service and answers its content id (version 0, as polls have it).
 * Nothing but that document can be pinned: an open pin is a free disk for everybody.
 *
 * @throws SourceError when there is no service, the text is too long, or the service refuses
 */
export async function pinPollText(document: PollDocument): Promise<string> {
  const { pin } = settings()
  if (!pin) {
    throw new SourceError(
      'This copy of the site cannot pin texts.',
      'Pin the text yourself and paste its content id, or ask the operator to set PIN_TOKEN.',
    )
  }
  const body = JSON.stringify({
    pinataContent: { gitCommitHash: document.gitCommitHash, text: document.text },
    pinataOptions: { cidVersion: 0 },
  })
  if (Buffer.byteLength(body) > pinLimitBytes || !/^[0-9a-f]{40}$/.test(document.gitCommitHash)) {
    throw new SourceError('That is no text of a LIP that can be pinned.', 'Choose a LIP from the list.')
  }
  return onRankedEndpoints('The pinning service', [pin], async ({ url, headers }) => {
    const response = await fetch(`${url}/pinning/pinJSONToIPFS`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body,
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(15_000),
    })
    if (response.status === 401 || response.status === 403) {
      await response.body?.cancel()
      throw new Error('it refuses the token of this copy')
    }
    if (!response.ok) {
      await response.body?.cancel()
      throw new HttpStatusError(response.status)
    }
    const parsed = answerSchema.safeParse(parse((await readBytes(response, 10_000)).toString('utf8')))
    if (!parsed.success) throw new Error('an answer without a content id')
    return parsed.data.IpfsHash
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
