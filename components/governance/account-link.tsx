import type { Address } from 'viem'
import { AddressMark } from '@/components/ui/address-mark'
import { IntentLink } from '@/components/ui/intent-link'
import { lowerAddress, shortenAddress } from '@/lib/format/address'

export interface AccountLinkProps {
  address: Address
  orchestrator: boolean
  /** Its confirmed name, where it has one. */
  name?: string | null
}

/** A voter, proposer or recipient, leading to its page: as an orchestrator where it is one. */
export function AccountLink({ address, orchestrator, name = null }: AccountLinkProps) {
  return (
    <IntentLink
      href={`/accounts/${lowerAddress(address)}/${orchestrator ? 'orchestrating' : 'delegating'}`}
      title={address}
      className={`inline-flex min-h-8 max-w-full items-center gap-2.5 text-small font-medium underline-offset-4 hover:underline ${
        name === null ? 'font-mono' : ''
      }`}
    >
      <AddressMark address={address} />
      <span className="min-w-0 truncate">{name ?? shortenAddress(address)}</span>
    </IntentLink>
  )
}
