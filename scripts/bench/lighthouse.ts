import { markdownTable, median, reportPart } from '@/scripts/bench/report'
import { chromiumArguments, findChromium } from '@/scripts/lib/chromium'
import { type Stack, startNetwork } from '@/scripts/lib/local-stack'

const runsOfEach = 3
/** Lighthouse's codes for a recording that failed in the browser, which says nothing of the page: such a run is made again. */
const unrecorded = ['NO_NAVSTART', 'NO_TRACING_STARTED', 'PROTOCOL_TIMEOUT']
const repeatsOfUnrecorded = 3
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

interface Run {
  /** Out of 100, in the order of the categories. */
  scores: number[]
  shift: number
  largestPaintMs: number
  blockedMs: number
  bytes: number
  requests: number
  /** Audits of the last three categories that did not pass. */
  failed: string[]
}

interface Governance {
  data: { polls: { id: string }[]; treasuryProposals: { id: string }[] }
}

/** One page of each kind that search engines may show. */
async function kindsOfPages({ services }: Stack): Promise<[name: string, path: string][]> {
  const { accounts, landmarks = {} } = (await (await fetch(`${services}/deployment.json`)).json()) as {
    accounts: readonly { address: string; role: string }[]
    landmarks?: Record<string, string>
  }
  const { data } = (await (
    await fetch(`${services}/subgraph`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query:
          '{ polls(first: 1, orderBy: endBlock, orderDirection: desc) { id } treasuryProposals(first: 1) { id } }',
      }),
    })
  ).json()) as Governance
  const account = (role: string) => accounts.find((one) => one.role === role)?.address.toLowerCase()
  const proposal = landmarks.massVotedProposal ?? data.treasuryProposals[0]?.id
  return [
    ['overview', '/'],
    ['orchestrators', '/orchestrators'],
    ['an orchestrator', `/accounts/${account('demo-orchestrator')}/orchestrating`],
    ['a delegator', `/accounts/${account('demo-delegator')}/delegating`],
    ['performance', '/leaderboard'],
    ['transactions', '/transactions'],
    ['gateways', '/gateways'],
    ['protocol', '/protocol'],
    ['a poll', `/voting/${data.polls[0]?.id}`],
    ['a proposal', `/treasury/${proposal}`],
  ]
}

/**
 * Lighthouse over ten kinds of pages as a phone, three runs of each; prints the medians and writes them to docs/performance.md.
 * Needs a build.
 */
export async function benchLighthouse(): Promise<void> {
  const { default: lighthouse } = await import('lighthouse')
  const { launch } = await import('chrome-launcher')
  const network = await startNetwork()
  const chrome = await launch({
    chromePath: findChromium(),
    chromeFlags: chromiumArguments,
    logLevel: 'silent',
  })
  const record = async (url: string, repeats = repeatsOfUnrecorded) => {
    const result = await lighthouse(url, {
      port: chrome.port,
      logLevel: 'error',
      output: 'json',
      onlyCategories: [...categories],
    })
    if (!result) throw new Error(`Lighthouse did not answer for ${url}`)
    const { runtimeError } = result.lhr
    if (!runtimeError) return result.lhr
    if (repeats === 0 || !unrecorded.includes(runtimeError.code))
      throw new Error(`${url}: ${runtimeError.message}`)
    console.log(`lighthouse: ${url} was not recorded (${runtimeError.code}), once more`)
    return record(url, repeats - 1)
  }
  const measure = async (url: string): Promise<Run> => {
    const lhr = await record(url)
    const value = (audit: string) => lhr.audits[audit]?.numericValue ?? Number.NaN
    const requests = lhr.audits['network-requests']?.details
    return {
      scores: categories.map((name) => Math.round(100 * (lhr.categories[name]?.score ?? Number.NaN))),
      shift: value('cumulative-layout-shift'),
      largestPaintMs: value('largest-contentful-paint'),
      blockedMs: value('total-blocking-time'),
      bytes: value('total-byte-weight'),
      requests: requests && 'items' in requests ? requests.items.length : Number.NaN,
      failed: categories
        .slice(1)
        .flatMap((name) =>
          (lhr.categories[name]?.auditRefs ?? [])
            .filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 1)
            .map(({ id }) => id),
        ),
    }
  }
  try {
    const site = await network.startSite()
    const rows: (string | number)[][] = []
    for (const [name, path] of await kindsOfPages(site)) {
      const url = `${site.site}${path}`
      const answer = await fetch(url)
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
      const runs: Run[] = []
      for (let run = 0; run < runsOfEach; run++) runs.push(await measure(url))
      const middle = (of: (run: Run) => number) => median(runs.map(of))
      const row = [
        name,
        ...categories.map((_, index) => middle(({ scores }) => scores[index] ?? Number.NaN)),
        middle(({ shift }) => shift).toFixed(3),
        (middle(({ largestPaintMs }) => largestPaintMs) / 1000).toFixed(1),
        middle(({ blockedMs }) => blockedMs).toFixed(0),
        (middle(({ bytes }) => bytes) / 1000).toFixed(0),
        middle(({ requests }) => requests),
      ]
      rows.push(row)
      const failed = [...new Set(runs.flatMap((run) => run.failed))]
      console.log(
        `lighthouse ${name}: performance ${row[1]}, accessibility ${row[2]}, best practices ${row[3]}, SEO ${row[4]}, CLS ${row[5]}, LCP ${row[6]} s, TBT ${row[7]} ms, ${row[8]} kB, ${row[9]} requests${failed.length > 0 ? `; not passed: ${failed.join(', ')}` : ''}`,
      )
    }
    reportPart('Lighthouse', [
      'Lighthouse 12.8.2 as a phone with its default throttling, production build, median of three.',
      ...markdownTable(
        [
          'page',
          'performance',
          'accessibility',
          'best practices',
          'SEO',
          'CLS',
          'LCP, s',
          'TBT, ms',
          'kB',
          'requests',
        ],
        rows,
      ),
    ])
  } finally {
    chrome.kill()
    await network.stop()
  }
}
