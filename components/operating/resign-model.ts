import { unbondableWei } from '@/components/staking/unbond-model'
import { timeOfRound } from '@/lib/data/round-times'
import { exactAmount, fixedAmount } from '@/lib/format/amount'
import { countOf, formatInteger } from '@/lib/format/number'
import type { RegisterSituation } from './register-model'
import { type ActionForm, obstacleTo, whenText } from './situation'

const lpt = (wei: bigint) => `${exactAmount(wei)} LPT`

/** Everything that resigning does, in the order in which it happens (contracts.md 5.3, 5.7, 6.6). */
function consequences({ view, account, now }: RegisterSituation): string[] {
  const { round } = view
  const own = unbondableWei(account)
  const others =
    view.totalStakeWei > account.pendingStakeWei ? view.totalStakeWei - account.pendingStakeWei : 0n
  const until = round.number + account.unbondingPeriodRounds
  const staysWei = account.pendingStakeWei - own
  const feesStayWei = account.pendingFeesWei - account.storedFeesWei
  const claimed = account.lastClaimRound >= round.number
  const stays = [
    ...(staysWei > 0n ? [lpt(staysWei)] : []),
    ...(claimed && feesStayWei > 0n ? [`${exactAmount(feesStayWei)} ETH`] : []),
  ]
  return [
    ...(view.reward
      ? [
          `This round’s reward is not called yet: you give up your share of ${fixedAmount(view.reward.netWei)} LPT. Call it first.`,
        ]
      : []),
    ...(stays.length > 0
      ? [
          `${stays.join(' and ')} earned since your claim of this round stay behind, out of reach until you bond to yourself again. In round ${formatInteger(round.number + 1)} you can take them along.`,
        ]
      : []),
    `All of your own stake, ${lpt(own)}, unbonds: it earns nothing and can be withdrawn from round ${formatInteger(until)} on, ${whenText(timeOfRound(round, until), now)}.`,
    ...(view.rank === null
      ? []
      : [
          `You leave the set with round ${formatInteger(round.number + 1)}. Until then you can call reward and redeem tickets.`,
          'Your place stays empty until another orchestrator joins. To come back you compete for one again.',
        ]),
    ...(others > 0n
      ? [
          `${fixedAmount(others)} LPT of your delegators stay delegated to you and earn nothing${view.rank === null ? '' : ' from then on'}: they have to move it themselves.`,
        ]
      : []),
    'Your cuts, service addresses and reward caller stay as they are.',
  ]
}

/** Resigning as an orchestrator: unbonding all of its own stake. Pure. */
export function resignForm(situation: RegisterSituation): ActionForm {
  const { view, account } = situation
  const own = unbondableWei(account)
  const unready = !view.registered
    ? 'This account is not an orchestrator.'
    : account.status === 'pending'
      ? `Your stake counts from round ${formatInteger(account.startRound)} on and can be unbonded from then.`
      : null
  const reason = obstacleTo('pause-and-round', situation) ?? unready
  return {
    reason,
    intent: reason === null ? { verb: 'resign' } : null,
    changes: [
      {
        label: 'Your own stake',
        before: lpt(account.pendingStakeWei),
        after: lpt(account.pendingStakeWei - own),
      },
      {
        label: 'Waiting to be withdrawn',
        before: countOf(account.locks.length, 'lock'),
        after: `${countOf(account.locks.length + 1, 'lock')}, ${lpt(own)} more`,
      },
    ],
    notes: consequences(situation),
  }
}
