import { Batch } from '@/devnet/world/batch'
import type { Calendar } from '@/devnet/world/calendar'
import { addPolls, addPollVotes, pollsMadeIn } from '@/devnet/world/polls'
import { addProposalEnds, addProposals, addProposalVotes, proposalsMadeIn } from '@/devnet/world/proposals'
import type { Story } from '@/devnet/world/story'

/** Rounds from a question's first to the one after its last, with room. */
const LIFE_ROUNDS = 13

/** Whether a question is put in this round: the stakes of orchestrators are then wanted. */
export function questionsPut(calendar: Calendar, round: number): boolean {
  return pollsMadeIn(calendar, round) || proposalsMadeIn(calendar, round)
}

/** Whether anything is put, voted on or decided in this round. */
export function governanceDue(calendar: Calendar, round: number): boolean {
  return Array.from({ length: LIFE_ROUNDS }, (_, age) => round - age).some((made) =>
    questionsPut(calendar, made),
  )
}

/** Polls and proposals of a round: new ones, votes, and what follows from a decision. */
export async function mineGovernance(story: Story, round: number, block: number): Promise<void> {
  const batch = new Batch(story.session)
  const failing = new Batch(story.session)
  addPollVotes(story, batch, round)
  addProposalVotes(story, batch, round)
  addProposalEnds(story, batch, failing, round)
  addPolls(story, batch, round)
  await addProposals(story, batch, round)
  await batch.mineAt(block, { strict: true })
  await failing.mineAt(block)
}
