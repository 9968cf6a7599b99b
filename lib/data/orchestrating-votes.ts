import { type Address, getAddress } from 'viem'
import { bondingVotesAbi } from '@/lib/contracts/abi/bonding-votes'
import { multicallBytes, readChain } from '@/lib/data/chain-client'
import { readCore } from '@/lib/data/core'
import { readProposals } from '@/lib/data/governor'
import { indexNumber } from '@/lib/data/index-figures'
import { readRows } from '@/lib/data/pages'
import { readPollText } from '@/lib/data/poll-rows'
import { keyOf } from '@/lib/data/poll-votes'
import { readPolls } from '@/lib/data/polls'
import { load, type Reading } from '@/lib/data/reading'
import { readIndexedProposals } from '@/lib/data/treasury'
import type { Loaded } from '@/lib/data/types'
import { contractAddresses } from '@/lib/network/deployment'
import type { PollChoice } from '@/lib/protocol/poll-tally'
import { type TreasurySupport, treasurySupports } from '@/lib/protocol/treasury-vote'
import {
  accountPollVoteEventPageDocument,
  accountPollVotePageDocument,
  accountTreasuryVotePageDocument,
  firstActivationDocument,
} from '@/lib/subgraph/documents/orchestrating-votes'
import { type IndexedAt, indexedAt } from '@/lib/subgraph/meta'
import { querySubgraph } from '@/lib/subgraph/query'

/** One vote of an orchestrator, the last where it changed its mind. */
export type CastVote = {
  title: string | null
  /** Unix seconds; null: the index does not know. */
  votedAt: number | null
} & (
  | { kind: 'poll'; poll: Address; choice: PollChoice }
  | { kind: 'proposal'; proposal: string; support: TreasurySupport }
)

/** How many votes were cast of those it could have cast. */
export interface Turnout {
  voted: number
  /** Votes it could take part in, its own among them. */
  open: number
}

/** Governance of an orchestrator (3.4). */
export interface OrchestratingVotes {
  /** Newest first. */
  votes: readonly CastVote[]
  /** Polls that ended after it first became active, or are still open. */
  polls: Turnout
  /** Treasury proposals at whose snapshot it had voting power. */
  proposals: Turnout
}

interface IndexedVotes {
  polls: readonly { poll: string; choice: PollChoice; votedAt: number | null }[]
  proposals: readonly { proposal: string; support: TreasurySupport; votedAt: number }[]
  /** L1 block in which the round of its first activation began; null: it never was active. */
  firstActiveBlock: number | null
  indexedAt: IndexedAt
}

const pollChoices: Readonly<Record<string, PollChoice>> = { Yes: 'yes', No: 'no' }

async function readVotes(account: Address): Promise<IndexedVotes> {
  const voter = account.toLowerCase()
  const [polls, events, proposals, activation] = await Promise.all([
    readRows(
      (after, block) => querySubgraph(accountPollVotePageDocument, { voter, after, block }),
      (page) => page.votes,
    ),
    readRows(
      (after, block) => querySubgraph(accountPollVoteEventPageDocument, { voter, after, block }),
      (page) => page.voteEvents,
    ),
    readRows(
      (after, block) => querySubgraph(accountTreasuryVotePageDocument, { voter, after, block }),
      (page) => page.treasuryVoteEvents,
    ),
    querySubgraph(firstActivationDocument, { id: voter }),
  ])
  const first = activation.transcoderActivatedEvents[0]
  const votedAt = new Map<string, number>()
  for (const { poll, timestamp } of events.rows)
    votedAt.set(poll.id, Math.max(timestamp, votedAt.get(poll.id) ?? 0))
  const supportOf = (text: string) => treasurySupports.find((support) => support === text.toLowerCase())
  return {
    polls: polls.rows.flatMap(({ poll, choiceID }) => {
      const choice = choiceID === null ? undefined : pollChoices[choiceID]
      return poll && choice ? [{ poll: poll.id, choice, votedAt: votedAt.get(poll.id) ?? null }] : []
    }),
    proposals: proposals.rows.flatMap(({ proposal, support: text, timestamp }) => {
      const support = supportOf(text)
      return support ? [{ proposal: proposal.id, support, votedAt: timestamp }] : []
    }),
    firstActiveBlock: first ? indexNumber(first.round.startBlock) : null,
    indexedAt: indexedAt(activation._meta),
  }
}

/** Voting power at the snapshots of proposals, wei, in their order. */
function readPastPower(
  reading: Reading,
  account: Address,
  snapshots: readonly number[],
): Promise<readonly bigint[]> {
  if (snapshots.length === 0) return Promise.resolve([])
  // Power of past rounds never changes.
  return reading.settled(
    `past-power/${account}/${keyOf(snapshots.map(String))}`,
    'immutable',
    async (block) => {
      const { BondingVotes, Multicall3 } = await contractAddresses()
      return readChain((client) =>
        client.multicall({
          allowFailure: false,
          blockNumber: BigInt(block),
          multicallAddress: Multicall3,
          batchSize: multicallBytes,
          contracts: snapshots.map((snapshot) => ({
            address: BondingVotes,
            abi: bondingVotesAbi,
            functionName: 'getPastVotes' as const,
            args: [account, BigInt(snapshot)] as const,
          })),
        }),
      )
    },
  )
}

/** Votes cast out of those that were open to it; a vote that was cast was open to it. */
export function turnout(voted: ReadonlySet<string>, open: readonly string[]): Turnout {
  return { voted: voted.size, open: new Set([...open, ...voted]).size }
}

async function buildVotes(reading: Reading, account: Address): Promise<OrchestratingVotes | null> {
  const id = account.toLowerCase()
  const [core, known, polls, proposals] = await Promise.all([
    readCore(reading),
    reading.index(`votes-of/${id}`, 'per-minute', () => readVotes(account)),
    reading.index('polls', 'per-minute', readPolls),
    readIndexedProposals(reading),
  ])
  if (!known || !polls || !proposals) return null
  const governor = await readProposals(
    reading,
    core,
    proposals.rows.map((row) => row.id),
  )
  const begun = [...governor].filter(([, { snapshot }]) => BigInt(snapshot) < core.round)
  const powers = await readPastPower(
    reading,
    account,
    begun.map(([, { snapshot }]) => snapshot),
  )
  const { polls: pollVotes, proposals: proposalVotes } = known
  const pollTitles = new Map(
    await Promise.all(
      pollVotes.map(async ({ poll }): Promise<[string, string | null]> => {
        const cid = polls.rows.find((row) => row.id === poll)?.poll.cid
        const text = cid === undefined ? null : await readPollText(cid)
        return [poll, text?.state === 'ready' ? text.value.title : null]
      }),
    ),
  )
  const titles = new Map(proposals.rows.map(({ id: proposal, title }) => [proposal, title]))
  const since = known.firstActiveBlock
  const votes: CastVote[] = [
    ...pollVotes.map(
      ({ poll, ...vote }): CastVote => ({
        kind: 'poll',
        poll: getAddress(poll),
        title: pollTitles.get(poll) ?? null,
        ...vote,
      }),
    ),
    ...proposalVotes.map(
      (vote): CastVote => ({ kind: 'proposal', title: titles.get(vote.proposal) ?? null, ...vote }),
    ),
  ]
  return {
    votes: votes.sort((left, right) => (right.votedAt ?? 0) - (left.votedAt ?? 0)),
    polls: turnout(
      new Set(pollVotes.map(({ poll }) => poll)),
      polls.rows.flatMap((row) => (since !== null && row.poll.endBlock > since ? [row.id] : [])),
    ),
    proposals: turnout(
      new Set(proposalVotes.map(({ proposal }) => proposal)),
      begun.flatMap(([proposal], place) => ((powers[place] ?? 0n) > 0n ? [proposal] : [])),
    ),
  }
}

/** An orchestrator's votes in LIP polls and treasury proposals; value null: the index, which alone knows them, did not answer. */
export function loadOrchestratingVotes(address: Address): Promise<Loaded<OrchestratingVotes | null>> {
  const account = getAddress(address)
  return load((reading) => buildVotes(reading, account))
}
