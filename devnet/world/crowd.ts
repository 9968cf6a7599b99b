import { type Address, parseEther, zeroAddress } from 'viem'
import { encodeCall } from '@/devnet/chain/contract-calls'
import { Batch } from '@/devnet/world/batch'
import { openBookEntry, recordBond, recordUnbond } from '@/devnet/world/delegator-book'
import type { Random } from '@/devnet/world/random'
import { createRandom, worldAddress } from '@/devnet/world/random'
import type { WorldSize } from '@/devnet/world/sizes'
import type { Story } from '@/devnet/world/story'

/** Somebody of the crowd: bonds once. */
export interface CrowdMember {
  address: Address
  /** Rank of its orchestrator. */
  orchestrator: number
  bondWei: bigint
  leaves: boolean
}

/** Bonds in one transaction: few, because the EVM keeps a trace of each step of a block (see memory-relief.ts). */
const BONDS_PER_CALL = 5
/** Enough to walk down a list of a hundred orchestrators. */
const GAS_PER_BOND = 1_200_000

/** Sizes of stakes of Arbitrum One on 18 January 2026, without the band above 10,000 LPT: share and bounds in LPT. */
const BANDS = [
  { share: 0.264, from: 0.0001, to: 1 },
  { share: 0.092, from: 1, to: 10 },
  { share: 0.285, from: 10, to: 100 },
  { share: 0.212, from: 100, to: 1_000 },
  { share: 0.087, from: 1_000, to: 10_000 },
] as const

function drawStakeWei(random: Random, maxLpt: number): bigint {
  const bands = BANDS.filter(({ from }) => from < maxLpt)
  let left = random.next() * bands.reduce((sum, { share }) => sum + share, 0)
  const band = bands.find(({ share }) => {
    left -= share
    return left <= 0
  })
  const { from, to } = band ?? BANDS[2]
  const stakeLpt = Math.min(from * (to / from) ** random.next(), maxLpt)
  return parseEther(stakeLpt.toFixed(6)) + random.wei(10n ** 11n) + 1n
}

/** The crowd of a seed's world. */
export function makeCrowd(seed: string, { crowd, orchestrators }: WorldSize): CrowdMember[] {
  const random = createRandom(`${seed}/crowd`)
  return Array.from({ length: crowd.delegators }, (_, index) => ({
    address: worldAddress(seed, 'crowd', index),
    // The upper ranks are the popular ones.
    orchestrator: crowd.orchestrator ?? Math.floor(random.next() ** 2 * orchestrators * 0.8),
    bondWei: drawStakeWei(random, crowd.maxLpt),
    leaves: index < crowd.leavers,
  }))
}

function orchestratorOf(story: Story, member: CrowdMember): Address {
  const profile = story.profiles.orchestrators[member.orchestrator]
  if (!profile) throw new Error(`There is no orchestrator of rank ${member.orchestrator}`)
  return profile.address
}

/** One transaction that bonds for several people who choose the same orchestrator, through Multicall3, which pays. */
function addBonds(story: Story, batch: Batch, members: readonly CrowdMember[], round: number): void {
  const [first] = members
  if (!first) return
  const { session } = story
  const to = orchestratorOf(story, first)
  const sumWei = members.reduce((sum, { bondWei }) => sum + bondWei, 0n)
  const bonding = session.address('BondingManager')
  const rank = story.active.indexOf(to)
  // Without hints each bond would walk down the list of orchestrators.
  const neighbour = (at: number) => (rank < 0 ? undefined : story.active[at]) ?? zeroAddress
  const hints = [neighbour(rank - 1), neighbour(rank + 1)]
  const calls = [
    {
      target: session.address('LivepeerToken'),
      allowFailure: false,
      callData: encodeCall('LivepeerToken', 'approve', [bonding, sumWei]),
    },
    ...members.map(({ address, bondWei }) => ({
      target: bonding,
      allowFailure: false,
      callData: encodeCall('BondingManager', 'bondForWithHint', [
        bondWei,
        address,
        to,
        zeroAddress,
        zeroAddress,
        ...hints,
      ]),
    })),
  ]
  batch.add({
    calls: [
      {
        from: story.deployer,
        contract: 'Multicall3',
        functionName: 'aggregate3',
        args: [calls],
        gas: GAS_PER_BOND * (members.length + 1),
      },
    ],
    record: () => {
      for (const { address, bondWei } of members) {
        const entry = openBookEntry(address, bondWei)
        recordBond(entry, to, bondWei, round)
        story.crowd.set(address, entry)
      }
    },
  })
}

/** Those who come in a round: all at once where there is no past, else spread over its first half. */
function joiningIn(story: Story, round: number): CrowdMember[] {
  const { crowd } = story.profiles
  const past = story.rounds.filter((written) => written < story.firstRound)
  const slots = Math.max(1, Math.floor(past.length / 2))
  // Before the second round nobody is active.
  const slot = story.rounds.indexOf(round) - 1
  const share = Math.ceil(crowd.length / slots)
  const newcomers = slot < 0 ? [] : crowd.slice(slot * share, (slot + 1) * share)
  return newcomers.sort((a, b) => a.orchestrator - b.orchestrator)
}

/** Those who leave in a round of the past's last third. */
function leavingIn(story: Story, round: number): CrowdMember[] {
  const leavers = story.profiles.crowd.filter(({ leaves }) => leaves)
  const past = story.rounds.filter((written) => written < story.firstRound)
  const leaving = past.slice(Math.ceil((past.length * 2) / 3))
  const slot = leaving.indexOf(round)
  return slot < 0 ? [] : leavers.filter((_, index) => index % leaving.length === slot)
}

/** Whether anybody of the crowd comes in this round: the list of active orchestrators is then wanted. */
export function crowdComes(story: Story, round: number): boolean {
  return joiningIn(story, round).length > 0
}

/** What the crowd does in a round. */
export async function mineCrowd(story: Story, round: number, block: number): Promise<void> {
  const batch = new Batch(story.session)
  const joining = joiningIn(story, round)
  const sumWei = joining.reduce((sum, { bondWei }) => sum + bondWei, 0n)
  if (sumWei > 0n) {
    const args = [story.session.address('Multicall3'), sumWei]
    batch.addCall({ from: story.deployer, contract: 'LivepeerToken', functionName: 'transfer', args })
  }
  while (joining.length > 0) {
    const same = joining.filter(({ orchestrator }) => orchestrator === joining[0]?.orchestrator)
    const part = same.slice(0, BONDS_PER_CALL)
    addBonds(story, batch, part, round)
    joining.splice(0, part.length)
  }
  const leaving = leavingIn(story, round).flatMap(({ address }) => story.crowd.get(address) ?? [])
  const pending = (await story.session.readMany(
    leaving.map(({ address }) => ({
      contract: 'BondingManager',
      functionName: 'pendingStake',
      args: [address, 0n],
    })),
  )) as bigint[]
  for (const [index, entry] of leaving.entries()) {
    const amountWei = pending[index] ?? 0n
    batch.addCall(
      { from: entry.address, contract: 'BondingManager', functionName: 'unbond', args: [amountWei] },
      () => recordUnbond(entry, amountWei, round + story.unbondingPeriod, true),
    )
  }
  await batch.mineAt(block, { strict: true })
}
