import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Path of the committed entity schema. */
const entitySchemaPath = fileURLToPath(new URL('../../lib/subgraph/schema.graphql', import.meta.url))

/** Path of the committed generated API, written by `scripts/build-api.ts`. */
export const apiSdlPath = fileURLToPath(new URL('../../lib/subgraph/api.graphql', import.meta.url))

/** Text of the committed entity schema. */
export function readEntitySchema(): string {
  return readFileSync(entitySchemaPath, 'utf8')
}

/** Path of the committed row types of the indexer, written by `scripts/build-api.ts`. */
export const rowTypesPath = fileURLToPath(new URL('../indexer/entity-types.ts', import.meta.url))
