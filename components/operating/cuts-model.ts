import { ethPerThousand } from '@/components/orchestrators/yield-figures'
import type { Change } from '@/components/staking/delegate-model'
import { projectCuts } from '@/lib/data/cut-effect'
import type { OperatingView } from '@/lib/data/operating'
import { timeOfBlock } from '@/lib/data/round-times'
import { fixedAmount } from '@/lib/format/amount'
import { formatInteger } from '@/lib/format/number'
import { parsePercentP6, percentTextP6 } from '@/lib/format/parse-percent'
import { percentP6, percentP27 } from '@/lib/format/percent'
import { P6 } from '@/lib/protocol/fixed-point'
import { type ActionForm, type OperatorSituation, obstacleTo, whenText } from './situation'

/** What the person has entered, in percent; null: the cut as it is. */
export interface CutsDraft {
  rewardCut: string | null
  feeCut: string | null
}

export const noCutsDraft: CutsDraft = { rewardCut: null, feeCut: null }

export interface CutsForm extends ActionForm {
  /** What the fields show. */
  rewardCut: string
  feeCut: string
  rewardCutError: string | null
  feeCutError: string | null
  /** The cuts as they are, in a few words. */
  state: string
  /** Whether and until when cuts can be set. */
  window: { locked: boolean; sentence: string }
  /** How the fee cut stands in the contract. */
  feeShare: string
}

const exact = (pointsP6: bigint) => percentP6(pointsP6, { places: 4, trim: true })

/** Cuts cannot change in the last part of a round (contracts.md 4.2). */
function lockWindow({ round }: OperatingView, now: number): CutsForm['window'] {
  const end = `block ${formatInteger(round.endBlock)} of Ethereum, ${whenText(timeOfBlock(round, round.endBlock), now)}`
  if (round.locked) {
    return { locked: true, sentence: `Locked until the next round begins at ${end}.` }
  }
  if (round.lockStartBlock >= round.endBlock) {
    return { locked: false, sentence: 'Open: no part of the round is locked.' }
  }
  return {
    locked: false,
    sentence: `Open until block ${formatInteger(round.lockStartBlock)} of Ethereum, ${whenText(timeOfBlock(round, round.lockStartBlock), now)}; then locked until the round ends.`,
  }
}

/** What stands in the way besides the figures entered, in the contract's order (contracts.md 5.3). */
function obstacle(situation: OperatorSituation): string | null {
  const { view } = situation
  const stands = obstacleTo('pause-and-round', situation)
  if (stands) return stands
  if (view.round.locked) return 'Cuts are locked in the last part of a round. Wait for the next one.'
  if (!view.registered) return 'Only orchestrators have cuts. Bond stake to yourself first.'
  if (view.active && !view.calledThisRound) {
    return `You have not called reward in round ${formatInteger(view.round.number)} yet. Call it first.`
  }
  return null
}

type Cuts = Record<'rewardCutP6' | 'feeShareP6', bigint>

/** A delegator's yield before and after, by the engine of lists; nothing outside the set, where nothing is earned. */
function effect(view: OperatingView, after: Cuts): Change[] {
  if (!view.cuts) return []
  const [was, becomes] = projectCuts(view.cuts, view.round.lengthBlocks, [view, after])
  if (!was || !becomes) return []
  const eth = (perLptP27: bigint) => `${fixedAmount(ethPerThousand(perLptP27), 5)} ETH`
  return [
    {
      label: 'Yield of a delegator, a year',
      before: percentP27(was.middle.lptP27),
      after: percentP27(becomes.middle.lptP27),
    },
    {
      label: 'With every reward called',
      before: percentP27(was.high.lptP27),
      after: percentP27(becomes.high.lptP27),
    },
    {
      label: 'Fees for 1,000 LPT, a year',
      before: eth(was.middle.ethPerLptP27),
      after: eth(becomes.middle.ethPerLptP27),
    },
  ]
}

/** The whole state of the form that sets cuts: pure, throws on no text. */
export function cutsForm(situation: OperatorSituation, draft: CutsDraft): CutsForm {
  const { view, now } = situation
  const feeCutP6 = P6 - view.feeShareP6
  const rewardCut = draft.rewardCut ?? percentTextP6(view.rewardCutP6)
  const feeCut = draft.feeCut ?? percentTextP6(feeCutP6)
  const reward = parsePercentP6(rewardCut)
  const fee = parsePercentP6(feeCut)
  const after: Cuts | null =
    reward.ok && fee.ok ? { rewardCutP6: reward.pointsP6, feeShareP6: P6 - fee.pointsP6 } : null
  const same =
    after !== null && after.rewardCutP6 === view.rewardCutP6 && after.feeShareP6 === view.feeShareP6
  // Outside the set the same cuts are worth a call: it asks for a place (contracts.md 5.7).
  const unchanged = same && view.rank !== null ? 'These are your cuts already.' : null
  const reason = obstacle(situation) ?? (after ? unchanged : 'Correct the cuts above.')
  return {
    rewardCut,
    feeCut,
    rewardCutError: reward.ok ? null : reward.reason,
    feeCutError: fee.ok ? null : fee.reason,
    state: `${exact(view.rewardCutP6)} and ${exact(feeCutP6)}`,
    window: lockWindow(view, now),
    feeShare: fee.ok
      ? `The contract stores what you give: a fee cut of ${exact(fee.pointsP6)} is a fee share of ${exact(P6 - fee.pointsP6)}.`
      : 'The contract stores what you give, the fee share: 100 % less the fee cut.',
    reason,
    intent: reason === null && after ? { verb: 'transcoder', ...after } : null,
    changes:
      after && !same
        ? [
            { label: 'Reward cut', before: exact(view.rewardCutP6), after: exact(after.rewardCutP6) },
            { label: 'Fee cut', before: exact(feeCutP6), after: exact(P6 - after.feeShareP6) },
            ...effect(view, after),
          ]
        : [],
    notes: [
      ...(view.cuts
        ? []
        : ['Outside the next round’s set your delegators earn nothing, whatever your cuts are.']),
      ...(same && view.rank === null ? ['Setting the same cuts asks for a place in the set.'] : []),
      'New cuts hold from your next reward or ticket on.',
    ],
  }
}
