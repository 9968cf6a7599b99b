import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** Search parameters that pages read, by path; others change nothing, so they are dropped and cannot fill the memory. */
const knownParameters: Readonly<Record<string, readonly string[]>> = {
  '/': ['range', 'by', 'in'],
  '/orchestrators': [
    ...['q', 'show', 'cut', 'feecut', 'yield', 'calls', 'steady', 'cols', 'amount', 'days', 'sort', 'dir'],
  ],
  '/orchestrators/compare': ['ids', 'amount', 'days'],
  '/transactions': ['type', 'account', 'from', 'to', 'after'],
  '/gateways': ['q', 'show', 'sort', 'dir', 'page'],
  '/leaderboard': ['region', 'work', 'show', 'sort', 'dir'],
  '/protocol': ['bonded', 'rounds'],
  '/migrate': ['address'],
  '/voting/create-poll': ['lip'],
  '/search': ['q'],
}

/** The same for pages of an account, by the last part of their path. */
const accountParameters: Readonly<Record<string, readonly string[]>> = {
  earnings: ['by', 'page'],
  delegators: ['sort', 'dir', 'page'],
  history: ['type', 'from', 'to', 'after'],
}

/** One poll or one proposal: the page of its list of votes. */
const votePage = /^\/(voting|treasury)\/(0x[0-9a-f]{40}|\d{1,78})$/i
const voteParameters = ['page'] as const

/** Parameters that may stand in a URL several times, as a plain form sends them; they become one list. */
const listParameters = new Set(['ids', 'cols'])

const longestValue = 128
/** Five addresses and the commas between them. */
const longestList = 220
const longestUrl = 1024

/** Headers in which the framework's navigation says what part of a page it wants. */
const navigationHeaders = [
  'rsc',
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-router-state-tree',
  'next-url',
] as const

/** A request for a page, whose answer is the same for every visitor. */
export interface PageRequest {
  /** Same for all requests that get the same answer. */
  key: string
  /** What is asked of the framework: known parameters in a fixed order. */
  url: string
  headers: Readonly<Record<string, string>>
}

function parametersOf(path: string): readonly string[] {
  const known = Object.hasOwn(knownParameters, path) ? knownParameters[path] : undefined
  if (votePage.test(path)) return voteParameters
  const tab = /^\/accounts\/[^/]+\/([a-z]+)$/.exec(path)?.[1]
  return known ?? (tab && Object.hasOwn(accountParameters, tab) ? accountParameters[tab] : undefined) ?? []
}

/** The one spelling of a page's URL: known, non-empty parameters only, in a fixed order. */
function canonicalUrl(path: string, search: URLSearchParams): string {
  const kept = new URLSearchParams()
  for (const name of parametersOf(path)) {
    const isList = listParameters.has(name)
    const value = isList ? search.getAll(name).join() : search.get(name)
    if (value) kept.set(name, value.slice(0, isList ? longestList : longestValue))
  }
  const text = kept.toString()
  return text === '' ? path : `${path}?${text}`
}

/** The page a request is for, or null when it is for a route handler, a file, or no page request at all. */
export function pageRequest(method: string, url: string, headers: IncomingHttpHeaders): PageRequest | null {
  if ((method !== 'GET' && method !== 'HEAD') || url.length > longestUrl) return null
  const parsed = URL.canParse(url, 'http://site') ? new URL(url, 'http://site') : null
  if (!parsed) return null
  const path = parsed.pathname
  if (
    path.startsWith('/api/') ||
    path.startsWith('/_next/') ||
    /\.[a-z0-9]{1,8}$/i.test(path) ||
    path.endsWith('/csv') ||
    path.endsWith('/json')
  )
    return null
  const canonical = canonicalUrl(path, parsed.searchParams)
  const navigation = Object.fromEntries(
    navigationHeaders.flatMap((name) => {
      const value = headers[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
  if (!('rsc' in navigation)) return { key: canonical, url: canonical, headers: { accept: 'text/html' } }
  const digest = createHash('sha256').update(JSON.stringify(navigation)).digest('base64url')
  const token = parsed.searchParams.get('_rsc')?.slice(0, longestValue)
  const separator = canonical.includes('?') ? '&' : '?'
  return {
    // The framework redirects a token that does not fit the headers: that answer must not reach those whose token fits.
    key: `${canonical} ${digest} ${token ?? ''}`,
    url: token === undefined ? canonical : `${canonical}${separator}_rsc=${encodeURIComponent(token)}`,
    headers: { accept: '*/*', ...navigation },
  }
}
