import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Address, createPublicClient, encodeFunctionData, http, parseAbi, parseEther } from 'viem'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { sendCall } from '@/devnet/chain/transact'
import { accountOf } from '@/devnet/deploy/accounts'
import { type Devnet, startDevnet } from '@/devnet/start'
import { ticketBrokerAbi } from '@/lib/contracts/abi/ticket-broker'
import type { EventCursor } from '@/lib/data/event-pages'
import type { EventRow } from '@/lib/data/event-rows'
import { allEventTypes, type EventType, eventTypes } from '@/lib/data/event-types'
import type { NetworkEventsQuery, NetworkEventsView } from '@/lib/data/network-events'
import type { Loaded } from '@/lib/data/types'

/** The network's pages on a real chain, index and servers of scores: complete, and equal to their sources. */

let net: Devnet
let second: Server
/** How the second server of scores answers what it is asked for scores; its catalogue always answers. */
let secondScores: 'fine' | 'down' | 'silent' = 'fine'

const deadlineMs = 4_000
const faraway = { success_rate: 0.5, round_trip_score: 0.25, score: 0.125 }

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
  second = createServer((request, response) => {
    const json = (body: unknown) => response.end(JSON.stringify(body))
    response.setHeader('content-type', 'application/json')
    if (request.url === '/api/regions')
      return json({ regions: [{ id: 'FAR', name: 'Faraway', type: 'transcoding' }] })
    if (secondScores === 'silent') return
    if (request.url === '/api/aggregated_stats' && secondScores === 'fine')
      return json({ [orchestrator()]: { FAR: faraway, FRA: faraway } })
    response.statusCode = secondScores === 'fine' ? 404 : 503
    json({})
  })
  await new Promise<void>((resolve) => second.listen(0, '127.0.0.1', resolve))
  vi.stubEnv('NETWORK', 'local')
  vi.stubEnv('DEVNET_RPC_PORT', new URL(net.rpcUrl).port)
  vi.stubEnv('DEVNET_SERVICES_PORT', new URL(net.servicesUrl).port)
  vi.stubEnv('LOAD_DEADLINE_MS', `${deadlineMs}`)
  vi.stubEnv('METRICS_URLS', `${net.servicesUrl}/metrics,${secondUrl()}`)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  second.closeAllConnections()
  await new Promise((resolve) => second.close(resolve))
  await net.close()
})
beforeEach(() => {
  secondScores = 'fine'
  // A copy of the site that has read nothing yet.
  vi.resetModules()
  for (const key of Object.getOwnPropertySymbols(globalThis))
    if (key.description?.startsWith('livepeer-delegator.')) Reflect.deleteProperty(globalThis, key)
})

const secondUrl = () => `http://127.0.0.1:${(second.address() as AddressInfo).port}`
const orchestrator = () => accountOf(net.deployment.accounts, 'demo-orchestrator').toLowerCase()

function valueOf<Value>(loaded: Loaded<Value>): Value {
  if (!('value' in loaded)) throw new Error(`${loaded.state}: ${loaded.reason}`)
  return loaded.value
}

/** Asks the index without any code of the site. */
async function ask<Answer>(query: string): Promise<Answer> {
  const response = await fetch(`${net.servicesUrl}/subgraph`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  return ((await response.json()) as { data: Answer }).data
}

const listOf = (type: EventType) => `${type.charAt(0).toLowerCase()}${type.slice(1)}s`

/** Ids of all rows of a type, page after page. */
async function idsOf(type: EventType, where = ''): Promise<string[]> {
  const ids: string[] = []
  for (let after = ''; ; after = ids.at(-1) ?? '') {
    const { rows } = await ask<{ rows: { id: string }[] }>(
      `{ rows: ${listOf(type)}(first: 1000, orderBy: id, where: { id_gt: "${after}" ${where} }) { id } }`,
    )
    ids.push(...rows.map(({ id }) => id))
    if (rows.length < 1000) return ids
  }
}

const everything = { types: null, account: null, since: null, until: null } as const

async function wholeList(
  query: Omit<NetworkEventsQuery, 'after'>,
  between: (page: number) => Promise<void> = async () => undefined,
): Promise<EventRow[]> {
  const { loadNetworkEvents } = await import('@/lib/data/network-events')
  const all: EventRow[] = []
  let after: EventCursor | null = null
  for (let page = 0; page < 1_000; page += 1) {
    const view: NetworkEventsView = valueOf(await loadNetworkEvents({ ...query, after }))
    if (view.rows === null) throw new Error('the index did not answer')
    all.push(...view.rows)
    after = view.next
    if (!after) return all
    await between(page)
  }
  throw new Error('the list does not end')
}

const ids = (rows: readonly EventRow[]) => rows.map(({ id }) => id)

const fundDeposit = (from: Address, value: bigint) =>
  sendCall(net.chain.request, {
    label: 'fundDeposit',
    from,
    to: contract('TicketBroker'),
    data: encodeFunctionData({
      abi: parseAbi(['function fundDeposit() payable']),
      functionName: 'fundDeposit',
    }),
    valueWei: value,
    gas: 300_000,
  })

/** A gateway adds to its deposit: a new block with an event of its own, indexed. */
async function newEvent(): Promise<void> {
  const client = createPublicClient({ transport: http(net.rpcUrl) })
  const hash = await fundDeposit(accountOf(net.deployment.accounts, 'demo-gateway'), parseEther('0.001'))
  const { blockNumber } = await client.waitForTransactionReceipt({ hash })
  await expect
    .poll(async () => {
      const { _meta } = await ask<{ _meta: { block: { number: number } } }>('{ _meta { block { number } } }')
      return _meta.block.number
    })
    .toBeGreaterThanOrEqual(Number(blockNumber))
}

const contract = (name: string): Address => {
  const address = net.deployment.contracts[name]
  if (!address) throw new Error(`no ${name}`)
  return address
}

describe('events of the network', () => {
  test('are all there once, newest first, whatever the size of pages, also while new ones come', async () => {
    const expected = (await Promise.all(allEventTypes.map((type) => idsOf(type)))).flat()
    expect(expected.length).toBeGreaterThan(500)
    const whole = await wholeList({ ...everything, rows: 900 })
    expect(ids(whole).toSorted()).toEqual(expected.toSorted())
    const places = whole.map(({ block, logIndex }) => block * 100_000 + logIndex)
    expect(places).toEqual(places.toSorted((left, right) => right - left))
    const paged = await wholeList({ ...everything, rows: 50 }, async (page) => {
      if (page < 3) await newEvent()
    })
    expect(ids(paged)).toEqual(ids(whole))
    const { loadNewestEvents } = await import('@/lib/data/network-events')
    // What was kept from before the new blocks is at most a second old.
    await expect
      .poll(async () => valueOf(await loadNewestEvents(10)).rows?.[0]?.kind, { timeout: 5_000 })
      .toBe('deposit')
  })

  test.each(allEventTypes)('%s alone is the index’s list of that type', async (type) => {
    const rows = await wholeList({ ...everything, types: [type], rows: 200 })
    expect(ids(rows).toSorted()).toEqual((await idsOf(type)).toSorted())
    const { kind } = eventTypes[type]
    expect(rows.filter((row) => row.kind !== kind && !(kind === 'bond' && row.kind === 'move'))).toEqual([])
  })

  test('of an account are those that name it on any side', async () => {
    const [called] = await wholeList({ ...everything, types: ['RewardEvent'], rows: 900 })
    const account = called?.who?.toLowerCase() as Address
    const rows = await wholeList({ ...everything, account, rows: 100 })
    const expected = await Promise.all(
      allEventTypes.flatMap((type) => {
        const { parties } = eventTypes[type]
        const wheres =
          parties.length > 0
            ? parties.map((field) => `${field}: "${account}"`)
            : [`transaction_: { from: "${account}" }`]
        return wheres.map((where) => idsOf(type, where))
      }),
    )
    expect(ids(rows).toSorted()).toEqual([...new Set(expected.flat())].toSorted())
    expect(new Set(rows.map(({ kind }) => kind)).size).toBeGreaterThan(3)
    const named = rows.filter(
      ({ who, other }) => who?.toLowerCase() === account || other?.toLowerCase() === account,
    )
    expect(named.length).toBeGreaterThan(10)
  })

  test('keep to the days that are asked for', async () => {
    const whole = await wholeList({ ...everything, rows: 900 })
    const [since, until] = [whole.at(-200)?.timestamp ?? 0, whole.at(-50)?.timestamp ?? 0]
    const some = await wholeList({
      ...everything,
      since: Math.min(since, until),
      until: Math.max(since, until),
      rows: 40,
    })
    expect(ids(some)).toEqual(
      ids(
        whole.filter(
          ({ timestamp }) => timestamp >= Math.min(since, until) && timestamp <= Math.max(since, until),
        ),
      ),
    )
    expect(some.length).toBeGreaterThan(100)
  })
})

describe('gateways', () => {
  interface Indexed {
    id: Address
    totalVolumeETH: string
    firstFundedDay: number
    lastFundedDay: number
  }

  test('are complete; funds are the chain’s, what they paid the index’s', async () => {
    const { loadGateways } = await import('@/lib/data/gateways')
    const view = await loadGateways()
    const { rows } = valueOf(view)
    if (rows === null || !('asOf' in view)) throw new Error('no gateways')
    const { broadcasters } = await ask<{ broadcasters: Indexed[] }>(
      '{ broadcasters(first: 1000) { id totalVolumeETH firstFundedDay lastFundedDay } }',
    )
    expect(rows.map(({ address }) => address.toLowerCase()).toSorted()).toEqual(
      broadcasters.map(({ id }) => id).toSorted(),
    )
    expect(rows.length).toBeGreaterThan(1)
    const client = createPublicClient({ transport: http(net.rpcUrl) })
    const since = (Math.floor(view.asOf.timestamp / 86_400) - 89) * 86_400
    for (const row of rows) {
      const id = row.address.toLowerCase()
      const [sender, reserve] = await client.readContract({
        address: contract('TicketBroker'),
        abi: ticketBrokerAbi,
        functionName: 'getSenderInfo',
        args: [row.address],
        blockNumber: BigInt(view.asOf.block),
      })
      expect(row.funds).toMatchObject({
        depositWei: sender.deposit,
        reserveWei: reserve.fundsRemaining,
        reserveClaimedWei: reserve.claimedInCurrentRound,
        withdrawRound: sender.withdrawRound === 0n ? null : Number(sender.withdrawRound),
      })
      const own = broadcasters.find((known) => known.id === id)
      expect(row.paid.ethWei).toBe(parseEther(own?.totalVolumeETH ?? ''))
      expect(row.firstFundedAt).toBe(own?.firstFundedDay || null)
      expect(row.lastPaidAt).toBe(own?.lastFundedDay || null)
      const { broadcasterDays } = await ask<{ broadcasterDays: { volumeETH: string }[] }>(
        `{ broadcasterDays(first: 1000, where: { broadcaster: "${id}", date_gte: ${since} }) { volumeETH } }`,
      )
      expect(row.paid90.ethWei).toBe(
        broadcasterDays.reduce((sum, { volumeETH }) => sum + parseEther(volumeETH), 0n),
      )
    }
    expect(rows.some(({ funds }) => funds.depositWei > 0n)).toBe(true)
    expect(rows.some(({ paid90 }) => paid90.ethWei > 0n)).toBe(true)
  })

  test('are those that ever funded: a new one appears with its funds', async () => {
    const { loadGateways } = await import('@/lib/data/gateways')
    const client = createPublicClient({ transport: http(net.rpcUrl) })
    const newcomer = net.deployment.accounts.at(-1)?.address
    if (!newcomer) throw new Error('no account')
    const before = valueOf(await loadGateways()).rows ?? []
    expect(before.some(({ address }) => address.toLowerCase() === newcomer.toLowerCase())).toBe(false)
    const hash = await fundDeposit(newcomer, 7n)
    expect(await client.waitForTransactionReceipt({ hash })).toMatchObject({ status: 'success' })
    await expect
      .poll(
        async () =>
          (valueOf(await loadGateways()).rows ?? []).find(
            ({ address }) => address.toLowerCase() === newcomer.toLowerCase(),
          ),
        { timeout: 10_000 },
      )
      .toMatchObject({ funds: { depositWei: 7n, reserveWei: 0n }, lastPaidAt: null, paid: { ethWei: 0n } })
  })
})

type Stats = Record<string, Record<string, { success_rate: number; round_trip_score: number; score: number }>>

describe('performance', () => {
  const statsOf = async (query = ''): Promise<Stats> =>
    (await fetch(`${net.servicesUrl}/metrics/api/aggregated_stats${query}`)).json() as Promise<Stats>

  test('is what the servers answer, each region by the best-ranked server that tested there', async () => {
    const { loadScores } = await import('@/lib/metrics/scores')
    const view = await loadScores()
    if (view.state !== 'ready') throw new Error(view.state)
    const first = await statsOf()
    const tested = new Set([...Object.keys(first), orchestrator()])
    expect(new Set(view.value.byAddress.keys())).toEqual(tested)
    for (const [address, { byRegion, overall }] of view.value.byAddress) {
      const own = Object.entries(first[address] ?? {})
      for (const [region, stats] of own) {
        expect(byRegion.get(region)).toEqual({
          successRate: stats.success_rate,
          latencyScore: stats.round_trip_score,
          score: stats.score,
        })
      }
      const scores = [...byRegion.values()].map(({ score }) => score)
      expect(overall.score).toBeCloseTo(scores.reduce((sum, score) => sum + score, 0) / scores.length)
    }
    expect(view.value.byAddress.get(orchestrator())?.byRegion.get('FAR')?.score).toBe(faraway.score)
  })

  test('of AI work is that of its pipeline and model', async () => {
    const { loadScores } = await import('@/lib/metrics/scores')
    const work = { pipeline: 'text-to-image', model: 'demo/quick-picture' }
    const view = await loadScores(work)
    if (view.state !== 'ready') throw new Error(view.state)
    expect(new Set(view.value.byAddress.keys())).toEqual(
      new Set(Object.keys(await statsOf(`?${new URLSearchParams(work)}`))),
    )
    expect(view.value.unavailable).toEqual([])
  })

  test.each([
    ['down', /^The scores could not be read: HTTP 503/],
    ['silent', /^The answer takes longer than usual|no answer/],
  ] as const)('with one server %s lacks its regions only, and says so in time', async (fault, reason) => {
    secondScores = fault
    const { loadRegions, loadScores } = await import('@/lib/metrics/scores')
    const { regionChoices } = await import('@/components/network/leaderboard-model')
    const began = Date.now()
    const [view, regions] = await Promise.all([loadScores(), loadRegions()])
    expect(Date.now() - began).toBeLessThan(deadlineMs + 2_000)
    if (view.state !== 'ready' || regions.state !== 'ready') throw new Error(`${view.state} ${regions.state}`)
    expect(view.value.unavailable).toMatchObject([
      { server: new URL(secondUrl()).host, reason: expect.stringMatching(reason) },
    ])
    expect(new Set(view.value.byAddress.keys())).toEqual(new Set(Object.keys(await statsOf())))
    const choices = regionChoices(regions.value, 'transcoding', view.value)
    const stateOf = (id: string) => choices.find((region) => region.id === id)?.state
    expect([stateOf('FAR'), stateOf('FRA'), stateOf('TOR')]).toEqual(['unavailable', 'known', 'empty'])
    // A failure is not kept.
    secondScores = 'fine'
    await expect
      .poll(
        async () => {
          const again = await loadScores()
          return 'value' in again ? again.value.unavailable : again.state
        },
        { timeout: 10_000 },
      )
      .toEqual([])
  })
})
