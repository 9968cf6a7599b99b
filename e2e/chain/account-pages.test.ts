import { type Address, createPublicClient, http } from 'viem'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Devnet, startDevnet } from '@/devnet/start'
import { bondingManagerViewsAbi } from '@/lib/contracts/abi/bonding-manager-views'
import { ticketBrokerAbi } from '@/lib/contracts/abi/ticket-broker'
import { type HistoryRow, type HistoryView, historyGroups } from '@/lib/data/account-history'
import type { EventCursor } from '@/lib/data/event-pages'
import type { Loaded } from '@/lib/data/types'

/** Delegators, history and gateway of accounts on a real chain and index: complete, and equal to the contracts. */

let net: Devnet

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
  vi.stubEnv('NETWORK', 'local')
  vi.stubEnv('DEVNET_RPC_PORT', new URL(net.rpcUrl).port)
  vi.stubEnv('DEVNET_SERVICES_PORT', new URL(net.servicesUrl).port)
  vi.stubEnv('LOAD_DEADLINE_MS', '5000')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await net.close()
})

function valueOf<Value>(loaded: Loaded<Value>): Value {
  if (!('value' in loaded)) throw new Error(`${loaded.state}: ${loaded.reason}`)
  return loaded.value
}

const client = () => createPublicClient({ transport: http(net.rpcUrl) })
const contract = (name: string): Address => {
  const address = net.deployment.contracts[name]
  if (!address) throw new Error(`no ${name}`)
  return address
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

/** The orchestrator with most delegators, and whether somebody bonded to it has unclaimed rewards. */
async function busiestOrchestrator(): Promise<Address> {
  const { delegators } = await ask<{ delegators: { delegate: { id: Address } }[] }>(
    '{ delegators(first: 1000, where: { bondedAmount_gt: "0" }) { delegate { id } } }',
  )
  const counts = new Map<Address, number>()
  for (const { delegate } of delegators) counts.set(delegate.id, (counts.get(delegate.id) ?? 0) + 1)
  const [busiest] = [...counts].sort((left, right) => right[1] - left[1])
  if (!busiest) throw new Error('nobody delegates')
  return busiest[0]
}

describe('delegators of an orchestrator', () => {
  test('are complete, and each stake and fee equals the chain to the wei', async () => {
    const { loadDelegators } = await import('@/lib/data/delegators')
    const orchestrator = await busiestOrchestrator()
    const view = valueOf(await loadDelegators(orchestrator))
    const { delegators } = await ask<{ delegators: { id: string }[] }>(
      `{ delegators(first: 1000, where: { delegate: "${orchestrator}", bondedAmount_gt: "0" }) { id } }`,
    )
    const rows = view.rows ?? []
    expect(rows.length).toBeGreaterThan(5)
    expect(rows.map(({ address }) => address.toLowerCase()).toSorted()).toEqual(
      delegators.map(({ id }) => id).toSorted(),
    )
    expect(rows.filter(({ self }) => self)).toHaveLength(1)
    const bonding = { address: contract('BondingManager'), abi: bondingManagerViewsAbi } as const
    let unclaimed = 0
    for (const row of rows) {
      const args = [row.address, 0n] as const
      const [stake, fees] = await Promise.all([
        client().readContract({ ...bonding, functionName: 'pendingStake', args }),
        client().readContract({ ...bonding, functionName: 'pendingFees', args }),
      ])
      expect(row.stakeWei, row.address).toBe(stake)
      expect(row.feesWei, row.address).toBe(fees)
      if (row.stakeWei > row.bondedWei) unclaimed += 1
    }
    expect(unclaimed).toBeGreaterThan(0)
    expect(rows.map(({ stakeWei }) => stakeWei)).toEqual(
      rows.map(({ stakeWei }) => stakeWei).toSorted((a, b) => (a < b ? 1 : a > b ? -1 : 0)),
    )
  })

  test('are none for an account nobody delegates to', async () => {
    const { loadDelegators } = await import('@/lib/data/delegators')
    const view = valueOf(await loadDelegators('0x00000000000000000000000000000000000000aa'))
    expect(view.rows).toEqual([])
    expect(view.totalStakeWei).toBe(0n)
  })
})

async function wholeHistory(account: Address, rows: number): Promise<HistoryRow[]> {
  const { loadAccountHistory } = await import('@/lib/data/account-history')
  const all: HistoryRow[] = []
  let after: EventCursor | null = null
  for (let page = 0; page < 400; page += 1) {
    const view: HistoryView = valueOf(
      await loadAccountHistory(account, { groups: historyGroups, since: null, until: null, after, rows }),
    )
    all.push(...(view.rows ?? []))
    after = view.next
    if (!after) return all
  }
  throw new Error('the history does not end')
}

describe('history of an account', () => {
  test('has every event once, newest first, whatever the size of its pages', async () => {
    const orchestrator = await busiestOrchestrator()
    const whole = await wholeHistory(orchestrator, 900)
    const counted = await ask<Record<string, unknown[]>>(`{
      a: bondEvents(first: 1000, where: { delegator: "${orchestrator}" }) { id }
      b: unbondEvents(first: 1000, where: { delegator: "${orchestrator}" }) { id }
      c: rebondEvents(first: 1000, where: { delegator: "${orchestrator}" }) { id }
      d: transferBondEvents(first: 1000, where: { oldDelegator: "${orchestrator}" }) { id }
      e: transferBondEvents(first: 1000, where: { newDelegator: "${orchestrator}" }) { id }
      f: earningsClaimedEvents(first: 1000, where: { delegator: "${orchestrator}" }) { id }
      g: withdrawStakeEvents(first: 1000, where: { delegator: "${orchestrator}" }) { id }
      h: withdrawFeesEvents(first: 1000, where: { delegator: "${orchestrator}" }) { id }
      i: stakeClaimedEvents(first: 1000, where: { delegator: "${orchestrator}" }) { id }
      j: rewardEvents(first: 1000, where: { delegate: "${orchestrator}" }) { id }
      k: rewardCallerSetEvents(first: 1000, where: { delegate: "${orchestrator}" }) { id }
      l: transcoderActivatedEvents(first: 1000, where: { delegate: "${orchestrator}" }) { id }
      m: transcoderDeactivatedEvents(first: 1000, where: { delegate: "${orchestrator}" }) { id }
      n: transcoderUpdateEvents(first: 1000, where: { delegate: "${orchestrator}" }) { id }
      o: serviceURIUpdateEvents(first: 1000, where: { addr: "${orchestrator}" }) { id }
      p: winningTicketRedeemedEvents(first: 1000, where: { recipient: "${orchestrator}" }) { id }
      q: voteEvents(first: 1000, where: { voter: "${orchestrator}" }) { id }
      r: treasuryVoteEvents(first: 1000, where: { voter: "${orchestrator}" }) { id }
    }`)
    const expected = Object.values(counted).reduce((sum, rows) => sum + rows.length, 0)
    expect(expected).toBeGreaterThan(30)
    expect(whole).toHaveLength(expected)
    const places = whole.map(({ block, logIndex }) => block * 100_000 + logIndex)
    expect(places).toEqual(places.toSorted((left, right) => right - left))
    expect((await wholeHistory(orchestrator, 7)).map(({ id, kind }) => `${id}/${kind}`)).toEqual(
      whole.map(({ id, kind }) => `${id}/${kind}`),
    )
  })

  test('keeps to the type and the days that are asked for', async () => {
    const { loadAccountHistory } = await import('@/lib/data/account-history')
    const orchestrator = await busiestOrchestrator()
    const whole = await wholeHistory(orchestrator, 900)
    const [newest, oldest] = [whole[0], whole.at(-1)]
    if (!newest || !oldest) throw new Error('no history')
    const middle = Math.floor((newest.timestamp + oldest.timestamp) / 2)
    const view = valueOf(
      await loadAccountHistory(orchestrator, {
        groups: ['staking'],
        since: middle,
        until: null,
        after: null,
        rows: 900,
      }),
    )
    const staking = new Set(['bond', 'move', 'unbond', 'rebond', 'transferOut', 'transferIn', 'claim'])
    staking.add('withdrawStake').add('withdrawFees').add('migration')
    expect(view.rows).toEqual(whole.filter(({ kind, timestamp }) => staking.has(kind) && timestamp >= middle))
  })
})

describe('a gateway', () => {
  test('has the funds of the chain, and its recipients sum to its tickets', async () => {
    const { loadGateway } = await import('@/lib/data/gateway')
    const { broadcasters } = await ask<{ broadcasters: { id: Address; totalVolumeETH: string }[] }>(
      '{ broadcasters(first: 10, orderBy: totalVolumeETH, orderDirection: desc) { id totalVolumeETH } }',
    )
    const id = broadcasters[0]?.id
    if (!id) throw new Error('no gateway')
    const view = valueOf(await loadGateway(id))
    const [sender, reserve] = await client().readContract({
      address: contract('TicketBroker'),
      abi: ticketBrokerAbi,
      functionName: 'getSenderInfo',
      args: [id],
    })
    expect(view.funds).toMatchObject({
      depositWei: sender.deposit,
      reserveWei: reserve.fundsRemaining,
      withdrawRound: sender.withdrawRound === 0n ? null : Number(sender.withdrawRound),
    })
    const paid = view.spend?.recipients.reduce((sum, { paidWei }) => sum + paidWei, 0n) ?? 0n
    const lately = (view.spend?.days ?? []).slice(-30).reduce((sum, { paidWei }) => sum + paidWei, 0n)
    expect(paid).toBeGreaterThan(0n)
    expect(paid + (view.spend?.selfRedeemedWei ?? 0n)).toBeLessThanOrEqual(lately)
  })

  test('without the index keeps its funds and does not claim to have paid nothing', async () => {
    vi.resetModules()
    vi.stubEnv('SUBGRAPH_URLS', 'http://127.0.0.1:9/subgraph')
    const { loadGateway } = await import('@/lib/data/gateway')
    const loaded = await loadGateway('0x00000000000000000000000000000000000000ab')
    expect(loaded.state).toBe('partial')
    expect(valueOf(loaded).spend).toBeNull()
    expect(valueOf(loaded).funds.depositWei).toBe(0n)
  })
})
