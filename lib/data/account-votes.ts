import { type Address, getAddress } from 'viem'
import { readRows } from '@/lib/data/pages'
import { load, missingSubgraph, type Reading } from '@/lib/data/reading'
import type { Loaded } from '@/lib/data/types'
import { SourceError } from '@/lib/network/source-error'
import type { PollChoice } from '@/lib/protocol/poll-tally'
import { type TreasurySupport, treasurySupports } from '@/lib/protocol/treasury-vote'
import {
  accountPollVotePageDocument,
  accountTreasuryVotePageDocument,
} from '@/lib/subgraph/documents/orchestrating-votes'
import type { IndexedAt } from '@/lib/subgraph/meta'
import { hasSubgraph, querySubgraph } from '@/lib/subgraph/query'

/** Every vote of one account as the index has it. */
export interface AccountVotesView {
  account: Address
  /** By the poll's address in lower case: the choice that stands. */
  polls: Readonly<Record<string, PollChoice>>
  /** By the proposal's decimal id. */
  proposals: Readonly<Record<string, TreasurySupport>>
}

const choices: Readonly<Record<string, PollChoice>> = { Yes: 'yes', No: 'no' }

async function readVotes(
  account: Address,
): Promise<Pick<AccountVotesView, 'polls' | 'proposals'> & { indexedAt: IndexedAt }> {
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

async function buildVotes(reading: Reading, account: Address): Promise<AccountVotesView> {
  const known = await reading.index(`account-votes/${account}`, 'live', () => readVotes(account))
  if (known) return { account, polls: known.polls, proposals: known.proposals }
  if (!hasSubgraph() && missingSubgraph.state === 'missing')
    throw new SourceError(missingSubgraph.reason, missingSubgraph.next)
  throw new SourceError('The index did not answer, and it alone lists who voted.', 'Reload in a moment.')
}

/** Every vote of an account, for the lists of polls and proposals (5.1, 6.1). */
export function loadAccountVotes(account: Address): Promise<Loaded<AccountVotesView>> {
  const voter = getAddress(account)
  return load((reading) => buildVotes(reading, voter))
}
