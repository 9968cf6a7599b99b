import type { Outcome } from '@/lib/contracts/call'
import { shortenAddress } from '@/lib/format/address'
import { exactAmount } from '@/lib/format/amount'
import { countOf, formatInteger } from '@/lib/format/number'
import type { Intent, Plan } from '@/lib/transaction/types'
import type { NameOf } from '@/lib/transaction/wording'
import {
  furtherIntentTitles,
  furtherOutcomeSentence,
  furtherTitle,
  furtherUndo,
  isFurther,
} from './further-words'
import { stepLabel } from './step-words'
import { voteOutcomeSentence, voteTitle, voteUndoSentence } from './vote-words'

/** Names one orchestrator, shortens every other address. */
export function nameWith(address: string | null, name: string | null): NameOf {
  return (asked) =>
    name && address && asked.toLowerCase() === address.toLowerCase() ? name : shortenAddress(asked)
}

const lpt = (wei: bigint) => `${exactAmount(wei)} LPT`
const eth = (wei: bigint) => `${exactAmount(wei)} ETH`

/** Amount of all locks that the plan uses; null when it uses none. */
function lockAmount(plan: Plan): bigint | null {
  const amounts = plan.steps.flatMap(({ effects }) =>
    effects.flatMap((effect) =>
      effect.kind === 'lock-rebonded' || effect.kind === 'lock-withdrawn' ? [effect.amountWei] : [],
    ),
  )
  return amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0n)
}

/** Whether the plan goes through several locks, one transaction each. */
function isLockSeries({ intent }: Plan): boolean {
  return intent.verb === 'withdrawLocks' || intent.verb === 'rebondLocks'
}

/** "from 2 locks", where there are several. */
function fromLocks(count: number): string {
  return count > 1 ? ` from ${countOf(count, 'lock')}` : ''
}

/** The action in one phrase, as the sheet's title and as what its button does. */
export function planTitle(plan: Plan, nameOf: NameOf): string {
  const { intent, before } = plan
  const held = lockAmount(plan)
  const lock = held === null ? 'the unbonding stake' : lpt(held)
  if (intent.verb === 'withdrawLocks') return `Withdraw ${lock}${fromLocks(plan.steps.length)}`
  if (intent.verb === 'rebondLocks') {
    const to = before.status === 'unbonded' ? ` to ${nameOf(intent.to)}` : ''
    return `Rebond ${lock}${fromLocks(plan.steps.length)}${to}`
  }
  if (isFurther(intent)) return furtherTitle(intent, nameOf)
  switch (intent.verb) {
    case 'approve':
      return intent.amountWei === 0n ? 'Take back the approval' : `Approve ${lpt(intent.amountWei)}`
    case 'bond': {
      const moves =
        before.status !== 'unbonded' &&
        before.delegate !== null &&
        before.delegate.toLowerCase() !== intent.to.toLowerCase()
      if (!moves) return `Delegate ${lpt(intent.amountWei)} to ${nameOf(intent.to)}`
      const whole = `Move your whole stake to ${nameOf(intent.to)}`
      return intent.amountWei === 0n ? whole : `${whole} and add ${lpt(intent.amountWei)}`
    }
    case 'unbond':
      return `Unbond ${lpt(intent.amountWei)}`
    case 'rebond':
      return `Rebond ${lock}`
    case 'rebondFromUnbonded':
      return `Rebond ${lock} to ${nameOf(intent.to)}`
    case 'withdrawStake':
      return `Withdraw ${lock}`
    case 'withdrawFees':
      return `Withdraw ${eth(intent.amountWei)} of fees`
    case 'claimEarnings':
      return 'Claim earnings'
    case 'castVote':
    case 'votePoll':
      return voteTitle(intent)
  }
}

/** What is under review before a plan exists. */
export function intentTitle(intent: Intent): string {
  const titles: Record<Intent['verb'], string> = {
    approve: 'Approval',
    bond: 'Delegation',
    unbond: 'Unbonding',
    rebond: 'Rebonding',
    rebondFromUnbonded: 'Rebonding',
    withdrawStake: 'Withdrawal',
    withdrawFees: 'Withdrawal of fees',
    claimEarnings: 'Claim of earnings',
    castVote: 'Vote on a treasury proposal',
    votePoll: 'Vote in a poll',
    ...furtherIntentTitles,
  }
  return titles[intent.verb]
}

/** What the sheet's button does next: the step at hand, and what follows it. */
export function actionLabel(plan: Plan, step: number, nameOf: NameOf): string {
  const now = plan.steps[step]
  if (now && step > 0 && isLockSeries(plan)) return stepLabel(now, nameOf)
  const args = now?.args
  if (!args || args.verb !== 'approve' || step === plan.steps.length - 1) return planTitle(plan, nameOf)
  return plan.intent.verb === 'bond' && plan.after.stakeWei > 0n
    ? `Approve ${lpt(args.amountWei)}, then delegate`
    : planTitle(plan, nameOf)
}

/** When and how the action can be undone. */
export function undoSentence(intent: Intent): string {
  if (isFurther(intent)) return furtherUndo[intent.verb]
  switch (intent.verb) {
    case 'approve':
      return 'An approval can be taken back at any time.'
    case 'bond':
      return 'You can unbond later; the LPT come back to your wallet after the unbonding period.'
    case 'unbond':
      return 'Until you withdraw it you can rebond this amount at any time.'
    case 'rebond':
    case 'rebondFromUnbonded':
      return 'You can unbond again; the unbonding period then starts anew.'
    case 'withdrawStake':
      return 'A withdrawal is final. You can delegate the LPT again afterwards.'
    case 'withdrawFees':
      return 'A withdrawal is final.'
    case 'claimEarnings':
      return 'A claim is final: it cannot be taken back.'
    case 'castVote':
    case 'votePoll':
      return voteUndoSentence(intent.verb)
  }
}

/** What a finished plan really did: the last event's own sentence, or the sum over the locks of a series. */
export function resultSentence(plan: Plan, outcomes: readonly Outcome[], nameOf: NameOf): string | null {
  const last = outcomes.at(-1)
  if (!last) return null
  if (!isLockSeries(plan) || outcomes.length === 1) return outcomeSentence(last, nameOf)
  const total = outcomes.reduce((sum, outcome) => sum + ('lockId' in outcome ? outcome.amountWei : 0n), 0n)
  const what = `${lpt(total)}${fromLocks(outcomes.length)}`
  return 'delegate' in last
    ? `You rebonded ${what} to ${nameOf(last.delegate)}.`
    : `You withdrew ${what} to your wallet.`
}

/** What a mined transaction really did, from its own event. */
export function outcomeSentence(outcome: Outcome, nameOf: NameOf): string {
  if (isFurther(outcome)) return furtherOutcomeSentence(outcome, nameOf)
  switch (outcome.verb) {
    case 'approve':
      return outcome.amountWei === 0n
        ? 'You took the approval back.'
        : `You approved ${lpt(outcome.amountWei)} for staking.`
    case 'bond': {
      const who = nameOf(outcome.delegate)
      const moved =
        BigInt(outcome.oldDelegate) !== 0n &&
        outcome.oldDelegate.toLowerCase() !== outcome.delegate.toLowerCase()
      if (!moved) {
        return `You delegated ${lpt(outcome.addedWei)} to ${who}. Your stake is ${lpt(outcome.stakeWei)}.`
      }
      const added = outcome.addedWei > 0n ? `, ${lpt(outcome.addedWei)} of it new` : ''
      return `You moved your stake to ${who}. It is ${lpt(outcome.stakeWei)}${added}.`
    }
    case 'unbond':
      return `You unbonded ${lpt(outcome.amountWei)} from ${nameOf(outcome.delegate)}. You can withdraw it from round ${formatInteger(outcome.withdrawRound)} on.`
    case 'rebond':
    case 'rebondFromUnbonded':
      return `You rebonded ${lpt(outcome.amountWei)} to ${nameOf(outcome.delegate)}.`
    case 'withdrawStake':
      return `You withdrew ${lpt(outcome.amountWei)} to your wallet.`
    case 'withdrawFees':
      return `You withdrew ${eth(outcome.amountWei)} of fees to ${nameOf(outcome.recipient)}.`
    case 'claimEarnings':
      return `You claimed ${lpt(outcome.rewardsWei)} of rewards and ${eth(outcome.feesWei)} of fees.`
    case 'castVote':
    case 'votePoll':
      return voteOutcomeSentence(outcome)
  }
}
