import { DAY } from '@/lib/protocol/day-series'

const ranges = ['30d', '90d', '1y', 'all'] as const

/** How far back the charts go. */
type TrendRange = (typeof ranges)[number]

/** What the charts of the overview show, all of it in the URL. */
export interface TrendQuery {
  range: TrendRange
  /** Fees by UTC day, or by UTC week. */
  by: 'day' | 'week'
  /** Fees and price of LPT in ETH or US dollars. */
  unit: 'eth' | 'usd'
}

/** As they are without a word in the URL. */
export const usualTrends: TrendQuery = { range: '90d', by: 'day', unit: 'eth' }

const rangeDays: Readonly<Record<Exclude<TrendRange, 'all'>, number>> = { '30d': 30, '90d': 90, '1y': 365 }

export const rangeWords: Readonly<Record<TrendRange, string>> = {
  '30d': '30 days',
  '90d': '90 days',
  '1y': '1 year',
  all: 'All',
}

/** Days of a range, the running one among them; null: all there are. */
export function daysOf(range: TrendRange): number | null {
  return range === 'all' ? null : rangeDays[range]
}

/** How many rounds a range holds, whole ones; null: all there are. */
export function roundsOf(range: TrendRange, roundSeconds: number): number | null {
  const days = daysOf(range)
  return days === null ? null : Math.ceil((days * DAY) / Math.max(1, roundSeconds))
}

/** The ranges that so many days fill, and all of them. */
export function offeredRanges(days: number): readonly TrendRange[] {
  return ranges.filter((range) => days > (daysOf(range) ?? 0))
}

/** Reads a URL's parameters; what is none of ours is as usual. */
export function parseTrendQuery(search: Readonly<Record<string, unknown>>): TrendQuery {
  return {
    range: ranges.find((range) => range === search.range) ?? usualTrends.range,
    by: search.by === 'week' ? 'week' : 'day',
    unit: search.in === 'usd' ? 'usd' : 'eth',
  }
}

function parameters(query: TrendQuery): string {
  const search = new URLSearchParams()
  if (query.range !== usualTrends.range) search.set('range', query.range)
  if (query.by !== usualTrends.by) search.set('by', query.by)
  if (query.unit !== usualTrends.unit) search.set('in', query.unit)
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}

/** The overview with other charts, where they stand. */
export function trendHref(query: TrendQuery): string {
  return `/${parameters(query)}#trends`
}

/** The figures of one chart as data and as a file. */
export function trendSource(name: string, query: TrendQuery): { json: string; csv: string } {
  return {
    json: `/trends/${name}/json${parameters(query)}`,
    csv: `/trends/${name}/csv${parameters(query)}`,
  }
}
