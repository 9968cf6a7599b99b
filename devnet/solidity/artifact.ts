import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Abi, Hex } from 'viem'

/** A compiled contract as committed under `devnet/artifacts`. */
export interface Artifact {
  contractName: string
  abi: Abi
  /** Creation bytecode. */
  bytecode: Hex
  /** See `sourceHash` in sources.ts. */
  sourceHash: string
}

export const ARTIFACTS_DIR = join(dirname(fileURLToPath(import.meta.url)), '..', 'artifacts')

const loaded = new Map<string, Artifact>()

export function artifactPath(contractName: string): string {
  return join(ARTIFACTS_DIR, `${contractName}.json`)
}

export function hasArtifact(contractName: string): boolean {
  return existsSync(artifactPath(contractName))
}

/** The committed artifact of a contract. Throws with the command that makes it when there is none. */
export function loadArtifact(contractName: string): Artifact {
  const known = loaded.get(contractName)
  if (known) return known
  if (!hasArtifact(contractName)) {
    throw new Error(`No artifact for ${contractName}. Run: npm run compile:contracts -- ${contractName}`)
  }
  const artifact = JSON.parse(readFileSync(artifactPath(contractName), 'utf8')) as Artifact
  loaded.set(contractName, artifact)
  return artifact
}
