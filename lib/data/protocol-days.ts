import { indexNumber, indexWei } from '@/lib/data/index-figures'
import { readRows } from '@/lib/data/pages'
import { load } from '@/lib/data/reading'
import type { Loaded } from '@/lib/data/types'
import { SourceError } from '@/lib/network/source-error'
import { DAY, dayOf } from '@/lib/protocol/day-series'
import { protocolDayPageDocument } from '@/lib/subgraph/documents/protocol-days'
import type { IndexedAt } from '@/lib/subgraph/meta'
import { querySubgraph } from '@/lib/subgraph/query'

/** A UTC day of the protocol as the index has it. null: the index recorded nothing of it that day. */
export interface ProtocolDay {
  /** Midnight UTC, Unix seconds. */
  at: number
  /** Face value of tickets redeemed, ETH. A day without a row had none: the index writes one with the first ticket. */
  feesWei: bigint
  /** The same in US dollars at redemption, 18 decimals; null: there were tickets and the index had no price. */
  feesUsdWei: bigint | null
  /** At the last reward, ticket or start of a round of the day. */
  supplyWei: bigint | null
  activeStakeWei: bigint | null
  /** Of the round that started that day; null on a day without one (subgraph.md Q15). */
  inflationP9: bigint | null
  orchestrators: bigint | null
  /** The day the index is in: what it has of it is not all. */
  running: boolean
}

export interface ProtocolDaysView {
  /** Every day from the first with orchestrators or fees to the one the index is in, ascending, none left out. */
  days: readonly ProtocolDay[]
}

interface DayRow {
  id: string
  volumeETH: string
  volumeUSD: string
  totalSupply: string
  totalActiveStake: string
  inflation: string
  activeTranscoderCount: string
}

/** The index writes 0 into what a day's events did not touch. */
const recorded = (value: bigint) => (value === 0n ? null : value)

function protocolDay(row: DayRow, running: boolean): ProtocolDay {
  const feesWei = indexWei(row.volumeETH)
  const feesUsdWei = indexWei(row.volumeUSD)
  const orchestrators = recorded(BigInt(indexNumber(row.activeTranscoderCount)))
  return {
    at: indexNumber(row.id) * DAY,
    feesWei,
    feesUsdWei: feesWei > 0n ? recorded(feesUsdWei) : feesUsdWei,
    supplyWei: recorded(indexWei(row.totalSupply)),
    activeStakeWei: recorded(indexWei(row.totalActiveStake)),
    // Only a day with a new round has its inflation, which may be zero, and its count, which never is.
    inflationP9: orchestrators === null ? null : BigInt(indexNumber(row.inflation)),
    orchestrators,
    running,
  }
}

/**
 * Every day as a calendar has it: days without a row had no ticket and no record of anything else.
 * @param now time of the block the rows were read at, Unix seconds
 */
export function protocolDays(rows: readonly DayRow[], now: number): ProtocolDay[] {
  const today = dayOf(now)
  const known = new Map(
    rows.map((row) => {
      const at = indexNumber(row.id) * DAY
      return [at, protocolDay(row, at === today)]
    }),
  )
  const begun = [...known.values()].filter((day) => day.orchestrators !== null || day.feesWei > 0n)
  if (begun.length === 0) return []
  const first = begun.reduce((least, { at }) => Math.min(least, at), today)
  return Array.from(
    { length: (today - first) / DAY + 1 },
    (_, place): ProtocolDay =>
      known.get(first + place * DAY) ?? {
        at: first + place * DAY,
        feesWei: 0n,
        feesUsdWei: 0n,
        supplyWei: null,
        activeStakeWei: null,
        inflationP9: null,
        orchestrators: null,
        running: first + place * DAY === today,
      },
  )
}

async function readDays(): Promise<ProtocolDaysView & { indexedAt: IndexedAt }> {
  const { rows, indexedAt } = await readRows(
    (after, block) => querySubgraph(protocolDayPageDocument, { after, block }),
    ({ days }) => days,
  )
  return { days: protocolDays(rows, indexedAt.timestamp), indexedAt }
}

/** The protocol by UTC day, complete and as of one block of the index (1.1). */
export function loadProtocolDays(): Promise<Loaded<ProtocolDaysView>> {
  return load(async (reading) => {
    const known = await reading.index('protocol-days', 'per-round', readDays)
    if (!known)
      throw new SourceError(
        'Past days come from the index, which did not answer.',
        'The figures of now are the chain’s and not affected. Reload in a moment.',
      )
    return { days: known.days }
  })
}
