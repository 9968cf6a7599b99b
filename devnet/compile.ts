import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { ARTIFACTS_DIR, artifactPath, hasArtifact, loadArtifact } from '@/devnet/solidity/artifact'
import {
  COMPILER_SETTINGS,
  contractNames,
  SOLC_VERSION,
  sourceHash,
  transitiveSources,
} from '@/devnet/solidity/sources'

interface CompiledContract {
  abi: unknown[]
  evm: { bytecode: { object: string; linkReferences: Record<string, unknown> } }
}

interface CompilerOutput {
  errors?: { severity: 'error' | 'warning' | 'info'; formattedMessage: string }[]
  contracts?: Record<string, Record<string, CompiledContract>>
}

interface Compiler {
  version(): string
  compile(input: string): string
}

/**
 * Compiles contracts with the wasm compiler and writes `devnet/artifacts/<Name>.json`.
 * Unchanged ones are skipped unless `force`. Returns the names written; throws with the compiler's own message.
 */
export function compileContracts(names: readonly string[], options: { force?: boolean } = {}): string[] {
  const stale = names.filter(
    (name) => options.force || !hasArtifact(name) || loadArtifact(name).sourceHash !== sourceHash(name),
  )
  if (stale.length === 0) return []
  const solc = createRequire(import.meta.url)('solc') as Compiler
  if (!solc.version().startsWith(SOLC_VERSION)) {
    throw new Error(`The compiler is ${solc.version()}, not ${SOLC_VERSION}`)
  }
  const sources: Record<string, { content: string }> = {}
  const selection: Record<string, Record<string, string[]>> = {}
  for (const name of stale) {
    for (const [path, content] of transitiveSources(`${name}.sol`)) sources[path] = { content }
    selection[`${name}.sol`] = { [name]: ['abi', 'evm.bytecode'] }
  }
  const output = JSON.parse(
    solc.compile(
      JSON.stringify({
        language: 'Solidity',
        sources,
        settings: { ...COMPILER_SETTINGS, outputSelection: selection },
      }),
    ),
  ) as CompilerOutput
  const errors = (output.errors ?? []).filter((entry) => entry.severity === 'error')
  if (errors.length > 0) throw new Error(errors.map((entry) => entry.formattedMessage).join('\n'))

  mkdirSync(ARTIFACTS_DIR, { recursive: true })
  const written: string[] = []
  for (const name of stale) {
    const contract = output.contracts?.[`${name}.sol`]?.[name]
    // Abstract contracts and internal libraries have nothing to deploy.
    if (!contract || contract.evm.bytecode.object === '') continue
    if (Object.keys(contract.evm.bytecode.linkReferences).length > 0) {
      throw new Error(`${name} needs an external library; make its functions internal`)
    }
    const artifact = {
      contractName: name,
      abi: contract.abi,
      bytecode: `0x${contract.evm.bytecode.object}`,
      sourceHash: sourceHash(name),
    }
    writeFileSync(artifactPath(name), `${JSON.stringify(artifact)}\n`)
    written.push(name)
  }
  return written
}

/** Contracts named on the command line, or all; a name without a source is an error. */
function main(): void {
  const args = process.argv.slice(2)
  const force = args.includes('--force')
  const asked = args.filter((arg) => !arg.startsWith('--'))
  const known = contractNames()
  const unknown = asked.filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    console.error(`No such contract: ${unknown.join(', ')}. Known: ${known.join(', ')}`)
    process.exit(1)
  }
  const started = Date.now()
  try {
    const written = compileContracts(asked.length > 0 ? asked : known, { force })
    const seconds = ((Date.now() - started) / 1000).toFixed(1)
    console.log(
      written.length > 0
        ? `compiled ${written.join(', ')} in ${seconds} s`
        : 'every artifact is newer than its sources',
    )
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exit(1)
  }
}

if (process.argv[1]?.endsWith('compile.ts')) main()
