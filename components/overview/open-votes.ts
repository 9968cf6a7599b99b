import { pollTitle } from '@/components/governance/poll-words'
import { proposalTitle } from '@/components/governance/proposal-words'
import type { DateView, PollRow, ProposalRow } from '@/lib/data/governance-types'
import { lowerAddress } from '@/lib/format/address'

/** A vote that is open now. */
export interface OpenVote {
  kind: 'LIP poll' | 'Treasury proposal'
  href: string
  title: string
  /** When it closes; null: not known. */
  endsAt: DateView | null
  supportP9: bigint | null
  participationP9: bigint | null
}

/** Polls and proposals in which votes are taken, the one that closes first at the top. */
export function openVotes(polls: readonly PollRow[], proposals: readonly ProposalRow[]): OpenVote[] {
  const last = Number.MAX_SAFE_INTEGER
  return [
    ...polls
      .filter(({ state }) => state === 'open')
      .map(
        (poll): OpenVote => ({
          kind: 'LIP poll',
          href: `/voting/${lowerAddress(poll.address)}`,
          title: pollTitle(poll),
          endsAt: poll.endsAt,
          supportP9: poll.supportP9,
          participationP9: poll.participationP9,
        }),
      ),
    ...proposals
      .filter(({ state }) => state === 'active')
      .map(
        (proposal): OpenVote => ({
          kind: 'Treasury proposal',
          href: `/treasury/${proposal.id}`,
          title: proposalTitle(proposal),
          endsAt: proposal.closesAt,
          supportP9: proposal.supportP9,
          participationP9: proposal.participationP9,
        }),
      ),
  ].sort((left, right) => (left.endsAt?.at ?? last) - (right.endsAt?.at ?? last))
}
