/** Currencies that amounts can be shown in, by their codes. The first is the one assumed. */
export const currencies = [
  'usd',
  'eur',
  'gbp',
  'jpy',
  'chf',
  'cad',
  'aud',
  'cny',
  'inr',
  'krw',
  'brl',
] as const

export type Currency = (typeof currencies)[number]
