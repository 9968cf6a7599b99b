import type { Address } from 'viem'
import type { Outcome } from '@/devnet/contracts-test/call-contract'
import type { GovernedHarness } from '@/devnet/contracts-test/governed-harness'
import { ZERO } from '@/devnet/contracts-test/harness'
import type { Proposal, ProposalState } from '@/devnet/contracts-test/proposals'

/** A proposal as its events tell it. */
export interface FollowedProposal {
  proposal: Proposal
  proposer: Address
  votes: Map<Address, { support: number; weight: bigint }>
  ended: 'Canceled' | 'Queued' | 'Executed' | undefined
}

/** Keeps proposals up to date with what a transaction logged. */
export function followVotes(followed: readonly FollowedProposal[], outcome: Outcome): void {
  if (outcome.state !== 'mined') return
  for (const { contract, event, args } of outcome.logs) {
    if (contract !== 'LivepeerGovernor') continue
    const found = followed.find(({ proposal }) => proposal.id === args.proposalId)
    if (!found) continue
    if (event === 'VoteCast') {
      found.votes.set(args.voter as Address, {
        support: args.support as number,
        weight: args.weight as bigint,
      })
    }
    if (event === 'ProposalCanceled') found.ended = 'Canceled'
    if (event === 'ProposalQueued') found.ended = 'Queued'
    if (event === 'ProposalExecuted') found.ended = 'Executed'
  }
}

/** [against, for, abstain] by the rule of contracts.md 11.2, from the voters' past power and delegations. */
export async function recountVotes(
  h: GovernedHarness,
  { proposal, votes }: FollowedProposal,
): Promise<[bigint, bigint, bigint]> {
  const tally: [bigint, bigint, bigint] = [0n, 0n, 0n]
  const add = (support: number, amount: bigint) => {
    tally[support as 0 | 1 | 2] += amount
  }
  const snapshot = await h.bigint('LivepeerGovernor', 'proposalSnapshot', proposal.id)
  for (const [voter, { support, weight }] of votes) {
    add(support, weight)
    const delegate = (await h.view('BondingVotes', 'delegatedAt', voter, snapshot)) as Address
    const orchestrator = votes.get(delegate)
    if (delegate === voter || delegate === ZERO || !orchestrator) continue
    if ((await h.view('BondingVotes', 'delegatedAt', delegate, snapshot)) !== delegate) continue
    add(orchestrator.support, -weight)
  }
  return tally
}

/** The state that a tally, the rounds and the events say (contracts.md 11.1). */
export async function expectedState(
  h: GovernedHarness,
  followed: FollowedProposal,
  [against, inFavor, abstain]: readonly [bigint, bigint, bigint],
): Promise<ProposalState> {
  if (followed.ended) return followed.ended
  const { id } = followed.proposal
  const [now, snapshot, deadline] = await Promise.all([
    h.bigint('RoundsManager', 'currentRound'),
    h.bigint('LivepeerGovernor', 'proposalSnapshot', id),
    h.bigint('LivepeerGovernor', 'proposalDeadline', id),
  ])
  if (now <= snapshot) return 'Pending'
  if (now <= deadline) return 'Active'
  const supply = await h.bigint('BondingVotes', 'getPastTotalSupply', snapshot)
  const quorum = (supply * 333_300n) / 1_000_000n
  const quota = ((against + inFavor) * 500_000n) / 1_000_000n
  return against + inFavor + abstain >= quorum && inFavor >= quota ? 'Succeeded' : 'Defeated'
}
