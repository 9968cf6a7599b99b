import { BigDecimal } from '@/devnet/graphql/big-decimal'

/**
 * Prices that the index stores. On a network without price pools every price is 0 unless a source is configured
 * (subgraph.md 3.7).
 */
export interface Prices {
  /** ETH per LPT at a time (seconds). */
  lptPriceEth(timestamp: number): BigDecimal
  /** USD per ETH at a time (seconds). */
  ethPriceUsd(timestamp: number): BigDecimal
}

/** No price pools: every price is 0. */
export const noPrices: Prices = {
  lptPriceEth: () => BigDecimal.zero,
  ethPriceUsd: () => BigDecimal.zero,
}
