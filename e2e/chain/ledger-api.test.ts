import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Ajv from 'ajv/dist/2020'
import { type Address, getAddress } from 'viem'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { encodeCall } from '@/devnet/chain/contract-calls'
import { sendCall } from '@/devnet/chain/transact'
import { BigDecimal } from '@/devnet/graphql/big-decimal'
import { executeSubgraph } from '@/devnet/graphql/execute'
import { createIndexer, type Indexer } from '@/devnet/indexer/indexer'
import { type Devnet, startDevnet } from '@/devnet/start'
import description from '@/docs/api/openapi.json'

/**
 * The API's answers against its own description, and the ledger's files, on a small world whose index also has prices (as the
 * published one does on Arbitrum One).
 */

let net: Devnet
let index: Indexer
let server: Server
let orchestrator: Address
let delegator: Address

beforeAll(async () => {
  net = await startDevnet({
    world: 'small',
    seed: 'ledger-api',
    endTime: 1_780_000_000,
    clock: false,
    keeper: false,
    rpcPort: 0,
    servicesPort: 0,
  })
  index = createIndexer({
    request: net.chain.request,
    deployment: net.deployment,
    prices: {
      // The price tells the time it was taken at.
      lptPriceEth: (timestamp) => BigDecimal.parse(`0.002${timestamp}`) as BigDecimal,
      ethPriceUsd: () => BigDecimal.of(3000n),
    },
  })
  await index.sync()
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { status, json } = await executeSubgraph(
      index.store,
      JSON.parse(Buffer.concat(chunks).toString()) as { query: string },
    )
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  vi.stubEnv('NETWORK', 'local')
  vi.stubEnv('DEVNET_RPC_PORT', new URL(net.rpcUrl).port)
  vi.stubEnv('DEVNET_SERVICES_PORT', new URL(net.servicesUrl).port)
  vi.stubEnv('SUBGRAPH_URLS', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  vi.stubEnv('LOAD_DEADLINE_MS', '30000')
  const role = (name: string) => {
    const account = net.deployment.accounts.find((entry) => entry.role === name)?.address
    if (!account) throw new Error(`no ${name}`)
    return account
  }
  orchestrator = role('demo-orchestrator')
  delegator = role('demo-delegator')
}, 180_000)
afterAll(async () => {
  vi.unstubAllEnvs()
  await new Promise((resolve) => server.close(resolve))
  await net.close()
})

/** Waits until what this process keeps for a second is old. */
const windowPasses = () => new Promise((resolve) => setTimeout(resolve, 1_100))

const ajv = new Ajv({ strict: false, allErrors: true })
ajv.addSchema({ ...description, $id: 'api' })

type Paths = Record<string, { get: { responses: Record<string, { content?: unknown }> } }>

/** What is wrong with an answer by the description of its path and status; empty when nothing is. */
function faults(path: string, status: number, body: unknown): unknown[] {
  const described = (description.paths as unknown as Paths)[path]?.get.responses[status]
  if (!described?.content) throw new Error(`${path} does not describe ${status}`)
  const at = `api#/paths/${path.replaceAll('/', '~1')}/get/responses/${status}/content/application~1json/schema`
  const validate = ajv.compile({ $ref: at.replaceAll('{', '%7B').replaceAll('}', '%7D') })
  return validate(body) ? [] : (validate.errors ?? ['unknown'])
}

type Handler = (
  request: Request,
  context: { params: Promise<{ address: string }> },
) => Promise<Response> | Response

const routes: Record<string, () => Promise<{ GET: Handler }>> = {
  '/api/v1/head': () => import('@/app/api/v1/head/route'),
  '/api/v1/round': () => import('@/app/api/v1/round/route'),
  '/api/v1/rounds': () => import('@/app/api/v1/rounds/route'),
  '/api/v1/protocol': () => import('@/app/api/v1/protocol/route'),
  '/api/v1/orchestrators': () => import('@/app/api/v1/orchestrators/route'),
  '/api/v1/orchestrators/{address}': () => import('@/app/api/v1/orchestrators/[address]/route'),
  '/api/v1/accounts/{address}': () => import('@/app/api/v1/accounts/[address]/route'),
  '/api/v1/accounts/{address}/ledger': () => import('@/app/api/v1/accounts/[address]/ledger/route'),
  '/api/v1/prices': () => import('@/app/api/v1/prices/route'),
  '/api/v1/claims/{address}': () => import('@/app/api/v1/claims/[address]/route'),
  '/api/v1/search': () => import('@/app/api/v1/search/route'),
  '/api/v1/openapi.json': () => import('@/app/api/v1/openapi.json/route'),
}

async function ask(path: string, address = '', search = '', headers: Record<string, string> = {}) {
  const route = await routes[path]?.()
  if (!route) throw new Error(`no route ${path}`)
  const url = `http://site${path.replace('{address}', address)}${search}`
  return route.GET(new Request(url, { headers }), { params: Promise.resolve({ address }) })
}

/** A JSON answer that keeps to its description. */
async function answer(path: string, address = '', search = '') {
  const response = await ask(path, address, search)
  const body = (await response.json()) as Record<string, unknown>
  expect(faults(path, response.status, body), `${path}${search}`).toEqual([])
  return { response, body }
}

interface LedgerBody {
  value: {
    lines: { round: number; rewardWei: string; price: { lptEth: string; ethUsd: string | null } | null }[]
    nextFromRound: number | null
    totals: { rewardWei: string; rounds: number }
    periods: { period: string; rewardWei: string }[] | null
    pendingStakeWei: string
    principalWei: string
  }
  units: Record<string, string>
  asOf: { block: number; sources: { source: string; state: string }[] }
}

describe('the API', () => {
  test('describes its routes for staking, and none that it lacks', () => {
    expect(Object.keys(description.paths).toSorted()).toEqual(Object.keys(routes).toSorted())
  })

  test('prices are in every currency, and a source that fails is said to, without any price', async () => {
    const fault = (kind: string) =>
      fetch(`${net.servicesUrl}/control/service`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ service: 'prices', fault: kind }),
      })
    await fault('error')
    const failed = await answer('/api/v1/prices')
    expect(failed.response.status).toBe(503)
    expect(failed.body).toMatchObject({ state: 'failed', reason: expect.any(String) })
    expect(failed.body).not.toHaveProperty('value')
    await fault('none')
    const { body } = await answer('/api/v1/prices')
    const { value } = body as unknown as { value: { eth: { pricesP8: Record<string, string> } } }
    expect(Object.keys(value.eth.pricesP8)).toHaveLength(11)
    expect(BigInt(value.eth.pricesP8.usd ?? '0')).toBeGreaterThan(10n ** 8n)
  })

  test('answers as it describes, with block, sources and units', async () => {
    for (const path of Object.keys(routes)) {
      if (path === '/api/v1/openapi.json') continue
      for (const account of path.includes('{') ? [orchestrator, delegator] : ['']) {
        const { body, response } = await answer(path, account)
        expect(response.status).toBe(200)
        expect(response.headers.get('etag')).toBeTruthy()
        // The head is a block, and prices are of no block.
        if (path !== '/api/v1/head' && path !== '/api/v1/prices')
          expect(body.asOf).toMatchObject({ block: expect.any(Number), sources: expect.any(Array) })
      }
    }
    for (const view of ['orchestrating', 'operating', 'gateway']) {
      for (const account of [orchestrator, delegator])
        await answer('/api/v1/accounts/{address}', account, `?view=${view}`)
    }
    const { body } = await answer('/api/v1/accounts/{address}/ledger', orchestrator)
    const { units } = body as unknown as LedgerBody
    expect([units.rewardWei, units.feesWei, units.withdrawnFeesWei, units.orchestratorFeesWei]).toEqual([
      '10^-18 LPT',
      '10^-18 ETH',
      '10^-18 ETH',
      '10^-18 ETH',
    ])
  })

  test('the check would see a figure of the wrong kind, a missing one and one that is not described', async () => {
    const path = '/api/v1/accounts/{address}/ledger'
    const { body } = await answer(path, delegator)
    const changed = (change: (value: Record<string, unknown>) => void) => {
      const copy = structuredClone(body)
      change(copy.value as Record<string, unknown>)
      return faults(path, 200, copy).length
    }
    expect(changed((value) => (value.pendingStakeWei = 12))).toBeGreaterThan(0)
    expect(changed((value) => delete value.exact)).toBeGreaterThan(0)
    expect(changed((value) => (value.more = true))).toBeGreaterThan(0)
  })

  test('serves its description with this copy’s address', async () => {
    const served = (await (await ask('/api/v1/openapi.json')).json()) as typeof description
    expect(served.paths).toEqual(description.paths)
    expect(served.servers).toEqual([{ url: 'http://127.0.0.1:3000' }])
    expect(served.openapi).toBe('3.1.0')
  })

  test('pages through a ledger without losing or doubling a line; totals stay those of the whole', async () => {
    const path = '/api/v1/accounts/{address}/ledger'
    const whole = (await answer(path, delegator)).body as unknown as LedgerBody
    const rounds: number[] = []
    let from: number | null = 0
    while (from !== null) {
      const page = (await answer(path, delegator, `?limit=4&from=${from}&totals=month`))
        .body as unknown as LedgerBody
      rounds.push(...page.value.lines.map(({ round }) => round))
      expect(page.value.totals).toEqual(whole.value.totals)
      const sum = (page.value.periods ?? []).reduce((total, row) => total + BigInt(row.rewardWei), 0n)
      expect(sum.toString()).toBe(whole.value.totals.rewardWei)
      from = page.value.nextFromRound
    }
    expect(rounds).toEqual(whole.value.lines.map(({ round }) => round))
    expect(rounds.length).toBeGreaterThan(10)
    const reward = BigInt(whole.value.totals.rewardWei)
    expect(BigInt(whole.value.pendingStakeWei) - BigInt(whole.value.principalWei)).toBe(reward)
  })

  test('prices are those of the round’s first block and of the day’s tickets, and empty where there is none', async () => {
    const { body } = await answer('/api/v1/accounts/{address}/ledger', delegator, '?prices=true')
    const { lines } = (body as unknown as LedgerBody).value
    const { body: past } = await answer('/api/v1/rounds')
    const started = new Map(
      (past as unknown as { value: { rounds: { round: number; startedAt: number }[] } }).value.rounds.map(
        ({ round, startedAt }) => [round, startedAt],
      ),
    )
    for (const { round, price } of lines)
      expect(price?.lptEth).toBe(`0.002${started.get(round)}`.replace(/0+$/, ''))
    const usd = lines.map(({ price }) => price?.ethUsd)
    expect(usd.filter((price) => price === '3000').length).toBeGreaterThan(5)
    expect(usd.every((price) => price === '3000' || price === null)).toBe(true)
    const bare = (await answer('/api/v1/accounts/{address}/ledger', delegator)).body as unknown as LedgerBody
    expect(bare.value.lines.every(({ price }) => price === null)).toBe(true)
  })

  test('lists rounds newest first, in pages', async () => {
    interface Body {
      value: { rounds: { round: number }[]; nextBefore: number | null; currentRound: number }
    }
    const all = (await answer('/api/v1/rounds')).body as unknown as Body
    const first = (await answer('/api/v1/rounds', '', '?limit=3')).body as unknown as Body
    const second = (await answer('/api/v1/rounds', '', `?limit=3&before=${first.value.nextBefore}`))
      .body as unknown as Body
    expect([...first.value.rounds, ...second.value.rounds]).toEqual(all.value.rounds.slice(0, 6))
    expect(all.value.rounds[0]?.round).toBe(all.value.currentRound)
  })

  test('refuses what it does not know with an error as JSON', async () => {
    const ledger = '/api/v1/accounts/{address}/ledger'
    const wrong: [string, string, string][] = [
      [ledger, 'nobody', ''],
      [ledger, '0x14DC79964DA2C08b23698B3D3cc7Ca32193d9955'.replace('DC', 'dC'), ''],
      [ledger, delegator, '?limit=0'],
      [ledger, delegator, '?limit=501'],
      [ledger, delegator, '?limit=101&prices=true'],
      [ledger, delegator, '?from=-1'],
      [ledger, delegator, '?totals=week'],
      [ledger, delegator, '?prices=yes'],
      [ledger, delegator, '?form=1'],
      ['/api/v1/rounds', '', '?limit=1001'],
      ['/api/v1/rounds', '', '?before=x'],
      ['/api/v1/orchestrators/{address}', '0x12', ''],
      ['/api/v1/accounts/{address}', delegator, '?view=all'],
    ]
    for (const [path, account, search] of wrong)
      expect((await answer(path, account, search)).response.status, `${path} ${account} ${search}`).toBe(400)
    const { GET } = await import('@/app/api/v1/[...path]/route')
    const nothing = GET()
    expect([nothing.status, await nothing.json()]).toEqual([
      404,
      { error: { message: expect.stringContaining('openapi.json') } },
    ])
  })

  test('an unchanged answer is 304', async () => {
    const path = '/api/v1/accounts/{address}/ledger'
    const tag = (await ask(path, delegator)).headers.get('etag') ?? ''
    const again = await ask(path, delegator, '', { 'if-none-match': tag })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })
})

describe('what a ledger costs and when it is held back', () => {
  test('a bounded number of requests: few for another account of an orchestrator that was read before', async () => {
    const { loadLedger } = await import('@/lib/data/ledger')
    const realFetch = globalThis.fetch
    let requests = 0
    globalThis.fetch = (...args) => {
      requests += 1
      return realFetch(...args)
    }
    try {
      const rows = await executeSubgraph(index.store, {
        query: `{ delegators(first: 100, where: { bondedAmount_gt: "0" }) { id delegate { id } } }`,
      })
      const { delegators } = (
        rows.json as { data: { delegators: { id: Address; delegate: { id: string } | null }[] } }
      ).data
      const counts: number[] = []
      for (const { id } of delegators.slice(0, 30)) {
        const before = requests
        await loadLedger(id)
        counts.push(requests - before)
      }
      // Own events and own figures, and what the running second made old: never a request for each round.
      expect(Math.max(...counts)).toBeLessThanOrEqual(20)
      expect(counts.toSorted((a, b) => a - b)[15]).toBeLessThanOrEqual(10)
    } finally {
      globalThis.fetch = realFetch
    }
  })

  test('it is refused while the index lacks an action of the account, and whole again once it has it', async () => {
    const path = '/api/v1/accounts/{address}/ledger'
    const before = (await answer(path, delegator)).body as unknown as LedgerBody
    await net.chain.request({ method: 'hardhat_impersonateAccount', params: [delegator] })
    await sendCall(net.chain.request, {
      label: 'unbond',
      from: delegator,
      to: net.deployment.contracts.BondingManager as Address,
      data: encodeCall('BondingManager', 'unbond', [10n ** 18n]),
    })
    await windowPasses()
    const { response, body } = await answer(path, delegator)
    expect(response.status).toBe(503)
    expect(body.reason).toContain('every action')
    await index.sync()
    await windowPasses()
    const after = (await answer(path, delegator)).body as unknown as LedgerBody
    expect(BigInt(after.value.principalWei)).toBe(BigInt(before.value.principalWei) - 10n ** 18n)
    expect(after.value.totals.rewardWei).toBe(before.value.totals.rewardWei)
  })
})

describe('stake that changes hands', () => {
  test('is principal of both sides, never a reward', async () => {
    const { loadLedger } = await import('@/lib/data/ledger')
    const receiver = net.deployment.accounts.at(-1)?.address
    if (!receiver) throw new Error('no spare account')
    const amount = 12n * 10n ** 18n
    const zero = '0x0000000000000000000000000000000000000000'
    await net.chain.request({ method: 'hardhat_impersonateAccount', params: [delegator] })
    await sendCall(net.chain.request, {
      label: 'transferBond',
      from: delegator,
      to: net.deployment.contracts.BondingManager as Address,
      data: encodeCall('BondingManager', 'transferBond', [receiver, amount, zero, zero, zero, zero]),
      gas: 3_000_000,
    })
    await index.sync()
    await windowPasses()
    const last = async (account: Address) => {
      const loaded = await loadLedger(account)
      if (!('value' in loaded)) throw new Error(loaded.reason)
      return { ledger: loaded.value, line: loaded.value.lines.at(-1) }
    }
    const given = await last(delegator)
    expect(given.line?.movements.at(-1)).toMatchObject({
      kind: 'given',
      amountWei: amount,
      counterparty: getAddress(receiver),
    })
    const received = await last(receiver)
    expect(received.line).toMatchObject({ rewardWei: 0n, principalInWei: amount, stakeAtEndWei: amount })
    expect(received.line?.movements).toMatchObject([
      { kind: 'received', amountWei: amount, counterparty: getAddress(delegator) },
    ])
    expect(received.ledger.principalWei).toBe(amount)
  })
})

describe('files', () => {
  const file = async (kind: 'csv' | 'json', address: string): Promise<Response> => {
    const { GET } =
      kind === 'csv'
        ? await import('@/app/accounts/[address]/earnings/csv/route')
        : await import('@/app/accounts/[address]/earnings/json/route')
    return GET(new Request(`http://site/accounts/${address}/earnings/${kind}`), {
      params: Promise.resolve({ address }),
    })
  }

  test('hold every round and movement; their columns add up to the chain’s figures', async () => {
    const json = (await (await file('json', delegator)).json()) as {
      columns: Record<string, string>
      entries: Record<string, string>[]
      pending_stake_lpt: string
      total_reward_lpt: string
    }
    const { decimalToWei } = await import('@/lib/format/decimal')
    const sum = (column: string) =>
      json.entries.reduce((total, entry) => total + (decimalToWei(entry[column] || '0') ?? 0n), 0n)
    expect(sum('reward_lpt')).toBe(decimalToWei(json.total_reward_lpt))
    expect(sum('reward_lpt') + sum('principal_lpt')).toBe(decimalToWei(json.pending_stake_lpt))
    const kinds = new Set(json.entries.map(({ entry }) => entry))
    for (const kind of ['earnings', 'bond', 'unbond', 'rebond', 'withdraw-stake'])
      expect(kinds, kind).toContain(kind)
    for (const entry of json.entries) {
      expect(Object.keys(entry)).toEqual(Object.keys(json.columns))
      expect(entry.time_utc).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
      if (entry.entry !== 'earnings') expect(entry.transaction).toMatch(/^0x[0-9a-f]{64}$/)
    }
    const csv = await (await file('csv', delegator)).text()
    const [head, ...rows] = csv.trimEnd().split('\r\n')
    expect(head).toBe(Object.keys(json.columns).join(','))
    expect(rows).toEqual(json.entries.map((entry) => Object.values(entry).join(',')))
  })

  test('are attachments that name account and block', async () => {
    const response = await file('csv', delegator.toLowerCase())
    expect(response.headers.get('content-disposition')).toMatch(
      new RegExp(`^attachment; filename="livepeer-ledger-${delegator.toLowerCase()}-block-\\d+\\.csv"$`),
    )
    expect((await file('csv', 'nobody')).status).toBe(400)
  })

  test('the ledger fails alone and says why while the index is down', async () => {
    vi.resetModules()
    const { GET } = await import('@/app/api/v1/accounts/[address]/ledger/route')
    const spare = '0x00000000000000000000000000000000000000ab'
    await new Promise((resolve) => {
      server.close(resolve)
      server.closeAllConnections()
    })
    const response = await GET(new Request('http://site/'), { params: Promise.resolve({ address: spare }) })
    const body: unknown = await response.json()
    expect(response.status).toBe(503)
    expect(body).toMatchObject({ state: 'failed', reason: expect.stringContaining('index') })
    expect(faults('/api/v1/accounts/{address}/ledger', 503, body)).toEqual([])
  })
})
