import type { Address } from 'viem'
import { pollBallotPath, showCast, treasuryBallotPath } from '@/hooks/ballot-store'
import type { VoteIntent } from '@/lib/transaction/vote-plan'

/** Tells the page at once that a vote is mined; the index follows. */
export function showVote(intent: VoteIntent, account: Address, block: number): void {
  if (intent.verb === 'castVote') {
    const { proposalId, support } = intent
    showCast(treasuryBallotPath(proposalId.toString(), account), { hasVoted: true, support }, block)
  } else {
    showCast(pollBallotPath(intent.poll, account), { choice: intent.choice }, block)
  }
}
