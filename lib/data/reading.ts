import { cached, type Freshness, within } from '@/lib/data/cache'
import { type Head, headTracker } from '@/lib/data/head'
import type { Failure, Loaded, SourceNote } from '@/lib/data/types'
import { settings } from '@/lib/network/settings'
import { isSourceError, type SourceError } from '@/lib/network/source-error'
import type { IndexedAt } from '@/lib/subgraph/meta'
import { hasSubgraph } from '@/lib/subgraph/query'

/** One loader's reading: everything it takes from the chain is as of one block. */
export interface Reading {
  head: Head
  /**
   * A figure of the chain at the pinned block.
   * @throws SourceError
   */
  chain<Value>(key: string, load: (block: number) => Promise<Value>): Promise<Value>
  /** A figure of the chain that changes rarely (a registered address): kept by freshness instead of by block. */
  settled<Value>(key: string, freshness: Freshness, load: (block: number) => Promise<Value>): Promise<Value>
  /** A figure of the index, or null when the index is missing, failing or late; the view's sources then say why. */
  index<Value extends { indexedAt: IndexedAt }>(
    key: string,
    freshness: Freshness,
    load: () => Promise<Value>,
  ): Promise<Value | null>
}

/** Seconds behind the chain from which figures of the index are labelled (the public site warns at the same age). */
export const behindSeconds = 900
/** Seconds without a new block from which a chain that follows the clock is labelled. */
const stillSeconds = 120

const subgraphNext = 'Chain figures are not affected. Reload in a moment.'

/** Says how an answer of the index stands to the head of the chain. */
export function indexNote(at: IndexedAt, head: Pick<Head, 'timestamp'>): SourceNote {
  const seconds = head.timestamp - at.timestamp
  if (seconds <= behindSeconds) return { source: 'subgraph', state: 'ok', ...at }
  return {
    source: 'subgraph',
    state: 'behind',
    ...at,
    reason: `The index is ${Math.round(seconds / 60)} minutes behind the chain; lists and histories may lack the newest events.`,
  }
}

/** What an operator can do to get the figures of the index. */
export const missingSubgraph: SourceNote = {
  source: 'subgraph',
  state: 'missing',
  reason: 'This copy of the site has no access to the Livepeer subgraph.',
  next: 'Set SUBGRAPH_API_KEY (a free key of The Graph) or SUBGRAPH_URLS: it adds delegator counts, fees, reward-call history and lifetime sums.',
}

function chainNote(head: Pick<Head, 'block' | 'timestamp'>): SourceNote {
  const age = Math.floor(Date.now() / 1000) - head.timestamp
  const at = { block: head.block, timestamp: head.timestamp }
  if (!settings().network.followsWallClock || age < stillSeconds)
    return { source: 'chain', state: 'ok', ...at }
  return {
    source: 'chain',
    state: 'behind',
    ...at,
    reason: `The newest block is ${Math.round(age / 60)} minutes old.`,
  }
}

/**
 * Runs a loader at the newest block with the copy's deadline and turns what happens into one of the states of a view.
 * Unexpected errors (defects) pass through.
 */
export async function load<Value>(build: (reading: Reading) => Promise<Value>): Promise<Loaded<Value>> {
  try {
    return await within(run(build), settings().deadlineMs)
  } catch (error) {
    if (!isSourceError(error)) throw error
    return { state: error.late ? 'late' : 'failed', ...failureOf(error) }
  }
}

function failureOf({ reason, next, detail }: SourceError): Failure {
  return { reason, next, detail }
}

/** The block that a view stands for: the oldest of those its figures were read at. */
function oldestOf<At extends { block: number }>(newest: At, kept: readonly At[]): At {
  return kept.reduce((oldest, at) => (at.block < oldest.block ? at : oldest), newest)
}

async function run<Value>(build: (reading: Reading) => Promise<Value>): Promise<Loaded<Value>> {
  const { head, stale: staleHead } = await headTracker().read()
  const stale: SourceError[] = staleHead ? [staleHead] : []
  const sources = new Map<string, SourceNote>()
  /** Blocks of kept figures that stand in for figures of the head. */
  const keptAt: { block: number; timestamp: number }[] = []
  /** A view waits for a slow index once: a second wait would use up the time in which the chain's figures are due. */
  let indexIsLate = false

  function noteIndex(note: SourceNote): void {
    const present = sources.get('subgraph')
    if (!present || present.state === 'ok') sources.set('subgraph', note)
  }

  const reading: Reading = {
    head,
    async chain(key, read) {
      const at = { block: head.block, timestamp: head.timestamp }
      const kept = await cached(
        { key: `chain/${key}`, freshness: 'live', version: `${head.block}` },
        async () => ({ value: await read(head.block), at }),
      )
      if (kept.stale) {
        stale.push(kept.stale)
        keptAt.push(kept.value.at)
      }
      return kept.value.value
    },
    async settled(key, freshness, read) {
      const kept = await cached({ key: `settled/${key}`, freshness }, () => read(head.block))
      if (kept.stale) stale.push(kept.stale)
      return kept.value
    },
    async index(key, freshness, read) {
      if (!hasSubgraph()) {
        noteIndex(missingSubgraph)
        return null
      }
      try {
        const flight = cached({ key: `index/${key}`, freshness }, async () => {
          const value = await read()
          // Judged against the head of that moment: a kept answer is not an index that lags.
          return { value, note: indexNote(value.indexedAt, head) }
        })
        const kept = await within(flight, indexIsLate ? 0 : settings().deadlineMs * 0.75)
        if (kept.stale) stale.push(kept.stale)
        noteIndex(kept.value.note)
        return kept.value.value
      } catch (error) {
        if (!isSourceError(error)) throw error
        indexIsLate ||= error.late
        noteIndex({ source: 'subgraph', state: 'failed', reason: error.reason, next: subgraphNext })
        return null
      }
    },
  }
  const value = await build(reading)
  const at = oldestOf({ block: head.block, timestamp: head.timestamp }, keptAt)
  const asOf = { ...at, sources: [chainNote(at), ...sources.values()] }
  return stateOf(value, asOf, stale[0] ?? null)
}

/** The state of a view from its sources: a missing or failed source makes it partial, an old one stale. */
export function stateOf<Value>(
  value: Value,
  asOf: { block: number; timestamp: number; sources: readonly SourceNote[] },
  stale: Failure | null,
): Loaded<Value> {
  if (stale)
    return {
      state: 'stale',
      value,
      asOf,
      reason: stale.reason,
      next: stale.next,
      detail: stale.detail ?? null,
    }
  for (const note of asOf.sources) {
    if (note.state === 'missing' || note.state === 'failed') {
      return { state: 'partial', value, asOf, reason: note.reason, next: note.next }
    }
  }
  for (const note of asOf.sources) {
    if (note.state === 'behind')
      return { state: 'stale', value, asOf, reason: note.reason, next: subgraphNext }
  }
  return { state: 'ready', value, asOf }
}
