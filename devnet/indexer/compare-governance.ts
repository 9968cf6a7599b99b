import { type Address, getAddress } from 'viem'
import type { GovernedHarness } from '@/devnet/contracts-test/governed-harness'
import { recount } from '@/devnet/contracts-test/poll-recount'
import type { FollowedProposal } from '@/devnet/contracts-test/vote-recount'
import { countedFor, netVotes, type WeighedVote } from '@/lib/protocol/netted-votes'
import type { ChainEvent } from './compare-events'
import { type Comparison, inTokens, rowsOf } from './comparison'
import type { Indexer } from './indexer'

const SUPPORT = ['Against', 'For', 'Abstain'] as const

/**
 * Every proposal and vote. As published the totals are sums of whole weights (Q2); mended they are the governor's. The site's
 * netting of the indexed votes must be the governor's tally to the wei. Returns how many votes were taken out of an
 * orchestrator's.
 */
export async function compareProposals(
  comparison: Comparison,
  h: GovernedHarness,
  { published, mended }: { published: Indexer; mended: Indexer },
  proposals: readonly FollowedProposal[],
): Promise<number> {
  const governor = (functionName: string, ...args: unknown[]) =>
    h.view('LivepeerGovernor', functionName, ...args)
  comparison.same('proposals', rowsOf(published, 'TreasuryProposal').length, proposals.length)
  let overridden = 0
  for (const { proposal, proposer, votes } of proposals) {
    const id = proposal.id.toString()
    const what = `TreasuryProposal ${id}`
    const row = rowsOf(published, 'TreasuryProposal').find((other) => other.id === id)
    const snapshot = (await governor('proposalSnapshot', proposal.id)) as bigint
    comparison.fields(what, row, {
      proposer: proposer.toLowerCase(),
      targets: proposal.targets.map((target) => target.toLowerCase()),
      values: proposal.values,
      calldatas: proposal.calldatas,
      description: proposal.description,
      voteStart: snapshot,
      voteEnd: await governor('proposalDeadline', proposal.id),
    })
    const rows = rowsOf(published, 'TreasuryVote').filter((vote) => vote.proposal === id)
    comparison.same(`${what} voters`, rows.length, votes.size)
    const weighed: WeighedVote<number>[] = []
    for (const vote of rows) {
      const voter = getAddress(vote.voter as Address)
      const weight = (await governor('getVotes', voter, snapshot)) as bigint
      const cast = votes.get(voter)
      comparison.fields(`${what} vote of ${voter}`, vote, {
        weight: inTokens(weight),
        support: SUPPORT[cast?.support ?? 3],
      })
      const delegate = (await h.view('BondingVotes', 'delegatedAt', voter, snapshot)) as Address
      weighed.push({ voter, weight, choice: SUPPORT.indexOf(vote.support), delegate })
    }
    const whole = [0, 1, 2].map((side) =>
      weighed.reduce((sum, { choice, weight }) => (choice === side ? sum + weight : sum), 0n),
    )
    const counted = (await governor('proposalVotes', proposal.id)) as readonly bigint[]
    const netted = netVotes(weighed)
    comparison.same(
      `${what} netted`,
      [0, 1, 2].map((side) => countedFor(netted, side)),
      counted,
    )
    overridden += netted.filter(({ movedAway }) => movedAway > 0n).length
    const totals = (sides: readonly bigint[]) => ({
      againstVotes: inTokens(sides[0] ?? 0n),
      forVotes: inTokens(sides[1] ?? 0n),
      abstainVotes: inTokens(sides[2] ?? 0n),
      totalVotes: inTokens(sides.reduce((sum, part) => sum + part, 0n)),
    })
    comparison.fields(`${what} as published`, row, totals(whole))
    const right = rowsOf(mended, 'TreasuryProposal').find((other) => other.id === id)
    comparison.fields(`${what} mended`, right, totals(counted))
  }
  return overridden
}

/** Every poll, its voters in order of their first vote and their last choices. */
export async function comparePolls(
  comparison: Comparison,
  h: GovernedHarness,
  index: Indexer,
  polls: readonly Address[],
  chain: readonly ChainEvent[],
): Promise<void> {
  comparison.same(
    'polls',
    rowsOf(index, 'Poll')
      .map(({ id }) => id)
      .toSorted(),
    polls.map((poll) => poll.toLowerCase()).toSorted(),
  )
  const created = chain.filter(({ event }) => event === 'PollCreated')
  for (const poll of polls) {
    const id = poll.toLowerCase()
    h.know('Poll', poll)
    const row = rowsOf(index, 'Poll').find((other) => other.id === id)
    const made = created.find(({ args }) => args.poll === poll)
    comparison.fields(`Poll ${id}`, row, {
      endBlock: await h.bigint('Poll', 'endBlock'),
      quorum: await h.bigint('PollCreator', 'QUORUM'),
      quota: await h.bigint('PollCreator', 'QUOTA'),
      proposal: Buffer.from(String(made?.args.proposal as string).slice(2), 'hex').toString('utf8'),
    })
  }
  const choices = new Map<string, 'Yes' | 'No'>()
  for (const { event, address, args } of chain) {
    const choice = event === 'Vote' ? (['Yes', 'No'] as const)[Number(args.choiceID as bigint)] : undefined
    if (choice) choices.set(`${(args.voter as string).toLowerCase()}-${address}`, choice)
  }
  const votes = rowsOf(index, 'Vote').filter(({ poll }) => poll !== null)
  comparison.same('votes', votes.map(({ id }) => id).toSorted(), [...choices.keys()].toSorted())
  for (const { id, choiceID } of votes) comparison.same(`choice of ${id}`, choiceID, choices.get(id))
  for (const row of rowsOf(index, 'Poll')) {
    const first = [...choices.keys()].filter((id) => id.endsWith(row.id))
    comparison.same(`order of votes in ${row.id}`, row.votes, first)
  }
}

/** The tally of an open poll and an independent count of its logs with the stake as it now is. */
export async function compareTally(
  comparison: Comparison,
  h: GovernedHarness,
  index: Indexer,
  poll: Address,
): Promise<void> {
  const { yes, no } = await recount(h, poll)
  const row = rowsOf(index, 'PollTally').find(({ id }) => id === poll.toLowerCase())
  comparison.fields(`tally of ${poll}`, row ?? { yes: 0, no: 0 }, { yes: inTokens(yes), no: inTokens(no) })
}
