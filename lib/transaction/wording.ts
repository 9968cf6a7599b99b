import { shortenAddress } from '@/lib/format/address'
import { exactAmount } from '@/lib/format/amount'
import { countOf, formatInteger, formatRound } from '@/lib/format/number'
import { furtherRefusalWords, furtherWarningWords } from '@/lib/transaction/further-wording'
import type { Refusal, Warning } from '@/lib/transaction/types'

/** How addresses are named in sentences: names where known, shortened otherwise. */
export type NameOf = (address: string) => string

/** A refusal as sentences: what is so, and what to do. */
export interface RefusalWords {
  readonly reason: string
  readonly next: string
}

/** A warning as sentences: what happens, and what it means. */
export interface WarningWords {
  readonly title: string
  readonly detail: string
}

const lpt = (wei: bigint) => `${exactAmount(wei)} LPT`
const eth = (wei: bigint) => `${exactAmount(wei)} ETH`

/** A warning of the review. */
export function warningWords(warning: Warning, nameOf: NameOf = shortenAddress): WarningWords {
  switch (warning.code) {
    case 'reward-not-called':
      return {
        title: `${nameOf(warning.delegate)} has not called reward in round ${formatRound(warning.round)} yet`,
        detail: `This claims your earnings first, which gives up ${
          warning.forfeitWei === null
            ? 'your share of this round’s reward'
            : `${lpt(warning.forfeitWei)}, your share of this round’s reward as it stands`
        }. Waiting for the call costs nothing.`,
      }
    case 'whole-stake-moves':
      return {
        title: 'Your whole stake moves',
        detail: `${lpt(warning.stakeWei)} leave ${nameOf(warning.from)} for ${nameOf(warning.to)}. Part of it cannot stay behind.`,
      }
    case 'unbonding-wait':
      return {
        title: `Withdrawable from round ${formatRound(warning.withdrawRound)}`,
        detail: `The wait is ${countOf(warning.rounds, 'round')} and nothing is earned meanwhile. Each unbonding has its own wait.`,
      }
    case 'wait-restarts':
      return {
        title: warning.matured ? 'This lock can be withdrawn now' : 'The wait already done is lost',
        detail: `Once rebonded, getting it out again takes ${countOf(warning.rounds, 'round')} from the next unbonding.`,
      }
    case 'pending-until':
      return {
        title: `Counts from round ${formatRound(warning.round)}`,
        detail: 'Until then the stake earns nothing and cannot be unbonded.',
      }
    case 'delegate-inactive':
      return {
        title: `${nameOf(warning.delegate)} is outside the active set`,
        detail: 'The stake earns nothing while it stays there.',
      }
    case 'delegate-leaving':
      return {
        title: `${nameOf(warning.delegate)} leaves the active set in round ${formatRound(warning.round)}`,
        detail: 'The stake earns nothing from then on.',
      }
    case 'delegate-edge':
      return {
        title: `${nameOf(warning.delegate)} has place ${formatInteger(warning.place)} of ${formatInteger(warning.places)} in the active set`,
        detail:
          'The last places go first when somebody outside gets more stake. Outside the set the stake earns nothing.',
      }
    case 'delegate-keeps':
      return {
        title: `${nameOf(warning.delegate)} keeps all rewards${warning.feesToo ? ' and fees' : ''}`,
        detail: warning.feesToo
          ? 'Stake with it earns nothing as its cuts are now.'
          : 'Stake with it earns a share of fees only, as its cuts are now.',
      }
    case 'delegate-not-calling':
      return {
        title: `${nameOf(warning.delegate)} has not called reward for ${countOf(warning.rounds, 'round')}`,
        detail: 'What is not called for is lost, and stake with it earns no rewards.',
      }
    case 'evicts':
      return {
        title: 'Somebody else leaves the active set',
        detail: `This stake pushes ${nameOf(warning.evicted)} out from round ${formatRound(warning.round)}.`,
      }
    case 'registers':
      return {
        title: 'This registers you as an orchestrator',
        detail: 'Staking with yourself is for those who run a node and call reward each round.',
      }
    case 'resigns':
      return {
        title: 'This resigns you as an orchestrator',
        detail: 'Your delegators stay with you and earn nothing from the next round on, until they move.',
      }
    case 'dust-left':
      return {
        title: `${lpt(warning.amountWei)} stay bonded`,
        detail: 'That is less than it costs to move. Unbond all of it to leave nothing behind.',
      }
    case 'fees-left':
      return {
        title: `Your fees of ${eth(warning.feesWei)} stay`,
        detail: 'They can be withdrawn at any time.',
      }
    case 'no-gas':
      return {
        title: 'This account holds no ETH',
        detail: 'Somebody else must pay the network fee for its wallet.',
      }
    case 'contract-account':
      return {
        title: 'This account is a contract',
        detail:
          'If it needs several signatures, your wallet only proposes this there. The figures are of now; what counts is the moment it is executed.',
      }
    case 'vote-weightless':
      return {
        title: 'This vote counts for nothing',
        detail:
          'The account has no voting power here. The vote is taken all the same, and costs the network fee.',
      }
    case 'vote-overrides': {
      const who = nameOf(warning.delegate)
      return {
        title: `Your vote is taken out of ${who}’s`,
        detail: `${lpt(warning.weightWei)} count for your choice and not for ${
          warning.delegateVoted === true
            ? 'the one it has made'
            : warning.delegateVoted === false
              ? 'what it votes later'
              : 'what it votes, before you or after'
        }.`,
      }
    }
    case 'vote-for-delegators':
      return {
        title: 'You vote for your delegators too',
        detail: 'Those who vote themselves take their part out of your vote, before it or after it.',
      }
    default:
      return furtherWarningWords(warning, nameOf)
  }
}

/** Why an action is impossible now, and what to do about it: also the reason of a disabled button. */
export function refusalWords(refusal: Refusal, nameOf: NameOf = shortenAddress): RefusalWords {
  switch (refusal.code) {
    case 'contract-differs':
      return {
        reason: `The ${refusal.contract} contract is not the one this site knows.`,
        next: 'Do not sign anything here until the site is updated.',
      }
    case 'contract-unchecked':
      return {
        reason: `The address of the ${refusal.contract} contract could not be checked.`,
        next: 'Try again in a moment.',
      }
    case 'paused':
      return {
        reason: 'The protocol is paused.',
        next: 'Wait until it is resumed. Your stake stays where it is.',
      }
    case 'round-not-initialized':
      return {
        reason: `Round ${formatRound(refusal.round)} has not been started yet.`,
        next: 'Anyone can start it. Try again once it has begun.',
      }
    case 'no-gas':
      return { reason: 'This account has no ETH for the network fee.', next: 'Add some ETH to it.' }
    case 'amount-zero':
      return { reason: 'The amount is zero.', next: 'Enter an amount.' }
    case 'amount-over-balance':
      return { reason: `You have ${lpt(refusal.balanceWei)}.`, next: 'Enter that or less.' }
    case 'amount-over-stake':
      return { reason: `Your stake is ${lpt(refusal.stakeWei)}.`, next: 'Enter that or less.' }
    case 'amount-over-fees':
      return { reason: `Your fees are ${eth(refusal.feesWei)}.`, next: 'Enter that or less.' }
    case 'nothing-bonded':
      return { reason: 'This account has no stake.', next: 'Delegate first.' }
    case 'pending':
      return {
        reason: `Your stake starts in round ${formatRound(refusal.startRound)}.`,
        next: 'It can be unbonded from then on.',
      }
    case 'still-bonded':
      return {
        reason: `You have stake with ${nameOf(refusal.delegate)}.`,
        next: 'Rebond to it. You can move all of your stake afterwards.',
      }
    case 'delegate-not-registered':
      return {
        reason: `${nameOf(refusal.delegate)} is not an orchestrator.`,
        next: 'Choose an orchestrator from the list.',
      }
    case 'delegate-must-reward':
      return {
        reason: `${nameOf(refusal.delegate)} leaves the active set after round ${formatRound(refusal.round)} and has not called reward yet.`,
        next: 'Wait until it has, wait for the next round, or choose another orchestrator.',
      }
    case 'orchestrator-cannot-move':
      return {
        reason: 'An orchestrator cannot delegate to another orchestrator.',
        next: 'Unbond all of your own stake first.',
      }
    case 'lock-missing':
      return {
        reason: `Lock ${refusal.lockId} does not exist or was used already.`,
        next: 'Look at your locks again.',
      }
    case 'lock-not-matured':
      return {
        reason: `Lock ${refusal.lockId} can be withdrawn from round ${formatRound(refusal.withdrawRound)}. It is round ${formatRound(refusal.round)}.`,
        next: 'Wait, or rebond it.',
      }
    case 'recipient-zero':
      return { reason: 'The recipient is the zero address.', next: 'Enter another recipient.' }
    case 'recipient-refuses-eth':
      return {
        reason: refusal.own
          ? 'This account is a contract that cannot take the ETH as the protocol sends it, with very little gas.'
          : `${nameOf(refusal.recipient)} is a contract that cannot take the ETH as the protocol sends it, with very little gas.`,
        next: 'Enter another recipient: an account with a key of its own always works.',
      }
    case 'already-claimed':
      return {
        reason: `Earnings up to round ${formatRound(refusal.round)} are part of your stake already.`,
        next: 'Nothing needs to be claimed.',
      }
    case 'proposal-unknown':
      return { reason: 'The governor knows no such proposal.', next: 'Check the link you came by.' }
    case 'vote-not-open':
      return {
        reason: `Voting opens in round ${formatRound(refusal.firstRound)}. It is round ${formatRound(refusal.round)}.`,
        next: 'Come back then.',
      }
    case 'vote-over':
      return {
        reason: `Voting is over: the proposal is ${refusal.proposalState === 'canceled' ? 'cancelled' : refusal.proposalState}.`,
        next: 'Nothing can be changed by a vote any more.',
      }
    case 'already-voted':
      return {
        reason: 'This account has voted on this proposal.',
        next: 'A treasury vote is final and cannot be changed.',
      }
    case 'poll-unknown':
      return { reason: `There is no poll at ${nameOf(refusal.poll)}.`, next: 'Check the link you came by.' }
    case 'poll-over':
      return { reason: 'This poll has closed.', next: 'Its result stands.' }
    default:
      return furtherRefusalWords(refusal, nameOf)
  }
}
