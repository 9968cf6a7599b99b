import { type Address, getAddress } from 'viem'
import { bondingVotesAbi } from '@/lib/contracts/abi/bonding-votes'
import { roundsManagerAbi } from '@/lib/contracts/abi/rounds-manager'
import { cached, within } from '@/lib/data/cache'
import { multicallBytes, readChain, toNumber } from '@/lib/data/chain-client'
import type { Core } from '@/lib/data/core'
import { estimatedStart } from '@/lib/data/governance-dates'
import type { DateView, PollRow, TextState } from '@/lib/data/governance-types'
import { indexNumber, indexWei } from '@/lib/data/index-figures'
import { readEndStakes } from '@/lib/data/poll-end'
import { frozenVotes, keyOf, readPollStakes, readPollVotes, recount } from '@/lib/data/poll-votes'
import type { Reading } from '@/lib/data/reading'
import { fetchPollText, type PollText } from '@/lib/ipfs/poll-text'
import { contractAddresses } from '@/lib/network/deployment'
import { settings } from '@/lib/network/settings'
import { isSourceError } from '@/lib/network/source-error'
import { countedFor, type NettedVote } from '@/lib/protocol/netted-votes'
import {
  isPollOpen,
  type PollChoice,
  type PollTally,
  pollParticipationP9,
  pollSupportP9,
  pollVerdict,
} from '@/lib/protocol/poll-tally'
import { type RoundAnchor, roundAt } from '@/lib/protocol/rounds'
import { roundOfBlockDocument } from '@/lib/subgraph/documents/rounds'
import { type IndexedAt, indexedAt } from '@/lib/subgraph/meta'
import { querySubgraph } from '@/lib/subgraph/query'

/** A poll as the index lists it. */
export interface IndexedPoll {
  address: Address
  cid: string
  endBlock: number
  quorumP6: bigint
  quotaP6: bigint
  /** The index's own tally: kept up while the poll is open, final afterwards. */
  frozenTally: PollTally
}

/**
 * A poll of the index.
 * @throws SourceError when a figure is malformed
 */
export function indexedPoll(row: {
  id: string
  proposal: string
  endBlock: string
  quorum: string
  quota: string
  tally: { yes: string; no: string } | null
}): IndexedPoll {
  return {
    address: getAddress(row.id),
    cid: row.proposal.trim().slice(0, 200),
    endBlock: indexNumber(row.endBlock),
    quorumP6: BigInt(indexNumber(row.quorum)),
    quotaP6: BigInt(indexNumber(row.quota)),
    // There is none before the first vote.
    frozenTally: { yes: indexWei(row.tally?.yes ?? '0'), no: indexWei(row.tally?.no ?? '0') },
  }
}

/** The text of a poll: kept for good once fetched, waited for a while, never in the way of figures. */
export async function readPollText(cid: string): Promise<TextState<PollText>> {
  try {
    const flight = cached({ key: `poll-text/${cid}`, freshness: 'immutable' }, () => fetchPollText(cid))
    return { state: 'ready', value: (await within(flight, settings().deadlineMs / 3)).value }
  } catch (error) {
    if (!isSourceError(error)) throw error
    return { state: error.late ? 'late' : 'failed', reason: error.reason, next: error.next }
  }
}

/** Whether a poll ended so long ago that no index in use can be behind its end. */
function isLongOver(
  { startBlock, roundLength }: Pick<Core, 'startBlock' | 'roundLength'>,
  { endBlock }: Pick<IndexedPoll, 'endBlock'>,
): boolean {
  return BigInt(endBlock) < startBlock - 2n * roundLength
}

/** Votes as they count, and by whose stakes. */
interface CountedVotes {
  votes: readonly NettedVote<PollChoice>[]
  /** `now`: the pinned block's. `end`: those of the poll's last block. `index`: as the index froze them at the end. */
  by: 'now' | 'end' | 'index'
}

/**
 * Reads and counts a poll's votes: with the stakes of the pinned block while it is open; after, with those of its last block,
 * or as the index froze them where no node has that state.
 * Null when the index, which knows the voters, did not answer.
 */
export async function readCountedVotes(
  reading: Reading,
  core: Pick<Core, 'blockNum' | 'startBlock' | 'roundLength'>,
  poll: IndexedPoll,
): Promise<CountedVotes | null> {
  const id = poll.address.toLowerCase()
  const open = isPollOpen(core.blockNum, BigInt(poll.endBlock))
  const known = await reading.index(
    `poll-votes/${id}`,
    isLongOver(core, poll) ? 'immutable' : 'per-minute',
    () => readPollVotes(id),
  )
  if (!known) return null
  const voters = known.votes.map(({ voter }) => voter)
  if (open) return { votes: recount(known.votes, await readPollStakes(reading, voters)), by: 'now' }
  const end = await readEndStakes(reading, poll, voters)
  return end
    ? { votes: recount(known.votes, end.stakes), by: 'end' }
    : { votes: frozenVotes(known.votes), by: 'index' }
}

/** What the end of a poll says: when it is or was, and the active stake of its round. */
export interface PollEnd {
  endsAt: DateView | null
  totalStakeWei: bigint | null
}

interface RoundOfBlock {
  round: { number: number; startBlock: number; startedAt: number; activeStakeWei: bigint } | null
  indexedAt: IndexedAt
}

async function readRoundOfBlock(block: number): Promise<RoundOfBlock> {
  const answer = await querySubgraph(roundOfBlockDocument, { block: `${block}` })
  const [row] = answer.rounds
  return {
    round: row
      ? {
          number: indexNumber(row.id),
          startBlock: indexNumber(row.startBlock),
          startedAt: row.startTimestamp,
          activeStakeWei: indexWei(row.totalActiveStake),
        }
      : null,
    indexedAt: indexedAt(answer._meta),
  }
}

async function readAnchor(reading: Reading, core: Core): Promise<RoundAnchor> {
  const anchor = await reading.chain('round-anchor', async (block) => {
    const { RoundsManager, Multicall3 } = await contractAddresses()
    const rounds = { address: RoundsManager, abi: roundsManagerAbi } as const
    return readChain((client) =>
      client.multicall({
        allowFailure: false,
        blockNumber: BigInt(block),
        multicallAddress: Multicall3,
        batchSize: multicallBytes,
        contracts: [
          { ...rounds, functionName: 'lastRoundLengthUpdateRound' },
          { ...rounds, functionName: 'lastRoundLengthUpdateStartBlock' },
        ],
      }),
    )
  })
  const [lastRoundLengthUpdateRound, lastRoundLengthUpdateStartBlock] = anchor
  return { roundLength: core.roundLength, lastRoundLengthUpdateRound, lastRoundLengthUpdateStartBlock }
}

/** Active stake of rounds by BondingVotes; 0 for those before it kept records (contracts.md section 7). */
async function readActiveStakes(
  reading: Reading,
  rounds: readonly number[],
): Promise<ReadonlyMap<number, bigint>> {
  const wanted = [...new Set(rounds)]
  if (wanted.length === 0) return new Map()
  const stakes = await reading.chain(`active-stakes/${keyOf(wanted.map(String))}`, async (block) => {
    const { BondingVotes, Multicall3 } = await contractAddresses()
    return readChain((client) =>
      client.multicall({
        allowFailure: false,
        blockNumber: BigInt(block),
        multicallAddress: Multicall3,
        batchSize: multicallBytes,
        contracts: wanted.map((round) => ({
          address: BondingVotes,
          abi: bondingVotesAbi,
          functionName: 'getTotalActiveStakeAt' as const,
          args: [BigInt(round)] as const,
        })),
      }),
    )
  })
  return new Map(wanted.map((round, index) => [round, stakes[index] ?? 0n]))
}

/**
 * The ends of polls. Rounds since the length last changed are counted on the chain; older ones, and the time of every past
 * end, come from the index. An open poll's active stake is that of the running round.
 */
export async function readPollEnds(
  reading: Reading,
  core: Core,
  polls: readonly IndexedPoll[],
): Promise<ReadonlyMap<Address, PollEnd>> {
  const anchor = await readAnchor(reading, core)
  const { secondsPerBlock } = settings().network
  const ends = await Promise.all(
    polls.map(async ({ address, endBlock }) => {
      if (isPollOpen(core.blockNum, BigInt(endBlock))) {
        const at = reading.head.timestamp + (endBlock - toNumber(core.blockNum)) * secondsPerBlock
        return {
          address,
          round: toNumber(core.round),
          endsAt: { at, estimated: true },
          indexedStakeWei: null,
        }
      }
      const known = await reading.index(
        `round-of-block/${endBlock}`,
        isLongOver(core, { endBlock }) ? 'immutable' : 'per-round',
        () => readRoundOfBlock(endBlock),
      )
      const record = known?.round ?? null
      const counted =
        BigInt(endBlock) >= anchor.lastRoundLengthUpdateStartBlock
          ? toNumber(roundAt(anchor, BigInt(endBlock)).round)
          : null
      const endsAt: DateView | null = record
        ? { at: record.startedAt + (endBlock - record.startBlock) * secondsPerBlock, estimated: true }
        : counted === null
          ? null
          : estimatedEnd(core, reading.head.timestamp, endBlock, secondsPerBlock)
      return {
        address,
        round: counted ?? record?.number ?? null,
        endsAt,
        indexedStakeWei: record?.activeStakeWei ?? null,
      }
    }),
  )
  const stakes = await readActiveStakes(
    reading,
    ends.flatMap(({ round }) => round ?? []),
  )
  return new Map(
    ends.map(({ address, round, endsAt, indexedStakeWei }) => {
      const chainStakeWei = round === null ? 0n : (stakes.get(round) ?? 0n)
      return [address, { endsAt, totalStakeWei: chainStakeWei > 0n ? chainStakeWei : indexedStakeWei }]
    }),
  )
}

/** A past block's time by counting back from now, where the index has no record of its round. */
function estimatedEnd(core: Core, now: number, endBlock: number, secondsPerBlock: number): DateView {
  const start = estimatedStart(core, now, toNumber(core.round), secondsPerBlock)
  return { at: start.at + (endBlock - toNumber(core.startBlock)) * secondsPerBlock, estimated: true }
}

/**
 * Joins what the index, the chain and IPFS say of a poll.
 * @param parts counted: null where the votes could not be read; the tally is then the index's own
 */
export function pollRow<Text>(
  { frozenTally, ...poll }: IndexedPoll,
  parts: {
    blockNum: bigint
    counted: CountedVotes | null
    end: PollEnd
    text: TextState<Text>
  },
): PollRow<Text> {
  const { counted, end, text } = parts
  const ours = counted && counted.by !== 'index' ? counted.votes : null
  const tally = ours ? { yes: countedFor(ours, 'yes'), no: countedFor(ours, 'no') } : frozenTally
  const verdict = pollVerdict(tally, {
    quorumP6: poll.quorumP6,
    quotaP6: poll.quotaP6,
    totalStake: end.totalStakeWei,
  })
  return {
    ...poll,
    text,
    endsAt: end.endsAt,
    state: isPollOpen(parts.blockNum, BigInt(poll.endBlock)) ? 'open' : verdict,
    verdict,
    yesWei: tally.yes,
    noWei: tally.no,
    tallySource: ours ? 'chain' : 'subgraph',
    totalStakeWei: end.totalStakeWei,
    supportP9: pollSupportP9(tally),
    participationP9: pollParticipationP9(tally, end.totalStakeWei),
  }
}
