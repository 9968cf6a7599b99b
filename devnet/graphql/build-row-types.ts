import type { EntityDef, EntitySchema, FieldDef } from './entity-schema'

const scalarTypes: Record<string, string> = {
  ID: 'string',
  String: 'string',
  Bytes: 'string',
  Int: 'number',
  BigInt: 'bigint',
  BigDecimal: 'BigDecimal',
  Boolean: 'boolean',
}

function typeOf(schema: EntitySchema, field: FieldDef): string {
  const one =
    field.kind === 'relation'
      ? 'string'
      : field.kind === 'enum'
        ? (schema.enums.get(field.base) ?? []).map((value) => `'${value}'`).join(' | ')
        : (scalarTypes[field.base] ?? 'never')
  const many = field.list ? `readonly ${one.includes('|') ? `(${one})` : one}[]` : one
  return field.required ? many : `${many} | null`
}

function rowType(schema: EntitySchema, entity: EntityDef): string {
  const stored = entity.fields.filter((field) => !field.derivedFrom)
  const lines = stored.map((field) => `  readonly ${field.name}: ${typeOf(schema, field)}`)
  return `export type ${entity.name}Row = {\n${lines.join('\n')}\n}`
}

/** Writes the TypeScript row types of an entity schema (`devnet/indexer/entity-types.ts`); derived fields are left out. */
export function buildRowTypes(schema: EntitySchema): string {
  const entities = [...schema.entities.values()].filter((entity) => !entity.isInterface)
  const map = entities.map((entity) => `  ${entity.name}: ${entity.name}Row`)
  return [
    '// Generated from lib/subgraph/schema.graphql by scripts/build-api.ts: one type per entity, hence its length.',
    "import type { BigDecimal } from '@/devnet/graphql/big-decimal'",
    ...entities.map((entity) => rowType(schema, entity)),
    `/** Row types by entity name. */\nexport interface Entities {\n${map.join('\n')}\n}\n`,
  ].join('\n\n')
}
