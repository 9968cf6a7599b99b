import type { Address } from 'viem'
import { AddressMark } from '@/components/ui/address-mark'
import { IntentLink } from '@/components/ui/intent-link'
import { lowerAddress, shortenAddress } from '@/lib/format/address'

export interface NameLinkProps {
  address: Address
  name: string | null
  /** Page of the account it leads to. */
  tab: 'orchestrating' | 'broadcasting'
  /** From which width on there is room for a longer name than 19 letters; `--name-room` of a parent says it for all of its names. */
  room?: string | undefined
}

/** Mark and name of an account in a table, linking to its page; the address where there is no name. */
export function NameLink({ address, name, tab, room = '' }: NameLinkProps) {
  return (
    <IntentLink
      href={`/accounts/${lowerAddress(address)}/${tab}`}
      title={address}
      className="inline-flex min-h-8 max-w-full items-center gap-2.5 font-medium underline-offset-4 hover:underline"
    >
      <AddressMark address={address} />
      {name ? (
        <span className={`max-w-[var(--name-room,19ch)] min-w-0 truncate ${room}`} title={name}>
          {name}
        </span>
      ) : (
        <span className="font-mono text-small">{shortenAddress(address)}</span>
      )}
    </IntentLink>
  )
}
