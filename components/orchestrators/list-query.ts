import type { ListRow } from '@/components/orchestrators/list-row'

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
  'standing',
] as const

export type SortKey = (typeof sortKeys)[number]

export const shows = ['active', 'all', 'next', 'edge'] as const

/** `active`: active in this round; `next`: in the active set of the next one; `edge`: its seat is not safe. */
export type Show = (typeof shows)[number]

/** The list's state, all of it in the URL. */
export interface ListQuery {
  sort: SortKey
  dir: 'asc' | 'desc'
  search: string
  show: Show
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
  standing: 'desc',
}

/** Longest search text taken from a URL: a full address fits. */
export const maxSearchLength = 64

/** URL parameters to the list's state; what is missing or not known falls back to the default. Never throws. */
export function parseListQuery(params: { get(name: string): string | null }): ListQuery {
  const sort = sortKeys.find((key) => key === params.get('sort')) ?? 'stake'
  const dir = params.get('dir')
  return {
    sort,
    dir: dir === 'asc' || dir === 'desc' ? dir : firstDirection[sort],
    search: (params.get('q') ?? '').trim().slice(0, maxSearchLength),
    show: shows.find((show) => show === params.get('show')) ?? 'active',
  }
}

/** The URL of a state; defaults are left out, so that one state has one URL. */
export function listHref(query: ListQuery): string {
  const params = new URLSearchParams()
  if (query.search) params.set('q', query.search)
  if (query.show !== 'active') params.set('show', query.show)
  if (query.sort !== 'stake' || query.dir !== 'desc') params.set('sort', query.sort)
  if (query.dir !== firstDirection[query.sort]) params.set('dir', query.dir)
  const text = params.toString()
  return text ? `/orchestrators?${text}` : '/orchestrators'
}

/** The state after a click on a column's head: sort by it, or turn its direction around. */
export function sortedBy(query: ListQuery, key: SortKey): ListQuery {
  const dir = query.sort === key ? (query.dir === 'asc' ? 'desc' : 'asc') : firstDirection[key]
  return { ...query, sort: key, dir }
}

function isShown(row: ListRow, show: Show): boolean {
  if (show === 'active') return row.active
  if (show === 'next') return row.standing === 'in' || row.standing === 'edge' || row.standing === 'joining'
  if (show === 'edge') return row.standing === 'edge' || row.standing === 'leaving'
  return true
}

/**
 * The rows a state shows, in its order. Search matches any part of the name or address, in any letter case. Unknown
 * values come last in both directions; equal ones keep the loader's order (stake).
 */
export function selectRows(rows: readonly ListRow[], query: ListQuery): ListRow[] {
  const text = query.search.toLowerCase()
  const sign = query.dir === 'asc' ? 1 : -1
  return rows
    .filter((row) => isShown(row, query.show))
    .filter(
      (row) => row.address.toLowerCase().includes(text) || (row.name ?? '').toLowerCase().includes(text),
    )
    .sort((a, b) => {
      const [left, right] = [a.order[query.sort], b.order[query.sort]]
      if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1
      return sign * (left - right)
    })
}
