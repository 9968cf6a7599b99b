import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const sourcePath = fileURLToPath(new URL('../../lib/contracts/lens/plan-lens.sol', import.meta.url))
const outputPath = fileURLToPath(new URL('../../lib/contracts/lens/plan-lens-bytecode.ts', import.meta.url))

interface Compiled {
  errors?: { severity: string; formattedMessage: string }[]
  contracts: { 'plan-lens.sol': { PlanLens: { evm: { bytecode: { object: string } } } } }
}

/** Creation bytecode of the lens, compiled now. Throws with the compiler's message. */
export function compileLens(): `0x${string}` {
  const solc = createRequire(import.meta.url)('solc') as { compile(input: string): string }
  const output = JSON.parse(
    solc.compile(
      JSON.stringify({
        language: 'Solidity',
        sources: { 'plan-lens.sol': { content: readFileSync(sourcePath, 'utf8') } },
        settings: {
          // Small before fast: every visitor who acts downloads it, and only eth_call runs it.
          optimizer: { enabled: true, runs: 1 },
          viaIR: true,
          evmVersion: 'paris',
          metadata: { appendCBOR: false, bytecodeHash: 'none' },
          outputSelection: { 'plan-lens.sol': { PlanLens: ['evm.bytecode.object'] } },
        },
      }),
    ),
  ) as Compiled
  const failure = output.errors?.find((error) => error.severity === 'error')
  if (failure) throw new Error(failure.formattedMessage)
  return `0x${output.contracts['plan-lens.sol'].PlanLens.evm.bytecode.object}`
}

/** Writes the module that the site imports: `npx tsx e2e/chain/compile-lens.ts`. */
function writeLens(): void {
  writeFileSync(
    outputPath,
    [
      '/** Creation bytecode of `plan-lens.sol`, written by `npx tsx e2e/chain/compile-lens.ts`; a test compiles it again. */',
      `export const planLensBytecode =\n  '${compileLens()}'`,
      '',
    ].join('\n'),
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeLens()
