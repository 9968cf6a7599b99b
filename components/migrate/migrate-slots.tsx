'use client'

import type { Address } from 'viem'
import type { ClaimStakePanelProps } from '@/components/migrate/claim-stake-panel'
import { IntentLink } from '@/components/ui/intent-link'
import { Late } from '@/components/ui/late'
import { useWallet } from '@/hooks/use-wallet'
import { shortenAddress } from '@/lib/format/address'

const load = () =>
  import('@/components/migrate/claim-stake-panel').then(({ ClaimStakePanel }) => ClaimStakePanel)

/** The claim, for the owner of the account; for others how to get there. */
export function ClaimSlot(props: ClaimStakePanelProps) {
  const { address } = useWallet()
  if (address?.toLowerCase() === props.account.toLowerCase()) return <Late load={load} props={props} />
  return (
    <p className="max-w-text text-ink-quiet">
      Only the wallet of this address can claim it: connect it here, or use the call below.
    </p>
  )
}

/** A way to look up the connected wallet’s own address; nothing while none is connected or it is on show. */
export function OwnAddressSlot({ shown }: { shown: Address | null }) {
  const { address } = useWallet()
  if (!address || address.toLowerCase() === shown?.toLowerCase()) return null
  return (
    <IntentLink
      href={`/migrate?address=${address.toLowerCase()}`}
      className="text-accent-text underline underline-offset-4"
    >
      Look up my address, {shortenAddress(address)}
    </IntentLink>
  )
}
