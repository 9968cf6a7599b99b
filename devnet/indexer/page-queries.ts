/** One line of an account's or the protocol's history, whatever happened. */
const eventLine = `fragment EventLine on Event {
  __typename id timestamp
  round { id }
  transaction { id from timestamp }
  ... on BondEvent { delegator { id } newDelegate { id } oldDelegate { id } additionalAmount bondedAmount }
  ... on UnbondEvent { delegator { id } delegate { id } unbonded: amount withdrawRound unbondingLockId }
  ... on RebondEvent { delegator { id } delegate { id } rebonded: amount }
  ... on TransferBondEvent { oldDelegator { id } newDelegator { id } transferred: amount }
  ... on WithdrawStakeEvent { delegator { id } withdrawnStake: amount }
  ... on WithdrawFeesEvent { delegator { id } recipientAddress: recipient withdrawnFees: amount }
  ... on EarningsClaimedEvent { delegator { id } delegate { id } claimedLpt: rewardTokens claimedEth: fees }
  ... on RewardEvent { delegate { id } rewardTokens }
  ... on RewardCallerSetEvent { delegate { id } rewardCaller }
  ... on TranscoderUpdateEvent { delegate { id } rewardCut feeShare }
  ... on TranscoderActivatedEvent { delegate { id } activationRound }
  ... on TranscoderDeactivatedEvent { delegate { id } deactivationRound }
  ... on ServiceURIUpdateEvent { addr serviceURI }
  ... on WinningTicketRedeemedEvent { sender { id } ticketRecipient: recipient { id } faceValue faceValueUSD }
  ... on DepositFundedEvent { sender { id } deposited: amount }
  ... on ReserveFundedEvent { reserveHolder { id } reserved: amount }
  ... on ReserveClaimedEvent { reserveHolder { id } claimant { id } claimed: amount }
  ... on WithdrawalEvent { sender { id } deposit reserve }
  ... on SetCurrentRewardTokensEvent { currentInflation currentMintableTokens }
  ... on ParameterUpdateEvent { param }
  ... on PollCreatedEvent { poll { id proposal } endBlock }
  ... on VoteEvent { pollVoter: voter choiceID poll { id proposal } }
  ... on TreasuryVoteEvent { treasuryVoter: voter { id } support weight reason proposal { id description } }
  ... on StakeClaimedEvent { claimer: delegator claimedStake: stake claimedFees: fees }
  ... on MigrateDelegatorFinalizedEvent { l1Addr migratedStake: stake delegatedStake migratedFees: fees }
}`

const newestFirst = 'orderBy: timestamp, orderDirection: desc'

/** What pages of a whole site ask of the index (subgraph.md section 6), by name. */
export const pageQueries = {
  Health: 'query Health { _meta { block { number timestamp } deployment hasIndexingErrors } }',
  Shell: `query Shell($l1Block: BigInt!, $round: BigInt!) {
    protocol(id: "0") { paused currentRound { id initialized } }
    polls(first: 1000, where: { endBlock_gte: $l1Block }) { id endBlock }
    treasuryProposals(first: 1000, where: { voteEnd_gte: $round }) { id voteStart voteEnd }
  }`,
  ProtocolNow: `query ProtocolNow { protocol(id: "0") {
    totalSupply totalActiveStake participationRate inflation inflationChange targetBondingRate lptPriceEth
    totalVolumeETH totalVolumeUSD winningTicketCount activeTranscoderCount numActiveTranscoders delegatorsCount
    roundLength lockPeriod unbondingPeriod paused
    currentRound { id initialized startBlock endBlock startTimestamp mintableTokens volumeETH volumeUSD
      pools(first: 1000) { delegate { id } rewardTokens fees } }
  } }`,
  TopOrchestrators: `query TopOrchestrators {
    transcoders(first: 10, orderBy: totalStake, orderDirection: desc, where: { active: true }) {
      id totalStake rewardCut feeShare ninetyDayVolumeETH totalVolumeETH activationTimestamp } }`,
  TopGateways: `query TopGateways {
    gateways: broadcasters(first: 10, orderBy: ninetyDayVolumeETH, orderDirection: desc) {
      id ninetyDayVolumeETH totalVolumeETH deposit reserve firstFundedDay lastFundedDay } }`,
  LatestActivity: `query LatestActivity($first: Int = 25) {
    transactions(first: $first, ${newestFirst}) { id timestamp from events(first: 1000) { ...EventLine } } }
    ${eventLine}`,
  OrchestratorList: `query OrchestratorList($round: BigInt!, $roundId: String!) {
    transcoders(first: 1000, orderBy: totalStake, orderDirection: desc,
      where: { activationRound_lte: $round, deactivationRound_gt: $round }) {
      id status active totalStake rewardCut rewardCutUpdateTimestamp feeShare feeShareUpdateTimestamp serviceURI
      activationRound deactivationRound activationTimestamp lastRewardRound { id }
      totalVolumeETH totalVolumeUSD thirtyDayVolumeETH sixtyDayVolumeETH ninetyDayVolumeETH
      delegator { bondedAmount startRound }
      delegators(first: 1000) { id }
      pools(first: 90, orderBy: id, orderDirection: desc, where: { round_not: $roundId }) { rewardTokens fees }
    } }`,
  ActiveSetOrder: `query ActiveSetOrder {
    transcoders(first: 1000, orderBy: totalStake, orderDirection: desc, where: { active: true }) { id totalStake } }`,
  Leaving: `query Leaving { protocol(id: "0") {
    pendingActivation(first: 1000) { id totalStake } pendingDeactivation(first: 1000) { id totalStake } } }`,
  Account: `query Account($id: ID!) {
    delegator(id: $id) {
      id bondedAmount principal unbonded fees withdrawnFees delegatedAmount startRound lastClaimRound { id }
      delegate { id active status totalStake rewardCut feeShare serviceURI ninetyDayVolumeETH lastRewardRound { id }
        pools(first: 30, skip: 1, orderBy: id, orderDirection: desc) { rewardTokens } }
      unbondingLocks(first: 1000) { id unbondingLockId amount withdrawRound sender delegate { id } }
    }
    transcoder(id: $id) {
      id active status totalStake rewardCut feeShare serviceURI activationRound deactivationRound activationTimestamp
      totalVolumeETH totalVolumeUSD thirtyDayVolumeETH sixtyDayVolumeETH ninetyDayVolumeETH lastRewardRound { id }
      pools(first: 90, orderBy: id, orderDirection: desc) { round { id } rewardTokens fees totalStake }
    }
    gateway: broadcaster(id: $id) {
      id deposit reserve totalVolumeETH totalVolumeUSD thirtyDayVolumeETH ninetyDayVolumeETH firstFundedDay lastFundedDay }
  }`,
  DelegateInactive: `query DelegateInactive($id: ID!) {
    delegator(id: $id) { delegate { id active } } protocol(id: "0") { pendingActivation(first: 1000) { id } } }`,
  DelegatorsOf: `query DelegatorsOf($orchestrator: String!, $first: Int = 1000, $skip: Int = 0) {
    delegators(first: $first, skip: $skip, orderBy: bondedAmount, orderDirection: desc,
      where: { delegate: $orchestrator, bondedAmount_gt: "0" }) { id bondedAmount startRound lastClaimRound { id } } }`,
  CutHistory: `query CutHistory($orchestrator: String!) {
    transcoderUpdateEvents(first: 1000, ${newestFirst}, where: { delegate: $orchestrator }) {
      id timestamp rewardCut feeShare round { id } transaction { id } } }`,
  RewardHistory: `query RewardHistory($orchestrator: String!, $first: Int = 90) {
    pools(first: $first, orderBy: id, orderDirection: desc, where: { delegate: $orchestrator }) {
      id round { id startTimestamp } rewardTokens fees totalStake rewardCut feeShare } }`,
  FeeDays: `query FeeDays($id: String!, $since: Int!) {
    transcoderDays(first: 1000, orderBy: date, orderDirection: asc, where: { transcoder: $id, date_gte: $since }) {
      date volumeETH volumeUSD }
    broadcasterDays(first: 1000, orderBy: date, orderDirection: asc, where: { broadcaster: $id, date_gte: $since }) {
      date volumeETH volumeUSD } }`,
  Participation: `query Participation($orchestrator: String!) {
    transcoderActivatedEvents(first: 1, orderBy: activationRound, orderDirection: asc,
      where: { delegate: $orchestrator }) { activationRound }
    treasuryVotes(first: 1000, where: { voter: $orchestrator }) { support weight reason proposal { id voteStart voteEnd } }
    voteEvents(first: 1000, ${newestFirst}, where: { voter: $orchestrator }) { choiceID timestamp poll { id } } }`,
  AccountSent: `query AccountSent($id: String!, $first: Int = 25, $before: Int!) {
    transactions(first: $first, ${newestFirst}, where: { from: $id, timestamp_lt: $before }) {
      id timestamp events(first: 1000) { ...EventLine } } }
    ${eventLine}`,
  AccountTouched: `query AccountTouched($id: String!, $first: Int = 25, $before: Int!) {
    rewardEvents(first: $first, ${newestFirst}, where: { delegate: $id, timestamp_lt: $before }) { ...EventLine }
    winningTicketRedeemedEvents(first: $first, ${newestFirst}, where: { or: [
      { recipient: $id, timestamp_lt: $before }, { sender: $id, timestamp_lt: $before }] }) { ...EventLine }
    transferBondEvents(first: $first, ${newestFirst}, where: { or: [
      { newDelegator: $id, timestamp_lt: $before }, { oldDelegator: $id, timestamp_lt: $before }] }) { ...EventLine }
    bondEvents(first: $first, ${newestFirst}, where: { delegator: $id, timestamp_lt: $before }) { ...EventLine }
    transcoderDeactivatedEvents(first: $first, ${newestFirst}, where: { delegate: $id, timestamp_lt: $before }) {
      ...EventLine }
  }
  ${eventLine}`,
  EventFeed: `query EventFeed($first: Int = 50, $before: Int!) {
    events(first: $first, ${newestFirst}, where: { timestamp_lt: $before }) { ...EventLine } }
    ${eventLine}`,
  GatewayList: `query GatewayList($first: Int = 250, $skip: Int = 0, $since: Int!) {
    gateways: broadcasters(first: $first, skip: $skip, orderBy: ninetyDayVolumeETH, orderDirection: desc,
      where: { or: [{ ninetyDayVolumeETH_gt: "0" }, { firstFundedDay_gte: $since }] }) {
      id deposit reserve totalVolumeETH totalVolumeUSD thirtyDayVolumeETH sixtyDayVolumeETH ninetyDayVolumeETH
      firstFundedDay lastFundedDay } }`,
  GatewayTickets: `query GatewayTickets($id: String!, $first: Int = 50, $before: Int!) {
    winningTicketRedeemedEvents(first: $first, ${newestFirst}, where: { sender: $id, timestamp_lt: $before }) {
      id timestamp faceValue faceValueUSD recipient { id } round { id } transaction { id } } }`,
  GatewayFunding: `query GatewayFunding($id: String!) {
    depositFundedEvents(first: 100, ${newestFirst}, where: { sender: $id }) { timestamp amount transaction { id } }
    reserveFundedEvents(first: 100, ${newestFirst}, where: { reserveHolder: $id }) { timestamp amount transaction { id } }
    withdrawalEvents(first: 100, ${newestFirst}, where: { sender: $id }) { timestamp deposit reserve transaction { id } } }`,
  PollList: `query PollList { polls(first: 1000, orderBy: endBlock, orderDirection: desc) {
    id proposal endBlock quorum quota tally { yes no } } }`,
  PollPage: `query PollPage($id: ID!) { poll(id: $id) { id proposal endBlock quorum quota tally { yes no }
    votes(first: 1000, orderBy: voteStake, orderDirection: desc) {
      id voter choiceID voteStake nonVoteStake registeredTranscoder } } }`,
  MyPollVote: `query MyPollVote($mine: ID!, $delegates: ID!) {
    mine: vote(id: $mine) { choiceID voteStake nonVoteStake }
    delegates: vote(id: $delegates) { choiceID voteStake nonVoteStake } }`,
  PollVoteLog: `query PollVoteLog($poll: String!, $before: Int!) {
    voteEvents(first: 1000, ${newestFirst}, where: { poll: $poll, timestamp_lt: $before }) {
      id voter choiceID timestamp transaction { id } } }`,
  StakeAtBlock: `query StakeAtBlock($block: Block_height) {
    protocol(id: "0", block: $block) { totalActiveStake totalSupply currentRound { id } } }`,
  ProposalList: `query ProposalList { treasuryProposals(first: 1000, orderBy: voteStart, orderDirection: desc) {
    id description voteStart voteEnd proposer { id } forVotes againstVotes abstainVotes } }`,
  ProposalPage: `query ProposalPage($id: ID!) { treasuryProposal(id: $id) {
    id description targets values calldatas voteStart voteEnd proposer { id }
    votes(first: 1000, orderBy: weight, orderDirection: desc) {
      id support weight reason voter { id delegate { id activationRound deactivationRound } } } } }`,
  ProposalVoteLog: `query ProposalVoteLog($proposal: String!) {
    treasuryVoteEvents(first: 1000, ${newestFirst}, where: { proposal: $proposal }) {
      id timestamp support weight reason voter { id } transaction { id } round { id } } }`,
  MyTreasuryVotes: `query MyTreasuryVotes($voter: String!) {
    treasuryVotes(first: 1000, where: { voter: $voter }) { support weight reason proposal { id description voteEnd } } }`,
  SearchAccounts: `query SearchAccounts {
    livepeerAccounts(first: 1000, orderBy: lastUpdatedTimestamp, orderDirection: desc) {
      id delegate { id active status totalStake serviceURI } delegator { bondedAmount } } }`,
  SearchPrefix: `query SearchPrefix($from: ID!, $to: ID!) {
    livepeerAccounts(first: 20, where: { id_gte: $from, id_lt: $to }) { id }
    transcoders(first: 20, where: { id_gte: $from, id_lt: $to, totalStake_gt: "0" }) { id active }
    broadcasters(first: 20, where: { id_gte: $from, id_lt: $to }) { id } }`,
  SearchText: `query SearchText($text: String!) {
    transcoders(first: 20, where: { serviceURI_contains_nocase: $text }) { id serviceURI }
    treasuryProposals(first: 20, where: { description_contains_nocase: $text }) { id description } }`,
  SearchExact: `query SearchExact($id: ID!) {
    transcoder(id: $id) { id } delegator(id: $id) { id } broadcaster(id: $id) { id }
    transaction(id: $id) { id } poll(id: $id) { id } treasuryProposal(id: $id) { id } }`,
  DailySeries: `query DailySeries($after: Int!) {
    days(first: 1000, orderBy: date, orderDirection: asc, where: { date_gt: $after, activeTranscoderCount_gt: "0" }) {
      date volumeETH volumeUSD participationRate inflation totalSupply totalActiveStake activeTranscoderCount
      delegatorsCount } }`,
  FeeDaysAll: `query FeeDaysAll($after: Int!) {
    days(first: 1000, orderBy: date, orderDirection: asc, where: { date_gt: $after }) { date volumeETH volumeUSD } }`,
  RoundSeries: `query RoundSeries($afterBlock: BigInt!) {
    rounds(first: 1000, orderBy: startBlock, orderDirection: asc,
      where: { startBlock_gt: $afterBlock, initialized: true }) {
      id startTimestamp mintableTokens volumeETH volumeUSD participationRate totalSupply totalActiveStake inflation
      movedStake activeTranscoderCount delegatorsCount } }`,
  SupplyChange: `query SupplyChange($since: Int!) {
    start: days(first: 1, orderBy: date, orderDirection: asc, where: { date_gte: $since, totalSupply_gt: "0" }) {
      date totalSupply }
    end: days(first: 1, orderBy: date, orderDirection: desc, where: { totalSupply_gt: "0" }) { date totalSupply } }`,
} as const

export type PageQuery = keyof typeof pageQueries
