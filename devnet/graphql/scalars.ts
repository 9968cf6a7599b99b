import { GraphQLError, type GraphQLScalarType, Kind, type ValueNode } from 'graphql'
import { BigDecimal } from './big-decimal'

/** How one of the dialect's own scalars is read and written (subgraph.md 0.2). */
interface ScalarRules {
  serialize(value: unknown): string
  read(input: string | number): unknown
  literals: readonly string[]
}

function refuse(scalar: string, input: unknown): never {
  throw new GraphQLError(`Failed to decode \`${scalar}\` value: \`${String(input)}\``)
}

function readBigInt(input: string | number): bigint {
  const text = String(input)
  return /^[+-]?\d+$/.test(text) ? BigInt(text.replace(/^\+/, '')) : refuse('BigInt', input)
}

function readBigDecimal(input: string | number): BigDecimal {
  return BigDecimal.parse(String(input)) ?? refuse('BigDecimal', input)
}

function readBytes(input: string | number): string {
  const hex = String(input).replace(/^0x/, '').toLowerCase()
  return typeof input === 'string' && /^(?:[0-9a-f]{2})*$/.test(hex) ? `0x${hex}` : refuse('Bytes', input)
}

const rules: Record<string, ScalarRules> = {
  BigInt: { serialize: String, read: readBigInt, literals: [Kind.STRING, Kind.INT] },
  BigDecimal: { serialize: String, read: readBigDecimal, literals: [Kind.STRING, Kind.INT, Kind.FLOAT] },
  Bytes: { serialize: String, read: readBytes, literals: [Kind.STRING] },
}

/** Gives a scalar of the generated API its encoding; built-in scalars stay as they are. */
export function applyScalarRules(scalar: GraphQLScalarType): void {
  const rule = rules[scalar.name]
  if (!rule) return
  scalar.serialize = rule.serialize
  scalar.parseValue = (input: unknown) =>
    typeof input === 'string' || (typeof input === 'number' && rule.literals.includes(Kind.INT))
      ? rule.read(input)
      : refuse(scalar.name, input)
  scalar.parseLiteral = (node: ValueNode) =>
    'value' in node && typeof node.value === 'string' && rule.literals.includes(node.kind)
      ? rule.read(node.value)
      : refuse(scalar.name, node.kind)
}
