import { type Exchange, OPEN_TO_PAGES, sendJson } from '@/devnet/services/answer'
import type { DevnetParts } from '@/devnet/services/parts'

/** US dollars for one coin, around those of early 2026. */
const USD: Readonly<Record<string, number>> = { livepeer: 2.41, ethereum: 2_015.5 }
/** How far a price moves within a year, as a share. */
const SWING = 0.12
const YEAR_SECONDS = 365 * 86_400

/** Units of each currency for one US dollar, invented once. */
const PER_DOLLAR: Readonly<Record<string, number>> = {
  usd: 1,
  eur: 0.92,
  gbp: 0.79,
  jpy: 151.2,
  chf: 0.88,
  cad: 1.37,
  aud: 1.52,
  cny: 7.24,
  inr: 83.4,
  krw: 1_352,
  brl: 5.12,
}

/** US dollars for a coin at a time of the chain: a slow wave, so that days differ. */
export function dollarsAt(coin: string, timestamp: number): number | undefined {
  const middle = USD[coin]
  if (middle === undefined) return undefined
  const wave = Math.sin((2 * Math.PI * (timestamp % YEAR_SECONDS)) / YEAR_SECONDS + coin.length)
  return Number((middle * (1 + SWING * wave)).toPrecision(6))
}

/**
 * Prices under `/prices/simple/price?ids=…&vs_currencies=…&include_last_updated_at=true`, as CoinGecko answers: unknown ids and
 * currencies are left out.
 */
export function servePrices({ request, response, path }: Exchange, parts: DevnetParts): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return sendJson(response, 405, { error: 'Only GET is allowed' }, { allow: 'GET, HEAD' })
  }
  if (path !== '/prices/simple/price')
    return sendJson(response, 404, { error: 'No such prices' }, OPEN_TO_PAGES)
  const search = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams
  const ids = (search.get('ids') ?? '').split(',')
  const currencies = (search.get('vs_currencies') ?? '').toLowerCase().split(',')
  if (currencies.join('') === '') {
    return sendJson(response, 422, { error: 'Missing parameter vs_currencies' }, OPEN_TO_PAGES)
  }
  const timestamp = parts.indexer.store.head?.timestamp ?? 0
  const answer: Record<string, Record<string, number>> = {}
  for (const id of ids) {
    const dollars = dollarsAt(id, timestamp)
    if (dollars === undefined) continue
    const prices = currencies.flatMap((currency) => {
      const rate = PER_DOLLAR[currency]
      return rate === undefined ? [] : [[currency, Number((dollars * rate).toPrecision(6))] as const]
    })
    answer[id] = {
      ...Object.fromEntries(prices),
      ...(search.get('include_last_updated_at') === 'true' ? { last_updated_at: timestamp } : {}),
    }
  }
  sendJson(response, 200, answer, OPEN_TO_PAGES)
}
