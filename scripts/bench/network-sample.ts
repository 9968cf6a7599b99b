import { createChain } from '@/devnet/chain/provider'
import { executeSubgraph } from '@/devnet/graphql/execute'
import { createIndexer, type Indexer } from '@/devnet/indexer/indexer'
import type { RequestFn } from '@/devnet/types'
import { seedWorld, type World } from '@/devnet/world/seed'
import type { SeededWorldName } from '@/devnet/world/sizes'
import { genesisTimeOf } from '@/devnet/world/timeline'
import { TYPICAL_QUERIES } from '@/scripts/bench/network-queries'

/** What one world costs. */
export interface Sample {
  seed: { seconds: number; cpuSeconds: number; transactions: number; rssBytes: number }
  index: {
    seconds: number
    blocks: number
    events: number
    rows: number
    rssBytes: number
    peakBytes: number
  }
  queries: { name: string; p50: number; p99: number; rows: number }[]
}

const RUNS = 100
const END_TIME = 1_768_478_400

const secondsSince = (begun: number) => (performance.now() - begun) / 1_000

/** The value below which that share of the sorted values lies. */
function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
}

function countRows(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + 1 + countRows(item), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce<number>((sum, item) => sum + countRows(item), 0)
}

async function measureQueries(indexer: Indexer, world: World): Promise<Sample['queries']> {
  const ask = async (query: string) => (await executeSubgraph(indexer.store, { query })).json
  const first = (await ask(
    '{ transcoders(first: 1, orderBy: totalStake, orderDirection: desc) { id delegators(first: 1, orderBy: bondedAmount, orderDirection: desc) { id } } }',
  )) as { data: { transcoders: { id: string; delegators: { id: string }[] }[] } }
  const [orchestrator] = first.data.transcoders
  const ids: Record<string, string | undefined> = {
    $orchestrator: orchestrator?.id,
    $delegator: orchestrator?.delegators[0]?.id,
    $proposal: world.deployment.landmarks?.['executedPayment'],
  }
  const measured: Sample['queries'] = []
  for (const { name, text } of TYPICAL_QUERIES) {
    const query = text.replace(/\$\w+/g, (key) => ids[key] ?? '')
    const times: number[] = []
    let rows = 0
    for (let run = 0; run < RUNS; run++) {
      const begun = performance.now()
      const answer = (await ask(query)) as { data?: unknown; errors?: unknown }
      // As over HTTP: an answer is text in the end.
      JSON.stringify(answer)
      times.push(performance.now() - begun)
      if (answer.errors) throw new Error(`${name}: ${JSON.stringify(answer.errors)}`)
      rows = countRows(answer.data)
    }
    times.sort((a, b) => a - b)
    measured.push({ name, p50: percentile(times, 0.5), p99: percentile(times, 0.99), rows })
  }
  return measured
}

async function main(name: SeededWorldName): Promise<Sample> {
  const chain = await createChain({ genesisTimestamp: genesisTimeOf(END_TIME), frugal: name === 'full' })
  let transactions = 0
  let blocks = 0
  let events = 0
  const counted: RequestFn = async (args) => {
    const answer = await chain.request(args)
    if (args.method === 'eth_sendTransaction') transactions += 1
    if (args.method === 'eth_getLogs') {
      events += (answer as unknown[]).length
      blocks += new Set((answer as { blockNumber: string }[]).map(({ blockNumber }) => blockNumber)).size
    }
    return answer
  }
  const begun = performance.now()
  const world = await seedWorld(
    { ...chain, request: counted },
    { size: name, seed: 'livepeer', endTime: END_TIME },
  )
  const cpu = process.cpuUsage()
  const seed = {
    seconds: secondsSince(begun),
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    transactions,
    rssBytes: process.memoryUsage.rss(),
  }
  const indexer = createIndexer({ request: counted, deployment: world.deployment })
  const indexing = performance.now()
  events = 0
  blocks = 0
  await indexer.sync()
  const index = {
    seconds: secondsSince(indexing),
    blocks,
    events,
    rows: indexer.store.size().rows,
    rssBytes: process.memoryUsage.rss(),
    peakBytes: process.resourceUsage().maxRSS * 1_024,
  }
  return { seed, index, queries: await measureQueries(indexer, world) }
}

const sample = await main(process.argv[2] as SeededWorldName)
process.send?.(sample, () => process.exit(0))
