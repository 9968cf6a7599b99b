import type { LocalDeployment } from '@/lib/network/deployment'
import { localDeployment } from '@/lib/network/deployment'
import { type Env, readEnv } from '@/lib/network/env'
import type { PublicConfig } from '@/lib/network/public-config'
import { settingsOf } from '@/lib/network/settings'
import { isSourceError } from '@/lib/network/source-error'

/** Joins the environment's public part with the local deployment (null on a real network or while it cannot be read). */
export function publicConfigOf(env: Env, deployment: LocalDeployment | null): PublicConfig {
  const { network, siteUrl, localRpcUrl } = settingsOf(env)
  return {
    network: network.name,
    chainId: network.chainId,
    chainName: network.chainName,
    nativeCurrency: network.nativeCurrency,
    siteUrl,
    rpcPath: '/api/rpc',
    walletRpcUrls: localRpcUrl ? [localRpcUrl] : network.publicRpcUrls,
    explorerUrl: network.explorerUrl,
    contracts: network.contracts ?? deployment?.contracts ?? null,
    secondsPerBlock: network.secondsPerBlock,
    walletConnectProjectId: env.WALLETCONNECT_PROJECT_ID ?? null,
    local:
      network.name === 'local'
        ? { controlPath: '/api/local/control', accounts: deployment?.accounts ?? [] }
        : null,
  }
}

/** The public config of this copy, for the layout. Never fails: without the local deployment `contracts` is null. */
export async function loadPublicConfig(): Promise<PublicConfig> {
  const env = readEnv()
  if (env.NETWORK !== 'local') return publicConfigOf(env, null)
  try {
    return publicConfigOf(env, await localDeployment())
  } catch (error) {
    if (isSourceError(error)) return publicConfigOf(env, null)
    throw error
  }
}
