import { type Address, getAddress } from 'viem'
import { cached, within } from '@/lib/data/cache'
import type { Core } from '@/lib/data/core'
import type { PollRow, TextState } from '@/lib/data/governance-types'
import { indexNumber, indexWei } from '@/lib/data/index-figures'
import { readEndStakes } from '@/lib/data/poll-end'
import type { PollEnd } from '@/lib/data/poll-ends'
import { frozenVotes, type PollVoteRow, readPollStakes, recount } from '@/lib/data/poll-votes'
import type { Reading } from '@/lib/data/reading'
import { fetchPollText, type PollText } from '@/lib/ipfs/poll-text'
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

/** Votes as they count, and by whose stakes. */
interface CountedVotes {
  votes: readonly NettedVote<PollChoice>[]
  /** `now`: the pinned block's. `end`: those of the poll's last block. `index`: as the index froze them at the end. */
  by: 'now' | 'end' | 'index'
}

/**
 * Counts a poll's votes: with the stakes of the pinned block while it is open; after, with those of its last block, or as the
 * index froze them where no node has that state. Null where neither is known.
 */
export async function countVotes(
  reading: Reading,
  core: Pick<Core, 'blockNum'>,
  poll: IndexedPoll,
  votes: readonly PollVoteRow[],
): Promise<CountedVotes | null> {
  const voters = votes.map(({ voter }) => voter)
  if (isPollOpen(core.blockNum, BigInt(poll.endBlock)))
    return { votes: recount(votes, await readPollStakes(reading, voters)), by: 'now' }
  const end = await readEndStakes(reading, poll, voters)
  if (end) return { votes: recount(votes, end.stakes), by: 'end' }
  const frozen = frozenVotes(votes)
  return frozen && { votes: frozen, by: 'index' }
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
