import type { Address } from 'viem'
import { bondingVotesAbi } from '@/lib/contracts/abi/bonding-votes'
import { roundsManagerAbi } from '@/lib/contracts/abi/rounds-manager'
import { multicallBytes, readChain, toNumber } from '@/lib/data/chain-client'
import type { Core } from '@/lib/data/core'
import { estimatedStart } from '@/lib/data/governance-dates'
import type { DateView } from '@/lib/data/governance-types'
import { indexNumber, indexWei } from '@/lib/data/index-figures'
import { keyOf } from '@/lib/data/poll-votes'
import type { Reading } from '@/lib/data/reading'
import { contractAddresses } from '@/lib/network/deployment'
import { settings } from '@/lib/network/settings'
import { isPollOpen } from '@/lib/protocol/poll-tally'
import { type RoundAnchor, roundAt, startBlockOfRound } from '@/lib/protocol/rounds'
import { roundOfBlockDocument } from '@/lib/subgraph/documents/rounds'
import { roundsOfBlocksDocument } from '@/lib/subgraph/documents/rounds-of-blocks'
import { type IndexedAt, indexedAt } from '@/lib/subgraph/meta'
import { querySubgraph } from '@/lib/subgraph/query'

/** What the end of a poll says: when it is or was, and the active stake of its round. */
export interface PollEnd {
  endsAt: DateView | null
  totalStakeWei: bigint | null
}

interface RoundRecord {
  number: number
  startBlock: number
  /** First block of the next one. */
  endBlock: number
  startedAt: number
  activeStakeWei: bigint
}

/** Whether a poll ended so long ago that no index in use can be behind its end. */
export function isLongOver(
  { startBlock, roundLength }: Pick<Core, 'startBlock' | 'roundLength'>,
  { endBlock }: { endBlock: number },
): boolean {
  return BigInt(endBlock) < startBlock - 2n * roundLength
}

function recordOf(row: {
  id: string
  startBlock: string
  endBlock: string
  startTimestamp: number
  totalActiveStake: string
}): RoundRecord {
  return {
    number: indexNumber(row.id),
    startBlock: indexNumber(row.startBlock),
    endBlock: indexNumber(row.endBlock),
    startedAt: row.startTimestamp,
    activeStakeWei: indexWei(row.totalActiveStake),
  }
}

/** The rounds that hold blocks, all in one question; a block of a round that was never initialised has none. */
async function readRoundsOfBlocks(
  blocks: readonly number[],
): Promise<{ rounds: readonly RoundRecord[]; indexedAt: IndexedAt }> {
  const holding = blocks.map((block) => ({
    startBlock_lte: `${block}`,
    // The first block of the next round.
    endBlock_gt: `${block}`,
    initialized: true,
  }))
  const answer = await querySubgraph(roundsOfBlocksDocument, { holding })
  return { rounds: answer.rounds.map(recordOf), indexedAt: indexedAt(answer._meta) }
}

/** The last initialised round before a block, for blocks of rounds that were not. */
async function readRoundBefore(block: number): Promise<{ round: RoundRecord | null; indexedAt: IndexedAt }> {
  const answer = await querySubgraph(roundOfBlockDocument, { block: `${block}` })
  const [row] = answer.rounds
  return { round: row ? recordOf(row) : null, indexedAt: indexedAt(answer._meta) }
}

/** The index's records of the rounds in which polls ended, by end block. */
async function readRecords(
  reading: Reading,
  core: Core,
  endBlocks: readonly number[],
): Promise<ReadonlyMap<number, RoundRecord>> {
  const wanted = [...new Set(endBlocks)].toSorted((a, b) => a - b)
  if (wanted.length === 0) return new Map()
  const freshness = wanted.every((endBlock) => isLongOver(core, { endBlock })) ? 'immutable' : 'per-round'
  const known = await reading.index(`rounds-of-blocks/${wanted.join()}`, freshness, () =>
    readRoundsOfBlocks(wanted),
  )
  const records = new Map<number, RoundRecord>()
  if (!known) return records
  await Promise.all(
    wanted.map(async (block) => {
      const record =
        known.rounds.find(({ startBlock, endBlock }) => startBlock <= block && block < endBlock) ??
        (await reading.index(`round-before/${block}`, freshness, () => readRoundBefore(block)))?.round
      if (record) records.set(block, record)
    }),
  )
  return records
}

async function readAnchor(reading: Reading, core: Core): Promise<RoundAnchor> {
  const anchor = await reading.chain('round-anchor', async (block) => {
    const { RoundsManager, Multicall3 } = await contractAddresses()
    const rounds = { address: RoundsManager, abi: roundsManagerAbi } as const
    return readChain((client) =>
      client.multicall({
        allowFailure: false,
        blockNumber: BigInt(block),
        multicallAddress: Multicall3,
        batchSize: multicallBytes,
        contracts: [
          { ...rounds, functionName: 'lastRoundLengthUpdateRound' },
          { ...rounds, functionName: 'lastRoundLengthUpdateStartBlock' },
        ],
      }),
    )
  })
  const [lastRoundLengthUpdateRound, lastRoundLengthUpdateStartBlock] = anchor
  return { roundLength: core.roundLength, lastRoundLengthUpdateRound, lastRoundLengthUpdateStartBlock }
}

/** Active stake of rounds by BondingVotes; 0 for those before it kept records (contracts.md section 7). */
async function readActiveStakes(
  reading: Reading,
  rounds: readonly number[],
): Promise<ReadonlyMap<number, bigint>> {
  const wanted = [...new Set(rounds)]
  if (wanted.length === 0) return new Map()
  const stakes = await reading.chain(`active-stakes/${keyOf(wanted.map(String))}`, async (block) => {
    const { BondingVotes, Multicall3 } = await contractAddresses()
    return readChain((client) =>
      client.multicall({
        allowFailure: false,
        blockNumber: BigInt(block),
        multicallAddress: Multicall3,
        batchSize: multicallBytes,
        contracts: wanted.map((round) => ({
          address: BondingVotes,
          abi: bondingVotesAbi,
          functionName: 'getTotalActiveStakeAt' as const,
          args: [BigInt(round)] as const,
        })),
      }),
    )
  })
  return new Map(wanted.map((round, index) => [round, stakes[index] ?? 0n]))
}

/**
 * The ends of polls, however many, in a few questions. Rounds since the length last changed are counted on the chain; older
 * ones, and the time of every past end, come from the index. An open poll's active stake is that of the running round.
 */
export async function readPollEnds(
  reading: Reading,
  core: Core,
  polls: readonly { address: Address; endBlock: number }[],
): Promise<ReadonlyMap<Address, PollEnd>> {
  const { secondsPerBlock } = settings().network
  const isOpen = (endBlock: number) => isPollOpen(core.blockNum, BigInt(endBlock))
  const [anchor, records] = await Promise.all([
    readAnchor(reading, core),
    readRecords(
      reading,
      core,
      polls.flatMap(({ endBlock }) => (isOpen(endBlock) ? [] : [endBlock])),
    ),
  ])
  const ends = polls.map(({ address, endBlock }) => {
    if (isOpen(endBlock)) {
      const at = reading.head.timestamp + (endBlock - toNumber(core.blockNum)) * secondsPerBlock
      return { address, round: toNumber(core.round), endsAt: { at, estimated: true }, indexedStakeWei: null }
    }
    const record = records.get(endBlock)
    const counted =
      BigInt(endBlock) >= anchor.lastRoundLengthUpdateStartBlock
        ? toNumber(roundAt(anchor, BigInt(endBlock)).round)
        : null
    const endsAt: DateView | null = record
      ? { at: record.startedAt + (endBlock - record.startBlock) * secondsPerBlock, estimated: true }
      : counted === null
        ? null
        : estimatedEnd(core, reading.head.timestamp, endBlock, secondsPerBlock)
    return {
      address,
      round: counted ?? record?.number ?? null,
      endsAt,
      indexedStakeWei: record?.activeStakeWei ?? null,
    }
  })
  const stakes = await readActiveStakes(
    reading,
    ends.flatMap(({ round }) => round ?? []),
  )
  return new Map(
    ends.map(({ address, round, endsAt, indexedStakeWei }) => {
      const chainStakeWei = round === null ? 0n : (stakes.get(round) ?? 0n)
      return [address, { endsAt, totalStakeWei: chainStakeWei > 0n ? chainStakeWei : indexedStakeWei }]
    }),
  )
}

/** A past block's time by counting back from now, where the index has no record of its round. */
function estimatedEnd(core: Core, now: number, endBlock: number, secondsPerBlock: number): DateView {
  const start = estimatedStart(core, now, toNumber(core.round), secondsPerBlock)
  return { at: start.at + (endBlock - toNumber(core.startBlock)) * secondsPerBlock, estimated: true }
}

/** Last block of Ethereum in a round; null for rounds before the length last changed. */
export async function lastBlockOfRound(reading: Reading, core: Core, round: number): Promise<number | null> {
  const anchor = await readAnchor(reading, core)
  const next = BigInt(round) + 1n
  return next < anchor.lastRoundLengthUpdateRound ? null : toNumber(startBlockOfRound(core, next)) - 1
}
