import { type Address, createPublicClient, encodeFunctionData, http, parseAbi, parseEther } from 'viem'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { sendCall } from '@/devnet/chain/transact'
import { type Devnet, startDevnet } from '@/devnet/start'
import type { Loaded } from '@/lib/data/types'

/** The overview's figures on a real chain and index: against rows asked for apart, sums of those, and the contracts. */

const roundsAbi = parseAbi(['function initializeRound()'])

let net: Devnet
const day = 86_400
/** Days in which nothing happened, before the last one of the world. */
const quietDays = 11
/** The day that runs. */
let today = 0

beforeAll(async () => {
  net = await startDevnet({
    world: 'small',
    seed: 'overview',
    endTime: 1_768_478_400,
    clock: false,
    keeper: false,
    rpcPort: 0,
    servicesPort: 0,
  })
  vi.stubEnv('NETWORK', 'local')
  vi.stubEnv('DEVNET_RPC_PORT', new URL(net.rpcUrl).port)
  vi.stubEnv('DEVNET_SERVICES_PORT', new URL(net.servicesUrl).port)
  vi.stubEnv('CACHE_ROUND_SECONDS', '1')
  const blocks = (quietDays * day) / 12
  await net.chain.request({ method: 'hardhat_mine', params: [`0x${blocks.toString(16)}`, '0xc'] })
  const [account, roundsManager] = [
    net.deployment.accounts[0]?.address,
    net.deployment.contracts.RoundsManager,
  ]
  if (!account || !roundsManager) throw new Error('the world lacks an account or its rounds')
  await sendCall(net.chain.request, {
    label: 'initializeRound',
    from: account,
    to: roundsManager as Address,
    data: encodeFunctionData({ abi: roundsAbi, functionName: 'initializeRound' }),
    gas: 3_000_000,
  })
  await net.indexer.sync()
  const { _meta } = await ask<{ _meta: { block: { timestamp: number } } }>(
    '{ _meta { block { timestamp } } }',
  )
  today = Math.floor(_meta.block.timestamp / day) * day
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await net.close()
})
afterEach(async () => {
  await net.rpc.setFaults([])
  net.indexer.release()
  await net.indexer.sync()
})

interface Row {
  id: string
  date: number
  volumeETH: string
  totalSupply: string
  totalActiveStake: string
  inflation: string
  activeTranscoderCount: string
}

/** Asks the index over its public route, without any code of the site. */
async function ask<Data>(query: string): Promise<Data> {
  const response = await fetch(`${net.servicesUrl}/subgraph`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  const { data, errors } = (await response.json()) as { data?: Data; errors?: { message: string }[] }
  if (!data) throw new Error(errors?.[0]?.message)
  return data
}

async function indexedDays(): Promise<Row[]> {
  const { days } = await ask<{ days: Row[] }>(
    '{ days(first: 1000, orderBy: date) { id date volumeETH totalSupply totalActiveStake inflation activeTranscoderCount } }',
  )
  return days
}

function valueOf<Value>(loaded: Loaded<Value>): Value {
  if (!('value' in loaded)) throw new Error(`${loaded.state}: ${loaded.reason}`)
  return loaded.value
}

const all = { range: 'all', by: 'day', unit: 'eth' } as const
const trend = async (name: string, query: object = {}) => {
  const { loadTrend } = await import('@/components/overview/load-trend')
  return valueOf(await loadTrend(name as Parameters<typeof loadTrend>[0], { ...all, ...query }))
}
/** The amount that a point's text gives, in wei. */
const amountOf = (text: string) => parseEther(text.replace(/,| (ETH|LPT)$/g, ''))
const weekOf = (at: number) => at - ((((at / day + 3) % 7) + 7) % 7) * day

describe('charts', () => {
  test('every day of each chart is the index’s row; days without one are gaps, or had no fees', async () => {
    const rows = await indexedDays()
    const byDay = new Map(rows.map((row) => [row.date, row]))
    const first = Math.min(...rows.filter((row) => row.activeTranscoderCount !== '0').map(({ date }) => date))
    const expected: Record<string, (row: Row | undefined) => string | null> = {
      fees: (row) => `${parseEther(row?.volumeETH ?? '0')}`,
      stake: (row) => (row && row.totalActiveStake !== '0' ? `${parseEther(row.totalActiveStake)}` : null),
      supply: (row) => (row && row.totalSupply !== '0' ? `${parseEther(row.totalSupply)}` : null),
    }
    let gaps = 0
    for (const [name, of] of Object.entries(expected)) {
      const { spec } = await trend(name)
      expect(spec.points.length, name).toBe((today - first) / day + 1)
      for (const { at, value, text } of spec.points) {
        const wei = of(byDay.get(at))
        if (wei === null) {
          gaps += 1
          expect(value, `${name} ${at}`).toBeNull()
        } else expect(`${amountOf(text)}`, `${name} ${at}`).toBe(wei)
      }
    }
    expect(gaps).toBeGreaterThanOrEqual(2 * (quietDays - 1))
    for (const [name, of] of [
      ['inflation', (row: Row) => Number(row.inflation) / 1e7],
      ['orchestrators', (row: Row) => Number(row.activeTranscoderCount)],
    ] as const)
      for (const { at, value } of (await trend(name)).spec.points) {
        const row = byDay.get(at)
        expect(value, `${name} ${at}`).toBe(row && row.activeTranscoderCount !== '0' ? of(row) : null)
      }
  })

  test('a week is the sum of its days; day and week that run are marked and never compared', async () => {
    const days = (await trend('fees')).spec.points
    const { spec, figure } = await trend('fees', { by: 'week' })
    const sums = new Map<number, bigint>()
    for (const { at, text } of days) sums.set(weekOf(at), (sums.get(weekOf(at)) ?? 0n) + amountOf(text))
    expect(spec.points.length).toBeGreaterThan(3)
    for (const { at, text, label } of spec.points) {
      expect(new Date(at * 1000).getUTCDay(), label).toBe(1)
      expect(amountOf(text), label).toBe(sums.get(at))
    }
    expect(spec.points.filter(({ partial }) => partial).map(({ at }) => at)).toEqual([weekOf(today)])
    expect(days.filter(({ partial }) => partial).map(({ at }) => at)).toEqual([today])
    const [before, last] = spec.points.slice(-3).map(({ text }) => amountOf(text))
    if (before === undefined || last === undefined) throw new Error('too few weeks')
    expect(figure?.when).toBe(spec.points.at(-2)?.label)
    if (last !== 0n && before !== 0n) expect(figure?.change).toContain(last > before ? '+' : '−')
    expect(figure?.change).toMatch(/(more|less) than the week before$/)
  })

  test('all fees of the days are all fees of the index', async () => {
    const { protocol } = await ask<{ protocol: { totalVolumeETH: string } }>(
      '{ protocol(id: "0") { totalVolumeETH } }',
    )
    const total = (await trend('fees')).spec.points.reduce((sum, { text }) => sum + amountOf(text), 0n)
    expect(total).toBe(parseEther(protocol.totalVolumeETH))
  })

  test('the running day’s stake, supply and inflation, and the treasury now, are the contracts’', async () => {
    const client = createPublicClient({ transport: http(net.rpcUrl), cacheTime: 0 })
    const at = (name: string) => net.deployment.contracts[name] as Address
    const abi = parseAbi([
      'function currentRoundTotalActiveStake() view returns (uint256)',
      'function getGlobalTotalSupply() view returns (uint256)',
      'function inflation() view returns (uint256)',
      'function balanceOf(address) view returns (uint256)',
    ])
    const read = (
      name: string,
      functionName: 'currentRoundTotalActiveStake' | 'getGlobalTotalSupply' | 'inflation',
    ) => client.readContract({ address: at(name), abi, functionName })
    const newest = async (name: string) => (await trend(name)).spec.points.at(-1)
    expect(amountOf((await newest('stake'))?.text ?? '')).toBe(
      await read('BondingManager', 'currentRoundTotalActiveStake'),
    )
    expect(amountOf((await newest('supply'))?.text ?? '')).toBe(await read('Minter', 'getGlobalTotalSupply'))
    expect((await newest('inflation'))?.value).toBe(Number(await read('Minter', 'inflation')) / 1e7)
    const treasury = await client.readContract({
      address: at('LivepeerToken'),
      abi,
      functionName: 'balanceOf',
      args: [at('Treasury')],
    })
    expect(amountOf((await newest('treasury'))?.text ?? '')).toBe(treasury)
  })

  test('the price of LPT is the index’s at the start of each round, in dollars by the tickets of the day', async () => {
    const { rounds, days } = await ask<{
      rounds: { id: string; startTimestamp: number }[]
      days: { date: number; volumeETH: string; volumeUSD: string }[]
    }>(
      `{ rounds(first: 1000, orderBy: startBlock, where: { initialized: true }) { id startTimestamp }
         days(first: 1000) { date volumeETH volumeUSD } }`,
    )
    const { newRoundEvents } = await ask<{
      newRoundEvents: { round: { id: string }; transaction: { blockNumber: string } }[]
    }>('{ newRoundEvents(first: 1000) { round { id } transaction { blockNumber } } }')
    const blockOf = new Map(
      newRoundEvents.map(({ round, transaction }) => [round.id, transaction.blockNumber]),
    )
    const inEth = (await trend('price')).spec.points
    const inUsd = (await trend('price', { unit: 'usd' })).spec.points
    const started = new Map(rounds.map(({ id, startTimestamp }) => [Number(id), startTimestamp]))
    expect(inEth.filter(({ value }) => value !== null)).toHaveLength(rounds.length)
    let priced = 0
    for (const [place, { at: round, value }] of inEth.entries()) {
      const startTimestamp = started.get(round)
      const dollars = inUsd[place]?.value ?? null
      const id = `${round}`
      if (startTimestamp === undefined) {
        expect([value, dollars], `${id}, which nobody started`).toEqual([null, null])
        continue
      }
      const block = Number(blockOf.get(id))
      const { protocol } = await ask<{ protocol: { lptPriceEth: string } }>(
        `{ protocol(id: "0", block: { number: ${block} }) { lptPriceEth } }`,
      )
      expect(value, id).toBeCloseTo(Number(protocol.lptPriceEth), 8)
      const day = days.find(({ date }) => date === Math.floor(startTimestamp / 86_400) * 86_400)
      if (!day || day.volumeETH === '0') expect(dollars, id).toBeNull()
      else {
        priced += 1
        const ethUsd = Number(day.volumeUSD) / Number(day.volumeETH)
        expect(dollars, id).toBeCloseTo(Number(protocol.lptPriceEth) * ethUsd, 6)
      }
    }
    expect(priced).toBeGreaterThan(5)
  })

  test('fees in dollars are what the tickets of each day were worth when they were redeemed', async () => {
    const { days } = await ask<{ days: { date: number; volumeUSD: string }[] }>(
      '{ days(first: 1000, where: { volumeUSD_gt: "0" }) { date volumeUSD } }',
    )
    const byDay = new Map(days.map(({ date, volumeUSD }) => [date, Number(volumeUSD)]))
    expect(byDay.size).toBeGreaterThan(5)
    const { points } = (await trend('fees', { unit: 'usd' })).spec
    for (const { at, value } of points) expect(value, `${at}`).toBeCloseTo(byDay.get(at) ?? 0, 6)
    expect(points.filter(({ value }) => (value ?? 0) > 0)).toHaveLength(byDay.size)
  })
})

describe('the round and what happened last', () => {
  test('the round’s fees are its tickets', async () => {
    const [{ loadRound }, { loadRoundFees }] = await Promise.all([
      import('@/lib/data/round'),
      import('@/lib/data/round-fees'),
    ])
    const { lastInitializedRound } = valueOf(await loadRound())
    const { winningTicketRedeemedEvents: tickets } = await ask<{
      winningTicketRedeemedEvents: { faceValue: string }[]
    }>(
      `{ winningTicketRedeemedEvents(first: 1000, where: { round: "${lastInitializedRound}" }) { faceValue } }`,
    )
    const sum = tickets.reduce((total, { faceValue }) => total + parseEther(faceValue), 0n)
    expect(valueOf(await loadRoundFees(lastInitializedRound)).feesWei).toBe(sum)
    expect(valueOf(await loadRoundFees(9_999_999)).feesWei).toBeNull()
  })

  test('the newest events are ten in the order of the chain, each in a block that has its transaction', async () => {
    const { loadNewestEvents } = await import('@/lib/data/network-events')
    const { eventsRead, toldEvents } = await import('@/components/overview/newest-events')
    const rows = toldEvents(valueOf(await loadNewestEvents(eventsRead)).rows ?? [])
    expect(rows).toHaveLength(10)
    const client = createPublicClient({ transport: http(net.rpcUrl), cacheTime: 0 })
    for (const [place, row] of rows.entries()) {
      const next = rows[place + 1]
      if (next)
        expect(row.block > next.block || (row.block === next.block && row.logIndex > next.logIndex)).toBe(
          true,
        )
      const receipt = await client.getTransactionReceipt({ hash: row.tx })
      expect(Number(receipt.blockNumber)).toBe(row.block)
    }
  })
})

test('without the index each chart says so; the treasury’s, which is the chain’s, stands', async () => {
  const windowPasses = () => new Promise((resolve) => setTimeout(resolve, 1_100))
  vi.resetModules()
  for (const key of Object.getOwnPropertySymbols(globalThis))
    if (key.description?.startsWith('livepeer-delegator.')) Reflect.deleteProperty(globalThis, key)
  vi.stubEnv('SUBGRAPH_URLS', 'http://127.0.0.1:9/subgraph')
  await windowPasses()
  const { loadTrend } = await import('@/components/overview/load-trend')
  const failed = await loadTrend('fees', all)
  expect(failed).toMatchObject({
    state: 'failed',
    reason: expect.stringContaining('Past days come from the index'),
  })
  expect((await loadTrend('price', all)).state).toBe('failed')
  expect('value' in (await loadTrend('treasury', all))).toBe(true)
})
