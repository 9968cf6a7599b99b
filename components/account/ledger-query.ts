/** How the earnings page groups its table. */
export const ledgerGroups = ['round', 'day', 'month', 'year'] as const
export type LedgerGroup = (typeof ledgerGroups)[number]

/** What the URL of an earnings page asks for. Pages count from 1, newest first. */
export interface LedgerQuery {
  by: LedgerGroup
  page: number
}

/** Rows of a page of the table. */
export const ledgerPageSize = 50

/** The query of a URL; anything unknown is the default. */
export function parseLedgerQuery(
  search: Readonly<Record<string, string | string[] | undefined>>,
): LedgerQuery {
  const by = ledgerGroups.find((group) => group === search.by) ?? 'round'
  const page = typeof search.page === 'string' && /^[1-9]\d{0,5}$/.test(search.page) ? Number(search.page) : 1
  return { by, page }
}

/** The one spelling of a query's URL: defaults are left out. */
export function ledgerHref(address: string, { by, page }: LedgerQuery): string {
  const search = new URLSearchParams()
  if (by !== 'round') search.set('by', by)
  if (page > 1) search.set('page', page.toString())
  const text = search.toString()
  return `/accounts/${address}/earnings${text === '' ? '' : `?${text}`}`
}

/** Rows of one page of a list given oldest first, newest first; a page past the end is the last one. */
export function ledgerPage<Row>(
  rows: readonly Row[],
  page: number,
): { rows: readonly Row[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(rows.length / ledgerPageSize))
  const shown = Math.min(page, pages)
  const end = rows.length - (shown - 1) * ledgerPageSize
  return { rows: rows.slice(Math.max(0, end - ledgerPageSize), end).toReversed(), page: shown, pages }
}
