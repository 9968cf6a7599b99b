import { type Address, getAddress } from 'viem'
import { type AccountVotesView, loadAccountVotes } from '@/lib/data/account-votes'
import type { PollsView, TreasuryView } from '@/lib/data/governance-types'
import { loadPolls } from '@/lib/data/polls'
import { loadTreasury } from '@/lib/data/treasury'
import type { Loaded } from '@/lib/data/types'

/**
 * Votes that are open and in which an account has not voted; null while the index, which alone lists them, does not answer. Whether
 * the account has power in each is for the vote's own page.
 */
export interface VotesWaitingView {
  account: Address
  polls: number | null
  proposals: number | null
}

/** Open votes less those that the account has cast. */
export function votesWaiting(
  account: Address,
  cast: AccountVotesView | null,
  { rows: polls }: Pick<PollsView, 'rows'>,
  { rows: proposals }: Pick<TreasuryView, 'rows'>,
): VotesWaitingView {
  const open = <Row>(rows: readonly Row[] | null, waits: (row: Row) => boolean) =>
    cast === null || rows === null ? null : rows.filter(waits).length
  return {
    account,
    polls: open(polls, ({ state, address }) => state === 'open' && !cast?.polls[address.toLowerCase()]),
    proposals: open(proposals, ({ state, id }) => state === 'active' && !cast?.proposals[id]),
  }
}

/** How many votes wait for an account (1.3), from the lists that the site keeps anyway. */
export async function loadVotesWaiting(account: Address): Promise<Loaded<VotesWaitingView>> {
  const [votes, polls, treasury] = await Promise.all([loadAccountVotes(account), loadPolls(), loadTreasury()])
  if (!('value' in polls)) return polls
  if (!('value' in treasury)) return treasury
  const cast = 'value' in votes ? votes.value : null
  const value = votesWaiting(getAddress(account), cast, polls.value, treasury.value)
  if (!('value' in votes)) {
    return { state: 'partial', value, asOf: polls.asOf, reason: votes.reason, next: votes.next }
  }
  const weakest = [votes, polls, treasury].find(({ state }) => state !== 'ready') ?? votes
  return { ...weakest, value }
}
