import { type Address, getAddress, keccak256, numberToHex, slice, toHex } from 'viem'
import {
  type ContractCall,
  dryRun,
  type EventLog,
  type Outcome,
  type Revert,
  readContract,
  transact,
} from '@/devnet/contracts-test/call-contract'
import { accountOf } from '@/devnet/deploy/accounts'
import { deployCore } from '@/devnet/deploy/deploy-core'
import type { Chain, Deployment, ProtocolParams } from '@/devnet/types'

export const LPT = 10n ** 18n
export const ETH = 10n ** 18n
export const ZERO: Address = '0x0000000000000000000000000000000000000000'
export const MAX_UINT = 2n ** 256n - 1n

/** Enough for any test and few enough that mining them is free. */
const ROUND_LENGTH = 200n

export interface DelegatorState {
  bondedAmount: bigint
  fees: bigint
  delegateAddress: Address
  delegatedAmount: bigint
  startRound: bigint
  lastClaimRound: bigint
  nextUnbondingLockId: bigint
}

export interface TranscoderState {
  lastRewardRound: bigint
  rewardCut: bigint
  feeShare: bigint
  lastActiveStakeUpdateRound: bigint
  activationRound: bigint
  deactivationRound: bigint
  activeCumulativeRewards: bigint
  cumulativeRewards: bigint
  cumulativeFees: bigint
  lastFeeRound: bigint
}

export interface EarningsPoolState {
  totalStake: bigint
  rewardCut: bigint
  feeShare: bigint
  cumulativeRewardFactor: bigint
  cumulativeFeeFactor: bigint
}

/** The deployed protocol on an in-process chain, with the few moves every contract test makes. */
export interface Harness {
  readonly chain: Chain
  readonly deployment: Deployment
  readonly deployer: Address
  readonly broker: Address
  readonly treasury: Address
  /** An unlocked account with ETH, LPT and an allowance to the BondingManager; the same name gives the same address. */
  account(name: string, lptWei?: bigint): Promise<Address>
  /** Sends a transaction that may revert. */
  attempt(call: ContractCall): Promise<Outcome>
  /** Sends a transaction that must succeed; returns its logs. */
  send(
    from: Address,
    contract: string,
    functionName: string,
    args?: readonly unknown[],
    valueWei?: bigint,
  ): Promise<EventLog[]>
  /** The same for the BondingManager. */
  bm(from: Address, functionName: string, ...args: unknown[]): Promise<EventLog[]>
  /** Sends a transaction that must revert; returns the reason. */
  revertOf(
    from: Address,
    contract: string,
    functionName: string,
    args?: readonly unknown[],
    valueWei?: bigint,
  ): Promise<Revert>
  /** Reason of a failing read. */
  viewRevert(contract: string, functionName: string, args?: readonly unknown[]): Promise<Revert | undefined>
  view(contract: string, functionName: string, ...args: unknown[]): Promise<unknown>
  bigint(contract: string, functionName: string, ...args: unknown[]): Promise<bigint>
  /** Moves to the first block of the round without initializing it. */
  mineToRound(round: bigint): Promise<void>
  mineBlocks(count: bigint): Promise<void>
  /** Starts and initializes the next round; returns its number. */
  nextRound(): Promise<bigint>
  /** ETH of redeemed tickets enters: the broker deposits it with the Minter and credits the orchestrator. */
  ticketFees(orchestrator: Address, wei: bigint): Promise<EventLog[]>
  delegator(address: Address): Promise<DelegatorState>
  transcoder(address: Address): Promise<TranscoderState>
  earningsPool(address: Address, round: bigint): Promise<EarningsPoolState>
  /** [pendingStake, pendingFees] */
  pending(address: Address): Promise<[bigint, bigint]>
  /** Pool members from most to least stake. */
  poolOrder(): Promise<Address[]>
  /** Runs `work` and puts the chain back where it was. */
  undoing<T>(work: () => Promise<T>): Promise<T>
}

function named<Keys extends readonly string[]>(keys: Keys, values: unknown): Record<Keys[number], never> {
  const list = values as readonly unknown[]
  return Object.fromEntries(keys.map((key, index) => [key, list[index]])) as Record<Keys[number], never>
}

const DELEGATOR_KEYS = [
  'bondedAmount',
  'fees',
  'delegateAddress',
  'delegatedAmount',
  'startRound',
  'lastClaimRound',
  'nextUnbondingLockId',
] as const
const TRANSCODER_KEYS = [
  'lastRewardRound',
  'rewardCut',
  'feeShare',
  'lastActiveStakeUpdateRound',
  'activationRound',
  'deactivationRound',
  'activeCumulativeRewards',
  'cumulativeRewards',
  'cumulativeFees',
  'lastFeeRound',
] as const
const POOL_KEYS = [
  'totalStake',
  'rewardCut',
  'feeShare',
  'cumulativeRewardFactor',
  'cumulativeFeeFactor',
] as const

/** Deploys the protocol's core on the chain with short rounds unless `params` says otherwise; no round is initialized yet. */
export async function createHarness(chain: Chain, params: Partial<ProtocolParams> = {}): Promise<Harness> {
  const deployment = await deployCore(chain, { roundLengthBlocks: ROUND_LENGTH, ...params })
  const deployer = getAddress(accountOf(deployment.accounts, 'deployer'))
  const broker = getAddress(accountOf(deployment.accounts, 'ticket-broker'))
  const treasury = getAddress(accountOf(deployment.accounts, 'treasury'))
  let known = new Set<Address>()

  const view = (contract: string, functionName: string, ...args: unknown[]) =>
    readContract(chain, deployment, contract, functionName, args)
  const bigint = async (contract: string, functionName: string, ...args: unknown[]) =>
    (await view(contract, functionName, ...args)) as bigint
  const attempt = (call: ContractCall) => transact(chain, deployment, call)

  const send: Harness['send'] = async (from, contract, functionName, args = [], valueWei) => {
    const outcome = await attempt({
      from,
      contract,
      functionName,
      args,
      ...(valueWei === undefined ? {} : { valueWei }),
    })
    if (outcome.state === 'reverted') {
      throw new Error(`${contract}.${functionName} reverted: ${describeRevert(outcome.revert)}`)
    }
    return outcome.logs
  }

  const account: Harness['account'] = async (name, lptWei = 0n) => {
    const address = getAddress(slice(keccak256(toHex(name)), 12))
    if (!known.has(address)) {
      known.add(address)
      await chain.request({ method: 'hardhat_impersonateAccount', params: [address] })
      await chain.request({ method: 'hardhat_setBalance', params: [address, numberToHex(1_000_000n * ETH)] })
      await send(address, 'LivepeerToken', 'approve', [deployment.contracts.BondingManager, MAX_UINT])
    }
    if (lptWei > 0n) await send(deployer, 'LivepeerToken', 'transfer', [address, lptWei])
    return address
  }

  const mineToRound = async (round: bigint) => {
    const [start, current, length, head] = await Promise.all([
      bigint('RoundsManager', 'currentRoundStartBlock'),
      bigint('RoundsManager', 'currentRound'),
      bigint('RoundsManager', 'roundLength'),
      bigint('RoundsManager', 'blockNum'),
    ])
    const target = start + (round - current) * length
    if (target > head) await mineBlocks(target - head)
  }
  const mineBlocks = async (count: bigint) => {
    await chain.request({ method: 'hardhat_mine', params: [numberToHex(count), '0xc'] })
  }

  return {
    chain,
    deployment,
    deployer,
    broker,
    treasury,
    account,
    attempt,
    send,
    view,
    bigint,
    mineToRound,
    mineBlocks,
    bm: (from, functionName, ...args) => send(from, 'BondingManager', functionName, args),
    revertOf: async (from, contract, functionName, args = [], valueWei) => {
      const outcome = await attempt({
        from,
        contract,
        functionName,
        args,
        ...(valueWei === undefined ? {} : { valueWei }),
      })
      if (outcome.state === 'mined') throw new Error(`${contract}.${functionName} did not revert`)
      return outcome.revert
    },
    viewRevert: (contract, functionName, args = []) =>
      dryRun(chain, deployment, { from: deployer, contract, functionName, args }),
    nextRound: async () => {
      const round = (await bigint('RoundsManager', 'currentRound')) + 1n
      await mineToRound(round)
      await send(deployer, 'RoundsManager', 'initializeRound')
      return round
    },
    ticketFees: async (orchestrator, wei) => {
      await send(broker, 'Minter', 'depositETH', [], wei)
      return send(broker, 'BondingManager', 'updateTranscoderWithFees', [orchestrator, wei, 0n])
    },
    delegator: async (address) =>
      named(DELEGATOR_KEYS, await view('BondingManager', 'getDelegator', address)),
    transcoder: async (address) =>
      named(TRANSCODER_KEYS, await view('BondingManager', 'getTranscoder', address)),
    earningsPool: async (address, round) =>
      named(POOL_KEYS, await view('BondingManager', 'getTranscoderEarningsPoolForRound', address, round)),
    pending: (address) =>
      Promise.all([
        bigint('BondingManager', 'pendingStake', address, 0n),
        bigint('BondingManager', 'pendingFees', address, 0n),
      ]),
    poolOrder: async () => {
      const order: Address[] = []
      let member = (await view('BondingManager', 'getFirstTranscoderInPool')) as Address
      while (member !== ZERO) {
        order.push(member)
        member = (await view('BondingManager', 'getNextTranscoderInPool', member)) as Address
      }
      return order
    },
    undoing: async (work) => {
      const snapshot = await chain.request({ method: 'evm_snapshot' })
      const knownBefore = new Set(known)
      try {
        return await work()
      } finally {
        known = knownBefore
        await chain.request({ method: 'evm_revert', params: [snapshot] })
      }
    },
  }
}

/** A revert in one line, for messages and tables. */
export function describeRevert(revert: Revert): string {
  switch (revert.kind) {
    case 'text':
      return revert.text
    case 'panic':
      return `Panic(0x${revert.code.toString(16).padStart(2, '0')})`
    case 'custom':
      return `${revert.name}(${revert.args.map(String).join(', ')})`
    case 'empty':
      return 'no reason'
  }
}
