import {
  type Abi,
  type AbiFunction,
  type Address,
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
  /** Where the contract is, when there are many of its kind. */
  address?: Address
  abi: abi
  functionName: name
  args: ContractFunctionArgs<abi, Writable, name>
  /** What each argument means, in order; null where the name says it. */
  meanings: readonly (string | null)[]
  /** Contracts besides the called one that the result depends on. */
  alsoDependsOn?: readonly ContractName[]
  /** ETH sent along, wei; none when absent. */
  valueWei?: bigint
}

/**
 * Assembles a `Call`: calldata, argument rows and the `cast` line all come from the same ABI entry and
 * arguments, so that what is shown is what is sent.
 *
 * @throws when the function is not in the ABI, an argument does not fit it or the network lacks the contract: a defect of
 *   the builder.
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
      value: literal(args[index]),
      meaning: parts.meanings[index] ?? null,
    }),
  )
  const address = parts.address ?? (contract === 'Poll' ? undefined : addresses[contract])
  if (!address) throw new Error(`This network has no ${contract}`)
  const valueWei = parts.valueWei ?? 0n
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
    valueWei,
    rows,
    cast: castLine(address, signature, rows, valueWei),
    dependsOn: [contract, ...(parts.alsoDependsOn ?? [])],
  }
}

/** Lists as `cast` writes them. */
function literal(value: unknown): string {
  return Array.isArray(value) ? `[${value.map(String).join(',')}]` : String(value)
}

/**
 * Text and lists go into the shell as one word: nothing in single quotes is special but the quote itself. Where a text could
 * be taken for an option of `cast`, `--` ends the options first.
 */
function castLine(
  address: Address,
  signature: string,
  rows: readonly ArgumentRow[],
  valueWei: bigint,
): string {
  const values = rows.map(({ type, value }) =>
    type === 'string' || type.endsWith('[]') ? `'${value.replaceAll("'", "'\\''")}'` : value,
  )
  const pays = valueWei > 0n ? ` --value ${valueWei}` : ''
  const command = `cast send${pays}${rows.some(({ value }) => value.startsWith('-')) ? ' --' : ''}`
  return [command, address, `"${signature}"`, ...values].join(' ')
}
