import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createChain } from '@/devnet/chain/provider'
import { handleSubgraphRequest } from '@/devnet/graphql/http'
import type { Chain } from '@/devnet/types'
import { seedWorld } from '@/devnet/world/seed'
import { genesisTimeOf } from '@/devnet/world/timeline'
import { createIndexer, type Indexer } from './indexer'
import { type PageQuery, pageQueries } from './page-queries'

const END_TIME = 1_790_000_000
const EVER = 2_147_483_647
const YEAR = 365 * 86_400

type Answer = Record<string, unknown>

let chain: Chain
let index: Indexer

/** Asks as a page does, over the endpoint's own handling of requests. */
async function post(query: string, variables: Answer = {}): Promise<Answer> {
  const body = JSON.stringify({ query, variables })
  const response = await handleSubgraphRequest(index.store, { method: 'POST', body })
  expect(response.status).toBe(200)
  const { data, errors } = JSON.parse(response.body) as { data?: Answer; errors?: unknown }
  expect(errors).toBeUndefined()
  return data ?? {}
}

/** Rows at a path such as `protocol.currentRound.pools`. */
function rowsAt(answer: unknown, path: string): Answer[] {
  let found = answer
  for (const name of path.split('.')) found = (found as Answer | null | undefined)?.[name]
  return Array.isArray(found) ? (found as Answer[]) : found ? [found as Answer] : []
}

const amount = (row: Answer | undefined, field: string) => Number(row?.[field])

/** Who and what the world has that a page could be about. */
interface Subjects {
  round: string
  head: number
  orchestrator: string
  gateway: string
  /** Has an open unbonding lock and someone it delegates to. */
  delegator: string
  leaver: string
  poll: string
  /** A delegator that voted in the poll, and its orchestrator. */
  voter: string
  proposal: string
  transaction: string
}
let subjects: Subjects

async function findSubjects(): Promise<Subjects> {
  const found = await post(`# check-queries: ignore
    { protocol(id: "0") { currentRound { id } }
      transcoders(first: 1, orderBy: totalVolumeETH, orderDirection: desc, where: { active: true }) { id }
      broadcasters(first: 1, orderBy: totalVolumeETH, orderDirection: desc) { id }
      unbondingLocks(first: 100, where: { delegator_: { bondedAmount_gt: "0" } }) { delegator { id } }
      transcoderDeactivatedEvents(first: 1) { delegate { id } }
      votes(first: 100, where: { choiceID_not: null, registeredTranscoder: false, voteStake_gt: "0" }) { voter poll { id } }
      treasuryProposals(first: 100) { id votes(first: 1000) { id } }
      transactions(first: 1) { id } }`)
  const id = (path: string) => String(rowsAt(found, path)[0]?.id)
  const proposals = rowsAt(found, 'treasuryProposals') as { id: string; votes: unknown[] }[]
  const vote = rowsAt(found, 'votes')[0] as { voter: string; poll: { id: string } }
  const lock = rowsAt(found, 'unbondingLocks')[0] as { delegator: { id: string } }
  const left = rowsAt(found, 'transcoderDeactivatedEvents')[0] as { delegate: { id: string } }
  return {
    round: id('protocol.currentRound'),
    head: index.head(),
    orchestrator: id('transcoders'),
    gateway: id('broadcasters'),
    delegator: lock.delegator.id,
    leaver: left.delegate.id,
    poll: vote.poll.id,
    voter: vote.voter,
    proposal: proposals.toSorted((a, b) => b.votes.length - a.votes.length)[0]?.id ?? '',
    transaction: id('transactions'),
  }
}

beforeAll(async () => {
  chain = await createChain({ genesisTimestamp: genesisTimeOf(END_TIME) })
  const { deployment } = await seedWorld(chain, { size: 'small', seed: 'livepeer', endTime: END_TIME })
  index = createIndexer({ request: chain.request, deployment })
  await index.sync()
  subjects = await findSubjects()
}, 300_000)
afterAll(() => chain.close())

interface Case {
  variables?: (s: Subjects) => Answer
  /** Paths that must have at least so many rows. */
  rows: Readonly<Record<string, number>>
  /** What of the rows must make sense. */
  sense?: (answer: Answer, s: Subjects) => void
}

const before = { before: EVER }

function descending(rows: readonly Answer[], field: string): void {
  const values = rows.map((row) => amount(row, field))
  expect(values).toEqual(values.toSorted((a, b) => b - a))
}

const cases: Record<PageQuery, Case> = {
  Health: {
    rows: { '_meta.block': 1 },
    sense: ({ _meta }, { head }) =>
      expect(_meta).toMatchObject({ block: { number: head, timestamp: END_TIME }, hasIndexingErrors: false }),
  },
  Shell: {
    variables: ({ head, round }) => ({ l1Block: String(head), round }),
    rows: { 'protocol.currentRound': 1, polls: 1, treasuryProposals: 2 },
  },
  ProtocolNow: {
    rows: { 'protocol.currentRound.pools': 8 },
    sense: ({ protocol }) => {
      const row = protocol as Answer
      expect(amount(row, 'participationRate')).toBeGreaterThan(0.2)
      expect(amount(row, 'participationRate')).toBeCloseTo(
        amount(row, 'totalActiveStake') / amount(row, 'totalSupply'),
        9,
      )
      expect(row).toMatchObject({ targetBondingRate: '500000000', unbondingPeriod: '7', paused: false })
      expect(amount(row, 'totalVolumeETH')).toBeGreaterThan(0)
    },
  },
  TopOrchestrators: {
    rows: { transcoders: 8 },
    sense: ({ transcoders }) => descending(transcoders as Answer[], 'totalStake'),
  },
  TopGateways: {
    rows: { gateways: 5 },
    sense: ({ gateways }) => descending(gateways as Answer[], 'ninetyDayVolumeETH'),
  },
  LatestActivity: { rows: { transactions: 25, 'transactions.0.events': 1 } },
  OrchestratorList: {
    variables: ({ round }) => ({ round, roundId: round }),
    rows: { transcoders: 8, 'transcoders.0.pools': 5, 'transcoders.0.delegators': 2 },
    sense: ({ transcoders }) => {
      const list = transcoders as (Answer & { pools: Answer[] })[]
      expect(list.some(({ serviceURI }) => String(serviceURI).startsWith('https://'))).toBe(true)
      expect(list.flatMap(({ pools }) => pools).some(({ rewardTokens }) => rewardTokens === null)).toBe(true)
      expect(list.every(({ status }) => status === 'Registered')).toBe(true)
    },
  },
  ActiveSetOrder: { rows: { transcoders: 8 } },
  Leaving: { rows: { protocol: 1 } },
  Account: {
    variables: ({ delegator }) => ({ id: delegator }),
    rows: { 'delegator.delegate': 1, 'delegator.unbondingLocks': 1, 'delegator.delegate.pools': 5 },
    sense: ({ delegator }) => {
      expect(amount(delegator as Answer, 'principal')).toBeGreaterThan(0)
      expect(amount(delegator as Answer, 'unbonded')).toBeGreaterThan(0)
    },
  },
  DelegateInactive: { variables: ({ delegator }) => ({ id: delegator }), rows: { 'delegator.delegate': 1 } },
  DelegatorsOf: {
    variables: ({ orchestrator }) => ({ orchestrator }),
    rows: { delegators: 2 },
    sense: ({ delegators }) => descending(delegators as Answer[], 'bondedAmount'),
  },
  CutHistory: { variables: ({ orchestrator }) => ({ orchestrator }), rows: { transcoderUpdateEvents: 1 } },
  RewardHistory: {
    variables: ({ orchestrator }) => ({ orchestrator }),
    rows: { pools: 10 },
    sense: ({ pools }) => {
      const list = pools as (Answer & { round: { startTimestamp: number } })[]
      expect(list.every(({ round }) => round.startTimestamp > END_TIME - 2 * YEAR)).toBe(true)
      expect(list.some(({ rewardTokens }) => Number(rewardTokens) > 0)).toBe(true)
    },
  },
  FeeDays: {
    variables: ({ orchestrator }) => ({ id: orchestrator, since: 0 }),
    rows: { transcoderDays: 5 },
    sense: ({ transcoderDays }) =>
      expect(amount((transcoderDays as Answer[])[0], 'volumeETH')).toBeGreaterThan(0),
  },
  Participation: {
    variables: ({ orchestrator }) => ({ orchestrator }),
    rows: { transcoderActivatedEvents: 1, treasuryVotes: 1 },
  },
  AccountSent: {
    variables: ({ delegator }) => ({ id: delegator, ...before }),
    rows: { transactions: 1, 'transactions.0.events': 1 },
  },
  AccountTouched: {
    variables: ({ orchestrator }) => ({ id: orchestrator, ...before }),
    rows: { rewardEvents: 5, winningTicketRedeemedEvents: 5, bondEvents: 1 },
  },
  EventFeed: {
    variables: () => before,
    rows: { events: 50 },
    sense: ({ events }) =>
      expect(new Set((events as Answer[]).map(({ __typename }) => __typename)).size).toBeGreaterThan(2),
  },
  GatewayList: { variables: () => ({ since: END_TIME - YEAR }), rows: { gateways: 5 } },
  GatewayTickets: {
    variables: ({ gateway }) => ({ id: gateway, ...before }),
    rows: { winningTicketRedeemedEvents: 5 },
  },
  GatewayFunding: {
    variables: ({ gateway }) => ({ id: gateway }),
    rows: { depositFundedEvents: 1, reserveFundedEvents: 1 },
  },
  PollList: {
    rows: { polls: 6 },
    sense: ({ polls }) => expect((polls as Answer[])[0]).toMatchObject({ quorum: '333300', quota: '500000' }),
  },
  PollPage: {
    variables: ({ poll }) => ({ id: poll }),
    rows: { 'poll.votes': 2, 'poll.tally': 1 },
    sense: ({ poll }) => {
      const { tally, votes } = poll as { tally: { yes: string; no: string }; votes: Answer[] }
      const sum = (choice: string) =>
        votes
          .filter(({ choiceID }) => choiceID === choice)
          .reduce(
            (total, vote) =>
              total +
              amount(vote, 'voteStake') -
              (vote.registeredTranscoder ? amount(vote, 'nonVoteStake') : 0),
            0,
          )
      expect(sum('Yes')).toBeCloseTo(Number(tally.yes), 3)
      expect(sum('No')).toBeCloseTo(Number(tally.no), 3)
    },
  },
  MyPollVote: {
    variables: ({ voter, poll, orchestrator }) => ({
      mine: `${voter}-${poll}`,
      delegates: `${orchestrator}-${poll}`,
    }),
    rows: { mine: 1 },
  },
  PollVoteLog: { variables: ({ poll }) => ({ poll, ...before }), rows: { voteEvents: 2 } },
  StakeAtBlock: {
    variables: ({ head }) => ({ block: { number: head - 100_000 } }),
    rows: { protocol: 1 },
    sense: ({ protocol }, { round }) => {
      const past = protocol as Answer & { currentRound: { id: string } }
      expect(amount(past, 'totalActiveStake')).toBeGreaterThan(0)
      expect(Number(past.currentRound.id)).toBeLessThan(Number(round))
    },
  },
  ProposalList: {
    rows: { treasuryProposals: 12 },
    sense: ({ treasuryProposals }) => descending(treasuryProposals as Answer[], 'voteStart'),
  },
  ProposalPage: {
    variables: ({ proposal }) => ({ id: proposal }),
    rows: { 'treasuryProposal.votes': 2, 'treasuryProposal.targets': 1, 'treasuryProposal.calldatas': 1 },
  },
  ProposalVoteLog: { variables: ({ proposal }) => ({ proposal }), rows: { treasuryVoteEvents: 2 } },
  MyTreasuryVotes: { variables: ({ orchestrator }) => ({ voter: orchestrator }), rows: { treasuryVotes: 1 } },
  SearchAccounts: { rows: { livepeerAccounts: 50 } },
  SearchPrefix: {
    variables: ({ orchestrator }) => ({ from: orchestrator.slice(0, 6), to: `${orchestrator.slice(0, 6)}g` }),
    rows: { livepeerAccounts: 1, transcoders: 1 },
  },
  SearchText: { variables: () => ({ text: 'HTTPS://' }), rows: { transcoders: 5 } },
  SearchExact: {
    variables: ({ transaction }) => ({ id: transaction }),
    rows: { transaction: 1 },
    sense: ({ delegator, poll }) => expect([delegator, poll]).toEqual([null, null]),
  },
  DailySeries: {
    variables: () => ({ after: 0 }),
    rows: { days: 10 },
    sense: ({ days }) => {
      for (const day of days as Answer[]) expect(amount(day, 'inflation')).toBeGreaterThan(0)
    },
  },
  FeeDaysAll: {
    variables: () => ({ after: 0 }),
    rows: { days: 10 },
    sense: ({ days }) =>
      expect((days as Answer[]).filter((day) => amount(day, 'volumeETH') > 0).length).toBeGreaterThan(9),
  },
  RoundSeries: {
    variables: () => ({ afterBlock: '0' }),
    rows: { rounds: 10 },
    sense: ({ rounds }) => expect(amount((rounds as Answer[]).at(-1), 'mintableTokens')).toBeGreaterThan(0),
  },
  SupplyChange: {
    variables: () => ({ since: END_TIME - YEAR }),
    rows: { start: 1, end: 1 },
    sense: ({ start, end }) =>
      expect(amount((end as Answer[])[0], 'totalSupply')).toBeGreaterThan(
        amount((start as Answer[])[0], 'totalSupply'),
      ),
  },
}

/** Every value of an answer with the name of its field. */
function leaves(value: unknown, name = ''): [string, unknown][] {
  if (Array.isArray(value)) return value.flatMap((item) => leaves(item, name))
  if (typeof value !== 'object' || value === null) return [[name, value]]
  return Object.entries(value).flatMap(([key, item]) => leaves(item, key))
}

describe('what pages of a whole site ask, on the seeded world', () => {
  it.each(Object.entries(cases) as [PageQuery, Case][])('%s', async (name, { variables, rows, sense }) => {
    const answer = await post(pageQueries[name], variables?.(subjects))
    for (const [path, least] of Object.entries(rows)) {
      expect(rowsAt(answer, path).length, path).toBeGreaterThanOrEqual(least)
    }
    for (const [field, value] of leaves(answer)) {
      if (/stake|amount|volume|supply|tokens|votes$/i.test(field) && typeof value === 'string') {
        expect(value, field).toMatch(/^-?\d+(\.\d*[1-9])?$/)
      }
      if (field === 'id' && String(value).startsWith('0x')) expect(value).toMatch(/^0x[0-9a-f]+(-|$)/)
    }
    sense?.(answer, subjects)
  })

  it('of one who left the active set', async () => {
    const { transcoderDeactivatedEvents } = await post(pageQueries.AccountTouched, {
      id: subjects.leaver,
      ...before,
    })
    expect(transcoderDeactivatedEvents).not.toEqual([])
  })
})
