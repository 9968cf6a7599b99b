/** The list's state, all of it in the URL, and how a URL is read and written. */

import { sortedBy as sortedByKey } from '@/lib/format/sort-order'

/** Columns after the name, in their order on the page. */
export const columnKeys = [
  'stake',
  'delegators',
  'reward-cut',
  'fee-cut',
  'fees',
  'calls-30',
  'calls-90',
  'this-round',
  'yield-30',
  'yield-90',
  'projected',
  'fee-yield',
  'score',
  'standing',
] as const
export type ColumnKey = (typeof columnKeys)[number]

/** Columns shown unless others are chosen. */
export const defaultColumns: readonly ColumnKey[] = columnKeys.filter(
  (key) => key !== 'fee-yield' && key !== 'this-round',
)

/** What the list can be sorted by, as written in the URL. */
export const sortKeys = [
  'stake',
  'name',
  'delegators',
  'reward-cut',
  'fee-cut',
  'fees',
  'calls-30',
  'calls-90',
  'yield-30',
  'yield-90',
  'projected',
  'fee-yield',
  'score',
  'standing',
] as const
export type SortKey = (typeof sortKeys)[number]

export const shows = ['active', 'next', 'edge', 'all'] as const

/** `active`: active in this round; `next`: in the active set of the next one; `edge`: its seat is not safe. */
export type Show = (typeof shows)[number]

/** Windows of which no reward call may be missed; null: any. */
const callWindows = ['30', '90'] as const

/** Horizons of the projection, in days. */
export const horizons = [30, 90, 180, 365, 730] as const

export interface ListQuery {
  sort: SortKey
  dir: 'asc' | 'desc'
  search: string
  show: Show
  /** Highest cuts, of today and of the last 180 days, in percent. */
  maxRewardCut: number | null
  maxFeeCut: number | null
  /** Least realised yield of 30 rounds, percent a year. */
  minYield: number | null
  allCalls: (typeof callWindows)[number] | null
  /** No rise of a cut in 180 days. */
  steady: boolean
  columns: readonly ColumnKey[]
  /** Whole LPT projected, and for how many days. */
  amount: number
  days: (typeof horizons)[number]
}

/** The list as it stands without anything in the URL. */
export const defaultQuery: ListQuery = {
  sort: 'stake',
  dir: 'desc',
  search: '',
  show: 'active',
  maxRewardCut: null,
  maxFeeCut: null,
  minYield: null,
  allCalls: null,
  steady: false,
  columns: defaultColumns,
  amount: 1_000,
  days: 365,
}

/** Direction a first click on a column sorts in: what a delegator wants at the top. */
export const firstDirection: Record<SortKey, 'asc' | 'desc'> = {
  stake: 'desc',
  name: 'asc',
  delegators: 'desc',
  'reward-cut': 'asc',
  'fee-cut': 'asc',
  fees: 'desc',
  'calls-30': 'desc',
  'calls-90': 'desc',
  'yield-30': 'desc',
  'yield-90': 'desc',
  projected: 'desc',
  'fee-yield': 'desc',
  score: 'desc',
  standing: 'desc',
}

/** Longest search text taken from a URL: a full address fits. */
export const maxSearchLength = 64
export const mostAmount = 100_000_000

/** A whole number of the URL within bounds, or null. */
function whole(text: string | null, least: number, most: number): number | null {
  if (text === null || !/^\d{1,9}$/.test(text)) return null
  const value = Number(text)
  return value >= least && value <= most ? value : null
}

/** URL parameters to the list's state; what is missing or not known falls back to the default. Never throws. */
export function parseListQuery(params: { get(name: string): string | null }): ListQuery {
  const sort = sortKeys.find((key) => key === params.get('sort')) ?? defaultQuery.sort
  const dir = params.get('dir')
  const chosen = (params.get('cols') ?? '').split(',')
  const columns = columnKeys.filter((key) => chosen.includes(key))
  return {
    sort,
    dir: dir === 'asc' || dir === 'desc' ? dir : firstDirection[sort],
    search: (params.get('q') ?? '').trim().slice(0, maxSearchLength),
    show: shows.find((show) => show === params.get('show')) ?? defaultQuery.show,
    maxRewardCut: whole(params.get('cut'), 0, 100),
    maxFeeCut: whole(params.get('feecut'), 0, 100),
    minYield: whole(params.get('yield'), 0, 1_000),
    allCalls: callWindows.find((window) => window === params.get('calls')) ?? null,
    steady: params.get('steady') === '1',
    columns: columns.length === 0 ? defaultColumns : columns,
    amount: whole(params.get('amount'), 1, mostAmount) ?? defaultQuery.amount,
    days: horizons.find((days) => `${days}` === params.get('days')) ?? defaultQuery.days,
  }
}

/** Parameters of a state in the order of the form's fields; defaults are left out, so that one state has one URL. */
function listParams(query: ListQuery): URLSearchParams {
  const params = new URLSearchParams()
  const set = (name: string, value: string | number | null) => {
    if (value !== null && value !== '') params.set(name, `${value}`)
  }
  set('q', query.search)
  set('show', query.show === defaultQuery.show ? null : query.show)
  const natural = query.dir === firstDirection[query.sort]
  set('sort', query.sort === defaultQuery.sort && natural ? null : query.sort)
  set('dir', natural ? null : query.dir)
  set('cut', query.maxRewardCut)
  set('feecut', query.maxFeeCut)
  set('yield', query.minYield)
  set('calls', query.allCalls)
  set('steady', query.steady ? '1' : null)
  set('amount', query.amount === defaultQuery.amount ? null : query.amount)
  set('days', query.days === defaultQuery.days ? null : query.days)
  set('cols', query.columns.join() === defaultColumns.join() ? null : query.columns.join())
  return params
}

/** The URL of a state. */
export function listHref(query: ListQuery, path = '/orchestrators'): string {
  // Commas are plain in a query; spelled out they would make the URL unreadable.
  const text = listParams(query).toString().replaceAll('%2C', ',')
  return text ? `${path}?${text}` : path
}

/** The state after a click on a column's head: sort by it, or turn its direction around. */
export function sortedBy(query: ListQuery, key: SortKey): ListQuery {
  return sortedByKey(query, key, firstDirection[key])
}

/** How many filters besides the search and the show choice are set. */
export function filterCount(query: ListQuery): number {
  const set = [query.maxRewardCut, query.maxFeeCut, query.minYield, query.allCalls]
  return set.filter((value) => value !== null).length + (query.steady ? 1 : 0)
}
