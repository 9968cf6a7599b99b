import { type Address, keccak256, toHex } from 'viem'
import { bondingManagerViewsAbi } from '@/lib/contracts/abi/bonding-manager-views'
import { controllerAbi } from '@/lib/contracts/abi/controller'
import { livepeerTokenAbi } from '@/lib/contracts/abi/livepeer-token'
import { minterAbi } from '@/lib/contracts/abi/minter'
import { roundsManagerAbi } from '@/lib/contracts/abi/rounds-manager'
import { multicallBytes, readChain } from '@/lib/data/chain-client'
import type { Reading } from '@/lib/data/reading'
import { contractAddresses } from '@/lib/network/deployment'

/** Round, mint and staking parameters as of one block, raw from the contracts (contracts.md 3.3, 4.2, 5.2). */
export interface Core {
  round: bigint
  startBlock: bigint
  roundLength: bigint
  blockNum: bigint
  lastInitializedRound: bigint
  roundLockAmountP6: bigint
  inflationP9: bigint
  inflationChangeP9: bigint
  targetBondingRateP9: bigint
  mintableWei: bigint
  mintedWei: bigint
  totalSupplyWei: bigint
  activeStakeWei: bigint
  nextActiveStakeWei: bigint
  treasuryRewardCutP27: bigint
  nextTreasuryRewardCutP27: bigint
  treasuryBalanceCeilingWei: bigint
  treasuryBalanceWei: bigint
  unbondingPeriod: bigint
  poolSize: bigint
  poolMaxSize: bigint
  paused: boolean
}

const treasuryId = keccak256(toHex('Treasury'))

/**
 * Reads the core figures in one multicall (the treasury's address, once in a long while, in one more).
 * @throws SourceError
 */
export async function readCore(reading: Reading): Promise<Core> {
  const treasury = await reading.settled('treasury', 'per-round', readTreasuryAddress)
  return reading.chain('core', (block) => readCoreAt(block, treasury))
}

/** The treasury as the Controller names it. */
export async function readTreasuryAddress(block: number): Promise<Address> {
  const { Controller } = await contractAddresses()
  return readChain((client) =>
    client.readContract({
      address: Controller,
      abi: controllerAbi,
      functionName: 'getContract',
      args: [treasuryId],
      blockNumber: BigInt(block),
    }),
  )
}

async function readCoreAt(block: number, treasury: Address): Promise<Core> {
  const contracts = await contractAddresses()
  const rounds = { address: contracts.RoundsManager, abi: roundsManagerAbi } as const
  const minter = { address: contracts.Minter, abi: minterAbi } as const
  const bonding = { address: contracts.BondingManager, abi: bondingManagerViewsAbi } as const
  const answers = await readChain((client) =>
    client.multicall({
      allowFailure: false,
      blockNumber: BigInt(block),
      multicallAddress: contracts.Multicall3,
      batchSize: multicallBytes,
      contracts: [
        { ...rounds, functionName: 'currentRound' },
        { ...rounds, functionName: 'currentRoundStartBlock' },
        { ...rounds, functionName: 'roundLength' },
        { ...rounds, functionName: 'blockNum' },
        { ...rounds, functionName: 'lastInitializedRound' },
        { ...rounds, functionName: 'roundLockAmount' },
        { ...minter, functionName: 'inflation' },
        { ...minter, functionName: 'inflationChange' },
        { ...minter, functionName: 'targetBondingRate' },
        { ...minter, functionName: 'currentMintableTokens' },
        { ...minter, functionName: 'currentMintedTokens' },
        { ...minter, functionName: 'getGlobalTotalSupply' },
        { ...bonding, functionName: 'currentRoundTotalActiveStake' },
        { ...bonding, functionName: 'nextRoundTotalActiveStake' },
        { ...bonding, functionName: 'treasuryRewardCutRate' },
        { ...bonding, functionName: 'nextRoundTreasuryRewardCutRate' },
        { ...bonding, functionName: 'treasuryBalanceCeiling' },
        { ...bonding, functionName: 'unbondingPeriod' },
        { ...bonding, functionName: 'getTranscoderPoolSize' },
        { ...bonding, functionName: 'getTranscoderPoolMaxSize' },
        { address: contracts.Controller, abi: controllerAbi, functionName: 'paused' },
        {
          address: contracts.LivepeerToken,
          abi: livepeerTokenAbi,
          functionName: 'balanceOf',
          args: [treasury],
        },
      ],
    }),
  )
  return {
    round: answers[0],
    startBlock: answers[1],
    roundLength: answers[2],
    blockNum: answers[3],
    lastInitializedRound: answers[4],
    roundLockAmountP6: answers[5],
    inflationP9: answers[6],
    inflationChangeP9: answers[7],
    targetBondingRateP9: answers[8],
    mintableWei: answers[9],
    mintedWei: answers[10],
    totalSupplyWei: answers[11],
    activeStakeWei: answers[12],
    nextActiveStakeWei: answers[13],
    treasuryRewardCutP27: answers[14],
    nextTreasuryRewardCutP27: answers[15],
    treasuryBalanceCeilingWei: answers[16],
    unbondingPeriod: answers[17],
    poolSize: answers[18],
    poolMaxSize: answers[19],
    paused: answers[20],
    treasuryBalanceWei: answers[21],
  }
}
