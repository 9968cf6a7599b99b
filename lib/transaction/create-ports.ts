import type { Client } from 'viem'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { callOf, readOutcome } from '@/lib/contracts/call-of'
import { createAddressVerifier } from '@/lib/contracts/controller'
import { createChainPort } from '@/lib/transaction/chain-port'
import { waitIndexed } from '@/lib/transaction/indexed'
import { planFor } from '@/lib/transaction/plan'
import type { FlowLocks, FlowStore, Ports, WalletPort } from '@/lib/transaction/ports'
import { readPlanState } from '@/lib/transaction/state'

/** What a site or a test has, from which a runner's ports are made. */
export interface PortParts {
  /** Reads of this site's chain: `createClient` with a transport is enough, no chain definition is needed. */
  readonly client: Client
  readonly network: { readonly chainId: number; readonly addresses: ContractAddresses }
  readonly wallet: WalletPort
  readonly store: FlowStore
  readonly locks: FlowLocks
  /** Newest indexed block; null when the index cannot say. */
  readonly readIndexedHead: () => Promise<bigint | null>
}

/** The ports of a runner on one network. */
export function createPorts({ client, network, wallet, store, locks, readIndexedHead }: PortParts): Ports {
  const verify = createAddressVerifier(client, network.addresses)
  return {
    wallet,
    store,
    locks,
    chain: createChainPort(client),
    callOf: (args) => callOf(args, network.addresses),
    readOutcome: (args, logs, account) => readOutcome(args, logs, account, network.addresses),
    verify: async (call) => {
      const objection = await verify(call.dependsOn)
      if (!objection) return null
      if (objection.state === 'unread') {
        return { code: 'contract-unchecked', contract: objection.contract, field: null }
      }
      const { contract, expected, found } = objection
      return { code: 'contract-differs', contract, expected, found, field: null }
    },
    replan: async (intent, account) => planFor(await readPlanState(client, network, account, intent), intent),
    waitIndexed: (block, onLate, signal) => waitIndexed(readIndexedHead, block, onLate, signal),
  }
}
