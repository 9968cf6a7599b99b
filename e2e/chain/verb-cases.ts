import type { Address } from 'viem'
import { LPT, World } from '@/e2e/chain/world'
import type { Intent, Plan, Refusal } from '@/lib/transaction/types'

/** A world in which every verb can be done by somebody. */
export interface StakingWorld {
  world: World
  first: Address
  second: Address
  /** Bonded to `first` with earnings, a matured lock (0), a waiting one (1), LPT and no allowance. */
  delegator: Address
  /** Fully unbonded, with lock 0. */
  leaver: Address
  /** LPT and nothing else. */
  newcomer: Address
}

export async function createStakingWorld(): Promise<StakingWorld> {
  const world = await World.create()
  const [first, second, delegator, leaver, newcomer] = world.accounts
  if (!first || !second || !delegator || !leaver || !newcomer) throw new Error('too few accounts')
  for (const orchestrator of [first, second]) {
    await world.bond(orchestrator, 500n * LPT, orchestrator)
    await world.send(orchestrator, 'BondingManager', 'transcoder', [100_000, 500_000])
  }
  await world.bond(delegator, 300n * LPT, first)
  await world.bond(leaver, 40n * LPT, first)
  await world.nextRound()
  await world.send(delegator, 'BondingManager', 'unbond', [20n * LPT])
  await world.send(leaver, 'BondingManager', 'unbond', [40n * LPT])
  for (let round = 0; round < 3; round += 1) {
    await world.send(first, 'BondingManager', 'reward')
    await world.send(world.ticketBroker, 'BondingManager', 'updateTranscoderWithFees', [
      first,
      10n ** 18n,
      0n,
    ])
    await world.nextRound()
  }
  // Claims and a later lock, then a round in which there is something to claim again.
  await world.send(delegator, 'BondingManager', 'unbond', [10n * LPT])
  await world.send(first, 'BondingManager', 'reward')
  await world.nextRound()
  await world.send(first, 'BondingManager', 'reward')
  await world.chain.request({
    method: 'hardhat_setBalance',
    params: [world.addresses.Minter, '0x56bc75e2d63100000'],
  })
  await world.fund(delegator, 1_000n * LPT)
  await world.fund(newcomer, 1_000n * LPT)
  return { world, first, second, delegator, leaver, newcomer }
}

/** One thing a person does. */
export interface VerbCase {
  name: string
  account: (staking: StakingWorld) => Address
  intent: (staking: StakingWorld) => Intent
  /** Further state the case needs. */
  prepare?: (staking: StakingWorld) => Promise<void>
  steps: number
  /** What the chain must hold afterwards besides the account's position. */
  check?: (staking: StakingWorld, plan: Plan) => Promise<void>
  /** A state in which it is refused, and the refusal. */
  refused?: {
    code: Refusal['code']
    prepare?: (staking: StakingWorld) => Promise<void>
    intent?: (staking: StakingWorld) => Intent
    account?: (staking: StakingWorld) => Address
  }
}

const byDelegator = ({ delegator }: StakingWorld) => delegator

export const verbCases: readonly VerbCase[] = [
  {
    name: 'approve',
    account: byDelegator,
    intent: () => ({ verb: 'approve', amountWei: 5n * LPT }),
    steps: 1,
  },
  {
    name: 'bond, first delegation with approval',
    account: ({ newcomer }) => newcomer,
    intent: ({ first }) => ({ verb: 'bond', amountWei: 10n * LPT + 1n, to: first }),
    steps: 2,
  },
  {
    name: 'bond, adding with enough allowance',
    account: byDelegator,
    intent: ({ first }) => ({ verb: 'bond', amountWei: 7n * LPT, to: first }),
    prepare: ({ world, delegator }) =>
      world
        .send(delegator, 'LivepeerToken', 'approve', [world.addresses.BondingManager, 9n * LPT])
        .then(() => undefined),
    steps: 1,
  },
  {
    name: 'bond, moving the whole stake',
    account: byDelegator,
    intent: ({ second }) => ({ verb: 'bond', amountWei: 0n, to: second }),
    steps: 1,
  },
  { name: 'unbond', account: byDelegator, intent: () => ({ verb: 'unbond', amountWei: 5n * LPT }), steps: 1 },
  { name: 'rebond', account: byDelegator, intent: () => ({ verb: 'rebond', lockId: 1n }), steps: 1 },
  {
    name: 'rebondFromUnbonded',
    account: ({ leaver }) => leaver,
    intent: ({ second }) => ({ verb: 'rebondFromUnbonded', lockId: 0n, to: second }),
    steps: 1,
  },
  {
    name: 'withdrawStake',
    account: byDelegator,
    intent: () => ({ verb: 'withdrawStake', lockId: 0n }),
    steps: 1,
  },
  {
    name: 'withdrawFees',
    account: byDelegator,
    intent: ({ delegator }) => ({ verb: 'withdrawFees', recipient: delegator, amountWei: 10n ** 15n }),
    steps: 1,
  },
  { name: 'claimEarnings', account: byDelegator, intent: () => ({ verb: 'claimEarnings' }), steps: 1 },
]
