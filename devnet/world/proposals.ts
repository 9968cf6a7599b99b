import { type Address, type Hex, keccak256, parseEther, toHex } from 'viem'
import { encodeCall } from '@/devnet/chain/contract-calls'
import { proposalText } from '@/devnet/texts/texts'
import { type Ballot, drawBallots, questionRound, type Turnout } from '@/devnet/world/ballots'
import type { Batch } from '@/devnet/world/batch'
import type { Calendar } from '@/devnet/world/calendar'
import { lpt } from '@/devnet/world/profiles'
import { worldAddress } from '@/devnet/world/random'
import type { Story } from '@/devnet/world/story'
import { LAST_ROUND } from '@/devnet/world/timeline'

const AGAINST = 0
const FOR = 1
const ABSTAIN = 2

/** Rounds after its own in which a proposal takes votes and in which it is decided (contracts.md 11.1). */
const FIRST_VOTE = 2
const LAST_VOTE = 11
const DECIDED = 12

interface Action {
  target: Address
  valueWei: bigint
  data: Hex
}

/** A proposal of the world. */
interface ProposalPlan {
  /** Name of its text. */
  text: string
  /** Rounds before the end in which it is made. */
  ago: number
  /** The same where the world has a past that reaches so far. */
  longAgo?: number
  /** Rank of the proposing orchestrator; absent: the author of the demo. */
  rank?: number
  actions: (story: Story) => Action[]
  turnout?: Turnout
  /** How far it is taken once decided. */
  then?: 'queue' | 'execute' | 'fail' | 'cancel'
}

function token(story: Story, functionName: 'transfer' | 'approve', to: Address, amountLpt: number): Action {
  return {
    target: story.session.address('LivepeerToken'),
    valueWei: 0n,
    data: encodeCall('LivepeerToken', functionName, [to, lpt(amountLpt)]),
  }
}

function pay(name: string, amountLpt: number): (story: Story) => Action[] {
  return (story) => [token(story, 'transfer', grantee(story, name), amountLpt)]
}

/** Somebody who is paid: an address nobody holds a key for. */
function grantee(story: Story, name: string): Address {
  return worldAddress(story.seed, `grantee ${name}`, 0)
}

function votes(inFavor: number, against: number, abstain: number, delegators: number, giants = 0): Turnout {
  return {
    blocs: [
      { share: inFavor, choice: FOR },
      { share: against, choice: AGAINST },
      { share: abstain, choice: ABSTAIN },
    ],
    delegators,
    dissent: inFavor >= against ? AGAINST : FOR,
    giants,
  }
}

/** Every state a proposal can be in, from the oldest to the newest. */
const PROPOSALS: readonly ProposalPlan[] = [
  {
    text: 'documentation',
    ago: 36,
    longAgo: 240,
    rank: 6,
    actions: pay('documentation', 18_000),
    turnout: votes(0.48, 0.05, 0.03, 8),
    then: 'execute',
  },
  {
    text: 'double-cut',
    ago: 33,
    longAgo: 190,
    actions: pay('principle', 1),
    turnout: votes(0.1, 0.38, 0.02, 8),
  },
  {
    text: 'two-regions',
    ago: 31,
    rank: 7,
    actions: (story) => [
      token(story, 'transfer', grantee(story, 'north'), 12_500),
      token(story, 'transfer', grantee(story, 'south'), 9_750),
      { target: grantee(story, 'north'), valueWei: parseEther('6'), data: '0x' },
    ],
    turnout: votes(0.5, 0.08, 0, 16, 1),
    then: 'execute',
  },
  { text: 'party', ago: 28, actions: pay('party', 700), then: 'cancel' },
  { text: 'quiet', ago: 26, actions: pay('forum', 2_400), turnout: votes(0.12, 0.03, 0, 4) },
  {
    text: 'ceiling',
    ago: 22,
    rank: 5,
    actions: (story) => [
      {
        target: story.session.address('BondingManager'),
        valueWei: 0n,
        data: encodeCall('BondingManager', 'setTreasuryBalanceCeiling', [lpt(1_000_000)]),
      },
    ],
    turnout: votes(0.46, 0.04, 0.02, 6),
    then: 'fail',
  },
  {
    text: 'bounty',
    ago: 18,
    longAgo: 105,
    actions: (story) => [
      { target: grantee(story, 'index'), valueWei: parseEther('3'), data: '0x' },
      token(story, 'approve', grantee(story, 'judge'), 4_200),
    ],
    turnout: votes(0.45, 0.1, 0.02, 10),
    then: 'execute',
  },
  {
    text: 'workshops',
    ago: 15,
    rank: 8,
    actions: pay('workshops', 9_000),
    turnout: votes(0.47, 0.06, 0, 8),
    then: 'queue',
  },
  {
    text: 'measurements',
    ago: 14,
    actions: pay('measurements', 7_300),
    turnout: votes(0.5, 0.1, 0.04, 14, 1),
  },
  { text: 'blank', ago: 13, actions: pay('principle', 2), turnout: votes(0, 0, 0.46, 0) },
  { text: 'hostile', ago: 7, actions: pay('evil', 250_000), turnout: votes(0.06, 0.4, 0.03, 14) },
  { text: 'radio', ago: 5, rank: 6, actions: pay('radio', 6_100), turnout: votes(0.3, 0.1, 0.02, 10, 1) },
  { text: 'archive', ago: 1, actions: pay('archive', 5_500) },
]

/** A proposal that was made, with what is still to come. */
export interface RunningProposal {
  /** Name of its text. */
  text: string
  id: bigint
  round: number
  proposer: Address
  /** targets, values, calldatas, hash of the description: what queue, execute and cancel take. */
  args: readonly [readonly Address[], readonly bigint[], readonly Hex[], Hex]
  ballots: Ballot[]
  then: ProposalPlan['then']
}

/** Text of the proposal that everybody votes on where the world has mass votes. */
const MASS_VOTED = 'two-regions'

function turnoutOf(story: Story, { text, turnout }: ProposalPlan): Turnout | undefined {
  if (!turnout || text !== MASS_VOTED) return turnout
  return { ...turnout, delegators: Math.max(turnout.delegators, story.size.massVotes) }
}

function plansOf(calendar: Calendar, round: number): ProposalPlan[] {
  return PROPOSALS.filter((plan) => questionRound(calendar, plan) === round)
}

/** Whether a proposal is made in this round. */
export function proposalsMadeIn(calendar: Calendar, round: number): boolean {
  return plansOf(calendar, round).length > 0
}

/** ETH that the treasury starts with. */
export const TREASURY_ETH_WEI = parseEther('25')

/** Makes the proposals of a round. */
export async function addProposals(story: Story, batch: Batch, round: number): Promise<void> {
  for (const plan of plansOf(story, round)) {
    const turnout = turnoutOf(story, plan)
    const actions = plan.actions(story)
    const description = proposalText(plan.text)
    const targets = actions.map(({ target }) => target)
    const values = actions.map(({ valueWei }) => valueWei)
    const calldatas = actions.map(({ data }) => data)
    const args = [targets, values, calldatas, keccak256(toHex(description))] as const
    const proposer = (plan.rank === undefined ? undefined : story.active[plan.rank]) ?? story.author
    story.proposals.push({
      text: plan.text,
      id: (await story.session.read('LivepeerGovernor', 'hashProposal', args)) as bigint,
      round,
      proposer,
      args,
      ballots: turnout
        ? drawBallots(story, turnout, round + FIRST_VOTE, Math.min(round + LAST_VOTE, LAST_ROUND))
        : [],
      then: plan.then,
    })
    batch.addCall({
      from: proposer,
      contract: 'LivepeerGovernor',
      functionName: 'propose',
      args: [targets, values, calldatas, description],
    })
  }
}

/** The votes of a round on all proposals. */
export function addProposalVotes(story: Story, batch: Batch, round: number): void {
  for (const { id, ballots } of story.proposals) {
    for (const { voter, choice, reason } of ballots.filter((ballot) => ballot.round === round)) {
      batch.addCall({
        from: voter,
        contract: 'LivepeerGovernor',
        functionName: reason === '' ? 'castVote' : 'castVoteWithReason',
        args: reason === '' ? [id, choice] : [id, choice, reason],
      })
    }
  }
}

/** Cancels, queues and executes what is due; `failing` are calls that the chain will refuse. */
export function addProposalEnds(story: Story, batch: Batch, failing: Batch, round: number): void {
  const governor = (from: Address, functionName: string, args: readonly unknown[]) => ({
    from,
    contract: 'LivepeerGovernor',
    functionName,
    args,
  })
  for (const { round: made, proposer, args, then } of story.proposals) {
    if (then === 'cancel' && round === made + 1) batch.addCall(governor(proposer, 'cancel', args))
    if (then === undefined || then === 'cancel' || round !== made + DECIDED) continue
    batch.addCall(governor(story.author, 'queue', args))
    if (then === 'execute') batch.addCall(governor(story.author, 'execute', args))
    if (then === 'fail') failing.addCall(governor(story.author, 'execute', args))
  }
}
