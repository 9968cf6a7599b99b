import {
  type Address,
  type Client,
  concat,
  decodeAbiParameters,
  encodeAbiParameters,
  numberToHex,
} from 'viem'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { planLensBytecode } from '@/lib/contracts/lens/plan-lens-bytecode'

const lockAbi = [
  { name: 'amount', type: 'uint256' },
  { name: 'withdrawRound', type: 'uint256' },
] as const

const delegatorAbi = [
  { name: 'bondedAmount', type: 'uint256' },
  { name: 'fees', type: 'uint256' },
  { name: 'delegateAddress', type: 'address' },
  { name: 'delegatedAmount', type: 'uint256' },
  { name: 'startRound', type: 'uint256' },
  { name: 'lastClaimRound', type: 'uint256' },
  { name: 'nextUnbondingLockId', type: 'uint256' },
] as const

const transcoderAbi = [
  { name: 'lastRewardRound', type: 'uint256' },
  { name: 'rewardCut', type: 'uint256' },
  { name: 'feeShare', type: 'uint256' },
  { name: 'lastActiveStakeUpdateRound', type: 'uint256' },
  { name: 'activationRound', type: 'uint256' },
  { name: 'deactivationRound', type: 'uint256' },
  { name: 'activeCumulativeRewards', type: 'uint256' },
  { name: 'cumulativeRewards', type: 'uint256' },
  { name: 'cumulativeFees', type: 'uint256' },
  { name: 'lastFeeRound', type: 'uint256' },
] as const

const orchestratorAbi = [
  { name: 'id', type: 'address' },
  { name: 'registered', type: 'bool' },
  { name: 'totalStake', type: 'uint256' },
  { name: 'record', type: 'tuple', components: transcoderAbi },
] as const

const earningsPoolAbi = [
  { name: 'totalStake', type: 'uint256' },
  { name: 'rewardCut', type: 'uint256' },
  { name: 'feeShare', type: 'uint256' },
  { name: 'rewardFactor', type: 'uint256' },
  { name: 'feeFactor', type: 'uint256' },
] as const

const stateAbi = [
  {
    type: 'tuple',
    components: [
      { name: 'paused', type: 'bool' },
      { name: 'roundInitialized', type: 'bool' },
      { name: 'round', type: 'uint256' },
      { name: 'roundStartBlock', type: 'uint256' },
      { name: 'roundLength', type: 'uint256' },
      { name: 'blockNum', type: 'uint256' },
      { name: 'unbondingPeriod', type: 'uint256' },
      { name: 'ethWei', type: 'uint256' },
      { name: 'code', type: 'bytes' },
      { name: 'lptWei', type: 'uint256' },
      { name: 'allowanceWei', type: 'uint256' },
      { name: 'delegator', type: 'tuple', components: delegatorAbi },
      { name: 'pendingStake', type: 'uint256' },
      { name: 'pendingFees', type: 'uint256' },
      { name: 'lock', type: 'tuple', components: lockAbi },
      { name: 'delegate', type: 'tuple', components: orchestratorAbi },
      { name: 'target', type: 'tuple', components: orchestratorAbi },
      { name: 'earningsPools', type: 'tuple[5]', components: earningsPoolAbi },
      { name: 'mintable', type: 'uint256' },
      { name: 'activeStake', type: 'uint256' },
      { name: 'treasuryRewardCutRate', type: 'uint256' },
      { name: 'poolMaxSize', type: 'uint256' },
      {
        name: 'pool',
        type: 'tuple[]',
        components: [
          { name: 'id', type: 'address' },
          { name: 'stake', type: 'uint256' },
        ],
      },
    ],
  },
] as const

const argumentsAbi = [
  {
    type: 'tuple',
    components: [
      { name: 'controller', type: 'address' },
      { name: 'token', type: 'address' },
      { name: 'minter', type: 'address' },
      { name: 'rounds', type: 'address' },
      { name: 'bonding', type: 'address' },
    ],
  },
  { type: 'address' },
  { type: 'address' },
  { type: 'uint256' },
] as const

/** What the lens answers, as the contracts hold it. Amounts in wei. */
export type LensState = ReturnType<typeof decode>
export type LensOrchestrator = LensState['delegate']

function decode(data: `0x${string}`) {
  return decodeAbiParameters(stateAbi, data)[0]
}

/**
 * Everything that planning one account's staking action needs, in one `eth_call` at one block, the whole
 * sorted pool included. `to` and `lockId` may name nothing (zero address, any id): the answer then holds
 * zeros for them. Rejects with viem's error when the endpoint fails.
 */
export async function readPlanLens(
  client: Client,
  addresses: ContractAddresses,
  subject: { account: Address; to: Address; lockId: bigint },
  block: bigint,
): Promise<LensState> {
  const where = {
    controller: addresses.Controller,
    token: addresses.LivepeerToken,
    minter: addresses.Minter,
    rounds: addresses.RoundsManager,
    bonding: addresses.BondingManager,
  }
  const data = concat([
    planLensBytecode,
    encodeAbiParameters(argumentsAbi, [where, subject.account, subject.to, subject.lockId]),
  ])
  return decode(await client.request({ method: 'eth_call', params: [{ data }, numberToHex(block)] }))
}
