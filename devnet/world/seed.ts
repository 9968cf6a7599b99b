import type { Address, Hex } from 'viem'
import { BASE_FEE_WEI, readHead, withoutAutomine } from '@/devnet/chain/transact'
import { accountOf } from '@/devnet/deploy/accounts'
import type { ClaimLeaf } from '@/devnet/deploy/claim-tree'
import { deployProtocol } from '@/devnet/deploy/deploy'
import type { Chain, Deployment } from '@/devnet/types'
import { calendarOf, writtenRounds } from '@/devnet/world/calendar'
import { type Gateway, makeGateways } from '@/devnet/world/gateways'
import { findLandmarks, type Landmarks } from '@/devnet/world/landmarks'
import { addClaims, makeClaims } from '@/devnet/world/migration'
import { mineNearMiss } from '@/devnet/world/near-miss'
import { writePastRound } from '@/devnet/world/past'
import { pollDocuments } from '@/devnet/world/polls'
import { lpt, makeProfiles } from '@/devnet/world/profiles'
import { TREASURY_ETH_WEI } from '@/devnet/world/proposals'
import { createRandom } from '@/devnet/world/random'
import { writeRound } from '@/devnet/world/round'
import { Session } from '@/devnet/world/session'
import {
  END_INFLATION_P9,
  END_SUPPLY_LPT,
  L1_SUPPLY_LPT,
  MINTED_PER_PAST_ROUND_LPT,
  MINTED_PER_ROUND_LPT,
  type SeededWorldName,
  type WorldSize,
  worldSize,
} from '@/devnet/world/sizes'
import type { Story } from '@/devnet/world/story'
import { createTimeline, FIRST_ROUND_LENGTH, LAST_ROUND, ROUND_LENGTH } from '@/devnet/world/timeline'

/** LPT the treasury starts with, and roughly what it gets in a round. */
const TREASURY_START_LPT = 390_000
const TREASURY_PER_ROUND_LPT = 2_600

/** Blocks before the end at which the set's edge is arranged: nothing moves it any more. */
const NEAR_MISS_BLOCKS = 4

/** How an orchestrator of the world goes on calling reward after the world's end. */
export interface RewardHabit {
  orchestrator: Address
  /** Account that calls; the orchestrator itself or its reward caller. */
  caller: Address
  /** Probability of a call in a round. */
  reliability: number
}

/** A world that has been written onto a chain. */
export interface World {
  deployment: Deployment
  habits: RewardHabit[]
  /** Orchestrators that earn fees, with their weight in the draw. */
  feeEarners: { orchestrator: Address; weight: number }[]
  /** Gateways that go on paying, with their keys: local ones, made from the seed. */
  gateways: Gateway[]
  /** Texts of its polls, as pinned. */
  documents: string[]
  /** Stake on Ethereum that can be claimed: the list behind the published root. */
  claims: ClaimLeaf[]
  /** Seed of what happens after its end. */
  seed: string
}

export interface WorldOptions {
  size: SeededWorldName
  /** Another number of delegators than the size has. */
  delegators?: number
  seed: string
  /** Timestamp of the newest block, in seconds. The chain must start at `genesisTimeOf(endTime)`. */
  endTime: number
  /** Told how far it is, from 0 to 1, at most once a round. */
  onProgress?: (done: number, what: string) => void
}

/** LPT the treasury starts with, so that the past's rewards fill it up to where the history proper begins. */
function treasuryStartLpt(past: number): number {
  return TREASURY_START_LPT - (past * MINTED_PER_PAST_ROUND_LPT) / 10
}

function deployParams(size: WorldSize, past: number) {
  const minted = size.rounds * MINTED_PER_ROUND_LPT + past * MINTED_PER_PAST_ROUND_LPT
  return {
    inflationP9: BigInt(END_INFLATION_P9 + 500 * (size.rounds + past - 2)),
    numActiveTranscoders: BigInt(size.activeSet[0]),
    roundLengthBlocks: BigInt(FIRST_ROUND_LENGTH),
    // Reached after a quarter of the history: then the cut goes to 0 by itself until the owner restarts it.
    treasuryBalanceCeilingWei: lpt(TREASURY_START_LPT + TREASURY_PER_ROUND_LPT * Math.floor(size.rounds / 4)),
    initialSupplyWei: lpt(END_SUPPLY_LPT - L1_SUPPLY_LPT - minted),
    l1CirculatingSupplyWei: lpt(L1_SUPPLY_LPT),
  }
}

/**
 * Deploys the protocol and writes a history onto a fresh chain: a pure function of (size, seed, end time), so that the
 * same ones give the same block hashes. Ends in round 4,250, initialized, a third of it gone.
 */
export async function seedWorld(chain: Chain, options: WorldOptions): Promise<World> {
  const size = worldSize(options.size, options.delegators)
  const calendar = calendarOf(size)
  const rounds = writtenRounds(calendar)
  const past = rounds.length - size.rounds
  const timeline = createTimeline(options.endTime)
  const head = await readHead(chain.request)
  if (head.number !== 0 || head.timestamp > timeline.timeOf(0)) {
    throw new Error('A world needs a fresh chain that starts at its own time (genesisTimeOf)')
  }
  options.onProgress?.(0, 'deploying the protocol')
  return withoutAutomine(chain, async () => {
    const skipper = new Session(chain, emptyDeployment(chain), timeline)
    await skipper.skipTo(timeline.deployBlock - 1)
    const deployment = await deployProtocol(chain, deployParams(size, past))
    const session = new Session(chain, deployment, timeline)
    const deployer = accountOf(deployment.accounts, 'deployer')
    session.add({
      from: deployer,
      contract: 'RoundsManager',
      functionName: 'setRoundLength',
      args: [BigInt(ROUND_LENGTH)],
    })
    session.add({
      from: deployer,
      contract: 'LivepeerToken',
      functionName: 'transfer',
      args: [session.address('Treasury'), lpt(treasuryStartLpt(past))],
    })
    session.add({ from: deployer, contract: 'Treasury', valueWei: TREASURY_ETH_WEI })
    const profiles = makeProfiles(options.seed, size)
    const claims = makeClaims(options.seed, deployment, profiles.orchestrators)
    addClaims(session, claims)
    await session.mineAllAt(timeline.lengthChangeBlock)

    const story: Story = {
      session,
      size,
      profiles,
      random: createRandom(`${options.seed}/story`),
      opinions: createRandom(`${options.seed}/opinions`),
      ...calendar,
      rounds,
      unbondingPeriod: 7,
      seed: options.seed,
      deployer,
      author: accountOf(deployment.accounts, 'demo-author'),
      keeper: accountOf(deployment.accounts, 'keeper'),
      gateways: makeGateways(options.seed).map((gateway) => ({ gateway, depositWei: 0n, state: 'absent' })),
      book: new Map(),
      crowd: new Map(),
      registered: new Set(),
      active: [],
      stakes: new Map(),
      reserved: new Set(
        deployment.accounts.filter(({ role }) => role.startsWith('demo')).map(({ address }) => address),
      ),
      polls: [],
      proposals: [],
      rewarded: new Set(),
    }
    await writeRounds(story, options.onProgress)
    const outByAHair = await mineNearMiss(story, LAST_ROUND, timeline.endBlock - NEAR_MISS_BLOCKS)
    await session.skipTo(timeline.endBlock)
    await chain.request({
      method: 'hardhat_setNextBlockBaseFeePerGas',
      params: [`0x${BASE_FEE_WEI.toString(16)}` satisfies Hex],
    })
    return describe(story, claims, await findLandmarks(story, outByAHair))
  })
}

function emptyDeployment(chain: Chain): Deployment {
  return { chainId: chain.chainId, rpc: '', contracts: {}, blocks: {}, accounts: [] }
}

/** What a round of the past costs to write, as a part of one of the history proper. */
const PAST_ROUND_COST = 0.1

async function writeRounds(story: Story, onProgress: WorldOptions['onProgress']): Promise<void> {
  const costs = story.rounds.map((round) => (round < story.firstRound ? PAST_ROUND_COST : 1))
  const whole = costs.reduce((sum, cost) => sum + cost, 0)
  let done = 0
  for (const [index, round] of story.rounds.entries()) {
    if (round < story.firstRound) await writePastRound(story, round)
    else await writeRound(story, round, story.session.timeline.endBlock)
    done += costs[index] ?? 0
    onProgress?.(round === LAST_ROUND ? 1 : done / whole, `round ${round}`)
  }
}

function describe(story: Story, claims: ClaimLeaf[], landmarks: Landmarks): World {
  const registered = [...story.registered].sort((a, b) => a.index - b.index)
  return {
    deployment: { ...story.session.deployment, landmarks },
    habits: registered.map(({ address, rewardCaller, reliability }) => ({
      orchestrator: address,
      caller: rewardCaller ?? address,
      reliability,
    })),
    feeEarners: registered
      .filter((profile) => profile.feeWeight > 0)
      .map((profile) => ({ orchestrator: profile.address, weight: profile.feeWeight })),
    gateways: story.gateways.filter(({ state }) => state === 'open').map(({ gateway }) => gateway),
    documents: pollDocuments(),
    claims,
    seed: story.seed,
  }
}
