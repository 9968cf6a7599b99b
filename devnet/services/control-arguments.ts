import type { AbiFunction, AbiParameter, Hex } from 'viem'
import { encodeFunctionData } from 'viem'
import { hasArtifact, loadArtifact } from '@/devnet/solidity/artifact'

type Parameter = AbiParameter & { components?: readonly Parameter[] }

function wholeNumber(value: unknown, type: string): bigint {
  const text = String(value)
  if (
    !/^-?(\d{1,78}|0x[0-9a-fA-F]{1,64})$/.test(text) ||
    (typeof value === 'number' && !Number.isSafeInteger(value))
  ) {
    throw new Error(`args: ${JSON.stringify(value)} is no ${type}; write whole numbers as decimal strings`)
  }
  return BigInt(text)
}

/** A value of JSON as the encoder wants it for a type: numbers as bigint, the rest as it is. */
function valueOf(parameter: Parameter, value: unknown): unknown {
  const { type, components } = parameter
  const array = /^(.*)\[\d*\]$/.exec(type)
  if (array) {
    if (!Array.isArray(value)) throw new Error(`args: a ${type} must be an array`)
    return value.map((item: unknown) => valueOf({ ...parameter, type: array[1] as string }, item))
  }
  if (type === 'tuple') {
    if (typeof value !== 'object' || value === null) throw new Error('args: a tuple must be an object')
    const fields = value as Record<string, unknown>
    return Object.fromEntries(
      (components ?? []).map((part) => [part.name, valueOf(part, fields[part.name ?? ''])]),
    )
  }
  return /^u?int/.test(type) ? wholeNumber(value, type) : value
}

/**
 * Calldata of a contract's function from arguments as JSON has them: whole numbers as decimal strings, tuples as objects. Of
 * functions with one name the one with as many parameters is taken. Throws with a line fit for whoever wrote the arguments.
 */
export function callArguments(contract: string, functionName: string, args: readonly unknown[]): Hex {
  if (!hasArtifact(contract)) throw new Error(`contract: the ABI of ${contract} is not known; give data`)
  const named = loadArtifact(contract).abi.filter(
    (item): item is AbiFunction => item.type === 'function' && item.name === functionName,
  )
  const chosen = named.find(({ inputs }) => inputs.length === args.length)
  if (named.length === 0) throw new Error(`function: ${contract} has no ${functionName}`)
  if (!chosen) {
    const counts = named.map(({ inputs }) => inputs.length).join(' or ')
    throw new Error(`args: ${contract}.${functionName} takes ${counts}, not ${args.length}`)
  }
  return encodeFunctionData({
    abi: [chosen],
    functionName,
    args: chosen.inputs.map((input, index) => valueOf(input, args[index])),
  })
}
