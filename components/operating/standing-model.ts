import type { OperatingView } from '@/lib/data/operating'
import { exactAmount, fixedAmount } from '@/lib/format/amount'
import { countOf, formatInteger } from '@/lib/format/number'
import { edgeSeats } from '@/lib/protocol/orchestrator-status'

/** A place in the next round's set, and what keeps it. */
export interface PlaceWords {
  place: string
  /** What it rests on, or what is missing. */
  sentence: string
  tone: 'good' | 'wait' | 'loss'
}

const lpt = (wei: bigint) => `${exactAmount(wei)} LPT`

type Place = Pick<
  OperatingView,
  'standing' | 'rank' | 'marginWei' | 'toEnterWei' | 'lastStakeWei' | 'poolSize' | 'poolMaxSize' | 'active'
> & { round: Pick<OperatingView['round'], 'number'> }

/** Standing for the next round in words (contracts.md 5.7): a full set drops its last member to whoever brings more. */
export function placeWords(view: Place): PlaceWords {
  const { rank, marginWei, poolSize, poolMaxSize } = view
  const next = formatInteger(view.round.number + 1)
  if (rank !== null) {
    const place = `Rank ${formatInteger(rank)} of ${formatInteger(poolMaxSize)}`
    if (marginWei === null) {
      return {
        place,
        sentence: `${countOf(poolMaxSize - poolSize, 'place')} of the set ${poolMaxSize - poolSize === 1 ? 'is' : 'are'} free: nobody is pushed out.`,
        tone: 'good',
      }
    }
    if (rank === poolSize) {
      return {
        place,
        sentence: `You hold the last place. Whoever outside gets more than ${lpt(view.lastStakeWei ?? 0n)} takes it from round ${next} on.`,
        tone: 'wait',
      }
    }
    const lead = `${fixedAmount(marginWei)} LPT above the last place`
    return view.standing === 'edge'
      ? {
          place,
          sentence: `${lead}, and among the last ${countOf(edgeSeats(poolMaxSize), 'place')}: newcomers with more stake push the last ones out.`,
          tone: 'wait',
        }
      : {
          place,
          sentence: `${lead}. ${view.active ? '' : `You join in round ${next}.`}`.trim(),
          tone: 'good',
        }
  }
  const free = poolSize < poolMaxSize
  const missing = free
    ? 'A place is free: more stake, or setting your cuts, brings you in.'
    : `It takes ${lpt(view.toEnterWei ?? 1n)} more stake to enter: ties lose.`
  return view.active
    ? { place: `Out from round ${next}`, sentence: missing, tone: 'loss' }
    : { place: 'Outside the set', sentence: `${missing} Only members of the set earn.`, tone: 'loss' }
}
