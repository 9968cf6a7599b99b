'use client'

import { type EthPrice, useEthPrice } from '@/hooks/use-eth-price'
import type { CostEstimate } from './cost'
import { costNotes, costSentence, fiatWords } from './cost-words'

/** What the transactions cost in ETH and in a currency, and what the figure leaves out. */
export function CostLine({ cost }: { cost: CostEstimate }) {
  const price = useEthPrice()
  if (cost.state === 'reading') return <p className="text-ink-quiet">Estimating…</p>
  if (cost.state === 'failed') return <p className="text-ink-quiet">{cost.reason}</p>
  return (
    <p>
      {costSentence(cost)}
      <Fiat cost={cost} price={price} />
      <span className="block text-small text-ink-quiet">{costNotes(cost).join(' ')}</span>
    </p>
  )
}

function Fiat({ cost, price }: { cost: Extract<CostEstimate, { state: 'known' }>; price: EthPrice }) {
  const { text, quiet } = fiatWords(cost.wei, price)
  return quiet ? <span className="block text-small text-ink-quiet">{text}</span> : <span>, {text}</span>
}
