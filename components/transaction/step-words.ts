import { exactAmount } from '@/lib/format/amount'
import { formatInteger } from '@/lib/format/number'
import type { Step, StepEffect } from '@/lib/transaction/types'
import type { NameOf } from '@/lib/transaction/wording'
import { furtherEffectSentence, furtherTitle, isFurther } from './further-words'
import { voteEffectSentence, voteTitle } from './vote-words'

const lpt = (wei: bigint) => `${exactAmount(wei)} LPT`
const eth = (wei: bigint) => `${exactAmount(wei)} ETH`

/** "20 LPT of lock 1": the lock that a step uses. */
function heldIn({ effects }: Step, lockId: bigint): string {
  for (const effect of effects) {
    if (effect.kind === 'lock-rebonded' || effect.kind === 'lock-withdrawn')
      return `${lpt(effect.amountWei)} of lock ${lockId}`
  }
  return `lock ${lockId}`
}

/** One transaction of a plan, as a line of the numbered list. */
export function stepLabel(step: Step, nameOf: NameOf): string {
  const { args } = step
  if (isFurther(args)) return furtherTitle(args, nameOf)
  switch (args.verb) {
    case 'approve':
      return args.amountWei === 0n
        ? 'Take back the approval for your LPT'
        : `Approve exactly ${lpt(args.amountWei)} for staking`
    case 'bond':
      return args.amountWei === 0n
        ? `Move your stake to ${nameOf(args.to)}`
        : `Delegate ${lpt(args.amountWei)} to ${nameOf(args.to)}`
    case 'unbond':
      return `Unbond ${lpt(args.amountWei)}`
    case 'rebond':
      return `Rebond ${heldIn(step, args.lockId)}`
    case 'rebondFromUnbonded':
      return `Rebond ${heldIn(step, args.lockId)} to ${nameOf(args.to)}`
    case 'withdrawStake':
      return `Withdraw ${heldIn(step, args.lockId)} to your wallet`
    case 'withdrawFees':
      return `Withdraw ${eth(args.amountWei)} of fees`
    case 'claimEarnings':
      return 'Claim earnings'
    case 'castVote':
    case 'votePoll':
      return voteTitle(args)
  }
}

/** One thing that moves. */
export function effectSentence(effect: StepEffect, nameOf: NameOf): string {
  switch (effect.kind) {
    case 'allowance':
      return effect.afterWei === 0n
        ? 'The staking contract may take no LPT from your wallet any more.'
        : `The staking contract may take ${lpt(effect.afterWei)} from your wallet, no more.`
    case 'lpt-bonded':
      return `${lpt(effect.amountWei)} go from your wallet into stake with ${nameOf(effect.to)}.`
    case 'earnings-claimed': {
      const parts = [
        ...(effect.rewardsWei > 0n ? [`${lpt(effect.rewardsWei)} of pending rewards become stake`] : []),
        ...(effect.feesWei > 0n ? [`${eth(effect.feesWei)} of pending fees become withdrawable`] : []),
      ]
      return parts.length === 0
        ? 'Earnings are claimed on the way; none are pending.'
        : `${parts.join(', ')}.`
    }
    case 'stake-moved':
      return `${lpt(effect.amountWei)} of stake move from ${nameOf(effect.from)} to ${nameOf(effect.to)}.`
    case 'lock-created':
      return `${lpt(effect.amountWei)} leave your stake. You can withdraw them from round ${formatInteger(effect.withdrawRound)} on.`
    case 'lock-rebonded':
      return `${lpt(effect.amountWei)} of unbonding stake become stake with ${nameOf(effect.to)} again.`
    case 'lock-withdrawn':
      return `${lpt(effect.amountWei)} go to your wallet.`
    case 'fees-withdrawn':
      return `${eth(effect.amountWei)} go to ${nameOf(effect.recipient)}.`
    case 'treasury-vote':
    case 'poll-vote':
      return voteEffectSentence(effect)
    default:
      return furtherEffectSentence(effect, nameOf)
  }
}
