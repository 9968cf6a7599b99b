import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const fromHere = createRequire(import.meta.url)

/** Folder of our own Solidity. Source names inside the compiler are relative to it. */
export const CONTRACTS_DIR = join(here, '..', 'contracts')

export const SOLC_VERSION = '0.8.30'

/** Everything of the compiler input that changes bytecode; part of each artifact's hash. */
export const COMPILER_SETTINGS = {
  optimizer: { enabled: true, runs: 200 },
  evmVersion: 'cancun',
  // No trailing metadata: bytecode then depends on code alone, not on comments or paths.
  metadata: { appendCBOR: false, bytecodeHash: 'none' },
} as const

const IMPORT = /^\s*import\s+(?:[^"';]*?\s+from\s+)?["']([^"']+)["']\s*;/gm

/** Names of the sources that may define a contract: `X` for `contracts/X.sol` (interfaces are in a sub-folder). */
export function contractNames(): string[] {
  return readdirSync(CONTRACTS_DIR)
    .filter((file) => file.endsWith('.sol'))
    .map((file) => file.slice(0, -'.sol'.length))
    .sort()
}

/** Text of one source by its name in the compiler: `X.sol`, `interfaces/I.sol` or `@openzeppelin/…`. */
export function readSource(name: string): string {
  const path = name.startsWith('@') ? fromHere.resolve(name) : join(CONTRACTS_DIR, name)
  return readFileSync(path, 'utf8')
}

/** A source and everything it imports, by name, in name order. Throws when an import does not exist. */
export function transitiveSources(entry: string): Map<string, string> {
  const found = new Map<string, string>()
  const pending = [entry]
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (found.has(name)) continue
    const text = readSource(name)
    found.set(name, text)
    for (const match of text.matchAll(IMPORT)) {
      const target = match[1] ?? ''
      pending.push(target.startsWith('.') ? posix.join(posix.dirname(name), target) : target)
    }
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Hash of a contract's sources (transitively), the compiler version and its settings. */
export function sourceHash(contractName: string): string {
  const hash = createHash('sha256')
  hash.update(JSON.stringify({ version: SOLC_VERSION, settings: COMPILER_SETTINGS }))
  for (const [name, text] of transitiveSources(`${contractName}.sol`)) {
    hash.update(`\0${name}\0`)
    hash.update(text)
  }
  return hash.digest('hex')
}
