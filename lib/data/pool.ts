import type { Address } from 'viem'
import { bondingManagerViewsAbi } from '@/lib/contracts/abi/bonding-manager-views'
import { callDeployless, multicallBytes, readChain, roundOrNever, toNumber } from '@/lib/data/chain-client'
import { decodePool, type PoolMember, type PoolReading, poolLensCall } from '@/lib/data/pool-lens'
import type { Reading } from '@/lib/data/reading'
import { contractAddresses } from '@/lib/network/deployment'
import { SourceError } from '@/lib/network/source-error'
import { isRegistered } from '@/lib/protocol/orchestrator-status'

/**
 * The whole candidate pool in one eth_call.
 * @throws SourceError
 */
export function readPool(reading: Reading): Promise<PoolReading> {
  return reading.chain('pool', async (block) => {
    const { BondingManager } = await contractAddresses()
    const pool = decodePool(await callDeployless(poolLensCall(BondingManager), block))
    if (pool) return pool
    throw new SourceError(
      'The list of orchestrators could not be read whole.',
      'Check that the RPC endpoint serves the right network.',
    )
  })
}

/**
 * The same figures for accounts outside the pool, in one multicall. `key` names the set for the cache.
 * @throws SourceError
 */
export function readOutside(
  reading: Reading,
  key: string,
  addresses: readonly Address[],
): Promise<PoolMember[]> {
  if (addresses.length === 0) return Promise.resolve([])
  return reading.chain(`outside/${key}`, (block) => readOutsideAt(block, addresses))
}

async function readOutsideAt(block: number, addresses: readonly Address[]): Promise<PoolMember[]> {
  const contracts = await contractAddresses()
  const bonding = { address: contracts.BondingManager, abi: bondingManagerViewsAbi } as const
  const common = {
    allowFailure: false,
    blockNumber: BigInt(block),
    multicallAddress: contracts.Multicall3,
    batchSize: multicallBytes,
  } as const
  const [transcoders, delegators] = await readChain((client) =>
    Promise.all([
      client.multicall({
        ...common,
        contracts: addresses.map((address) => ({
          ...bonding,
          functionName: 'getTranscoder' as const,
          args: [address] as const,
        })),
      }),
      client.multicall({
        ...common,
        contracts: addresses.map((address) => ({
          ...bonding,
          functionName: 'getDelegator' as const,
          args: [address] as const,
        })),
      }),
    ]),
  )
  return addresses.flatMap((address, index) => {
    const transcoder = transcoders[index]
    const delegator = delegators[index]
    if (!transcoder || !delegator) return []
    return [memberOf(address, transcoder, delegator)]
  })
}

type TranscoderTuple = readonly [bigint, bigint, bigint, bigint, bigint, bigint, ...bigint[]]
type DelegatorTuple = readonly [bigint, bigint, Address, bigint, ...bigint[]]

/** A pool-shaped record from `getTranscoder` and `getDelegator` answers (contracts.md 5.2). */
function memberOf(address: Address, transcoder: TranscoderTuple, delegator: DelegatorTuple): PoolMember {
  return {
    address,
    stakeWei: delegator[3],
    lastRewardRound: toNumber(transcoder[0]),
    rewardCutP6: transcoder[1],
    feeShareP6: transcoder[2],
    activationRound: toNumber(transcoder[4]),
    deactivationRound: roundOrNever(transcoder[5]),
    registered: isRegistered(address, { bondedAmount: delegator[0], delegateAddress: delegator[2] }),
  }
}
