import { type Address, toHex } from 'viem'
import type { ContractCall } from '@/devnet/contracts-test/call-contract'
import { type FullScene, nextPoolAddress } from '@/devnet/contracts-test/full-scene'
import { ETH, LPT, ZERO } from '@/devnet/contracts-test/harness'
import { type ActionName, chooseAction } from '@/devnet/contracts-test/random-actions'
import {
  chooseGovernanceAction,
  type GovernanceAction,
  proposePayment,
  someProposal,
} from '@/devnet/contracts-test/random-governance'
import { type ClaimLeaf, claimTree } from '@/devnet/deploy/claim-tree'

/** What only the whole protocol has; bonding, payments and treasury votes come from the other two choosers. */
const WEIGHTS = {
  claim: 6,
  claimWrongly: 2,
  migrate: 2,
  migrateLocks: 2,
  migrateGateway: 1,
  createPoll: 3,
  pollVote: 22,
  proposeMore: 8,
  voteMore: 34,
  slash: 2,
  serviceUri: 3,
  parameter: 3,
  roundLength: 1,
  pause: 1,
  unpause: 0,
} as const

export type FullAction = keyof typeof WEIGHTS | GovernanceAction | ActionName
export const FULL_ACTIONS = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[]

/** Fees come by tickets here. */
const NOT_BY_HAND: readonly ActionName[] = ['ticketFees']

type Build = (scene: FullScene) => ContractCall | Promise<ContractCall>

function call(
  from: Address,
  contract: string,
  functionName: string,
  args: readonly unknown[] = [],
): ContractCall {
  return { from, contract, functionName, args }
}

function anyone({ random, cast }: FullScene): Address {
  return random.pick([...cast.orchestrators, ...cast.delegators])
}

/** Claims mostly what the list says; the pool that pays it is named, so that its logs can be read. */
async function claiming(scene: FullScene, change: (leaf: ClaimLeaf) => Partial<ClaimLeaf>) {
  const { h, random, claims, orchestrators } = scene
  const leaf = random.pick(claims)
  const pool = (await h.view('L2Migrator', 'delegatorPools', leaf.delegate)) as Address
  if (pool !== ZERO) h.know('DelegatorPool', pool)
  const { delegate, stakeWei, feesWei } = { ...leaf, ...change(leaf) }
  // Someone who has no stake yet and no orchestrator named goes to the former one, whoever that is.
  const to = random.chance(80) ? random.pick(orchestrators) : ZERO
  const proof = claimTree(claims).proof(leaf)
  return call(leaf.delegator, 'L2Migrator', 'claimStake', [delegate, stakeWei, feesWei, proof, to])
}

/** A message of the L1Migrator; the pool it may open is added to those who hold stake. */
async function migrating(scene: FullScene): Promise<ContractCall> {
  const { h, random, former, claims, alias } = scene
  const l1Addr = random.pick(former)
  const stake = 500n * LPT
  const listed = claims.reduce((sum, leaf) => (leaf.delegate === l1Addr ? sum + leaf.stakeWei : sum), 0n)
  const pool = await nextPoolAddress(scene)
  h.know('DelegatorPool', pool)
  scene.pools.add(pool)
  const params = {
    l1Addr,
    l2Addr: l1Addr,
    stake,
    delegatedStake: stake + listed,
    fees: ETH / 3n,
    delegate: l1Addr,
  }
  return call(alias, 'L2Migrator', 'finalizeMigrateDelegator', [params])
}

const BUILD: Record<keyof typeof WEIGHTS, Build> = {
  claim: (scene) => claiming(scene, () => ({})),
  claimWrongly: (scene) =>
    claiming(scene, ({ stakeWei, feesWei }) =>
      scene.random.pick([{ stakeWei: stakeWei + 1n }, { feesWei: feesWei + 1n }, { delegate: scene.alias }]),
    ),
  migrate: migrating,
  migrateLocks: ({ random, alias, delegators, orchestrators }) =>
    call(alias, 'L2Migrator', 'finalizeMigrateUnbondingLocks', [
      {
        l1Addr: random.pick(delegators),
        l2Addr: random.pick(delegators),
        total: random.amountBelow(90n * LPT),
        unbondingLockIds: [BigInt(random.below(4))],
        delegate: random.pick(orchestrators),
      },
    ]),
  migrateGateway: ({ random, alias, gateways }) => {
    const { address } = random.pick(gateways)
    const funds = { deposit: random.amountBelow(ETH), reserve: random.amountBelow(ETH) }
    return call(alias, 'L2Migrator', 'finalizeMigrateSender', [
      { l1Addr: address, l2Addr: address, ...funds },
    ])
  },
  createPoll: (scene) =>
    call(anyone(scene), 'PollCreator', 'createPoll', [toHex(`QmPoll${scene.polls.length}`)]),
  pollVote: (scene) => {
    const { h, random, polls } = scene
    const poll = random.chance(90) ? polls.at(-1) : polls.at(-2)
    if (!poll) return BUILD.createPoll(scene)
    h.know('Poll', poll)
    return call(anyone(scene), 'Poll', 'vote', [BigInt(random.chance(4) ? 2 : random.below(2))])
  },
  proposeMore: proposePayment,
  voteMore: async (scene) => {
    const { random } = scene
    const chosen = await someProposal(scene, 'Active')
    if (!chosen) return proposePayment(scene)
    // Mostly who makes a quorum; then their delegators take stake out of it, or did before.
    const from = random.chance(50) ? random.pick(scene.orchestrators) : anyone(scene)
    const support = random.weighted({ for: 6, against: 3, abstain: 1 })
    return call(from, 'LivepeerGovernor', 'castVote', [
      chosen.proposal.id,
      ['against', 'for', 'abstain'].indexOf(support),
    ])
  },
  slash: ({ random, verifier, orchestrators, delegators }) =>
    call(verifier, 'BondingManager', 'slashTranscoder', [
      random.pick(orchestrators),
      random.pick([ZERO, ...delegators]),
      random.chance(20) ? 1_000_000n : random.amountBelow(400_000n),
      random.amountBelow(1_000_001n),
    ]),
  serviceUri: (scene) =>
    call(scene.random.pick(scene.orchestrators), 'ServiceRegistry', 'setServiceURI', [
      `https://orchestrator.example:${scene.random.below(65_536)}`,
    ]),
  parameter: ({ h, random }) => {
    const [contract, functionName, value] = random.pick([
      ['BondingManager', 'setUnbondingPeriod', BigInt(1 + random.below(3))],
      ['BondingManager', 'setNumActiveTranscoders', BigInt(4 + random.below(3))],
      ['RoundsManager', 'setRoundLockAmount', BigInt(random.below(200_000))],
      ['Minter', 'setInflationChange', BigInt(random.below(5_000))],
      ['Minter', 'setTargetBondingRate', BigInt(random.below(1_000_000_000))],
      ['TicketBroker', 'setUnlockPeriod', BigInt(1 + random.below(3))],
    ] as const)
    return call(h.deployer, contract, functionName, [value])
  },
  roundLength: ({ h, random }) =>
    call(h.deployer, 'RoundsManager', 'setRoundLength', [BigInt(5_800 + random.below(400))]),
  pause: ({ h }) => call(h.deployer, 'Controller', 'pause'),
  unpause: ({ h }) => call(h.deployer, 'Controller', 'unpause'),
}

/**
 * Whether the orchestrator may be slashed here: not before the round is initialized, or it would be active without a pool and the
 * published index stop for good; and only while registered, since of a delegator's penalty the pool's order hears nothing.
 */
async function slashable({ h }: FullScene, orchestrator: Address): Promise<boolean> {
  const initialized = await h.view('RoundsManager', 'currentRoundInitialized')
  return Boolean(initialized && (await h.view('BondingManager', 'isRegisteredTranscoder', orchestrator)))
}

/** Chooses what happens next with any contract of the protocol. */
export async function chooseFullAction(
  scene: FullScene,
): Promise<{ action: FullAction; call: ContractCall }> {
  const { h, random, cast } = scene
  if ((await h.view('Controller', 'paused')) && random.chance(60)) {
    return { action: 'unpause', call: await BUILD.unpause(scene) }
  }
  const family = random.weighted({ staking: 40, governance: 24, rest: 36 })
  if (family === 'staking') return chooseAction(h, random, cast, NOT_BY_HAND)
  if (family === 'governance') return chooseGovernanceAction(scene)
  const action = random.weighted(WEIGHTS)
  const chosen = await BUILD[action](scene)
  if (action !== 'slash' || (await slashable(scene, chosen.args?.[0] as Address))) {
    return { action, call: chosen }
  }
  return { action: 'pollVote', call: await BUILD.pollVote(scene) }
}
