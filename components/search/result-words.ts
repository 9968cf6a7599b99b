import { pollTitle } from '@/components/governance/poll-words'
import { proposalTitle, shortProposal } from '@/components/governance/proposal-words'
import { pollStateWords, proposalStateWords } from '@/components/governance/state-words'
import { kindWords } from '@/components/network/event-words'
import { companionKinds, eventTypes, isEventType } from '@/lib/data/event-types'
import { lowerAddress, shortenAddress, shortenHash } from '@/lib/format/address'
import { checksumAddress } from '@/lib/format/address-checksum'
import { fixedAmount } from '@/lib/format/amount'
import { formatDateTime } from '@/lib/format/date'
import { countOf, formatInteger } from '@/lib/format/number'
import { parseSearch } from '@/lib/search/query'
import type {
  AccountDoubt,
  OrchestratorEntry,
  PollEntry,
  ProposalEntry,
  SearchGap,
  SearchResult,
  SearchView,
  TransactionResult,
} from '@/lib/search/types'

/** A result as people read it. Titles may be by strangers: they are shown as text. */
export interface ResultWords {
  href: string
  /** What kind of thing it is, in a word or two. */
  kind: string
  title: string
  detail: string
  /** Why it may not be what is meant. */
  doubt: string | null
}

const short = (address: `0x${string}`) => shortenAddress(checksumAddress(lowerAddress(address)))

function orchestratorWords({ address, name, rank, active, totalStakeWei }: OrchestratorEntry): ResultWords {
  const place = rank === null ? 'not in the pool' : `rank ${formatInteger(rank)}`
  return {
    href: `/accounts/${lowerAddress(address)}/orchestrating`,
    kind: 'Orchestrator',
    title: name ?? short(address),
    detail: [
      ...(name === null ? [] : [short(address)]),
      `${fixedAmount(totalStakeWei, 0)} LPT`,
      active ? place : `${place}, not active`,
    ].join(' · '),
    doubt: null,
  }
}

function pollWords({ address, lip, title, ...poll }: PollEntry): ResultWords {
  const text = { state: 'ready', value: { lip, title } } as const
  return {
    href: `/voting/${lowerAddress(address)}`,
    kind: 'LIP poll',
    title: pollTitle({ address, text }),
    detail: `${pollStateWords(poll).label} · ${short(address)}`,
    doubt: null,
  }
}

function proposalWords({ id, title, state, verdict }: ProposalEntry): ResultWords {
  return {
    href: `/treasury/${id}`,
    kind: 'Treasury proposal',
    title: proposalTitle({ id, title }),
    detail: `${proposalStateWords({ state, verdict }).label} · ${shortProposal(id)}`,
    doubt: null,
  }
}

/** What a transaction did, in words; null: nothing that has words. */
function eventsPhrase(events: readonly string[]): string | null {
  const kinds = events.filter(isEventType).map((event) => eventTypes[event].kind)
  const telling = kinds.filter((kind) => !companionKinds.has(kind))
  const words = (telling.length > 0 ? telling : kinds).map((kind) => kindWords[kind].title)
  return words.length === 0 ? null : words.slice(0, 3).join(', ')
}

function transactionWords({ hash, timestamp, events, place }: TransactionResult): ResultWords {
  const at = formatDateTime(timestamp)
  const [href, where] =
    place.kind === 'poll'
      ? [`/voting/${lowerAddress(place.address)}`, `poll ${short(place.address)}`]
      : place.kind === 'proposal'
        ? [`/treasury/${place.id}`, `proposal ${shortProposal(place.id)}`]
        : [`/accounts/${lowerAddress(place.address)}/history`, `history of ${short(place.address)}`]
  return {
    href,
    kind: 'Transaction',
    title: eventsPhrase(events) ?? `Transaction ${shortenHash(hash)}`,
    detail: `${where} · ${at}`,
    doubt: null,
  }
}

function doubtWords(doubt: AccountDoubt): string {
  if (doubt.kind === 'bad-checksum')
    return 'The letter case is a checksum, and it is wrong: a character may be mistyped. Compare it with where you have it from.'
  return `Looks like ${doubt.label} (${short(doubt.address)}) once shortened, and is another account.`
}

/** What a result is called, what is said of it, and where it leads. */
export function resultWords(result: SearchResult): ResultWords {
  switch (result.kind) {
    case 'orchestrator':
      return orchestratorWords(result)
    case 'poll':
      return pollWords(result)
    case 'proposal':
      return proposalWords(result)
    case 'transaction':
      return transactionWords(result)
    case 'page':
      return { href: result.path, kind: 'Page', title: result.title, detail: '', doubt: null }
    case 'account':
      return {
        href: `/accounts/${lowerAddress(result.address)}/delegating`,
        kind: 'Account',
        title: result.name ?? checksumAddress(result.address),
        detail:
          result.name === null
            ? 'Stake, earnings and history of this address'
            : `${checksumAddress(result.address)}`,
        doubt: result.doubt && doubtWords(result.doubt),
      }
  }
}

const gapNames: Record<SearchGap['of'], string> = {
  orchestrators: 'Orchestrators could not be asked for',
  'unlisted-orchestrators': 'Orchestrators outside of the pool are missing',
  polls: 'LIP polls could not be asked for',
  'poll-titles': 'Some polls are found by their address only, without their titles',
  proposals: 'Treasury proposals could not be asked for',
  names: 'Names could not be asked for',
  transactions: 'Transactions could not be asked for',
}

/** What could not be searched, and why. */
export function gapWords({ of, reason }: SearchGap): string {
  return `${gapNames[of]}: ${reason}`
}

/** How many there are, as it is read out. */
export function countWords({ results, total }: Pick<SearchView, 'results' | 'total'>): string {
  if (total === 0) return 'Nothing found'
  if (results.length < total) return `The best ${results.length} of ${countOf(total, 'result')}`
  return countOf(total, 'result')
}

/** Why nothing was found, and what to try. */
export function nothingWords(text: string): string {
  const { hash, hex, name, foreign } = parseSearch(text)
  if (foreign)
    return 'This looks like an address and holds letters that no address has. Whoever sent it may mean to mislead you.'
  if (hash)
    return 'The index knows no such transaction. It has those of Livepeer’s contracts only, a few seconds after they were mined; a block explorer has all of them.'
  if (name)
    return 'No account has this name, and nothing else is called so. Check the spelling, or try the address.'
  if (hex !== null && hex.length > 20)
    return 'An address has 40 characters after 0x, a transaction hash 64: something may be missing at the end.'
  return 'Try a name, an address or a part of one, the number or title of a LIP, words of a proposal, or a transaction hash.'
}

/** The transaction a text names, at the network's block explorer; null: it names none, or the network has no explorer. */
export function explorerHref(text: string, explorerUrl: string | null): string | null {
  const { hash } = parseSearch(text)
  return hash && explorerUrl ? `${explorerUrl}/tx/${hash}` : null
}
