import type { GatewayRow } from '@/lib/data/gateways'

export const gatewaysPath = '/gateways'
export const gatewaysPerPage = 50
export const maxGatewaySearch = 64

export const gatewayShows = ['all', 'paying', 'funded'] as const
/** `paying`: a ticket of it was redeemed in 90 days; `funded`: it has a deposit or reserve now. */
export type GatewayShow = (typeof gatewayShows)[number]

export const gatewaySorts = [
  'paid-90',
  'paid',
  'deposit',
  'reserve',
  'last-paid',
  'funded-since',
  'name',
] as const
export type GatewaySort = (typeof gatewaySorts)[number]

/** The list's state, all of it in the URL. */
export interface GatewaysQuery {
  search: string
  show: GatewayShow
  sort: GatewaySort
  dir: 'asc' | 'desc'
  /** As it stands in the URL. */
  page: string | null
}

/** Direction a first click on a column sorts in. */
export const firstGatewayDirection = (sort: GatewaySort): 'asc' | 'desc' => (sort === 'name' ? 'asc' : 'desc')

/** URL parameters to the list's state; what is missing or not known falls back to the default. */
export function parseGateways(params: Readonly<Record<string, unknown>>): GatewaysQuery {
  const text = (name: string) => (typeof params[name] === 'string' ? params[name] : null)
  const sort = gatewaySorts.find((key) => key === text('sort')) ?? 'paid-90'
  const dir = text('dir')
  return {
    search: (text('q') ?? '').trim().slice(0, maxGatewaySearch),
    show: gatewayShows.find((show) => show === text('show')) ?? 'all',
    sort,
    dir: dir === 'asc' || dir === 'desc' ? dir : firstGatewayDirection(sort),
    page: text('page'),
  }
}

/** The URL of a state; defaults are left out. */
export function gatewaysHref(query: Omit<GatewaysQuery, 'page'>, page = 1): string {
  const params = new URLSearchParams()
  if (query.search) params.set('q', query.search)
  if (query.show !== 'all') params.set('show', query.show)
  const natural = query.dir === firstGatewayDirection(query.sort)
  if (query.sort !== 'paid-90' || !natural) params.set('sort', query.sort)
  if (!natural) params.set('dir', query.dir)
  if (page > 1) params.set('page', `${page}`)
  const text = params.toString()
  return text === '' ? gatewaysPath : `${gatewaysPath}?${text}`
}

const isFunded = ({ funds }: GatewayRow) => funds.depositWei > 0n || funds.reserveWei > 0n

function isShown(row: GatewayRow, { search, show }: Pick<GatewaysQuery, 'search' | 'show'>): boolean {
  if (show === 'paying' && row.paid90.ethWei === 0n) return false
  if (show === 'funded' && !isFunded(row)) return false
  const wanted = search.toLowerCase()
  return row.address.toLowerCase().includes(wanted) || (row.name?.toLowerCase().includes(wanted) ?? false)
}

/** null: not known, which is last in either direction. */
const figure: Record<Exclude<GatewaySort, 'name'>, (row: GatewayRow) => bigint | null> = {
  'paid-90': (row) => row.paid90.ethWei,
  paid: (row) => row.paid.ethWei,
  deposit: (row) => row.funds.depositWei,
  reserve: (row) => row.funds.reserveWei,
  'last-paid': (row) => (row.lastPaidAt === null ? null : BigInt(row.lastPaidAt)),
  'funded-since': (row) => (row.firstFundedAt === null ? null : BigInt(row.firstFundedAt)),
}

/** By name, those without one behind them by address, in either direction. */
function byName(left: GatewayRow, right: GatewayRow, sign: number): number {
  if ((left.name === null) !== (right.name === null)) return left.name === null ? 1 : -1
  return sign * (left.name ?? left.address).localeCompare(right.name ?? right.address, 'en')
}

/** Rows that fit, in the order asked for; equal ones by what they paid ever, then by address. */
export function selectGateways(rows: readonly GatewayRow[], query: GatewaysQuery): GatewayRow[] {
  const sign = query.dir === 'asc' ? 1 : -1
  const tie = (left: GatewayRow, right: GatewayRow) =>
    left.paid.ethWei === right.paid.ethWei
      ? left.address.localeCompare(right.address)
      : left.paid.ethWei < right.paid.ethWei
        ? 1
        : -1
  const compare = (left: GatewayRow, right: GatewayRow): number => {
    if (query.sort === 'name') return byName(left, right, sign)
    const [a, b] = [figure[query.sort](left), figure[query.sort](right)]
    if (a === b) return tie(left, right)
    if (a === null || b === null) return a === null ? 1 : -1
    return a < b ? -sign : sign
  }
  return rows.filter((row) => isShown(row, query)).sort(compare)
}
