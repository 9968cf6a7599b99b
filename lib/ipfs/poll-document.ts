/** What a poll points to: a LIP's text and the commit it was taken from (contracts.md section 10). */
export interface PollDocument {
  text: string
  gitCommitHash: string
}

/** The document as it is pinned, to the byte: its content id depends on each of them. */
export function pollDocumentText({ gitCommitHash, text }: PollDocument): string {
  return JSON.stringify({ gitCommitHash, text })
}

/** A pinned document; null when it is not a poll's. Never throws. */
export function readPollDocument(json: string): { text: string; gitCommitHash: string | null } | null {
  const pin = parseJson(json)
  if (typeof pin !== 'object' || pin === null || !('text' in pin) || typeof pin.text !== 'string') return null
  const commit = 'gitCommitHash' in pin ? pin.gitCommitHash : null
  return {
    text: pin.text,
    gitCommitHash: typeof commit === 'string' && /^[0-9a-f]{40}$/.test(commit) ? commit : null,
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
