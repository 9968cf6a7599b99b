import { readdirSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type DocumentNode, Kind, type OperationDefinitionNode, print, type TypeNode } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createChain } from '@/devnet/chain/provider'
import type { Harness } from '@/devnet/contracts-test/harness'
import { runRandomSequence } from '@/devnet/contracts-test/random-sequence'
import { executeSubgraph } from '@/devnet/graphql/execute'
import { createIndexer, type Indexer } from './indexer'

const folder = fileURLToPath(new URL('../../lib/subgraph/documents', import.meta.url))

function isDocument(value: unknown): value is DocumentNode {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === Kind.DOCUMENT
}

function operationOf(document: DocumentNode): OperationDefinitionNode | undefined {
  return document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION)
}

/** Every operation the site sends, by name. */
async function siteDocuments(): Promise<[string, DocumentNode][]> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const modules = await Promise.all(
    files.map((name) => import(pathToFileURL(`${folder}/${name}`).href) as Promise<Record<string, unknown>>),
  )
  return modules.flatMap((exported) =>
    Object.values(exported).flatMap((value): [string, DocumentNode][] => {
      const name = isDocument(value) ? operationOf(value)?.name?.value : undefined
      return name && isDocument(value) ? [[name, value]] : []
    }),
  )
}

const documents = await siteDocuments()

let h: Harness
let index: Indexer
let orchestrator: string

beforeAll(async () => {
  const report = await runRandomSequence({
    chain: await createChain({ genesisTimestamp: 1_700_000_000 }),
    seed: 3,
    calls: 250,
  })
  h = report.h
  orchestrator = (report.cast.orchestrators[0] ?? '').toLowerCase()
  index = createIndexer({ request: h.chain.request, deployment: h.deployment })
  await index.sync()
})
afterAll(() => h.chain.close())

/** A value that a page could send for a variable. */
function sampleOf(name: string, type: TypeNode): unknown {
  if (type.kind === Kind.NON_NULL_TYPE) return sampleOf(name, type.type)
  if (type.kind === Kind.LIST_TYPE) return [sampleOf(name, type.type)]
  // A filter of events that lets all pass.
  if (type.name.value.endsWith('Event_filter')) return { timestamp_gte: 0 }
  switch (type.name.value) {
    case 'Block_height':
      return { number: index.head() }
    case 'Round_filter':
      return { startBlock_lte: `${index.head()}`, initialized: true }
    case 'BigInt':
      return '1'
    case 'Boolean':
      return true
    case 'Int':
      if (name === 'until') return 2_147_483_647
      return name === 'first' ? 100 : 0
    default:
      // A page cursor starts before every id.
      return name === 'after' ? '' : orchestrator
  }
}

/** Values of scalar fields anywhere in an answer. */
function leaves(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value]
  return Object.values(value).flatMap(leaves)
}

describe('what the site asks', () => {
  it('has documents', () => {
    expect(documents.length).toBeGreaterThan(0)
  })

  it.each(documents)('%s is answered with rows', async (_name, document) => {
    const variables = Object.fromEntries(
      (operationOf(document)?.variableDefinitions ?? []).map(({ variable, type }) => [
        variable.name.value,
        sampleOf(variable.name.value, type),
      ]),
    )
    const { status, json } = await executeSubgraph(index.store, { query: print(document), variables })
    expect(status).toBe(200)
    expect(json).not.toHaveProperty('errors')
    expect(leaves((json as { data: unknown }).data).filter((leaf) => leaf !== null).length).toBeGreaterThan(0)
  })
})
