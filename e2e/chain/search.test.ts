import { type Address, getAddress } from 'viem'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { accountOf } from '@/devnet/deploy/accounts'
import { makeNameBook, NAMES_PARENT, type NameBook } from '@/devnet/services/names-book'
import { type Devnet, startDevnet } from '@/devnet/start'
import type { SearchResult, SearchView } from '@/lib/search/types'

/** Search, the sitemap and previews over everything a small world has, and with sources that fail. */

let net: Devnet
let book: NameBook
const realFetch = globalThis.fetch
/** Sources that are down, by what their address or question holds. */
let down: RegExp | null = null

beforeAll(async () => {
  net = await startDevnet({
    world: 'small',
    seed: 'loaders',
    endTime: 1_780_000_000,
    clock: false,
    keeper: false,
    rpcPort: 0,
    servicesPort: 0,
  })
  book = makeNameBook(net, net.servicesUrl)
  vi.stubEnv('NETWORK', 'local')
  vi.stubEnv('SITE_URL', 'https://site.example')
  vi.stubEnv('DEVNET_RPC_PORT', new URL(net.rpcUrl).port)
  vi.stubEnv('DEVNET_SERVICES_PORT', new URL(net.servicesUrl).port)
  vi.stubEnv('CACHE_ROUND_SECONDS', '1')
  vi.stubEnv('CACHE_MINUTE_SECONDS', '1')
  globalThis.fetch = (input, init) => {
    const url = String(input instanceof Request ? input.url : input)
    return down?.test(url) ? Promise.reject(new TypeError('fetch failed')) : realFetch(input, init)
  }
})
afterAll(async () => {
  globalThis.fetch = realFetch
  vi.unstubAllEnvs()
  await net.close()
})
afterEach(() => {
  down = null
})

async function view(text: string): Promise<SearchView> {
  const { loadSearch } = await import('@/lib/data/search')
  const loaded = await loadSearch(text)
  if (!('value' in loaded)) throw new Error(`${loaded.state}: ${loaded.reason}`)
  return loaded.value
}
const first = async (text: string): Promise<SearchResult | undefined> => (await view(text)).results[0]
const same = (left: string, right: string) => left.toLowerCase() === right.toLowerCase()
const rows = (entity: Parameters<typeof net.indexer.store.all>[0]): { id: string }[] =>
  [...net.indexer.store.all(entity)].map(({ row }) => row as { id: string })
const governor = async () => {
  const { loadTreasury } = await import('@/lib/data/treasury')
  const treasury = await loadTreasury()
  if (!('value' in treasury) || !treasury.value.rows) throw new Error('no proposals')
  return treasury.value.rows
}
const polls = async () => {
  const { loadPolls } = await import('@/lib/data/polls')
  const loaded = await loadPolls()
  if (!('value' in loaded) || !loaded.value.rows) throw new Error('no polls')
  return loaded.value.rows
}
const listed = async () => {
  const { loadOrchestrators } = await import('@/lib/data/orchestrators')
  const list = await loadOrchestrators()
  if (!('value' in list)) throw new Error('no orchestrators')
  return list.value.rows
}

describe('what is found', () => {
  test('every orchestrator, by its address in any spelling, a part of it, and its name', async () => {
    const all = await listed()
    expect(all.length).toBeGreaterThan(5)
    await expect.poll(async () => (await listed()).some(({ name }) => name !== null)).toBe(true)
    for (const { address, name } of await listed()) {
      const lower = address.toLowerCase()
      for (const text of [address, lower, lower.toUpperCase(), lower.slice(2), ` ${address}\n`])
        expect(await first(text), text).toMatchObject({ kind: 'orchestrator', address })
      for (const text of [lower.slice(0, 14), `${lower.slice(0, 6)}…${lower.slice(-4)}`])
        expect((await view(text)).results, text).toContainEqual(expect.objectContaining({ address }))
      if (name !== null) expect(await first(name.toUpperCase()), name).toMatchObject({ address, name })
    }
  })

  test('every poll of the index, by its address, LIP and title', async () => {
    const known = await polls()
    expect(known).toHaveLength(rows('Poll').length)
    for (const { address, text } of known) {
      expect(await first(address.toLowerCase())).toMatchObject({ kind: 'poll', address })
      if (text.state !== 'ready') continue
      const { lip, title } = text.value
      for (const words of [lip && `LIP-${lip}`, lip && `lip ${lip}`, title?.toUpperCase()])
        if (words)
          expect((await view(words)).results, words).toContainEqual(expect.objectContaining({ address }))
    }
  })

  test('every proposal of the index, by its id and title', async () => {
    const known = await governor()
    expect(known).toHaveLength(rows('TreasuryProposal').length)
    for (const { id, title } of known) {
      expect(await first(id)).toMatchObject({ kind: 'proposal', id })
      expect(await first(`${id.slice(0, 4)}…${id.slice(-4)}`)).toMatchObject({ id })
      if (title) expect((await view(title)).results, title).toContainEqual(expect.objectContaining({ id }))
    }
  })

  test('an account by the name that leads to it, in any letter case, with the address beside the name', async () => {
    const gateway = accountOf(net.deployment.accounts, 'demo-gateway')
    const name = `Demo-Gateway.${NAMES_PARENT}`
    expect(await first(name)).toEqual({
      kind: 'account',
      address: gateway.toLowerCase(),
      name: name.toLowerCase(),
      doubt: null,
    })
    expect((await view(`nobody.${NAMES_PARENT}`)).results).toEqual([])
    expect(book.byName.has(`nobody.${NAMES_PARENT}`)).toBe(false)
  })

  test('a transaction, as each page that has it, by what the index says', async () => {
    const [vote] = rows('VoteEvent') as { id: string; poll: string }[]
    const [bond] = rows('BondEvent') as { id: string; delegator: string }[]
    const [ballot] = rows('TreasuryVoteEvent') as { id: string; proposal: string }[]
    if (!vote || !bond || !ballot) throw new Error('the world lacks events')
    const hashOf = ({ id }: { id: string }) => id.slice(0, 66)
    const places = async (hash: string) =>
      (await view(hash)).results.flatMap((result) => (result.kind === 'transaction' ? [result.place] : []))
    expect(await places(hashOf(vote).toUpperCase())).toContainEqual({
      kind: 'poll',
      address: getAddress(vote.poll),
    })
    expect(await places(`https://arbiscan.io/tx/${hashOf(bond)}`)).toContainEqual({
      kind: 'account',
      address: getAddress(bond.delegator),
    })
    expect(await places(hashOf(ballot))).toContainEqual({ kind: 'proposal', id: ballot.proposal })
    expect((await view(`0x${'ab'.repeat(32)}`)).results).toEqual([])
  })

  test('an address in doubt comes first, with the doubt', async () => {
    const [row] = await listed()
    if (!row) throw new Error('no orchestrators')
    const broken = row.address.replace(/[a-f](?=[^a-fA-F]*$)|[A-F](?=[^a-fA-F]*$)/, (letter) =>
      letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
    )
    expect(await first(broken)).toMatchObject({ kind: 'account', doubt: { kind: 'bad-checksum' } })
    const twin = `${row.address.slice(0, 8)}${'0'.repeat(28)}${row.address.slice(-6)}`.toLowerCase()
    const doubt = await first(twin)
    expect(doubt).toMatchObject({ kind: 'account', address: twin, doubt: { kind: 'resembles' } })
    expect(same((doubt as { doubt: { address: Address } }).doubt.address, row.address)).toBe(true)
  })

  test('before anything is typed: what is open, the largest orchestrators and pages', async () => {
    const { results, gaps } = await view('')
    expect(gaps).toEqual([])
    const open = [...(await polls())].filter(({ state }) => state === 'open')
    expect(results.filter(({ kind }) => kind === 'poll')).toHaveLength(open.length)
    expect(results.filter(({ kind }) => kind === 'orchestrator')).toHaveLength(5)
  })
})

describe('the sitemap', () => {
  test('has every orchestrator, poll and proposal once, and no page that is not to be listed', async () => {
    const { GET } = await import('@/app/sitemap.xml/route')
    const response = await GET()
    expect(response.status).toBe(200)
    const urls = [...(await response.text()).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url ?? '')
    expect(new Set(urls).size).toBe(urls.length)
    const under = (path: string) =>
      urls.filter((url) => url.startsWith(`https://site.example${path}`)).toSorted()
    expect(under('/accounts/')).toEqual(
      (await listed())
        .map(({ address }) => `https://site.example/accounts/${address.toLowerCase()}/orchestrating`)
        .toSorted(),
    )
    expect(under('/voting/')).toEqual(
      rows('Poll')
        .map(({ id }) => `https://site.example/voting/${id}`)
        .toSorted(),
    )
    expect(under('/treasury/')).toEqual(
      rows('TreasuryProposal')
        .map(({ id }) => `https://site.example/treasury/${id}`)
        .toSorted(),
    )
    expect(urls).not.toContain('https://site.example/portfolio')
    expect(urls).not.toContain('https://site.example/search')
  })
})

describe('pictures of links', () => {
  const ask = async (address: string, headers: Record<string, string> = {}) => {
    const { GET } = await import('@/app/accounts/[address]/preview.png/route')
    return GET(new Request('http://site/preview.png', { headers }), { params: Promise.resolve({ address }) })
  }

  test('are drawn once for the same figures, known by their tag, and exist for orchestrators only', async () => {
    const [row] = await listed()
    if (!row) throw new Error('no orchestrators')
    const drawn = await ask(row.address)
    expect([drawn.status, drawn.headers.get('content-type')]).toEqual([200, 'image/png'])
    const picture = Buffer.from(await drawn.arrayBuffer())
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630])
    const tag = drawn.headers.get('etag') ?? ''
    const begun = performance.now()
    expect(Buffer.from(await (await ask(row.address)).arrayBuffer()).equals(picture)).toBe(true)
    expect(performance.now() - begun).toBeLessThan(5_000)
    expect((await ask(row.address, { 'if-none-match': tag })).status).toBe(304)
    expect((await ask('0x00000000000000000000000000000000000000ee')).status).toBe(404)
    expect((await ask('nonsense')).status).toBe(404)
  })
})

describe('the account of a filter of events', () => {
  const stateOf = async (account: string) => {
    const { loadEventsState } = await import('@/components/network/load-events-state')
    return loadEventsState({ account })
  }

  test('is named by its address or by its name', async () => {
    const gateway = accountOf(net.deployment.accounts, 'demo-gateway').toLowerCase()
    for (const text of [gateway, `demo-gateway.${NAMES_PARENT}`, `Demo-Gateway.${NAMES_PARENT}`]) {
      const { state, wrong } = await stateOf(text)
      expect(state.account?.toLowerCase(), text).toBe(gateway)
      expect([state.noAccount, wrong], text).toEqual([null, null])
    }
  })

  test('is said to be none when nobody has the name, and to be unknown while names cannot be read', async () => {
    for (const text of ['0x12', `nobody-at-all.${NAMES_PARENT}`]) {
      const { state, wrong } = await stateOf(text)
      expect(state, text).toMatchObject({ account: null, noAccount: text })
      expect(wrong, text).toMatchObject({ unknown: false })
    }
    const { GET } = await import('@/app/transactions/csv/route')
    const answer = async (account: string) =>
      (await GET(new Request(`http://127.0.0.1/transactions/csv?account=${account}`))).status
    expect(await answer(`nobody-at-all.${NAMES_PARENT}`)).toBe(400)
    down = /\/names/
    const name = `never-read.${NAMES_PARENT}`
    expect((await stateOf(name)).wrong).toMatchObject({ unknown: true })
    expect(await answer(name)).toBe(503)
  })
})

describe('sources that fail', () => {
  /** Past the time in which old figures may stand in. */
  const forgotten = () => new Promise((resolve) => setTimeout(resolve, 13_000))

  test('names that cannot be asked are told, and everything else is found', async () => {
    down = /\/names/
    const { results, gaps } = await view(`other.${NAMES_PARENT}`)
    expect(results).toEqual([])
    expect(gaps).toEqual([{ of: 'names', reason: expect.any(String) }])
    const [row] = await listed()
    expect(await first(row?.address ?? '')).toMatchObject({ kind: 'orchestrator', address: row?.address })
  })

  test('an index that is down leaves the chain’s orchestrators, and every gap is named; the sitemap is not shortened', async () => {
    const [row] = await listed()
    down = /\/subgraph/
    await forgotten()
    const { gaps, results } = await view(row?.address ?? '')
    expect(results[0]).toMatchObject({ kind: 'orchestrator', address: row?.address })
    expect(gaps.map(({ of }) => of)).toEqual(['unlisted-orchestrators', 'polls', 'proposals'])
    expect((await view(`0x${'ab'.repeat(32)}`)).gaps.map(({ of }) => of)).toContain('transactions')
    const { GET } = await import('@/app/sitemap.xml/route')
    expect((await GET()).status).toBe(503)
  })
})
