import { AmountFigure } from '@/components/ui/amount'
import { FigureLine, FigureLines } from '@/components/ui/figures'
import type { ParametersView } from '@/lib/data/protocol-page-types'
import type { AsOf, ProtocolView } from '@/lib/data/types'
import { countOf, formatInteger } from '@/lib/format/number'

/** The token, and how gateways’ money becomes fees (7.3). */
export function Money({
  protocol,
  parameters,
  asOf,
}: {
  protocol: ProtocolView
  parameters: ParametersView
  asOf: AsOf
}) {
  const source = `Chain, block ${formatInteger(asOf.block)}`
  const { tickets } = parameters
  return (
    <div className="space-y-4">
      <p className="max-w-text text-ink-quiet">
        A gateway pays with signed tickets. Each wins with a small chance, and only winners go to the chain,
        so that thousands of payments cost one transaction. A winner is paid out of the gateway’s deposit,
        then out of its reserve, which is shared evenly among the active orchestrators. The orchestrator keeps
        its cut of the fee and the rest is its delegators’, in ETH.
      </p>
      <FigureLines>
        <FigureLine
          label="Supply"
          explanation="All LPT on Arbitrum and Ethereum, each token counted once. New LPT is minted by rewards only."
          value={<AmountFigure wei={protocol.totalSupplyWei} unit="LPT" places={0} source={source} />}
        />
        <FigureLine
          label="Tickets paid ever"
          explanation="Face value of all winning tickets, as the index sums it."
          value={
            <AmountFigure
              wei={protocol.feesTotalWei}
              unit="ETH"
              source="Index, face value"
              unknownReason="Not known: the index did not answer"
            />
          }
        />
        {tickets && (
          <>
            <FigureLine
              label="A ticket is good for"
              explanation="Rounds after which a winning ticket can no longer be redeemed."
              value={countOf(tickets.validityPeriodRounds, 'round')}
            />
            <FigureLine
              label="Unlocking a deposit takes"
              explanation="Rounds a gateway waits before it can withdraw deposit and reserve, so that tickets on their way are paid."
              value={countOf(tickets.unlockPeriodRounds, 'round')}
            />
          </>
        )}
      </FigureLines>
    </div>
  )
}
