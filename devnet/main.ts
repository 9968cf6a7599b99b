import { parseArgs } from 'node:util'
import { PortError } from '@/devnet/chain/listen'
import { DEFAULT_RPC_PORT, DEFAULT_SERVICES_PORT, type DevnetOptions, startDevnet } from '@/devnet/start'
import type { WorldName } from '@/devnet/world/sizes'

const USAGE = `npm run devnet -- [options]

  --world none|small|default   what is on the chain (default: default)
  --seed TEXT                  another seed, another world
  --end-time SECONDS           timestamp of the newest block (default: now)
  --no-keeper                  rounds are not initialized and rewards not called by themselves
  --no-clock                   no block every 12 seconds
  --mended                     the indexer without the quirks of the published one
  --help

Ports: DEVNET_RPC_PORT (${DEFAULT_RPC_PORT}) and DEVNET_SERVICES_PORT (${DEFAULT_SERVICES_PORT}).`

/** A mistake in how the command was called, in one line. */
class UsageError extends Error {}

function parsePort(name: string, fallback: number): number {
  const text = process.env[name]
  if (text === undefined || text === '') return fallback
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new UsageError(`${name} must be a port number from 0 to 65535, not "${text}"`)
  }
  return port
}

function parseWorld(text: string | undefined): WorldName | undefined {
  if (text === undefined || text === 'none' || text === 'small' || text === 'default') return text
  throw new UsageError(`--world must be none, small or default, not "${text}"`)
}

function parseEndTime(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  // The chain's first block is ten years earlier and must not be before 1970.
  if (!/^\d{9,10}$/.test(text) || Number(text) < 400_000_000) {
    throw new UsageError(`--end-time must be seconds since 1970, at least 400000000, not "${text}"`)
  }
  return Number(text)
}

function readOptions(args: string[]): DevnetOptions | 'help' {
  let values: Record<string, string | boolean | undefined>
  try {
    values = parseArgs({
      args,
      options: {
        world: { type: 'string' },
        seed: { type: 'string' },
        'end-time': { type: 'string' },
        'no-keeper': { type: 'boolean' },
        'no-clock': { type: 'boolean' },
        mended: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    const message = error instanceof Error ? error.message.split('. ')[0] : String(error)
    throw new UsageError(`${message}. See npm run devnet -- --help`)
  }
  if (values.help) return 'help'
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined)
  return {
    world: parseWorld(text('world')),
    seed: text('seed'),
    endTime: parseEndTime(text('end-time')),
    keeper: !values['no-keeper'],
    clock: !values['no-clock'],
    mended: values['mended'] === true,
    rpcPort: parsePort('DEVNET_RPC_PORT', DEFAULT_RPC_PORT),
    servicesPort: parsePort('DEVNET_SERVICES_PORT', DEFAULT_SERVICES_PORT),
  }
}

/** Says how far the start is, at most once a second, rewriting one line on a terminal. */
function progressPrinter(): (starting: { done: number; what: string }) => void {
  let last = Date.now()
  return ({ done, what }) => {
    if (done < 1 && Date.now() - last < 1_000) return
    last = Date.now()
    const line = `local network: ${Math.round(done * 100)} % (${what})`
    if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${line}${done === 1 ? '\n' : ''}`)
    else console.log(line)
  }
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (options === 'help') {
    console.log(USAGE)
    return
  }
  const started = Date.now()
  const running: { devnet?: Awaited<ReturnType<typeof startDevnet>> } = {}
  let closing = false
  // Before the first line is printed: whoever reads "ready" may ask for the end at once.
  const stop = () => {
    if (closing || !running.devnet) process.exit(closing ? 130 : 0)
    closing = true
    void running.devnet.close().then(() => process.exit(0))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  const devnet = await startDevnet({ ...options, onProgress: progressPrinter() })
  running.devnet = devnet
  console.log(`RPC       ${devnet.rpcUrl} (chain id ${devnet.chain.chainId})`)
  console.log(`services  ${devnet.servicesUrl} (/subgraph, /deployment.json, /control/schema)`)
  console.log(`ready in ${((Date.now() - started) / 1000).toFixed(1)} s; stop with Ctrl-C`)
}

main().catch((error: unknown) => {
  const expected = error instanceof UsageError || error instanceof PortError
  console.error(
    error instanceof Error
      ? expected
        ? error.message
        : `The local network stopped: ${error.message}`
      : String(error),
  )
  process.exit(1)
})
