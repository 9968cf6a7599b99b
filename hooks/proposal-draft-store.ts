import { readPublicConfig } from '@/lib/network/public-config'
import { count, list, longText, object, oneOf, type Parser, text } from '@/lib/transaction/parse'

/** One action as it is typed: every field keeps its text whatever it means, and whichever kind is chosen. */
export interface DraftAction {
  /** Tells actions of a draft apart while their order changes. */
  id: number
  kind: 'lpt' | 'eth' | 'known' | 'raw'
  /** Receiver, or the called contract of a raw call. */
  to: string
  /** LPT, or ETH sent along. */
  amount: string
  contract: string
  functionName: string
  args: readonly string[]
  calldata: string
}

/** A treasury proposal that is being written. */
export interface ProposalDraft {
  title: string
  /** Markdown. */
  body: string
  actions: readonly DraftAction[]
}

export const emptyDraft: ProposalDraft = { title: '', body: '', actions: [] }

const parseDraft: Parser<ProposalDraft> = object({
  title: text,
  body: longText,
  actions: list(
    object({
      id: count,
      kind: oneOf('lpt', 'eth', 'known', 'raw'),
      to: text,
      amount: text,
      contract: text,
      functionName: text,
      args: list(longText),
      calldata: longText,
    }),
  ),
})

/** A draft as it was kept; what is none is an empty one. */
export function readDraft(kept: string | null): ProposalDraft {
  if (kept === null) return emptyDraft
  try {
    return parseDraft(JSON.parse(kept))
  } catch {
    return emptyDraft
  }
}

const listeners = new Set<() => void>()
let read: { text: string | null; draft: ProposalDraft } = { text: null, draft: emptyDraft }
let blocked = false

/** Drafts of different chains have nothing to do with each other. */
const storageKey = () => `proposal-draft:${readPublicConfig().chainId}`

function stored(): string | null {
  if (blocked) return read.text
  try {
    return localStorage.getItem(storageKey())
  } catch {
    blocked = true
    return read.text
  }
}

/** The draft of this browser; the same object until it changes. */
export function getDraft(): ProposalDraft {
  const kept = stored()
  if (kept !== read.text) read = { text: kept, draft: readDraft(kept) }
  return read.draft
}

/** Whether the browser refuses to keep drafts, so that this one lasts until the page is left. */
export function draftIsLost(): boolean {
  return blocked
}

/** Keeps a draft; null discards it. */
export function setDraft(draft: ProposalDraft | null): void {
  const kept = draft && JSON.stringify(draft)
  try {
    if (kept === null) localStorage.removeItem(storageKey())
    else localStorage.setItem(storageKey(), kept)
    blocked = false
  } catch {
    // Storage that is blocked or full: the draft lasts until the page is left.
    blocked = true
  }
  read = { text: kept, draft: draft ?? emptyDraft }
  for (const listener of listeners) listener()
}

/** Follows the draft, also as other tabs of this browser change it. */
export function subscribeDraft(listener: () => void): () => void {
  const elsewhere = (event: StorageEvent) => {
    if (event.key === storageKey() || event.key === null) listener()
  }
  listeners.add(listener)
  window.addEventListener('storage', elsewhere)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', elsewhere)
  }
}
