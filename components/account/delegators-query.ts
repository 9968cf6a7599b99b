import type { DelegatorRow } from '@/lib/data/delegators'

export const delegatorSorts = ['stake', 'rewards', 'fees', 'since', 'claimed'] as const

/** What the list of delegators can be sorted by, as written in the URL. */
export type DelegatorSort = (typeof delegatorSorts)[number]

export interface DelegatorsQuery {
  sort: DelegatorSort
  dir: 'asc' | 'desc'
  /** As it stands in the URL. */
  page: string | null
}

export const delegatorsPerPage = 50

/** URL parameters to the list's state; what is missing or not known falls back to the default. */
export function parseDelegatorsQuery(params: Readonly<Record<string, unknown>>): DelegatorsQuery {
  const text = (name: string) => (typeof params[name] === 'string' ? params[name] : null)
  return {
    sort: delegatorSorts.find((sort) => sort === text('sort')) ?? 'stake',
    dir: text('dir') === 'asc' ? 'asc' : 'desc',
    page: text('page'),
  }
}

/** The URL of a state; defaults are left out. */
export function delegatorsHref(path: string, sort: DelegatorSort, dir: 'asc' | 'desc', page = 1): string {
  const params = new URLSearchParams()
  if (sort !== 'stake') params.set('sort', sort)
  if (dir !== 'desc') params.set('dir', dir)
  if (page > 1) params.set('page', String(page))
  const text = params.toString()
  return text === '' ? path : `${path}?${text}`
}

const value: Record<DelegatorSort, (row: DelegatorRow) => bigint> = {
  stake: (row) => row.stakeWei,
  rewards: (row) => row.stakeWei - row.bondedWei,
  fees: (row) => row.feesWei,
  since: (row) => BigInt(row.startRound),
  claimed: (row) => BigInt(row.lastClaimRound),
}

/** The whole list in the order asked for; equal ones keep the loader's order (most stake first). */
export function sortDelegators(
  rows: readonly DelegatorRow[],
  { sort, dir }: Pick<DelegatorsQuery, 'sort' | 'dir'>,
): DelegatorRow[] {
  const of = value[sort]
  const sign = dir === 'asc' ? 1 : -1
  return [...rows].sort((left, right) => {
    const [a, b] = [of(left), of(right)]
    return a === b ? 0 : a < b ? -sign : sign
  })
}
