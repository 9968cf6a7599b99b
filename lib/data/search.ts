import type { Hash } from 'viem'
import { within } from '@/lib/data/cache'
import { buildOrchestrators } from '@/lib/data/orchestrators'
import { buildPolls } from '@/lib/data/polls'
import { load, type Reading } from '@/lib/data/reading'
import { readTransaction } from '@/lib/data/transaction'
import { buildTreasury } from '@/lib/data/treasury'
import type { Loaded } from '@/lib/data/types'
import { namesAreSilent, resolveName } from '@/lib/ens/names'
import { lowerAddress } from '@/lib/format/address'
import { settings } from '@/lib/network/settings'
import { isSourceError } from '@/lib/network/source-error'
import { parseSearch, type SearchQuery } from '@/lib/search/query'
import { rank, suggest } from '@/lib/search/rank'
import { searchablePages } from '@/lib/search/site-pages'
import type { SearchEntry, SearchGap, SearchResult, SearchView } from '@/lib/search/types'

/** Results of one answer; more of them are seldom read, a longer text finds fewer. */
const mostResults = 40
const noIndex = 'The index, which alone has them, did not answer.'

interface Part {
  entries: readonly SearchEntry[]
  gaps: readonly SearchGap[]
}

/** A part of what is searched, or why it is missing: the others are searched all the same. */
async function part(of: SearchGap['of'], read: () => Promise<Part>): Promise<Part> {
  try {
    return await within(read(), settings().deadlineMs * 0.8)
  } catch (error) {
    if (!isSourceError(error)) throw error
    return { entries: [], gaps: [{ of, reason: error.reason }] }
  }
}

function readOrchestratorEntries(reading: Reading): Promise<Part> {
  return part('orchestrators', async () => {
    const { rows, complete } = await buildOrchestrators(reading)
    return {
      entries: rows.map(({ address, name, serviceUri, rank, active, totalStakeWei }) => ({
        kind: 'orchestrator',
        ...{ address, name, serviceUri, rank, active, totalStakeWei },
      })),
      gaps: complete ? [] : [{ of: 'unlisted-orchestrators', reason: noIndex }],
    }
  })
}

function readPollEntries(reading: Reading): Promise<Part> {
  return part('polls', async () => {
    const { rows } = await buildPolls(reading)
    if (!rows) return { entries: [], gaps: [{ of: 'polls', reason: noIndex }] }
    const untitled = rows.flatMap(({ text }) => (text.state === 'ready' ? [] : [text.reason]))
    return {
      entries: rows.map(({ address, text, state, quorumP6, quotaP6 }) => ({
        kind: 'poll',
        ...{ address, state, quorumP6, quotaP6 },
        lip: text.state === 'ready' ? text.value.lip : null,
        title: text.state === 'ready' ? text.value.title : null,
      })),
      gaps: untitled.slice(0, 1).map((reason) => ({ of: 'poll-titles', reason })),
    }
  })
}

function readProposalEntries(reading: Reading): Promise<Part> {
  return part('proposals', async () => {
    const { rows } = await buildTreasury(reading)
    if (!rows) return { entries: [], gaps: [{ of: 'proposals', reason: noIndex }] }
    return {
      entries: rows.map(({ id, title, proposer, state, verdict }) => ({
        kind: 'proposal',
        ...{ id, title, proposer, state, verdict },
      })),
      gaps: [],
    }
  })
}

interface Extra {
  results: readonly SearchResult[]
  gaps: readonly SearchGap[]
}

/** The account that a name leads to. */
async function readNamed({ name }: SearchQuery): Promise<Extra> {
  if (name === null) return { results: [], gaps: [] }
  const found = await resolveName(name)
  if (!('value' in found)) return { results: [], gaps: [{ of: 'names', reason: found.reason }] }
  if (found.value === null) return { results: [], gaps: [] }
  return {
    results: [{ kind: 'account', address: lowerAddress(found.value), name: name.toLowerCase(), doubt: null }],
    gaps: [],
  }
}

async function readHash(reading: Reading, hash: Hash | null): Promise<Extra> {
  if (hash === null) return { results: [], gaps: [] }
  const known = await reading.index(`transaction/${hash}`, 'per-minute', () => readTransaction(hash))
  return known
    ? { results: known.results, gaps: [] }
    : { results: [], gaps: [{ of: 'transactions', reason: noIndex }] }
}

/** Whether a text could be a part of a name: what is only an address, a hash or a number could not. */
const mayBeName = ({ text, address, hash, digits, ends }: SearchQuery) =>
  text !== '' && !address && !hash && !digits && !ends

async function buildSearch(reading: Reading, query: SearchQuery): Promise<SearchView> {
  const [orchestrators, polls, proposals, named, transactions] = await Promise.all([
    readOrchestratorEntries(reading),
    readPollEntries(reading),
    readProposalEntries(reading),
    readNamed(query),
    readHash(reading, query.hash),
  ])
  const parts = [orchestrators, polls, proposals]
  const entries = [...parts.flatMap((one) => one.entries), ...searchablePages]
  const ranked = query.text === '' ? suggest(entries) : rank(query, entries)
  const results = [...transactions.results, ...withNamed(ranked, named.results)]
  const gaps = [...parts.flatMap((one) => one.gaps), ...named.gaps, ...transactions.gaps]
  const silent = mayBeName(query) && named.gaps.length === 0 ? namesAreSilent() : null
  return {
    query: query.text,
    results: query.text === '' ? results : results.slice(0, mostResults),
    total: results.length,
    gaps: silent ? [...gaps, { of: 'names', reason: silent.reason }] : gaps,
  }
}

/** The account of a name behind what is known of that account, before everything else. */
function withNamed(ranked: readonly SearchResult[], named: readonly SearchResult[]): SearchResult[] {
  const [account] = named
  if (account?.kind !== 'account') return [...ranked]
  const same = ranked.filter(
    (result) => result.kind === 'orchestrator' && lowerAddress(result.address) === account.address,
  )
  return [...same, account, ...ranked.filter((result) => !same.includes(result))]
}

/** What the site and its sources know of a text (9.1); before anything is typed, what is worth opening. Says what it could not ask. */
export function loadSearch(text: string): Promise<Loaded<SearchView>> {
  const query = parseSearch(text)
  return load((reading) => buildSearch(reading, query))
}
