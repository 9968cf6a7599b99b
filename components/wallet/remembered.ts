import type { Address } from 'viem'

const key = 'livepeer-delegator:wallet'

/**
 * The account that was connected before this page load, kept in this browser only. It decides whether the wallet code is
 * loaded without a click and whose public figures are shown meanwhile; it proves nothing and signs nothing.
 */
export function rememberedAccount(): Address | null {
  try {
    const value = localStorage.getItem(key)
    return value && /^0x[0-9a-fA-F]{40}$/.test(value) ? (value as Address) : null
  } catch {
    return null
  }
}

export function rememberAccount(address: Address | null): void {
  try {
    if (address) localStorage.setItem(key, address)
    else localStorage.removeItem(key)
  } catch {
    // Storage refused (private mode, quota): the next load asks for a click again.
  }
}
