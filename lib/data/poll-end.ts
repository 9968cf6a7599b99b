import type { Address } from 'viem'
import { nodeInterfaceAbi } from '@/lib/contracts/abi/node-interface'
import { within } from '@/lib/data/cache'
import { readChainTogether, toNumber } from '@/lib/data/chain-client'
import { keyOf, type PollStake, pollStakesAt } from '@/lib/data/poll-votes'
import type { Reading } from '@/lib/data/reading'
import { settings } from '@/lib/network/settings'
import { isSourceError } from '@/lib/network/source-error'

const nodeInterface: Address = '0x00000000000000000000000000000000000000C8'

/** L1 blocks in a row for which Arbitrum may have made no block of its own. */
const mostGaps = 5

/** What the voters of a closed poll weighed when it closed. */
interface EndStakes {
  /** Block of this chain whose state was read: the last one in which votes were taken. */
  block: number
  stakes: readonly PollStake[]
}

/**
 * Stakes at the end of a closed poll, for an exact recount (contracts.md section 10). Only an archive node has that state:
 * null where this copy's node has it not, or is slow to give it; the index's frozen tally is then the one there is.
 */
export async function readEndStakes(
  reading: Reading,
  { address, endBlock }: { address: Address; endBlock: number },
  voters: readonly Address[],
): Promise<EndStakes | null> {
  if (voters.length === 0) return null
  // A node that lacks the state says so in many ways; its no is kept as long as a yes, or every list would ask again.
  const flight = reading.settled(`poll-end-stakes/${address}/${keyOf(voters)}`, 'per-round', () =>
    orNull(async (): Promise<EndStakes> => {
      // Several polls may have ended at once.
      const block = await reading.settled(`last-block/${endBlock}`, 'per-round', () => lastBlockOf(endBlock))
      return { block, stakes: await pollStakesAt(block, voters) }
    }),
  )
  return orNull(() => within(flight, settings().deadlineMs / 3))
}

export async function orNull<Value>(read: () => Promise<Value>): Promise<Value | null> {
  try {
    return await read()
  } catch (error) {
    if (!isSourceError(error)) throw error
    return null
  }
}

/** The last block of this chain at or before a block of Ethereum, by which polls are timed (contracts.md 4.1). */
export async function lastBlockOf(endBlock: number): Promise<number> {
  for (let gap = 0; ; gap += 1) {
    try {
      const [, last] = await readChainTogether((client) =>
        client.readContract({
          address: nodeInterface,
          abi: nodeInterfaceAbi,
          functionName: 'l2BlockRangeForL1',
          args: [BigInt(endBlock - gap)],
        }),
      )
      return toNumber(last)
    } catch (error) {
      if (!isSourceError(error) || gap === mostGaps) throw error
    }
  }
}
