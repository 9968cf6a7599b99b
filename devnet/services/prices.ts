import { type Exchange, OPEN_TO_PAGES, sendJson } from '@/devnet/services/answer'
import type { DevnetParts } from '@/devnet/services/parts'
import { dollarsAt } from '@/devnet/services/price-book'

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
