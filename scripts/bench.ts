import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import autocannon from 'autocannon'
import { benchLighthouse } from '@/scripts/bench/lighthouse'
import { benchNetwork } from '@/scripts/bench/network'
import { benchPages } from '@/scripts/bench/pages'
import { markdownTable, reportPart } from '@/scripts/bench/report'
import { bin, childEnv, freePort, root, run, seconds, stop } from '@/scripts/lib/run'

/**
 * Prints figures; asserts nothing about times. Usage: npm run bench [-- start|load|lighthouse|pages|sequence|network …]
 * start: seconds from `npm run demo` to a usable site, with and without a finished build
 * load: requests a second of `/` and `/orchestrators` at 10 connections, with their figures in the HTML (docs/performance.md)
 * lighthouse: ten kinds of pages as a phone, median of three (needs a build; docs/performance.md)
 * pages: bytes and times of the list and account pages at 60, 600 and 6,000 delegators (needs a build)
 * network: seed, memory, index and queries of the default and the full world
 * sequence: 20,000 random calls on the contracts with all invariants
 */
const wanted = process.argv.slice(2)
const runs = (name: string) => wanted.length === 0 || wanted.includes(name)

interface Demo {
  seconds: number
  site: string
  end: () => Promise<void>
}

async function startDemo(): Promise<Demo> {
  const [site, rpc, services] = [await freePort(), await freePort(), await freePort()]
  const begun = Date.now()
  const child = spawn(bin('tsx'), ['scripts/demo.ts'], {
    cwd: root,
    env: childEnv({
      PORT: String(site),
      DEVNET_RPC_PORT: String(rpc),
      DEVNET_SERVICES_PORT: String(services),
    }),
  })
  let output = ''
  await new Promise<void>((resolve, reject) => {
    const take = (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes('is ready after')) resolve()
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.once('close', () => reject(new Error(`the demo ended:\n${output.slice(-2_000)}`)))
  })
  return {
    seconds: (Date.now() - begun) / 1_000,
    site: `http://127.0.0.1:${site}`,
    end: () => stop(child),
  }
}

/** The list of orchestrators and the overview carry their figures without a script: every active orchestrator as a link. */
function expectFigures(path: string, html: string): void {
  const links = new Set(html.match(/\/accounts\/0x[0-9a-f]{40}/gi)).size
  if (/data-view="(late|failed)"/.test(html) || links < (path === '/' ? 5 : 50))
    throw new Error(`${path} was served without its figures (${links} accounts linked)`)
}

async function load(site: string, path: string): Promise<(string | number)[]> {
  expectFigures(path, await (await fetch(`${site}${path}`)).text())
  const result = await autocannon({
    url: `${site}${path}`,
    connections: 10,
    duration: 10,
    headers: { accept: 'text/html', 'accept-encoding': 'gzip' },
  })
  expectFigures(path, await (await fetch(`${site}${path}`)).text())
  const row = [
    path,
    result.requests.average.toFixed(0),
    result.latency.p50,
    result.latency.p99,
    result.non2xx + result.errors,
  ]
  console.log(
    `load ${path}: ${row[1]} requests a second, p50 ${row[2]} ms, p99 ${row[3]} ms, ${row[4]} failed or not 2xx`,
  )
  return row
}

if (runs('start')) {
  rmSync(`${root}/.next`, { recursive: true, force: true })
  const first = await startDemo()
  console.log(`start: first (build and seed side by side) ${first.seconds.toFixed(1)} s`)
  await first.end()
}
if (runs('start') || runs('load')) {
  const later = await startDemo()
  console.log(`start: later ${later.seconds.toFixed(1)} s`)
  if (runs('load')) {
    const rows = [await load(later.site, '/'), await load(later.site, '/orchestrators')]
    reportPart('Load', [
      'Ten connections for ten seconds, with the network, the site and the sender of the requests on the same machine.',
      ...markdownTable(['page', 'requests a second', 'p50, ms', 'p99, ms', 'failed'], rows),
    ])
  }
  await later.end()
}

if (runs('lighthouse')) await benchLighthouse()

if (runs('pages')) await benchPages()

if (runs('network')) await benchNetwork()

if (runs('sequence')) {
  const begun = Date.now()
  const result = await run(
    bin('vitest'),
    ['run', '--project', 'devnet', 'devnet/contracts-test/invariants.test.ts', '--testTimeout', '1800000'],
    { env: { CONTRACT_SEQUENCE_CALLS: '20000', CONTRACT_SEQUENCE_SEEDS: '5' } },
  )
  console.log(
    `sequence: 20,000 random calls, invariants ${result.code === 0 ? 'held' : 'BROKEN'}, ${seconds(begun)} s`,
  )
  if (result.code !== 0) console.log(result.output.slice(-4_000))
}
