import { type Abi, type AbiParameter, toEventSelector, toFunctionSelector } from 'viem'

/** What a caller can rely on of a contract: its selectors and topics, each with the full signature. */
export interface InterfaceTable {
  /** By four-byte selector. */
  functions: Record<string, string>
  /** By topic 0. */
  events: Record<string, string>
  /** By four-byte selector. */
  errors: Record<string, string>
}

function isTuple(
  parameter: AbiParameter,
): parameter is AbiParameter & { components: readonly AbiParameter[] } {
  return parameter.type.startsWith('tuple')
}

function typeOf(parameter: AbiParameter): string {
  if (!isTuple(parameter)) return parameter.type
  return `(${parameter.components.map(typeOf).join(',')})${parameter.type.slice('tuple'.length)}`
}

function list(parameters: readonly (AbiParameter & { indexed?: boolean })[]): string {
  return parameters
    .map((parameter) =>
      [typeOf(parameter), parameter.indexed ? 'indexed' : '', parameter.name ?? ''].filter(Boolean).join(' '),
    )
    .join(', ')
}

/** Sorted by key, so that two tables of the same interface are the same text. */
function sorted(entries: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The table of an ABI. Constructors, receive and fallback are nobody's interface and left out. */
export function interfaceTable(abi: Abi): InterfaceTable {
  const functions: [string, string][] = []
  const events: [string, string][] = []
  const errors: [string, string][] = []
  for (const item of abi) {
    if (item.type === 'function') {
      const mutability = item.stateMutability === 'nonpayable' ? '' : ` ${item.stateMutability}`
      const returns = item.outputs.length > 0 ? ` returns (${list(item.outputs)})` : ''
      functions.push([toFunctionSelector(item), `${item.name}(${list(item.inputs)})${mutability}${returns}`])
    } else if (item.type === 'event') {
      events.push([toEventSelector(item), `${item.name}(${list(item.inputs)})`])
    } else if (item.type === 'error') {
      const types = item.inputs.map(typeOf).join(',')
      errors.push([toFunctionSelector(`${item.name}(${types})`), `${item.name}(${list(item.inputs)})`])
    }
  }
  return { functions: sorted(functions), events: sorted(events), errors: sorted(errors) }
}

/** Lines that are only in one of the two, each saying in which; empty when the interfaces are equal. */
export function interfaceDifferences(actual: InterfaceTable, expected: InterfaceTable): string[] {
  const lines: string[] = []
  for (const kind of ['functions', 'events', 'errors'] as const) {
    for (const key of new Set([...Object.keys(actual[kind]), ...Object.keys(expected[kind])])) {
      const [have, want] = [actual[kind][key], expected[kind][key]]
      if (have === want) continue
      lines.push(`${kind} ${key}: has ${have ?? 'nothing'}, reference ${want ?? 'nothing'}`)
    }
  }
  return lines
}
