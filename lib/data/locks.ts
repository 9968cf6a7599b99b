import type { Address } from 'viem'
import { bondingManagerViewsAbi } from '@/lib/contracts/abi/bonding-manager-views'
import { multicallBytes, readChain, toNumber } from '@/lib/data/chain-client'
import type { Reading } from '@/lib/data/reading'
import type { UnbondingLockView } from '@/lib/data/types'
import { contractAddresses } from '@/lib/network/deployment'
import { type RoundPosition, startBlockOfRound } from '@/lib/protocol/rounds'
import type { UnbondingLock } from '@/lib/protocol/types'
import { lockState } from '@/lib/protocol/unbonding'

/** Locks in one request: some 32 kB of calldata. */
const locksPerRead = 400

/**
 * Every open lock of an account: ids 0 to next - 1, those withdrawn or rebonded left out.
 * @throws SourceError
 */
export function readLocks(reading: Reading, account: Address, nextId: number): Promise<UnbondingLock[]> {
  if (nextId === 0) return Promise.resolve([])
  return reading.chain(`locks/${account}/${nextId}`, async (block) => {
    const { BondingManager, Multicall3 } = await contractAddresses()
    const open: UnbondingLock[] = []
    // One page after the other: an account that made thousands of locks must not ask the endpoint for all at once.
    for (let first = 0; first < nextId; first += locksPerRead) {
      const length = Math.min(locksPerRead, nextId - first)
      const answers = await readChain((client) =>
        client.multicall({
          allowFailure: false,
          blockNumber: BigInt(block),
          multicallAddress: Multicall3,
          batchSize: multicallBytes,
          contracts: Array.from({ length }, (_, index) => ({
            address: BondingManager,
            abi: bondingManagerViewsAbi,
            functionName: 'getDelegatorUnbondingLock' as const,
            args: [account, BigInt(first + index)] as const,
          })),
        }),
      )
      answers.forEach(([amount, withdrawRound], index) => {
        if (withdrawRound > 0n) open.push({ id: BigInt(first + index), amount, withdrawRound })
      })
    }
    return open
  })
}

/**
 * Locks as pages show them, oldest first.
 * @param now chain time, Unix seconds
 * @param delegates by lock id, from the index; null when it is missing
 */
export function unbondingLockViews(
  locks: readonly UnbondingLock[],
  position: RoundPosition,
  now: number,
  secondsPerBlock: number,
  delegates: ReadonlyMap<number, Address> | null,
): UnbondingLockView[] {
  return locks.map((lock) => {
    const state = lockState(lock, position)
    const availableAtBlock = toNumber(startBlockOfRound(position, lock.withdrawRound))
    const id = toNumber(lock.id)
    return {
      id,
      amountWei: lock.amount,
      withdrawRound: toNumber(lock.withdrawRound),
      state: state.state === 'matured' ? 'withdrawable' : 'waiting',
      availableAtBlock,
      availableAt: now + (availableAtBlock - toNumber(position.blockNum)) * secondsPerBlock,
      delegate: delegates?.get(id) ?? null,
    }
  })
}
