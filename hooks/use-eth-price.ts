'use client'

import { useEffect, useState } from 'react'
import { type Currency, currencies } from '@/lib/prices/currencies'

/** What one ETH costs; `unknown`: the reason, and never a price of zero. */
export type EthPrice =
  | { state: 'reading' }
  | { state: 'known'; currency: Currency; priceP8: bigint; source: string; stale: boolean }
  | { state: 'unknown'; reason: string }

const [currency] = currencies
const keptMs = 60_000
let newest: { answer: Promise<EthPrice>; askedAt: number } | null = null

const noAnswer: EthPrice = { state: 'unknown', reason: 'The prices could not be read.' }

async function ask(): Promise<EthPrice> {
  try {
    const response = await fetch('/api/v1/prices', { cache: 'no-store' })
    const body = (await response.json()) as {
      state?: string
      reason?: unknown
      value?: { source?: unknown; eth?: { pricesP8?: Partial<Record<Currency, unknown>> } | null }
    }
    const price = body.value?.eth?.pricesP8?.[currency]
    if (typeof price === 'string' && /^[1-9]\d*$/.test(price)) {
      const source = typeof body.value?.source === 'string' ? body.value.source : 'this site'
      return { state: 'known', currency, priceP8: BigInt(price), source, stale: body.state === 'stale' }
    }
    return typeof body.reason === 'string' ? { state: 'unknown', reason: body.reason } : noAnswer
  } catch {
    return noAnswer
  }
}

/** The price of ETH in the first of the site's currencies, asked for once a minute at most. */
export function useEthPrice(): EthPrice {
  const [price, setPrice] = useState<EthPrice>({ state: 'reading' })
  useEffect(() => {
    let gone = false
    if (!newest || Date.now() - newest.askedAt > keptMs) newest = { answer: ask(), askedAt: Date.now() }
    void newest.answer.then((answer) => {
      // What failed is asked for again by the next review.
      if (answer.state === 'unknown') newest = null
      if (!gone) setPrice(answer)
    })
    return () => {
      gone = true
    }
  }, [])
  return price
}
