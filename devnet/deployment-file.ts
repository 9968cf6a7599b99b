import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { logSourcesOf } from '@/devnet/indexer/log-sources'
import type { Deployment } from '@/devnet/types'
import { UsageError } from '@/devnet/usage-error'

const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, 'must be an address')
  .transform((text) => text as `0x${string}`)

const shape = z.object({
  chainId: z.number().int().positive().optional(),
  contracts: z.record(z.string(), address),
  blocks: z.record(z.string(), z.number().int().min(0)).default({}),
})

/** What an index needs to know of a deployment. */
export type IndexedDeployment = Pick<Deployment, 'contracts' | 'blocks'> & { chainId: number | undefined }

/**
 * Reads a deployment file: `contracts` by name (contracts.md section 2.2), `blocks` in which they were deployed, optionally
 * `chainId`; what else it holds is left alone. Throws `UsageError` with a line that names file and place.
 */
export function readDeploymentFile(file: string): IndexedDeployment {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const missing = error instanceof Error && 'code' in error
    throw new UsageError(missing ? `--deployment: cannot read ${file}` : `--deployment: ${file} is not JSON`)
  }
  const parsed = shape.safeParse(json)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new UsageError(
      `--deployment: ${file}: ${[issue?.path.join('.'), issue?.message].filter(Boolean).join(': ')}`,
    )
  }
  const { chainId, contracts, blocks } = parsed.data
  if (logSourcesOf({ contracts, blocks }).byAddress.size === 0) {
    throw new UsageError(`--deployment: ${file}: contracts names none of the protocol's contracts`)
  }
  return { chainId, contracts, blocks }
}
