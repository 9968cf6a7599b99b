import type { Hash } from 'viem'
import { governorLifeAbi } from '@/lib/contracts/abi/governor-life'
import { readChain, toNumber } from '@/lib/data/chain-client'
import type { ProposalEventsView, ProposalMoment } from '@/lib/data/governance-types'
import { governorAddress } from '@/lib/data/governor'
import type { Reading } from '@/lib/data/reading'
import { isSourceError } from '@/lib/network/source-error'

type Life = keyof ProposalEventsView

const lifeOf: Readonly<Record<string, Life>> = {
  ProposalCreated: 'proposed',
  ProposalQueued: 'queued',
  ProposalExecuted: 'executed',
  ProposalCanceled: 'cancelled',
}

interface LifeEvent {
  id: string
  life: Life
  block: bigint
  hash: Hash
}

/** Every event in the life of every proposal: a few dozen, in one request, since none of them can be asked for by its id. */
async function readLifeEvents(block: number): Promise<readonly LifeEvent[]> {
  const governor = await governorAddress()
  const logs = await readChain((client) =>
    client.getLogs({
      address: governor,
      events: governorLifeAbi.filter((item) => item.type === 'event'),
      fromBlock: 0n,
      toBlock: BigInt(block),
      strict: true,
    }),
  )
  return logs.flatMap(({ eventName, args, blockNumber, transactionHash }): LifeEvent[] => {
    const life = lifeOf[eventName]
    return life ? [{ id: args.proposalId.toString(), life, block: blockNumber, hash: transactionHash }] : []
  })
}

/**
 * When a proposal was made, queued, executed or cancelled, from the governor's logs. Null where the node does not look that
 * far back: many public ones do not.
 */
export async function readProposalEvents(reading: Reading, id: string): Promise<ProposalEventsView | null> {
  try {
    const events = await reading.settled('governor-life', 'per-round', readLifeEvents)
    const own = await Promise.all(
      events
        .filter((event) => event.id === id)
        .map(async ({ life, block, hash }): Promise<[Life, ProposalMoment]> => {
          const at = await reading.settled(`block-time/${block}`, 'immutable', () =>
            readChain((client) => client.getBlock({ blockNumber: block })).then(({ timestamp }) =>
              toNumber(timestamp),
            ),
          )
          return [life, { at, hash }]
        }),
    )
    return { proposed: null, queued: null, executed: null, cancelled: null, ...Object.fromEntries(own) }
  } catch (error) {
    if (!isSourceError(error)) throw error
    return null
  }
}
