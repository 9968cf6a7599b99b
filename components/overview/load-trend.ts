import { priceTrend, treasuryTrend } from '@/components/overview/round-trends'
import { type DayTrend, dayTrend, dayTrends, type Trend } from '@/components/overview/trend-charts'
import { roundsOf, type TrendQuery } from '@/components/overview/trend-query'
import { loadLptPrices } from '@/lib/data/lpt-prices'
import { loadProtocol } from '@/lib/data/protocol'
import { loadProtocolDays } from '@/lib/data/protocol-days'
import { loadTreasuryFlows } from '@/lib/data/treasury-flows'
import type { Loaded, ProtocolView } from '@/lib/data/types'

/** Every chart of the overview, in its order. */
export const trendNames = [
  'fees',
  'price',
  'stake',
  'participation',
  'inflation',
  'supply',
  'orchestrators',
  'treasury',
] as const
export type TrendName = (typeof trendNames)[number]

/** The value of a view as something else; what has no value stays as it is. */
function mapped<From, To>(view: Loaded<From>, make: (value: From) => To): Loaded<To> {
  return 'value' in view ? { ...view, value: make(view.value) } : view
}

const protocolOf = (view: Loaded<ProtocolView>) => ('value' in view ? view.value : null)
const isDayTrend = (name: TrendName): name is DayTrend => dayTrends.some((known) => known === name)

/** Seconds that a round takes on the usual network, where the chain's own length is not known now. */
const usualRoundSeconds = 76_524

/** One chart with its newest figure, from its own sources: it fails alone. */
export async function loadTrend(name: TrendName, query: TrendQuery): Promise<Loaded<Trend>> {
  const protocol = protocolOf(await loadProtocol())
  if (isDayTrend(name)) {
    const days = await loadProtocolDays()
    return mapped(days, (view) => dayTrend(name, view.days, query, protocol?.targetBondingRateP9 ?? null))
  }
  const seconds = protocol ? protocol.roundLengthBlocks * protocol.secondsPerBlock : usualRoundSeconds
  const newest = roundsOf(query.range, seconds)
  if (name === 'treasury') {
    const flows = await loadTreasuryFlows()
    return mapped(flows, ({ rounds }) =>
      treasuryTrend(rounds, protocol?.treasuryBalanceCeilingWei ?? null, newest),
    )
  }
  const [prices, days] = await Promise.all([
    loadLptPrices(newest ?? Number.MAX_SAFE_INTEGER),
    query.unit === 'usd' ? loadProtocolDays() : null,
  ])
  const known = days && 'value' in days ? days.value.days : []
  return mapped(prices, ({ rounds }) => priceTrend(rounds, known, query.unit))
}
