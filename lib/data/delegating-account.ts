import { type Address, getAddress } from 'viem'
import { bondingManagerViewsAbi } from '@/lib/contracts/abi/bonding-manager-views'
import { bondingVotesAbi } from '@/lib/contracts/abi/bonding-votes'
import { livepeerTokenAbi } from '@/lib/contracts/abi/livepeer-token'
import { addressOrNone, multicallBytes, readChain, toNumber } from '@/lib/data/chain-client'
import { type Core, readCore } from '@/lib/data/core'
import { type DelegatingHistory, lifetimeRewards, readDelegatingHistory } from '@/lib/data/delegating-history'
import { readLocks, unbondingLockViews } from '@/lib/data/locks'
import { readOutside, readPool } from '@/lib/data/pool'
import type { PoolMember, PoolReading } from '@/lib/data/pool-lens'
import { load, type Reading } from '@/lib/data/reading'
import { roundView } from '@/lib/data/round'
import { isMemberActive, standingOf } from '@/lib/data/standing'
import type { DelegateView, DelegatingView, Loaded } from '@/lib/data/types'
import { loadName } from '@/lib/ens/names'
import { contractAddresses } from '@/lib/network/deployment'
import { settings } from '@/lib/network/settings'
import { delegatorStatus } from '@/lib/protocol/delegator-status'
import { P6, P9 } from '@/lib/protocol/fixed-point'
import type { UnbondingLock } from '@/lib/protocol/types'

/** What the chain says about one account. */
export interface DelegatorReading {
  bondedWei: bigint
  storedFeesWei: bigint
  delegate: Address | null
  delegatedWei: bigint
  startRound: bigint
  lastClaimRound: bigint
  nextUnbondingLockId: number
  pendingStakeWei: bigint
  pendingFeesWei: bigint
  hasCheckpoint: boolean
  lptBalanceWei: bigint
  allowanceWei: bigint
  ethBalanceWei: bigint
}

/**
 * Stake, fees, balances and allowance of an account.
 * @throws SourceError
 */
export function readDelegator(reading: Reading, account: Address): Promise<DelegatorReading> {
  return reading.chain(`delegator/${account}`, async (block): Promise<DelegatorReading> => {
    const contracts = await contractAddresses()
    const bonding = { address: contracts.BondingManager, abi: bondingManagerViewsAbi } as const
    const token = { address: contracts.LivepeerToken, abi: livepeerTokenAbi } as const
    const blockNumber = BigInt(block)
    const [
      [delegator, pendingStakeWei, pendingFeesWei, hasCheckpoint, lptBalanceWei, allowanceWei],
      ethBalanceWei,
    ] = await readChain((client) =>
      Promise.all([
        client.multicall({
          allowFailure: false,
          blockNumber,
          multicallAddress: contracts.Multicall3,
          batchSize: multicallBytes,
          contracts: [
            { ...bonding, functionName: 'getDelegator', args: [account] },
            { ...bonding, functionName: 'pendingStake', args: [account, 0n] },
            { ...bonding, functionName: 'pendingFees', args: [account, 0n] },
            {
              address: contracts.BondingVotes,
              abi: bondingVotesAbi,
              functionName: 'hasCheckpoint',
              args: [account],
            },
            { ...token, functionName: 'balanceOf', args: [account] },
            { ...token, functionName: 'allowance', args: [account, contracts.BondingManager] },
          ],
        }),
        client.getBalance({ address: account, blockNumber }),
      ]),
    )
    return {
      bondedWei: delegator[0],
      storedFeesWei: delegator[1],
      delegate: addressOrNone(delegator[2]),
      delegatedWei: delegator[3],
      startRound: delegator[4],
      lastClaimRound: delegator[5],
      nextUnbondingLockId: toNumber(delegator[6]),
      pendingStakeWei,
      pendingFeesWei,
      hasCheckpoint,
      lptBalanceWei,
      allowanceWei,
      ethBalanceWei,
    }
  })
}

/** The record of an orchestrator: from the pool when it is a member, else asked for. */
export async function readMember(
  reading: Reading,
  pool: PoolReading,
  address: Address,
): Promise<PoolMember | null> {
  const member = pool.members.find((candidate) => candidate.address.toLowerCase() === address.toLowerCase())
  return member ?? (await readOutside(reading, address, [address]))[0] ?? null
}

/** The delegate as an account page shows it. */
export function delegateView(member: PoolMember, pool: PoolReading, round: number): DelegateView {
  const { standing, rank } = standingOf(member, pool, round)
  return {
    address: member.address,
    name: null,
    registered: member.registered,
    active: isMemberActive(member, round),
    standing,
    rank,
    totalStakeWei: member.stakeWei,
    rewardCutP6: member.rewardCutP6,
    feeShareP6: member.feeShareP6,
    feeCutP6: P6 - member.feeShareP6,
    lastRewardRound: member.lastRewardRound,
    calledThisRound: member.lastRewardRound === round,
    activationRound: member.activationRound,
    deactivationRound: member.deactivationRound,
  }
}

/** Share of the network's active stake that an account's stake is, base 10^9; 0 while its delegate is not active. */
export function networkShareP9(stakeWei: bigint, activeStakeWei: bigint, delegateActive: boolean): bigint {
  return delegateActive && activeStakeWei > 0n ? (stakeWei * P9) / activeStakeWei : 0n
}

async function buildDelegating(reading: Reading, account: Address): Promise<DelegatingView> {
  const [core, pool, delegator]: [Core, PoolReading, DelegatorReading] = await Promise.all([
    readCore(reading),
    readPool(reading),
    readDelegator(reading, account),
  ])
  const now = reading.head.timestamp
  const round = roundView(core, now, settings().network.secondsPerBlock)
  const { bondedWei } = delegator
  const [locks, member, history]: [UnbondingLock[], PoolMember | null, DelegatingHistory | null] =
    await Promise.all([
      readLocks(reading, account, delegator.nextUnbondingLockId),
      delegator.delegate ? readMember(reading, pool, delegator.delegate) : null,
      // The stake is in the key: after an action the history from before it is not used again.
      reading.index(`delegating/${account.toLowerCase()}/${bondedWei}`, 'per-minute', () =>
        readDelegatingHistory(account, { bondedWei, block: reading.head.block }),
      ),
    ])
  const bonded = delegator.bondedWei > 0n
  const unnamed = member && bonded ? delegateView(member, pool, round.number) : null
  const delegate = unnamed && { ...unnamed, name: await loadName(unnamed.address) }
  return {
    address: getAddress(account),
    round,
    status: delegatorStatus(
      { bondedAmount: delegator.bondedWei, startRound: delegator.startRound },
      core.round,
    ),
    startRound: toNumber(delegator.startRound),
    lastClaimRound: toNumber(delegator.lastClaimRound),
    bondedWei: delegator.bondedWei,
    pendingStakeWei: delegator.pendingStakeWei,
    pendingRewardsWei: delegator.pendingStakeWei - delegator.bondedWei,
    pendingFeesWei: delegator.pendingFeesWei,
    storedFeesWei: delegator.storedFeesWei,
    delegatedWei: delegator.delegatedWei,
    principalWei: history?.principalWei ?? null,
    unbondedWei: history?.unbondedWei ?? null,
    withdrawnFeesWei: history?.withdrawnFeesWei ?? null,
    lifetimeRewardsWei: history ? lifetimeRewards(delegator.pendingStakeWei, history) : null,
    delegate,
    networkShareP9: networkShareP9(delegator.pendingStakeWei, core.activeStakeWei, delegate?.active ?? false),
    locks: unbondingLockViews(
      locks,
      core,
      now,
      settings().network.secondsPerBlock,
      history?.lockDelegates ?? null,
    ),
    nextUnbondingLockId: delegator.nextUnbondingLockId,
    hasCheckpoint: delegator.hasCheckpoint,
    lptBalanceWei: delegator.lptBalanceWei,
    ethBalanceWei: delegator.ethBalanceWei,
    allowanceWei: delegator.allowanceWei,
    unbondingPeriodRounds: toNumber(core.unbondingPeriod),
    paused: core.paused,
  }
}

/** A delegating account (3.2). Any address is valid: one that never bonded has zero stake because the chain says so. */
export function loadDelegatingAccount(address: Address): Promise<Loaded<DelegatingView>> {
  const account = getAddress(address)
  return load((reading) => buildDelegating(reading, account))
}
