import { BigDecimal } from '@/devnet/graphql/big-decimal'
import { touchAccount } from '../accounts'
import type { TreasuryProposalRow } from '../entity-types'
import { roundOfNow } from '../rounds'
import { tokens, type Work } from '../work'

interface ProposalArgs {
  readonly proposalId: bigint
  readonly proposer: string
  readonly targets: readonly string[]
  readonly values: readonly bigint[]
  readonly calldatas: readonly string[]
  readonly voteStart: bigint
  readonly voteEnd: bigint
  readonly description: string
}

interface VoteCastArgs {
  readonly voter: string
  readonly proposalId: bigint
  readonly support: number
  readonly weight: bigint
  readonly reason: string
}

const zero = BigDecimal.zero
const choices = ['Against', 'For', 'Abstain'] as const
const totals = ['againstVotes', 'forVotes', 'abstainVotes'] as const

/** No Transaction and no event row: only the proposal and its proposer's account (subgraph.md 3.6). */
export function handleProposalCreated(work: Work, args: ProposalArgs): Promise<void> {
  touchAccount(work, args.proposer)
  work.save('TreasuryProposal', {
    id: args.proposalId.toString(),
    proposer: args.proposer,
    targets: args.targets,
    values: args.values,
    calldatas: args.calldatas,
    voteStart: args.voteStart,
    voteEnd: args.voteEnd,
    description: args.description,
    forVotes: zero,
    againstVotes: zero,
    abstainVotes: zero,
    totalVotes: zero,
  })
  return Promise.resolve()
}

async function newTotals(
  work: Work,
  proposal: TreasuryProposalRow,
  total: (typeof totals)[number],
  weight: BigDecimal,
): Promise<Partial<TreasuryProposalRow>> {
  if (work.quirks.proposalTotalsIgnoreOverrides) {
    return { [total]: proposal[total].plus(weight), totalVotes: proposal.totalVotes.plus(weight) }
  }
  const [against, inFavour, abstain] = await work.read('LivepeerGovernor', 'proposalVotes', [
    BigInt(proposal.id),
  ])
  return {
    againstVotes: tokens(against),
    forVotes: tokens(inFavour),
    abstainVotes: tokens(abstain),
    totalVotes: tokens(against + inFavour + abstain),
  }
}

/** A vote on a known proposal; its totals add weights and ignore overrides unless mended (Q2). */
export async function handleVoteCast(work: Work, args: VoteCastArgs): Promise<void> {
  const proposal = work.load('TreasuryProposal', args.proposalId.toString())
  const support = choices[args.support]
  const total = totals[args.support]
  if (!proposal || !support || !total) return
  const round = await roundOfNow(work)
  const weight = tokens(args.weight)
  const reason = args.reason === '' ? null : args.reason
  touchAccount(work, args.voter)
  const vote = { proposal: proposal.id, voter: args.voter, support, weight, reason }
  work.save('TreasuryVote', { id: `${proposal.id}-${args.voter}`, ...vote })
  work.update('TreasuryProposal', proposal.id, await newTotals(work, proposal, total, weight))
  await work.record('TreasuryVoteEvent', round.id, vote)
}
