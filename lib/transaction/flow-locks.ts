import { sleep } from '@/lib/transaction/nonce-search'
import type { FlowLocks } from '@/lib/transaction/ports'
import type { KeyValueStore } from '@/lib/transaction/store'

const PREFIX = 'livepeer-delegator.driven'
/** A lease is renewed well before it ends, also in hidden tabs, whose timers run once a minute. */
const LEASE_MS = 150_000
const RENEW_MS = 20_000
const LOOK_MS = 1_000

/** Who drives a flow, by the browser's own locks: they end with the tab, however it ends. */
function createWebLocks(locks: LockManager): FlowLocks {
  const request = (id: string, options: LockOptions): Promise<(() => void) | null> =>
    new Promise((resolve, reject) => {
      const held = (lock: Lock | null) => {
        if (!lock) return resolve(null)
        return new Promise<void>((release) => resolve(() => release()))
      }
      locks.request(`${PREFIX}.${id}`, options, held).catch(reject)
    })
  return {
    take: (id) => request(id, { ifAvailable: true }),
    wait: async (id, signal) => {
      const release = await request(id, { signal })
      if (!release) throw new Error('The lock was not given.')
      return release
    },
  }
}

/** The same where the browser has no locks (pages without TLS): a lease in its storage that ends by itself. */
export function createLeases(storage: KeyValueStore, clock: () => number = Date.now): FlowLocks {
  const keyOf = (id: string) => `${PREFIX}.${id}`
  const take = (id: string): (() => void) | null => {
    const key = keyOf(id)
    try {
      if (Number(storage.getItem(key)?.split(' ')[0] ?? 0) > clock()) return null
      const holder = crypto.getRandomValues(new Uint32Array(2)).join('')
      const own = () => storage.getItem(key)?.split(' ')[1] === holder
      const write = () => storage.setItem(key, `${clock() + LEASE_MS} ${holder}`)
      write()
      // A computer that slept may wake to a lease that ended and that another tab has by now.
      const timer = setInterval(() => {
        if (own()) write()
        else clearInterval(timer)
      }, RENEW_MS)
      const release = () => {
        clearInterval(timer)
        if (own()) storage.removeItem(key)
      }
      globalThis.addEventListener?.('pagehide', release, { once: true })
      return () => {
        globalThis.removeEventListener?.('pagehide', release)
        release()
      }
    } catch {
      // A storage that refuses holds no flows either: no other tab can have this one.
      return () => undefined
    }
  }
  return {
    take: (id) => Promise.resolve(take(id)),
    wait: async (id, signal) => {
      for (;;) {
        const release = take(id)
        if (release) return release
        await sleep(LOOK_MS, signal)
      }
    },
  }
}

/** The locks of this browser. */
export function createBrowserFlowLocks(): FlowLocks {
  if ('locks' in navigator) return createWebLocks(navigator.locks)
  try {
    return createLeases(window.localStorage)
  } catch {
    const free = () => Promise.resolve(() => undefined)
    return { take: free, wait: free }
  }
}
