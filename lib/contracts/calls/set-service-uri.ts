import { type Address, isAddressEqual } from 'viem'
import { serviceRegistryAbi } from '@/lib/contracts/abi/service-registry'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { buildCall } from '@/lib/contracts/build-call'
import type { Call, CallArgs, Outcome } from '@/lib/contracts/call'
import { type ReceiptLog, readEvents } from '@/lib/contracts/read-event'

type Args = Extract<CallArgs, { verb: 'setServiceURI' }>

/** `setServiceURI` of ServiceRegistry or AIServiceRegistry: where gateways reach the node (contracts.md section 9). */
export function setServiceUriCall(args: Args, addresses: ContractAddresses): Call {
  return buildCall({
    verb: 'setServiceURI',
    contract: args.registry,
    addresses,
    abi: serviceRegistryAbi,
    functionName: 'setServiceURI',
    args: [args.uri],
    meanings: ['where gateways reach your node; public'],
  })
}

/** The address that the account's last `ServiceURIUpdate` of this registry set; null when there is none. */
export function readSetServiceUri(
  logs: readonly ReceiptLog[],
  account: Address,
  { registry }: Args,
  addresses: ContractAddresses,
): Outcome | null {
  const contract = addresses[registry]
  if (!contract) return null
  const event = readEvents(logs, contract, serviceRegistryAbi, 'ServiceURIUpdate').findLast((update) =>
    isAddressEqual(update.addr, account),
  )
  return event ? { verb: 'setServiceURI', registry, uri: event.serviceURI } : null
}
