import type { Address } from 'viem'
import { z } from 'zod'
import { addressesFromDeployment, type ContractAddresses } from '@/lib/contracts/addresses'
import { processWide } from '@/lib/network/process-wide'
import { describe } from '@/lib/network/ranked'
import { settings } from '@/lib/network/settings'
import { SourceError } from '@/lib/network/source-error'

const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/)
  .transform((text) => text as Address)

const deploymentSchema = z.object({
  chainId: z.number(),
  contracts: z.record(z.string(), address),
  accounts: z.array(z.object({ address, role: z.string() })).default([]),
})

/** The local network's own description (`GET /deployment.json` of its services). */
export interface LocalDeployment {
  contracts: ContractAddresses
  accounts: readonly { address: Address; role: string }[]
}

const state = () =>
  processWide('deployment', () => ({
    value: null as LocalDeployment | null,
    readAt: 0,
    flight: null as Promise<LocalDeployment> | null,
  }))
const windowMs = 2000

/**
 * The local deployment, read again every two seconds, so that a network started anew is followed.
 * @throws SourceError when the services do not answer or describe another chain
 */
export async function localDeployment(): Promise<LocalDeployment> {
  const kept = state()
  if (kept.value && Date.now() - kept.readAt < windowMs) return kept.value
  kept.flight ??= readDeployment()
    .then((value) => {
      kept.value = value
      kept.readAt = Date.now()
      return value
    })
    .finally(() => {
      kept.flight = null
    })
  return kept.flight
}

async function readDeployment(): Promise<LocalDeployment> {
  const { servicesUrl, network } = settings()
  const next = 'Start the local network (npm run devnet or npm run demo), or set DEVNET_SERVICES_PORT.'
  let body: unknown
  try {
    const response = await fetch(`${servicesUrl}/deployment.json`, {
      cache: 'no-store',
      signal: AbortSignal.timeout(3000),
    })
    if (!response.ok) throw new Error(`HTTP ${response.status}`)
    body = await response.json()
  } catch (error) {
    throw new SourceError(`The local network’s services do not answer: ${describe(error)}.`, next, {
      cause: error,
    })
  }
  const parsed = deploymentSchema.safeParse(body)
  if (!parsed.success) throw new SourceError('The local network’s deployment file is not readable.', next)
  if (parsed.data.chainId !== network.chainId) {
    throw new SourceError(
      `The local services describe chain ${parsed.data.chainId}, not ${network.chainId}.`,
      next,
    )
  }
  const table = addressesFromDeployment(parsed.data.contracts)
  if (table.state === 'incomplete') {
    throw new SourceError(`The local deployment lacks ${table.missing.join(', ')}.`, next)
  }
  return { contracts: table.addresses, accounts: parsed.data.accounts }
}

/**
 * Contract addresses of this copy's network: pinned for a real one, from the deployment for the local one.
 * @throws SourceError as localDeployment
 */
export async function contractAddresses(): Promise<ContractAddresses> {
  return settings().network.contracts ?? (await localDeployment()).contracts
}
