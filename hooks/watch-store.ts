import type { Address } from 'viem'

/** Where the list of watched addresses is kept: this browser, and nowhere else. */
const storageKey = 'watched'
/** Most that are watched: each is read again and again while the portfolio is open. */
export const mostWatched = 50

const listeners = new Set<() => void>()
const none: readonly Address[] = []
let read: { text: string | null; list: readonly Address[] } = { text: null, list: none }

/** The list as it was written; what is no address, or comes twice, is left out. */
export function parseWatched(text: string | null): readonly Address[] {
  if (text === null) return none
  try {
    const value: unknown = JSON.parse(text)
    if (!Array.isArray(value)) return none
    const addresses = value.filter(
      (item): item is Address => typeof item === 'string' && /^0x[0-9a-f]{40}$/.test(item),
    )
    return [...new Set(addresses)].slice(0, mostWatched)
  } catch {
    return none
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    // Storage can be blocked: the list then lasts until the page is left.
    return read.text
  }
}

/** Watched addresses in lower case, in the order in which they were added; the same array until it changes. */
export function getWatched(): readonly Address[] {
  const text = stored()
  if (text !== read.text) read = { text, list: parseWatched(text) }
  return read.list
}

function write(list: readonly Address[]): void {
  const text = list.length === 0 ? null : JSON.stringify(list)
  try {
    if (text === null) localStorage.removeItem(storageKey)
    else localStorage.setItem(storageKey, text)
  } catch {
    // See `stored`.
  }
  read = { text, list: list.length === 0 ? none : list }
  for (const listener of listeners) listener()
}

/** Adds an address; false: the list is full. */
export function watch(address: Address): boolean {
  const key = address.toLowerCase() as Address
  const list = getWatched()
  if (list.includes(key)) return true
  if (list.length >= mostWatched) return false
  write([...list, key])
  return true
}

export function unwatch(address: Address): void {
  const key = address.toLowerCase()
  const list = getWatched()
  if (list.some((item) => item === key)) write(list.filter((item) => item !== key))
}

/** Follows the list, also as other tabs of this browser change it. */
export function subscribeWatched(listener: () => void): () => void {
  const elsewhere = (event: StorageEvent) => {
    if (event.key === storageKey || event.key === null) listener()
  }
  listeners.add(listener)
  window.addEventListener('storage', elsewhere)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', elsewhere)
  }
}
