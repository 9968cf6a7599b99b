import type { Address } from 'viem'
import { addressMark } from '@/components/ui/address-mark-shape'

/** A small figure drawn from the address itself, to tell rows apart; never a proof of identity, so it has no name. */
export function AddressMark({ address, className = 'size-6' }: { address: Address; className?: string }) {
  const { path, hue } = addressMark(address)
  return (
    <svg
      viewBox="0 0 7 7"
      aria-hidden
      className={`shrink-0 rounded-sm ${className}`}
      style={{ background: `light-dark(oklch(0.93 0.03 ${hue}), oklch(0.3 0.04 ${hue}))` }}
    >
      <path d={path} style={{ fill: `light-dark(oklch(0.5 0.09 ${hue}), oklch(0.78 0.09 ${hue}))` }} />
    </svg>
  )
}
