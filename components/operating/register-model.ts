import { type Change, delegateForm, delegateMode } from '@/components/staking/delegate-model'
import type { DelegatingView } from '@/lib/data/types'
import { exactAmount } from '@/lib/format/amount'
import { formatInteger } from '@/lib/format/number'
import { percentP6 } from '@/lib/format/percent'
import { P6 } from '@/lib/protocol/fixed-point'
import { type ActionForm, type OperatorSituation, obstacleTo } from './situation'

export interface RegisterSituation extends OperatorSituation {
  /** The account's stake and wallet. */
  account: DelegatingView
}

export interface RegisterForm extends ActionForm {
  amountError: string | null
  /** Stake with another orchestrator, wei, which moves here whole; 0 without any. */
  movesWei: bigint
  /** What it takes to be in the next round's set. */
  entry: { sentence: string; tone: 'good' | 'wait' }
}

const lpt = (wei: bigint) => `${exactAmount(wei)} LPT`

/** Whether so much more stake brings the account into the set, in words (contracts.md 5.7: ties lose). */
function entryOf({ view }: RegisterSituation, arrivingWei: bigint): RegisterForm['entry'] {
  const round = formatInteger(view.round.number + 1)
  const neededWei = view.toEnterWei ?? 0n
  if (arrivingWei > 0n && arrivingWei >= neededWei) {
    return { sentence: `With this you are in the set from round ${round} on.`, tone: 'good' }
  }
  const needs =
    view.poolSize < view.poolMaxSize
      ? 'A place in the set is free: any stake brings you in.'
      : `It takes at least ${lpt(neededWei)} to be in the set of round ${round}.`
  return arrivingWei === 0n
    ? { sentence: needs, tone: 'wait' }
    : {
        sentence: `${needs} With this you are registered but outside, where nothing is earned.`,
        tone: 'wait',
      }
}

/** An account's own stake becomes an orchestrator's by bonding to itself (contracts.md 5.3): pure, throws on no text. */
export function registerForm(situation: RegisterSituation, text: string): RegisterForm {
  const { view, account, wallet } = situation
  const moves = delegateMode(account, account.address) === 'elsewhere'
  const movesWei = moves ? account.pendingStakeWei : 0n
  const bond = delegateForm(
    {
      to: account.address,
      name: null,
      wallet,
      view: account,
      target: {
        totalStakeWei: view.totalStakeWei.toString(),
        round: view.round.number,
        active: view.active,
        registered: true,
      },
    },
    { text, choice: moves ? 'move' : null },
  )
  const amountWei = bond.intent?.verb === 'bond' ? bond.intent.amountWei : 0n
  const reason = obstacleTo('pause-and-round', situation) ?? bond.reason
  return {
    amountError: bond.amountError,
    movesWei,
    entry: entryOf(situation, movesWei + amountWei),
    reason,
    intent: reason === null ? bond.intent : null,
    changes: bond.changes.map(
      (change): Change =>
        change.label.startsWith('Stake of') ? { ...change, label: 'Delegated to you in all' } : change,
    ),
    notes: [
      `Until you set cuts you keep ${percentP6(view.rewardCutP6, { trim: true })} of rewards and ${percentP6(P6 - view.feeShareP6, { trim: true })} of fees.`,
      `To get the LPT back you resign, then wait ${formatInteger(account.unbondingPeriodRounds)} rounds.`,
    ],
  }
}
