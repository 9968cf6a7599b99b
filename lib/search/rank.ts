import { lowerAddress } from '@/lib/format/address'
import { type KnownAddress, textDoubts } from '@/lib/format/look-alikes'
import { fold } from '@/lib/search/fold'
import type { SearchQuery } from '@/lib/search/query'
import type { AccountDoubt, AccountResult, SearchEntry, SearchResult } from '@/lib/search/types'

/*
 * How well an entry fits what was typed, 0 best; null: not at all. The classes: it is named exactly; the text begins
 * with it; a word begins with it; every word of it is there; it is somewhere inside.
 */
const exact = 0
const beginning = 1
const wordBeginning = 2
const everyWord = 3
const inside = 4
const elsewhere = 5

type Fit = number | null

const best = (...fits: Fit[]): Fit =>
  fits.reduce((least, fit) => (fit !== null && (least === null || fit < least) ? fit : least), null)

/** How a text fits; both folded. */
function textFit(text: string, wanted: string): Fit {
  if (wanted === '' || text === '') return null
  if (text === wanted) return exact
  if (text.startsWith(wanted)) return beginning
  const words = text.split(/[^\p{L}\p{N}]+/u)
  if (words.some((word) => word.startsWith(wanted))) return wordBeginning
  if (text.includes(wanted)) return inside
  const parts = wanted.split(' ')
  return parts.length > 1 && parts.every((part) => text.includes(part)) ? everyWord : null
}

/** How an address fits a whole one, a part or its two ends. */
function addressFit(address: string, query: SearchQuery): Fit {
  const digits = address.slice(2).toLowerCase()
  if (query.address) return query.address.value.slice(2) === digits ? exact : null
  if (query.ends)
    return digits.startsWith(query.ends.start) && digits.endsWith(query.ends.end) ? beginning : null
  if (!query.hex) return null
  return digits.startsWith(query.hex) ? wordBeginning : digits.includes(query.hex) ? elsewhere : null
}

/** How a proposal's id fits: whole, in decimal or hexadecimal, its beginning, its end, or both as pages shorten it. */
function idFit(id: string, { digits, ends, hash }: SearchQuery): Fit {
  if (hash && BigInt(hash) === BigInt(id)) return exact
  if (ends) return id.startsWith(ends.start) && id.endsWith(ends.end) ? beginning : null
  if (!digits || digits.length < 3) return digits === id ? exact : null
  if (digits === id) return exact
  return id.startsWith(digits) || id.endsWith(digits) ? inside : null
}

function entryFit(entry: SearchEntry, query: SearchQuery): Fit {
  switch (entry.kind) {
    case 'orchestrator': {
      const service = textFit(fold(entry.serviceUri ?? ''), query.folded)
      return best(
        textFit(fold(entry.name ?? ''), query.folded),
        addressFit(entry.address, query),
        service === null ? null : elsewhere,
      )
    }
    case 'poll': {
      const called = entry.lip === null ? '' : `lip-${entry.lip} lip ${entry.lip} `
      return best(
        entry.lip !== null && query.lip === entry.lip ? exact : null,
        textFit(fold(entry.title ?? ''), query.folded),
        textFit(fold(`${called}${entry.title ?? ''}`), query.folded),
        addressFit(entry.address, query),
      )
    }
    case 'proposal': {
      const proposer = addressFit(entry.proposer, query)
      return best(
        textFit(fold(entry.title ?? ''), query.folded),
        idFit(entry.id, query),
        proposer === null ? null : elsewhere,
      )
    }
    case 'page': {
      const words = textFit(fold(entry.words), query.folded)
      return best(
        textFit(fold(entry.title), query.folded),
        words === null ? null : Math.max(words, wordBeginning),
      )
    }
  }
}

/** What an address somebody typed may be mistaken for: orchestrators that look the same once shortened. */
function doubtOf(
  { value, broken }: { value: string; broken: boolean },
  entries: readonly SearchEntry[],
): AccountDoubt | null {
  if (broken) return { kind: 'bad-checksum' }
  const known = entries.flatMap((entry): KnownAddress[] =>
    entry.kind === 'orchestrator' ? [{ address: entry.address, label: entry.name ?? 'an orchestrator' }] : [],
  )
  const doubt = textDoubts(value, known).find(({ kind }) => kind === 'address')
  if (doubt?.kind !== 'address') return null
  return {
    kind: 'resembles',
    address: lowerAddress(doubt.known.address as `0x${string}`),
    label: doubt.known.label,
  }
}

/** The account that a whole address names, whoever it is; null: none was typed. */
export function accountResult(query: SearchQuery, entries: readonly SearchEntry[]): AccountResult | null {
  return query.address
    ? { kind: 'account', address: query.address.value, name: null, doubt: doubtOf(query.address, entries) }
    : null
}

/**
 * Everything that fits, best first; entries that fit equally well stay in their order (stake, open votes first). A whole address
 * always finds its account: first when it is in doubt, so that the doubt is seen, else behind what is known of it.
 */
export function rank(query: SearchQuery, entries: readonly SearchEntry[]): SearchResult[] {
  const found = entries
    .flatMap((entry, place) => {
      const fit = entryFit(entry, query)
      return fit === null ? [] : [{ entry, fit, place }]
    })
    .sort((left, right) => left.fit - right.fit || left.place - right.place)
    .map(({ entry }): SearchResult => entry)
  const account = accountResult(query, entries)
  if (!account) return found
  const exactOnes = query.address
    ? found.filter((result) => 'address' in result && lowerAddress(result.address) === query.address?.value)
    : []
  const others = found.filter((result) => !exactOnes.includes(result))
  return account.doubt ? [account, ...exactOnes, ...others] : [...exactOnes, account, ...others]
}

/** Orchestrators that are suggested before anything is typed. */
const suggestedOrchestrators = 5

/** What is worth opening before anything is typed: votes that are open, the orchestrators with most stake, pages. */
export function suggest(entries: readonly SearchEntry[]): SearchResult[] {
  const of = <Kind extends SearchEntry['kind']>(kind: Kind) =>
    entries.filter((entry): entry is Extract<SearchEntry, { kind: Kind }> => entry.kind === kind)
  return [
    ...of('poll').filter(({ state }) => state === 'open'),
    ...of('proposal').filter(({ state }) => state === 'active' || state === 'pending'),
    ...of('orchestrator').slice(0, suggestedOrchestrators),
    ...of('page'),
  ]
}
