import {
  buildASTSchema,
  type GraphQLFieldResolver,
  GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
  isScalarType,
  parse,
} from 'graphql'
import { type BlockConstraint, type KnownBlocks, resolveBlock } from './block-constraint'
import { buildApiSdl, rootFieldNames } from './build-api'
import type { EntityDef, EntitySchema, FieldDef } from './entity-schema'
import { type ListArguments, queryList } from './list'
import { applyScalarRules } from './scalars'
import type { Found, Store } from './store'

/** What resolvers read from. */
export interface QueryContext {
  readonly store: Store
  readonly blocks: KnownBlocks
}

/** A row in an answer, with the block as of which it is answered. */
interface Node {
  readonly found: Found
  readonly at: number
}

type Resolver<Source, Args> = GraphQLFieldResolver<Source, QueryContext, Args>

const nodes = (rows: readonly Found[], at: number): Node[] => rows.map((found) => ({ found, at }))

function relatedRow(field: FieldDef): Resolver<Node, unknown> {
  return ({ found, at }, _args, { store }) => {
    const id = found.row[field.name]
    const other = typeof id === 'string' ? store.find(field.base, id, at) : undefined
    return other ? { found: other, at } : null
  }
}

function relatedRows(field: FieldDef): Resolver<Node, ListArguments> {
  const { name, base, derivedFrom } = field
  return ({ found, at }, args, { store }) => {
    const ids = new Set((found.row[name] ?? []) as readonly string[])
    const of = derivedFrom
      ? store.pointing(base, derivedFrom, found.id, at)
      : [...ids].flatMap((id) => store.find(base, id, at) ?? [])
    return nodes(queryList(store, store.entity(base), args, at, of), at)
  }
}

function fieldResolver(field: FieldDef): Resolver<Node, ListArguments> {
  if (field.kind !== 'relation') return ({ found }) => found.row[field.name] ?? null
  return field.list ? relatedRows(field) : relatedRow(field)
}

interface AtBlock {
  readonly block?: BlockConstraint | null
}

function rootOne(entity: EntityDef): Resolver<undefined, AtBlock & { id: string }> {
  return (_source, args, { store, blocks }) => {
    const at = resolveBlock(store, args.block, blocks).number
    const found = store.find(entity.name, args.id, at)
    return found ? { found, at } : null
  }
}

function rootMany(entity: EntityDef): Resolver<undefined, AtBlock & ListArguments> {
  return (_source, args, { store, blocks }) => {
    const at = resolveBlock(store, args.block, blocks).number
    return nodes(queryList(store, entity, args, at), at)
  }
}

const meta: Resolver<undefined, AtBlock> = (_source, args, { store, blocks }) => {
  const { number, block } = resolveBlock(store, args.block, blocks)
  return {
    block: {
      number,
      hash: block?.hash ?? null,
      timestamp: block?.timestamp ?? null,
      parentHash: block?.parentHash ?? null,
    },
    deployment: store.deployment,
    hasIndexingErrors: store.indexingError !== undefined,
  }
}

function setResolver<Source, Args>(
  type: GraphQLObjectType,
  name: string,
  resolve: Resolver<Source, Args>,
): void {
  const field = type.getFields()[name]
  if (!field) throw new Error(`${type.name} has no field ${name}`)
  field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>
}

/** The executable query API of an entity schema; rows come from the context's store. */
export function buildApiSchema(schema: EntitySchema): GraphQLSchema {
  const api = buildASTSchema(parse(buildApiSdl(schema), { noLocation: true }))
  for (const type of Object.values(api.getTypeMap())) if (isScalarType(type)) applyScalarRules(type)
  const query = api.getQueryType()
  if (!query) throw new Error('The API has no Query type')
  for (const entity of schema.entities.values()) {
    const type = api.getType(entity.name)
    if (isObjectType(type))
      for (const field of entity.fields) setResolver(type, field.name, fieldResolver(field))
    if (type instanceof GraphQLInterfaceType) type.resolveType = (node: Node) => node.found.type
    const { one, many } = rootFieldNames(entity.name)
    setResolver(query, one, rootOne(entity))
    setResolver(query, many, rootMany(entity))
  }
  setResolver(query, '_meta', meta)
  setResolver(query, '_logs', () => [])
  return api
}
