import type { Address } from 'viem'
import type { ActionView } from '@/lib/data/governance-types'
import type { KnownAddress } from '@/lib/format/look-alikes'
import { contractAddresses } from '@/lib/network/deployment'

/** Addresses that one written in a text may be mistaken for: those a proposal pays and calls, its proposer, the protocol's. */
export async function knownAddresses(
  proposal: { actions: readonly ActionView[] | null; proposer: Address } | null,
): Promise<readonly KnownAddress[]> {
  const ofCalls = (proposal?.actions ?? []).map((action, index) =>
    action.kind === 'call'
      ? { address: action.target, label: `the contract of call ${index + 1}` }
      : { address: action.to, label: `the recipient of call ${index + 1}` },
  )
  const contracts = Object.entries(await contractAddresses()).map(([label, address]) => ({ address, label }))
  return [
    ...ofCalls,
    ...(proposal ? [{ address: proposal.proposer, label: 'its proposer' }] : []),
    ...contracts,
  ]
}
