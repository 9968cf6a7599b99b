import { BigDecimal } from '@/devnet/graphql/big-decimal'
import type { Prices } from '@/devnet/indexer/prices'

/** US dollars for one coin, around those of early 2026, and where in its waves it starts: coins do not move together. */
const BOOK = { livepeer: { usd: 2.41, start: 0.4 }, ethereum: { usd: 2_015.5, start: 2.9 } } as const

type Coin = keyof typeof BOOK

const DAY_SECONDS = 86_400
/** Waves a price goes through, as the days one takes and the share of the price it moves. Their days have no common beat, so that no two weeks look alike. */
const WAVES: readonly { days: number; share: number }[] = [
  { days: 365, share: 0.12 },
  { days: 23, share: 0.03 },
  { days: 5.7, share: 0.012 },
]

function price(coin: Coin, timestamp: number): number {
  const { usd, start } = BOOK[coin]
  const swing = WAVES.reduce((sum, { days, share }) => {
    const turn = (timestamp % (days * DAY_SECONDS)) / (days * DAY_SECONDS)
    return sum + share * Math.sin(2 * Math.PI * turn + start)
  }, 0)
  return Number((usd * (1 + swing)).toPrecision(6))
}

const isCoin = (coin: string): coin is Coin => Object.hasOwn(BOOK, coin)

/**
 * US dollars for a coin at a time of the chain: made up, the same at every start.
 *
 * @param coin id as CoinGecko has it
 * @param timestamp Unix seconds
 * @returns undefined for a coin the book does not have
 */
export function dollarsAt(coin: string, timestamp: number): number | undefined {
  return isCoin(coin) ? price(coin, timestamp) : undefined
}

const decimal = (value: number) => BigDecimal.of(BigInt(Math.round(value * 1_000_000)), 6)

/** What the index of the local network stores in place of pools: the prices that its price service answers with. */
export const bookPrices: Prices = {
  lptPriceEth: (timestamp) =>
    decimal(price('livepeer', timestamp)).dividedBy(decimal(price('ethereum', timestamp))),
  ethPriceUsd: (timestamp) => decimal(price('ethereum', timestamp)),
}
