import { type AbiFunction, decodeFunctionData, encodeFunctionData, type Hex, toFunctionSelector } from 'viem'
import { callableContracts, functionsOf } from '@/lib/contracts/protocol-functions'

const bySelector = new Map<string, AbiFunction>(
  callableContracts.flatMap(functionsOf).map((item) => [toFunctionSelector(item), item]),
)

/** A call in words: the function's name and each argument with its name, exact. */
interface KnownCall {
  readonly name: string
  readonly args: readonly { readonly name: string; readonly value: string }[]
}

/**
 * Reads a call by its selector; null for what is not known, and for bytes that are not exactly what encoding such a call gives.
 * A contract this site does not know may mean something else by the same name: say so where it is shown.
 */
export function knownCall(calldata: Hex): KnownCall | null {
  const item = bySelector.get(calldata.slice(0, 10).toLowerCase())
  if (!item) return null
  try {
    const { args = [] } = decodeFunctionData({ abi: [item], data: calldata })
    if (encodeFunctionData({ abi: [item], args }) !== calldata.toLowerCase()) return null
    return {
      name: item.name,
      args: item.inputs.map((input, index) => ({
        name: input.name ?? `argument ${index + 1}`,
        value: String(args[index]),
      })),
    }
  } catch {
    return null
  }
}
