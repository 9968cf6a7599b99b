import type { Address } from 'viem'
import { decodeLoaded } from '@/hooks/decode-loaded'
import type { DelegatingView, Failure } from '@/lib/data/types'

/** What the page knows of one account's figures. A failed refresh keeps the older figures and says so in `note`. */
export type AccountFigures =
  | { state: 'loading' }
  | {
      state: 'known'
      view: DelegatingView
      /** Block the figures stand for. */
      block: number
      /** Chain time of that block, Unix seconds: "now" for ages and countdowns. */
      timestamp: number
      /** Read from the chain in this browser after a transaction, ahead of the site's own copy. */
      fromChain: boolean
      note: Failure | null
    }
  | ({ state: 'failed' } & Failure)

/** Figures as of a block of the chain. */
interface ChainFigures {
  view: DelegatingView
  block: number
  timestamp: number
}

interface Entry {
  figures: AccountFigures
  listeners: Set<() => void>
  /** Figures read from the chain after a transaction; they win over answers of older blocks, but not for ever. */
  ahead: (ChainFigures & { until: number }) | null
  running: Promise<void> | null
  timer: ReturnType<typeof setTimeout> | null
}

const caughtUp = new Set<() => void>()

/** Called when the site's own answer has reached the block of figures that this browser read ahead of it. */
export function subscribeCaughtUp(listener: () => void): () => void {
  caughtUp.add(listener)
  return () => caughtUp.delete(listener)
}

const loading: AccountFigures = { state: 'loading' }
const entries = new Map<string, Entry>()
const refreshMs = 20_000
const afterFailureMs = 5_000
const aheadMs = 1_500
/** A copy that has not reached a block by then never will: its node is stuck, or the chain dropped the block. */
const aheadAtMostMs = 60_000

function entryOf(address: Address): Entry {
  const key = address.toLowerCase()
  let entry = entries.get(key)
  if (!entry) {
    entry = { figures: loading, listeners: new Set(), ahead: null, running: null, timer: null }
    entries.set(key, entry)
  }
  return entry
}

function show(entry: Entry, figures: AccountFigures): void {
  entry.figures = figures
  for (const listener of entry.listeners) listener()
}

function fail(entry: Entry, failure: Failure): void {
  if (entry.figures.state === 'known') show(entry, { ...entry.figures, note: failure })
  else show(entry, { state: 'failed', ...failure })
}

async function load(address: Address, entry: Entry): Promise<void> {
  const unreachable: Failure = {
    reason: 'The account’s figures could not be read.',
    next: 'They are asked for again in a few seconds.',
  }
  try {
    const response = await fetch(`/api/v1/accounts/${address.toLowerCase()}`, { cache: 'no-store' })
    const loaded = decodeLoaded<DelegatingView>(await response.text())
    if (!loaded) return fail(entry, unreachable)
    if (loaded.state === 'failed' || loaded.state === 'late') return fail(entry, loaded)
    const { block, timestamp } = loaded.asOf
    const note = loaded.state === 'ready' ? null : { reason: loaded.reason, next: loaded.next }
    const { ahead } = entry
    if (ahead && block < ahead.block && Date.now() < ahead.until) {
      const { until: _until, ...figures } = ahead
      show(entry, { state: 'known', ...figures, fromChain: true, note: null })
      return
    }
    entry.ahead = null
    show(entry, { state: 'known', view: loaded.value, block, timestamp, fromChain: false, note })
    if (ahead) for (const listener of caughtUp) listener()
  } catch {
    fail(entry, unreachable)
  }
}

function schedule(address: Address, entry: Entry): void {
  if (entry.timer) clearTimeout(entry.timer)
  entry.timer = null
  if (entry.listeners.size === 0) return
  const failing = entry.figures.state !== 'known' || entry.figures.note
  entry.timer = setTimeout(
    () => {
      if (document.visibilityState === 'visible') refreshAccount(address)
      else schedule(address, entry)
    },
    entry.ahead ? aheadMs : failing ? afterFailureMs : refreshMs,
  )
}

/** Reads an account's figures again; one request at a time. */
export function refreshAccount(address: Address): void {
  const entry = entryOf(address)
  entry.running ??= load(address, entry).finally(() => {
    entry.running = null
    schedule(address, entry)
  })
}

export function getAccountFigures(address: Address): AccountFigures {
  return entryOf(address).figures
}

/** Follows an account: reads it now and again while anybody follows it and the page is visible. */
export function followAccount(address: Address, listener: () => void): () => void {
  const entry = entryOf(address)
  entry.listeners.add(listener)
  if (entry.listeners.size === 1) refreshAccount(address)
  return () => {
    entry.listeners.delete(listener)
    if (entry.listeners.size === 0) schedule(address, entry)
  }
}

/**
 * Takes over figures that this browser read from the chain after a transaction. They stay on show until the site's own
 * answer has reached their block, at most a minute.
 */
export function showChainFigures(address: Address, figures: ChainFigures): void {
  const entry = entryOf(address)
  entry.ahead = { ...figures, until: Date.now() + aheadAtMostMs }
  show(entry, { state: 'known', ...figures, fromChain: true, note: null })
  refreshAccount(address)
}
