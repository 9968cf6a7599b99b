import type { Address } from 'viem'
import { castVoteCall } from '@/lib/contracts/calls/cast-vote'
import { votePollCall } from '@/lib/contracts/calls/vote-poll'
import type { VoteCallsView } from '@/lib/data/governance-types'
import { contractAddresses } from '@/lib/network/deployment'
import { pollChoices } from '@/lib/protocol/poll-tally'
import { type TreasurySupport, treasurySupports } from '@/lib/protocol/treasury-vote'

/**
 * The calls that vote in a poll, one a side.
 * @throws SourceError where the network's contracts are not known
 */
export async function pollVoteCalls(poll: Address): Promise<VoteCallsView> {
  const addresses = await contractAddresses()
  return {
    to: poll,
    contract: 'Poll',
    calls: pollChoices.map((choice) => {
      const { data, cast } = votePollCall({ verb: 'votePoll', poll, choice }, addresses)
      return { side: choice === 'yes' ? 'for' : 'against', data, cast }
    }),
    withReason: null,
  }
}

/**
 * The calls that vote on a proposal, one a side, and the command that gives a reason.
 * @throws SourceError where the network has no governor
 */
export async function proposalVoteCalls(id: string, governor: Address): Promise<VoteCallsView> {
  const addresses = await contractAddresses()
  const callOf = (support: TreasurySupport, reason: string) =>
    castVoteCall({ verb: 'castVote', proposalId: BigInt(id), support, reason }, addresses)
  return {
    to: governor,
    contract: 'LivepeerGovernor',
    calls: treasurySupports.map((side) => {
      const { data, cast } = callOf(side, '')
      return { side, data, cast }
    }),
    withReason: callOf('for', 'Your reason').cast,
  }
}
