import type { APIRequestContext } from '@playwright/test'
import { expect, test } from '@/e2e/fixtures/test'
import { governanceOf } from '@/e2e/pages/governance-chain'
import { indexedIds } from '@/e2e/pages/index-of'
import { resolved, sitePaths } from '@/e2e/pages/site-paths'
import { accountPath } from '@/e2e/pages/staking'

/** What the head of a page says of it; every value unescaped and from inside <head>. */
async function headOf(request: APIRequestContext, path: string) {
  const response = await request.get(path)
  const html = await response.text()
  const head = html.slice(0, html.indexOf('</head>'))
  const text = (found: string | undefined) =>
    found?.replace(
      /&(amp|quot|lt|gt|#x27);/g,
      (_, name: string) => ({ amp: '&', quot: '"', lt: '<', gt: '>', '#x27': "'" })[name] ?? '',
    ) ?? null
  const meta = (name: string) =>
    text(new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(head)?.[1])
  return {
    status: response.status(),
    title: text(/<title>([^<]*)<\/title>/.exec(head)?.[1]),
    description: meta('description'),
    canonical: text(/<link rel="canonical" href="([^"]*)"/.exec(head)?.[1]),
    image: meta('og:image'),
    ogTitle: meta('og:title'),
    ogUrl: meta('og:url'),
    card: meta('twitter:card'),
    listed: !/noindex/.test(meta('robots') ?? ''),
  }
}

/** Where the copy under test says it is; its links lead there. */
async function siteUrl(request: APIRequestContext): Promise<string> {
  const robots = await (await request.get('/robots.txt')).text()
  const found = /^Sitemap: (.*)\/sitemap\.xml$/m.exec(robots)?.[1]
  if (!found) throw new Error('robots.txt names no sitemap')
  return found
}

const pathOf = (url: string, site: string) => {
  expect(url.startsWith(site), url).toBe(true)
  return url.slice(site.length) || '/'
}

test('every page has a title of its own, a description, a canonical link and a picture that is one', async ({
  request,
  network,
}) => {
  const site = await siteUrl(request)
  const pathFor = await resolved(network)
  const titles = new Map<string, string>()
  const pictures = new Set<string>()
  for (const each of sitePaths) {
    const path = pathFor(each)
    const head = await headOf(request, path)
    if (head.status !== 200) continue
    expect(head.canonical, path).toBe(
      `${site}${(path.split('?')[0] ?? '').replace(/^\/$/, '')}`.toLowerCase(),
    )
    expect(head.ogUrl, path).toBe(head.canonical)
    expect(head.title?.length, path).toBeGreaterThan(5)
    expect(head.ogTitle?.length, path).toBeGreaterThan(5)
    expect(head.description?.length, path).toBeGreaterThan(20)
    expect(head.description, path).not.toMatch(/undefined|null|NaN|—/)
    expect(head.card, path).toBe('summary_large_image')
    const other = titles.get(head.title ?? '')
    expect(other === undefined || other === head.canonical, `${path} is called like ${other}`).toBe(true)
    titles.set(head.title ?? '', head.canonical ?? '')
    const personal =
      /^\/(portfolio|search|orchestrators\/compare|voting\/create-poll|treasury\/create-proposal)/
    if (personal.test(path)) expect(head.listed, path).toBe(false)
    if (/^\/(orchestrators|voting|treasury|protocol|migrate)?$/.test(path))
      expect(head.listed, path).toBe(true)
    if (head.image) pictures.add(head.image)
  }
  expect(pictures.size).toBeGreaterThan(4)
  for (const url of pictures) {
    const response = await request.get(pathOf(url, site))
    expect([response.status(), response.headers()['content-type']], url).toEqual([200, 'image/png'])
    const picture = await response.body()
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)], url).toEqual([1200, 630])
  }
})

test('an orchestrator is described by its figures, and an account without anything is not listed', async ({
  request,
  network,
  orchestrators: [orchestrator],
}) => {
  const head = await headOf(request, accountPath(orchestrator, 'orchestrating'))
  const stake = ((await network.delegatedStake(orchestrator)) / 10n ** 18n).toLocaleString('en-US')
  expect(head.description).toContain(`${stake} LPT staked`)
  expect(head.listed).toBe(true)
  const empty = '0x00000000000000000000000000000000000000ee'
  for (const tab of ['delegating', 'orchestrating', 'broadcasting'])
    expect((await headOf(request, `/accounts/${empty}/${tab}`)).listed, tab).toBe(false)
  const none = await Promise.all(
    [`/accounts/${empty}/preview.png`, `/voting/${empty}/preview.png`, '/treasury/123/preview.png'].map(
      async (path) => (await request.get(path)).status(),
    ),
  )
  expect(none).toEqual([404, 404, 404])
})

test('the sitemap has the chain’s orchestrators and the index’s polls and proposals, and each page answers', async ({
  request,
  network,
}) => {
  const site = await siteUrl(request)
  const response = await request.get('/sitemap.xml')
  expect(response.headers()['content-type']).toContain('application/xml')
  const paths = [...(await response.text()).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) =>
    pathOf(url ?? '', site),
  )
  for (const member of await network.pool(1_000))
    expect(paths, member).toContain(accountPath(member, 'orchestrating'))
  const [polls, proposals] = [await indexedIds('polls', ''), await indexedIds('treasuryProposals', '')]
  const under = (path: string) => paths.filter((each) => each.startsWith(path)).toSorted()
  expect(under('/voting/')).toEqual(polls.map((id) => `/voting/${id}`).toSorted())
  expect(under('/treasury/')).toEqual(proposals.map((id) => `/treasury/${id}`).toSorted())
  const sample = [
    ...paths.filter((path) => !path.startsWith('/accounts/')),
    ...under('/accounts/').slice(0, 3),
  ]
  const answers = await Promise.all(sample.map(async (path) => [path, (await request.head(path)).status()]))
  expect(answers.filter(([, status]) => status !== 200)).toEqual([])
})

test('links of other explorers lead to the page that is meant, and nowhere else', async ({
  request,
  network,
}) => {
  const [orchestrator] = await network.pool(1)
  const account = `/accounts/${orchestrator?.toLowerCase()}`
  const old: readonly [from: string, status: number, to: string][] = [
    [`${account}/staking`, 308, `${account}/delegating`],
    [`${account}/overview`, 308, `${account}/delegating`],
    [`${account}/transcoding`, 308, `${account}/orchestrating`],
    [`${account}/campaign`, 308, `${account}/orchestrating`],
    [account, 307, `${account}/delegating`],
    ['/transcoders', 308, '/orchestrators'],
    ['/accounts', 307, '/orchestrators'],
    ['/migrate/orchestrator', 307, '/migrate'],
    ['/migrate/broadcaster', 307, '/migrate'],
    ['/migrate/delegator', 307, '/migrate'],
    ['/migrate/delegator/contract-wallet-tool', 307, '/migrate'],
    ['/whats-new', 307, '/'],
  ]
  for (const [from, status, to] of old) {
    const response = await request.get(from, { maxRedirects: 0 })
    expect([response.status(), response.headers().location], from).toEqual([status, to])
  }
  for (const tricky of [
    '/accounts//evil.example/staking',
    '/accounts/%2F%2Fevil.example/staking',
    '/accounts/\\evil.example/staking',
  ]) {
    const response = await request.get(tricky, { maxRedirects: 0 })
    const to = response.headers().location
    if (to) expect(new URL(to, 'http://site.example').host, tricky).toBe('site.example')
  }
})

test('a poll and a proposal are called by their titles and told apart from copies', async ({
  request,
  network,
}) => {
  const governance = governanceOf(network)
  const poll = await governance.openPoll()
  const proposal = await governance.activeProposal()
  const short = (text: string, head: number) => `${text.slice(0, head)}…${text.slice(-4)}`
  const pollHead = await headOf(request, `/voting/${poll.address.toLowerCase()}`)
  expect(pollHead.title?.toLowerCase()).toContain(short(poll.address, 6).toLowerCase())
  expect(pollHead.description).toContain('Open')
  const proposalHead = await headOf(request, `/treasury/${proposal.id}`)
  expect(proposalHead.title).toContain(short(proposal.id, 4))
  expect(proposalHead.description).toContain('Open')
})
