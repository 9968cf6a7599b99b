import { latestFactors, NO_FACTORS, pendingEarnings } from './earnings'
import { feeSplit } from './fee-split'
import { MAX_ROUND } from './fixed-point'
import { nextIssuance } from './inflation'
import { isActive, isRegistered } from './orchestrator-status'
import { rewardSplit, stakeInRound } from './reward-split'
import type { PoolChange } from './sorted-pool'
import { decreaseInPool, increaseInPool, indexInPool, resignFromPool } from './sorted-pool'
import type { Address, DelegatorRecord, EarningsPool, TranscoderRecord } from './types'
import { sameAddress, ZERO_ADDRESS } from './types'
import { withdrawRoundOf } from './unbonding'

/**
 * A small pure model of the staking contracts for tests: bookkeeping only, all arithmetic and list rules come from the
 * functions under test. No checks, no tokens; callers do what the contracts would allow.
 */
export class ProtocolModel {
  round = 0n
  mintable = 0n
  activeStake = 0n
  treasury = 0n
  supply: bigint
  inflationP9: bigint
  pool: { nodes: readonly { id: Address; stake: bigint }[]; maxSize: number }
  readonly delegators = new Map<Address, DelegatorRecord>()
  readonly transcoders = new Map<Address, TranscoderRecord>()
  private readonly pools = new Map<string, EarningsPool>()

  constructor(
    private readonly settings: {
      supply: bigint
      l1Supply: bigint
      inflationP9: bigint
      treasuryRateP27: bigint
      poolSize: number
    },
  ) {
    this.supply = settings.supply
    this.inflationP9 = settings.inflationP9
    this.pool = { nodes: [], maxSize: settings.poolSize }
  }

  delegator(account: Address): DelegatorRecord {
    const found = this.delegators.get(account)
    if (found) return found
    const fresh: DelegatorRecord = {
      bondedAmount: 0n,
      fees: 0n,
      delegateAddress: ZERO_ADDRESS,
      delegatedAmount: 0n,
      startRound: 0n,
      lastClaimRound: 0n,
      nextUnbondingLockId: 0n,
    }
    this.delegators.set(account, fresh)
    return fresh
  }

  transcoder(account: Address): TranscoderRecord {
    const found = this.transcoders.get(account)
    if (found) return found
    const fresh: TranscoderRecord = {
      lastRewardRound: 0n,
      rewardCutP6: 0n,
      feeShareP6: 0n,
      lastActiveStakeUpdateRound: 0n,
      activationRound: 0n,
      deactivationRound: 0n,
      activeCumulativeRewards: 0n,
      cumulativeRewards: 0n,
      cumulativeFees: 0n,
      lastFeeRound: 0n,
    }
    this.transcoders.set(account, fresh)
    return fresh
  }

  earningsPool(account: Address, round: bigint): EarningsPool {
    const key = `${account}:${round}`
    const found = this.pools.get(key)
    if (found) return found
    const fresh: EarningsPool = { totalStake: 0n, rewardCutP6: 0n, feeShareP6: 0n, ...NO_FACTORS }
    this.pools.set(key, fresh)
    return fresh
  }

  get nextActiveStake(): bigint {
    return this.pool.nodes.reduce((sum, node) => sum + node.stake, 0n)
  }

  initializeRound(round: bigint): void {
    this.round = round
    this.activeStake = this.nextActiveStake
    const issuance = nextIssuance({
      inflationP9: this.inflationP9,
      inflationChangeP9: 500n,
      targetBondingRateP9: 500_000_000n,
      activeStake: this.activeStake,
      supply: this.supply + this.settings.l1Supply,
    })
    this.inflationP9 = issuance.inflationP9
    this.mintable = issuance.mintable
  }

  private latest(account: Address, round: bigint) {
    const { lastRewardRound, lastFeeRound } = this.transcoder(account)
    return latestFactors({
      round,
      lastRewardRound,
      lastFeeRound,
      atRound: this.earningsPool(account, round),
      atLastReward: this.earningsPool(account, lastRewardRound),
      atLastFee: this.earningsPool(account, lastFeeRound),
    })
  }

  pending(account: Address): { stake: bigint; fees: bigint } {
    const delegator = this.delegator(account)
    return pendingEarnings({
      account,
      delegator,
      currentRound: this.round,
      start: this.earningsPool(delegator.delegateAddress, delegator.lastClaimRound),
      end: this.latest(delegator.delegateAddress, this.round),
      delegate: this.transcoder(delegator.delegateAddress),
    })
  }

  private ensureFactors(account: Address): void {
    Object.assign(this.earningsPool(account, this.round), this.latest(account, this.round))
  }

  claim(account: Address): void {
    const delegator = this.delegator(account)
    if (delegator.lastClaimRound >= this.round) return
    if (!sameAddress(delegator.delegateAddress, ZERO_ADDRESS)) {
      const { stake, fees } = this.pending(account)
      this.ensureFactors(delegator.delegateAddress)
      if (sameAddress(delegator.delegateAddress, account)) {
        Object.assign(this.transcoder(account), { cumulativeRewards: 0n, cumulativeFees: 0n })
      }
      Object.assign(delegator, { bondedAmount: stake, fees })
    }
    delegator.lastClaimRound = this.round
  }

  private adopt(change: PoolChange): void {
    this.pool = change.pool
    if (change.evicted !== null) this.transcoder(change.evicted).deactivationRound = this.round + 1n
    if (change.joined === null) return
    const next = this.round + 1n
    const stake = change.pool.nodes[indexInPool(change.pool.nodes, change.joined)]?.stake ?? 0n
    Object.assign(this.transcoder(change.joined), {
      lastActiveStakeUpdateRound: next,
      activationRound: next,
      deactivationRound: MAX_ROUND,
    })
    this.earningsPool(change.joined, next).totalStake = stake
  }

  private changeStake(account: Address, amount: bigint): void {
    const delegate = this.delegator(account)
    const transcoder = this.transcoder(account)
    const counts = isActive(transcoder, this.round) || indexInPool(this.pool.nodes, account) !== -1
    const target = {
      account,
      registered: isRegistered(account, delegate),
      delegatedAmount: delegate.delegatedAmount,
    }
    this.adopt(
      amount >= 0n ? increaseInPool(this.pool, target, amount) : decreaseInPool(this.pool, target, -amount),
    )
    if (counts) {
      if (transcoder.lastActiveStakeUpdateRound < this.round) {
        this.earningsPool(account, this.round).totalStake = delegate.delegatedAmount
      }
      this.earningsPool(account, this.round + 1n).totalStake = delegate.delegatedAmount + amount
      transcoder.lastActiveStakeUpdateRound = this.round + 1n
    }
    delegate.delegatedAmount += amount
  }

  bond(account: Address, amount: bigint, to: Address): void {
    this.claim(account)
    const delegator = this.delegator(account)
    let delegation = amount
    if (delegator.bondedAmount === 0n) delegator.startRound = this.round + 1n
    else if (!sameAddress(delegator.delegateAddress, to)) {
      delegator.startRound = this.round + 1n
      delegation += delegator.bondedAmount
      this.changeStake(delegator.delegateAddress, -delegator.bondedAmount)
    }
    this.ensureFactors(to)
    delegator.delegateAddress = to
    delegator.bondedAmount += amount
    this.changeStake(to, delegation)
  }

  /** Returns the withdraw round. */
  unbond(account: Address, amount: bigint, unbondingPeriod: bigint): bigint {
    this.claim(account)
    const delegator = this.delegator(account)
    const from = delegator.delegateAddress
    delegator.bondedAmount -= amount
    if (delegator.bondedAmount === 0n) {
      Object.assign(delegator, { delegateAddress: ZERO_ADDRESS, startRound: 0n })
      if (indexInPool(this.pool.nodes, account) !== -1) {
        this.pool = resignFromPool(this.pool, account).pool
        this.transcoder(account).deactivationRound = this.round + 1n
      }
    }
    this.changeStake(from, -amount)
    return withdrawRoundOf(this.round, unbondingPeriod)
  }

  setCuts(account: Address, rewardCutP6: bigint, feeShareP6: bigint): void {
    Object.assign(this.transcoder(account), { rewardCutP6, feeShareP6 })
  }

  private touchPool(account: Address): EarningsPool {
    const transcoder = this.transcoder(account)
    const pool = this.earningsPool(account, this.round)
    pool.rewardCutP6 = transcoder.rewardCutP6
    pool.feeShareP6 = transcoder.feeShareP6
    pool.totalStake = stakeInRound({
      round: this.round,
      lastActiveStakeUpdateRound: transcoder.lastActiveStakeUpdateRound,
      atRound: pool.totalStake,
      atLastUpdate: this.earningsPool(account, transcoder.lastActiveStakeUpdateRound).totalStake,
    })
    return pool
  }

  reward(account: Address) {
    const transcoder = this.transcoder(account)
    const pool = this.touchPool(account)
    const split = rewardSplit({
      mintable: this.mintable,
      poolStake: pool.totalStake,
      activeStake: this.activeStake,
      treasuryRewardCutRateP27: this.settings.treasuryRateP27,
      rewardCutP6: pool.rewardCutP6,
      cumulativeRewards: transcoder.cumulativeRewards,
      previousRewardFactorP27: this.earningsPool(account, transcoder.lastRewardRound).rewardFactorP27,
    })
    this.supply += split.total
    this.treasury += split.treasury
    transcoder.activeCumulativeRewards = split.activeCumulativeRewards
    transcoder.cumulativeRewards = split.cumulativeRewards
    pool.rewardFactorP27 = split.rewardFactorP27
    this.changeStake(account, split.net)
    transcoder.lastRewardRound = this.round
    return split
  }

  fee(account: Address, fees: bigint) {
    const transcoder = this.transcoder(account)
    const pool =
      this.round > transcoder.lastRewardRound
        ? this.touchPool(account)
        : this.earningsPool(account, this.round)
    const split = feeSplit({
      fees,
      round: this.round,
      lastRewardRound: transcoder.lastRewardRound,
      poolStake: pool.totalStake,
      feeShareP6: pool.feeShareP6,
      rewardCutP6: pool.rewardCutP6,
      cumulativeRewards: transcoder.cumulativeRewards,
      activeCumulativeRewards: transcoder.activeCumulativeRewards,
      cumulativeFees: transcoder.cumulativeFees,
      atRound: pool,
      before: this.latest(account, this.round - 1n),
      mintable: this.mintable,
      activeStake: this.activeStake,
      treasuryRewardCutRateP27: this.settings.treasuryRateP27,
    })
    transcoder.cumulativeFees = split.cumulativeFees
    pool.feeFactorP27 = split.feeFactorP27
    transcoder.lastFeeRound = this.round
    return split
  }
}
