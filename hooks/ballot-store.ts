import type { Address } from 'viem'
import { decodeLoaded } from '@/hooks/decode-loaded'
import type { PollBallotView, TreasuryBallotView } from '@/lib/data/governance-types'
import type { AsOf, Failure } from '@/lib/data/types'

/** An account's ballot as the page knows it. A failed refresh keeps the older one and says so in `note`. */
export type BallotFigures<View> =
  | { state: 'loading' }
  | { state: 'known'; view: View; note: Failure | null }
  | ({ state: 'failed' } & Failure)

/** A ballot by its address at `api/v1`: one path, one account. */
export type BallotPath<View> = string & { readonly view?: View }

export function treasuryBallotPath(proposal: string, account: Address): BallotPath<TreasuryBallotView> {
  return `/api/v1/treasury/${proposal}/ballots/${account.toLowerCase()}`
}

export function pollBallotPath(poll: Address, account: Address): BallotPath<PollBallotView> {
  return `/api/v1/voting/${poll.toLowerCase()}/ballots/${account.toLowerCase()}`
}

interface Entry {
  figures: BallotFigures<object>
  listeners: Set<() => void>
  /** A vote this browser saw mined: shown until the index has its block, but not for ever. */
  cast: { change: object; block: number; until: number } | null
  running: Promise<void> | null
  timer: ReturnType<typeof setTimeout> | null
}

const loading: BallotFigures<never> = { state: 'loading' }
const entries = new Map<string, Entry>()
const refreshMs = 20_000
const soonMs = 3_000
const castAtMostMs = 300_000

function entryOf(path: string): Entry {
  let entry = entries.get(path)
  if (!entry) {
    entry = { figures: loading, listeners: new Set(), cast: null, running: null, timer: null }
    entries.set(path, entry)
  }
  return entry
}

function show(entry: Entry, figures: BallotFigures<object>): void {
  entry.figures = figures
  for (const listener of entry.listeners) listener()
}

function fail(entry: Entry, failure: Failure): void {
  if (entry.figures.state === 'known') show(entry, { ...entry.figures, note: failure })
  else show(entry, { state: 'failed', ...failure })
}

/** Block up to which the index was read for an answer; -1 without an index. */
function indexedBlock({ sources }: AsOf): number {
  const note = sources.find(({ source }) => source === 'subgraph')
  return note && 'block' in note ? note.block : -1
}

async function load(path: string, entry: Entry): Promise<void> {
  const unreachable: Failure = {
    reason: 'Your voting power could not be read.',
    next: 'It is asked for again in a few seconds.',
  }
  try {
    const response = await fetch(path, { cache: 'no-store' })
    const loaded = decodeLoaded<object>(await response.text())
    if (!loaded) return fail(entry, unreachable)
    if (loaded.state === 'failed' || loaded.state === 'late') return fail(entry, loaded)
    const { cast } = entry
    if (cast && (indexedBlock(loaded.asOf) >= cast.block || Date.now() >= cast.until)) entry.cast = null
    const note = loaded.state === 'ready' ? null : { reason: loaded.reason, next: loaded.next }
    show(entry, { state: 'known', view: { ...loaded.value, ...entry.cast?.change }, note })
  } catch {
    fail(entry, unreachable)
  }
}

function schedule(path: string, entry: Entry): void {
  if (entry.timer) clearTimeout(entry.timer)
  entry.timer = null
  if (entry.listeners.size === 0) return
  const soon = entry.cast !== null || entry.figures.state !== 'known'
  entry.timer = setTimeout(
    () => {
      if (document.visibilityState === 'visible') refreshBallot(path)
      else schedule(path, entry)
    },
    soon ? soonMs : refreshMs,
  )
}

/** Reads a ballot again; one request at a time. */
export function refreshBallot(path: string): void {
  const entry = entryOf(path)
  entry.running ??= load(path, entry).finally(() => {
    entry.running = null
    schedule(path, entry)
  })
}

export function getBallot<View>(path: BallotPath<View>): BallotFigures<View> {
  return entryOf(path).figures as BallotFigures<View>
}

/** Follows a ballot: reads it now and again while anybody follows it and the page is visible. */
export function followBallot(path: string, listener: () => void): () => void {
  const entry = entryOf(path)
  entry.listeners.add(listener)
  if (entry.listeners.size === 1) refreshBallot(path)
  return () => {
    entry.listeners.delete(listener)
    if (entry.listeners.size === 0) schedule(path, entry)
  }
}

/** Shows a vote that was mined in or before a block at once, and until the index has that block. */
export function showCast<View extends object>(
  path: BallotPath<View>,
  change: Partial<View>,
  block: number,
): void {
  const entry = entryOf(path)
  entry.cast = { change, block, until: Date.now() + castAtMostMs }
  if (entry.figures.state === 'known')
    show(entry, { ...entry.figures, view: { ...entry.figures.view, ...change } })
  refreshBallot(path)
}
