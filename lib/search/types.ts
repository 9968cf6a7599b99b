import type { Address, Hash } from 'viem'
import type { PollState } from '@/lib/protocol/poll-tally'
import type { ProposalState, TreasuryVerdict } from '@/lib/protocol/treasury-vote'

/*
 * What search knows and finds. Texts (names, titles, service addresses) are by strangers: they go to the page as text. The
 * conventions of lib/data/types.ts hold.
 */

export interface OrchestratorEntry {
  kind: 'orchestrator'
  address: Address
  name: string | null
  serviceUri: string | null
  /** Place by stake, from 1; null: not in the pool. */
  rank: number | null
  active: boolean
  totalStakeWei: bigint
}

export interface PollEntry {
  kind: 'poll'
  address: Address
  /** null: its text has none, or is not known now. */
  lip: string | null
  title: string | null
  state: PollState
  quorumP6: bigint
  quotaP6: bigint
}

export interface ProposalEntry {
  kind: 'proposal'
  /** Decimal; 256 bits. */
  id: string
  title: string | null
  proposer: Address
  state: ProposalState
  verdict: TreasuryVerdict | null
}

/** A page of the site that stands for itself. */
export interface PageEntry {
  kind: 'page'
  path: string
  title: string
  /** What it is also looked for by. */
  words: string
}

export type SearchEntry = OrchestratorEntry | PollEntry | ProposalEntry | PageEntry

/** Why an account found for what was typed may not be the one that is meant. */
export type AccountDoubt =
  /** Its letter case is a checksum that does not add up: a character is wrong or missing. */
  | { kind: 'bad-checksum' }
  /** Differs from a known address where nobody looks. */
  | { kind: 'resembles'; address: Address; label: string }

export interface AccountResult {
  kind: 'account'
  address: Address
  /** The name that was asked for and leads here; null: the address itself was. */
  name: string | null
  doubt: AccountDoubt | null
}

/** What a transaction did and whose page has it. */
export interface TransactionResult {
  kind: 'transaction'
  hash: Hash
  /** Chain time, Unix seconds. */
  timestamp: number
  /** What happened there, by the names of the index; empty: it has no event of its own. */
  events: readonly string[]
  /** The page it belongs to. */
  place:
    | { kind: 'account'; address: Address }
    | { kind: 'poll'; address: Address }
    | { kind: 'proposal'; id: string }
}

export type SearchResult = SearchEntry | AccountResult | TransactionResult

/** Something that could not be searched now. */
export interface SearchGap {
  of:
    | 'orchestrators'
    | 'unlisted-orchestrators'
    | 'polls'
    | 'poll-titles'
    | 'proposals'
    | 'names'
    | 'transactions'
  reason: string
}

export interface SearchView {
  /** What was asked for, without what nobody sees. */
  query: string
  /** Best first; the first ones of `total`. */
  results: readonly SearchResult[]
  total: number
  /** Empty: everything was searched. */
  gaps: readonly SearchGap[]
}
