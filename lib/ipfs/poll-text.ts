import { type AuthorText, parseAuthorText } from '@/lib/format/author-text'
import { fetchIpfsText } from '@/lib/ipfs/fetch-ipfs'
import { readPollDocument } from '@/lib/ipfs/poll-document'
import { SourceError } from '@/lib/network/source-error'

const limitBytes = 512_000

/** What a poll is about, as its creator pinned it (contracts.md section 10). Written by a stranger. */
export interface PollText extends AuthorText {
  /** Commit of the LIP repository the text is from; null when the pin names none. */
  commit: string | null
}

/**
 * The text of a poll: JSON with `text` and `gitCommitHash` behind its content id.
 * @throws SourceError when it cannot be reached or is something else
 */
export async function fetchPollText(cid: string): Promise<PollText> {
  const { text, commit } = parsePin(await fetchIpfsText(cid, limitBytes))
  return { ...parseAuthorText(text), commit }
}

/** @throws SourceError when the pin is not a poll's */
export function parsePin(json: string): { text: string; commit: string | null } {
  const pin = readPollDocument(json)
  if (pin) return { text: pin.text, commit: pin.gitCommitHash }
  throw new SourceError(
    'What this poll points to on IPFS is not the text of a LIP.',
    'Look it up by its content id.',
  )
}
