import { gzipSync } from 'node:zlib'
import type { Page, Response } from '@playwright/test'
import type { Address } from 'viem'
import type { Network } from '@/e2e/fixtures/network'
import { expect, test } from '@/e2e/fixtures/test'
import { pollPath, proposalPath } from '@/e2e/pages/governance'
import { governanceOf } from '@/e2e/pages/governance-chain'
import { accountPath } from '@/e2e/pages/staking'
import { chooseWallet, expectConnected } from '@/e2e/pages/wallet'

const kB = 1_000
/** Budgets of DESIGN: gzip −9 bytes. */
const budget = {
  html: 60 * kB,
  inHtml: 150 * kB,
  untilIdle: 200 * kB,
  toConnect: 250 * kB,
  fonts: 60 * kB,
  total: 300 * kB,
  requests: 25,
}

const size = (body: Buffer | string) => gzipSync(body, { level: 9 }).length

/** The list at its widest, as its form sends it. */
const everyColumn =
  'stake,delegators,reward-cut,fee-cut,fees,calls-30,calls-90,this-round,yield-30,yield-90,projected,fee-yield,score,standing'

/** One page of every kind, and the heaviest that the world has: the longest list of delegators, of votes, of rounds. */
async function paths(network: Network): Promise<string[]> {
  const [first, other] = await network.pool(2)
  const { accounts, landmarks = {} } = network.deployment
  const gateway = accounts.find(({ role }) => role === 'demo-gateway')?.address
  if (!first || !other || !gateway) throw new Error('the world lacks an account of the budgets')
  const crowded = (landmarks.crowdedOrchestrator ?? first) as Address
  const governance = governanceOf(network)
  return [
    '/',
    '/orchestrators',
    `/orchestrators?cols=${everyColumn}&show=all`,
    `/orchestrators/compare?ids=${first.toLowerCase()},${other.toLowerCase()}`,
    accountPath(first, 'delegating'),
    accountPath(first, 'earnings'),
    accountPath(first, 'orchestrating'),
    accountPath(crowded, 'delegators'),
    accountPath(first, 'history'),
    accountPath(gateway, 'broadcasting'),
    '/portfolio',
    `/migrate?address=${accounts.find(({ role }) => role === 'demo-claimant')?.address ?? ''}`,
    '/search?q=demo',
    '/voting',
    pollPath((await governance.openPoll()).address),
    '/voting/create-poll?lip=908',
    '/treasury',
    '/leaderboard',
    '/gateways',
    '/transactions',
    '/protocol',
    '/treasury/create-proposal',
    proposalPath(landmarks.massVotedProposal ?? (await governance.activeProposal()).id),
  ]
}

interface Loaded {
  scripts: number
  /** The largest scripts, for whoever has to make them smaller. */
  largest: string[]
  fonts: number
  total: number
  requests: number
}

/** Sums what the page loads from now on; a body that a redirect or a cancelled prefetch does not have counts nothing. */
function measure(page: Page): () => Promise<Loaded> {
  const responses: Response[] = []
  page.on('response', (response) => responses.push(response))
  return async () => {
    const loaded: Loaded = { scripts: 0, largest: [], fonts: 0, total: 0, requests: responses.length }
    const scripts: { name: string; bytes: number }[] = []
    for (const response of responses) {
      const type = response.request().resourceType()
      const body = await response.body().catch(() => Buffer.alloc(0))
      const bytes = type === 'font' ? body.length : size(body)
      loaded.total += bytes
      if (type === 'script') {
        loaded.scripts += bytes
        scripts.push({ name: response.url().split('/').at(-1) ?? '', bytes })
      }
      if (type === 'font') loaded.fonts += bytes
    }
    scripts.sort((left, right) => right.bytes - left.bytes)
    loaded.largest = scripts.map(({ name, bytes }) => `${name} ${bytes}`)
    return loaded
  }
}

const said = ({ scripts, fonts, total, requests }: Loaded) =>
  `${scripts} bytes of scripts, ${fonts} of fonts, ${total} in all, ${requests} requests`

/** Waits until no request has been under way for a second. */
async function idle(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let timer = setTimeout(resolve, 1_000)
        new PerformanceObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(resolve, 1_000)
        }).observe({ type: 'resource' })
      }),
  )
}

test('scripts named in the HTML stay within their budget on every page', async ({ request, network }) => {
  for (const path of await paths(network)) {
    const html = await (await request.get(path)).text()
    const named = new Set<string>()
    for (const [tag] of html.matchAll(/<(?:script|link)\b[^>]*>/g)) {
      const url = /(?:src|href)="([^"]+\.js[^"]*)"/.exec(tag)?.[1]
      // Browsers that know modules, all that this site supports, never ask for the polyfills.
      if (/nomodule/i.test(tag)) continue
      if (url && (tag.startsWith('<script') || /as="script"|rel="modulepreload"/.test(tag))) named.add(url)
    }
    expect(named.size, path).toBeGreaterThan(0)
    let bytes = 0
    for (const url of named) bytes += size(await (await request.get(url)).body())
    console.log(`${path}: ${named.size} scripts in the HTML, ${bytes} bytes; HTML ${size(html)} bytes`)
    expect.soft(bytes, path).toBeLessThanOrEqual(budget.inHtml)
    expect.soft(size(html), path).toBeLessThanOrEqual(budget.html)
  }
})

test('a first visit stays within its budgets until idle', async ({ browser, network, baseURL }) => {
  // Every page is waited for until nothing has been asked for a second.
  test.setTimeout(180_000)
  for (const path of await paths(network)) {
    const context = await browser.newContext({ baseURL })
    const page = await context.newPage()
    const loaded = measure(page)
    await page.goto(path)
    await idle(page)
    const sums = await loaded()
    console.log(`${path}: ${said(sums)}`)
    expect.soft(sums.scripts, path).toBeLessThanOrEqual(budget.untilIdle)
    expect.soft(sums.fonts, path).toBeLessThanOrEqual(budget.fonts)
    expect.soft(sums.total, path).toBeLessThanOrEqual(budget.total)
    expect.soft(sums.requests, path).toBeLessThanOrEqual(budget.requests)
    await context.close()
  }
})

test('connecting an injected wallet stays within its budget', async ({ page, wallet }) => {
  await page.goto('/')
  await idle(page)
  const loaded = measure(page)
  const answer = wallet.hold('wallet_requestPermissions')
  await chooseWallet(page, 'Test Wallet')
  await expect(page.getByRole('dialog').getByText('Confirm connection in the extension')).toBeVisible()
  await idle(page)
  await answer()
  await expectConnected(page, wallet.address)
  await idle(page)
  const sums = await loaded()
  console.log(`connect: ${said(sums)}; ${sums.largest.slice(0, 6).join(', ')}`)
  expect(sums.scripts).toBeLessThanOrEqual(budget.toConnect)
})
