import { exactAmount } from '@/lib/format/amount'
import type { CostEstimate } from './cost'

/** What the transactions cost, and what the figure leaves out. */
export function CostLine({ cost }: { cost: CostEstimate }) {
  if (cost.state === 'reading') return <p className="text-ink-quiet">Estimating…</p>
  if (cost.state === 'failed') return <p className="text-ink-quiet">{cost.reason}</p>
  return (
    <p>
      About {exactAmount(cost.wei)} ETH
      <span className="block text-small text-ink-quiet">
        {cost.gas.toLocaleString('en-US')} gas at the price of this moment.{' '}
        {cost.local ? 'Without the L1 data part that Arbitrum One adds. ' : ''}
        {cost.unestimated > 0
          ? 'A later step is counted with its usual size, because it can be estimated only after the first. '
          : ''}
        Your wallet shows the final figure.
      </span>
    </p>
  )
}
