import type { Address } from 'viem'
import { readPool } from '@/devnet/world/near-miss'
import { CUT_JUMPS } from '@/devnet/world/profiles'
import type { Story } from '@/devnet/world/story'

/** What a test or a visitor may look for in a world, by name: addresses, and ids of proposals as decimal numbers. */
export const LANDMARKS = [
  'neverCallsReward',
  'cutJumped',
  'callsThroughAnother',
  'rewardCaller',
  'outByAHair',
  'evicted',
  'crowdedOrchestrator',
  'massVotedProposal',
  'executedPayment',
  'claimant',
] as const

export type LandmarkName = (typeof LANDMARKS)[number]

/** Those that a world has: small ones lack some. */
export type Landmarks = Partial<Record<LandmarkName, string>>

const NOT_DEACTIVATED = 2n ** 256n - 1n

/** A registered orchestrator that was in the pool and was pushed out by a larger one. */
async function findEvicted(story: Story): Promise<Address | undefined> {
  const pool = await readPool(story)
  const outside = [...story.registered]
    .sort((a, b) => a.index - b.index)
    .filter(({ address }) => !pool.includes(address))
  const states = (await story.session.readMany(
    outside.map(({ address }) => ({
      contract: 'BondingManager',
      functionName: 'getTranscoder',
      args: [address],
    })),
  )) as (readonly bigint[])[]
  return outside.find((_, index) => {
    const [activation = 0n, deactivation = 0n] = states[index]?.slice(4, 6) ?? []
    return activation > 0n && deactivation > activation && deactivation !== NOT_DEACTIVATED
  })?.address
}

/** Looks for everything that is worth a name in a finished world. */
export async function findLandmarks(story: Story, outByAHair: Address | undefined): Promise<Landmarks> {
  const { size, profiles, proposals, session } = story
  const profile = (rank: number) => profiles.orchestrators[rank]
  const through = [...story.registered].find(({ rewardCaller }) => rewardCaller)
  const proposal = (text: string) => proposals.find((made) => made.text === text)?.id.toString()
  const crowded = size.crowd.orchestrator
  const found: { [Name in LandmarkName]: string | undefined } = {
    neverCallsReward: profile(size.neverRewards)?.address,
    cutJumped: profile(CUT_JUMPS)?.address,
    callsThroughAnother: through?.address,
    rewardCaller: through?.rewardCaller,
    outByAHair,
    evicted: await findEvicted(story),
    crowdedOrchestrator:
      crowded === undefined || size.crowd.delegators === 0 ? undefined : profile(crowded)?.address,
    massVotedProposal: size.massVotes > 0 ? proposal('two-regions') : undefined,
    executedPayment: proposal('documentation'),
    claimant: session.deployment.accounts.find(({ role }) => role === 'demo-claimant')?.address,
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}
