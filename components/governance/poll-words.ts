import type { PollHeading, PollRow } from '@/lib/data/governance-types'
import { shortenAddress } from '@/lib/format/address'

/** What a poll is called: its LIP and title where its text is known, else by its address. */
export function pollTitle(poll: Pick<PollRow<PollHeading>, 'text' | 'address'>): string {
  if (poll.text.state !== 'ready') return `Poll ${shortenAddress(poll.address)}`
  const { lip, title } = poll.text.value
  if (lip !== null) return title === null ? `LIP-${lip}` : `LIP-${lip}: ${title}`
  return title ?? `Poll ${shortenAddress(poll.address)}`
}

/** Relative links of a LIP's text start in the folder of LIPs at the commit it was pinned from; null: they lead nowhere. */
export const lipsFolder = (commit: string | null) =>
  commit === null ? null : `https://github.com/livepeer/LIPs/blob/${commit}/LIPs/`
