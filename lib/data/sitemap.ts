import type { DateView } from '@/lib/data/governance-types'
import { loadOrchestrators } from '@/lib/data/orchestrators'
import { loadPolls } from '@/lib/data/polls'
import { loadTreasury } from '@/lib/data/treasury'
import type { Loaded } from '@/lib/data/types'
import { lowerAddress } from '@/lib/format/address'
import { sitePages } from '@/lib/search/site-pages'
import { hasSubgraph } from '@/lib/subgraph/query'

/** A page that search engines may list. */
export interface SitemapEntry {
  /** Path on this site. */
  path: string
  /** Since when it is as it is, Unix seconds of chain time; null: it changes all the time, or that is not known. */
  changedAt: number | null
}

/** Every page there is, or why that is not known: a shorter list would make search engines forget pages. */
export type Sitemap =
  | { state: 'whole'; entries: readonly SitemapEntry[] }
  | { state: 'unknown'; reason: string }

class Unknown extends Error {}

/** A list that must be whole; without an index of its own a copy knows what the chain does, and no more. */
function whole<View, Row>(
  view: Loaded<View>,
  rowsOf: (value: View) => readonly Row[] | null,
): readonly Row[] {
  if (!('value' in view)) throw new Unknown(view.reason)
  const rows = rowsOf(view.value)
  if (rows) return rows
  if (hasSubgraph()) throw new Unknown('The index, which alone has the list, did not answer.')
  return []
}

/** When a vote ended, if that is over and on record: its page is the same since. */
function endedAt(date: DateView | null, now: number): number | null {
  return date && !date.estimated && date.at <= now ? date.at : null
}

/** Pages of the site, of every orchestrator in the list, of every poll and proposal. */
export async function loadSitemap(): Promise<Sitemap> {
  const [orchestrators, polls, treasury] = await Promise.all([
    loadOrchestrators(),
    loadPolls(),
    loadTreasury(),
  ])
  const now = 'asOf' in polls ? polls.asOf.timestamp : 0
  try {
    const listed = whole(orchestrators, ({ rows, complete }) => (complete || !hasSubgraph() ? rows : null))
    return {
      state: 'whole',
      entries: [
        ...sitePages.flatMap(({ path, listed: open }) => (open ? [{ path, changedAt: null }] : [])),
        ...listed.map(({ address }) => ({
          path: `/accounts/${lowerAddress(address)}/orchestrating`,
          changedAt: null,
        })),
        ...whole(polls, ({ rows }) => rows).map(({ address, state, endsAt }) => ({
          path: `/voting/${lowerAddress(address)}`,
          changedAt: state === 'open' ? null : endedAt(endsAt, now),
        })),
        ...whole(treasury, ({ rows }) => rows).map(({ id, state, closesAt }) => ({
          path: `/treasury/${id}`,
          // Others may still be queued or carried out after their vote.
          changedAt: state === 'defeated' ? endedAt(closesAt, now) : null,
        })),
      ],
    }
  } catch (error) {
    if (error instanceof Unknown) return { state: 'unknown', reason: error.message }
    throw error
  }
}
