import {
  type DocumentNode,
  execute,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql'
import { buildApiSchema, type QueryContext } from './api-schema'
import type { KnownBlocks } from './block-constraint'
import { type AnswerError, type RunnableDocument, readDocument, reword } from './document'
import type { EntitySchema } from './entity-schema'
import type { BlockInfo, Store } from './store'

/** An HTTP answer of the endpoint. */
export interface SubgraphAnswer {
  readonly status: number
  readonly json: unknown
}

type Variables = Record<string, unknown>

/** Documents kept parsed and checked per schema. */
const MAX_DOCUMENTS = 500

interface Engine {
  readonly api: GraphQLSchema
  readonly documents: Map<string, RunnableDocument>
}

const engines = new WeakMap<EntitySchema, Engine>()

function engineOf(schema: EntitySchema): Engine {
  const known = engines.get(schema)
  if (known) return known
  const engine = { api: buildApiSchema(schema), documents: new Map<string, RunnableDocument>() }
  engines.set(schema, engine)
  return engine
}

function refused(errors: readonly AnswerError[]): SubgraphAnswer {
  return { status: 200, json: { errors } }
}

function malformed(error: string): SubgraphAnswer {
  return { status: 400, json: { error } }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Declared variables without a value count as null (subgraph.md 5.3), where graphql-js would drop the entry.
 */
function withMissingAsNull(operation: OperationDefinitionNode, given: Variables): Variables {
  const variables = { ...given }
  for (const { variable, type, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value
    if (variables[name] === undefined && !defaultValue && type.kind !== Kind.NON_NULL_TYPE)
      variables[name] = null
  }
  return variables
}

/** Hashes that the document's `block` arguments ask for. */
function blockHashes(document: DocumentNode, variables: Variables): string[] {
  const hashes: unknown[] = []
  visit(document, {
    Argument({ name, value }) {
      if (name.value !== 'block') return
      if (value.kind === Kind.VARIABLE) {
        const constraint = variables[value.name.value]
        if (isObject(constraint)) hashes.push(constraint['hash'])
      } else if (value.kind === Kind.OBJECT) {
        const hash = value.fields.find((field) => field.name.value === 'hash')?.value
        if (hash?.kind === Kind.STRING) hashes.push(hash.value)
        if (hash?.kind === Kind.VARIABLE) hashes.push(variables[hash.name.value])
      }
    },
  })
  return hashes.flatMap((hash) =>
    typeof hash === 'string' ? [`0x${hash.replace(/^0x/, '').toLowerCase()}`] : [],
  )
}

async function findBlocks(store: Store, hashes: readonly string[]): Promise<KnownBlocks> {
  const known = new Map<string, BlockInfo | undefined>()
  for (const hash of new Set(hashes)) {
    known.set(hash, hash === store.head?.hash ? store.head : await store.blockByHash(hash))
  }
  return known
}

/** Whether every root field of the operation accepts data of an index that has stopped (`subgraphError: allow`). */
function allowsErrors(operation: OperationDefinitionNode, variables: Variables): boolean {
  return operation.selectionSet.selections.every((selection) => {
    if (selection.kind !== Kind.FIELD) return false
    if (selection.name.value.startsWith('_')) return true
    const policy = selection.arguments?.find((a) => a.name.value === 'subgraphError')?.value
    if (policy?.kind === Kind.VARIABLE) return variables[policy.name.value] === 'allow'
    return policy?.kind === Kind.ENUM && policy.value === 'allow'
  })
}

/** Leaves of an answer of a stopped index: only `_meta` is given out unless the query allows errors. */
function withIndexingError(data: unknown, operation: OperationDefinitionNode, variables: Variables): unknown {
  const errors = [{ message: 'indexing_error' }]
  if (allowsErrors(operation, variables)) return { data, errors }
  const metaKeys = operation.selectionSet.selections.flatMap((s) =>
    s.kind === Kind.FIELD && s.name.value === '_meta' ? [s.alias?.value ?? s.name.value] : [],
  )
  if (metaKeys.length === 0 || !isObject(data)) return { errors }
  return { data: Object.fromEntries(metaKeys.map((key) => [key, data[key]])), errors }
}

function run(
  engine: Engine,
  runnable: RunnableDocument,
  context: QueryContext,
  variables: Variables,
): SubgraphAnswer {
  const { document, operation } = runnable
  const result = execute({ schema: engine.api, document, contextValue: context, variableValues: variables })
  if ('then' in result) throw new Error('A resolver answered later')
  if (result.errors) return refused(result.errors.map((error) => ({ message: reword(error.message) })))
  const answer = context.store.indexingError
    ? withIndexingError(result.data, operation, variables)
    : { data: result.data }
  return { status: 200, json: answer }
}

/**
 * Answers one request in The Graph's dialect (subgraph.md section 5).
 * @param body the request's JSON: `{query, variables?}`. Anything else is answered with 400; errors of a query come with 200.
 */
export async function executeSubgraph(store: Store, body: unknown): Promise<SubgraphAnswer> {
  if (!isObject(body)) return malformed('The request body must be a JSON object')
  const { query, variables: given } = body
  if (typeof query !== 'string') return malformed('The "query" field of the request must be a string')
  if (given !== undefined && given !== null && !isObject(given)) {
    return malformed('The "variables" field of the request must be an object')
  }
  const engine = engineOf(store.schema)
  let runnable = engine.documents.get(query)
  if (!runnable) {
    const read = readDocument(engine.api, query)
    if ('errors' in read) return refused(read.errors)
    if (engine.documents.size >= MAX_DOCUMENTS) engine.documents.clear()
    engine.documents.set(query, read)
    runnable = read
  }
  const variables = withMissingAsNull(runnable.operation, given ?? {})
  const blocks = await findBlocks(store, blockHashes(runnable.document, variables))
  return run(engine, runnable, { store, blocks }, variables)
}
