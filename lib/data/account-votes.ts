import { type Address, getAddress } from 'viem'
import { readRows } from '@/lib/data/pages'
import { indexNeeded } from '@/lib/data/poll-source'
import { readPollStakes } from '@/lib/data/poll-votes'
import { load, type Reading } from '@/lib/data/reading'
import type { Loaded } from '@/lib/data/types'
import type { PollChoice } from '@/lib/protocol/poll-tally'
import { type TreasurySupport, treasurySupports } from '@/lib/protocol/treasury-vote'
import { sameAddress } from '@/lib/protocol/types'
import {
  accountPollVotePageDocument,
  accountTreasuryVotePageDocument,
} from '@/lib/subgraph/documents/orchestrating-votes'
import type { IndexedAt } from '@/lib/subgraph/meta'
import { querySubgraph } from '@/lib/subgraph/query'

interface Votes {
  /** By the poll's address in lower case: the choice that stands. */
  polls: Readonly<Record<string, PollChoice>>
  /** By the proposal's decimal id. */
  proposals: Readonly<Record<string, TreasurySupport>>
}

/** Every vote of one account as the index has it, and of the orchestrator that votes with its stake where it does not. */
export interface AccountVotesView extends Votes {
  account: Address
  /** Whom it delegates to now; null for nobody, for itself, and for an account that is no orchestrator. */
  orchestrator: (Votes & { address: Address }) | null
}

const choices: Readonly<Record<string, PollChoice>> = { Yes: 'yes', No: 'no' }

async function readVotes(account: Address): Promise<Votes & { indexedAt: IndexedAt }> {
  const voter = account.toLowerCase()
  const [polls, proposals] = await Promise.all([
    readRows(
      (after, block) => querySubgraph(accountPollVotePageDocument, { voter, after, block }),
      ({ votes }) => votes,
    ),
    readRows(
      (after, block) => querySubgraph(accountTreasuryVotePageDocument, { voter, after, block }),
      ({ treasuryVoteEvents }) => treasuryVoteEvents,
    ),
  ])
  return {
    polls: Object.fromEntries(
      polls.rows.flatMap(({ poll, choiceID }) => {
        const choice = choiceID === null ? undefined : choices[choiceID]
        return poll && choice ? [[poll.id, choice] as const] : []
      }),
    ),
    proposals: Object.fromEntries(
      proposals.rows.flatMap(({ proposal, support: text }) => {
        const support = treasurySupports.find((known) => known === text.toLowerCase())
        return support ? [[proposal.id, support] as const] : []
      }),
    ),
    indexedAt: polls.indexedAt,
  }
}

async function votesOf(reading: Reading, account: Address): Promise<Votes | null> {
  const known = await reading.index(`account-votes/${account}`, 'live', () => readVotes(account))
  return known && { polls: known.polls, proposals: known.proposals }
}

/** The orchestrator an account delegates to now, itself left out. */
async function orchestratorOf(reading: Reading, account: Address): Promise<Address | null> {
  const [stake] = await readPollStakes(reading, [account])
  const delegate = stake?.delegate ?? null
  if (delegate === null || sameAddress(delegate, account)) return null
  const [theirs] = await readPollStakes(reading, [delegate])
  return theirs?.delegate && sameAddress(theirs.delegate, delegate) ? delegate : null
}

async function buildVotes(reading: Reading, account: Address): Promise<AccountVotesView> {
  const [own, orchestrator] = await Promise.all([votesOf(reading, account), orchestratorOf(reading, account)])
  if (!own) throw indexNeeded('who voted')
  const theirs = orchestrator && (await votesOf(reading, orchestrator))
  return { account, ...own, orchestrator: orchestrator && theirs && { address: orchestrator, ...theirs } }
}

/** Every vote of an account, for the lists of polls and proposals (5.1, 6.1). */
export function loadAccountVotes(account: Address): Promise<Loaded<AccountVotesView>> {
  const voter = getAddress(account)
  return load((reading) => buildVotes(reading, voter))
}
