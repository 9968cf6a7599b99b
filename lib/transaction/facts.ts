import { type Address, type Client, hexToBigInt, numberToHex, zeroAddress } from 'viem'
import { bondingManagerViewsAbi } from '@/lib/contracts/abi/bonding-manager-views'
import { bondingVotesAbi } from '@/lib/contracts/abi/bonding-votes'
import { governorProposeAbi } from '@/lib/contracts/abi/governor-propose'
import { delegatorPoolAbi, l2MigratorAbi, merkleSnapshotAbi } from '@/lib/contracts/abi/l2-migrator'
import { livepeerGovernorAbi } from '@/lib/contracts/abi/livepeer-governor'
import { livepeerTokenAbi } from '@/lib/contracts/abi/livepeer-token'
import { pollCreatorAbi } from '@/lib/contracts/abi/poll-creator'
import { roundsManagerAbi } from '@/lib/contracts/abi/rounds-manager'
import { serviceRegistryAbi } from '@/lib/contracts/abi/service-registry'
import { ticketBrokerAbi } from '@/lib/contracts/abi/ticket-broker'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { CLAIM_LIST_ID } from '@/lib/contracts/claim-proof'
import { classifyError } from '@/lib/contracts/errors'
import { type LensOrchestrator, type LensState, readPlanLens } from '@/lib/contracts/lens/plan-lens'
import { idOfProposal } from '@/lib/contracts/proposal-call'
import { createReader, NoAnswer, type Reader } from '@/lib/contracts/read-at'
import { treasuryAction } from '@/lib/contracts/treasury-action'
import { type ProposalState, proposalStates } from '@/lib/protocol/treasury-vote'
import type { EarningsPool, UnbondingLock } from '@/lib/protocol/types'
import { takesFees } from '@/lib/transaction/fees-recipient'
import type { Intent } from '@/lib/transaction/types'
import type { GovernIntent } from '@/lib/transaction/verb-types'

/** An orchestrator's earnings pools that its next reward depends on. */
interface RewardPools {
  readonly atRound: EarningsPool
  readonly atLastReward: EarningsPool
  readonly atLastStakeUpdate: EarningsPool
}

/** An orchestrator's reward cut as its earnings pool of a round holds it. */
export interface EarlierCut {
  readonly round: bigint
  readonly rewardCutP6: bigint
}

/** How many rounds back earlier cuts are looked up, besides the last reward: a month and a quarter. */
const CUT_SAMPLES = [30n, 90n] as const

/** What a verb depends on besides the account's own stake, at the plan's block. Amounts in wei. */
export type Facts =
  | { readonly kind: 'none' }
  /** The network lacks a contract that the verb needs. */
  | { readonly kind: 'missing'; readonly what: string }
  /** Those of the named locks that exist, in the order named; for a rebond with earlier cuts of who takes them. */
  | {
      readonly kind: 'locks'
      readonly locks: readonly UnbondingLock[]
      readonly cuts: readonly EarlierCut[]
    }
  /** The receiver of a transfer, read as an account of its own, with earlier cuts of its own delegate. */
  | { readonly kind: 'receiver'; readonly lens: LensState; readonly cuts: readonly EarlierCut[] }
  /** Whether the recipient of fees takes them as they would be sent; null: not tried, or it cannot be told. */
  | { readonly kind: 'recipient'; readonly takesEth: boolean | null }
  | { readonly kind: 'checkpoint'; readonly has: boolean; readonly bondedWei: bigint }
  | { readonly kind: 'lock-window'; readonly roundLockAmountP6: bigint }
  /** `caller`: who besides the orchestrator may call reward; null for nobody. */
  | { readonly kind: 'reward'; readonly pools: RewardPools; readonly caller: Address | null }
  /** Cuts that the orchestrator that gains the stake had at earlier rewards of it, newest first. */
  | { readonly kind: 'earlier-cuts'; readonly cuts: readonly EarlierCut[] }
  | { readonly kind: 'caller'; readonly caller: Address | null }
  | { readonly kind: 'service'; readonly uri: string }
  | {
      readonly kind: 'gateway'
      readonly depositWei: bigint
      readonly reserveWei: bigint
      /** 0: no unlock was asked for since the last funding. */
      readonly withdrawRound: bigint
      readonly unlockPeriodRounds: bigint
    }
  | {
      readonly kind: 'claim'
      readonly enabled: boolean
      readonly migrated: boolean
      readonly root: `0x${string}`
      /** Where the listed delegate's delegators are paid from; null: straight from the migrator. */
      readonly pool: {
        readonly account: Address
        readonly lens: LensState
        readonly initialStakeWei: bigint
        readonly claimedWei: bigint
      } | null
    }
  | { readonly kind: 'poll-creation'; readonly neededWei: bigint; readonly periodBlocks: bigint }
  | {
      readonly kind: 'proposal'
      readonly proposalId: bigint
      /** null: the governor knows no such proposal. */
      readonly state: ProposalState | null
      readonly proposer: Address | null
      readonly powerWei: bigint
      readonly thresholdWei: bigint
      readonly delayRounds: bigint
      readonly periodRounds: bigint
      readonly treasuryLptWei: bigint
      readonly treasuryEthWei: bigint
      /** What the actions pay as far as their bytes say it. */
      readonly paysLptWei: bigint
      readonly paysEthWei: bigint
    }

interface Where {
  readonly client: Client
  readonly addresses: ContractAddresses
  readonly account: Address
  readonly block: bigint
  readonly lens: LensState
  readonly read: Reader
}

/**
 * Reads what an intent depends on besides the account's stake, at the block of `lens`. Rejects with viem's error when the
 * endpoint fails.
 */
export async function readFacts(
  client: Client,
  addresses: ContractAddresses,
  account: Address,
  intent: Intent,
  lens: LensState,
  block: bigint,
): Promise<Facts> {
  const at: Where = { client, addresses, account, block, lens, read: createReader(client, block) }
  switch (intent.verb) {
    case 'withdrawLocks':
      return { kind: 'locks', locks: await readLocks(at, intent.lockIds), cuts: [] }
    case 'rebondLocks': {
      const unbonded = lens.delegator.bondedAmount === 0n
      const [locks, cuts] = await Promise.all([
        readLocks(at, intent.lockIds),
        readEarlierCuts(at, unbonded ? lens.target : lens.delegate),
      ])
      return { kind: 'locks', locks, cuts }
    }
    case 'transferBond': {
      const subject = { account: intent.receiver, to: zeroAddress, lockId: 0n }
      const receiver = await readPlanLens(client, addresses, subject, block)
      return { kind: 'receiver', lens: receiver, cuts: await readEarlierCuts(at, receiver.delegate) }
    }
    case 'withdrawFees':
      return { kind: 'recipient', takesEth: await takesFees(client, addresses, account, intent, block) }
    case 'checkpointBondingState':
      return readCheckpoint(at, intent.of)
    case 'transcoder': {
      const roundLockAmountP6 = await at.read(
        addresses.RoundsManager,
        roundsManagerAbi,
        'roundLockAmount',
        [],
      )
      return { kind: 'lock-window', roundLockAmountP6 }
    }
    case 'reward':
      return readReward(at, account)
    case 'rewardForTranscoder':
      return readReward(at, intent.transcoder)
    case 'setRewardCaller':
      return { kind: 'caller', caller: await readCaller(at, account) }
    case 'setServiceURI': {
      const registry = addresses[intent.registry]
      if (!registry) return { kind: 'missing', what: intent.registry }
      return { kind: 'service', uri: await at.read(registry, serviceRegistryAbi, 'getServiceURI', [account]) }
    }
    case 'fundDeposit':
    case 'fundReserve':
    case 'fundDepositAndReserve':
    case 'unlock':
    case 'cancelUnlock':
    case 'withdraw':
      return readGateway(at)
    case 'claimStake':
      return readClaim(at, intent.delegate)
    case 'createPoll':
      return readPollCreation(at)
    case 'propose':
    case 'queue':
    case 'execute':
    case 'cancel':
      return readProposal(at, intent)
    case 'bond':
    case 'rebondFromUnbonded':
      return { kind: 'earlier-cuts', cuts: await readEarlierCuts(at, lens.target) }
    case 'rebond':
      return { kind: 'earlier-cuts', cuts: await readEarlierCuts(at, lens.delegate) }
    case 'approve':
    case 'unbond':
    case 'withdrawStake':
    case 'claimEarnings':
    case 'castVote':
    case 'votePoll':
    case 'resign':
    case 'initializeRound':
      return { kind: 'none' }
  }
}

async function readLocks(at: Where, ids: readonly bigint[]): Promise<readonly UnbondingLock[]> {
  const distinct = [...new Set(ids)]
  const found = await Promise.all(
    distinct.map(async (id): Promise<UnbondingLock> => {
      const args = [at.account, id] as const
      const [amount, withdrawRound] = await at.read(
        at.addresses.BondingManager,
        bondingManagerViewsAbi,
        'getDelegatorUnbondingLock',
        args,
      )
      return { id, amount, withdrawRound }
    }),
  )
  return found.filter(({ withdrawRound }) => withdrawRound > 0n)
}

async function readCheckpoint(at: Where, of: Address): Promise<Facts> {
  const [has, delegator] = await Promise.all([
    at.read(at.addresses.BondingVotes, bondingVotesAbi, 'hasCheckpoint', [of]),
    at.read(at.addresses.BondingManager, bondingManagerViewsAbi, 'getDelegator', [of]),
  ])
  return { kind: 'checkpoint', has, bondedWei: delegator[0] }
}

async function readCaller(at: Where, transcoder: Address): Promise<Address | null> {
  const caller = await at.read(
    at.addresses.BondingManager,
    bondingManagerViewsAbi,
    'transcoderToRewardCaller',
    [transcoder],
  )
  return caller === zeroAddress ? null : caller
}

async function readReward(at: Where, transcoder: Address): Promise<Facts> {
  const { record } = at.lens.target
  const rounds = [at.lens.round, record.lastRewardRound, record.lastActiveStakeUpdateRound] as const
  const [caller, ...pools] = await Promise.all([
    readCaller(at, transcoder),
    ...rounds.map((round) => readEarningsPool(at, transcoder, round)),
  ])
  const [atRound, atLastReward, atLastStakeUpdate] = pools
  if (!atRound || !atLastReward || !atLastStakeUpdate) throw new Error('three pools were read')
  return { kind: 'reward', caller, pools: { atRound, atLastReward, atLastStakeUpdate } }
}

/** A pool holds cuts once a reward or a ticket copied them there: before, all of it but the factors is 0 (contracts.md 6.2, 6.4). */
async function readEarlierCuts(at: Where, { id, record }: LensOrchestrator): Promise<readonly EarlierCut[]> {
  const back = CUT_SAMPLES.map((rounds) => at.lens.round - rounds)
  const rounds = [record.lastRewardRound, ...back].filter((round) => round > 0n)
  const cuts = await Promise.all(
    rounds.map(async (round) => ({ round, ...(await readEarningsPool(at, id, round)) })),
  )
  return cuts
    .filter(({ round, rewardCutP6, feeShareP6 }) => {
      return round === record.lastRewardRound || rewardCutP6 > 0n || feeShareP6 > 0n
    })
    .map(({ round, rewardCutP6 }) => ({ round, rewardCutP6 }))
}

async function readEarningsPool(at: Where, transcoder: Address, round: bigint): Promise<EarningsPool> {
  const [totalStake, rewardCutP6, feeShareP6, rewardFactorP27, feeFactorP27] = await at.read(
    at.addresses.BondingManager,
    bondingManagerViewsAbi,
    'getTranscoderEarningsPoolForRound',
    [transcoder, round],
  )
  return { totalStake, rewardCutP6, feeShareP6, rewardFactorP27, feeFactorP27 }
}

async function readGateway(at: Where): Promise<Facts> {
  const broker = at.addresses.TicketBroker
  if (!broker) return { kind: 'missing', what: 'TicketBroker' }
  const [[sender, reserve], unlockPeriodRounds] = await Promise.all([
    at.read(broker, ticketBrokerAbi, 'getSenderInfo', [at.account]),
    at.read(broker, ticketBrokerAbi, 'unlockPeriod', []),
  ])
  return {
    kind: 'gateway',
    depositWei: sender.deposit,
    withdrawRound: sender.withdrawRound,
    reserveWei: reserve.fundsRemaining,
    unlockPeriodRounds,
  }
}

async function readClaim(at: Where, delegate: Address): Promise<Facts> {
  const { L2Migrator, MerkleSnapshot } = at.addresses
  if (!L2Migrator || !MerkleSnapshot) return { kind: 'missing', what: 'L2Migrator' }
  const [enabled, migrated, root, account] = await Promise.all([
    at.read(L2Migrator, l2MigratorAbi, 'claimStakeEnabled', []),
    at.read(L2Migrator, l2MigratorAbi, 'migratedDelegators', [at.account]),
    at.read(MerkleSnapshot, merkleSnapshotAbi, 'snapshot', [CLAIM_LIST_ID]),
    at.read(L2Migrator, l2MigratorAbi, 'delegatorPools', [delegate]),
  ])
  if (account === zeroAddress) return { kind: 'claim', enabled, migrated, root, pool: null }
  const [lens, initialStakeWei, claimedWei] = await Promise.all([
    readPlanLens(at.client, at.addresses, { account, to: zeroAddress, lockId: 0n }, at.block),
    at.read(account, delegatorPoolAbi, 'initialStake', []),
    at.read(account, delegatorPoolAbi, 'claimedInitialStake', []),
  ])
  return { kind: 'claim', enabled, migrated, root, pool: { account, lens, initialStakeWei, claimedWei } }
}

async function readPollCreation(at: Where): Promise<Facts> {
  const creator = at.addresses.PollCreator
  if (!creator) return { kind: 'missing', what: 'PollCreator' }
  const [neededWei, periodBlocks] = await Promise.all([
    at.read(creator, pollCreatorAbi, 'POLL_CREATION_COST', []),
    at.read(creator, pollCreatorAbi, 'POLL_PERIOD', []),
  ])
  return { kind: 'poll-creation', neededWei, periodBlocks }
}

type ProposalIntent = Extract<GovernIntent, { calls: unknown }>

async function readProposal(at: Where, intent: ProposalIntent): Promise<Facts> {
  const { LivepeerGovernor: governor, Treasury, LivepeerToken, BondingVotes } = at.addresses
  if (!governor) return { kind: 'missing', what: 'LivepeerGovernor' }
  const proposalId = idOfProposal(intent)
  const known = async (): Promise<{ state: ProposalState; proposer: Address } | null> => {
    try {
      const [state, proposer] = await Promise.all([
        at.read(governor, livepeerGovernorAbi, 'state', [proposalId]),
        at.read(governor, livepeerGovernorAbi, 'proposalProposer', [proposalId]),
      ])
      return { state: proposalStates[state] ?? 'expired', proposer }
    } catch (error) {
      if (classifyError(error, 'endpoint').kind === 'reverted' || error instanceof NoAnswer) return null
      throw error
    }
  }
  const [proposal, powerWei, thresholdWei, delayRounds, periodRounds, treasuryLptWei, treasuryEth] =
    await Promise.all([
      known(),
      at.read(BondingVotes, bondingVotesAbi, 'getPastVotes', [at.account, at.lens.round - 1n]),
      at.read(governor, governorProposeAbi, 'proposalThreshold', []),
      at.read(governor, governorProposeAbi, 'votingDelay', []),
      at.read(governor, governorProposeAbi, 'votingPeriod', []),
      at.read(LivepeerToken, livepeerTokenAbi, 'balanceOf', [Treasury]),
      at.client.request({ method: 'eth_getBalance', params: [Treasury, numberToHex(at.block)] }),
    ])
  const actions = intent.calls.map((call) => treasuryAction(call, at.addresses))
  return {
    kind: 'proposal',
    proposalId,
    state: proposal?.state ?? null,
    proposer: proposal?.proposer ?? null,
    powerWei,
    thresholdWei,
    delayRounds,
    periodRounds,
    treasuryLptWei,
    treasuryEthWei: hexToBigInt(treasuryEth),
    paysLptWei: actions.reduce(
      (sum, action) => sum + (action.kind === 'lpt-transfer' ? action.amountWei : 0n),
      0n,
    ),
    paysEthWei: intent.calls.reduce((sum, { valueWei }) => sum + valueWei, 0n),
  }
}
