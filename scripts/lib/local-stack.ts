import { bin, childEnv, freePort, start, stop, waitForUrl } from '@/scripts/lib/run'

/** Chain time at which the test world ends (2026-01-15 12:00 UTC): fixed, so that every run sees the same world. */
const worldEnd = '1768478400'

/** One local network with one production site on it, each at a port of its own. */
export interface Stack {
  site: string
  rpc: string
  services: string
}

/** Starts a local network with the test world, and answers how to put the site on it once it is built. */
export async function startNetwork(): Promise<{
  startSite: () => Promise<Stack>
  stop: () => Promise<void>
}> {
  const [rpc, services, site] = [await freePort(), await freePort(), await freePort()]
  const env = childEnv({
    NETWORK: 'local',
    PORT: String(site),
    DEVNET_RPC_PORT: String(rpc),
    DEVNET_SERVICES_PORT: String(services),
    // A busy machine is slow, and no figure of what is tested or measured may be missing because of that.
    LOAD_DEADLINE_MS: '20000',
  })
  const log: string[] = []
  const keep = (line: string) => {
    log.push(line)
    if (process.env.E2E_VERBOSE) console.log(line)
  }
  const children = [
    start(
      bin('tsx'),
      ['devnet/main.ts', '--world', 'test', '--end-time', worldEnd, '--no-keeper', '--no-clock'],
      keep,
      { env },
    ),
  ]
  const isUp = async (url: string, milliseconds: number, what: string) => {
    const child = children.at(-1)
    if (!(await waitForUrl(url, milliseconds, () => child?.exitCode !== null)))
      throw new Error(`${what} did not start:\n${log.slice(-20).join('\n')}`)
  }
  const at = (port: number) => `http://127.0.0.1:${port}`
  return {
    startSite: async () => {
      await isUp(`${at(services)}/health`, 240_000, 'the local network')
      children.push(start(bin('tsx'), ['scripts/start.ts'], keep, { env }))
      await isUp(`${at(site)}/`, 60_000, 'the site')
      return { site: at(site), rpc: at(rpc), services: at(services) }
    },
    stop: async () => {
      for (const child of children.toReversed()) await stop(child)
    },
  }
}
