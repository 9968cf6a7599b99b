import type { OperatingView } from '@/lib/data/operating'
import { formatInteger } from '@/lib/format/number'
import { type ActionForm, type OperatorSituation, obstacleTo, whenText } from './situation'

/** Who calls: the orchestrator itself, or the account it has named. */
export type RewardBy = 'itself' | 'caller'

export interface RewardForm extends ActionForm {
  /** The state in a few words. */
  state: string
  /** What the call would bring; empty when nothing can be called. */
  figures: readonly { label: string; wei: bigint }[]
}

function stateOf({ active, calledThisRound, standing, activationRound, round }: OperatingView): string {
  if (calledThisRound) return `Called in round ${formatInteger(round.number)}`
  if (active) return `Open in round ${formatInteger(round.number)}`
  return standing === 'joining' ? `From round ${formatInteger(activationRound)}` : 'Not active'
}

/** Why this round's reward cannot be called, the account's wallet and the protocol aside. */
function unavailable(view: OperatingView): string | null {
  const round = formatInteger(view.round.number)
  if (view.calledThisRound) {
    return `Reward has been called in round ${round}. The next call is due in round ${formatInteger(view.round.number + 1)}.`
  }
  if (!view.active) {
    return view.standing === 'joining'
      ? `Active from round ${formatInteger(view.activationRound)} on: the first reward is called then.`
      : 'Not in the active set of this round: there is no reward to call.'
  }
  return null
}

/** This round's reward: how much it is, until when it can be called, and what is lost otherwise (contracts.md 6.2). Pure. */
export function rewardForm(situation: OperatorSituation, by: RewardBy): RewardForm {
  const { view, now } = situation
  const { reward, round } = view
  const reason = obstacleTo('pause-and-round', situation) ?? unavailable(view)
  const own = by === 'itself'
  return {
    state: stateOf(view),
    reason,
    intent:
      reason !== null
        ? null
        : own
          ? { verb: 'reward' }
          : { verb: 'rewardForTranscoder', transcoder: view.address },
    figures: reward
      ? [
          { label: 'Reward of this round', wei: reward.netWei },
          {
            label: own ? 'Of it, yours by your cut' : 'Of it, the orchestrator’s by its cut',
            wei: reward.keptWei,
          },
          ...(reward.treasuryWei > 0n
            ? [{ label: 'Besides, to the treasury', wei: reward.treasuryWei }]
            : []),
        ]
      : [],
    changes: [],
    notes: reward
      ? [
          `It can be called until the round ends, ${whenText(round.endsAt, now)}. After that it is never minted: ${own ? 'you and your delegators lose it' : 'the orchestrator and its delegators lose it'}.`,
          `A later call in the round pays the same. Until it is made, ${own ? 'your cuts cannot change, and' : ''} a delegator who bonds or unbonds gives up its share.`.replace(
            '  ',
            ' ',
          ),
        ]
      : [],
  }
}
