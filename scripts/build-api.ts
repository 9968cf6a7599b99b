import { writeFileSync } from 'node:fs'
import { buildApiSdl } from '@/devnet/graphql/build-api'
import { buildRowTypes } from '@/devnet/graphql/build-row-types'
import { parseEntitySchema } from '@/devnet/graphql/entity-schema'
import { apiSdlPath, readEntitySchema, rowTypesPath } from '@/devnet/graphql/schema-files'

/** Writes what is generated from the entity schema: the query API's SDL and the indexer's row types. */
const schema = parseEntitySchema(readEntitySchema())
for (const [path, text] of [
  [apiSdlPath, buildApiSdl(schema)],
  [rowTypesPath, buildRowTypes(schema)],
] as const) {
  writeFileSync(path, text)
  console.log(`wrote ${path} (${text.length} characters)`)
}
