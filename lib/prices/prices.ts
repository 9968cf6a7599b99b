import { z } from 'zod'
import { type Served, serve } from '@/lib/data/served'
import { fetchJson } from '@/lib/network/fetch-json'
import { onRankedEndpoints } from '@/lib/network/ranked'
import { settings } from '@/lib/network/settings'
import { type Currency, currencies } from '@/lib/prices/currencies'

/** Units of a currency for one whole coin, times 10^8. A currency that the source does not have is missing. */
export type PricesP8 = Partial<Record<Currency, bigint>>

/** What a coin costs, as one source said. */
export interface CoinPrices {
  pricesP8: PricesP8
  /** Unix seconds of the source's own figure; null: it does not say. */
  updatedAt: number | null
}

export interface PricesView {
  lpt: CoinPrices | null
  eth: CoinPrices | null
  /** Host of the source, for the label. */
  source: string
}

const P8 = 10n ** 8n
/** More than anything costs; larger numbers would not be exact either. */
const largest = 10_000_000

const coin = z
  .record(z.string(), z.unknown())
  .transform(
    (entries): CoinPrices => ({
      pricesP8: Object.fromEntries(
        currencies.flatMap((currency) => {
          const price = entries[currency]
          return typeof price === 'number' && price > 0 && price < largest
            ? [[currency, priceP8(price)] as const]
            : []
        }),
      ),
      updatedAt:
        typeof entries.last_updated_at === 'number' && Number.isSafeInteger(entries.last_updated_at)
          ? entries.last_updated_at
          : null,
    }),
  )
  .transform((prices) => (Object.keys(prices.pricesP8).length === 0 ? null : prices))

const answer = z
  .object({ livepeer: coin.optional(), ethereum: coin.optional() })
  .refine(({ livepeer, ethereum }) => Boolean(livepeer ?? ethereum))

/** A price from a JSON number (its shortest decimal form) in units of 10^-8, without arithmetic on the fraction. */
export function priceP8(price: number): bigint {
  const [whole = '0', fraction = ''] = price.toFixed(8).split('.')
  return BigInt(whole) * P8 + BigInt(fraction.padEnd(8, '0'))
}

/** LPT and ETH in every currency that amounts can be shown in, in one request. */
export function loadPrices(): Promise<Served<PricesView>> {
  const { prices: endpoints } = settings()
  const missing =
    endpoints.length > 0
      ? null
      : {
          reason: 'This copy of the site has no source of prices.',
          next: 'Set PRICES_URL: it adds the prices of LPT and ETH.',
        }
  return serve({ key: 'prices', freshness: 'per-minute', missing }, () =>
    onRankedEndpoints('The prices', endpoints, async (endpoint): Promise<PricesView> => {
      const query = new URLSearchParams({
        ids: 'livepeer,ethereum',
        vs_currencies: currencies.join(),
        include_last_updated_at: 'true',
      })
      const { livepeer, ethereum } = await fetchJson(endpoint, {
        path: `/simple/price?${query}`,
        schema: answer,
        limitBytes: 64_000,
        timeoutMs: 5_000,
      })
      return { lpt: livepeer ?? null, eth: ethereum ?? null, source: endpoint.label }
    }),
  )
}
