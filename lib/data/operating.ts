import { type Address, getAddress } from 'viem'
import { bondingManagerViewsAbi } from '@/lib/contracts/abi/bonding-manager-views'
import { multicallBytes, readChain } from '@/lib/data/chain-client'
import { type Core, readCore } from '@/lib/data/core'
import { type CutFacts, cutFactsOf } from '@/lib/data/cut-effect'
import { readMember } from '@/lib/data/delegating-account'
import { type OwnReading, readOwn } from '@/lib/data/orchestrating-account'
import { buildOrchestrators } from '@/lib/data/orchestrators'
import { readPool } from '@/lib/data/pool'
import type { PoolReading } from '@/lib/data/pool-lens'
import { load, type Reading } from '@/lib/data/reading'
import { roundView } from '@/lib/data/round'
import { isMemberActive, standingOf } from '@/lib/data/standing'
import type { Loaded, OrchestratorsView, RoundView, Standing } from '@/lib/data/types'
import { contractAddresses } from '@/lib/network/deployment'
import { settings } from '@/lib/network/settings'
import { SourceError } from '@/lib/network/source-error'
import { stakeToEnter } from '@/lib/protocol/orchestrator-status'
import { rewardSplit, stakeInRound } from '@/lib/protocol/reward-split'

/** Where a reward call of the running round would go. LPT. */
export interface RewardNow {
  /** For the orchestrator and its delegators, its cut included. */
  netWei: bigint
  /** Of it, what the orchestrator keeps as its cut. */
  keptWei: bigint
  treasuryWei: bigint
}

/** What an orchestrator decides on (4.6), and what an account has that wants to become one. The chain's, but for `cuts`. */
export interface OperatingView {
  address: Address
  round: RoundView
  paused: boolean
  registered: boolean
  active: boolean
  standing: Standing
  rank: number | null
  /** As in lists: stake above the last member; null while the pool has free places, and for who is not registered. */
  marginWei: bigint | null
  /** Stake it must add to be in the next round's set; null: it is in it. */
  toEnterWei: bigint | null
  /** Stake of the last member of the pool; null while the pool is empty. */
  lastStakeWei: bigint | null
  poolSize: number
  poolMaxSize: number
  /** Delegated to it by everyone, itself included. */
  totalStakeWei: bigint
  rewardCutP6: bigint
  feeShareP6: bigint
  activationRound: number
  calledThisRound: boolean
  /** null: nothing can be called: not active, called already, or the round was not started. */
  reward: RewardNow | null
  /** null = none set. */
  rewardCaller: Address | null
  /** null = none set. */
  serviceUri: string | null
  aiServiceUri: string | null
  /** false: this network has no registry for AI jobs. */
  aiRegistry: boolean
  /** What its delegators' yield is projected from; null: not in the next round's set, where stake earns nothing. */
  cuts: CutFacts | null
}

/** The earnings pool of the running round as a reward call would find it. */
async function readRewardNow(
  reading: Reading,
  account: Address,
  core: Core,
  rewardCutP6: bigint,
): Promise<RewardNow> {
  return reading.chain(`reward-now/${account}`, async (block) => {
    const { BondingManager, Multicall3 } = await contractAddresses()
    const bonding = { address: BondingManager, abi: bondingManagerViewsAbi } as const
    const common = {
      allowFailure: false,
      blockNumber: BigInt(block),
      multicallAddress: Multicall3,
      batchSize: multicallBytes,
    } as const
    const transcoder = await readChain((client) =>
      client.readContract({
        ...bonding,
        functionName: 'getTranscoder',
        args: [account],
        blockNumber: BigInt(block),
      }),
    )
    const lastActiveStakeUpdateRound = transcoder[3]
    const [atRound, atLastUpdate] = await readChain((client) =>
      client.multicall({
        ...common,
        contracts: [
          {
            ...bonding,
            functionName: 'getTranscoderEarningsPoolForRound',
            args: [account, core.round],
          },
          {
            ...bonding,
            functionName: 'getTranscoderEarningsPoolForRound',
            args: [account, lastActiveStakeUpdateRound],
          },
        ],
      }),
    )
    const split = rewardSplit({
      mintable: core.mintableWei,
      poolStake: stakeInRound({
        round: core.round,
        lastActiveStakeUpdateRound,
        atRound: atRound[0],
        atLastUpdate: atLastUpdate[0],
      }),
      activeStake: core.activeStakeWei,
      treasuryRewardCutRateP27: core.treasuryRewardCutP27,
      rewardCutP6,
      // Neither changes what is minted and kept.
      cumulativeRewards: 0n,
      previousRewardFactorP27: 0n,
    })
    return { netWei: split.net, keptWei: split.commission, treasuryWei: split.treasury }
  })
}

async function buildOperating(reading: Reading, account: Address): Promise<OperatingView> {
  const [core, pool, own, list, contracts]: [
    Core,
    PoolReading,
    OwnReading,
    OrchestratorsView,
    Awaited<ReturnType<typeof contractAddresses>>,
  ] = await Promise.all([
    readCore(reading),
    readPool(reading),
    readOwn(reading, account),
    buildOrchestrators(reading),
    contractAddresses(),
  ])
  const member = await readMember(reading, pool, account)
  if (!member) throw new SourceError('The orchestrator could not be read.', 'It is asked for again.')
  const round = roundView(core, reading.head.timestamp, settings().network.secondsPerBlock)
  const active = isMemberActive(member, round.number)
  const calledThisRound = member.lastRewardRound === round.number
  const { standing, rank, marginWei } = standingOf(member, pool, round.number)
  const row = list.rows.find(({ address }) => address.toLowerCase() === account.toLowerCase())
  const nodes = pool.members.map(({ address, stakeWei }) => ({ id: address, stake: stakeWei }))
  return {
    address: account,
    round,
    paused: core.paused,
    registered: member.registered,
    active,
    standing,
    rank,
    marginWei,
    toEnterWei: rank === null ? stakeToEnter({ nodes, maxSize: pool.maxSize }, member.stakeWei) : null,
    lastStakeWei: pool.members.at(-1)?.stakeWei ?? null,
    poolSize: pool.members.length,
    poolMaxSize: pool.maxSize,
    totalStakeWei: member.stakeWei,
    rewardCutP6: member.rewardCutP6,
    feeShareP6: member.feeShareP6,
    activationRound: member.activationRound,
    calledThisRound,
    reward:
      active && !calledThisRound && round.initialized
        ? await readRewardNow(reading, account, core, member.rewardCutP6)
        : null,
    rewardCaller: own.rewardCaller,
    serviceUri: own.serviceUri,
    aiServiceUri: own.aiServiceUri,
    aiRegistry: contracts.AIServiceRegistry !== undefined,
    cuts: row && row.rank !== null ? cutFactsOf(list.network, row, round.lengthBlocks) : null,
  }
}

/** What the workbench of an orchestrator shows. Any address is valid: one that never was an orchestrator can become one. */
export function loadOperating(address: Address): Promise<Loaded<OperatingView>> {
  const account = getAddress(address)
  return load((reading) => buildOperating(reading, account))
}
