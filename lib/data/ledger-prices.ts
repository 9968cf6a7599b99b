import { cached } from '@/lib/data/cache'
import { indexNumber } from '@/lib/data/index-figures'
import type { LedgerLineView, LedgerPrice } from '@/lib/data/ledger-types'
import { readRows } from '@/lib/data/pages'
import type { Reading } from '@/lib/data/reading'
import { decimalToScaled, scaledToDecimal } from '@/lib/format/decimal'
import { isSourceError } from '@/lib/network/source-error'
import {
  feeDayPageDocument,
  newRoundPageDocument,
  pricesAtBlocksDocument,
} from '@/lib/subgraph/documents/ledger'
import type { IndexedAt } from '@/lib/subgraph/meta'
import { querySubgraph } from '@/lib/subgraph/query'

const daySeconds = 86_400
const roundsPerQuestion = 10
const usdPlaces = 6

/** Where the two prices come from, as exports say it. */
export const priceSources = {
  lptEth:
    'Livepeer subgraph, protocol.lptPriceEth at the block that initialised the round (spot price of one Uniswap v3 pool)',
  ethUsd:
    'Livepeer subgraph, volumeUSD / volumeETH of the UTC day (average over redeemed tickets, priced at redemption)',
} as const

/**
 * Prices at the rounds of some lines. A round without an honest source has null: the index keeps no price, has pruned its
 * history, or no ticket was redeemed on the day.
 */
export async function readPrices(
  reading: Reading,
  lines: readonly LedgerLineView[],
): Promise<ReadonlyMap<number, LedgerPrice>> {
  if (lines.length === 0) return new Map()
  const newest = lines.reduce((round, line) => Math.max(round, line.round), 0)
  const [days, blocks] = await Promise.all([
    reading.index('fee-days', 'per-round', readFeeDays),
    reading.index(`round-blocks/${newest}`, 'per-round', readRoundBlocks),
  ])
  const wanted = lines.map(({ round }) => round)
  const lpt = blocks ? await readLptPrices(blocks.byRound, wanted) : new Map<number, string | null>()
  return new Map(
    lines.map(({ round, timestamp }): [number, LedgerPrice] => [
      round,
      {
        lptEth: lpt.get(round) ?? null,
        ethUsd: days?.byDay.get(Math.floor(timestamp / daySeconds)) ?? null,
      },
    ]),
  )
}

interface FeeDays {
  /** USD for one ETH by UTC day number; days without a priced ticket are missing. */
  byDay: ReadonlyMap<number, string>
  indexedAt: IndexedAt
}

async function readFeeDays(): Promise<FeeDays> {
  const { rows, indexedAt } = await readRows(
    (after, block) => querySubgraph(feeDayPageDocument, { after, block }),
    ({ days }) => days,
  )
  const priced = rows.flatMap(({ id, volumeETH, volumeUSD }): [number, string][] => {
    const price = quotient(volumeUSD, volumeETH)
    return price === null ? [] : [[indexNumber(id), price]]
  })
  return { byDay: new Map(priced), indexedAt }
}

/** usd / eth with six decimals, rounded down; null when either is 0: then there is no price. */
function quotient(usd: string, eth: string): string | null {
  const over = decimalToScaled(usd, 18 + usdPlaces)
  const under = decimalToScaled(eth, 18)
  return over && under ? scaledToDecimal(over / under, usdPlaces) : null
}

interface RoundBlocks {
  byRound: ReadonlyMap<number, number>
  indexedAt: IndexedAt
}

/**
 * ETH for one LPT at the blocks that initialised some rounds; null where the index has no price. The newest rounds are asked for
 * first: an index that has pruned even those is not asked for the others.
 *
 * @returns null when the index did not answer
 */
export async function readRoundPrices(
  reading: Reading,
  rounds: readonly number[],
): Promise<ReadonlyMap<number, string | null> | null> {
  const newest = Math.max(0, ...rounds)
  const blocks = await reading.index(`round-blocks/${newest}`, 'per-round', readRoundBlocks)
  if (!blocks) return null
  const decade = Math.floor(newest / roundsPerQuestion)
  const isNewest = (round: number) => Math.floor(round / roundsPerQuestion) >= decade - 1
  const first = await readLptPrices(blocks.byRound, rounds.filter(isNewest))
  if ([...first.values()].every((price) => price === null)) return first
  const others = await readLptPrices(
    blocks.byRound,
    rounds.filter((round) => !isNewest(round)),
  )
  return new Map([...others, ...first])
}

async function readRoundBlocks(): Promise<RoundBlocks> {
  const { rows, indexedAt } = await readRows(
    (after, block) => querySubgraph(newRoundPageDocument, { after, block }),
    ({ newRoundEvents }) => newRoundEvents,
  )
  const pairs = rows.map(({ round, transaction }): [number, number] => [
    indexNumber(round.id),
    indexNumber(transaction.blockNumber),
  ])
  return { byRound: new Map(pairs), indexedAt }
}

async function readLptPrices(
  blocks: ReadonlyMap<number, number>,
  wanted: readonly number[],
): Promise<ReadonlyMap<number, string | null>> {
  const decades = new Set(wanted.map((round) => Math.floor(round / roundsPerQuestion)))
  const answers = await Promise.all(
    [...decades].map((decade) => {
      const rounds = Array.from(
        { length: roundsPerQuestion },
        (_, index) => decade * roundsPerQuestion + index,
      ).flatMap((round) => {
        const block = blocks.get(round)
        return block === undefined ? [] : [{ round, block }]
      })
      return readDecade(decade, rounds)
    }),
  )
  return new Map(answers.flat())
}

type DecadePrices = readonly (readonly [round: number, price: string | null])[]

/** A past price never changes; that there is none (an index without history) is asked again once in a while. */
async function readDecade(
  decade: number,
  rounds: readonly { round: number; block: number }[],
): Promise<DecadePrices> {
  if (rounds.length === 0) return []
  const key = `lpt-prices/${decade}/${rounds.length}`
  const kept = await cached({ key: `${key}/tried`, freshness: 'per-round' }, async () => {
    try {
      return (await cached({ key, freshness: 'immutable' }, () => askDecade(rounds))).value
    } catch (error) {
      if (!isSourceError(error)) throw error
      return []
    }
  })
  return kept.value
}

async function askDecade(rounds: readonly { round: number; block: number }[]): Promise<DecadePrices> {
  const at = (index: number) => ({ number: rounds[Math.min(index, rounds.length - 1)]?.block ?? 0 })
  const answer = await querySubgraph(pricesAtBlocksDocument, {
    b0: at(0),
    b1: at(1),
    b2: at(2),
    b3: at(3),
    b4: at(4),
    b5: at(5),
    b6: at(6),
    b7: at(7),
    b8: at(8),
    b9: at(9),
  })
  const { p0, p1, p2, p3, p4, p5, p6, p7, p8, p9 } = answer
  const prices = [p0, p1, p2, p3, p4, p5, p6, p7, p8, p9]
  return rounds.map(({ round }, index) => {
    const price = prices[index]?.lptPriceEth
    // The index writes 0 where its pool could not be read (subgraph.md 3.7).
    return [round, price && price !== '0' ? price : null] as const
  })
}
