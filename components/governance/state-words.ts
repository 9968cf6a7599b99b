import type { PollRow, ProposalRow } from '@/lib/data/governance-types'
import { percentP6 } from '@/lib/format/percent'

/** A state in a word or two, what it means, and how it is marked. */
export interface StateWords {
  label: string
  meaning: string
  tone: 'neutral' | 'outline' | 'wait' | 'loss' | 'info'
}

/** State of a LIP poll. */
export function pollStateWords(poll: Pick<PollRow, 'state' | 'quorumP6' | 'quotaP6'>): StateWords {
  const quorum = percentP6(poll.quorumP6, { trim: true })
  switch (poll.state) {
    case 'open':
      return { label: 'Open', meaning: 'Votes are taken, and can be changed, until it closes.', tone: 'info' }
    case 'passed':
      return {
        label: 'Passed',
        meaning: 'Enough stake voted, and more of it for than against.',
        tone: 'neutral',
      }
    case 'rejected':
      return {
        label: 'Rejected',
        meaning: `Enough stake voted, but not more than ${percentP6(poll.quotaP6, { trim: true })} of it for.`,
        tone: 'outline',
      }
    case 'quorum-not-met':
      return {
        label: 'Quorum not met',
        meaning: `Less than ${quorum} of the active stake voted, so the poll decided nothing.`,
        tone: 'outline',
      }
    case 'unknown':
      return {
        label: 'Closed',
        meaning: 'The active stake at its end is not known, so its quorum cannot be judged here.',
        tone: 'outline',
      }
  }
}

/** State of a treasury proposal; a defeated one says why. */
export function proposalStateWords(proposal: Pick<ProposalRow, 'state' | 'verdict'>): StateWords {
  switch (proposal.state) {
    case 'pending':
      return {
        label: 'Opens soon',
        meaning: 'Voting has not opened. Power counts as it is when the round before it ends.',
        tone: 'wait',
      }
    case 'active':
      return { label: 'Open', meaning: 'Votes are taken; each is final.', tone: 'info' }
    case 'succeeded':
      return {
        label: 'Passed',
        meaning: 'Passed, and not queued yet: anybody can queue it.',
        tone: 'neutral',
      }
    case 'queued':
      return { label: 'Queued', meaning: 'Passed and queued: anybody can execute it.', tone: 'neutral' }
    case 'executed':
      return { label: 'Executed', meaning: 'Passed, and its actions were carried out.', tone: 'neutral' }
    case 'canceled':
      return {
        label: 'Cancelled',
        meaning: 'Its proposer withdrew it before voting opened.',
        tone: 'outline',
      }
    case 'expired':
      return { label: 'Expired', meaning: 'Passed, and was not executed in time.', tone: 'outline' }
    case 'defeated':
      return proposal.verdict === 'quorum-not-met'
        ? {
            label: 'Quorum not met',
            meaning: 'Too little voting power took part, so it was not decided.',
            tone: 'outline',
          }
        : {
            label: 'Rejected',
            meaning: 'Enough voting power took part, and not enough of it was for.',
            tone: 'outline',
          }
  }
}
