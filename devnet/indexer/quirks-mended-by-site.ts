/**
 * Where the site asks for a field that a quirk spoils (`quirk-fields.ts`): by operation and `Type.field`, how the figure is
 * mended or marked before anybody sees it. A document that asks for one more must say so here.
 */
export const mendedBySite: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  AccountHistory: {
    'WinningTicketRedeemedEvent.faceValue': 'shown as "face value" (components/network/event-words)',
    'TreasuryVoteEvent.weight': 'shown as the whole power before overrides (components/network/event-words)',
  },
  DelegatingHistory: {
    'Delegator.bondedAmount':
      'compared with getDelegator, never shown: where they differ the sums below are not shown either',
    'Delegator.principal':
      'is what was put in, and labelled so; lifetime rewards add the pending stake of the chain',
    'Delegator.unbonded':
      'only in the sum of lifetime rewards, which is left out when index and chain disagree',
  },
  DelegatorPage: {
    'Delegator.bondedAmount':
      'a filter for "has stake" only: rows are counted instead of delegatorsCount (Q3)',
  },
  DelegatorsOf: {
    'Delegator.bondedAmount':
      'labelled as of the last claim, and grown by the chain’s factors (lib/data/delegators)',
    'Delegator.fees': 'grown by the chain’s factors (lib/data/delegators)',
  },
  EventsByType: {
    'WinningTicketRedeemedEvent.faceValue': 'shown as "face value" (components/network/event-words)',
    'TreasuryVoteEvent.weight': 'shown as the whole power before overrides (components/network/event-words)',
    'Query.transcoderSlashedEvents':
      'asked for in case a newer index writes them; the page says that it does not',
    'Query.transcoderResignedEvents': 'of the old protocol; the page says that the index does not write them',
    'Query.transcoderEvictedEvents': 'of the old protocol; the page says that the index does not write them',
  },
  NetworkEvents: {
    'WinningTicketRedeemedEvent.faceValue': 'shown as "face value" (components/network/event-words)',
    'TreasuryVoteEvent.weight': 'shown as the whole power before overrides (components/network/event-words)',
  },
  FeeDayPage: {
    'Day.volumeETH':
      'only the divisor of the day’s ETH price, so that it cancels out (lib/data/ledger-prices)',
    'Day.volumeUSD':
      'only the dividend of the day’s ETH price, so that it cancels out (lib/data/ledger-prices)',
  },
  DelegatePoolPage: {
    'Pool.fees':
      'described as face value of tickets (lib/data/ledger-export); what an account earned comes from the chain’s factors',
    'Pool.totalStake': 'only where nothing touched the pool the chain stored (lib/data/ledger-view)',
  },
  Gateway: {
    'Broadcaster.totalVolumeETH':
      'described as face value of tickets (components/account/gateway-figures); funds are the broker’s, read from the chain',
    'BroadcasterDay.volumeETH': 'described as face value of tickets (components/account/gateway-figures)',
  },
  GatewaysPage: {
    'Broadcaster.totalVolumeETH': 'described as face value of tickets (components/network/gateway-table)',
    'Broadcaster.totalVolumeUSD': 'described as face value of tickets (components/network/gateway-table)',
    'Broadcaster.lastFundedDay': 'labelled as when a ticket was paid last (components/network/gateway-table)',
  },
  GatewayDayPage: {
    'BroadcasterDay.volumeETH':
      'summed instead of ninetyDayVolumeETH (Q4), described as face value of tickets (components/network/gateway-table)',
    'BroadcasterDay.volumeUSD': 'summed likewise, and described likewise',
  },
  GatewayTicketPage: {
    'WinningTicketRedeemedEvent.faceValue':
      'described as face value of tickets (components/account/gateway-figures)',
  },
  Transaction: {
    'WinningTicketRedeemedEvent.faceValue': 'not shown: only whose page an event is on',
    'TreasuryVoteEvent.weight': 'not shown: only whose page an event is on',
  },
  OrchestratingHistory: {
    'Transcoder.activationTimestamp': '0 reads as "not in the set" (lib/data/orchestrating-history)',
    'Transcoder.totalVolumeETH': 'labelled as ticket face value (components/account/orchestrating-figures)',
    'TranscoderDay.volumeETH': 'summed instead of ninetyDayVolumeETH (Q4), labelled as ticket face value',
    'Pool.fees': 'labelled as ticket face value (components/account/reward-strip)',
    'Pool.totalStake':
      'labelled as the stake at the round’s start, by the index; the stake now is the chain’s (components/account/orchestrating-charts)',
    'Round.startTimestamp': 'of rounds that have pools, which only initialized ones have',
  },
  OrchestratorHistories: {
    'Transcoder.totalStake':
      'a filter for candidates only: stake and order are read from the chain (lib/data/pool)',
    'Transcoder.status': 'chooses whom the chain is asked about; the chain decides (lib/data/orchestrators)',
    'Transcoder.activationRound': 'chooses whom the chain is asked about; the chain decides',
    'Transcoder.deactivationRound':
      'chooses whom the chain is asked about; compared as a number of any size (Q7)',
    'TranscoderDay.volumeETH': 'summed instead of ninetyDayVolumeETH (Q4), labelled as ticket face value',
    'Pool.fees': 'only whether there were any (lib/data/orchestrator-history)',
  },
  Poll: {
    'PollTally.yes':
      'recounted from the chain; where that cannot be, labelled as the index’s (components/governance)',
    'PollTally.no':
      'recounted from the chain; where that cannot be, labelled as the index’s (components/governance)',
  },
  PollListPage: {
    'PollTally.yes':
      'recounted from the chain; where that cannot be, labelled as the index’s (components/governance)',
    'PollTally.no':
      'recounted from the chain; where that cannot be, labelled as the index’s (components/governance)',
  },
  PollVotePage: {
    'Vote.voteStake': 'replaced by stakes of the chain; frozen ones only in a tally labelled as the index’s',
    'Vote.nonVoteStake':
      'replaced by netting the chain’s stakes; frozen ones only in a tally labelled as the index’s',
    'Vote.registeredTranscoder': 'with nonVoteStake only',
  },
  ProposalVotePage: {
    'TreasuryVoteEvent.weight':
      'netted by past delegations until the sum is the governor’s (lib/data/proposal, lib/protocol/netted-votes)',
  },
  ProtocolDayPage: {
    'Day.volumeETH': 'described as face value of tickets (components/overview/trend-charts)',
    'Day.volumeUSD':
      'described as face value of tickets; 0 beside tickets reads as not known (lib/data/protocol-days)',
    'Day.inflation': 'a day without a new round is a gap (lib/data/protocol-days)',
    'Day.activeTranscoderCount': 'a day without a new round is a gap (lib/data/protocol-days)',
  },
  ProtocolTotals: {
    'Protocol.totalVolumeETH': 'described as face value of tickets (lib/data/types, api/v1)',
  },
  RoundDates: {
    'Round.startTimestamp': 'of initialized rounds only',
  },
  RoundFees: {
    'Round.volumeETH': 'described as face value of tickets (components/overview/round-panel)',
  },
  RoundOfBlock: {
    'Round.startTimestamp': 'of initialized rounds only',
  },
  RoundsOfBlocks: {
    'Round.startTimestamp': 'of initialized rounds only',
  },
  RoundPage: {
    'Round.startTimestamp': 'of initialized rounds only',
    'Round.volumeETH': 'described as face value of tickets (lib/data/ledger-rounds, api/v1)',
  },
  TicketPage: {
    'WinningTicketRedeemedEvent.faceValue':
      'splits by round what the chain says was earned; lib/protocol/ledger names a sum that does not add up as unexplained',
  },
  VotesOfPollsPage: {
    'Vote.voteStake': 'replaced by stakes of the chain; frozen ones only in a tally labelled as the index’s',
    'Vote.nonVoteStake':
      'replaced by netting the chain’s stakes; frozen ones only in a tally labelled as the index’s',
    'Vote.registeredTranscoder': 'with nonVoteStake only',
  },
  YieldStarts: {
    'Transcoder.totalStake': 'a filter only: who has stake is read from the chain',
    'Pool.fees': 'a filter for rounds with fees only: factors are the chain’s (lib/data/yields)',
  },
}
