import type { Address } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ETH } from '@/devnet/contracts-test/harness'
import { createSmallWorld, type SmallWorld } from '@/devnet/contracts-test/small-world'
import { BigDecimal } from '@/devnet/graphql/big-decimal'
import { executeSubgraph } from '@/devnet/graphql/execute'
import { events } from './abi'
import { createIndexer, type Indexer } from './indexer'
import { placeLogEmitter } from './log-emitter'
import type { Quirks } from './quirks'

const DAY = 86_400
const BROKER: Address = '0x00000000000000000000000000000000000b40ce'
const GATEWAY: Address = '0x00000000000000000000000000000000000ca7e1'
const OTHER_GATEWAY: Address = '0x00000000000000000000000000000000000ca7e2'

let world: SmallWorld
let published: Indexer
let mended: Indexer
/** Midnight of the days on which tickets were redeemed. */
const days: number[] = []

async function now(): Promise<number> {
  const head = (await world.h.chain.request({
    method: 'eth_getBlockByNumber',
    params: ['latest', false],
  })) as {
    timestamp: string
  }
  return Number(head.timestamp)
}

async function skipDays(count: number): Promise<void> {
  await world.h.chain.request({ method: 'evm_increaseTime', params: [count * DAY] })
  await world.h.chain.request({ method: 'hardhat_mine', params: ['0x1'] })
}

function indexOf(mend: boolean | Partial<Quirks>): Indexer {
  return createIndexer({
    request: world.h.chain.request,
    deployment: {
      ...world.h.deployment,
      contracts: { ...world.h.deployment.contracts, TicketBroker: BROKER },
    },
    mended: mend,
    prices: {
      lptPriceEth: () => BigDecimal.parse('0.002') as BigDecimal,
      ethPriceUsd: () => BigDecimal.of(3000n),
    },
  })
}

async function ask(index: Indexer, query: string): Promise<Record<string, never>> {
  const { data, errors } = (await executeSubgraph(index.store, { query })).json as Record<string, never>
  if (errors) throw new Error(JSON.stringify(errors))
  return data ?? {}
}

beforeAll(async () => {
  world = await createSmallWorld()
  const broker = await placeLogEmitter(world.h.chain.request, BROKER)
  const emit = (name: string, args: Record<string, unknown>) =>
    broker.emit(world.h.deployer, events.TicketBroker, name, args)
  const redeem = async (sender: Address, recipient: Address, wei: bigint) => {
    await emit('WinningTicketRedeemed', {
      sender,
      recipient,
      faceValue: wei,
      winProb: 7n,
      senderNonce: 1n,
      recipientRand: 2n,
      auxData: '0xAB',
    })
    days.push(Math.floor((await now()) / DAY) * DAY)
  }
  await emit('ReserveFunded', { reserveHolder: GATEWAY, amount: 5n * ETH })
  await skipDays(3)
  await emit('DepositFunded', { sender: GATEWAY, amount: 2n * ETH })
  await emit('DepositFunded', { sender: OTHER_GATEWAY, amount: ETH })
  await redeem(GATEWAY, world.T, ETH)
  await skipDays(1)
  await redeem(GATEWAY, world.U, ETH / 2n)
  // Above the deposit of half an ETH that is left: a quarter comes from the reserve, by a claim of its own.
  await emit('ReserveClaimed', { reserveHolder: GATEWAY, claimant: world.T, amount: ETH / 4n })
  await redeem(GATEWAY, world.T, (3n * ETH) / 4n)
  await redeem(OTHER_GATEWAY, world.P, ETH)
  await skipDays(40)
  await world.h.nextRound()
  await redeem(GATEWAY, world.U, ETH)
  await skipDays(1)
  await world.h.nextRound()
  await emit('Withdrawal', { sender: OTHER_GATEWAY, deposit: 1n, reserve: 2n })
  published = indexOf(false)
  mended = indexOf(true)
  await published.sync()
  await mended.sync()
})
afterAll(() => world.h.chain.close())

describe('tickets', () => {
  it('add up to the same volume everywhere', async () => {
    const query = `{ protocol(id: "0") { totalVolumeETH totalVolumeUSD winningTicketCount lptPriceEth }
      days { volumeETH volumeUSD } rounds { volumeETH } transcoders { totalVolumeETH } broadcasters { totalVolumeETH }
      transcoderDays { volumeETH } broadcasterDays { volumeETH } winningTicketRedeemedEvents { faceValue faceValueUSD auxData } }`
    const data = await ask(published, query)
    const total = (list: Record<string, string>[], field: string) =>
      list
        .reduce((sum, row) => sum.plus(BigDecimal.parse(row[field] ?? '') as BigDecimal), BigDecimal.zero)
        .toString()
    expect(data['protocol']).toEqual({
      totalVolumeETH: '4.25',
      totalVolumeUSD: '12750',
      winningTicketCount: 5,
      lptPriceEth: '0.002',
    })
    for (const [list, field] of [
      ['days', 'volumeETH'],
      ['rounds', 'volumeETH'],
      ['transcoders', 'totalVolumeETH'],
      ['broadcasters', 'totalVolumeETH'],
      ['transcoderDays', 'volumeETH'],
      ['broadcasterDays', 'volumeETH'],
      ['winningTicketRedeemedEvents', 'faceValue'],
    ] as const) {
      expect(total(data[list] as never, field), list).toBe('4.25')
    }
    expect(total(data['days'] as never, 'volumeUSD')).toBe('12750')
    expect((data['winningTicketRedeemedEvents'] as unknown as { auxData: string }[])[0]?.auxData).toBe('0xab')
  })

  it('go to the pool of the round if the recipient has one', async () => {
    const { pools } = await ask(
      published,
      '{ pools(where: { fees_gt: 0 }, orderBy: fees) { fees delegate { id } } }',
    )
    expect(pools).toEqual([
      { fees: '0.5', delegate: { id: world.U.toLowerCase() } },
      { fees: '1', delegate: { id: world.U.toLowerCase() } },
      { fees: '1.75', delegate: { id: world.T.toLowerCase() } },
    ])
  })

  it('leave day rows, newest first in the stored list', async () => {
    const gateway = published.store.get('Broadcaster', GATEWAY)?.row
    const number = (day: number | undefined) => `${GATEWAY}-${(day ?? 0) / DAY}`
    expect(gateway?.['broadcasterDays']).toEqual([number(days[4]), number(days[1]), number(days[0])])
    expect(gateway).toMatchObject({ lastFundedDay: days[4], lastActiveDay: days[4] })
    expect(gateway?.['firstFundedDay']).toBe((days[0] ?? 0) - 3 * DAY)
  })

  it('empty what a gateway withdraws', async () => {
    const { broadcaster, withdrawalEvents } = await ask(
      published,
      `{ broadcaster(id: "${OTHER_GATEWAY}") { deposit reserve } withdrawalEvents { deposit reserve } }`,
    )
    expect(broadcaster).toEqual({ deposit: '0', reserve: '0' })
    expect(withdrawalEvents).toEqual([{ deposit: '0.000000000000000001', reserve: '0.000000000000000002' }])
  })
})

describe('quirks of payments', () => {
  it('Q1: a ticket above the deposit takes its whole face value off the reserve', async () => {
    const query = `{ broadcaster(id: "${GATEWAY}", block: { number: BLOCK }) { deposit reserve } }`
    const big = [...published.store.all('WinningTicketRedeemedEvent')].find(
      (f) => String(f.row['faceValue']) === '0.75',
    )
    const at = (index: Indexer) => ask(index, query.replace('BLOCK', String(big?.since)))
    expect(await at(published)).toEqual({ broadcaster: { deposit: '0', reserve: '4' } })
    expect(await at(mended)).toEqual({ broadcaster: { deposit: '0', reserve: '4.75' } })
  })

  it('Q4: rolling volumes skip the first of the pool and everyone outside it', async () => {
    const query = `{ transcoders(orderBy: totalStake, orderDirection: desc, where: { totalVolumeETH_gt: 0 }) {
      id thirtyDayVolumeETH sixtyDayVolumeETH ninetyDayVolumeETH } }`
    const [t, u, p] = [world.T, world.U, world.P].map((address) => address.toLowerCase())
    const volumes = (thirty: string, sixty: string, ninety: string) => ({
      thirtyDayVolumeETH: thirty,
      sixtyDayVolumeETH: sixty,
      ninetyDayVolumeETH: ninety,
    })
    expect((await ask(published, query))['transcoders']).toEqual([
      { id: t, ...volumes('0', '0', '0') },
      { id: u, ...volumes('1', '1.5', '1.5') },
      { id: p, ...volumes('0', '0', '0') },
    ])
    expect((await ask(mended, query))['transcoders']).toEqual([
      { id: t, ...volumes('0', '1.75', '1.75') },
      { id: u, ...volumes('1', '1.5', '1.5') },
      { id: p, ...volumes('0', '1', '1') },
    ])
  })

  it('Q15: a day without a new round has no counters', async () => {
    const query = `{ days(where: { date: ${days[0]} }) { volumeETH activeTranscoderCount numActiveTranscoders } }`
    expect((await ask(published, query))['days']).toEqual([
      { volumeETH: '1', activeTranscoderCount: '0', numActiveTranscoders: '0' },
    ])
    expect((await ask(mended, query))['days']).toEqual([
      { volumeETH: '1', activeTranscoderCount: '2', numActiveTranscoders: '2' },
    ])
  })
})
