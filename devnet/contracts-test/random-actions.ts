import type { Address } from 'viem'
import type { ContractCall } from '@/devnet/contracts-test/call-contract'
import { type DelegatorState, ETH, type Harness, LPT, ZERO } from '@/devnet/contracts-test/harness'
import type { SeededRandom } from '@/devnet/contracts-test/seeded-random'

/** Who takes part in a random sequence. */
export interface Cast {
  /** Bond to themselves sooner or later; more of them than the pool has places. */
  orchestrators: readonly Address[]
  delegators: readonly Address[]
  /** Never bonds, yet receives delegations. */
  idle: Address
}

interface Scene {
  h: Harness
  random: SeededRandom
  cast: Cast
  actor: Address
  state: DelegatorState
}

const EVERY_ACTION = {
  bondSelf: 8,
  bondOther: 12,
  bondMore: 8,
  bondForOther: 3,
  unbond: 10,
  rebond: 6,
  rebondFromUnbonded: 4,
  transferBond: 4,
  withdrawStake: 4,
  withdrawFees: 5,
  claimEarnings: 5,
  transcoder: 6,
  reward: 14,
  rewardForOther: 3,
  setRewardCaller: 2,
  ticketFees: 10,
  checkpoint: 2,
  ownerSetting: 1,
} as const

export type ActionName = keyof typeof EVERY_ACTION

export const ACTION_NAMES = Object.keys(EVERY_ACTION) as ActionName[]

function anyone({ cast, random }: Scene): Address {
  return random.pick([...cast.orchestrators, ...cast.delegators])
}

function delegateChoice(scene: Scene): Address {
  const { cast, random } = scene
  if (random.chance(4)) return random.pick([cast.idle, ZERO, anyone(scene)])
  return random.pick(cast.orchestrators)
}

function hints({ cast, random }: Scene, count: number): Address[] {
  return Array.from({ length: count }, () => random.pick([ZERO, ...cast.orchestrators, cast.idle]))
}

/** From dust to thousands of LPT; sometimes whole LPT, so that keys tie. */
function stakeAmount({ random }: Scene): bigint {
  if (random.chance(5)) return random.amountBelow(10n)
  if (random.chance(30)) return BigInt(1 + random.below(5)) * 100n * LPT
  return random.amountBelow(2_000n * LPT)
}

function partOf({ random }: Scene, whole: bigint): bigint {
  if (random.chance(20)) return whole
  if (random.chance(3)) return whole + 1n
  return random.amountBelow(whole + 1n)
}

/** Mostly the newest open lock of the owner, else an id that may be consumed or the one after the last. */
async function lockId({ h, random }: Scene, owner: Address): Promise<bigint> {
  const { nextUnbondingLockId } = await h.delegator(owner)
  if (random.chance(20)) return random.amountBelow(nextUnbondingLockId + 2n)
  for (let id = nextUnbondingLockId - 1n; id >= 0n; id--) {
    if (await h.view('BondingManager', 'isValidUnbondingLock', owner, id)) return id
  }
  return 0n
}

/** Someone with locks and no stake, when there is one. */
async function unbondedWithLocks({ h, random, cast, actor }: Scene): Promise<Address> {
  const people = [...cast.orchestrators, ...cast.delegators]
  const first = random.below(people.length)
  for (const person of [...people.slice(first), ...people.slice(0, first)]) {
    const { bondedAmount, nextUnbondingLockId } = await h.delegator(person)
    if (bondedAmount === 0n && nextUnbondingLockId > 0n) return person
  }
  return actor
}

function percent({ random }: Scene): bigint {
  return random.chance(20) ? random.pick([0n, 1_000_000n]) : random.amountBelow(1_000_001n)
}

async function bondedAfterClaim({ h, actor }: Scene): Promise<bigint> {
  return h.bigint('BondingManager', 'pendingStake', actor, 0n)
}

type Build = (scene: Scene) => ContractCall | Promise<ContractCall>

function bonding(scene: Scene, functionName: string, args: readonly unknown[]): ContractCall {
  return { from: scene.actor, contract: 'BondingManager', functionName, args }
}

const BUILD: Record<ActionName, Build> = {
  bondSelf: (scene) => {
    const actor = scene.random.pick(scene.cast.orchestrators)
    return { ...bonding(scene, 'bond', [stakeAmount(scene), actor]), from: actor }
  },
  bondOther: (scene) =>
    bonding(scene, 'bondWithHint', [
      scene.random.chance(25) ? 0n : stakeAmount(scene),
      delegateChoice(scene),
      ...hints(scene, 4),
    ]),
  bondMore: (scene) => bonding(scene, 'bond', [stakeAmount(scene), scene.state.delegateAddress]),
  bondForOther: async (scene) => {
    const owner = anyone(scene)
    const known = (await scene.h.delegator(owner)).delegateAddress
    const to = scene.random.chance(80) && known !== ZERO ? known : delegateChoice(scene)
    return bonding(scene, 'bondForWithHint', [stakeAmount(scene), owner, to, ...hints(scene, 4)])
  },
  unbond: async (scene) =>
    bonding(scene, 'unbondWithHint', [partOf(scene, await bondedAfterClaim(scene)), ...hints(scene, 2)]),
  rebond: async (scene) =>
    bonding(scene, 'rebondWithHint', [await lockId(scene, scene.actor), ...hints(scene, 2)]),
  rebondFromUnbonded: async (scene) => {
    const from = await unbondedWithLocks(scene)
    const args = [delegateChoice(scene), await lockId(scene, from), ...hints(scene, 2)]
    return { ...bonding(scene, 'rebondFromUnbondedWithHint', args), from }
  },
  transferBond: async (scene) =>
    bonding(scene, 'transferBond', [
      anyone(scene),
      partOf(scene, await bondedAfterClaim(scene)),
      ...hints(scene, 4),
    ]),
  withdrawStake: async (scene) => bonding(scene, 'withdrawStake', [await lockId(scene, scene.actor)]),
  withdrawFees: async (scene) =>
    bonding(scene, 'withdrawFees', [
      scene.actor,
      partOf(scene, await scene.h.bigint('BondingManager', 'pendingFees', scene.actor, 0n)),
    ]),
  claimEarnings: (scene) => bonding(scene, 'claimEarnings', [0n]),
  transcoder: (scene) => ({
    ...bonding(scene, 'transcoderWithHint', [percent(scene), percent(scene), ...hints(scene, 2)]),
    from: scene.random.pick(scene.cast.orchestrators),
  }),
  reward: (scene) => ({
    ...bonding(scene, 'rewardWithHint', hints(scene, 2)),
    from: scene.random.pick(scene.cast.orchestrators),
  }),
  rewardForOther: async (scene) => {
    const transcoder = scene.random.pick(scene.cast.orchestrators)
    const caller = await scene.h.view('BondingManager', 'transcoderToRewardCaller', transcoder)
    const from = caller === ZERO ? scene.actor : (caller as Address)
    return { ...bonding(scene, 'rewardForTranscoder', [transcoder]), from }
  },
  setRewardCaller: (scene) => ({
    ...bonding(scene, 'setRewardCaller', [scene.random.pick([ZERO, ...scene.cast.delegators])]),
    from: scene.random.pick(scene.cast.orchestrators),
  }),
  ticketFees: (scene) => ({
    from: scene.h.broker,
    contract: 'BondingManager',
    functionName: 'updateTranscoderWithFees',
    args: [scene.random.pick(scene.cast.orchestrators), scene.random.amountBelow(ETH / 100n), 0n],
  }),
  checkpoint: (scene) => bonding(scene, 'checkpointBondingState', [anyone(scene)]),
  ownerSetting: (scene) => {
    const [functionName, value] = scene.random.pick([
      ['setTreasuryRewardCutRate', scene.random.amountBelow(10n ** 27n)],
      ['setTreasuryBalanceCeiling', scene.random.amountBelow(5_000n) * LPT],
    ] as const)
    return { ...bonding(scene, functionName, [value]), from: scene.h.deployer }
  },
}

/**
 * Chooses what happens next from the present state; many choices revert, as users' do. Some choices can be left out, such as
 * fees that come by tickets.
 */
export async function chooseAction(
  h: Harness,
  random: SeededRandom,
  cast: Cast,
  leftOut: readonly ActionName[] = [],
): Promise<{ action: ActionName; call: ContractCall }> {
  const none = Object.fromEntries(leftOut.map((name) => [name, 0]))
  const action = random.weighted<ActionName>({ ...EVERY_ACTION, ...none })
  const actor = random.pick([...cast.delegators, ...cast.orchestrators])
  const scene = { h, random, cast, actor, state: await h.delegator(actor) }
  return { action, call: await BUILD[action](scene) }
}
