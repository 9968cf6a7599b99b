import { loadLedger } from '@/lib/data/ledger'
import type { LedgerLineView, LedgerPrice, LedgerTotalsView, LedgerView } from '@/lib/data/ledger-types'
import { type LedgerPeriod, totalsBy } from '@/lib/data/ledger-view'
import type { Loaded } from '@/lib/data/types'
import type { Address } from '@/lib/protocol/types'

/** What a request to the API's ledger asks for. */
export interface LedgerAsked {
  fromRound: number
  toRound: number
  limit: number
  prices: boolean
  period: LedgerPeriod | null
}

/** Lines of one answer at most; fewer with prices, which cost the index a question for ten rounds. */
export const ledgerLimits = { usual: 100, most: 500, mostWithPrices: 100 } as const

const periods = ['day', 'month', 'year'] as const
const known = new Set(['from', 'to', 'limit', 'prices', 'totals'])

/** The request as values, or a sentence that says what is wrong with it. */
export function parseLedgerAsked(search: URLSearchParams): LedgerAsked | string {
  const extra = [...search.keys()].find((name) => !known.has(name))
  if (extra !== undefined) return `There is no parameter ${extra.slice(0, 40)}.`
  const number = (name: string, otherwise: number) => {
    const text = search.get(name)
    if (text === null) return otherwise
    return /^\d{1,9}$/.test(text) ? Number(text) : null
  }
  const [fromRound, toRound, limit] = [
    number('from', 0),
    number('to', 999_999_999),
    number('limit', ledgerLimits.usual),
  ]
  if (fromRound === null || toRound === null || limit === null)
    return 'from, to and limit are whole numbers of rounds.'
  const flag = search.get('prices') ?? 'false'
  if (flag !== 'true' && flag !== 'false') return 'prices is true or false.'
  const prices = flag === 'true'
  const most = prices ? ledgerLimits.mostWithPrices : ledgerLimits.most
  if (limit < 1 || limit > most) return `limit is 1 to ${most}${prices ? ' with prices' : ''}.`
  const named = search.get('totals')
  const period = periods.find((candidate) => candidate === named) ?? null
  if (named !== null && period === null) return 'totals is day, month or year.'
  return { fromRound, toRound, limit, prices, period }
}

/** A ledger as the API gives it: a page of lines, oldest first, with totals of the whole. */
export interface LedgerAnswer extends Omit<LedgerView, 'lines' | 'prices'> {
  lines: readonly (LedgerLineView & { price: LedgerPrice | null })[]
  /** Round to ask from for the next page; null = this is the last. */
  nextFromRound: number | null
  /** Totals by period over the whole ledger, when asked for. */
  periods: readonly LedgerTotalsView[] | null
}

/** A page of an account's ledger. */
export async function loadLedgerAnswer(address: Address, asked: LedgerAsked): Promise<Loaded<LedgerAnswer>> {
  const select = (lines: readonly LedgerLineView[]) =>
    lines.filter(({ round }) => round >= asked.fromRound && round <= asked.toRound)
  const loaded = await loadLedger(address, {
    pricesFor: (lines) => (asked.prices ? select(lines).slice(0, asked.limit) : []),
  })
  if (!('value' in loaded)) return loaded
  const { lines, prices, ...rest } = loaded.value
  const wanted = select(lines)
  return {
    ...loaded,
    value: {
      ...rest,
      lines: wanted
        .slice(0, asked.limit)
        .map((line) => ({ ...line, price: asked.prices ? (prices.get(line.round) ?? null) : null })),
      nextFromRound: wanted[asked.limit]?.round ?? null,
      periods: asked.period ? totalsBy(lines, asked.period) : null,
    },
  }
}
