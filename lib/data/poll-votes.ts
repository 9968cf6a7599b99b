import { createHash } from 'node:crypto'
import { type Address, getAddress, type Hash, isHash } from 'viem'
import { bondingManagerViewsAbi } from '@/lib/contracts/abi/bonding-manager-views'
import { addressOrNone, multicallBytes, readChainTogether } from '@/lib/data/chain-client'
import type { PollVoteView } from '@/lib/data/governance-types'
import { indexWei } from '@/lib/data/index-figures'
import { readRows } from '@/lib/data/pages'
import type { Reading } from '@/lib/data/reading'
import { contractAddresses } from '@/lib/network/deployment'
import { countedFor, type NettedVote, netVotes } from '@/lib/protocol/netted-votes'
import { isRegistered } from '@/lib/protocol/orchestrator-status'
import { type PollChoice, pollChoices } from '@/lib/protocol/poll-tally'
import { type PollMoment, type PollVoteMoment, pollTimeline } from '@/lib/protocol/poll-timeline'
import {
  pollVoteEventPageDocument,
  pollVotePageDocument,
  votesOfPollsPageDocument,
} from '@/lib/subgraph/documents/poll'
import type { IndexedAt } from '@/lib/subgraph/meta'
import { querySubgraph } from '@/lib/subgraph/query'

/** A vote as the index has it. */
export interface PollVoteRow {
  voter: Address
  choice: PollChoice
  /**
   * Stake of the voter as the index last saw it while the poll was open, and what its delegators voted of it themselves; null
   * for a vote known from the chain's logs.
   */
  frozen: { weightWei: bigint; movedAwayWei: bigint } | null
}

export interface PollVotes {
  votes: readonly PollVoteRow[]
  indexedAt: IndexedAt
}

/** Every vote transaction of a poll, and the last of each voter. */
export interface PollVoteTimes {
  lastVotes: ReadonlyMap<string, { at: number | null; hash: Hash | null }>
  /** In no order. */
  moments: readonly PollVoteMoment[]
  indexedAt: IndexedAt
}

const choices: Readonly<Record<string, PollChoice>> = { Yes: 'yes', No: 'no' }

/**
 * Every vote in a poll, the last of each voter.
 * @throws SourceError
 */
export async function readPollVotes(poll: string): Promise<PollVotes> {
  const { rows, indexedAt } = await readRows(
    (after, block) => querySubgraph(pollVotePageDocument, { poll, after, block }),
    ({ votes }) => votes,
  )
  return { votes: rows.flatMap(voteRow), indexedAt }
}

/** A vote of the index; none for placeholders without a choice. */
function voteRow(row: {
  voter: string
  choiceID: string | null
  voteStake: string
  nonVoteStake: string
  registeredTranscoder: boolean | null
}): PollVoteRow[] {
  const choice = row.choiceID === null ? undefined : choices[row.choiceID]
  if (!choice) return []
  const movedAwayWei = row.registeredTranscoder ? indexWei(row.nonVoteStake) : 0n
  return [
    { voter: getAddress(row.voter), choice, frozen: { weightWei: indexWei(row.voteStake), movedAwayWei } },
  ]
}

/**
 * Every vote in several polls, by the poll's id, in as few questions as one poll takes.
 * @throws SourceError
 */
export async function readVotesOfPolls(
  polls: readonly string[],
): Promise<{ votes: ReadonlyMap<string, readonly PollVoteRow[]>; indexedAt: IndexedAt }> {
  const { rows, indexedAt } = await readRows(
    (after, block) => querySubgraph(votesOfPollsPageDocument, { polls: [...polls], after, block }),
    (answer) => answer.votes,
  )
  const votes = new Map<string, PollVoteRow[]>(polls.map((id) => [id, []]))
  for (const row of rows) if (row.poll) votes.get(row.poll.id)?.push(...voteRow(row))
  return { votes, indexedAt }
}

/**
 * Who voted what and when, and by which transaction each voter did so last.
 * @throws SourceError
 */
export async function readPollVoteTimes(poll: string): Promise<PollVoteTimes> {
  const { rows, indexedAt } = await readRows(
    (after, block) => querySubgraph(pollVoteEventPageDocument, { poll, after, block }),
    ({ voteEvents }) => voteEvents,
  )
  const lastVotes = new Map<string, { at: number; hash: Hash | null }>()
  for (const { voter, timestamp, transaction } of rows) {
    const known = lastVotes.get(voter)
    if (known?.at && known.at > timestamp) continue
    lastVotes.set(voter, { at: timestamp, hash: isHash(transaction.id) ? transaction.id : null })
  }
  const moments = rows.flatMap(({ voter, choiceID, timestamp }): PollVoteMoment[] => {
    const choice = /^[01]$/.test(choiceID) ? pollChoices[Number(choiceID)] : undefined
    return choice ? [{ voter: getAddress(voter), choice, at: timestamp }] : []
  })
  return { lastVotes, moments, indexedAt }
}

/**
 * The tally as it grew, every vote weighed as `votes` are. Null where it is not known when votes were cast, or when they do not
 * come to the tally of `votes`: the two lists are then of different blocks of the index.
 */
export function pollHistory(
  votes: readonly NettedVote<PollChoice>[],
  times: Pick<PollVoteTimes, 'moments'> | null,
): PollMoment[] | null {
  if (!times) return null
  const final = new Map(votes.map(({ voter, choice }) => [voter.toLowerCase(), choice]))
  const isFinal = ({ voter, choice }: PollVoteMoment) => Number(final.get(voter.toLowerCase()) === choice)
  // Events of one second come in no order; of two by one voter the one that stands was the later one.
  const moments = times.moments.toSorted((a, b) => a.at - b.at || isFinal(a) - isFinal(b))
  const timeline = pollTimeline(votes, moments)
  const last = timeline.at(-1) ?? { yes: 0n, no: 0n }
  return last.yes === countedFor(votes, 'yes') && last.no === countedFor(votes, 'no') ? timeline : null
}

/** What an account's vote in a poll weighs by the chain: all that is delegated to an orchestrator, else its own stake. */
export interface PollStake {
  weightWei: bigint
  /** The part of it that is the account's own. */
  ownWei: bigint
  /** Itself for a registered orchestrator; null for nobody. */
  delegate: Address | null
}

/**
 * Poll weights of accounts at the pinned block (contracts.md section 10).
 * @throws SourceError
 */
export function readPollStakes(
  reading: Reading,
  accounts: readonly Address[],
): Promise<readonly PollStake[]> {
  if (accounts.length === 0) return Promise.resolve([])
  return reading.chain(`poll-stakes/${keyOf(accounts)}`, (block) => pollStakesAt(block, accounts))
}

/**
 * Poll weights of accounts at a block.
 * @throws SourceError, also where no node has the state of that block
 */
export async function pollStakesAt(
  block: number,
  accounts: readonly Address[],
): Promise<readonly PollStake[]> {
  const contracts = await contractAddresses()
  const bonding = { address: contracts.BondingManager, abi: bondingManagerViewsAbi } as const
  const common = {
    allowFailure: false,
    blockNumber: BigInt(block),
    multicallAddress: contracts.Multicall3,
    batchSize: multicallBytes,
  } as const
  const [delegators, pending] = await readChainTogether((client) =>
    Promise.all([
      client.multicall({
        ...common,
        contracts: accounts.map((account) => ({
          ...bonding,
          functionName: 'getDelegator' as const,
          args: [account] as const,
        })),
      }),
      client.multicall({
        ...common,
        contracts: accounts.map((account) => ({
          ...bonding,
          functionName: 'pendingStake' as const,
          args: [account, 0n] as const,
        })),
      }),
    ]),
  )
  return accounts.map((account, index): PollStake => {
    const [bondedAmount = 0n, , delegateAddress, delegatedAmount = 0n] = delegators[index] ?? []
    if (!delegateAddress || bondedAmount === 0n) return { weightWei: 0n, ownWei: 0n, delegate: null }
    const own = pending[index] ?? 0n
    const registered = isRegistered(account, { bondedAmount, delegateAddress })
    return {
      weightWei: registered ? delegatedAmount : own,
      ownWei: own,
      delegate: addressOrNone(delegateAddress),
    }
  })
}

/** Short name of a list for the cache's keys. */
export function keyOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join()).digest('base64url').slice(0, 22)
}

/** Votes of an open poll as they count with the stakes of the pinned block. */
export function recount(
  votes: readonly PollVoteRow[],
  stakes: readonly PollStake[],
): NettedVote<PollChoice>[] {
  return netVotes(
    votes.map(({ voter, choice }, index) => ({
      voter,
      choice,
      weight: stakes[index]?.weightWei ?? 0n,
      delegate: stakes[index]?.delegate ?? null,
    })),
  )
}

/**
 * Votes of a closed poll as the index froze them; whom each voter delegated to then is not recorded. Null when some of them
 * are not the index's.
 */
export function frozenVotes(votes: readonly PollVoteRow[]): NettedVote<PollChoice>[] | null {
  const frozen = votes.flatMap((vote): NettedVote<PollChoice>[] => {
    if (!vote.frozen) return []
    const { weightWei, movedAwayWei } = vote.frozen
    return [
      {
        voter: vote.voter,
        choice: vote.choice,
        weight: weightWei,
        delegate: null,
        movedAway: movedAwayWei,
        counted: weightWei - movedAwayWei,
      },
    ]
  })
  return frozen.length === votes.length ? frozen : null
}

/** Votes as the page lists them: by counted weight, greatest first. */
export function pollVoteViews(
  votes: readonly NettedVote<PollChoice>[],
  times: Pick<PollVoteTimes, 'lastVotes'> | null,
): PollVoteView[] {
  return votes
    .map(({ voter, choice, weight, movedAway, counted, delegate }): PollVoteView => {
      const last = times?.lastVotes.get(voter.toLowerCase())
      return {
        voter,
        choice,
        weightWei: weight,
        movedAwayWei: movedAway,
        countedWei: counted,
        delegate,
        votedAt: last?.at ?? null,
        hash: last?.hash ?? null,
      }
    })
    .toSorted(byCountedWeight)
}

/** Order of vote lists: by counted weight, greatest first, then by address. */
export function byCountedWeight(
  a: { countedWei: bigint; voter: string },
  b: { countedWei: bigint; voter: string },
): number {
  if (a.countedWei !== b.countedWei) return a.countedWei > b.countedWei ? -1 : 1
  return a.voter.toLowerCase() < b.voter.toLowerCase() ? -1 : 1
}
