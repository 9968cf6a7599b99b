import { ExternalLink } from 'lucide-react'
import type { Address } from 'viem'
import { CopyButton } from '@/components/ui/copy-button'
import { shortenAddress } from '@/lib/format/address'

/** An address cut in the middle, in mono; the whole of it as a tooltip and for screen readers. */
export function ShortAddress({ address, className = '' }: { address: Address; className?: string }) {
  return (
    <span className={`font-mono ${className}`} title={address}>
      {shortenAddress(address)}
    </span>
  )
}

export interface FullAddressProps {
  address: Address
  /** Block explorer without a trailing slash; null where there is none. */
  explorerUrl: string | null
}

/** A whole address that breaks where it must, with copy button and explorer link. */
export function FullAddress({ address, explorerUrl }: FullAddressProps) {
  return (
    <span className="flex flex-wrap items-center gap-x-px">
      <span className="font-mono text-small break-all">{address}</span>
      <span className="flex">
        <CopyButton text={address} what="address" />
        {explorerUrl && (
          <a
            href={`${explorerUrl}/address/${address}`}
            rel="noreferrer"
            target="_blank"
            aria-label={`Open in the block explorer (${new URL(explorerUrl).hostname}, new tab)`}
            className="inline-flex size-7 items-center justify-center rounded text-ink-quiet hover:bg-raised hover:text-ink"
          >
            <ExternalLink aria-hidden className="size-4" />
          </a>
        )}
      </span>
    </span>
  )
}
