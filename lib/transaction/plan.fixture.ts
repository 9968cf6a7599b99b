import { type Address, maxUint256, zeroAddress } from 'viem'
import type { EarningsPool, TranscoderRecord } from '@/lib/protocol/types'
import type { OrchestratorState, PlanState } from '@/lib/transaction/state'

export const me: Address = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
export const alice: Address = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'
export const bob: Address = '0x90F79bf6EB2c4f870365E785982E1f101E93b906'
export const bondingManager: Address = '0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65'
export const ROUND = 100n
export const LPT = 10n ** 18n

const emptyPool: EarningsPool = {
  totalStake: 0n,
  rewardCutP6: 0n,
  feeShareP6: 0n,
  rewardFactorP27: 0n,
  feeFactorP27: 0n,
}

const idle: TranscoderRecord = {
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

/** An active orchestrator that has called reward in this round, unless told otherwise. */
export function orchestrator(
  account: Address,
  record: Partial<TranscoderRecord> = {},
  more: Partial<OrchestratorState> = {},
): OrchestratorState {
  return {
    account,
    registered: true,
    delegatedAmount: 500n * LPT,
    record: {
      ...idle,
      activationRound: 1n,
      deactivationRound: maxUint256,
      lastRewardRound: ROUND,
      rewardCutP6: 100_000n,
      feeShareP6: 500_000n,
      ...record,
    },
    ...more,
  }
}

/** An account that is no orchestrator. */
export function nobody(account: Address): OrchestratorState {
  return { account, registered: false, delegatedAmount: 0n, record: idle }
}

/** Somebody with 100 LPT bonded to alice, claimed in this round, 50 LPT in the wallet, nothing approved. */
export function stateWith(changes: Partial<PlanState> = {}): PlanState {
  return {
    chainId: 31337,
    block: 5_000n,
    account: me,
    accountKind: 'key',
    paused: false,
    round: { number: ROUND, initialized: true, startBlock: 4_900n, lengthBlocks: 200n, blockNum: 5_000n },
    unbondingPeriodRounds: 7n,
    ethWei: LPT,
    lptWei: 50n * LPT,
    allowanceWei: 0n,
    delegator: {
      bondedAmount: 100n * LPT,
      fees: LPT,
      delegateAddress: alice,
      delegatedAmount: 0n,
      startRound: 50n,
      lastClaimRound: ROUND,
      nextUnbondingLockId: 2n,
    },
    pendingStakeWei: 100n * LPT,
    pendingFeesWei: LPT,
    lock: { id: 1n, amount: 20n * LPT, withdrawRound: ROUND },
    delegate: orchestrator(alice),
    delegatePools: {
      atLastClaim: emptyPool,
      atRound: emptyPool,
      atLastReward: emptyPool,
      atLastFee: emptyPool,
      atLastStakeUpdate: emptyPool,
    },
    target: orchestrator(bob),
    mintableWei: 1_000n * LPT,
    activeStakeWei: 1_000n * LPT,
    treasuryRewardCutRateP27: 0n,
    pool: {
      nodes: [
        { id: alice, stake: 500n * LPT },
        { id: bob, stake: 500n * LPT },
      ],
      maxSize: 100,
    },
    bondingManager,
    ballot: null,
    facts: { kind: 'none' },
    ...changes,
  }
}

/** The same person with nothing bonded. */
export const unbonded: Partial<PlanState> = {
  delegator: {
    bondedAmount: 0n,
    fees: 0n,
    delegateAddress: zeroAddress,
    delegatedAmount: 0n,
    startRound: 0n,
    lastClaimRound: ROUND,
    nextUnbondingLockId: 2n,
  },
  pendingStakeWei: 0n,
  pendingFeesWei: 0n,
  delegate: nobody(zeroAddress),
}
