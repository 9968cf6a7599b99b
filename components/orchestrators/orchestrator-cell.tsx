import type { Address } from 'viem'
import { NameLink } from '@/components/account/name-link'

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
    <NameLink
      address={address}
      name={name}
      tab="orchestrating"
      room={roomy ? 'lg:max-w-[36ch]' : undefined}
    />
  )
}
