import { type Address, zeroAddress } from 'viem'
import { expect, test } from 'vitest'
import { addressOf, encodeCall, readMany } from '@/devnet/chain/contract-calls'
import { claimTree } from '@/devnet/deploy/claim-tree'
import { CLAIM_SNAPSHOT_ID } from '@/devnet/deploy/claims'
import type { Chain } from '@/devnet/types'
import { makeCrowd } from '@/devnet/world/crowd'
import type { LandmarkName } from '@/devnet/world/landmarks'
import { makeProfiles } from '@/devnet/world/profiles'
import type { World } from '@/devnet/world/seed'
import { worldSize } from '@/devnet/world/sizes'
import { LAST_ROUND } from '@/devnet/world/timeline'
import { castVotes, eventsOf } from '@/devnet/world-test/recount'

/** A seeded world `test` with its index, made before the tests run. */
export interface SeededWorld {
  chain: Chain
  world: World
  head: bigint
  read(contract: string, functionName: string, ...args: unknown[]): Promise<unknown>
  /** Rows of the published index. */
  ask<T>(query: string): Promise<T>
}

const PAGE = 1_000
const DAY_SECONDS = 86_400
const LPT = 10n ** 18n

async function pages<Row>(seeded: SeededWorld, query: (skip: number) => string): Promise<Row[]> {
  const rows: Row[] = []
  for (;;) {
    const { page } = await seeded.ask<{ page: Row[] }>(query(rows.length))
    rows.push(...page)
    if (page.length < PAGE) return rows
  }
}

/** Registers the tests that every feature of product.md section 8 is on the chain and in the index. */
export function testFeatures(seed: string, get: () => SeededWorld): void {
  const landmark = (name: LandmarkName): string => {
    const value = get().world.deployment.landmarks?.[name]
    if (value === undefined) throw new Error(`The world has no ${name}`)
    return value
  }
  const events = (contract: string) =>
    eventsOf(get().chain, contract, addressOf(get().world.deployment, contract), get().head)
  const size = worldSize('test')

  test('one orchestrator has 2,000 delegators', async () => {
    const orchestrator = landmark('crowdedOrchestrator')
    const crowd = makeCrowd(seed, size)
    expect(crowd).toHaveLength(2_000)
    const states = (await readMany(
      get().chain.request,
      get().world.deployment,
      crowd.map(({ address }) => ({
        contract: 'BondingManager',
        functionName: 'getDelegator',
        args: [address],
      })),
    )) as (readonly [bonded: bigint, fees: bigint, delegate: Address])[]
    expect(states.every(([bonded]) => bonded > 0n)).toBe(true)
    expect(new Set(states.map(([, , delegate]) => delegate.toLowerCase()))).toEqual(new Set([orchestrator]))
    const rows = await pages<{ id: string; bondedAmount: string }>(
      get(),
      (skip) =>
        `{ page: delegators(first: ${PAGE}, skip: ${skip}, where: {delegate: "${orchestrator}"}) { id bondedAmount } }`,
    )
    const listed = new Set(rows.map(({ id }) => id))
    expect(crowd.filter(({ address }) => !listed.has(address))).toEqual([])
  })

  test('one proposal has a thousand votes and more', async () => {
    const id = landmark('massVotedProposal')
    const cast = (await castVotes(get().chain, get().world.deployment, get().head)).get(BigInt(id))
    expect(cast?.size).toBeGreaterThanOrEqual(1_000)
    const rows = await pages<{ voter: { id: string } }>(
      get(),
      (skip) =>
        `{ page: treasuryVotes(first: ${PAGE}, skip: ${skip}, where: {proposal: "${id}"}) { voter { id } } }`,
    )
    expect(new Set(rows.map(({ voter }) => voter.id))).toEqual(new Set(cast?.keys()))
  })

  test('days of a whole year have rows, the older ones coarsely, nearly all with fees', async () => {
    const { days } = await get().ask<{ days: { date: number; volumeETH: string }[] }>(
      '{ days(first: 1000, orderBy: date) { date volumeETH } }',
    )
    const told = days.filter(({ date }) => date > 1_700_000_000)
    const first = told[0]?.date ?? 0
    expect((told.at(-1)?.date ?? 0) - first).toBeGreaterThanOrEqual(364 * DAY_SECONDS)
    const gaps = told.map(({ date }, index) => date - (told[index - 1]?.date ?? date))
    expect(Math.max(...gaps)).toBeLessThanOrEqual(3 * DAY_SECONDS)
    expect(gaps.slice(-50).every((gap) => gap === DAY_SECONDS)).toBe(true)
    expect(told.filter(({ volumeETH }) => Number(volumeETH) > 0).length).toBeGreaterThan(told.length * 0.9)
  })

  test('the treasury’s cut was paused for a while and came back', async () => {
    const rates = (await events('BondingManager'))
      .filter(({ name }) => name === 'Reward' || name === 'TreasuryReward')
      .map(({ name }) => name)
    // A treasury's share comes right before its reward.
    const shares = rates.flatMap((name, index) =>
      name === 'Reward' ? [rates[index - 1] === 'TreasuryReward'] : [],
    )
    const paused = shares.indexOf(false)
    expect(paused).toBeGreaterThan(100)
    expect(shares.indexOf(true, paused) - paused).toBeGreaterThan(100)
    expect(shares.at(-1)).toBe(true)
  })

  test('the treasury has spent over most of a year', async () => {
    const { treasuryProposals: made } = await get().ask<{
      treasuryProposals: { id: string; voteStart: string }[]
    }>('{ treasuryProposals(first: 100, orderBy: voteStart) { id voteStart } }')
    const executed = (await events('LivepeerGovernor')).filter(({ name }) => name === 'ProposalExecuted')
    const ids = new Set(executed.map(({ args }) => String(args['proposalId'])))
    const rounds = made.filter(({ id }) => ids.has(id)).map(({ voteStart }) => Number(voteStart))
    expect(rounds).toHaveLength(3)
    expect(Math.min(...rounds)).toBeLessThan(LAST_ROUND - 200)
    expect(ids.has(landmark('executedPayment'))).toBe(true)
  })

  test('one orchestrator is out of the set by a hair', async () => {
    const near = landmark('outByAHair')
    const { read, ask } = get()
    let last = (await read('BondingManager', 'getFirstTranscoderInPool')) as Address
    for (let next = last; next !== zeroAddress; ) {
      last = next
      next = (await read('BondingManager', 'getNextTranscoderInPool', next)) as Address
    }
    const stake = async (who: string) => (await read('BondingManager', 'transcoderTotalStake', who)) as bigint
    const missing = (await stake(last)) - (await stake(near))
    expect(missing).toBeGreaterThan(0n)
    expect(missing).toBeLessThan(LPT)
    expect(await read('BondingManager', 'isRegisteredTranscoder', near)).toBe(true)
    const { transcoder } = await ask<{ transcoder: { active: boolean; status: string; totalStake: string } }>(
      `{ transcoder(id: "${near}") { active status totalStake } }`,
    )
    expect(transcoder).toMatchObject({ active: false, status: 'Registered' })
    expect(BigInt(transcoder.totalStake.split('.')[0] ?? '0')).toBe((await stake(near)) / LPT)
  })

  test('one was evicted, one never calls, one’s cut jumped, one calls through another account', async () => {
    const { read, ask } = get()
    const evicted = landmark('evicted')
    expect(await read('BondingManager', 'isRegisteredTranscoder', evicted)).toBe(true)
    const never = landmark('neverCallsReward')
    expect(await read('BondingManager', 'isActiveTranscoder', never)).toBe(true)
    const through = landmark('callsThroughAnother')
    const caller = landmark('rewardCaller')
    expect(
      ((await read('BondingManager', 'transcoderToRewardCaller', through)) as string).toLowerCase(),
    ).toBe(caller)
    const rows = await ask<{
      evicted: { active: boolean; status: string; deactivationRound: string }
      never: { active: boolean; lastRewardRound: null }
      through: { rewardCaller: string }
      jumps: { rewardCut: string }[]
      rewards: { transaction: { from: string } }[]
    }>(`{ evicted: transcoder(id: "${evicted}") { active status deactivationRound }
      never: transcoder(id: "${never}") { active lastRewardRound { id } }
      through: transcoder(id: "${through}") { rewardCaller }
      jumps: transcoderUpdateEvents(where: {delegate: "${landmark('cutJumped')}"}, orderBy: timestamp) { rewardCut }
      rewards: rewardEvents(first: 1000, where: {delegate: "${through}"}) { transaction { from } } }`)
    expect(rows.evicted).toMatchObject({ active: false, status: 'Registered' })
    expect(Number(rows.evicted.deactivationRound)).toBeLessThanOrEqual(LAST_ROUND + 1)
    expect(rows.never).toEqual({ active: true, lastRewardRound: null })
    expect(rows.through.rewardCaller).toBe(caller)
    expect(new Set(rows.rewards.map(({ transaction }) => transaction.from))).toEqual(new Set([caller]))
    expect(rows.jumps.map(({ rewardCut }) => rewardCut)).toEqual(['50000', '950000'])
  })

  test('service addresses are in both registries', async () => {
    const { read, ask } = get()
    const both = makeProfiles(seed, size).orchestrators.find(
      ({ serviceUri, aiServiceUri, joinsAfter }) =>
        serviceUri !== '' && aiServiceUri !== '' && joinsAfter === 0,
    )
    expect(await read('ServiceRegistry', 'getServiceURI', both?.address)).toBe(both?.serviceUri)
    expect(await read('AIServiceRegistry', 'getServiceURI', both?.address)).toBe(both?.aiServiceUri)
    expect(await ask(`{ transcoder(id: "${both?.address}") { serviceURI } }`)).toEqual({
      transcoder: { serviceURI: both?.serviceUri },
    })
  })

  test('a known account can claim its stake from Ethereum', async () => {
    const { chain, world, read } = get()
    const tree = claimTree(world.claims)
    expect(await read('MerkleSnapshot', 'snapshot', CLAIM_SNAPSHOT_ID)).toBe(tree.root)
    const claim = world.claims.find(({ delegator }) => delegator === landmark('claimant'))
    if (!claim) throw new Error('The claimant has no claim')
    const attempt = (stakeWei: bigint) =>
      chain.request({
        method: 'eth_call',
        params: [
          {
            from: claim.delegator,
            to: addressOf(world.deployment, 'L2Migrator'),
            data: encodeCall('L2Migrator', 'claimStake', [
              claim.delegate,
              stakeWei,
              claim.feesWei,
              tree.proof(claim),
              zeroAddress,
            ]),
          },
          'latest',
        ],
      })
    expect(await attempt(claim.stakeWei)).toBe('0x')
    await expect(attempt(claim.stakeWei + 1n)).rejects.toThrow('CLAIM_STAKE:INVALID_PROOF')
  })
}
