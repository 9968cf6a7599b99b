import { Batch } from '@/devnet/world/batch'
import { crowdComes, mineCrowd } from '@/devnet/world/crowd'
import { mineDemoAccounts } from '@/devnet/world/demo-accounts'
import { governanceDue, mineGovernance, questionsPut } from '@/devnet/world/governance'
import { mineNewcomers } from '@/devnet/world/onboarding'
import { addFees, addGatewayMoves, FEES_PER_ROUND_WEI } from '@/devnet/world/payments'
import { addRewards, initialize } from '@/devnet/world/round'
import type { Story } from '@/devnet/world/story'

/** Blocks after a round's start at which things happen in the past. */
const SCHEDULE = {
  newcomers: 60,
  demo: 200,
  crowd: 300,
  fees: 900,
  rewards: 1_700,
  governance: 2_400,
} as const

/** In one written round of so many the first few orchestrators call reward: the past is told coarsely. */
const REWARD_EVERY = 6
const REWARDING = 10

/** Share of today's fees that came in when the past began, in percent. */
const FIRST_FEES_PERCENT = 55

/** What fees of a round came to, growing to today's. */
function feesOf(story: Story, after: number): bigint {
  const grown = Math.floor(((100 - FIRST_FEES_PERCENT) * after) / Math.max(1, story.size.pastRounds))
  return (FEES_PER_ROUND_WEI * BigInt(FIRST_FEES_PERCENT + grown)) / 100n
}

async function mineRewards(story: Story, block: number): Promise<void> {
  const batch = new Batch(story.session)
  const first = story.active.slice(0, REWARDING)
  addRewards(
    story,
    batch,
    story.profiles.orchestrators.filter(
      ({ address, reliability }) => reliability > 0 && first.includes(address),
    ),
  )
  await batch.mineAt(block)
}

/**
 * Writes one round of the past: initialized, with the day's fees in one ticket, and now and then rewards, questions and
 * people who come or go.
 */
export async function writePastRound(story: Story, round: number): Promise<void> {
  const start = story.session.timeline.startOf(round)
  const after = round - story.beginning
  const index = story.rounds.indexOf(round)
  const rewarding = index % REWARD_EVERY === 1
  const looks = rewarding || questionsPut(story, round) || crowdComes(story, round)
  await initialize(story, start + story.random.integer(1, 40), looks)
  if (after === 0) await mineNewcomers(story, round, start + SCHEDULE.newcomers)
  if (after === 0) await mineDemoAccounts(story, round, start + SCHEDULE.demo)
  await mineCrowd(story, round, start + SCHEDULE.crowd)
  const batch = new Batch(story.session)
  await addGatewayMoves(story, batch, round)
  await batch.mineAt(start + SCHEDULE.fees - 1, { strict: true })
  if (after > 0) {
    await addFees(story, batch, round, { count: 1, meanWei: feesOf(story, after), refillingOnly: true })
    await batch.mineAt(start + SCHEDULE.fees)
  }
  if (rewarding) await mineRewards(story, start + SCHEDULE.rewards)
  if (governanceDue(story, round)) await mineGovernance(story, round, start + SCHEDULE.governance)
}
