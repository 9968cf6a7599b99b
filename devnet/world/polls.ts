import { type Address, getContractAddress, toHex } from 'viem'
import { pollDocument } from '@/devnet/texts/texts'
import { type Ballot, drawBallots, questionRound, type Turnout } from '@/devnet/world/ballots'
import type { Batch } from '@/devnet/world/batch'
import type { Calendar } from '@/devnet/world/calendar'
import type { Story } from '@/devnet/world/story'
import { LAST_ROUND } from '@/devnet/world/timeline'
import { contentIds } from '@/lib/ipfs/content-ids'

const YES = 0
const NO = 1

/** A poll of the world. */
interface PollPlan {
  lip: string
  /** Rounds before the end in which it is made; it is open for nine rounds. */
  ago: number
  /** The same where the world has a past that reaches so far. */
  longAgo?: number
  turnout: Turnout
}

/** Open, passed, rejected, without a quorum; those that are older than a small world start with it. */
const POLLS: readonly PollPlan[] = [
  {
    lip: 'LIP-901',
    ago: 46,
    longAgo: 260,
    turnout: {
      blocs: [
        { share: 0.45, choice: YES },
        { share: 0.06, choice: NO },
      ],
      delegators: 6,
      dissent: NO,
    },
  },
  {
    lip: 'LIP-902',
    ago: 38,
    longAgo: 130,
    turnout: {
      blocs: [
        { share: 0.34, choice: NO },
        { share: 0.12, choice: YES },
      ],
      delegators: 8,
      dissent: YES,
    },
  },
  {
    lip: 'LIP-903',
    ago: 30,
    turnout: { blocs: [{ share: 0.09, choice: YES }], delegators: 5, dissent: NO },
  },
  {
    lip: 'LIP-904',
    ago: 22,
    turnout: {
      blocs: [
        { share: 0.5, choice: YES },
        { share: 0.1, choice: NO },
      ],
      delegators: 18,
      dissent: NO,
      giants: 1,
    },
  },
  {
    lip: 'LIP-905',
    ago: 13,
    turnout: {
      blocs: [
        { share: 0.12, choice: YES },
        { share: 0.4, choice: NO },
      ],
      delegators: 10,
      dissent: NO,
      giants: 1,
    },
  },
  {
    lip: 'LIP-906',
    ago: 6,
    turnout: {
      blocs: [
        { share: 0.38, choice: YES },
        { share: 0.09, choice: NO },
      ],
      delegators: 12,
      dissent: NO,
      giants: 1,
    },
  },
  {
    lip: 'LIP-907',
    ago: 2,
    turnout: { blocs: [{ share: 0.14, choice: YES }], delegators: 4, dissent: NO },
  },
]

/** Rounds after its first in which a poll surely takes votes. */
const OPEN_ROUNDS = 8

/** A poll that was made, with the votes still to come. */
export interface RunningPoll {
  address: Address
  ballots: Ballot[]
}

function plansOf(calendar: Calendar, round: number): PollPlan[] {
  return POLLS.filter((plan) => questionRound(calendar, plan) === round)
}

/** Whether a poll is made in this round. */
export function pollsMadeIn(calendar: Calendar, round: number): boolean {
  return plansOf(calendar, round).length > 0
}

/** Texts that polls of the world stand for: what the local IPFS gateway has pinned. */
export function pollDocuments(): string[] {
  return POLLS.map(({ lip }) => pollDocument(lip))
}

/** Makes the polls of a round. */
export function addPolls(story: Story, batch: Batch, round: number): void {
  for (const plan of plansOf(story, round)) {
    const { v0 } = contentIds(Buffer.from(pollDocument(plan.lip), 'utf8'))
    // A contract's own nonce starts at 1.
    const nonce = BigInt(story.polls.length + 1)
    const address = getContractAddress({ from: story.session.address('PollCreator'), nonce })
    const last = Math.min(round + OPEN_ROUNDS, LAST_ROUND)
    story.polls.push({
      address: address.toLowerCase() as Address,
      ballots: drawBallots(story, plan.turnout, round + 1, last),
    })
    batch.addCall({
      from: story.author,
      contract: 'PollCreator',
      functionName: 'createPoll',
      args: [toHex(v0)],
    })
  }
}

/** The votes of a round in all polls. Some voters change their mind at once: only the last choice counts. */
export function addPollVotes(story: Story, batch: Batch, round: number): void {
  for (const { address, ballots } of story.polls) {
    for (const { voter, choice } of ballots.filter((ballot) => ballot.round === round)) {
      const choices = story.opinions.chance(0.07) ? [choice === YES ? NO : YES, choice] : [choice]
      for (const choiceId of choices) {
        batch.addCall({
          from: voter,
          contract: 'Poll',
          to: address,
          functionName: 'vote',
          args: [BigInt(choiceId)],
        })
      }
    }
  }
}
