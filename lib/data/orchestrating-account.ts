import { type Address, getAddress } from 'viem'
import { bondingManagerViewsAbi } from '@/lib/contracts/abi/bonding-manager-views'
import { serviceRegistryAbi } from '@/lib/contracts/abi/service-registry'
import { addressOrNone, multicallBytes, readChain } from '@/lib/data/chain-client'
import { type Core, readCore } from '@/lib/data/core'
import { readMember } from '@/lib/data/delegating-account'
import { type DelegatorCounts, readDelegatorCounts } from '@/lib/data/delegator-counts'
import { indexedRound } from '@/lib/data/index-figures'
import {
  type OrchestratingHistory,
  readOrchestratingHistory,
  rewardRoundViews,
} from '@/lib/data/orchestrating-history'
import { mergeRewardCalls } from '@/lib/data/orchestrator-history'
import { readPool } from '@/lib/data/pool'
import type { PoolReading } from '@/lib/data/pool-lens'
import { load, type Reading } from '@/lib/data/reading'
import { roundView } from '@/lib/data/round'
import { isMemberActive, standingOf } from '@/lib/data/standing'
import type { Loaded, OrchestratingView } from '@/lib/data/types'
import { loadName } from '@/lib/ens/names'
import { contractAddresses } from '@/lib/network/deployment'
import { settings } from '@/lib/network/settings'
import { SourceError } from '@/lib/network/source-error'
import { P6, P9 } from '@/lib/protocol/fixed-point'

/** What an account has set for itself as an orchestrator; null = none set. */
export interface OwnReading {
  selfStakeWei: bigint
  rewardCaller: Address | null
  serviceUri: string | null
  /** Also null on a network without a registry for AI jobs. */
  aiServiceUri: string | null
}

/**
 * Own stake counts only while it is bonded to itself; a caller or address may be set by anyone.
 * @throws SourceError
 */
export function readOwn(reading: Reading, account: Address): Promise<OwnReading> {
  return reading.chain(`orchestrator/${account}`, async (block): Promise<OwnReading> => {
    const contracts = await contractAddresses()
    const bonding = { address: contracts.BondingManager, abi: bondingManagerViewsAbi } as const
    const uriOf = { abi: serviceRegistryAbi, functionName: 'getServiceURI', args: [account] } as const
    const [delegator, pendingStakeWei, caller, uri, aiUri] = await readChain((client) =>
      client.multicall({
        allowFailure: false,
        blockNumber: BigInt(block),
        multicallAddress: contracts.Multicall3,
        batchSize: multicallBytes,
        contracts: [
          { ...bonding, functionName: 'getDelegator', args: [account] },
          { ...bonding, functionName: 'pendingStake', args: [account, 0n] },
          { ...bonding, functionName: 'transcoderToRewardCaller', args: [account] },
          { ...uriOf, address: contracts.ServiceRegistry },
          // A network without a registry of its own for AI jobs: the answer is not used.
          { ...uriOf, address: contracts.AIServiceRegistry ?? contracts.ServiceRegistry },
        ],
      }),
    )
    const selfBonded = delegator[2].toLowerCase() === account.toLowerCase()
    return {
      selfStakeWei: selfBonded ? pendingStakeWei : 0n,
      rewardCaller: addressOrNone(caller),
      serviceUri: uri === '' ? null : uri,
      aiServiceUri: contracts.AIServiceRegistry === undefined || aiUri === '' ? null : aiUri,
    }
  })
}

async function buildOrchestrating(reading: Reading, account: Address): Promise<OrchestratingView> {
  const id = account.toLowerCase()
  const [core, pool, own, history, counts]: [
    Core,
    PoolReading,
    OwnReading,
    OrchestratingHistory | null,
    DelegatorCounts | null,
  ] = await Promise.all([
    readCore(reading),
    readPool(reading),
    readOwn(reading, account),
    reading.index(`orchestrating/${id}`, 'per-minute', () =>
      readOrchestratingHistory(account, reading.head.timestamp),
    ),
    reading.index('delegator-counts', 'per-round', readDelegatorCounts),
  ])
  const member = await readMember(reading, pool, account)
  if (!member) throw new SourceError('The orchestrator could not be read.', 'Reload in a moment.')
  const round = roundView(core, reading.head.timestamp, settings().network.secondsPerBlock)
  const active = isMemberActive(member, round.number)
  const indexRound = history ? indexedRound(history.indexedAt, round, reading.head.timestamp) : undefined
  const chain = { round: round.number, active, lastRewardRound: member.lastRewardRound, indexRound }
  const { standing, rank, marginWei } = standingOf(member, pool, round.number)
  const poolStakeWei = pool.members.reduce((sum, { stakeWei }) => sum + stakeWei, 0n)
  return {
    address: account,
    name: await loadName(account),
    round,
    known: member.registered || member.stakeWei > 0n || member.activationRound > 0,
    registered: member.registered,
    active,
    standing,
    rank,
    marginWei,
    totalStakeWei: member.stakeWei,
    stakeShareP9: rank === null || poolStakeWei === 0n ? 0n : (member.stakeWei * P9) / poolStakeWei,
    selfStakeWei: own.selfStakeWei,
    rewardCutP6: member.rewardCutP6,
    feeShareP6: member.feeShareP6,
    feeCutP6: P6 - member.feeShareP6,
    activationRound: member.activationRound,
    activeSince: history?.activeSince ?? null,
    deactivationRound: member.deactivationRound,
    lastRewardRound: member.lastRewardRound,
    calledThisRound: member.lastRewardRound === round.number,
    rewardCaller: own.rewardCaller,
    serviceUri: own.serviceUri,
    aiServiceUri: own.aiServiceUri,
    delegatorsCount: counts ? (counts.byDelegate.get(id) ?? 0) : null,
    fees90dWei: history?.fees90dWei ?? null,
    feesTotalWei: history?.feesTotalWei ?? null,
    rewardCalls30: history ? mergeRewardCalls(history.rewardRows, chain, 30) : null,
    rewardCalls90: history ? mergeRewardCalls(history.rewardRows, chain, 90) : null,
    rewardRounds: history ? rewardRoundViews(history.pools, chain) : null,
    poolSize: pool.members.length,
    poolMaxSize: pool.maxSize,
  }
}

/** An orchestrating account. Any address is valid; `known` says whether it ever was one. */
export function loadOrchestratingAccount(address: Address): Promise<Loaded<OrchestratingView>> {
  const account = getAddress(address)
  return load((reading) => buildOrchestrating(reading, account))
}
