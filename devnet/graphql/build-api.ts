import type { EntityDef, EntitySchema, FieldDef } from './entity-schema'
import { operandType, operatorsOf } from './filter-operators'

/** Scalars, inputs and types that every generated subgraph API holds (subgraph.md 5.1, 5.4). */
const prelude = `scalar BigDecimal

scalar BigInt

scalar Bytes

scalar Int8

scalar Timestamp

directive @entity on OBJECT

directive @subgraphId(id: String!) on OBJECT

directive @derivedFrom(field: String!) on FIELD_DEFINITION

enum OrderDirection {
  asc
  desc
}

enum _SubgraphErrorPolicy_ {
  allow
  deny
}

enum Aggregation_interval {
  hour
  day
}

enum Aggregation_current {
  exclude
  include
}

enum LogLevel {
  CRITICAL
  ERROR
  WARNING
  INFO
  DEBUG
}

input BlockChangedFilter {
  number_gte: Int!
}

input Block_height {
  hash: Bytes
  number: Int
  number_gte: Int
}

type _Block_ {
  hash: Bytes
  number: Int!
  timestamp: Int
  parentHash: Bytes
}

type _Meta_ {
  block: _Block_!
  deployment: String!
  hasIndexingErrors: Boolean!
}

type _LogArgument_ {
  key: String!
  value: String!
}

type _LogMeta_ {
  module: String!
  line: Int!
  column: Int!
}

type _Log_ {
  id: String!
  subgraphId: String!
  timestamp: String!
  level: LogLevel!
  text: String!
  arguments: [_LogArgument_!]!
  meta: _LogMeta_!
}`

const atBlock = ['block: Block_height', 'subgraphError: _SubgraphErrorPolicy_! = deny']

/** Line width of the project's formatter, which the written file must please. */
const LINE_WIDTH = 110

const logArguments = [
  'level: LogLevel',
  'from: String',
  'to: String',
  'search: String',
  'first: Int = 100',
  'skip: Int = 0',
  'orderDirection: OrderDirection = desc',
]

function englishPlural(word: string): string {
  if (/[^aeiou]y$/i.test(word)) return `${word.slice(0, -1)}ies`
  return /(?:s|x|z|ch|sh)$/i.test(word) ? `${word}es` : `${word}s`
}

/** Root field names of an entity: one row by id, and the list (subgraph.md 5.1). */
export function rootFieldNames(entity: string): { one: string; many: string } {
  const one = entity.charAt(0).toLowerCase() + entity.slice(1)
  const many = englishPlural(one)
  return { one, many: many === one ? `${many}_collection` : many }
}

function listArguments(entity: string): string[] {
  return [
    'skip: Int = 0',
    'first: Int = 100',
    `orderBy: ${entity}_orderBy`,
    'orderDirection: OrderDirection',
    `where: ${entity}_filter`,
  ]
}

/** A field with arguments, on one line where it fits. */
function field(name: string, args: readonly string[], type: string): string {
  if (args.length === 0) return `${name}: ${type}`
  const line = `${name}(${args.join(', ')}): ${type}`
  if (line.length + 2 <= LINE_WIDTH) return line
  return `${name}(\n${args.map((arg) => `    ${arg}`).join('\n')}\n  ): ${type}`
}

function block(head: string, lines: readonly string[]): string {
  return `${head} {\n${lines.map((line) => `  ${line}`).join('\n')}\n}`
}

function fieldLine({ name, kind, base, list, type, deprecated }: FieldDef): string {
  const args = list && kind === 'relation' ? listArguments(base) : []
  const line = field(name, args, type)
  return deprecated === undefined ? line : `${line} @deprecated(reason: ${JSON.stringify(deprecated)})`
}

/** Values of `orderBy`: each field, and the plain fields of each single relation (subgraph.md 5.2). */
function orderValues(schema: EntitySchema, entity: EntityDef): string[] {
  return entity.fields.flatMap((field) => {
    if (field.list || field.kind !== 'relation') return [field.name]
    const plain = (schema.entities.get(field.base)?.fields ?? []).filter(
      (f) => !f.list && f.kind !== 'relation',
    )
    return [field.name, ...plain.map((f) => `${field.name}__${f.name}`)]
  })
}

function filterLines(entity: EntityDef): string[] {
  const lines = entity.fields.flatMap((field) => [
    ...operatorsOf(field).map((op) => `${field.name}${op}: ${operandType(field, op)}`),
    ...(field.kind === 'relation' ? [`${field.name}_: ${field.base}_filter`] : []),
  ])
  return [
    ...lines,
    '_change_block: BlockChangedFilter',
    `and: [${entity.name}_filter]`,
    `or: [${entity.name}_filter]`,
  ]
}

/**
 * Writes the query API that a graph node generates from an entity schema, as SDL (subgraph.md section 5).
 * The engine serves it and the site's documents are typed from it (`lib/subgraph/api.graphql`).
 */
export function buildApiSdl(schema: EntitySchema): string {
  const parts = [prelude]
  const root: string[] = []
  for (const [name, values] of schema.enums) parts.push(block(`enum ${name}`, values))
  for (const entity of schema.entities.values()) {
    const { name } = entity
    const head = `${entity.isInterface ? 'interface' : 'type'} ${name}`
    const implementing = entity.interfaces.length > 0 ? ` implements ${entity.interfaces.join(' & ')}` : ''
    parts.push(block(head + implementing, entity.fields.map(fieldLine)))
    parts.push(block(`enum ${name}_orderBy`, orderValues(schema, entity)))
    parts.push(block(`input ${name}_filter`, filterLines(entity)))
    const { one, many } = rootFieldNames(name)
    root.push(field(one, ['id: ID!', ...atBlock], name))
    root.push(field(many, [...listArguments(name), ...atBlock], `[${name}!]!`))
  }
  root.push(field('_meta', ['block: Block_height'], '_Meta_'), field('_logs', logArguments, '[_Log_!]!'))
  parts.push(block('type Query', root))
  return `${parts.join('\n\n')}\n`
}
