/** Whether any wallet announces itself over EIP-6963, and whether an old one sits at window.ethereum. */
export function injectedWallets(): { announced: number; legacy: boolean } {
  const seen = new Set<string>()
  const listen = (event: Event) => {
    const detail: unknown = event instanceof CustomEvent ? event.detail : null
    if (typeof detail === 'object' && detail !== null && 'info' in detail) {
      const info = detail.info
      if (typeof info === 'object' && info !== null && 'uuid' in info) seen.add(String(info.uuid))
    }
  }
  window.addEventListener('eip6963:announceProvider', listen)
  window.dispatchEvent(new Event('eip6963:requestProvider'))
  window.removeEventListener('eip6963:announceProvider', listen)
  return { announced: seen.size, legacy: 'ethereum' in window && Boolean(window.ethereum) }
}
