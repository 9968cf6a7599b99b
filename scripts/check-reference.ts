import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Abi } from 'viem'
import { interfaceDifferences, interfaceTable } from '@/devnet/reference/interface-table'
import reference from '@/devnet/reference/interfaces.json'

/** Where the team keeps the published ABIs, beside the project; a clone elsewhere does not have it. */
const PUBLISHED = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'shared', 'protocol', 'abi')

function publishedAbi(name: string): Abi {
  const parsed = JSON.parse(readFileSync(join(PUBLISHED, `${name}.json`), 'utf8')) as Abi | { abi: Abi }
  return 'abi' in parsed ? parsed.abi : parsed
}

/** Compares devnet/reference/interfaces.json with the published ABIs; non-zero exit when they differ. */
function main(): void {
  if (!existsSync(PUBLISHED)) {
    console.log('The published ABIs are not beside this clone: nothing to compare with.')
    return
  }
  let failed = 0
  for (const [name, table] of Object.entries(reference)) {
    const differences = interfaceDifferences(table, interfaceTable(publishedAbi(name)))
    const size = [table.functions, table.events, table.errors].flatMap((part) => Object.keys(part)).length
    console.log(`${name}: ${size} entries, ${differences.length} differences`)
    for (const line of differences) console.error(`  ${line}`)
    failed += differences.length
  }
  if (failed > 0) process.exit(1)
}

main()
