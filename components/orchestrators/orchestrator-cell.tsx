import type { Address } from 'viem'
import { AddressMark } from '@/components/ui/address-mark'
import { IntentLink } from '@/components/ui/intent-link'
import { lowerAddress, shortenAddress } from '@/lib/format/address'

/** Mark and name of an orchestrator, linking to its page; the address where there is no name. */
export function OrchestratorName({
  address,
  name,
  roomy = false,
}: {
  address: Address
  name: string | null
  /** Where few columns leave room, a name is cut only when it is longer than names mostly are. */
  roomy?: boolean
}) {
  return (
    <IntentLink
      href={`/accounts/${lowerAddress(address)}/orchestrating`}
      title={address}
      className="inline-flex min-h-8 max-w-full items-center gap-2.5 font-medium underline-offset-4 hover:underline"
    >
      <AddressMark address={address} />
      {name ? (
        <span className={`max-w-[19ch] truncate ${roomy ? 'lg:max-w-[36ch]' : ''}`} title={name}>
          {name}
        </span>
      ) : (
        <span className="font-mono text-small">{shortenAddress(address)}</span>
      )}
    </IntentLink>
  )
}
