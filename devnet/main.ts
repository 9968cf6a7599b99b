import { type ParseArgsConfig, parseArgs } from 'node:util'
import { PortError } from '@/devnet/chain/listen'
import { readParamsFile } from '@/devnet/deploy/params-file'
import { type IndexNetworkOptions, startIndexNetwork } from '@/devnet/index-network'
import { DEFAULT_RPC_PORT, DEFAULT_SERVICES_PORT, type DevnetOptions, startDevnet } from '@/devnet/start'
import { UsageError } from '@/devnet/usage-error'
import { WORLD_NAMES, type WorldName, worldSize } from '@/devnet/world/sizes'

const WORLDS = `${WORLD_NAMES.slice(0, -1).join(', ')} or ${WORLD_NAMES.at(-1)}`

const USAGE = `npm run devnet -- [options]

  --world NAME                 what is on the chain: ${WORLDS} (default: default)
  --params FILE                protocol, accounts and LPT of --world none (see devnet/params.example.jsonc)
  --seed TEXT                  another seed, another world
  --delegators N               another number of delegators
  --end-time SECONDS           timestamp of the newest block (default: now)
  --no-keeper                  rounds are not initialized and rewards not called by themselves
  --no-clock                   no block but one for each transaction
  --mended                     the indexer without the quirks of the published one
  --help

npm run devnet -- index --rpc URL --deployment FILE [--mended] [--port PORT]

  Indexes the protocol on another network and serves /subgraph.

Ports: DEVNET_RPC_PORT (${DEFAULT_RPC_PORT}) and DEVNET_SERVICES_PORT (${DEFAULT_SERVICES_PORT}).`

function parsePort(name: string, text: string | undefined, fallback: number): number {
  if (text === undefined || text === '') return fallback
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new UsageError(`${name} must be a port number from 0 to 65535, not "${text}"`)
  }
  return port
}

function portOf(variable: string, fallback: number): number {
  return parsePort(variable, process.env[variable], fallback)
}

function parseWorld(text: string | undefined): WorldName | undefined {
  if (text === undefined) return undefined
  const world = WORLD_NAMES.find((name) => name === text)
  if (!world) throw new UsageError(`--world must be ${WORLDS}, not "${text}"`)
  return world
}

function parseDelegators(text: string | undefined, world: WorldName | undefined): number | undefined {
  if (text === undefined) return undefined
  if (world === 'none' || !/^\d{1,5}$/.test(text)) {
    throw new UsageError('--delegators goes with a world with a history and is a number up to 99999')
  }
  try {
    worldSize(world ?? 'default', Number(text))
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
  return Number(text)
}

function parseRpcUrl(text: string | undefined): string {
  if (text === undefined) throw new UsageError('index needs --rpc URL. See npm run devnet -- --help')
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new UsageError(`--rpc must be an http or https URL, not "${text}"`)
  }
  return text
}

function parseEndTime(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  // The chain's first block is ten years earlier and must not be before 1970.
  if (!/^\d{9,10}$/.test(text) || Number(text) < 400_000_000) {
    throw new UsageError(`--end-time must be seconds since 1970, at least 400000000, not "${text}"`)
  }
  return Number(text)
}

interface Values {
  text(name: string): string | undefined
  flag(name: string): boolean
}

function readArguments(args: string[], options: ParseArgsConfig['options']): Values {
  try {
    const values: Record<string, unknown> = parseArgs({ args, options }).values
    return {
      text: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
      flag: (name) => values[name] === true,
    }
  } catch (error) {
    const message = error instanceof Error ? error.message.split('. ')[0] : String(error)
    throw new UsageError(`${message}. See npm run devnet -- --help`)
  }
}

function readOptions(args: string[]): DevnetOptions | 'help' {
  const { text, flag } = readArguments(args, {
    world: { type: 'string' },
    params: { type: 'string' },
    seed: { type: 'string' },
    delegators: { type: 'string' },
    'end-time': { type: 'string' },
    'no-keeper': { type: 'boolean' },
    'no-clock': { type: 'boolean' },
    mended: { type: 'boolean' },
    help: { type: 'boolean' },
  })
  if (flag('help')) return 'help'
  const world = parseWorld(text('world'))
  const file = text('params')
  if (file !== undefined && world !== 'none') throw new UsageError('--params goes with --world none only')
  return {
    world,
    params: file === undefined ? undefined : readParamsFile(file),
    seed: text('seed'),
    delegators: parseDelegators(text('delegators'), world),
    endTime: parseEndTime(text('end-time')),
    keeper: !flag('no-keeper'),
    clock: !flag('no-clock'),
    mended: flag('mended'),
    rpcPort: portOf('DEVNET_RPC_PORT', DEFAULT_RPC_PORT),
    servicesPort: portOf('DEVNET_SERVICES_PORT', DEFAULT_SERVICES_PORT),
  }
}

function readIndexOptions(args: string[]): IndexNetworkOptions {
  const { text, flag } = readArguments(args, {
    rpc: { type: 'string' },
    deployment: { type: 'string' },
    mended: { type: 'boolean' },
    port: { type: 'string' },
  })
  const rpcUrl = parseRpcUrl(text('rpc'))
  const deploymentFile = text('deployment')
  if (deploymentFile === undefined) {
    throw new UsageError('index needs --deployment FILE. See npm run devnet -- --help')
  }
  const port = parsePort('--port', text('port'), portOf('DEVNET_SERVICES_PORT', DEFAULT_SERVICES_PORT))
  return { rpcUrl, deploymentFile, mended: flag('mended'), port }
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

/** Ends the process quietly when asked to; the answer is told what to close first. */
function stopOnSignal(): (running: { close(): Promise<void> }) => void {
  let running: { close(): Promise<void> } | undefined
  let closing = false
  const stop = () => {
    if (closing || !running) process.exit(closing ? 130 : 0)
    closing = true
    void running.close().then(() => process.exit(0))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return (started) => {
    running = started
  }
}

async function runNetwork(options: DevnetOptions): Promise<void> {
  const started = Date.now()
  // Before the first line is printed: whoever reads "ready" may ask for the end at once.
  const running = stopOnSignal()
  const devnet = await startDevnet({ ...options, onProgress: progressPrinter() })
  running(devnet)
  console.log(`RPC       ${devnet.rpcUrl} (chain id ${devnet.chain.chainId})`)
  console.log(`services  ${devnet.servicesUrl} (/subgraph, /deployment.json, /control/schema)`)
  console.log(`ready in ${((Date.now() - started) / 1000).toFixed(1)} s; stop with Ctrl-C`)
}

async function runIndex(options: IndexNetworkOptions): Promise<void> {
  const running = stopOnSignal()
  const network = await startIndexNetwork(options)
  running(network)
  console.log(`subgraph  ${network.url}/subgraph (progress: ${network.url}/health)`)
  await network.indexer.sync().catch((error: unknown) => {
    console.error(`not indexed yet: ${error instanceof Error ? error.message : String(error)}; trying again`)
  })
  const { head, chainHead } = network.indexer.status()
  console.log(`indexed to block ${head} of ${chainHead}; stop with Ctrl-C`)
}

async function main(): Promise<void> {
  const [first, ...rest] = process.argv.slice(2)
  if (first === 'index') return runIndex(readIndexOptions(rest))
  const options = readOptions(process.argv.slice(2))
  if (options === 'help') console.log(USAGE)
  else await runNetwork(options)
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
