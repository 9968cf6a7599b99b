import { Lock, LockOpen, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { RoundRing } from '@/components/charts/round-ring'
import { ringLabel, roundSentence } from '@/components/overview/round-words'
import { AmountFigure } from '@/components/ui/amount'
import { FigureLine, FigureLines } from '@/components/ui/figures'
import { Hint } from '@/components/ui/hint'
import { Meter } from '@/components/ui/meter'
import type { RoundFeesView } from '@/lib/data/round-fees'
import type { AsOf, Loaded, RoundView } from '@/lib/data/types'
import { formatDateTime } from '@/lib/format/date'
import { aboutDuration } from '@/lib/format/duration'
import { formatInteger } from '@/lib/format/number'
import { percentP9 } from '@/lib/format/percent'
import { pointsP9 } from '@/lib/protocol/fixed-point'

/** The round: dial, state in a sentence, blocks, time left, lock, rewards claimed of mintable, fees. */
export function RoundFacts({
  round,
  fees,
  asOf,
  action,
}: {
  round: RoundView
  /** Of the last round that was started. */
  fees: Loaded<RoundFeesView>
  asOf: AsOf
  action?: ReactNode
}) {
  const source = `Chain, block ${formatInteger(asOf.block)}`
  const ofRound = round.overdue ? `, round ${formatInteger(round.lastInitializedRound)}` : ''
  const claimedP9 = round.mintableWei === 0n ? 0n : pointsP9(round.mintedWei, round.mintableWei)
  return (
    <div className="my-auto grid items-center gap-x-10 gap-y-6 sm:grid-cols-[auto_1fr]">
      <div className="justify-self-center">
        <RoundRing round={round} size="dial" label={ringLabel(round)}>
          <span className="text-small text-ink-quiet">Round</span>
          <span className="text-title font-semibold">{formatInteger(round.number)}</span>
          <span className="text-small text-ink-quiet">
            {round.overdue ? 'not started' : `${formatInteger(round.blocksLeft)} blocks left`}
          </span>
        </RoundRing>
      </div>
      <div className="min-w-0 space-y-4">
        <p className="flex gap-2.5">
          <StateIcon round={round} />
          <span>{roundSentence(round, asOf.timestamp)}</span>
        </p>
        {action}
        <FigureLines>
          <FigureLine
            label="Blocks"
            explanation="A round is a fixed number of Ethereum blocks; the protocol counts them, not hours."
            value={
              <>
                {formatInteger(round.blocksDone)}
                <span className="font-normal text-ink-quiet"> of {formatInteger(round.lengthBlocks)}</span>
              </>
            }
          />
          <FigureLine
            label={round.overdue ? 'Would end' : 'Ends'}
            value={
              <Hint
                look="figure"
                explanation={`An estimate at ${round.secondsPerBlock} seconds a block. The round ends at block ${formatInteger(round.endBlock)}.`}
              >
                {aboutDuration(round.endsAt - asOf.timestamp).replace('about', 'in about')}
              </Hint>
            }
            note={
              <time dateTime={new Date(round.endsAt * 1000).toISOString()}>
                {formatDateTime(round.endsAt)}
              </time>
            }
          />
          <FigureLine
            label={`Rewards claimed${ofRound}`}
            explanation="LPT that orchestrators have minted by calling reward, out of all that this round may mint. What nobody claims is never minted."
            value={
              <>
                <AmountFigure wei={round.mintedWei} unit="LPT" places={0} bare source={source} />
                <span className="font-normal text-ink-quiet"> of </span>
                <AmountFigure wei={round.mintableWei} unit="LPT" places={0} source={source} />
              </>
            }
            note={
              <span className="flex items-center justify-end gap-3">
                <Meter partP9={claimedP9} label="Rewards claimed" />
                {percentP9(claimedP9, { places: 1 })}
              </span>
            }
          />
          <FigureLine
            label={`Fees${ofRound}`}
            explanation="Face value of the winning tickets that orchestrators redeemed in it, counted by the index."
            value={
              <AmountFigure
                wei={'value' in fees ? fees.value.feesWei : null}
                unit="ETH"
                places={4}
                source="Index"
                unknownReason="Not known: the index did not answer or has not seen the round"
              />
            }
          />
        </FigureLines>
      </div>
    </div>
  )
}

function StateIcon({ round }: { round: RoundView }) {
  if (round.overdue) return <TriangleAlert aria-hidden className="mt-1 size-4 shrink-0 text-wait" />
  if (round.locked) return <Lock aria-hidden className="mt-1 size-4 shrink-0 text-wait" />
  return <LockOpen aria-hidden className="mt-1 size-4 shrink-0 text-ink-quiet" />
}
