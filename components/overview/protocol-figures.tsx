import { LptPriceLine } from '@/components/overview/lpt-price'
import { AmountFigure } from '@/components/ui/amount'
import { FigureLine, FigureLines } from '@/components/ui/figures'
import { Hint } from '@/components/ui/hint'
import { Meter } from '@/components/ui/meter'
import { Unknown } from '@/components/ui/unknown'
import type { Served } from '@/lib/data/served'
import type { AsOf, ProtocolView } from '@/lib/data/types'
import { formatInteger } from '@/lib/format/number'
import { percentP9, percentP27 } from '@/lib/format/percent'
import type { PricesView } from '@/lib/prices/prices'
import { compoundedYearlyP9 } from '@/lib/protocol/inflation'
import { participation } from '@/lib/protocol/participation'

/** Supply, participation against its target, inflation, stake, active set, treasury, price of LPT. */
export function ProtocolFigures({
  protocol,
  prices,
  asOf,
}: {
  protocol: ProtocolView
  prices: Served<PricesView>
  asOf: AsOf
}) {
  const source = `Chain, block ${formatInteger(asOf.block)}`
  const { inflationMoves } = participation({
    // The stake that will be active when the next round starts decides (contracts.md 3.3), not today's.
    activeStake: protocol.nextActiveStakeWei,
    supply: protocol.totalSupplyWei,
    targetBondingRateP9: protocol.targetBondingRateP9,
  })
  const step = percentP9(protocol.inflationChangeP9, { places: 5 })
  const yearly = compoundedYearlyP9(protocol.inflationP9, BigInt(protocol.roundLengthBlocks))
  return (
    <FigureLines>
      <FigureLine
        label="Participation"
        explanation="Share of all LPT that is bonded to active orchestrators. Above the target inflation falls each round, below it rises."
        value={
          <Hint
            look="figure"
            title={percentP9(protocol.participationP9, { places: 7 })}
            explanation={`${percentP9(protocol.participationP9, { places: 7 })}. ${source}.`}
          >
            {percentP9(protocol.participationP9)}
          </Hint>
        }
        note={
          <span className="flex items-center gap-3">
            <Meter
              partP9={protocol.participationP9}
              markP9={protocol.targetBondingRateP9}
              label="Participation"
            />
            <span>target {percentP9(protocol.targetBondingRateP9, { trim: true })}</span>
          </span>
        }
      />
      <FigureLine
        label="Bonded"
        explanation="LPT bonded to orchestrators that are active in this round."
        value={<AmountFigure wei={protocol.activeStakeWei} unit="LPT" places={0} source={source} />}
      />
      <FigureLine
        label="Supply"
        explanation="All LPT on Arbitrum and Ethereum, each token counted once."
        value={<AmountFigure wei={protocol.totalSupplyWei} unit="LPT" places={0} source={source} />}
      />
      <FigureLine
        label="Inflation per round"
        explanation="Share of the supply that this round may mint for those who call reward."
        value={percentP9(protocol.inflationP9, { places: 5 })}
        note={movesWords[inflationMoves](step)}
      />
      <FigureLine
        label="Inflation a year"
        explanation="This round's inflation compounded over 365 days as if it stayed the same."
        value={percentP9(yearly)}
      />
      <FigureLine
        label="Active orchestrators"
        explanation="Places in the active set of the next round that are taken, out of all there are."
        value={
          <>
            {formatInteger(protocol.poolSize)}
            <span className="font-normal text-ink-quiet"> of {formatInteger(protocol.poolMaxSize)}</span>
          </>
        }
      />
      <FigureLine
        label="Delegators"
        explanation="Accounts with stake, counted one by one."
        value={
          protocol.delegatorsCount === null ? (
            <Unknown reason="Not known: the index did not answer" />
          ) : (
            formatInteger(protocol.delegatorsCount)
          )
        }
      />
      <FigureLine
        label="Treasury"
        explanation="LPT that token holders decide about, and the part of each reward that goes there before orchestrators get theirs."
        value={<AmountFigure wei={protocol.treasuryBalanceWei} unit="LPT" places={0} source={source} />}
        note={`takes ${percentP27(protocol.treasuryRewardCutP27, { trim: true })} of rewards${
          protocol.nextTreasuryRewardCutP27 === protocol.treasuryRewardCutP27
            ? ''
            : `, ${percentP27(protocol.nextTreasuryRewardCutP27, { trim: true })} from the next round`
        }`}
      />
      <LptPriceLine prices={prices} />
    </FigureLines>
  )
}

const movesWords = {
  up: (step: string) => `next round ${step} more: participation is below target`,
  down: (step: string) => `next round ${step} less: participation is above target`,
  unchanged: () => 'next round the same: participation is on target',
}
