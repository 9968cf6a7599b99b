import { spawnSync } from 'node:child_process'
import { bin, childEnv, freePort, root, seconds, start, stop, waitForUrl } from '@/scripts/lib/run'

/** Chain time at which the test world ends (2026-01-15 12:00 UTC): fixed, so that every run sees the same world. */
const worldEnd = '1768478400'

/**
 * Starts the local network and the production site on free ports; answers the function that stops them.
 * With E2E_SITE_URL, E2E_RPC_URL and E2E_SERVICES_URL set it attaches to what runs there, for work on a single spec.
 */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.E2E_SITE_URL) return undefined
  const begun = Date.now()
  const [rpc, services, site] = [await freePort(), await freePort(), await freePort()]
  const env = childEnv({
    NETWORK: 'local',
    PORT: String(site),
    DEVNET_RPC_PORT: String(rpc),
    DEVNET_SERVICES_PORT: String(services),
  })
  const log: string[] = []
  const keep = (line: string) => {
    log.push(line)
    if (process.env.E2E_VERBOSE) console.log(line)
  }
  const devnet = start(
    bin('tsx'),
    ['devnet/main.ts', '--world', 'test', '--end-time', worldEnd, '--no-keeper', '--no-clock'],
    keep,
    { env },
  )
  const built = spawnSync(bin('tsx'), ['scripts/build.ts', '--if-needed'], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
  if (built.status !== 0) {
    await stop(devnet)
    throw new Error('the production build failed')
  }
  if (!(await waitForUrl(`http://127.0.0.1:${services}/health`, 180_000, () => devnet.exitCode !== null))) {
    await stop(devnet)
    throw new Error(`the local network did not start:\n${log.slice(-20).join('\n')}`)
  }
  const server = start(bin('tsx'), ['scripts/start.ts'], keep, { env })
  if (!(await waitForUrl(`http://127.0.0.1:${site}/`, 60_000, () => server.exitCode !== null))) {
    await stop(server)
    await stop(devnet)
    throw new Error(`the site did not start:\n${log.slice(-20).join('\n')}`)
  }

  process.env.E2E_SITE_URL = `http://127.0.0.1:${site}`
  process.env.E2E_RPC_URL = `http://127.0.0.1:${rpc}`
  process.env.E2E_SERVICES_URL = `http://127.0.0.1:${services}`
  console.log(`network and site ready after ${seconds(begun)} s`)
  return async () => {
    await stop(server)
    await stop(devnet)
  }
}
