import type { Address } from 'viem'
import { AddressMark } from '@/components/ui/address-mark'
import { IntentLink } from '@/components/ui/intent-link'
import { lowerAddress, shortenAddress } from '@/lib/format/address'

/** A voter or proposer, leading to its page: as an orchestrator where it is one. */
export function AccountLink({ address, orchestrator }: { address: Address; orchestrator: boolean }) {
  return (
    <IntentLink
      href={`/accounts/${lowerAddress(address)}/${orchestrator ? 'orchestrating' : 'delegating'}`}
      title={address}
      className="inline-flex min-h-8 max-w-full items-center gap-2.5 font-mono text-small font-medium underline-offset-4 hover:underline"
    >
      <AddressMark address={address} />
      {shortenAddress(address)}
    </IntentLink>
  )
}
