import {
  type Abi,
  type Address,
  type ContractEventName,
  decodeEventLog,
  type GetEventArgs,
  type Hex,
  isAddressEqual,
} from 'viem'

/** One log of a receipt, as far as event readers need it. */
export interface ReceiptLog {
  readonly address: Address
  readonly topics: readonly Hex[]
  readonly data: Hex
}

/** Decoded arguments of one event. */
export type EventArgs<abi extends Abi, name extends ContractEventName<abi>> = GetEventArgs<
  abi,
  name,
  { EnableUnion: false; IndexedOnly: false; Required: true }
>

/**
 * All logs of one contract that are the named event, decoded, in order. A log of another contract, of
 * another event or with data that does not fit is passed over: it is not ours to judge.
 */
export function readEvents<const abi extends Abi, name extends ContractEventName<abi>>(
  logs: readonly ReceiptLog[],
  contract: Address,
  abi: abi,
  eventName: name,
): EventArgs<abi, name>[] {
  const found: EventArgs<abi, name>[] = []
  for (const log of logs) {
    if (!isAddressEqual(log.address, contract)) continue
    const args = decode(log, abi, eventName)
    if (args !== null) found.push(args as EventArgs<abi, name>)
  }
  return found
}

function decode(log: ReceiptLog, abi: Abi, eventName: string): unknown {
  try {
    const event = decodeEventLog({ abi, data: log.data, topics: [...log.topics] as [Hex, ...Hex[]] })
    return event.eventName === eventName ? event.args : null
  } catch {
    return null
  }
}
