import { zeroAddress } from 'viem'
import type { CallArgs, Outcome } from '@/lib/contracts/call'
import { exactAmount } from '@/lib/format/amount'
import { countOf, formatInteger } from '@/lib/format/number'
import { percentP6 } from '@/lib/format/percent'
import { P6 } from '@/lib/protocol/fixed-point'
import type { Intent } from '@/lib/transaction/types'
import type { FurtherEffect, FurtherIntent } from '@/lib/transaction/verb-types'
import type { NameOf } from '@/lib/transaction/wording'

const lpt = (wei: bigint) => `${exactAmount(wei)} LPT`
const eth = (wei: bigint) => `${exactAmount(wei)} ETH`
/** To the last of the four decimals that the contract knows. */
const cut = (pointsP6: bigint) => percentP6(pointsP6, { places: 4, trim: true })
const registryWord = { ServiceRegistry: 'service address', AIServiceRegistry: 'AI service address' } as const
const proposalWord = {
  propose: 'Make the treasury proposal',
  queue: 'Queue the proposal',
  execute: 'Execute the proposal',
  cancel: 'Cancel the proposal',
} as const

type FurtherVerb = FurtherIntent['verb']
type FurtherArgs = Extract<CallArgs, { verb: FurtherVerb }>

/** The action in one phrase, as the sheet's title and on its button; also a line of the numbered steps. */
export function furtherTitle(intent: FurtherIntent | FurtherArgs, nameOf: NameOf): string {
  switch (intent.verb) {
    case 'transferBond':
      return `Give ${lpt(intent.amountWei)} of stake to ${nameOf(intent.receiver)}`
    case 'resign':
      return 'Resign as an orchestrator'
    case 'withdrawLocks':
      return `Withdraw ${countOf(BigInt(intent.lockIds.length), 'lock')}`
    case 'rebondLocks':
      return `Rebond ${countOf(BigInt(intent.lockIds.length), 'lock')}`
    case 'checkpointBondingState':
      return `Record the stake of ${nameOf(intent.of)} for voting`
    case 'claimStake':
      return 'Claim your stake from Ethereum'
    case 'initializeRound':
      return 'Start the round'
    case 'transcoder':
      return `Set your reward cut to ${cut(intent.rewardCutP6)} and your fee cut to ${cut(P6 - intent.feeShareP6)}`
    case 'reward':
      return 'Call reward'
    case 'rewardForTranscoder':
      return `Call reward for ${nameOf(intent.transcoder)}`
    case 'setRewardCaller':
      return intent.caller === zeroAddress
        ? 'Take the reward caller back'
        : `Let ${nameOf(intent.caller)} call reward for you`
    case 'setServiceURI':
      return intent.uri === ''
        ? `Remove your ${registryWord[intent.registry]}`
        : `Set your ${registryWord[intent.registry]} to ${intent.uri}`
    case 'fundDeposit':
      return `Add ${eth(intent.amountWei)} to your deposit`
    case 'fundReserve':
      return `Add ${eth(intent.amountWei)} to your reserve`
    case 'fundDepositAndReserve':
      return `Add ${eth(intent.depositWei)} to your deposit and ${eth(intent.reserveWei)} to your reserve`
    case 'unlock':
      return 'Unlock deposit and reserve'
    case 'cancelUnlock':
      return 'Cancel the unlock'
    case 'withdraw':
      return 'Withdraw deposit and reserve'
    case 'createPoll':
      return 'Create the poll'
    case 'propose':
    case 'queue':
    case 'execute':
    case 'cancel':
      return proposalWord[intent.verb]
  }
}

/** What is under review before a plan exists. */
export const furtherIntentTitles: Readonly<Record<FurtherVerb, string>> = {
  transferBond: 'Transfer of stake',
  resign: 'Resignation',
  withdrawLocks: 'Withdrawals',
  rebondLocks: 'Rebonding',
  checkpointBondingState: 'Record for voting',
  claimStake: 'Claim of stake',
  initializeRound: 'Start of the round',
  transcoder: 'Cuts',
  reward: 'Reward call',
  rewardForTranscoder: 'Reward call',
  setRewardCaller: 'Reward caller',
  setServiceURI: 'Service address',
  fundDeposit: 'Deposit',
  fundReserve: 'Reserve',
  fundDepositAndReserve: 'Deposit and reserve',
  unlock: 'Unlock',
  cancelUnlock: 'Unlock',
  withdraw: 'Withdrawal of funds',
  createPoll: 'New poll',
  propose: 'Treasury proposal',
  queue: 'Treasury proposal',
  execute: 'Treasury proposal',
  cancel: 'Treasury proposal',
}

/** When and how the action can be undone. */
export const furtherUndo: Readonly<Record<FurtherVerb, string>> = {
  transferBond: 'No. Only the receiver can give the stake back.',
  resign: 'You can rebond to yourself at any time; you then compete for a place in the set again.',
  withdrawLocks: 'Withdrawals are final. You can delegate the LPT again afterwards.',
  rebondLocks: 'You can unbond again; the unbonding period then starts anew.',
  checkpointBondingState: 'There is nothing to undo: it only records what is so.',
  claimStake: 'A claim is final. The stake is bonded and can be unbonded or moved like any other.',
  initializeRound: 'No. A round is started once.',
  transcoder: 'You can set other cuts when the round is not locked and reward has been called.',
  reward: 'No. Reward is called once a round.',
  rewardForTranscoder: 'No. Reward is called once a round.',
  setRewardCaller: 'You can name another one or nobody at any time.',
  setServiceURI: 'You can set another one at any time. Older ones stay readable in history.',
  fundDeposit: 'You can unlock and withdraw later; tickets spend the deposit meanwhile.',
  fundReserve: 'You can unlock and withdraw later.',
  fundDepositAndReserve: 'You can unlock and withdraw later; tickets spend the deposit meanwhile.',
  unlock: 'You can cancel it until you withdraw.',
  cancelUnlock: 'You can unlock again; the wait then starts anew.',
  withdraw: 'A withdrawal is final. You can fund both again.',
  createPoll: 'No. A poll runs to its end.',
  propose: 'You can cancel it until voting opens.',
  queue: 'No. Anyone can execute it then.',
  execute: 'No. What the treasury pays is paid.',
  cancel: 'No. You can make it again with another text.',
}

/** One thing that changes. */
export function furtherEffectSentence(effect: FurtherEffect, nameOf: NameOf): string {
  switch (effect.kind) {
    case 'bond-transferred':
      return `${lpt(effect.amountWei)} of stake go to ${nameOf(effect.receiver)}, delegated to ${nameOf(effect.delegate)}.`
    case 'checkpointed':
      return `The stake of ${nameOf(effect.of)} counts in treasury votes from the next round on.`
    case 'stake-claimed': {
      return [
        ...(effect.stakeWei > 0n
          ? [`${lpt(effect.stakeWei)} become stake with ${nameOf(effect.delegate)}.`]
          : []),
        ...(effect.feesWei > 0n ? [`${eth(effect.feesWei)} of fees go to your wallet.`] : []),
      ].join(' ')
    }
    case 'round-started':
      return `Round ${formatInteger(effect.round)} begins for everybody.`
    case 'cuts-set':
      return 'Your cuts change from the next reward or ticket on.'
    case 'set-joined':
      return `${nameOf(effect.orchestrator)} is in the active set from round ${formatInteger(effect.round)} on.`
    case 'reward-called': {
      const treasury = effect.treasuryWei > 0n ? ` ${lpt(effect.treasuryWei)} go to the treasury.` : ''
      return `${lpt(effect.netWei)} go to ${nameOf(effect.orchestrator)} and its delegators, ${lpt(effect.keptWei)} of it as its cut.${treasury}`
    }
    case 'reward-caller-set':
      return effect.after
        ? `${nameOf(effect.after)} may call reward for you. It can do nothing else with your stake.`
        : 'Only you can call reward for you.'
    case 'service-uri-set':
      return `Gateways find your ${registryWord[effect.registry]} in the registry.`
    case 'gateway-funded':
      return `${eth(effect.depositAfterWei - effect.depositBeforeWei)} go to your deposit, ${eth(effect.reserveAfterWei - effect.reserveBeforeWei)} to your reserve.`
    case 'unlock-started':
      return `You can withdraw from round ${formatInteger(effect.withdrawRound)} on.`
    case 'unlock-stopped':
      return 'The unlock ends; your funds stay where they are.'
    case 'gateway-withdrawn':
      return `${eth(effect.depositWei)} of deposit and ${eth(effect.reserveWei)} of reserve go to your wallet.`
    case 'poll-created':
      return `Votes are taken for ${formatInteger(effect.blocks)} blocks of Ethereum, up to about block ${formatInteger(effect.endBlock)}.`
    case 'proposal-made':
      return `Votes are taken from round ${formatInteger(effect.firstRound)} to round ${formatInteger(effect.lastRound)}.`
    case 'proposal-queued':
      return 'The proposal can be executed afterwards, by anyone.'
    case 'proposal-executed':
      return 'The treasury does what the proposal says.'
    case 'proposal-cancelled':
      return 'The proposal ends without a vote.'
  }
}

type FurtherOutcome = Extract<Outcome, { verb: FurtherVerb }>

/** What a mined transaction really did, from its own event. */
export function furtherOutcomeSentence(outcome: FurtherOutcome, nameOf: NameOf): string {
  switch (outcome.verb) {
    case 'transferBond':
      return `You gave ${lpt(outcome.amountWei)} of stake to ${nameOf(outcome.receiver)}.`
    case 'checkpointBondingState':
      return `The stake of ${nameOf(outcome.of)} is recorded for voting.`
    case 'claimStake':
      return `You claimed ${lpt(outcome.stakeWei)} of stake and ${eth(outcome.feesWei)} of fees.`
    case 'initializeRound':
      return `Round ${formatInteger(outcome.round)} has begun.`
    case 'transcoder':
      return `Your reward cut is ${cut(outcome.rewardCutP6)}, your fee cut ${cut(P6 - outcome.feeShareP6)}.`
    case 'reward':
      return `You called reward: ${lpt(outcome.amountWei)} for you and your delegators.`
    case 'rewardForTranscoder':
      return `You called reward for ${nameOf(outcome.transcoder)}: ${lpt(outcome.amountWei)}.`
    case 'setRewardCaller':
      return outcome.caller === zeroAddress
        ? 'Only you can call reward for you now.'
        : `${nameOf(outcome.caller)} can call reward for you now.`
    case 'setServiceURI':
      return outcome.uri === ''
        ? `Your ${registryWord[outcome.registry]} is removed.`
        : `Your ${registryWord[outcome.registry]} is ${outcome.uri}.`
    case 'fundDeposit':
      return `You added ${eth(outcome.amountWei)} to your deposit.`
    case 'fundReserve':
      return `You added ${eth(outcome.amountWei)} to your reserve.`
    case 'fundDepositAndReserve':
      return `You added ${eth(outcome.depositWei)} to your deposit and ${eth(outcome.reserveWei)} to your reserve.`
    case 'unlock':
      return `You can withdraw from round ${formatInteger(outcome.withdrawRound)} on.`
    case 'cancelUnlock':
      return 'The unlock is cancelled.'
    case 'withdraw':
      return `You withdrew ${eth(outcome.depositWei)} of deposit and ${eth(outcome.reserveWei)} of reserve.`
    case 'createPoll':
      return `The poll is at ${outcome.poll} and takes votes up to block ${formatInteger(outcome.endBlock)} of Ethereum.`
    case 'propose':
      return `The proposal is made. Its id is ${outcome.proposalId}.`
    case 'queue':
      return 'The proposal is queued.'
    case 'execute':
      return 'The proposal is executed.'
    case 'cancel':
      return 'The proposal is cancelled.'
  }
}

/** The figures that these effects change, as before → after. */
export function furtherChanges(effect: FurtherEffect, nameOf: NameOf) {
  switch (effect.kind) {
    case 'cuts-set':
      return [
        {
          label: 'Reward cut (you keep)',
          before: cut(effect.rewardCutBeforeP6),
          after: cut(effect.rewardCutAfterP6),
        },
        {
          label: 'Fee cut (you keep)',
          before: cut(P6 - effect.feeShareBeforeP6),
          after: cut(P6 - effect.feeShareAfterP6),
        },
      ]
    case 'reward-caller-set':
      return [
        {
          label: 'Reward caller',
          before: effect.before ? nameOf(effect.before) : 'nobody',
          after: effect.after ? nameOf(effect.after) : 'nobody',
        },
      ]
    case 'service-uri-set':
      return [{ label: 'Service address', before: effect.before || 'none', after: effect.after || 'none' }]
    case 'gateway-funded':
      return [
        { label: 'Deposit', before: eth(effect.depositBeforeWei), after: eth(effect.depositAfterWei) },
        { label: 'Reserve', before: eth(effect.reserveBeforeWei), after: eth(effect.reserveAfterWei) },
      ]
    case 'gateway-withdrawn':
      return [
        { label: 'Deposit', before: eth(effect.depositWei), after: eth(0n) },
        { label: 'Reserve', before: eth(effect.reserveWei), after: eth(0n) },
      ]
    default:
      return []
  }
}

const furtherVerbs = new Set<string>(Object.keys(furtherIntentTitles))

/** Whether a verb is one of those worded here. */
export function isFurther<Value extends { verb: Intent['verb'] | CallArgs['verb'] }>(
  value: Value,
): value is Extract<Value, { verb: FurtherVerb }> {
  return furtherVerbs.has(value.verb)
}
