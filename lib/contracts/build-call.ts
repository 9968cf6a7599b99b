import {
  type Abi,
  type AbiFunction,
  type ContractFunctionArgs,
  type ContractFunctionName,
  type EncodeFunctionDataParameters,
  encodeFunctionData,
} from 'viem'
import type { ContractAddresses, ContractName } from '@/lib/contracts/addresses'
import type { ArgumentRow, Call, Verb } from '@/lib/contracts/call'

type Writable = 'nonpayable' | 'payable'

interface CallParts<abi extends Abi, name extends ContractFunctionName<abi, Writable>> {
  verb: Verb
  contract: ContractName
  addresses: ContractAddresses
  abi: abi
  functionName: name
  args: ContractFunctionArgs<abi, Writable, name>
  /** What each argument means, in order; null where the name says it. */
  meanings: readonly (string | null)[]
  /** Contracts besides the called one that the result depends on. */
  alsoDependsOn?: readonly ContractName[]
}

/**
 * Assembles a `Call`: calldata, argument rows and the `cast` line all come from the same ABI entry and
 * arguments, so that what is shown is what is sent.
 *
 * @throws when the function is not in the ABI or an argument does not fit it: a defect of the builder.
 */
export function buildCall<const abi extends Abi, name extends ContractFunctionName<abi, Writable>>(
  parts: CallParts<abi, name>,
): Call {
  const { abi, functionName, addresses, contract } = parts
  const args: readonly unknown[] = Array.isArray(parts.args) ? parts.args : []
  const entry = (abi as Abi).find(
    (item): item is AbiFunction => item.type === 'function' && item.name === functionName,
  )
  if (!entry) throw new Error(`${functionName} is not in the ABI of ${contract}`)
  const rows = entry.inputs.map(
    (input, index): ArgumentRow => ({
      name: input.name ?? `argument ${index}`,
      type: input.type,
      value: String(args[index]),
      meaning: parts.meanings[index] ?? null,
    }),
  )
  const address = addresses[contract]
  const signature = `${entry.name}(${entry.inputs.map((input) => input.type).join(',')})`
  return {
    verb: parts.verb,
    contract,
    address,
    abi: [entry],
    functionName: entry.name,
    args,
    data: encodeFunctionData({
      abi: [entry],
      functionName: entry.name,
      args,
    } as EncodeFunctionDataParameters),
    valueWei: 0n,
    rows,
    cast: ['cast send', address, `"${signature}"`, ...rows.map((row) => row.value)].join(' '),
    dependsOn: [contract, ...(parts.alsoDependsOn ?? [])],
  }
}
