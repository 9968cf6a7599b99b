import { type Address, decodeFunctionData, encodeFunctionData, type Hex, isAddressEqual } from 'viem'
import { livepeerTokenAbi } from '@/lib/contracts/abi/livepeer-token'
import type { ContractAddresses } from '@/lib/contracts/addresses'

/** One call of a proposal. */
export interface TreasuryCall {
  readonly target: Address
  /** ETH sent along, wei. */
  readonly valueWei: bigint
  readonly calldata: Hex
}

/** What a call of a proposal does, as far as its bytes say it beyond doubt; everything else is a `call`. Amounts in wei. */
export type TreasuryAction =
  | { readonly kind: 'lpt-transfer'; readonly to: Address; readonly amountWei: bigint }
  | { readonly kind: 'eth-transfer'; readonly to: Address; readonly ethWei: bigint }
  | {
      readonly kind: 'call'
      readonly target: Address
      /** Name of a contract of the protocol. */
      readonly contract: string | null
      readonly selector: Hex | null
      readonly calldata: Hex
      readonly ethWei: bigint
    }

/** Reads a call. Never throws: bytes that do not fit are shown as they are (contracts.md 11.4). */
export function treasuryAction(call: TreasuryCall, addresses: ContractAddresses): TreasuryAction {
  const { target, valueWei, calldata } = call
  const contract = nameOf(target, addresses)
  if (calldata === '0x' && contract === null) return { kind: 'eth-transfer', to: target, ethWei: valueWei }
  const transfer = contract === 'LivepeerToken' && valueWei === 0n ? lptTransfer(calldata) : null
  if (transfer) return { kind: 'lpt-transfer', ...transfer }
  const selector = calldata.length >= 10 ? (calldata.slice(0, 10) as Hex) : null
  return { kind: 'call', target, contract, selector, calldata, ethWei: valueWei }
}

function nameOf(target: Address, addresses: ContractAddresses): string | null {
  const found = Object.entries(addresses).find(([, address]) => isAddressEqual(address, target))
  return found?.[0] ?? null
}

/** Selector and two words, no more and no less: what `transfer(address,uint256)` is encoded as. */
const transferLength = 2 + 8 + 2 * 64

function lptTransfer(calldata: Hex): { to: Address; amountWei: bigint } | null {
  if (calldata.length !== transferLength) return null
  try {
    const { functionName, args } = decodeFunctionData({ abi: livepeerTokenAbi, data: calldata })
    if (functionName !== 'transfer') return null
    // Bytes that decode but are not what encoding gives (an address with something before it) fail on chain.
    const again = encodeFunctionData({ abi: livepeerTokenAbi, functionName, args })
    return again === calldata.toLowerCase() ? { to: args[0], amountWei: args[1] } : null
  } catch {
    return null
  }
}
