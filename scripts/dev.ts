import type { ChildProcess } from 'node:child_process'
import { bin, childEnv, portInUse, seconds, start, stop, waitForUrl } from '@/scripts/lib/run'

/** Development: the local network and Next's development server with reload, on the demo's ports. */
const begun = Date.now()
const port = Number(process.env.PORT || 3000)
const services = Number(process.env.DEVNET_SERVICES_PORT || 8600)
const env = childEnv({ NETWORK: 'local', PORT: String(port), DEVNET_SERVICES_PORT: String(services) })
const children: ChildProcess[] = []

async function end(code: number, line?: string): Promise<never> {
  if (line) console.error(line)
  await Promise.all(children.map(stop))
  process.exit(code)
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(0))

if (await portInUse(port))
  await end(1, `dev: port ${port} is in use; stop what listens there or set PORT to another port`)

function launch(part: string, command: string, args: readonly string[]): void {
  const child = start(
    bin(command),
    args,
    (line) => line.trim() && console.log(`[${part} ${seconds(begun)} s] ${line}`),
    { env },
  )
  child.once('close', (code) => void end(code || 1, `dev: ${part} stopped; its last line says why`))
  children.push(child)
}

launch('network', 'tsx', ['devnet/main.ts', ...process.argv.slice(2)])
if (!(await waitForUrl(`http://127.0.0.1:${services}/health`, 180_000)))
  await end(1, 'dev: the local network did not become ready within three minutes')
launch('site', 'next', ['dev', '--hostname', '127.0.0.1', '--port', String(port)])
