/** A query of the kind that pages make; `$orchestrator`, `$delegator` and `$proposal` stand for ids of the world. */
export interface TypicalQuery {
  name: string
  text: string
}

/** Ten typical queries of the site (subgraph.md section 6). */
export const TYPICAL_QUERIES: readonly TypicalQuery[] = [
  {
    name: 'protocol',
    text: '{ protocol(id: "0") { currentRound { id startBlock } totalActiveStake totalSupply inflation participationRate } }',
  },
  {
    name: 'orchestrators',
    text: `{ transcoders(first: 1000, where: {status: Registered}, orderBy: totalStake, orderDirection: desc) {
      id active rewardCut feeShare totalStake serviceURI thirtyDayVolumeETH lastRewardRound { id } } }`,
  },
  {
    name: 'pools of 30 rounds',
    text: `{ rounds(first: 30, orderBy: startBlock, orderDirection: desc) {
      id pools(first: 1000) { delegate { id } rewardTokens totalStake fees } } }`,
  },
  {
    name: 'one orchestrator',
    text: `{ transcoder(id: "$orchestrator") { id totalStake pools(first: 100, orderBy: id, orderDirection: desc) { rewardTokens fees }
      transcoderDays { date volumeETH } } }`,
  },
  {
    name: 'delegators of one',
    text: `{ delegators(first: 1000, where: {delegate: "$orchestrator"}, orderBy: bondedAmount, orderDirection: desc) {
      id bondedAmount lastClaimRound { id } } }`,
  },
  {
    name: 'one account',
    text: `{ delegator(id: "$delegator") { id bondedAmount principal fees delegate { id } unbondingLocks { amount withdrawRound } } }`,
  },
  {
    name: 'history of an account',
    text: `{ bondEvents(first: 100, where: {delegator: "$delegator"}, orderBy: timestamp, orderDirection: desc) {
      timestamp additionalAmount newDelegate { id } transaction { id } } }`,
  },
  {
    name: 'newest events',
    text: '{ transactions(first: 50, orderBy: timestamp, orderDirection: desc) { id events { __typename round { id } } } }',
  },
  {
    name: 'days',
    text: '{ days(first: 1000, orderBy: date, orderDirection: desc) { date volumeETH volumeUSD participationRate inflation } }',
  },
  {
    name: 'one proposal with votes',
    text: `{ treasuryProposal(id: "$proposal") { description forVotes againstVotes
      votes(first: 1000, orderBy: weight, orderDirection: desc) { voter { id } weight support reason } } }`,
  },
]
