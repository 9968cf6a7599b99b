import { gzipSync } from 'node:zlib'
import { median } from '@/scripts/bench/report'
import { bin, childEnv, freePort, start, stop, waitForUrl } from '@/scripts/lib/run'

/** Worlds of ten times as many accounts each: what a page costs must hardly grow with them. */
const counts = [60, 600, 6_000] as const
/** Chain time at which every world ends, so that each run measures the same pages. */
const worldEnd = '1768478400'
const timedRequests = 7

interface Figures {
  bytes: number
  /** Rows of its tables and lists: fewer than a full page make a smaller one. */
  rows: number
  /** Rendering with what the loaders keep, and from a server that has read nothing. */
  renderedMs: number
  firstMs: number
}

interface Deployment {
  landmarks?: Record<string, string>
  accounts: readonly { address: string; role: string }[]
}

async function timed(url: string): Promise<{ ms: number; html: string }> {
  const begun = performance.now()
  const response = await fetch(url, { headers: { accept: 'text/html' } })
  const html = await response.text()
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`)
  return { ms: performance.now() - begun, html }
}

/** Seconds of the live window, after which a kept page is rendered anew. */
const liveSeconds = 1

/** Each rendering is at a block of its own, as on a chain that moves: figures of the chain are read again, by one reading. */
async function measurePage(url: string, servicesUrl: string, firstMs: number): Promise<Figures> {
  const times: number[] = []
  let html = ''
  for (let request = 0; request < timedRequests; request += 1) {
    await fetch(`${servicesUrl}/control/advance-blocks`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ blocks: 1 }),
    })
    await new Promise((resolve) => setTimeout(resolve, 1_000 * liveSeconds + 100))
    const answer = await timed(url)
    times.push(answer.ms)
    html = answer.html
  }
  if (/data-view="(late|failed)"/.test(html)) throw new Error(`${url} lacks its figures`)
  return {
    bytes: gzipSync(html, { level: 9 }).length,
    rows: html.match(/<(?:tr|li)[\s>]/g)?.length ?? 0,
    renderedMs: median(times),
    firstMs,
  }
}

/** Most delegators first; the index alone knows them. */
async function busiest(services: string): Promise<string> {
  const counted = new Map<string, number>()
  for (let after = ''; ; ) {
    const response = await fetch(`${services}/subgraph`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: `{ delegators(first: 1000, where: { id_gt: "${after}", bondedAmount_gt: "0" }) { id delegate { id } } }`,
      }),
    })
    const { data } = (await response.json()) as {
      data: { delegators: { id: string; delegate: { id: string } }[] }
    }
    for (const { delegate } of data.delegators) counted.set(delegate.id, (counted.get(delegate.id) ?? 0) + 1)
    after = data.delegators.at(-1)?.id ?? ''
    if (data.delegators.length < 1_000) break
  }
  const [first] = [...counted].sort((left, right) => right[1] - left[1])
  if (!first) throw new Error('nobody delegates')
  return first[0]
}

/** The list and every page of an account in one world. */
async function measureWorld(delegators: number): Promise<Map<string, Figures>> {
  const [rpc, services, port] = [await freePort(), await freePort(), await freePort()]
  const env = childEnv({
    NETWORK: 'local',
    PORT: String(port),
    DEVNET_RPC_PORT: String(rpc),
    DEVNET_SERVICES_PORT: String(services),
    CACHE_LIVE_SECONDS: String(liveSeconds),
    // As on Arbitrum One: locally the index is asked every second, which is the index's cost and not the page's.
    CACHE_MINUTE_SECONDS: '300',
    CACHE_ROUND_SECONDS: '3600',
  })
  const log: string[] = []
  const world = ['--world', 'small', '--delegators', String(delegators), '--end-time', worldEnd]
  const devnet = start(
    bin('tsx'),
    ['devnet/main.ts', ...world, '--no-keeper', '--no-clock'],
    (line) => log.push(line),
    { env },
  )
  const servicesUrl = `http://127.0.0.1:${services}`
  try {
    if (!(await waitForUrl(`${servicesUrl}/health`, 600_000, () => devnet.exitCode !== null)))
      throw new Error(`the local network did not start:\n${log.slice(-10).join('\n')}`)
    const site = start(bin('tsx'), ['scripts/start.ts'], (line) => log.push(line), { env })
    try {
      const url = `http://127.0.0.1:${port}`
      if (!(await waitForUrl(`${url}/icon.svg`, 60_000, () => site.exitCode !== null)))
        throw new Error(`the site did not start:\n${log.slice(-10).join('\n')}`)
      const { accounts } = (await (await fetch(`${servicesUrl}/deployment.json`)).json()) as Deployment
      const gateway = accounts.find(({ role }) => role === 'demo-gateway')?.address.toLowerCase()
      const account = `/accounts/${await busiest(servicesUrl)}`
      const paths = {
        '/orchestrators': '/orchestrators',
        delegating: `${account}/delegating`,
        earnings: `${account}/earnings`,
        orchestrating: `${account}/orchestrating`,
        delegators: `${account}/delegators`,
        history: `${account}/history`,
        broadcasting: `/accounts/${gateway}/broadcasting`,
      }
      const figures = new Map<string, Figures>()
      const firsts = new Map<string, number>()
      // Code that has just begun to run is slow: every page is drawn before any is timed.
      for (const [name, path] of Object.entries(paths)) firsts.set(name, (await timed(`${url}${path}`)).ms)
      for (const path of Object.values(paths)) await measurePage(`${url}${path}`, servicesUrl, 0)
      for (const [name, path] of Object.entries(paths))
        figures.set(name, await measurePage(`${url}${path}`, servicesUrl, firsts.get(name) ?? 0))
      return figures
    } finally {
      await stop(site)
    }
  } finally {
    await stop(devnet)
  }
}

const ratio = (after: number, before: number) => {
  const value = after / before
  return `${value.toFixed(2)}${value <= 1.2 ? '' : ' (over 1.2)'}`
}

/** Prints bytes and times of the list and the account pages at 60, 600 and 6,000 delegators; asserts nothing. */
export async function benchPages(): Promise<void> {
  let before: Map<string, Figures> | null = null
  for (const count of counts) {
    const figures = await measureWorld(count)
    for (const [page, { bytes, rows, renderedMs, firstMs }] of figures) {
      const last = before?.get(page)
      const growth = last
        ? `; bytes × ${ratio(bytes, last.bytes)}, time × ${ratio(renderedMs, last.renderedMs)} of ten times fewer`
        : ''
      console.log(
        `pages ${count.toString().padStart(5)} delegators: ${page.padEnd(14)} ${bytes} bytes gzip, ${rows} rows, ${renderedMs.toFixed(0)} ms rendered, ${firstMs.toFixed(0)} ms first${growth}`,
      )
    }
    before = figures
  }
}
