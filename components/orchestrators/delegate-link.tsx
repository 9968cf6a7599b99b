import type { Address } from 'viem'
import { lowerAddress, shortenAddress } from '@/lib/format/address'

/** A link to an orchestrator's delegate form; `DelegateLinks` opens it as a sheet over the page instead. */
export function DelegateLink({
  address,
  name,
  className,
}: {
  address: Address
  name: string | null
  className?: string
}) {
  return (
    <a
      href={`/accounts/${lowerAddress(address)}/orchestrating#actions`}
      data-delegate={name ?? ''}
      data-print="hide"
      className={className}
    >
      Delegate<span className="sr-only"> to {name ?? shortenAddress(address)}</span>
    </a>
  )
}
