import { type Address, createPublicClient, http } from 'viem'
import { getEnsAddress, getEnsAvatar, getEnsName, getEnsText } from 'viem/actions'
import { mainnet } from 'viem/chains'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { accountOf } from '@/devnet/deploy/accounts'
import { makeNameBook, NAMES_PARENT, type NameBook } from '@/devnet/services/names-book'
import { type Devnet, startDevnet } from '@/devnet/start'

/** The adapters of names, scores, prices, pins and LIPs against the local services, which speak the real protocols. */

let net: Devnet
let book: NameBook
let requests: string[] = []
const realFetch = globalThis.fetch
/** A service that is down, by what its address holds. */
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
  vi.stubEnv('DEVNET_RPC_PORT', new URL(net.rpcUrl).port)
  vi.stubEnv('DEVNET_SERVICES_PORT', new URL(net.servicesUrl).port)
  globalThis.fetch = (input, init) => {
    const url = String(input instanceof Request ? input.url : input)
    requests.push(url)
    return down?.test(url) ? Promise.reject(new TypeError('fetch failed')) : realFetch(input, init)
  }
})
afterAll(async () => {
  globalThis.fetch = realFetch
  vi.unstubAllEnvs()
  await net.close()
})
beforeEach(() => {
  requests = []
})
afterEach(() => {
  down = null
})

const role = (name: string) => accountOf(net.deployment.accounts, name)
const orchestrators = () =>
  [...net.indexer.store.all('Transcoder')]
    .map(({ id }) => id as Address)
    .filter((id) => !/^0x0{40}$/.test(id))
/** An account that claims a name with such a record, confirmed or not. */
function claimant(pick: (name: string, address: string) => boolean): Address {
  const found = [...book.claimed].find(([address, name]) => pick(name, address))
  if (!found) throw new Error('the world has no such name')
  return found[0] as Address
}
const avatarHolder = (shape: RegExp) =>
  claimant((name, address) => {
    const entry = book.byName.get(name)
    return entry?.address === address && shape.test(entry.texts.avatar ?? '')
  })

describe('the stand-in of ENS', () => {
  const client = () =>
    createPublicClient({
      chain: mainnet,
      transport: http(`${net.servicesUrl}/names`),
      batch: { multicall: true },
    })

  test('answers every question of a usual client', async () => {
    const address = role('demo-gateway')
    const name = `demo-gateway.${NAMES_PARENT}`
    expect(await getEnsName(client(), { address })).toBe(name)
    expect((await getEnsAddress(client(), { name }))?.toLowerCase()).toBe(address.toLowerCase())
    expect(await getEnsText(client(), { name, key: 'description' })).toContain('stands for nobody')
    expect(await getEnsText(client(), { name, key: 'missing' })).toBeNull()
    expect(await getEnsAddress(client(), { name: `nobody.${NAMES_PARENT}` })).toBeNull()
    expect(await getEnsName(client(), { address: '0x00000000000000000000000000000000000000aa' })).toBeNull()
    expect(await getEnsAvatar(client(), { name: `demo-delegator.${NAMES_PARENT}` })).toContain(
      '/names/pictures/',
    )
  })

  test('is no Ethereum: it answers the local chain id and takes no transaction', async () => {
    expect(await client().getChainId()).toBe(31337)
    await expect(client().request({ method: 'eth_sendRawTransaction', params: ['0x00'] })).rejects.toThrow()
  })
})

describe('names', () => {
  const load = async () => import('@/lib/ens/names')

  test('of the whole list come in a few requests and hold both ways', async () => {
    const { loadNames } = await load()
    const all = orchestrators()
    await expect.poll(async () => (await loadNames(all)).size, { timeout: 10_000 }).toBeGreaterThan(4)
    expect(requests.length).toBeLessThan(20)
    const names = await loadNames(all)
    for (const [address, name] of names) expect(book.byName.get(name)?.address).toBe(address)
  })

  test('that point elsewhere, look alike or are not in their normal form are not shown', async () => {
    const { loadNames } = await load()
    const impostor = claimant((name, address) => book.byName.get(name)?.address !== address)
    const lookAlike = claimant((name) => name.includes('\u043e'))
    const unnormalized = claimant((name) => name !== name.toLowerCase())
    const names = await loadNames([impostor, lookAlike, unnormalized, role('demo-orchestrator')])
    expect([...names.values()]).toEqual([`demo-orchestrator.${NAMES_PARENT}`])
  })

  test('kept outside the chain are read through their gateway', async () => {
    const { loadName, resolveName } = await load()
    const address = claimant((name) => book.byName.get(name)?.offchain === true)
    const name = book.claimed.get(address) ?? ''
    await expect.poll(() => loadName(address)).toBe(name)
    const resolved = await resolveName(name)
    expect('value' in resolved && resolved.value?.toLowerCase()).toBe(address)
  })

  test('lead to accounts, in any spelling; what is no name leads nowhere', async () => {
    const { resolveName } = await load()
    const found = await resolveName(`Demo-Orchestrator.${NAMES_PARENT}`)
    expect('value' in found && found.value?.toLowerCase()).toBe(role('demo-orchestrator').toLowerCase())
    for (const text of [
      `nobody.${NAMES_PARENT}`,
      'no name',
      '',
      'a..b',
      `dem\u043e.${NAMES_PARENT}`,
      'x'.repeat(300),
    ]) {
      expect(await resolveName(text)).toMatchObject({ state: 'ready', value: null })
    }
  })

  test('that cannot be read leave addresses, at once, and come back', async () => {
    const { loadNames, resolveName } = await load()
    down = /\/names/
    const address = claimant(
      (name, owner) => /-[0-9a-f]{2}\./.test(name) && book.byName.get(name)?.address === owner,
    )
    const before = Date.now()
    expect((await loadNames([address])).size).toBe(0)
    expect(Date.now() - before).toBeLessThan(600)
    expect(await resolveName(`other.${NAMES_PARENT}`)).toMatchObject({ state: 'failed' })
    requests = []
    expect((await loadNames([address])).size).toBe(0)
    expect(requests).toEqual([])
    down = null
    await expect.poll(async () => (await loadNames([address])).size, { timeout: 5_000 }).toBe(1)
  })

  test('come with texts that can do no harm', async () => {
    const { loadIdentity } = await load()
    const hostile = claimant((name) => book.byName.get(name)?.texts.url?.startsWith('javascript:') === true)
    await expect.poll(async () => (await loadIdentity(hostile)).state, { timeout: 10_000 }).toBe('ready')
    const identity = await loadIdentity(hostile)
    if (!('value' in identity) || !identity.value) throw new Error('no identity')
    const { texts, avatarPath } = identity.value
    expect(texts).toMatchObject({ url: null, twitter: null, github: null })
    expect(texts.description).not.toMatch(/[\u202a-\u202e\u200b]/)
    expect(texts.description?.length).toBeLessThanOrEqual(500)
    expect(avatarPath).toBeNull()
    const plain = await loadIdentity(role('demo-orchestrator'))
    expect('value' in plain && plain.value).toMatchObject({
      name: `demo-orchestrator.${NAMES_PARENT}`,
      avatarPath: `/api/avatar/demo-orchestrator.${NAMES_PARENT}`,
    })
  })
})

describe('GET /api/avatar', () => {
  const get = async (name: string) => {
    const { GET } = await import('@/app/api/avatar/[name]/route')
    return GET(new Request(`http://site/api/avatar/${encodeURIComponent(name)}`), {
      params: Promise.resolve({ name }),
    })
  }
  const messageOf = async (response: Response) =>
    ((await response.json()) as { error: { message: string } }).error.message

  test('serves a checked picture that can do nothing', async () => {
    const response = await get(`demo-orchestrator.${NAMES_PARENT}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
  })

  test('serves inline data, and a token that the account holds', async () => {
    const inline = avatarHolder(/^data:image\/png/)
    expect((await get(book.claimed.get(inline) ?? '')).status).toBe(200)
    expect((await get(`demo-gateway.${NAMES_PARENT}`)).status).toBe(200)
    const other = await get(`demo-author.${NAMES_PARENT}`)
    expect(other.status).toBe(404)
    expect(await messageOf(other)).toContain('does not hold the token')
  })

  test.each([
    ['SVG', /^data:image\/svg/, /not shown/],
    ['a private address', /^https:\/\/127/, /does not go/],
    ['a redirect to one', /redirect\.png$/, /does not go/],
    ['an endless answer', /endless\.png$/, /too large/],
    ['a page called a picture', /page\.png$/, /no PNG/],
    ['a script', /^javascript:/, /not shown/],
  ])('refuses %s', async (_, shape, reason) => {
    const response = await get(book.claimed.get(avatarHolder(shape)) ?? '')
    expect(response.status).toBe(404)
    expect(await messageOf(response)).toMatch(reason)
  })

  test('has nothing for what is no name', async () => {
    for (const name of [`nobody.${NAMES_PARENT}`, '..', 'UPPER.eth', '%'])
      expect((await get(name)).status).toBe(404)
    expect((await get('x'.repeat(1_000))).status).toBe(400)
  })

  test('says that the source is down, and does not keep that', async () => {
    const name = book.claimed.get(role('demo').toLowerCase()) ?? ''
    down = /\/names/
    expect((await get(name)).status).toBe(502)
    down = null
    expect((await get(name)).status).toBe(200)
  })
})

describe('scores', () => {
  const load = async () => import('@/lib/metrics/scores')

  test('are means over the regions where an orchestrator was tested', async () => {
    const { loadScores } = await load()
    const view = await loadScores()
    if (view.state !== 'ready') throw new Error(view.state)
    expect(view.value.byAddress.size).toBeGreaterThan(4)
    expect(view.value.byAddress.size).toBeLessThan(orchestrators().length)
    for (const { overall, byRegion } of view.value.byAddress.values()) {
      const scores = [...byRegion.values()].map(({ score }) => score)
      expect(overall.score).toBeCloseTo(scores.reduce((sum, score) => sum + score, 0) / scores.length)
      expect(byRegion.has('TOR')).toBe(false)
    }
  })

  test('exist by pipeline and model of the catalogue, and nothing else is asked for', async () => {
    const { loadPipelines, loadScores, loadRegions } = await load()
    const pipelines = await loadPipelines()
    if (pipelines.state !== 'ready') throw new Error(pipelines.state)
    const [first] = pipelines.value
    const model = first?.models[0] ?? ''
    const view = await loadScores({ pipeline: first?.id ?? '', model })
    expect('value' in view && view.value.byAddress.size).toBeGreaterThan(2)
    const untested = await loadScores({ pipeline: 'upscale', model: 'demo/larger' })
    expect(untested).toMatchObject({ state: 'ready', value: { byAddress: new Map() } })
    requests = []
    const invented = await loadScores({ pipeline: 'x', model: 'y' })
    expect('value' in invented && invented.value.byAddress.size).toBe(0)
    expect(requests.filter((url) => url.includes('aggregated'))).toEqual([])
    const regions = await loadRegions()
    if (regions.state !== 'ready') throw new Error(regions.state)
    expect(regions.value[0]).toMatchObject({ id: 'GLOBAL' })
    expect(new Set(regions.value.map(({ type }) => type))).toEqual(new Set(['transcoding', 'ai']))
  })

  test('of one orchestrator, and what nodes ask', async () => {
    const { loadTopAiScore, loadNodePrices } = await load()
    const tops = await Promise.all(orchestrators().map((address) => loadTopAiScore(address)))
    const values = tops.map((top) => (top.state === 'ready' ? top.value : undefined))
    expect(values).toContain(null)
    expect(values.find((value) => value)?.pipeline).toMatch(/^(text|audio|image)-/)
    const prices = await loadNodePrices()
    if (prices.state !== 'ready') throw new Error(prices.state)
    expect(prices.value.size).toBeGreaterThan(4)
    expect([...prices.value.values()][0]?.weiPerPixel).toMatch(/^\d+$/)
  })

  test('that are unavailable are not empty', async () => {
    const { loadTopAiScore } = await load()
    down = /\/metrics/
    const unavailable = await loadTopAiScore('0x00000000000000000000000000000000000000bb')
    expect(unavailable).toMatchObject({ state: 'failed' })
    down = null
    const none = await loadTopAiScore('0x00000000000000000000000000000000000000bb')
    expect(none).toMatchObject({ state: 'ready', value: null })
  })
})

describe('prices', () => {
  test('of both coins in many currencies, or the old ones with a note', async () => {
    const { loadPrices } = await import('@/lib/prices/prices')
    const view = await loadPrices()
    if (view.state !== 'ready') throw new Error(view.state)
    const { lpt, eth } = view.value
    expect(lpt?.pricesP8.usd).toBeGreaterThan(10n ** 8n)
    expect(eth?.pricesP8.jpy).toBeGreaterThan(eth?.pricesP8.usd ?? 0n)
    expect(Object.keys(lpt?.pricesP8 ?? {})).toHaveLength(11)
    expect(lpt?.updatedAt).toBe(net.indexer.store.head?.timestamp)
    down = /\/prices/
    await expect.poll(async () => (await loadPrices()).state, { timeout: 5_000 }).toBe('stale')
    expect(await loadPrices()).toMatchObject({ state: 'stale', value: view.value })
  })
})

describe('texts of LIPs', () => {
  test('are listed with what their front matter says', async () => {
    const { loadLips } = await import('@/lib/lips/lips')
    const view = await loadLips()
    if (view.state !== 'ready') throw new Error(view.state)
    expect(view.value.commit).toMatch(/^[0-9a-f]{40}$/)
    expect(view.value.lips.length).toBeGreaterThan(8)
    expect(view.value.lips.find(({ number }) => number === '901')).toMatchObject({
      title: 'Longer practice rounds on the demo network',
      status: 'accepted',
      created: '2025-03-04',
    })
  })

  test('are pinned and read back as they are', async () => {
    const { loadLips } = await import('@/lib/lips/lips')
    const { pinPollText } = await import('@/lib/ipfs/pin-poll-text')
    const { fetchPollText } = await import('@/lib/ipfs/poll-text')
    const lips = await loadLips()
    const lip = 'value' in lips ? lips.value.lips[0] : undefined
    if (!lip || !('value' in lips)) throw new Error('no LIP')
    const cid = await pinPollText({ text: lip.text, gitCommitHash: lips.value.commit })
    expect(cid).toMatch(/^Qm/)
    expect(await fetchPollText(cid)).toMatchObject({ title: lip.title, commit: lips.value.commit })
    const long = pinPollText({ text: 'x'.repeat(300_000), gitCommitHash: lips.value.commit })
    await expect(long).rejects.toThrow(/no text of a LIP/)
    await expect(pinPollText({ text: 'x', gitCommitHash: 'main' })).rejects.toThrow(/no text of a LIP/)
  })

  test('need a token that the pinning service knows', async () => {
    const pin = (authorization?: string) =>
      fetch(`${net.servicesUrl}/ipfs/pinning/pinJSONToIPFS`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
        body: JSON.stringify({ pinataContent: {} }),
      })
    expect((await pin()).status).toBe(200)
    expect((await pin('Bearer one')).status).toBe(200)
    expect((await pin('Bearer refused')).status).toBe(401)
    expect((await pin('Basic abc')).status).toBe(401)
  })
})
