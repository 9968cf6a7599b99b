import { type Address, createPublicClient, getAddress, http, parseAbi } from 'viem'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Devnet, startDevnet } from '@/devnet/start'
import { bondingManagerViewsAbi } from '@/lib/contracts/abi/bonding-manager-views'
import { bondingVotesAbi } from '@/lib/contracts/abi/bonding-votes'
import type { Loaded } from '@/lib/data/types'

/** What the pages of orchestrators and delegators show, against raw reads of contracts and the index by this test. */

const P27 = 10n ** 27n
/** History enough for a yield of 30 rounds and some points of its chart. */
const ROUNDS = 34

let net: Devnet

async function post(path: string, body: object): Promise<unknown> {
  const answer = await fetch(`${net.servicesUrl}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
  return answer.json()
}

async function ask<Data>(query: string): Promise<Data> {
  const { data, errors } = (await post('subgraph', { query })) as { data?: Data; errors?: unknown }
  if (!data) throw new Error(JSON.stringify(errors))
  return data
}

beforeAll(async () => {
  net = await startDevnet({
    world: 'small',
    seed: 'loaders',
    endTime: 1_780_000_000,
    clock: false,
    keeper: true,
    rpcPort: 0,
    servicesPort: 0,
  })
  vi.stubEnv('NETWORK', 'local')
  vi.stubEnv('DEVNET_RPC_PORT', new URL(net.rpcUrl).port)
  vi.stubEnv('DEVNET_SERVICES_PORT', new URL(net.servicesUrl).port)
  await post('control/advance-rounds', { rounds: ROUNDS })
  net.keeper.setEnabled(false)
  await net.indexer.sync()
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await net.close()
})

function valueOf<Value>(loaded: Loaded<Value>): Value {
  if (!('value' in loaded)) throw new Error(`${loaded.state}: ${loaded.reason}`)
  return loaded.value
}

const client = () => createPublicClient({ transport: http(net.rpcUrl), cacheTime: 0 })
const bonding = () =>
  ({ address: net.deployment.contracts.BondingManager as Address, abi: bondingManagerViewsAbi }) as const

async function orchestrators(): Promise<Address[]> {
  const { loadOrchestrators } = await import('@/lib/data/orchestrators')
  return valueOf(await loadOrchestrators()).rows.map(({ address }) => address)
}

describe('the record of an orchestrator', () => {
  test('has every pool of the index, its stake and reward, and the days of its fees', async () => {
    const { loadOrchestratingRecord } = await import('@/lib/data/orchestrating-record')
    const { exactAmount } = await import('@/lib/format/amount')
    for (const address of (await orchestrators()).slice(0, 6)) {
      const record = valueOf(await loadOrchestratingRecord(address))
      const index = await ask<{
        pools: { round: { id: string }; totalStake: string; rewardTokens: string | null }[]
        transcoderDays: { date: number; volumeETH: string }[]
      }>(`{
        pools(first: 1000, where: { delegate: "${address.toLowerCase()}" }) { round { id } totalStake rewardTokens }
        transcoderDays(first: 1000, where: { transcoder: "${address.toLowerCase()}" }) { date volumeETH }
      }`)
      const pools = new Map(index.pools.map((pool) => [Number(pool.round.id), pool]))
      const rounds = record.rounds ?? []
      expect(rounds.map(({ round }) => round)).toEqual(
        [...pools.keys()].sort((left, right) => left - right).slice(-91),
      )
      for (const { round, stakeWei, rewardWei, state } of rounds) {
        const pool = pools.get(round)
        expect(exactAmount(stakeWei).replaceAll(',', '')).toBe(pool?.totalStake)
        expect(rewardWei === null ? null : exactAmount(rewardWei).replaceAll(',', '')).toBe(
          pool?.rewardTokens ?? null,
        )
        if (round < record.round) expect(state).toBe(pool?.rewardTokens == null ? 'missed' : 'called')
      }
      expect(rounds.length).toBeGreaterThan(0)
      const days = new Map(index.transcoderDays.map((day) => [day.date, day.volumeETH]))
      for (const { day, feesWei } of record.feeDays ?? [])
        expect(exactAmount(feesWei).replaceAll(',', '')).toBe(days.get(day))
    }
  })

  test('has cuts of the index’s events that end in the chain’s', async () => {
    const { loadOrchestratingRecord } = await import('@/lib/data/orchestrating-record')
    let changes = 0
    let listed = 0
    for (const address of await orchestrators()) {
      const record = valueOf(await loadOrchestratingRecord(address))
      const { transcoderUpdateEvents: events } = await ask<{
        transcoderUpdateEvents: { timestamp: number; rewardCut: string; feeShare: string }[]
      }>(
        `{ transcoderUpdateEvents(first: 1000, orderBy: timestamp, where: { delegate: "${address.toLowerCase()}" }) { timestamp rewardCut feeShare } }`,
      )
      expect(
        record.cuts?.map(({ timestamp, rewardCutP6, feeShareP6 }) => [timestamp, rewardCutP6, feeShareP6]),
      ).toEqual(
        events.map(({ timestamp, rewardCut, feeShare }) => [timestamp, BigInt(rewardCut), BigInt(feeShare)]),
      )
      const [, rewardCut, feeShare] = await client().readContract({
        ...bonding(),
        functionName: 'getTranscoder',
        args: [address],
      })
      expect(record.cutsNow).toEqual({ rewardCutP6: rewardCut, feeShareP6: feeShare })
      changes += events.length
      listed += 1
    }
    expect(changes).toBeGreaterThan(listed)
  })

  test('has yields that are the chain’s, the newest of them the list’s', async () => {
    const { loadOrchestratingRecord } = await import('@/lib/data/orchestrating-record')
    const { loadOrchestratorRow } = await import('@/lib/data/orchestrating-row')
    let told = 0
    for (const address of (await orchestrators()).slice(0, 6)) {
      const { yields, round } = valueOf(await loadOrchestratingRecord(address))
      const row = valueOf(await loadOrchestratorRow(address))
      const factors = await Promise.all(
        Array.from({ length: 70 }, async (_, back) => {
          const [, , , reward] = await client().readContract({
            ...bonding(),
            functionName: 'getTranscoderEarningsPoolForRound',
            args: [address, BigInt(round - back)],
          })
          return { round: round - back, reward }
        }),
      )
      const inForce = (at: number) =>
        factors.find((each) => each.round <= at && each.reward > 0n)?.reward || P27
      for (const { round: end, figure } of yields ?? []) {
        if (figure.state === 'unknown') continue
        expect(figure.lptP27, `${address} ${end}`).toBe((inForce(end) * P27) / inForce(end - 30) - P27)
        told += 1
      }
      const newest = yields?.at(-1)
      if (row?.yield30.state !== 'known') continue
      expect(newest?.round).toBe(round - 1)
      expect(newest?.figure).toEqual(row.yield30)
    }
    expect(told).toBeGreaterThan(10)
  })

  test('is empty, not failed, for an account that never was one', async () => {
    const { loadOrchestratingRecord } = await import('@/lib/data/orchestrating-record')
    const record = valueOf(await loadOrchestratingRecord('0x00000000000000000000000000000000000000aB'))
    expect(record).toMatchObject({ rounds: [], feeDays: [], cuts: [], yields: [] })
  })
})

describe('the votes of an orchestrator', () => {
  test('are those of the index, and its turnout counts where it had power', async () => {
    const { loadOrchestratingVotes } = await import('@/lib/data/orchestrating-votes')
    const { treasuryVotes, treasuryProposals } = await ask<{
      treasuryVotes: { voter: { id: string }; support: string; proposal: { id: string } }[]
      treasuryProposals: { id: string; voteStart: string }[]
    }>(
      '{ treasuryVotes(first: 1000) { voter { id } support proposal { id } } treasuryProposals(first: 1000) { id voteStart } }',
    )
    const { votes: pollVotes } = await ask<{
      votes: { voter: string; choiceID: string | null; poll: { id: string } }[]
    }>('{ votes(first: 1000) { voter choiceID poll { id } } }')
    let cast = 0
    for (const address of (await orchestrators()).slice(0, 8)) {
      const id = address.toLowerCase()
      const known = valueOf(await loadOrchestratingVotes(address))
      if (!known) throw new Error('the index did not answer')
      const shown = known.votes.map((vote) =>
        vote.kind === 'poll'
          ? `${vote.poll.toLowerCase()} ${vote.choice}`
          : `${vote.proposal} ${vote.support}`,
      )
      expect(shown.sort()).toEqual(
        [
          ...treasuryVotes
            .filter(({ voter }) => voter.id === id)
            .map(({ proposal, support }) => `${proposal.id} ${support.toLowerCase()}`),
          ...pollVotes
            .filter(({ voter, choiceID }) => voter === id && choiceID !== null)
            .map(({ poll, choiceID }) => `${poll.id} ${choiceID?.toLowerCase()}`),
        ].sort(),
      )
      cast += shown.length
      const clock = await client().readContract({
        address: net.deployment.contracts.BondingVotes as Address,
        abi: bondingVotesAbi,
        functionName: 'clock',
      })
      const powers = await Promise.all(
        treasuryProposals
          .filter(({ voteStart }) => BigInt(voteStart) < BigInt(clock))
          .map(({ voteStart }) =>
            client().readContract({
              address: net.deployment.contracts.BondingVotes as Address,
              abi: bondingVotesAbi,
              functionName: 'getPastVotes',
              args: [address, BigInt(voteStart)],
            }),
          ),
      )
      expect(known.proposals.open).toBe(powers.filter((power) => power > 0n).length)
      expect(known.polls.voted).toBeLessThanOrEqual(known.polls.open)
    }
    expect(cast).toBeGreaterThan(0)
  })
})

describe('roles and yields of accounts', () => {
  test('roles are the chain’s', async () => {
    const { loadAccountRoles } = await import('@/lib/data/account-roles')
    const [orchestrator] = await orchestrators()
    if (!orchestrator) throw new Error('no orchestrator')
    expect(valueOf(await loadAccountRoles(orchestrator))).toContain('active-orchestrator')
    const { delegators, broadcasters } = await ask<{
      delegators: { id: string; delegate: { id: string } }[]
      broadcasters: { id: string; deposit: string }[]
    }>(
      '{ delegators(first: 100, where: { bondedAmount_gt: "0" }) { id delegate { id } } broadcasters(first: 10) { id deposit } }',
    )
    const delegator = delegators.find(({ id, delegate }) => id !== delegate.id)
    const gateway = broadcasters.find(({ deposit }) => Number(deposit) > 0)
    if (!delegator || !gateway) throw new Error('the world lacks a role')
    expect(valueOf(await loadAccountRoles(getAddress(delegator.id)))).toContain('delegator')
    expect(valueOf(await loadAccountRoles(getAddress(gateway.id)))).toContain('gateway')
    expect(valueOf(await loadAccountRoles('0x00000000000000000000000000000000000000aB'))).toEqual([])
  })

  test('the yield of a stake left alone is what its orchestrator paid', async () => {
    const { loadLedger } = await import('@/lib/data/ledger')
    const { windowYield } = await import('@/lib/data/delegating-yield')
    const { loadOrchestratorRow } = await import('@/lib/data/orchestrating-row')
    const { loadDelegatingAccount } = await import('@/lib/data/delegating-account')
    const { delegators } = await ask<{ delegators: { id: string; delegate: { id: string } }[] }>(
      '{ delegators(first: 200, orderBy: bondedAmount, orderDirection: desc, where: { bondedAmount_gt: "100" }) { id delegate { id } } }',
    )
    let compared = 0
    for (const { id, delegate } of delegators) {
      if (id === delegate.id || compared === 5) continue
      const [ledger, row, account] = await Promise.all([
        loadLedger(getAddress(id)),
        loadOrchestratorRow(getAddress(delegate.id)),
        loadDelegatingAccount(getAddress(id)),
      ])
      const yield30 = valueOf(row)?.yield30
      const { lines } = valueOf(ledger)
      const { round } = valueOf(account)
      const held = lines.filter((line) => line.round < round.number && line.round >= round.number - 30)
      const alone =
        held.length === 30 &&
        held.every((line) => line.movements.length === 0 && line.delegate?.toLowerCase() === delegate.id)
      if (!alone || yield30?.state !== 'known') continue
      const mine = windowYield(valueOf(ledger), 30, round.lengthBlocks)
      const paidP9 = yield30.lptP27 / 10n ** 18n
      // Floors of the contract's amounts, once a round.
      expect(mine?.yieldP9).toBeGreaterThanOrEqual(paidP9 - 2n)
      expect(mine?.yieldP9).toBeLessThanOrEqual(paidP9 + 2n)
      expect(mine?.rewardWei).toBe(held.reduce((sum, line) => sum + line.rewardWei, 0n))
      compared += 1
    }
    expect(compared).toBeGreaterThan(2)
  })

  test('service address and reward caller are the contracts’', async () => {
    const { loadOrchestratingAccount } = await import('@/lib/data/orchestrating-account')
    const registry = parseAbi(['function getServiceURI(address) view returns (string)'])
    for (const address of (await orchestrators()).slice(0, 4)) {
      const account = valueOf(await loadOrchestratingAccount(address))
      const uri = await client().readContract({
        address: net.deployment.contracts.ServiceRegistry as Address,
        abi: registry,
        functionName: 'getServiceURI',
        args: [address],
      })
      expect(account.serviceUri ?? '').toBe(uri)
    }
  })
})

describe('the workbench of an operator', () => {
  const act = (from: Address, contract: string, name: string, args: readonly string[] = []) =>
    post('control/act', { from, contract, function: name, args })

  /** The view of the newest block: figures are kept for a second. */
  async function operating(account: Address) {
    const { loadOperating } = await import('@/lib/data/operating')
    const head = await client().getBlockNumber()
    return vi.waitFor(
      async () => {
        const loaded = await loadOperating(account)
        if (!('asOf' in loaded) || BigInt(loaded.asOf.block) < head) throw new Error('of before')
        return valueOf(loaded)
      },
      { timeout: 10_000, interval: 200 },
    )
  }

  const stakeOf = (account: Address) =>
    client().readContract({ ...bonding(), functionName: 'transcoderTotalStake', args: [account] })

  test('says to the wei what a reward call brings, and projects its cuts as the list does', async () => {
    const { projectCuts } = await import('@/lib/data/cut-effect')
    const { loadOrchestratorRow } = await import('@/lib/data/orchestrating-row')
    await post('control/advance-rounds', { rounds: 1 })
    await net.indexer.sync()
    let called = 0
    for (const account of (await orchestrators()).slice(0, 4)) {
      const view = await operating(account)
      if (!view.reward || !view.cuts) continue
      const row = valueOf(await loadOrchestratorRow(account))
      expect(projectCuts(view.cuts, view.round.lengthBlocks, [view])).toEqual([row?.projected])
      const before = await stakeOf(account)
      await act(account, 'BondingManager', 'reward')
      expect((await stakeOf(account)) - before).toBe(view.reward.netWei)
      expect(await operating(account)).toMatchObject({ calledThisRound: true, reward: null })
      called += 1
    }
    expect(called).toBeGreaterThan(1)
  })

  test('names the stake that brings a newcomer into the set: a wei less does not', async () => {
    const spare = net.deployment.accounts[15]?.address as Address
    const manager = net.deployment.contracts.BondingManager as Address
    const { toEnterWei, registered, rank } = await operating(spare)
    if (toEnterWei === null) throw new Error('a newcomer has a place')
    expect({ registered, rank }).toEqual({ registered: false, rank: null })
    // The faucet holds less than the smallest member of this world has.
    const minter = net.deployment.contracts.Minter as Address
    await act(minter, 'LivepeerToken', 'transfer', [spare, `${toEnterWei}`])
    await act(spare, 'LivepeerToken', 'approve', [manager, `${toEnterWei}`])
    if (toEnterWei > 1n) {
      await act(spare, 'BondingManager', 'bond', [`${toEnterWei - 1n}`, spare])
      expect(await operating(spare)).toMatchObject({ registered: true, rank: null, toEnterWei: 1n })
    }
    await act(spare, 'BondingManager', 'bond', ['1', spare])
    const joined = await operating(spare)
    expect(joined).toMatchObject({ registered: true, toEnterWei: null, active: false })
    expect(joined.rank).toBeGreaterThan(0)
  })

  test('has both addresses and the caller as the contracts have them', async () => {
    const spare = net.deployment.accounts[15]?.address as Address
    await act(spare, 'ServiceRegistry', 'setServiceURI', ['https://one.example'])
    await act(spare, 'AIServiceRegistry', 'setServiceURI', ['https://two.example'])
    const caller = getAddress(net.deployment.accounts[14]?.address ?? '0x')
    await act(spare, 'BondingManager', 'setRewardCaller', [caller])
    expect(await operating(spare)).toMatchObject({
      serviceUri: 'https://one.example',
      aiServiceUri: 'https://two.example',
      rewardCaller: caller,
    })
  })
})
