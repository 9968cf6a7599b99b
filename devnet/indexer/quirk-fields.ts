import type { Quirks } from './quirks'

/**
 * Fields of the index that do not mean what their name says, by `Type.field`, with the quirk that spoils them
 * (subgraph.md sections 3.8, 4 and 7). `switch` is its switch in `quirks.ts`; those without one are facts of the schema or
 * of what the index does not follow, which cannot be mended by indexing better.
 */
export interface QuirkField {
  readonly quirk: string
  readonly why: string
  readonly switch?: keyof Quirks
}

const q = (quirk: string, why: string, name?: keyof Quirks): QuirkField =>
  name ? { quirk, why, switch: name } : { quirk, why }

const rolling = q(
  'Q4',
  'refreshed once a round, never for the first of the pool or outside it',
  'rollingVolumesSkipFirst',
)
const counted = q('Q3', 'first bonds are not counted', 'firstBondsUncounted')
const override = q('Q2', 'whole weights: overrides are not taken off', 'proposalTotalsIgnoreOverrides')
const sparse = q('Q15', '0 on days without a new round', 'dayCountersOnlyWithRound')
const face = q('Q18', 'face value, also where deposit and reserve could not pay all of it')
const slashed = q('Q13', 'slashing is not followed: stays until another event makes the index read it')
const claimed = q('section 7', 'as of the last claim, without what is pending')
const frozen = q(
  'section 3.8',
  'kept up by rules that slashing and former delegates escape',
  'formerDelegateWeighsAll',
)
const unread = q('Q19', '0 until its parameter event', 'parametersUnreadAtStart')
const paidDay = q('Q11', 'the last day of a redeemed ticket, not of funding')
const never = q('Q13', 'rows of this event are never written')

/** Every field a quirk can spoil. */
export const quirkFields: Readonly<Record<string, QuirkField>> = {
  'Broadcaster.reserve': q('Q1', 'whole tickets are taken off it', 'reserveTakesWholeTicket'),
  'Broadcaster.thirtyDayVolumeETH': rolling,
  'Broadcaster.sixtyDayVolumeETH': rolling,
  'Broadcaster.ninetyDayVolumeETH': rolling,
  'Broadcaster.totalVolumeETH': face,
  'Broadcaster.totalVolumeUSD': face,
  'Broadcaster.lastFundedDay': paidDay,
  'Broadcaster.lastActiveDay': paidDay,
  'Broadcaster.firstActiveDay': q('Q11', 'old name of firstFundedDay'),
  'BroadcasterDay.volumeETH': face,
  'BroadcasterDay.volumeUSD': face,
  'TranscoderDay.volumeETH': face,
  'TranscoderDay.volumeUSD': face,
  'Day.volumeETH': face,
  'Day.volumeUSD': face,
  'Round.volumeETH': face,
  'Round.volumeUSD': face,
  'Pool.fees': face,
  'Protocol.totalVolumeETH': face,
  'Protocol.totalVolumeUSD': face,
  'Transcoder.totalVolumeETH': face,
  'Transcoder.totalVolumeUSD': face,
  'WinningTicketRedeemedEvent.faceValue': face,
  'WinningTicketRedeemedEvent.faceValueUSD': face,
  'TreasuryProposal.forVotes': override,
  'TreasuryProposal.againstVotes': override,
  'TreasuryProposal.abstainVotes': override,
  'TreasuryProposal.totalVotes': override,
  'TreasuryVote.weight': override,
  'TreasuryVoteEvent.weight': override,
  'Protocol.delegatorsCount': counted,
  'Day.delegatorsCount': counted,
  'Round.delegatorsCount': counted,
  'Transcoder.thirtyDayVolumeETH': rolling,
  'Transcoder.sixtyDayVolumeETH': rolling,
  'Transcoder.ninetyDayVolumeETH': rolling,
  'Transcoder.rewardCutUpdateTimestamp': q('Q5', 'moves with any update', 'cutTimestampsAlwaysMove'),
  'Transcoder.feeShareUpdateTimestamp': q('Q5', 'moves with any update', 'cutTimestampsAlwaysMove'),
  'Transaction.gasUsed': q('Q6', 'the gas limit', 'gasUsedIsLimit'),
  'Transaction.to': q('Q14', 'null for a contract creation', 'stopsOnContractCreation'),
  'Transcoder.deactivationRound': q('Q7', '"never" is 2^255 - 1', 'neverIsHalved'),
  'Transcoder.activationRound': q('Q17', 'stays set after deactivation'),
  'Transcoder.activationTimestamp': q('Q17', 'a block time; 0 after deactivation'),
  'Transcoder.totalStake': slashed,
  'Transcoder.status': slashed,
  'Transcoder.active': q('section 7', 'flips when NewRound is indexed'),
  'Pool.totalStake': slashed,
  'Delegator.bondedAmount': claimed,
  'Delegator.fees': claimed,
  'Delegator.delegatedAmount': slashed,
  'Delegator.principal': q('section 1.3', 'never goes down; migrated stake counts as put in'),
  'Delegator.unbonded': q('section 1.3', 'a lock received from another account is not taken back off'),
  'Round.newStake': q('Q8', 'misses bonds that change no delegate', 'roundMissesBonds'),
  'LivepeerAccount.delegate': q('Q9', 'the account itself', 'accountDelegateIsItself'),
  'Protocol.lockPeriod': q('Q10', 'stale after a change of the round length', 'lockPeriodGoesStale'),
  'Protocol.unbondingPeriod': unread,
  'Protocol.numActiveTranscoders': unread,
  'Protocol.currentRound': q('section 7', 'moves with the first event of a round'),
  'Day.inflation': sparse,
  'Day.numActiveTranscoders': sparse,
  'Day.activeTranscoderCount': sparse,
  'MigrateDelegatorFinalizedEvent.l2Addr': q('Q12', 'l1Addr again', 'migrationRepeatsL1Address'),
  'PollTally.yes': frozen,
  'PollTally.no': frozen,
  'Vote.voteStake': frozen,
  'Vote.nonVoteStake': frozen,
  'Vote.registeredTranscoder': frozen,
  'Round.startTimestamp': q('Q17', 'block time of the initialization; 0 before'),
  'Query.transcoderSlashedEvents': never,
  'Query.transcoderResignedEvents': never,
  'Query.transcoderEvictedEvents': never,
}
