import { type Address, getAddress } from 'viem'
import { bondingManagerViewsAbi } from '@/lib/contracts/abi/bonding-manager-views'
import { multicallBytes, readChain, toNumber } from '@/lib/data/chain-client'
import { readCore } from '@/lib/data/core'
import { indexNumber, indexWei } from '@/lib/data/index-figures'
import { readEarningsPools } from '@/lib/data/ledger-lens'
import { type Rows, readRows } from '@/lib/data/pages'
import { load, type Reading } from '@/lib/data/reading'
import type { Loaded } from '@/lib/data/types'
import { contractAddresses } from '@/lib/network/deployment'
import { earningsBetween, latestFactors, NO_FACTORS } from '@/lib/protocol/earnings'
import { P9 } from '@/lib/protocol/fixed-point'
import type { EarningsPool } from '@/lib/protocol/types'
import { delegatorsOfDocument } from '@/lib/subgraph/documents/delegators-of'
import { querySubgraph } from '@/lib/subgraph/query'

/** One account bonded to an orchestrator. */
export interface DelegatorRow {
  address: Address
  /** The orchestrator's bond to itself. */
  self: boolean
  /** Stake with unclaimed rewards. */
  stakeWei: bigint
  /** Stake at its last claim. */
  bondedWei: bigint
  /** Fees (ETH) to withdraw, unclaimed ones included. */
  feesWei: bigint
  /** stake / all stake bonded to the orchestrator, rounded down. */
  shareP9: bigint
  /** Round from which its present bond counts. */
  startRound: number
  lastClaimRound: number
}

/** Everyone bonded to one orchestrator (3.5). */
export interface DelegatorsView {
  orchestrator: Address
  round: number
  /** Stake bonded to it as the chain has it; the rows' sum differs by wei of rounding and by what the index lacks. */
  totalStakeWei: bigint
  /** Most stake first; null: the index, which alone lists accounts, did not answer. */
  rows: readonly DelegatorRow[] | null
}

interface IndexRow {
  id: string
  bondedAmount: string
  fees: string
  startRound: string
  lastClaimRound: { id: string } | null
}

interface OrchestratorReading {
  totalStakeWei: bigint
  lastRewardRound: number
  lastFeeRound: number
  cumulativeRewards: bigint
  cumulativeFees: bigint
}

function readOrchestrator(reading: Reading, address: Address): Promise<OrchestratorReading> {
  return reading.chain(`delegators-of/${address}`, async (block) => {
    const { BondingManager, Multicall3 } = await contractAddresses()
    const bonding = { address: BondingManager, abi: bondingManagerViewsAbi, args: [address] } as const
    const [transcoder, totalStakeWei] = await readChain((client) =>
      client.multicall({
        allowFailure: false,
        blockNumber: BigInt(block),
        multicallAddress: Multicall3,
        batchSize: multicallBytes,
        contracts: [
          { ...bonding, functionName: 'getTranscoder' },
          { ...bonding, functionName: 'transcoderTotalStake' },
        ],
      }),
    )
    return {
      totalStakeWei,
      lastRewardRound: toNumber(transcoder[0]),
      lastFeeRound: toNumber(transcoder[9]),
      cumulativeRewards: transcoder[7],
      cumulativeFees: transcoder[8],
    }
  })
}

/**
 * What each account's stake has grown to, from the orchestrator's factors: one pair of reads per distinct claim round
 * instead of one per account (contracts.md 6.5).
 */
function grown(
  row: IndexRow,
  orchestrator: OrchestratorReading & { address: Address; round: number },
  pools: ReadonlyMap<number, EarningsPool>,
): Omit<DelegatorRow, 'shareP9'> {
  const bondedWei = indexWei(row.bondedAmount)
  const storedFeesWei = indexWei(row.fees)
  const lastClaimRound = row.lastClaimRound ? indexNumber(row.lastClaimRound.id) : 0
  const self = row.id === orchestrator.address.toLowerCase()
  const at = (round: number) => pools.get(round) ?? NO_FACTORS
  const end = latestFactors({
    round: BigInt(orchestrator.round),
    lastRewardRound: BigInt(orchestrator.lastRewardRound),
    lastFeeRound: BigInt(orchestrator.lastFeeRound),
    atRound: at(orchestrator.round),
    atLastReward: at(orchestrator.lastRewardRound),
    atLastFee: at(orchestrator.lastFeeRound),
  })
  const { stake, fees } =
    lastClaimRound >= orchestrator.round
      ? { stake: bondedWei, fees: storedFeesWei }
      : earningsBetween({ bondedAmount: bondedWei, fees: storedFeesWei }, at(lastClaimRound), end)
  return {
    address: getAddress(row.id),
    self,
    stakeWei: stake + (self ? orchestrator.cumulativeRewards : 0n),
    bondedWei,
    feesWei: fees + (self ? orchestrator.cumulativeFees : 0n),
    startRound: indexNumber(row.startRound),
    lastClaimRound,
  }
}

async function buildDelegators(reading: Reading, address: Address): Promise<DelegatorsView> {
  const id = address.toLowerCase()
  const [core, own, listed] = await Promise.all([
    readCore(reading),
    readOrchestrator(reading, address),
    reading.index(`delegators-of/${id}`, 'per-minute', () =>
      readRows<Awaited<ReturnType<typeof ask>>, IndexRow>(ask, ({ delegators }) => delegators),
    ),
  ])
  const round = toNumber(core.round)
  return {
    orchestrator: address,
    round,
    totalStakeWei: own.totalStakeWei,
    rows: listed && (await withEarnings(reading, { ...own, address, round }, listed)),
  }

  async function ask(after: string, block: { number_gte: number } | { number: number }) {
    return querySubgraph(delegatorsOfDocument, { delegate: id, after, block })
  }
}

async function withEarnings(
  reading: Reading,
  orchestrator: OrchestratorReading & { address: Address; round: number },
  listed: Rows<IndexRow>,
): Promise<DelegatorRow[]> {
  const claims = listed.rows.flatMap(({ lastClaimRound }) =>
    lastClaimRound ? [indexNumber(lastClaimRound.id)] : [],
  )
  const rounds = [...new Set([...claims, orchestrator.lastRewardRound, orchestrator.lastFeeRound])]
    .filter((round) => round > 0)
    .sort((left, right) => left - right)
  const pools = await readEarningsPools(
    reading,
    orchestrator.address,
    rounds,
    rounds[0] ?? 0,
    orchestrator.round,
  )
  const rows = listed.rows.map((row) => grown(row, orchestrator, pools))
  const total = orchestrator.totalStakeWei
  return rows
    .map((row) => ({ ...row, shareP9: total === 0n ? 0n : (row.stakeWei * P9) / total }))
    .sort((left, right) =>
      left.stakeWei === right.stakeWei
        ? left.address.localeCompare(right.address)
        : left.stakeWei < right.stakeWei
          ? 1
          : -1,
    )
}

/** Everyone bonded to an orchestrator; empty for an address nobody delegates to. */
export function loadDelegators(address: Address): Promise<Loaded<DelegatorsView>> {
  const account = getAddress(address)
  return load((reading) => buildDelegators(reading, account))
}
