import type { ChildProcess } from 'node:child_process'
import { buildIsCurrent } from '@/scripts/lib/build-stamp'
import { bin, childEnv, portInUse, seconds, start, stop, waitForUrl } from '@/scripts/lib/run'

/**
 * The whole site on the embedded network: production build and world seed side by side, then the server.
 * Ends with one clear line when a port is taken or a part fails.
 */
const begun = Date.now()
const ports = {
  site: Number(process.env.PORT || 3000),
  rpc: Number(process.env.DEVNET_RPC_PORT || 8545),
  services: Number(process.env.DEVNET_SERVICES_PORT || 8600),
}
const env = childEnv({
  NETWORK: 'local',
  PORT: String(ports.site),
  DEVNET_RPC_PORT: String(ports.rpc),
  DEVNET_SERVICES_PORT: String(ports.services),
})
const children: ChildProcess[] = []
let ending = false

async function end(code: number, line?: string): Promise<never> {
  ending = true
  if (line) console.error(line)
  await Promise.all(children.map(stop))
  process.exit(code)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(0))

const variables = { site: 'PORT', rpc: 'DEVNET_RPC_PORT', services: 'DEVNET_SERVICES_PORT' }
for (const [name, port] of Object.entries(ports)) {
  if (await portInUse(port)) {
    const variable = variables[name as keyof typeof variables]
    await end(
      1,
      `demo: port ${port} (${name}) is in use; stop what listens there or set ${variable} to another port`,
    )
  }
}

const say = (part: string) => (line: string) => {
  if (line.trim()) console.log(`[${part} ${seconds(begun)} s] ${line}`)
}

function launch(part: string, args: readonly string[]): ChildProcess {
  const child = start(bin('tsx'), args, say(part), { env })
  children.push(child)
  return child
}

const devnet = launch('network', ['devnet/main.ts', ...process.argv.slice(2)])
devnet.once('close', (code) => {
  if (!ending) void end(code || 1, 'demo: the local network stopped; its last line says why')
})

let built = true
if (!buildIsCurrent()) {
  const build = launch('build', ['scripts/build.ts'])
  built = await new Promise((resolve) => build.once('close', (code) => resolve(code === 0)))
}
if (!built) await end(1, 'demo: the build failed; its output above says why')

const ready = await waitForUrl(`http://127.0.0.1:${ports.services}/health`, 180_000, () => ending)
if (!ready) await end(1, 'demo: the local network did not become ready within three minutes')

const site = launch('site', ['scripts/start.ts'])
site.once('close', (code) => {
  if (!ending) void end(code || 1, 'demo: the site stopped; its last line says why')
})
if (!(await waitForUrl(`http://127.0.0.1:${ports.site}/`, 60_000, () => ending)))
  await end(1, 'demo: the site did not answer within a minute')

console.log(`
Livepeer Delegator is ready after ${seconds(begun)} s, on a local network with play money.

  site        http://127.0.0.1:${ports.site}
  RPC         http://127.0.0.1:${ports.rpc}   (chain id 31337)
  services    http://127.0.0.1:${ports.services}   (subgraph, control, /deployment.json)

Press Ctrl+C to stop. "Connect" offers a demo wallet: no wallet of your own is needed.
`)
