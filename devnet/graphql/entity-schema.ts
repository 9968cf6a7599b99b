import {
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type TypeNode,
} from 'graphql'

/** What a field holds: a scalar, an enum value, or the id of a row of another type. */
type FieldKind = 'scalar' | 'enum' | 'relation'

/** One field of an entity type or interface. */
export interface FieldDef {
  readonly name: string
  readonly kind: FieldKind
  /** Scalar, enum or entity name without list and non-null wrappers. */
  readonly base: string
  readonly list: boolean
  /** Whether the field itself is non-null. */
  readonly required: boolean
  /** The type as written, e.g. `[Pool!]`. */
  readonly type: string
  /** Field of `base` that points back here; such a field is not stored. */
  readonly derivedFrom?: string
  readonly deprecated?: string
}

/** An entity type or an interface of entity types. */
export interface EntityDef {
  readonly name: string
  readonly isInterface: boolean
  readonly interfaces: readonly string[]
  /** Entity types with rows: the type itself, or all that implement the interface. */
  readonly concrete: readonly string[]
  readonly fields: readonly FieldDef[]
  readonly byName: ReadonlyMap<string, FieldDef>
}

/** A parsed entity schema. */
export interface EntitySchema {
  readonly entities: ReadonlyMap<string, EntityDef>
  readonly enums: ReadonlyMap<string, readonly string[]>
}

/** Scalars of a subgraph's entity schema (subgraph.md 0.2). */
const scalarNames: ReadonlySet<string> = new Set([
  'ID',
  'String',
  'Int',
  'BigInt',
  'BigDecimal',
  'Bytes',
  'Boolean',
])

function unwrap(type: TypeNode): { base: string; list: boolean } {
  if (type.kind === Kind.NAMED_TYPE) return { base: type.name.value, list: false }
  const inner = unwrap(type.type)
  return type.kind === Kind.LIST_TYPE ? { base: inner.base, list: true } : inner
}

function showType(type: TypeNode): string {
  if (type.kind === Kind.NON_NULL_TYPE) return `${showType(type.type)}!`
  return type.kind === Kind.LIST_TYPE ? `[${showType(type.type)}]` : type.name.value
}

function stringArgument(field: FieldDefinitionNode, directive: string, argument: string): string | undefined {
  const value = field.directives
    ?.find((d) => d.name.value === directive)
    ?.arguments?.find((a) => a.name.value === argument)?.value
  return value?.kind === Kind.STRING ? value.value : undefined
}

function compositeTypes(document: DocumentNode): (ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode)[] {
  return document.definitions.filter(
    (d) => d.kind === Kind.OBJECT_TYPE_DEFINITION || d.kind === Kind.INTERFACE_TYPE_DEFINITION,
  )
}

/**
 * Reads an entity schema (the file a subgraph is written against, not the generated API).
 * @throws Error when a field names a type that the schema does not define, or a reverse field that does not exist.
 */
export function parseEntitySchema(source: string): EntitySchema {
  const document = parse(source)
  const enums = new Map<string, readonly string[]>()
  for (const d of document.definitions) {
    if (d.kind === Kind.ENUM_TYPE_DEFINITION) {
      enums.set(
        d.name.value,
        (d.values ?? []).map((v) => v.name.value),
      )
    }
  }
  const types = compositeTypes(document)
  const names = new Set(types.map((t) => t.name.value))

  const readField = (owner: string, field: FieldDefinitionNode): FieldDef => {
    const { base, list } = unwrap(field.type)
    const name = field.name.value
    const kind: FieldKind | undefined = names.has(base)
      ? 'relation'
      : enums.has(base)
        ? 'enum'
        : scalarNames.has(base)
          ? 'scalar'
          : undefined
    if (!kind) throw new Error(`${owner}.${name}: unknown type ${base}`)
    const derivedFrom = stringArgument(field, 'derivedFrom', 'field')
    const deprecated = stringArgument(field, 'deprecated', 'reason')
    return {
      name,
      kind,
      base,
      list,
      required: field.type.kind === Kind.NON_NULL_TYPE,
      type: showType(field.type),
      ...(derivedFrom === undefined ? {} : { derivedFrom }),
      ...(deprecated === undefined ? {} : { deprecated }),
    }
  }

  const entities = new Map<string, EntityDef>()
  for (const type of types) {
    const name = type.name.value
    const isInterface = type.kind === Kind.INTERFACE_TYPE_DEFINITION
    const fields = (type.fields ?? []).map((f) => readField(name, f))
    const implementing = types.filter((t) => t.interfaces?.some((i) => i.name.value === name))
    entities.set(name, {
      name,
      isInterface,
      interfaces: (type.interfaces ?? []).map((i) => i.name.value),
      concrete: isInterface ? implementing.map((t) => t.name.value) : [name],
      fields,
      byName: new Map(fields.map((f) => [f.name, f])),
    })
  }
  for (const entity of entities.values()) {
    for (const field of entity.fields) {
      if (field.derivedFrom && !entities.get(field.base)?.byName.has(field.derivedFrom)) {
        throw new Error(`${entity.name}.${field.name}: ${field.base} has no field ${field.derivedFrom}`)
      }
    }
  }
  return { entities, enums }
}
