import { type Address, decodeEventLog, type Hex } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readMany, readOne } from '@/devnet/chain/contract-calls'
import { createChain } from '@/devnet/chain/provider'
import { readHead } from '@/devnet/chain/transact'
import { loadArtifact } from '@/devnet/solidity/artifact'
import type { Chain } from '@/devnet/types'
import { makeProfiles } from '@/devnet/world/profiles'
import { seedWorld, type World } from '@/devnet/world/seed'
import { worldSize } from '@/devnet/world/sizes'
import { createTimeline, genesisTimeOf } from '@/devnet/world/timeline'

const END_TIME = 1_790_000_000
const SEED = 'test'

interface ChainEvent {
  contract: string
  eventName: string
  args: Record<string, unknown>
  blockNumber: number
}

async function readEvents(chain: Chain, world: World): Promise<ChainEvent[]> {
  const logs = (await chain.request({
    method: 'eth_getLogs',
    params: [{ fromBlock: '0x0', toBlock: 'latest' }],
  })) as { address: Address; data: Hex; topics: [Hex, ...Hex[]]; blockNumber: Hex }[]
  const names = new Map(
    Object.entries(world.deployment.contracts)
      .filter(([name]) => name !== 'JobsManager')
      .map(([name, address]) => [address, name]),
  )
  return logs.map(({ address, data, topics, blockNumber }) => {
    // Polls are contracts of their own.
    const contract = (names.get(address) ?? 'Poll').replace(/Target$/, '')
    const { eventName, args } = decodeEventLog({ abi: loadArtifact(contract).abi, data, topics }) as {
      eventName: string
      args: unknown
    }
    return { contract, eventName, args: args as Record<string, unknown>, blockNumber: Number(blockNumber) }
  })
}

describe('the small world', () => {
  let chain: Chain
  let world: World
  let events: ChainEvent[]
  const named = (eventName: string) => events.filter((event) => event.eventName === eventName)
  const read = (contract: string, functionName: string, ...args: unknown[]) =>
    readOne(chain.request, world.deployment, contract, functionName, args)
  const readEach = (functionName: string, accounts: readonly Address[]) =>
    readMany(
      chain.request,
      world.deployment,
      accounts.map((account) => ({ contract: 'BondingManager', functionName, args: [account] })),
    )
  const profiles = makeProfiles(SEED, worldSize('small'))
  const orchestrators = profiles.orchestrators.map((profile) => profile.address)
  const progress: number[] = []

  beforeAll(async () => {
    chain = await createChain({ genesisTimestamp: genesisTimeOf(END_TIME) })
    world = await seedWorld(chain, {
      size: 'small',
      seed: SEED,
      endTime: END_TIME,
      onProgress: (done) => progress.push(done),
    })
    events = await readEvents(chain, world)
  })
  afterAll(() => chain.close())

  test('ends at its end time, about block 26.5 million, in round 4,250, initialized', async () => {
    const head = await readHead(chain.request)
    expect(head.timestamp).toBe(END_TIME)
    expect(head.number).toBe(createTimeline(END_TIME).endBlock)
    expect(Math.abs(head.number - 26_500_000)).toBeLessThan(10_000)
    expect(await read('RoundsManager', 'currentRound')).toBe(4_250n)
    expect(await read('RoundsManager', 'currentRoundInitialized')).toBe(true)
    expect(await read('RoundsManager', 'currentRoundLocked')).toBe(false)
  })

  test('the round length really changed, and blocks are 12 seconds apart', async () => {
    expect(await read('RoundsManager', 'roundLength')).toBe(6_377n)
    expect(await read('RoundsManager', 'lastRoundLengthUpdateRound')).toBe(976n)
    expect(named('ParameterUpdate').filter((event) => event.args['param'] === 'roundLength')).toHaveLength(2)
    const timeline = createTimeline(END_TIME)
    for (const { blockNumber } of [
      named('NewRound')[0],
      named('Bond')[5],
      named('Reward').at(-1),
    ] as ChainEvent[]) {
      const block = (await chain.request({
        method: 'eth_getBlockByNumber',
        params: [`0x${blockNumber.toString(16)}`, false],
      })) as { timestamp: Hex }
      expect(Number(block.timestamp)).toBe(timeline.timeOf(blockNumber))
    }
  })

  test('figures have the real proportions', async () => {
    const supply = (await read('Minter', 'getGlobalTotalSupply')) as bigint
    const bonded = (await read('BondingManager', 'getTotalBonded')) as bigint
    expect(Number(supply / 10n ** 18n) / 51_600_000).toBeCloseTo(1, 1)
    expect(Number((bonded * 1_000n) / supply)).toBeGreaterThan(500)
    expect(Number((bonded * 1_000n) / supply)).toBeLessThan(590)
    const inflations = named('SetCurrentRewardTokens').map(
      (event) => event.args['currentInflation'] as bigint,
    )
    expect(inflations).toHaveLength(worldSize('small').rounds)
    expect(inflations.at(-1)).toBe((inflations.at(-2) ?? 0n) - 500n)
    expect(Number(inflations.at(-1)) / 560_000).toBeCloseTo(1, 1)
  })

  test('the active set is full, with registered orchestrators outside and evicted ones', async () => {
    expect(await read('BondingManager', 'getTranscoderPoolMaxSize')).toBe(8n)
    expect(await read('BondingManager', 'getTranscoderPoolSize')).toBe(8n)
    const registered = await readEach('isRegisteredTranscoder', orchestrators)
    const active = await readEach('isActiveTranscoder', orchestrators)
    expect(registered.some((yes, index) => yes === true && active[index] === false)).toBe(true)
    expect(registered.some((yes) => yes === false)).toBe(true)
    expect(named('TranscoderDeactivated').length).toBeGreaterThan(worldSize('small').resigning.length)
  })

  test('rewards are called by most, missed by some, by one never, and by reward callers for others', async () => {
    const never = orchestrators[worldSize('small').neverRewards] as Address
    const [state] = (await readEach('getTranscoder', [never])) as [readonly bigint[]]
    expect(await read('BondingManager', 'isActiveTranscoder', never)).toBe(true)
    expect(state[0]).toBe(0n)
    const rewards = named('Reward')
    expect(rewards.length).toBeGreaterThan(80)
    const perRound = rewards.length / (worldSize('small').rounds - 1)
    expect(perRound).toBeLessThan(7.5)
    expect(named('RewardCallerSet').length).toBeGreaterThan(0)
  })

  test('cuts reach from 0 to 100 %, some changed and one jumped', () => {
    const updates = named('TranscoderUpdate')
    const cuts = updates.map((event) => Number(event.args['rewardCut']))
    expect(Math.min(...cuts)).toBe(0)
    expect(Math.max(...cuts)).toBe(1_000_000)
    const jumper = profiles.orchestrators[4]?.address.toLowerCase()
    const jumps = updates
      .filter((event) => (event.args['transcoder'] as string).toLowerCase() === jumper)
      .map((event) => Number(event.args['rewardCut']))
    expect(jumps).toEqual([50_000, 950_000])
    expect(updates.length).toBeGreaterThan(named('TranscoderActivated').length - 6)
  })

  test('the treasury’s cut was 10 %, then 0 by its ceiling, then 10 % again', async () => {
    const params = events
      .filter((event) => event.contract === 'BondingManager' && event.eventName === 'ParameterUpdate')
      .map((event) => event.args['param'])
    expect(params.filter((param) => param === 'treasuryRewardCutRate').length).toBe(3)
    expect(params).toContain('treasuryBalanceCeiling')
    expect(named('TreasuryReward').length).toBeLessThan(named('Reward').length)
    expect(await read('BondingManager', 'treasuryRewardCutRate')).toBe(10n ** 26n)
  })

  test('locks are in every state', async () => {
    const locks = named('Unbond').map((event) => ({
      delegator: event.args['delegator'] as Address,
      id: event.args['unbondingLockId'] as bigint,
    }))
    const states = (await readMany(
      chain.request,
      world.deployment,
      locks.map(({ delegator, id }) => ({
        contract: 'BondingManager',
        functionName: 'getDelegatorUnbondingLock',
        args: [delegator, id],
      })),
    )) as (readonly [amount: bigint, withdrawRound: bigint])[]
    expect(states.some(([, round]) => round > 4_250n)).toBe(true)
    expect(states.some(([, round]) => round > 0n && round <= 4_250n)).toBe(true)
    expect(named('Rebond').length).toBeGreaterThan(2)
    expect(named('WithdrawStake').length).toBeGreaterThan(2)
    expect(named('WithdrawFees').length).toBeGreaterThan(0)
  })

  test('there are dust and giants, movers and newcomers', async () => {
    const bonds = named('Bond')
    expect(bonds.some((event) => event.args['additionalAmount'] === 1n)).toBe(true)
    expect(bonds.some((event) => (event.args['additionalAmount'] as bigint) > 10n ** 24n)).toBe(true)
    expect(
      bonds.some(
        (event) =>
          BigInt(event.args['oldDelegate'] as Address) !== 0n &&
          event.args['oldDelegate'] !== event.args['newDelegate'],
      ),
    ).toBe(true)
    const delegators = profiles.delegators.map((profile) => profile.address)
    const statuses = await readEach('delegatorStatus', delegators)
    expect(new Set(statuses)).toEqual(new Set([0, 1, 2]))
    expect(delegators.length).toBe(worldSize('small').delegators)
  })

  test('fees came in by winning tickets that gateways signed', async () => {
    const tickets = named('WinningTicketRedeemed')
    expect(tickets.length).toBeGreaterThan(worldSize('small').rounds * 4)
    const faceWei = tickets.reduce((sum, event) => sum + (event.args['faceValue'] as bigint), 0n)
    const paidWei = named('WinningTicketTransfer').reduce(
      (sum, event) => sum + (event.args['amount'] as bigint),
      0n,
    )
    expect(faceWei / BigInt(worldSize('small').rounds)).toBeGreaterThan(8n * 10n ** 17n)
    expect(paidWei).toBeGreaterThan((faceWei * 9n) / 10n)
    expect(new Set(tickets.map((event) => event.args['sender'])).size).toBeGreaterThan(4)
    const paid = (await readEach('getTranscoder', orchestrators)) as (readonly bigint[])[]
    expect(paid.some((state) => (state[9] ?? 0n) > 4_240n)).toBe(true)
  })

  test('gateways are open, unlocking and gone, and one lives on its reserve', async () => {
    expect(named('ReserveClaimed').length).toBeGreaterThan(0)
    expect(named('Withdrawal')).toHaveLength(1)
    const unlocking = named('Unlock').map((event) => event.args['endRound'] as bigint)
    expect(unlocking.some((round) => round > 4_250n)).toBe(true)
    const [gateway] = world.deployment.accounts.filter(({ role }) => role === 'demo-gateway')
    const [sender, reserve] = (await read('TicketBroker', 'getSenderInfo', gateway?.address)) as [
      { deposit: bigint; withdrawRound: bigint },
      { fundsRemaining: bigint },
    ]
    expect(sender.deposit).toBeGreaterThan(0n)
    expect(sender.withdrawRound).toBe(0n)
    expect(reserve.fundsRemaining).toBe(5n * 10n ** 18n)
  })

  test('the well-known accounts are ready to be played with', async () => {
    const role = (name: string) =>
      world.deployment.accounts.filter((account) => account.role === name).map((account) => account.address)
    for (const demo of role('demo')) {
      expect(await read('LivepeerToken', 'balanceOf', demo)).toBe(5_000n * 10n ** 18n)
      expect(await read('BondingManager', 'delegatorStatus', demo)).toBe(2)
    }
    const [delegator] = role('demo-delegator')
    const lock = async (id: bigint) =>
      (await read('BondingManager', 'getDelegatorUnbondingLock', delegator, id)) as readonly [bigint, bigint]
    expect(await lock(0n)).toEqual([0n, 0n])
    expect((await lock(1n))[1]).toBeLessThanOrEqual(4_250n)
    expect(await lock(2n)).toEqual([0n, 0n])
    expect((await lock(3n))[1]).toBeGreaterThan(4_250n)
    expect(await read('BondingManager', 'isRegisteredTranscoder', role('demo-orchestrator')[0])).toBe(true)
  })

  test('progress goes from 0 to 1', () => {
    expect(progress[0]).toBe(0)
    expect(progress.at(-1)).toBe(1)
    expect(progress).toEqual([...progress].sort((a, b) => a - b))
  })

  test('the same seed and end time give the same blocks; another seed gives others', async () => {
    const { hash } = await readHead(chain.request)
    const finalHash = async (seed: string) => {
      const other = await createChain({ genesisTimestamp: genesisTimeOf(END_TIME) })
      await seedWorld(other, { size: 'small', seed, endTime: END_TIME })
      const head = await readHead(other.request)
      await other.close()
      return head.hash
    }
    expect(await finalHash(SEED)).toBe(hash)
    expect(await finalHash('another')).not.toBe(hash)
  })
})

test('a world wants a chain that is fresh and old enough', async () => {
  const chain = await createChain({ genesisTimestamp: END_TIME })
  await expect(seedWorld(chain, { size: 'small', seed: SEED, endTime: END_TIME })).rejects.toThrow(
    'fresh chain',
  )
  await chain.close()
})
