import { isAddressEqual } from 'viem'
import { encodeKept, parseKeptFlow } from '@/lib/transaction/kept-flow'
import type { FlowStore, KeptFlow } from '@/lib/transaction/ports'

const VERSION = 1
/** Older unfinished flows of an account are forgotten first. */
const CAP = 20
const PREFIX = 'livepeer-delegator.flows'

/** What of the browser's storage is used, so that tests and private windows can stand in. */
export interface KeyValueStore {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

/** Where `storage` events come from. */
export interface StorageEvents {
  addEventListener(type: 'storage', listener: (event: { readonly key: string | null }) => void): void
  removeEventListener(type: 'storage', listener: (event: { readonly key: string | null }) => void): void
}

/**
 * Unfinished flows in the browser, one entry per chain and account, so that a reload or a second tab can take
 * them up. Content that cannot be understood is left out and reported by `damaged`; a storage that refuses
 * (full, switched off) costs only the resuming. Nothing throws.
 */
export function createFlowStore(storage: KeyValueStore | null, events: StorageEvents | null): FlowStore {
  let damaged = false

  const read = (key: string): KeptFlow[] => {
    try {
      const text = storage?.getItem(key) ?? null
      if (text === null) return []
      const content = JSON.parse(text) as { version?: unknown; flows?: unknown } | null
      if (content?.version !== VERSION || !Array.isArray(content.flows)) {
        damaged = true
        return []
      }
      return content.flows.flatMap((flow) => understood(flow))
    } catch {
      damaged = true
      return []
    }
  }

  const understood = (flow: unknown): KeptFlow[] => {
    try {
      return [parseKeptFlow(flow)]
    } catch {
      damaged = true
      return []
    }
  }

  const write = (key: string, flows: readonly KeptFlow[]): void => {
    try {
      if (flows.length === 0) storage?.removeItem(key)
      else storage?.setItem(key, encodeKept({ version: VERSION, flows: flows.slice(-CAP) }))
    } catch {
      // Full or forbidden: the flow goes on, it only cannot be resumed.
    }
  }

  const keyOf = (chainId: number, account: string) => `${PREFIX}.${chainId}.${account.toLowerCase()}`
  const keyOfId = (id: string) => `${PREFIX}.${id.split('.').slice(0, 2).join('.')}`

  return {
    save: (flow) => {
      const key = keyOf(flow.plan.chainId, flow.plan.account)
      write(key, [...read(key).filter((kept) => kept.id !== flow.id), flow])
    },
    remove: (id) => {
      const key = keyOfId(id)
      write(
        key,
        read(key).filter((kept) => kept.id !== id),
      )
    },
    list: (chainId, account) =>
      read(keyOf(chainId, account)).filter(
        ({ plan }) => plan.chainId === chainId && isAddressEqual(plan.account, account),
      ),
    damaged: () => damaged,
    watch: (listener) => {
      const onStorage = (event: { readonly key: string | null }) => {
        if (event.key === null || event.key.startsWith(PREFIX)) listener()
      }
      events?.addEventListener('storage', onStorage)
      return () => events?.removeEventListener('storage', onStorage)
    },
  }
}

/** The store of this browser; one that keeps nothing where the browser denies storage. */
export function createBrowserFlowStore(): FlowStore {
  try {
    return createFlowStore(window.localStorage, window)
  } catch {
    return createFlowStore(null, null)
  }
}

/** A new flow's id; its first two parts are the chain and account, by which the store finds its entry. */
export function newFlowId(plan: { readonly chainId: number; readonly account: string }): string {
  const random = crypto.getRandomValues(new Uint32Array(2)).join('')
  return `${plan.chainId}.${plan.account.toLowerCase()}.${random}`
}
