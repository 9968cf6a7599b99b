import type { EthPrice } from '@/hooks/use-eth-price'
import { fixedAmount } from '@/lib/format/amount'
import { fiatCost } from '@/lib/format/fiat'
import { formatInteger } from '@/lib/format/number'
import type { CostEstimate } from './cost'

type KnownCost = Extract<CostEstimate, { state: 'known' }>

/** Fees on a rollup are some millionths of an ETH: eight decimals say enough. */
const PLACES = 8

/** "About 0.00000612 ETH". */
export function costSentence({ wei }: KnownCost): string {
  return `About ${fixedAmount(wei, PLACES)} ETH`
}

/** The same in a currency; a price that is not known is said to be, never zero. `quiet`: a remark, not a figure. */
export function fiatWords(wei: bigint, price: EthPrice): { text: string; quiet: boolean } {
  switch (price.state) {
    case 'reading':
      return { text: 'asking for the price of ETH…', quiet: false }
    case 'unknown':
      return { text: `Price unavailable: ${price.reason}`, quiet: true }
    case 'known': {
      const text = fiatCost(wei, price.priceP8, price.currency)
      return { text: price.stale ? `${text} at an earlier price of ETH` : text, quiet: false }
    }
  }
}

/**
 * What the figure is made of and what it lacks. On Arbitrum `eth_estimateGas` counts the fee for posting the call's data to
 * Ethereum as gas, so an estimate of the chain includes it; a step counted by its usual size does not.
 */
export function costNotes({ gas, unestimated, local }: KnownCost): string[] {
  return [
    `${formatInteger(gas)} gas at the price of this moment.`,
    ...(local
      ? ['This local network has no L1 data part; on Arbitrum One it is added.']
      : unestimated === 0
        ? ['The part for posting its data to Ethereum is included.']
        : []),
    ...(unestimated > 0
      ? [
          `A later step is counted with its usual size${local ? '' : ', without the part for its data'}: it can be estimated only after the first.`,
        ]
      : []),
    'Your wallet shows the final figure.',
  ]
}
