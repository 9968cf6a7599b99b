import type { Address } from 'viem'
import { defaultQuery, type ListQuery, parseListQuery } from '@/components/orchestrators/list-query'
import { isAddressText, lowerAddress } from '@/lib/format/address'

/** Most orchestrators side by side. */
export const mostCompared = 5

/** What a URL asks to compare. */
export interface CompareQuery {
  /** Lower case, each once, at most five, in the URL's order. */
  ids: readonly Address[]
  /** Parts of the URL that are no address, or one too many. */
  dropped: number
}

/** `ids=a,b` or `ids=a&ids=b`, in any letter case. Never throws. */
export function parseCompareQuery(ids: string | readonly string[] | undefined): CompareQuery {
  const parts = (typeof ids === 'string' ? [ids] : (ids ?? []))
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '')
  const addresses = [...new Set(parts.filter(isAddressText).map(lowerAddress))]
  const kept = addresses.slice(0, mostCompared)
  const invalid = parts.filter((part) => !isAddressText(part)).length
  return { ids: kept, dropped: invalid + addresses.length - kept.length }
}

/** What is projected side by side: whole LPT, left alone for so many days. */
export type CompareWish = Pick<ListQuery, 'amount' | 'days'>

/** `amount` and `days` as the list of orchestrators takes them; what is missing or not known falls back to its defaults. */
export function parseCompareWish(params: { amount?: unknown; days?: unknown }): CompareWish {
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  const { amount, days } = parseListQuery({
    get: (name) => (name === 'amount' ? text(params.amount) : name === 'days' ? text(params.days) : null),
  })
  return { amount, days }
}

/** The URL of a comparison; the same for everybody who compares the same in the same order. */
export function compareHref(ids: readonly Address[], wish: CompareWish = defaultQuery): string {
  const params = [
    ...(ids.length === 0 ? [] : [`ids=${ids.map(lowerAddress).join(',')}`]),
    ...(wish.amount === defaultQuery.amount ? [] : [`amount=${wish.amount}`]),
    ...(wish.days === defaultQuery.days ? [] : [`days=${wish.days}`]),
  ]
  return params.length === 0 ? '/orchestrators/compare' : `/orchestrators/compare?${params.join('&')}`
}
