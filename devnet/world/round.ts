import { type Address, zeroAddress } from 'viem'
import { Batch } from '@/devnet/world/batch'
import { mineCrowd } from '@/devnet/world/crowd'
import { drawAction } from '@/devnet/world/delegator-actions'
import { mineDemoAccounts } from '@/devnet/world/demo-accounts'
import { mineGovernance } from '@/devnet/world/governance'
import { mineNewcomers } from '@/devnet/world/onboarding'
import { addFees, addGatewayMoves, FEES_PER_ROUND_WEI } from '@/devnet/world/payments'
import { lpt, type OrchestratorProfile } from '@/devnet/world/profiles'
import type { ContractCall } from '@/devnet/world/session'
import type { Story } from '@/devnet/world/story'

/** Blocks after a round's start at which things happen, in order. */
const SCHEDULE = {
  params: 45,
  newcomers: 60,
  crowd: 70,
  gateways: 75,
  rewards: [90, 700, 1_700, 3_900],
  fees: [400, 1_900, 4_500],
  demo: 1_300,
  governance: 1_500,
  changes: 2_050,
  resignations: 2_150,
  actions: [1_000, 2_300, 5_200],
} as const

/** Share of the reward calls made by each of the schedule's reward blocks. */
const REWARD_BLOCK_CHANCES = [0.6, 0.8, 0.92, 1]

/** Initializes the round; `looks` says whether the list of active orchestrators is read anew. */
export async function initialize(story: Story, block: number, looks = true): Promise<void> {
  const { session } = story
  session.add({ from: story.keeper, contract: 'RoundsManager', functionName: 'initializeRound' })
  await session.mineAllAt(block)
  story.rewarded = new Set()
  if (!looks) return
  const known = story.profiles.orchestrators.map((profile) => profile.address)
  const answers = await session.readMany(
    known.flatMap((address) => [
      { contract: 'BondingManager', functionName: 'isActiveTranscoder', args: [address] },
      { contract: 'BondingManager', functionName: 'transcoderTotalStake', args: [address] },
    ]),
  )
  story.stakes = new Map(known.map((address, index) => [address, answers[2 * index + 1] as bigint]))
  story.active = known
    .filter((_, index) => answers[2 * index] === true)
    .sort((a, b) => ((story.stakes.get(a) ?? 0n) < (story.stakes.get(b) ?? 0n) ? 1 : -1))
}

/** Which of the schedule's reward blocks each orchestrator uses in this round; misses are absent. */
function planRewards(story: Story): Map<number, OrchestratorProfile[]> {
  const plan = new Map<number, OrchestratorProfile[]>()
  for (const profile of story.profiles.orchestrators) {
    const called = story.random.chance(profile.reliability)
    const draw = story.random.next()
    if (!called || !story.active.includes(profile.address)) continue
    const slot = REWARD_BLOCK_CHANCES.findIndex((chance) => draw < chance)
    plan.set(slot, [...(plan.get(slot) ?? []), profile])
  }
  return plan
}

/** Rewards come with the neighbours by stake as hints, as an orchestrator's software sends them. */
export function addRewards(story: Story, batch: Batch, profiles: readonly OrchestratorProfile[]): void {
  for (const { address, rewardCaller } of profiles) {
    const rank = story.active.indexOf(address)
    const hints = [story.active[rank - 1] ?? zeroAddress, story.active[rank + 1] ?? zeroAddress]
    const call: ContractCall = rewardCaller
      ? {
          from: rewardCaller,
          contract: 'BondingManager',
          functionName: 'rewardForTranscoderWithHint',
          args: [address, ...hints],
        }
      : { from: address, contract: 'BondingManager', functionName: 'rewardWithHint', args: hints }
    batch.addCall(call, () => story.rewarded.add(address))
  }
}

/** What the protocol's owner decides along the way: the treasury's ceiling and cut, and the size of the active set. */
function addParameterChanges(story: Story, batch: Batch, after: number): void {
  const at = (share: number) => Math.floor(story.size.rounds * share)
  const owner = (functionName: string, value: bigint) =>
    batch.addCall({ from: story.deployer, contract: 'BondingManager', functionName, args: [value] })
  if (after === at(0.4)) owner('setTreasuryBalanceCeiling', lpt(750_000))
  if (after === at(0.45)) owner('setTreasuryRewardCutRate', 10n ** 26n)
  if (after === at(0.5)) owner('setNumActiveTranscoders', BigInt(story.size.activeSet[1]))
}

function addCutChanges(story: Story, batch: Batch, after: number): void {
  for (const profile of story.registered) {
    for (const change of profile.changes) {
      // A missed reward call closes the door for this round: the change waits for the next one.
      if (
        change.after > after ||
        (story.active.includes(profile.address) && !story.rewarded.has(profile.address))
      )
        continue
      batch.addCall({
        from: profile.address,
        contract: 'BondingManager',
        functionName: 'transcoder',
        args: [change.rewardCutP6, change.feeShareP6],
      })
      profile.changes = profile.changes.filter((other) => other !== change)
    }
  }
}

async function addResignations(story: Story, batch: Batch, after: number): Promise<void> {
  for (const profile of [...story.registered]) {
    if (profile.resignsAfter === undefined || profile.resignsAfter > after) continue
    const stake = await story.session.read('BondingManager', 'pendingStake', [profile.address, 0n])
    batch.addCall(
      {
        from: profile.address,
        contract: 'BondingManager',
        functionName: 'unbond',
        args: [stake],
      },
      () => story.registered.delete(profile),
    )
  }
}

async function addDelegatorActions(story: Story, batch: Batch, round: number, count: number): Promise<void> {
  const orchestrators = new Set(story.profiles.orchestrators.map((profile) => profile.address))
  const people = [...story.book.values()].filter((entry) => !orchestrators.has(entry.address))
  // Popular ones come first in rank: naming the upper ranks again draws them more often.
  const registered = [...story.registered].sort((a, b) => a.index - b.index).map((profile) => profile.address)
  const candidates = [...registered, ...registered.slice(0, 12), ...registered.slice(0, 6)]
  const situation = {
    session: story.session,
    random: story.random,
    round,
    unbondingPeriod: story.unbondingPeriod,
    candidates,
  }
  const busy = new Set<Address>()
  for (let tries = 0; busy.size < count && tries < count * 6; tries++) {
    const entry = story.random.pick(people)
    if (busy.has(entry.address)) continue
    const action = await drawAction(entry, situation)
    if (!action) continue
    busy.add(entry.address)
    batch.add(action)
  }
}

/** Writes one round, from its first block to `lastBlock` at most. */
export async function writeRound(story: Story, round: number, lastBlock: number): Promise<void> {
  const { session, size } = story
  const start = session.timeline.startOf(round)
  const after = round - story.firstRound
  const batch = new Batch(session)
  await initialize(story, start + story.random.integer(1, 40))
  const rewards = planRewards(story)
  const events: { offset: number; run: (block: number) => Promise<void> }[] = [
    {
      offset: SCHEDULE.params,
      run: async (block) => {
        addParameterChanges(story, batch, after)
        await batch.mineAt(block, { strict: true })
      },
    },
    { offset: SCHEDULE.newcomers, run: (block) => mineNewcomers(story, round, block) },
    { offset: SCHEDULE.crowd, run: (block) => mineCrowd(story, round, block) },
    {
      offset: SCHEDULE.gateways,
      run: async (block) => {
        await addGatewayMoves(story, batch, round)
        await batch.mineAt(block, { strict: true })
      },
    },
    ...SCHEDULE.rewards.map((offset, slot) => ({
      offset,
      run: async (block: number) => {
        addRewards(story, batch, rewards.get(slot) ?? [])
        await batch.mineAt(block)
      },
    })),
    ...SCHEDULE.fees.map((offset) => ({
      offset,
      run: async (block: number) => {
        await addFees(story, batch, round, {
          count: Math.ceil(size.feesPerRound / SCHEDULE.fees.length),
          meanWei: FEES_PER_ROUND_WEI / BigInt(size.feesPerRound),
        })
        await batch.mineAt(block)
      },
    })),
    { offset: SCHEDULE.demo, run: (block) => mineDemoAccounts(story, round, block) },
    { offset: SCHEDULE.governance, run: (block) => mineGovernance(story, round, block) },
    {
      offset: SCHEDULE.changes,
      run: async (block) => {
        addCutChanges(story, batch, after)
        await batch.mineAt(block)
      },
    },
    {
      offset: SCHEDULE.resignations,
      run: async (block) => {
        await addResignations(story, batch, after)
        await batch.mineAt(block)
      },
    },
    ...SCHEDULE.actions.map((offset) => ({
      offset,
      run: async (block: number) => {
        const count = Math.ceil(size.actionsPerRound / SCHEDULE.actions.length)
        if (after > 0) await addDelegatorActions(story, batch, round, count)
        await batch.mineAt(block)
      },
    })),
  ]
  events.sort((a, b) => a.offset - b.offset)
  for (const event of events) {
    const block = start + event.offset
    if (block < lastBlock) await event.run(block)
  }
}
