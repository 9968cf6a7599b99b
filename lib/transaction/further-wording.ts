import { exactAmount } from '@/lib/format/amount'
import { countOf, formatInteger, formatRound } from '@/lib/format/number'
import { percentP6 } from '@/lib/format/percent'
import type { FurtherRefusalReason, FurtherWarning } from '@/lib/transaction/verb-types'
import type { NameOf, RefusalWords, WarningWords } from '@/lib/transaction/wording'

const lpt = (wei: bigint) => `${exactAmount(wei)} LPT`
const eth = (wei: bigint) => `${exactAmount(wei)} ETH`
const stateWord = (state: string) => (state === 'canceled' ? 'cancelled' : state)

/** A warning of the verbs beyond everyday staking. */
export function furtherWarningWords(warning: FurtherWarning, nameOf: NameOf): WarningWords {
  switch (warning.code) {
    case 'receiver-other-delegate':
      return {
        title: `The receiver delegates to ${nameOf(warning.delegate)}`,
        detail: `The stake leaves ${nameOf(warning.from)} for it. Only the receiver can move it back.`,
      }
    case 'receiver-starts':
      return {
        title: `For the receiver it counts from round ${formatRound(warning.round)}`,
        detail: 'Until then it earns nothing there and cannot be unbonded.',
      }
    case 'cuts-rise':
      return {
        title: `Your delegators get less of your ${
          warning.reward && warning.fees ? 'rewards and fees' : warning.reward ? 'rewards' : 'fees'
        }`,
        detail: 'It holds from the next reward or ticket on, and everybody can see the change.',
      }
    case 'keeps-everything':
      return {
        title: 'Your delegators would earn nothing',
        detail: 'You keep all rewards and all fees with these cuts.',
      }
    case 'stays-outside':
      return {
        title: 'You stay outside the active set',
        detail: `It takes ${lpt(warning.neededWei)} more stake to enter. Only members of the set earn.`,
      }
    case 'cut-rose':
      return {
        title: `${nameOf(warning.delegate)} raised its reward cut`,
        detail: `It keeps ${percentP6(warning.afterP6)} of rewards now; at its reward in round ${formatRound(warning.round)} it kept ${percentP6(warning.beforeP6)}.`,
      }
    case 'unlock-stops':
      return {
        title: 'This stops your unlock',
        detail: 'To withdraw you have to unlock again, and wait again.',
      }
    case 'gateway-wait':
      return {
        title: `Withdrawable from round ${formatRound(warning.withdrawRound)}`,
        detail: `The wait is ${countOf(warning.rounds, 'round')}. From then on your tickets cannot be redeemed, and orchestrators may stop working for you at once.`,
      }
    case 'tickets-worthless':
      return {
        title: 'Tickets that are not redeemed yet become worthless',
        detail:
          'Deposit and reserve go out whole. Orchestrators do not work for you until you fund them again.',
      }
    case 'treasury-short':
      return {
        title: 'The treasury holds less than this pays',
        detail: `${[
          ...(warning.lptShortWei > 0n ? [lpt(warning.lptShortWei)] : []),
          ...(warning.ethShortWei > 0n ? [eth(warning.ethShortWei)] : []),
        ].join(' and ')} are missing now. It cannot be executed until they are there.`,
      }
    case 'proposal-final':
      return {
        title: 'The text and the actions cannot be changed afterwards',
        detail: 'You can cancel the proposal only until voting opens.',
      }
  }
}

/** Why a verb beyond everyday staking is impossible now, and what to do about it. */
export function furtherRefusalWords(refusal: FurtherRefusalReason, nameOf: NameOf): RefusalWords {
  switch (refusal.code) {
    case 'receiver-self':
      return { reason: 'This is your own account.', next: 'Enter the account that is to get the stake.' }
    case 'receiver-invalid':
      return {
        reason: `${nameOf(refusal.receiver)} cannot take the stake: it is the orchestrator itself.`,
        next: 'Choose another account.',
      }
    case 'receiver-would-forfeit':
      return {
        reason: `${nameOf(refusal.receiver)} would lose its reward of round ${formatRound(refusal.round)}.`,
        next: `Wait until ${nameOf(refusal.delegate)} has called reward.`,
      }
    case 'locks-none':
      return { reason: 'None of these locks is left.', next: 'Look at your locks again.' }
    case 'checkpointed-already':
      return {
        reason: `The stake of ${nameOf(refusal.of)} is recorded for voting already.`,
        next: 'Nothing needs to be done.',
      }
    case 'claim-disabled':
      return {
        reason: 'The protocol takes no claims of stake from Ethereum now.',
        next: 'Your stake stays listed. Come back later.',
      }
    case 'claim-done':
      return { reason: 'This account has claimed its stake already.', next: 'Look at its stake and history.' }
    case 'claim-unproven':
      return {
        reason: 'The list of stake used here is not the one the chain knows.',
        next: 'Nothing was sent. Load the published list and try again.',
      }
    case 'claim-nothing':
      return {
        reason: 'The list holds no delegated stake of this account.',
        next: 'Stake that was unbonding on Ethereum moves from there.',
      }
    case 'pool-short':
      return {
        reason: 'The pool of this orchestrator holds less than the claim.',
        next: 'Report it with your address.',
      }
    case 'nothing-to-revoke':
      return { reason: 'Nothing is approved.', next: 'There is nothing to take back.' }
    case 'round-started':
      return {
        reason: `Round ${formatRound(refusal.round)} has been started already.`,
        next: 'There is nothing to do until the next round.',
      }
    case 'round-locked':
      return {
        reason: 'Cuts cannot change in the last part of a round.',
        next: `The next round begins in ${countOf(refusal.blocks, 'block')} of Ethereum, at block ${formatInteger(refusal.nextBlock)}.`,
      }
    case 'not-orchestrator':
      return { reason: 'This account is not an orchestrator.', next: 'Bond stake to yourself first.' }
    case 'must-reward-first':
      return {
        reason: `You have not called reward in round ${formatRound(refusal.round)} yet.`,
        next: 'Call reward first, then set your cuts.',
      }
    case 'cut-invalid':
      return { reason: 'A cut is from 0 to 100 %.', next: 'Enter another one.' }
    case 'unchanged':
      return { reason: 'It is so already.', next: 'Enter something else.' }
    case 'not-active':
      return {
        reason: `${nameOf(refusal.orchestrator)} is not in the active set of this round.`,
        next: 'Reward can be called in rounds in which it is.',
      }
    case 'reward-called':
      return {
        reason: `Reward has been called in round ${formatRound(refusal.round)} already.`,
        next: 'There is nothing to do until the next round.',
      }
    case 'not-reward-caller':
      return {
        reason: `This account is not the reward caller of ${nameOf(refusal.orchestrator)}.`,
        next: 'The orchestrator can name it.',
      }
    case 'uri-invalid':
      return {
        reason: 'This is no web address of a node.',
        next: 'Enter one like https://node.example:8935, or leave it empty.',
      }
    case 'contract-missing':
      return { reason: `This network has no ${refusal.what}.`, next: 'Use a network that has one.' }
    case 'amount-over-eth':
      return {
        reason: `You have ${eth(refusal.balanceWei)}.`,
        next: 'Enter less: the network fee comes out of it too.',
      }
    case 'gateway-empty':
      return { reason: 'There is no deposit and no reserve.', next: 'Fund them first.' }
    case 'unlock-running':
      return {
        reason: 'The unlock is under way.',
        next: `Withdraw from round ${formatRound(refusal.withdrawRound)} on.`,
      }
    case 'unlock-not-running':
      return { reason: 'No unlock is under way.', next: 'Unlock first.' }
    case 'gateway-locked':
      return {
        reason: `The funds are locked until round ${formatRound(refusal.withdrawRound)}. It is round ${formatRound(refusal.round)}.`,
        next: 'Wait until then.',
      }
    case 'cid-missing':
      return { reason: 'The poll has no text.', next: 'Publish its text on IPFS first.' }
    case 'poll-stake-short':
      return {
        reason: `Creating a poll needs ${lpt(refusal.neededWei)} of stake. You have ${lpt(refusal.stakeWei)}.`,
        next: 'Bond more, or ask somebody who has it. Nothing is spent by it.',
      }
    case 'proposal-empty':
      return { reason: 'The proposal does nothing.', next: 'Add at least one action.' }
    case 'proposal-exists':
      return {
        reason: `This very proposal was made before and is ${stateWord(refusal.proposalState)}.`,
        next: 'Open it, or change the text.',
      }
    case 'proposal-not-known':
      return { reason: 'The governor knows no such proposal.', next: 'Check the link you came by.' }
    case 'power-short':
      return {
        reason: `Proposing needs ${lpt(refusal.neededWei)} of voting power. You had ${lpt(refusal.powerWei)} at the start of this round.`,
        next: 'Stake bonded in this round counts from the next one on.',
      }
    case 'proposer-other':
      return {
        reason: `The text reserves this proposal for ${nameOf(refusal.proposer)}.`,
        next: 'Remove the #proposer= note at its end, or propose from that account.',
      }
    case 'proposal-not-passed':
      return {
        reason: `The proposal is ${stateWord(refusal.proposalState)}.`,
        next: 'Only one that succeeded can be queued, and only a queued one executed.',
      }
    case 'proposal-not-queued':
      return { reason: 'The proposal has not been queued yet.', next: 'Queue it first.' }
    case 'not-proposer':
      return {
        reason: `Only ${nameOf(refusal.proposer)}, who proposed it, can cancel it.`,
        next: 'Vote against it instead.',
      }
    case 'cancel-too-late':
      return {
        reason: `The proposal is ${stateWord(refusal.proposalState)}; it could be cancelled only before voting opened.`,
        next: 'Vote against it instead.',
      }
  }
}
