import { spawnSync } from 'node:child_process'
import type { FullConfig } from '@playwright/test'
import { offerStacks } from '@/e2e/fixtures/stack'
import { startNetwork } from '@/scripts/lib/local-stack'
import { bin, childEnv, root, seconds } from '@/scripts/lib/run'

/**
 * Starts a local network and the production site for each worker, on free ports; answers the function that stops them.
 * With E2E_SITE_URL, E2E_RPC_URL and E2E_SERVICES_URL set it attaches to what runs there, for work on a single spec.
 */
export default async function globalSetup(config: FullConfig): Promise<(() => Promise<void>) | undefined> {
  if (process.env.E2E_SITE_URL) return undefined
  const begun = Date.now()
  const networks: Awaited<ReturnType<typeof startNetwork>>[] = []
  for (let worker = 0; worker < config.workers; worker++) networks.push(await startNetwork())
  const stopAll = async () => {
    await Promise.all(networks.map((network) => network.stop()))
  }
  try {
    const built = spawnSync(bin('tsx'), ['scripts/build.ts', '--if-needed'], {
      cwd: root,
      env: childEnv({ NETWORK: 'local' }),
      stdio: 'inherit',
    })
    if (built.status !== 0) throw new Error('the production build failed')
    offerStacks(await Promise.all(networks.map((network) => network.startSite())))
  } catch (error) {
    await stopAll()
    throw error
  }
  console.log(`${config.workers} networks with their sites ready after ${seconds(begun)} s`)
  return stopAll
}
