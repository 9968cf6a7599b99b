import type { Address, Client } from 'viem'
import { estimateGas, getGasPrice } from 'viem/actions'
import type { Call, Verb } from '@/lib/contracts/call'
import { warmListOf } from '@/lib/transaction/safe-reads'

/** What a plan's open steps cost in ETH. */
export type CostEstimate =
  | { state: 'reading' }
  | {
      state: 'known'
      /** Wei of ETH. */
      wei: bigint
      gas: bigint
      /** Steps counted with their usual size, because they fail until an earlier one is mined. */
      unestimated: number
      /** On the local network no part for L1 data is included. */
      local: boolean
    }
  | { state: 'failed'; reason: string }

/** Gas of each call as used on the local network with good hints, rounded up. */
const usualGas: Record<Verb, bigint> = {
  approve: 50_000n,
  bond: 600_000n,
  unbond: 500_000n,
  rebond: 450_000n,
  rebondFromUnbonded: 450_000n,
  withdrawStake: 150_000n,
  withdrawFees: 350_000n,
  claimEarnings: 350_000n,
  castVote: 250_000n,
  votePoll: 60_000n,
  transferBond: 900_000n,
  claimStake: 900_000n,
  checkpointBondingState: 200_000n,
  initializeRound: 250_000n,
  transcoder: 300_000n,
  reward: 500_000n,
  rewardForTranscoder: 500_000n,
  setRewardCaller: 60_000n,
  setServiceURI: 120_000n,
  fundDeposit: 100_000n,
  fundReserve: 120_000n,
  fundDepositAndReserve: 150_000n,
  unlock: 80_000n,
  cancelUnlock: 50_000n,
  withdraw: 120_000n,
  createPoll: 700_000n,
  propose: 400_000n,
  queue: 250_000n,
  execute: 350_000n,
  cancel: 120_000n,
}

/**
 * Estimates the calls still to be sent at the gas price of this moment. The first is asked of the chain; a later one
 * whose estimate fails is counted with its usual size.
 */
export async function estimateCost(
  client: Client,
  calls: readonly Call[],
  account: Address,
  local: boolean,
): Promise<CostEstimate> {
  try {
    const price = await getGasPrice(client)
    const estimates = await Promise.all(
      calls.map((call) => estimateOne(client, call, account).catch(() => null)),
    )
    if (estimates[0] === null)
      return { state: 'failed', reason: 'The cost is known once the action is possible.' }
    const gas = calls.reduce((sum, call, index) => sum + (estimates[index] ?? usualGas[call.verb]), 0n)
    const unestimated = estimates.filter((estimate) => estimate === null).length
    return { state: 'known', wei: gas * price, gas, unestimated, local }
  } catch {
    return { state: 'failed', reason: 'The cost could not be estimated now. Your wallet shows it.' }
  }
}

/** What a Safe sends to itself passes only with what is warm when it executes. */
async function estimateOne(client: Client, call: Call, account: Address): Promise<bigint> {
  const request = { account, to: call.address, data: call.data, value: call.valueWei }
  try {
    return await estimateGas(client, request)
  } catch (error) {
    const accessList = await warmListOf(client, account)
    if (!accessList) throw error
    return await estimateGas(client, { ...request, accessList })
  }
}
