import type { Address } from 'viem'
import type { Calendar } from '@/devnet/world/calendar'
import type { Story } from '@/devnet/world/story'
import { LAST_ROUND } from '@/devnet/world/timeline'

/** A vote that somebody will cast. */
export interface Ballot {
  voter: Address
  /** 0 or 1 in a poll (yes, no); 0, 1 or 2 in a proposal (against, for, abstain). */
  choice: number
  reason: string
  /** Round in which it is cast. */
  round: number
}

/**
 * Round in which a poll or proposal is made, from how many rounds before the end that is. A stakeholder must have bonded before:
 * those that are older than the world start with it.
 */
export function questionRound(
  { beginning, firstRound }: Calendar,
  { ago, longAgo }: { ago: number; longAgo?: number },
): number {
  const long = LAST_ROUND - (longAgo ?? 0)
  // In the first rounds of the past people are still coming.
  if (longAgo !== undefined && long > beginning + 20) return long
  return Math.max(firstRound + 1, LAST_ROUND - ago)
}

/** How a vote goes: which parts of the stake say what, and how many delegators speak for themselves. */
export interface Turnout {
  /** Orchestrators holding about this share of the active stake, the largest that fit first. */
  blocs: readonly { share: number; choice: number }[]
  /** Delegators that vote themselves, most of them against their orchestrator. */
  delegators: number
  /** What delegators choose when they differ. */
  dissent: number
  /** Number of orchestrators whose largest delegator joins the dissent. */
  giants?: number
}

const REASONS = [
  '',
  '',
  '',
  'The cost is small and the use is plain.',
  'I would rather see this paid from fees.',
  'Measured twice, agreed once.',
  'My orchestrator sees it otherwise; I vote with my own stake.',
  'Not against the idea, against the amount.',
  'We ran this ourselves for a month and it held.\n\nNumbers: 12 nodes, 4 regions, 0 regrets.',
  '<b>bold</b> <img src=x onerror=alert(1)> [click](javascript:alert(2))',
  '🙂 yes',
  'Read \u202Esdrawkcab\u202C before you agree.',
] as const

/** Who of the active orchestrators votes what: each bloc takes the largest that still fit into its share. */
function orchestratorsOf(story: Story, turnout: Turnout): { voter: Address; choice: number }[] {
  const total = story.active.reduce((sum, address) => sum + (story.stakes.get(address) ?? 0n), 0n)
  let left = [...story.active].filter((address) => !story.reserved.has(address))
  return turnout.blocs.flatMap(({ share, choice }) => {
    let room = (total * BigInt(Math.round(share * 1_000))) / 1_000n
    const taken = left.filter((address) => {
      const stake = story.stakes.get(address) ?? 0n
      if (stake > room) return false
      room -= stake
      return true
    })
    left = left.filter((address) => !taken.includes(address))
    return taken.map((voter) => ({ voter, choice }))
  })
}

/** Delegators whose bond counts already, by whom they delegate to. */
function backers(story: Story, round: number): { voter: Address; delegate: Address; wei: bigint }[] {
  return [...story.book.values(), ...story.crowd.values()].flatMap(
    ({ address, delegate, principalWei, startRound }) =>
      delegate && delegate !== address && startRound <= round && principalWei > 10n ** 18n
        ? [{ voter: address, delegate, wei: principalWei }]
        : [],
  )
}

/**
 * The votes of a question, spread over the rounds from `first` to `last`. Of the delegators about half vote before their
 * orchestrators and half after, so that overriding is met in both orders.
 */
export function drawBallots(story: Story, turnout: Turnout, first: number, last: number): Ballot[] {
  const { opinions: random } = story
  const orchestrators = orchestratorsOf(story, turnout)
  const chosen = new Map(orchestrators.map(({ voter, choice }) => [voter, choice]))
  const everyone = backers(story, first - 1)
  const giants = orchestrators.slice(0, turnout.giants ?? 0).flatMap(({ voter }) => {
    const [largest] = everyone
      .filter(({ delegate }) => delegate === voter)
      .sort((a, b) => (a.wei < b.wei ? 1 : -1))
    return largest ? [largest.voter] : []
  })
  const small = everyone.filter(({ wei, voter }) => wei < 60_000n * 10n ** 18n && !giants.includes(voter))
  // Half of them delegate to somebody who votes: there the orchestrator's weight shrinks.
  const overriding = random.shuffle(small.filter(({ delegate }) => chosen.has(delegate)))
  const others = random.shuffle(small.filter(({ delegate }) => !chosen.has(delegate)))
  const half = Math.ceil(turnout.delegators / 2)
  const apart = others.slice(0, turnout.delegators - half)
  const taken = Math.max(half, turnout.delegators - apart.length)
  const delegators = [...overriding.slice(0, taken), ...apart]
  const ballots = [
    ...orchestrators,
    ...giants.map((voter) => ({ voter, choice: turnout.dissent })),
    ...delegators.map(({ voter, delegate }) => ({
      voter,
      choice: random.chance(0.7) ? turnout.dissent : (chosen.get(delegate) ?? turnout.dissent),
    })),
  ]
  return ballots.map(({ voter, choice }) => ({
    voter,
    choice,
    reason: random.pick(REASONS),
    round: random.integer(first, last),
  }))
}
