import { encodeDeployData, getAddress, toHex, zeroAddress } from 'viem'
import { expect } from 'vitest'
import { sendCall } from '@/devnet/chain/transact'
import { packClaim } from '@/devnet/deploy/claim-tree'
import { publishClaimsCalls } from '@/devnet/deploy/claims'
import { loadArtifact } from '@/devnet/solidity/artifact'
import type { StakingWorld, VerbCase } from '@/e2e/chain/verb-cases'
import { LPT } from '@/e2e/chain/world'
import { readClaimList } from '@/lib/contracts/claim-proof'
import type { Intent } from '@/lib/transaction/types'

const MILLI = 10n ** 15n
const byDelegator = ({ delegator }: StakingWorld) => delegator
const byFirst = ({ first }: StakingWorld) => first
const byNewcomer = ({ newcomer }: StakingWorld) => newcomer

/** Into the next round, with reward called by those who do. */
const turn = async ({ world }: StakingWorld) => world.nextRound()

/** The newcomer's entry among three on the published list, with what a snapshot file gives for it. */
const entries = ({ newcomer, first, leaver }: StakingWorld) => [
  { delegator: newcomer, delegate: first, stakeWei: 12n * LPT + 7n, feesWei: 3n * MILLI },
  { delegator: leaver, delegate: first, stakeWei: LPT, feesWei: 0n },
  { delegator: first, delegate: zeroAddress, stakeWei: 0n, feesWei: 5n * MILLI },
]

async function publish(staking: StakingWorld): Promise<void> {
  const { world } = staking
  for (const call of publishClaimsCalls(world.deployment, entries(staking))) {
    await sendCall(world.chain.request, call)
  }
}

/** The listed delegate has moved here, with the stake of its delegators in a pool that earns. */
async function publishWithPool(staking: StakingWorld): Promise<void> {
  const { world, first } = staking
  await publish(staking)
  const l2Addr = world.accounts[10]
  if (!l2Addr) throw new Error('too few accounts')
  const l1Migrator = BigInt((await world.read('L2Migrator', 'l1MigratorAddr')) as string)
  const offset = 0x1111000000000000000000000000000000001111n
  const alias = getAddress(toHex((l1Migrator + offset) % 2n ** 160n, { size: 20 }))
  await world.chain.request({ method: 'hardhat_impersonateAccount', params: [alias] })
  await world.chain.request({ method: 'hardhat_setBalance', params: [alias, '0x56bc75e2d63100000'] })
  await world.fund(getAddress(world.deployment.contracts.L2Migrator ?? zeroAddress), 600n * LPT)
  await world.send(alias, 'L2Migrator', 'finalizeMigrateDelegator', [
    { l1Addr: first, l2Addr, stake: 300n * LPT, delegatedStake: 500n * LPT, fees: 0n, delegate: first },
  ])
  await world.send(l2Addr, 'BondingManager', 'transcoder', [100_000, 500_000])
  await world.nextRound()
  await world.send(l2Addr, 'BondingManager', 'reward')
}

function claim(staking: StakingWorld, account = staking.newcomer, newDelegate = staking.second): Intent {
  const list = readClaimList(entries(staking).map(packClaim))
  if (list.state === 'unreadable') throw new Error(list.problem)
  const found = list.find(account)
  if (!found) throw new Error('not listed')
  const { delegate, stakeWei, feesWei } = found.entry
  return { verb: 'claimStake', delegate, stakeWei, feesWei, proof: found.proof, newDelegate }
}

/** Takes the record of the account's stake away, as it is for those who have not acted since votes are recorded. */
async function bondUnrecorded({ world, newcomer, first }: StakingWorld): Promise<void> {
  const id = '0x2a1b465fbcae519904f0fb11f93e73dfbeb47ec54530ec444279610af8cf06b2'
  const real = world.addresses.BondingVotes
  const { abi, bytecode } = loadArtifact('ManagerProxy')
  const target = '0x7de5a5b8ecd5bb031f348e5f6eaba02944a498be282a3242da27f5a559dbd5dc'
  const data = encodeDeployData({ abi, bytecode, args: [world.addresses.Controller, target] })
  const hash = await sendCall(world.chain.request, {
    label: 'other votes',
    from: world.deployer,
    data,
    gas: 5_000_000,
  })
  const receipt = (await world.chain.request({ method: 'eth_getTransactionReceipt', params: [hash] })) as {
    contractAddress: string
  }
  const commit = '0x'.padEnd(42, '0')
  await world.send(world.deployer, 'Controller', 'setContractInfo', [id, receipt.contractAddress, commit])
  await world.bond(newcomer, 5n * LPT, first)
  await world.send(world.deployer, 'Controller', 'setContractInfo', [id, real, commit])
}

const cutsOf = async ({ world, first }: StakingWorld) => {
  const record = (await world.read('BondingManager', 'getTranscoder', [first])) as readonly bigint[]
  return [record[1], record[2]]
}

/** Further staking, and what orchestrators do. */
export const furtherCases: readonly VerbCase[] = [
  {
    name: 'approve, taken back',
    account: byDelegator,
    intent: () => ({ verb: 'approve', amountWei: 0n }),
    prepare: async ({ world, delegator }) => {
      await world.send(delegator, 'LivepeerToken', 'approve', [world.addresses.BondingManager, 9n])
    },
    steps: 1,
    refused: { code: 'nothing-to-revoke' },
  },
  {
    name: 'transferBond to a new account',
    account: byDelegator,
    intent: ({ newcomer }) => ({ verb: 'transferBond', receiver: newcomer, amountWei: 30n * LPT }),
    steps: 1,
    check: async ({ world, newcomer, first }) => {
      expect(await world.position(newcomer)).toMatchObject({ stakeWei: 30n * LPT, delegate: first })
    },
    refused: {
      code: 'receiver-invalid',
      intent: ({ world }) => ({
        verb: 'transferBond',
        receiver: world.accounts[9] ?? zeroAddress,
        amountWei: LPT,
      }),
      prepare: async ({ world, delegator }) => {
        const nobody = world.accounts[9] ?? zeroAddress
        await world.send(delegator, 'BondingManager', 'bond', [0n, nobody])
        await world.nextRound()
      },
    },
  },
  {
    name: 'transferBond to an account with another delegate',
    account: byDelegator,
    intent: ({ second }) => ({ verb: 'transferBond', receiver: second, amountWei: 30n * LPT }),
    prepare: async ({ world, second }) => {
      await world.send(second, 'BondingManager', 'reward')
    },
    steps: 1,
    check: async ({ world, second }, plan) => {
      expect(plan.warnings).toContainEqual(expect.objectContaining({ code: 'receiver-other-delegate' }))
      for (const { orchestrator, afterWei } of plan.stakes) {
        expect(await world.read('BondingManager', 'transcoderTotalStake', [orchestrator])).toBe(afterWei)
      }
      expect((await world.position(second)).delegate).toBe(second)
    },
    refused: {
      code: 'receiver-would-forfeit',
      prepare: turn,
    },
  },
  {
    name: 'resign',
    account: byFirst,
    intent: () => ({ verb: 'resign' }),
    steps: 1,
    check: async ({ world, first }, plan) => {
      expect(plan.warnings).toContainEqual({ code: 'resigns', account: first })
      expect(await world.read('BondingManager', 'isRegisteredTranscoder', [first])).toBe(false)
    },
    refused: { code: 'not-orchestrator', account: byDelegator },
  },
  {
    name: 'withdrawLocks',
    account: byDelegator,
    intent: () => ({ verb: 'withdrawLocks', lockIds: [0n, 1n] }),
    prepare: async (staking) => {
      await turn(staking)
      await turn(staking)
    },
    steps: 2,
    refused: { code: 'lock-not-matured' },
  },
  {
    name: 'rebondLocks',
    account: byDelegator,
    intent: ({ first }) => ({ verb: 'rebondLocks', lockIds: [0n, 1n], to: first }),
    steps: 2,
    check: async ({ world }, plan) => {
      for (const { orchestrator, afterWei } of plan.stakes) {
        expect(await world.read('BondingManager', 'transcoderTotalStake', [orchestrator])).toBe(afterWei)
      }
    },
    refused: {
      code: 'locks-none',
      intent: ({ first }) => ({ verb: 'rebondLocks', lockIds: [7n], to: first }),
    },
  },
  {
    name: 'checkpointBondingState',
    account: byDelegator,
    intent: ({ newcomer }) => ({ verb: 'checkpointBondingState', of: newcomer }),
    prepare: bondUnrecorded,
    steps: 1,
    check: async ({ world, newcomer }) => {
      expect(await world.read('BondingVotes', 'hasCheckpoint', [newcomer])).toBe(true)
    },
    refused: {
      code: 'checkpointed-already',
      intent: ({ first }) => ({ verb: 'checkpointBondingState', of: first }),
    },
  },
  {
    name: 'claimStake',
    account: byNewcomer,
    intent: (staking) => claim(staking),
    prepare: publish,
    steps: 1,
    check: async ({ world, newcomer }) => {
      expect(await world.read('L2Migrator', 'migratedDelegators', [newcomer])).toBe(true)
    },
    refused: { code: 'claim-unproven' },
  },
  {
    name: 'claimStake of fees alone',
    account: byFirst,
    intent: (staking) => claim(staking, staking.first, zeroAddress),
    prepare: publish,
    steps: 1,
    check: async ({ world, first }) => {
      expect(await world.read('L2Migrator', 'migratedDelegators', [first])).toBe(true)
    },
    refused: {
      code: 'claim-done',
      prepare: async (staking) => {
        await publish(staking)
        const args = claim(staking, staking.first, zeroAddress)
        if (args.verb !== 'claimStake') throw new Error('not a claim')
        const values = [args.delegate, args.stakeWei, args.feesWei, args.proof, args.newDelegate]
        await staking.world.send(staking.first, 'L2Migrator', 'claimStake', values)
      },
    },
  },
  {
    name: 'claimStake from the pool of an orchestrator that migrated, after it earned',
    account: byNewcomer,
    intent: (staking) => claim(staking),
    prepare: publishWithPool,
    steps: 1,
    check: async ({ world, newcomer }, plan) => {
      expect(plan.after.stakeWei).toBeGreaterThan(12n * LPT + 7n)
      expect(plan.after.delegate).toBe(world.accounts[10])
      expect((await world.position(newcomer)).stakeWei).toBe(plan.after.stakeWei)
    },
    refused: { code: 'claim-unproven' },
  },
  {
    name: 'initializeRound',
    account: byNewcomer,
    intent: () => ({ verb: 'initializeRound' }),
    prepare: ({ world }) => world.enterNextRound(),
    steps: 1,
    check: async ({ world }) => {
      expect(await world.read('RoundsManager', 'currentRoundInitialized')).toBe(true)
    },
    refused: { code: 'round-started' },
  },
  {
    name: 'transcoder',
    account: byFirst,
    intent: () => ({ verb: 'transcoder', rewardCutP6: 250_000n, feeShareP6: 400_000n }),
    steps: 1,
    check: async (staking, plan) => {
      expect(await cutsOf(staking)).toEqual([250_000n, 400_000n])
      expect(plan.warnings).toContainEqual({ code: 'cuts-rise', reward: true, fees: true })
    },
    refused: { code: 'must-reward-first', prepare: turn },
  },
  {
    name: 'reward',
    account: ({ second }) => second,
    intent: () => ({ verb: 'reward' }),
    steps: 1,
    check: async ({ world, second }, plan) => {
      const [change] = plan.stakes
      expect(await world.read('BondingManager', 'transcoderTotalStake', [second])).toBe(change?.afterWei)
    },
    refused: { code: 'reward-called', account: byFirst },
  },
  {
    name: 'rewardForTranscoder',
    account: byDelegator,
    intent: ({ first }) => ({ verb: 'rewardForTranscoder', transcoder: first }),
    prepare: async ({ world, first, delegator }) => {
      await world.send(first, 'BondingManager', 'setRewardCaller', [delegator])
      await world.nextRound()
    },
    steps: 1,
    check: async ({ world, first }, plan) => {
      const [change] = plan.stakes
      expect(await world.read('BondingManager', 'transcoderTotalStake', [first])).toBe(change?.afterWei)
    },
    refused: { code: 'not-reward-caller' },
  },
  {
    name: 'setRewardCaller',
    account: byFirst,
    intent: ({ newcomer }) => ({ verb: 'setRewardCaller', caller: newcomer }),
    steps: 1,
    check: async ({ world, first, newcomer }) => {
      expect(await world.read('BondingManager', 'transcoderToRewardCaller', [first])).toBe(newcomer)
    },
    refused: {
      code: 'unchanged',
      intent: () => ({ verb: 'setRewardCaller', caller: zeroAddress }),
    },
  },
  ...(['ServiceRegistry', 'AIServiceRegistry'] as const).map(
    (registry): VerbCase => ({
      name: `setServiceURI of the ${registry}`,
      account: byFirst,
      intent: () => ({ verb: 'setServiceURI', registry, uri: 'https://node.example:8935' }),
      steps: 1,
      check: async ({ world, first }) => {
        expect(await world.read(registry, 'getServiceURI', [first])).toBe('https://node.example:8935')
      },
      refused: {
        code: 'uri-invalid',
        intent: () => ({ verb: 'setServiceURI', registry, uri: 'node.example' }),
      },
    }),
  ),
]
