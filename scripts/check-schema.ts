import { existsSync, readFileSync } from 'node:fs'
import { compareSdl } from '@/devnet/graphql/compare-sdl'
import { readEntitySchema } from '@/devnet/graphql/schema-files'

/**
 * Compares the committed entity schema with the published one:
 * `npx tsx scripts/check-schema.ts [published.graphql]`.
 */
const published = process.argv[2] ?? '../shared/protocol/schema.deployed.graphql'
if (!existsSync(published)) {
  console.error(`check-schema: no file ${published}; name the published schema as the first argument`)
  process.exit(2)
}
const result = compareSdl(readEntitySchema(), readFileSync(published, 'utf8'))
for (const line of result.missing) console.error(`missing here: ${line}`)
for (const line of result.extra) console.error(`not published: ${line}`)
const differences = result.missing.length + result.extra.length
console.log(`${result.facts} facts compared, ${differences} differences`)
process.exit(differences > 0 ? 1 : 0)
