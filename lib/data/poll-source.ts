import { type Address, hexToString } from 'viem'
import { pollAbi } from '@/lib/contracts/abi/poll'
import { pollCreatorAbi } from '@/lib/contracts/abi/poll-creator'
import { readChain, toNumber } from '@/lib/data/chain-client'
import type { PollView } from '@/lib/data/governance-types'
import { readLogsBack } from '@/lib/data/log-range'
import { type IndexedPoll, indexedPoll } from '@/lib/data/poll-rows'
import { type PollVoteRow, type PollVoteTimes, readPollVotes } from '@/lib/data/poll-votes'
import { missingSubgraph, type Reading } from '@/lib/data/reading'
import { contractAddresses } from '@/lib/network/deployment'
import { SourceError } from '@/lib/network/source-error'
import { pollChoices } from '@/lib/protocol/poll-tally'
import { pollDocument } from '@/lib/subgraph/documents/poll'
import { type IndexedAt, indexedAt } from '@/lib/subgraph/meta'
import { hasSubgraph, querySubgraph } from '@/lib/subgraph/query'

/*
 * A poll is known from the index, or, where that does not have it yet or does not answer, from the chain's own logs: those of
 * its creation and of its votes.
 */

/** A poll and where it is known from. */
export interface FoundPoll {
  poll: IndexedPoll
  indexed: PollView['indexed']
  /** Block of its creation where it is known from the chain; null: from the index. */
  createdIn: number | null
}

/** Who voted what, by the last vote of each. */
export interface FoundVotes {
  votes: readonly PollVoteRow[]
  /** By the chain's logs; null: by the index. */
  lastVotes: PollVoteTimes['lastVotes'] | null
}

/** Thrown where the index alone knows what is asked for and did not answer. */
export function indexNeeded(what: string): SourceError {
  if (!hasSubgraph() && missingSubgraph.state === 'missing')
    return new SourceError(missingSubgraph.reason, missingSubgraph.next)
  return new SourceError(`The index did not answer, and it alone knows ${what}.`, 'Reload in a moment.')
}

async function readPoll(id: string): Promise<{ poll: IndexedPoll | null; indexedAt: IndexedAt }> {
  const answer = await querySubgraph(pollDocument, { id })
  return { poll: answer.poll ? indexedPoll(answer.poll) : null, indexedAt: indexedAt(answer._meta) }
}

interface Created {
  poll: IndexedPoll
  block: number
}

/** The creation of a poll by the creator's log; null where there is none within reach, as for any other contract. */
async function readCreation(newest: number, address: Address): Promise<Created | null> {
  const { PollCreator } = await contractAddresses()
  const code = await readChain((client) => client.getCode({ address, blockNumber: BigInt(newest) }))
  if (!PollCreator || !code) return null
  const range = await readLogsBack(
    newest,
    ({ fromBlock, toBlock }) =>
      readChain((client) =>
        client.getContractEvents({
          address: PollCreator,
          abi: pollCreatorAbi,
          eventName: 'PollCreated',
          args: { poll: address },
          fromBlock: BigInt(fromBlock),
          toBlock: BigInt(toBlock),
          strict: true,
        }),
      ),
    { enough: (logs) => logs.length > 0 },
  )
  const [log] = range?.logs ?? []
  if (!log) return null
  const { proposal, endBlock, quorum, quota } = log.args
  const poll = indexedPoll({
    id: address,
    proposal: hexToString(proposal),
    endBlock: `${endBlock}`,
    quorum: `${quorum}`,
    quota: `${quota}`,
    tally: null,
  })
  return { poll, block: toNumber(log.blockNumber) }
}

/**
 * A poll by its address; null when there is none.
 * @throws SourceError when neither the index nor the logs within reach can tell
 */
export async function findPoll(reading: Reading, address: Address): Promise<FoundPoll | null> {
  const id = address.toLowerCase()
  const known = await reading.index(`poll/${id}`, 'per-minute', () => readPoll(id))
  if (known?.poll) return { poll: known.poll, indexed: 'yes', createdIn: null }
  const created = await reading.settled(`poll-created/${id}`, 'per-minute', (block) =>
    readCreation(block, address),
  )
  if (created) return { poll: created.poll, indexed: known ? 'not-yet' : 'unknown', createdIn: created.block }
  if (known) return null
  throw indexNeeded('this poll')
}

/** Every vote in a poll by its own logs; null where they are not all within reach. */
async function readLoggedVotes(
  newest: number,
  address: Address,
  createdIn: number,
): Promise<FoundVotes | null> {
  const range = await readLogsBack(
    newest,
    ({ fromBlock, toBlock }) =>
      readChain((client) =>
        client.getContractEvents({
          address,
          abi: pollAbi,
          eventName: 'Vote',
          fromBlock: BigInt(fromBlock),
          toBlock: BigInt(toBlock),
          strict: true,
        }),
      ),
    { oldest: createdIn },
  )
  if (!range || range.fromBlock > createdIn) return null
  const inOrder = range.logs.toSorted(
    (a, b) => toNumber(a.blockNumber - b.blockNumber) || a.logIndex - b.logIndex,
  )
  const votes = new Map<Address, PollVoteRow>()
  const lastVotes = new Map<string, { at: number | null; hash: `0x${string}` | null }>()
  for (const { args, transactionHash } of inOrder) {
    const choice = args.choiceID < 2n ? pollChoices[Number(args.choiceID)] : undefined
    if (!choice) continue
    votes.set(args.voter, { voter: args.voter, choice, frozen: null })
    lastVotes.set(args.voter.toLowerCase(), { at: null, hash: transactionHash })
  }
  return { votes: [...votes.values()], lastVotes }
}

/** Who voted in a poll, from where the poll is known; null when that cannot be told now. */
export async function findVotes(
  reading: Reading,
  { poll: { address }, createdIn }: FoundPoll,
): Promise<FoundVotes | null> {
  const id = address.toLowerCase()
  if (createdIn !== null)
    return reading.chain(`poll-logs/${id}`, (block) => readLoggedVotes(block, address, createdIn))
  const known = await reading.index(`poll-votes/${id}`, 'per-minute', () => readPollVotes(id))
  return known && { votes: known.votes, lastVotes: null }
}
