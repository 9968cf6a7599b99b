import { FigureLine } from '@/components/ui/figures'
import { Unknown } from '@/components/ui/unknown'
import type { Served } from '@/lib/data/served'
import { formatDateTime } from '@/lib/format/date'
import { groupDigits } from '@/lib/format/number'
import type { PricesView } from '@/lib/prices/prices'

/** "$2.41" from units of 10^-8; rounded to the nearest cent, as prices are. */
export function dollars(priceP8: bigint): string {
  const cents = ((priceP8 + 500_000n) / 1_000_000n).toString().padStart(3, '0')
  return `$${groupDigits(cents.slice(0, -2))}.${cents.slice(-2)}`
}

/** What one LPT costs now, by the site's source of prices. */
export function LptPriceLine({ prices }: { prices: Served<PricesView> }) {
  const value = 'value' in prices ? prices.value : null
  const usd = value?.lpt?.pricesP8.usd
  const label = 'LPT price'
  if (!value || usd === undefined) {
    const reason =
      'reason' in prices ? `Not known: ${prices.reason} ${prices.next}` : 'Not known: its source has none'
    return <FigureLine label={label} value={<Unknown reason={reason} />} />
  }
  const { updatedAt } = value.lpt ?? { updatedAt: null }
  return (
    <FigureLine
      label={label}
      explanation="US dollars for one LPT, by a service outside of the protocol. It decides nothing here."
      value={dollars(usd)}
      note={
        <>
          {value.source}
          {updatedAt !== null && (
            <>
              , <time dateTime={new Date(updatedAt * 1000).toISOString()}>{formatDateTime(updatedAt)}</time>
            </>
          )}
          {prices.state === 'stale' && ', kept from before'}
        </>
      }
    />
  )
}
