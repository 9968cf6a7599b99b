import { type Address, type Client, hexToBigInt, zeroAddress } from 'viem'
import type { ContractAddresses } from '@/lib/contracts/addresses'
import { type LensOrchestrator, type LensState, readPlanLens } from '@/lib/contracts/lens/plan-lens'
import type { CandidatePool } from '@/lib/protocol/orchestrator-status'
import type { DelegatorRecord, EarningsPool, TranscoderRecord, UnbondingLock } from '@/lib/protocol/types'
import { type Ballot, readBallot } from '@/lib/transaction/ballot'
import { type Facts, readFacts } from '@/lib/transaction/facts'
import type { Intent } from '@/lib/transaction/types'

/** An orchestrator, or an account that is none, as a plan sees it. Stake in wei. */
export interface OrchestratorState {
  readonly account: Address
  readonly registered: boolean
  /** Stake delegated to it. */
  readonly delegatedAmount: bigint
  readonly record: TranscoderRecord
}

/** Earnings pools of the account's delegate that its earnings and the next reward depend on. */
interface DelegatePools {
  readonly atLastClaim: EarningsPool
  readonly atRound: EarningsPool
  readonly atLastReward: EarningsPool
  readonly atLastFee: EarningsPool
  readonly atLastStakeUpdate: EarningsPool
}

/** The chain at one block as far as a plan needs it. Amounts in wei, rates with their base in the name. */
export interface PlanState {
  readonly chainId: number
  readonly block: bigint
  readonly account: Address
  /** `delegated`: an account with a private key whose code is set by EIP-7702. */
  readonly accountKind: 'key' | 'delegated' | 'contract'
  readonly paused: boolean
  readonly round: {
    readonly number: bigint
    readonly initialized: boolean
    readonly startBlock: bigint
    readonly lengthBlocks: bigint
    /** Protocol time: `RoundsManager.blockNum()`. */
    readonly blockNum: bigint
  }
  readonly unbondingPeriodRounds: bigint
  readonly ethWei: bigint
  readonly lptWei: bigint
  /** LPT the BondingManager may take. */
  readonly allowanceWei: bigint
  readonly delegator: DelegatorRecord
  readonly pendingStakeWei: bigint
  readonly pendingFeesWei: bigint
  /** The lock the intent names; amount and round 0 when there is none. */
  readonly lock: UnbondingLock
  /** The account's delegate; zeros when it has none. */
  readonly delegate: OrchestratorState
  readonly delegatePools: DelegatePools
  /** The account the intent delegates to; the present delegate when it names none. */
  readonly target: OrchestratorState
  readonly mintableWei: bigint
  readonly activeStakeWei: bigint
  readonly treasuryRewardCutRateP27: bigint
  readonly pool: CandidatePool
  readonly bondingManager: Address
  /** What a vote is about; null for staking. */
  readonly ballot: Ballot | null
  /** What the verb depends on besides all this. */
  readonly facts: Facts
}

/** What of an intent the lens reads: the orchestrator that gains stake, and a lock. */
function subjectOf(intent: Intent, account: Address): { to: Address; lockId: bigint } {
  const lockId = 'lockId' in intent ? intent.lockId : 0n
  switch (intent.verb) {
    case 'reward':
    case 'transcoder':
      return { to: account, lockId }
    case 'rewardForTranscoder':
      return { to: intent.transcoder, lockId }
    case 'claimStake':
      return { to: intent.newDelegate === zeroAddress ? intent.delegate : intent.newDelegate, lockId }
    default:
      return { to: 'to' in intent ? intent.to : zeroAddress, lockId }
  }
}

/**
 * Reads the state for an intent at the newest block. Rejects with viem's error when the endpoint fails;
 * `classifyError` makes a value of it.
 */
export async function readPlanState(
  client: Client,
  network: { chainId: number; addresses: ContractAddresses },
  account: Address,
  intent: Intent,
): Promise<PlanState> {
  const block = hexToBigInt(await client.request({ method: 'eth_blockNumber' }))
  const subject = subjectOf(intent, account)
  const [lens, ballot] = await Promise.all([
    readPlanLens(client, network.addresses, { account, ...subject }, block),
    readBallot(client, network.addresses, account, intent, block),
  ])
  const facts = await readFacts(client, network.addresses, account, intent, lens, block)
  return stateFromLens(lens, {
    ballot,
    facts,
    chainId: network.chainId,
    block,
    account,
    lockId: subject.lockId,
    bondingManager: network.addresses.BondingManager,
  })
}

function stateFromLens(
  lens: LensState,
  known: Pick<PlanState, 'chainId' | 'block' | 'account' | 'bondingManager' | 'ballot' | 'facts'> & {
    lockId: bigint
  },
): PlanState {
  const delegate = orchestratorFrom(lens.delegate)
  const [atLastClaim, atRound, atLastReward, atLastFee, atLastStakeUpdate] = lens.earningsPools
  return {
    chainId: known.chainId,
    block: known.block,
    account: known.account,
    accountKind: lens.code === '0x' ? 'key' : lens.code.startsWith('0xef0100') ? 'delegated' : 'contract',
    paused: lens.paused,
    round: {
      number: lens.round,
      initialized: lens.roundInitialized,
      startBlock: lens.roundStartBlock,
      lengthBlocks: lens.roundLength,
      blockNum: lens.blockNum,
    },
    unbondingPeriodRounds: lens.unbondingPeriod,
    ethWei: lens.ethWei,
    lptWei: lens.lptWei,
    allowanceWei: lens.allowanceWei,
    delegator: lens.delegator,
    pendingStakeWei: lens.pendingStake,
    pendingFeesWei: lens.pendingFees,
    lock: { id: known.lockId, ...lens.lock },
    delegate,
    delegatePools: {
      atLastClaim: poolFrom(atLastClaim),
      atRound: poolFrom(atRound),
      atLastReward: poolFrom(atLastReward),
      atLastFee: poolFrom(atLastFee),
      atLastStakeUpdate: poolFrom(atLastStakeUpdate),
    },
    target: lens.target.id === zeroAddress ? delegate : orchestratorFrom(lens.target),
    mintableWei: lens.mintable,
    activeStakeWei: lens.activeStake,
    treasuryRewardCutRateP27: lens.treasuryRewardCutRate,
    pool: { nodes: lens.pool, maxSize: Number(lens.poolMaxSize) },
    bondingManager: known.bondingManager,
    ballot: known.ballot,
    facts: known.facts,
  }
}

/** An orchestrator as the lens read it. */
export function orchestratorFrom(lens: LensOrchestrator): OrchestratorState {
  const { rewardCut, feeShare, ...record } = lens.record
  return {
    account: lens.id,
    registered: lens.registered,
    delegatedAmount: lens.totalStake,
    record: { ...record, rewardCutP6: rewardCut, feeShareP6: feeShare },
  }
}

function poolFrom(pool: LensState['earningsPools'][number]): EarningsPool {
  return {
    totalStake: pool.totalStake,
    rewardCutP6: pool.rewardCut,
    feeShareP6: pool.feeShare,
    rewardFactorP27: pool.rewardFactor,
    feeFactorP27: pool.feeFactor,
  }
}
