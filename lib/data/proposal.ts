import { type Address, getAddress, type Hash, isHash } from 'viem'
import { bondingVotesAbi } from '@/lib/contracts/abi/bonding-votes'
import { proposalCalldata } from '@/lib/contracts/proposal-call'
import { addressOrNone, multicallBytes, readChain } from '@/lib/data/chain-client'
import { readCore, readTreasuryAddress } from '@/lib/data/core'
import { readRoundStarts } from '@/lib/data/governance-dates'
import type { NextStepView, ProposalView, ProposalVoteView } from '@/lib/data/governance-types'
import { type GovernorProposal, governorAddress, readProposals } from '@/lib/data/governor'
import { indexWei } from '@/lib/data/index-figures'
import { knownAddresses } from '@/lib/data/known-addresses'
import { readRows } from '@/lib/data/pages'
import { paidBefore, readPayments } from '@/lib/data/payments'
import { byCountedWeight, keyOf } from '@/lib/data/poll-votes'
import { readProposalEvents } from '@/lib/data/proposal-events'
import { load, type Reading } from '@/lib/data/reading'
import { roundView } from '@/lib/data/round'
import { simulateProposal } from '@/lib/data/simulation'
import {
  actionViews,
  datedRounds,
  type IndexedProposal,
  indexedProposal,
  proposalRow,
} from '@/lib/data/treasury'
import type { Loaded } from '@/lib/data/types'
import { proposalVoteCalls } from '@/lib/data/vote-calls'
import { visibleText } from '@/lib/format/author-text'
import { contractAddresses } from '@/lib/network/deployment'
import { settings } from '@/lib/network/settings'
import { countedFor, type NettedVote, netVotes } from '@/lib/protocol/netted-votes'
import type { ProposalState, TreasurySupport, TreasuryTally } from '@/lib/protocol/treasury-vote'
import { proposalDocument, proposalVotePageDocument } from '@/lib/subgraph/documents/proposal'
import { type IndexedAt, indexedAt } from '@/lib/subgraph/meta'
import { querySubgraph } from '@/lib/subgraph/query'

/** Longest reason shown; a vote may carry any length. */
const reasonLimit = 5_000

/** A vote as the index has it: the weight is the full one. */
export interface IndexedProposalVote {
  voter: Address
  support: TreasurySupport
  weightWei: bigint
  reason: string | null
  votedAt: number
  hash: Hash | null
}

export interface ProposalVotes {
  votes: readonly IndexedProposalVote[]
  indexedAt: IndexedAt
}

const supports: Readonly<Record<string, TreasurySupport>> = {
  For: 'for',
  Against: 'against',
  Abstain: 'abstain',
}

/** A reason as it may be shown: hidden characters and runs of empty lines out, cut, null when nothing is left. */
export function shownReason(reason: string | null): string | null {
  const text = visibleText(reason ?? '')
    .text.replace(/\n{3,}/g, '\n\n')
    .trim()
  if (text === '') return null
  return text.length <= reasonLimit ? text : `${text.slice(0, reasonLimit)}…`
}

/**
 * Every vote on a proposal.
 * @throws SourceError
 */
export async function readProposalVotes(proposal: string): Promise<ProposalVotes> {
  const { rows, indexedAt: at } = await readRows(
    (after, block) => querySubgraph(proposalVotePageDocument, { proposal, after, block }),
    ({ treasuryVoteEvents }) => treasuryVoteEvents,
  )
  const votes = rows.flatMap((row): IndexedProposalVote[] => {
    const support = supports[row.support]
    if (!support) return []
    const hash = isHash(row.transaction.id) ? row.transaction.id : null
    const voter = getAddress(row.voter.id)
    return [
      {
        voter,
        support,
        weightWei: indexWei(row.weight),
        reason: shownReason(row.reason),
        votedAt: row.timestamp,
        hash,
      },
    ]
  })
  return { votes, indexedAt: at }
}

/**
 * Whom accounts delegated to at the end of a past round; null for nobody. It never changes, so it is kept.
 * @throws SourceError
 */
export function readDelegatesAt(
  reading: Reading,
  accounts: readonly Address[],
  snapshot: number,
): Promise<readonly (Address | null)[]> {
  if (accounts.length === 0) return Promise.resolve([])
  return reading.settled(`delegated-at/${snapshot}/${keyOf(accounts)}`, 'immutable', async (block) => {
    const { BondingVotes, Multicall3 } = await contractAddresses()
    const delegates = await readChain((client) =>
      client.multicall({
        allowFailure: false,
        blockNumber: BigInt(block),
        multicallAddress: Multicall3,
        batchSize: multicallBytes,
        contracts: accounts.map((account) => ({
          address: BondingVotes,
          abi: bondingVotesAbi,
          functionName: 'delegatedAt' as const,
          args: [account, BigInt(snapshot)] as const,
        })),
      }),
    )
    return delegates.map(addressOrNone)
  })
}

/** The votes of the index as the governor counts them (contracts.md 11.2). */
export function nettedProposalVotes(
  votes: readonly IndexedProposalVote[],
  delegates: readonly (Address | null)[],
): NettedVote<TreasurySupport>[] {
  return netVotes(
    votes.map(({ voter, support, weightWei }, index) => ({
      voter,
      choice: support,
      weight: weightWei,
      delegate: delegates[index] ?? null,
    })),
  )
}

/** Whether counted votes are what the governor's tally says; they differ while the index lags behind the chain. */
export function addUp(votes: readonly NettedVote<TreasurySupport>[], tally: TreasuryTally): boolean {
  return (['against', 'for', 'abstain'] as const).every((side) => countedFor(votes, side) === tally[side])
}

/** Reads and nets the votes on a proposal; null when the index did not answer. */
export async function readNettedVotes(
  reading: Reading,
  id: string,
  snapshot: number,
): Promise<{
  indexed: readonly IndexedProposalVote[]
  netted: readonly NettedVote<TreasurySupport>[]
} | null> {
  const known = await reading.index(`proposal-votes/${id}`, 'per-minute', () => readProposalVotes(id))
  if (!known) return null
  const voters = known.votes.map(({ voter }) => voter)
  const delegates = await readDelegatesAt(reading, voters, snapshot)
  return { indexed: known.votes, netted: nettedProposalVotes(known.votes, delegates) }
}

async function readProposal(id: string): Promise<{ proposal: IndexedProposal | null; indexedAt: IndexedAt }> {
  const answer = await querySubgraph(proposalDocument, { id })
  const row = answer.treasuryProposal
  return { proposal: row ? indexedProposal(row) : null, indexedAt: indexedAt(answer._meta) }
}

function voteViews(
  indexed: readonly IndexedProposalVote[],
  netted: readonly NettedVote<TreasurySupport>[],
): ProposalVoteView[] {
  return indexed
    .flatMap((vote, index): ProposalVoteView[] => {
      const counted = netted[index]
      if (!counted) return []
      const { movedAway, counted: countedWei, delegate } = counted
      return [{ ...vote, movedAwayWei: movedAway, countedWei, delegate }]
    })
    .toSorted(byCountedWeight)
}

async function buildProposal(reading: Reading, id: string): Promise<ProposalView | null> {
  const core = await readCore(reading)
  const [found, known] = await Promise.all([
    readProposals(reading, core, [id]),
    reading.index(`proposal/${id}`, 'per-minute', () => readProposal(id)),
  ])
  const governor = found.get(id)
  if (!governor) return null
  const calls = known?.proposal?.calls ?? null
  const [votes, dates, actions, treasury, paid, events] = await Promise.all([
    governor.state === 'pending'
      ? { indexed: [], netted: [] }
      : readNettedVotes(reading, id, governor.snapshot),
    readRoundStarts(reading, core, datedRounds(governor)),
    calls && actionViews(calls),
    reading.settled('treasury', 'per-round', readTreasuryAddress),
    readPayments(reading, core),
    readProposalEvents(reading, id),
  ])
  const simulation =
    calls && (await simulateProposal(reading, { id, state: governor.state, treasury, calls }))
  const text = known?.proposal && actions ? { title: known.proposal.title, actions } : null
  return {
    ...proposalRow(id, governor, text, dates),
    round: roundView(core, reading.head.timestamp, settings().network.secondsPerBlock),
    body: known?.proposal?.body ?? null,
    hiddenCharacters: known?.proposal?.hiddenCharacters ?? 0,
    knownAddresses: await knownAddresses({ actions, proposer: governor.proposer }),
    voteCalls: governor.state === 'active' ? await proposalVoteCalls(id, await governorAddress()) : null,
    indexed: known ? (known.proposal ? 'yes' : 'not-yet') : 'unknown',
    simulation,
    paidBefore: actions && paid && paidBefore(paid, { id, actions }),
    events,
    nextStep: known?.proposal ? await nextStep(governor.state, known.proposal) : null,
    executableAt: executableAt(governor),
    votes: votes ? voteViews(votes.indexed, votes.netted) : null,
    votesAddUp: votes !== null && addUp(votes.netted, governor.tally),
  }
}

const nextSteps: Partial<Record<ProposalState, NextStepView['step']>> = {
  pending: 'cancel',
  succeeded: 'queue',
  queued: 'execute',
}

async function nextStep(state: ProposalState, proposal: IndexedProposal): Promise<NextStepView | null> {
  const step = nextSteps[state]
  const calldata = step && proposalCalldata(step, proposal.id, proposal)
  return calldata ? { step, governor: await governorAddress(), calldata } : null
}

/** The timelock gives 1 for what is done. */
function executableAt({ state, eta }: Pick<GovernorProposal, 'state' | 'eta'>): number | null {
  return state === 'queued' && eta > 1 ? eta : null
}

/**
 * One treasury proposal with text and votes (6.2); null when the governor knows no such id. Whether the index has it yet
 * does not matter: it then comes without text.
 *
 * @param id decimal, below 2^256
 */
export function loadProposal(id: string): Promise<Loaded<ProposalView | null>> {
  return load((reading) => buildProposal(reading, id))
}
