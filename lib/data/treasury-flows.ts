import { getAbiItem } from 'viem'
import { bondingManagerEventsAbi } from '@/lib/contracts/abi/bonding-manager-events'
import { livepeerTokenAbi } from '@/lib/contracts/abi/livepeer-token'
import { roundsManagerAbi } from '@/lib/contracts/abi/rounds-manager'
import { readChain, toNumber } from '@/lib/data/chain-client'
import { readTreasuryAddress } from '@/lib/data/core'
import { readBlockTime, readLogsBack } from '@/lib/data/log-range'
import { load, type Reading } from '@/lib/data/reading'
import type { Loaded } from '@/lib/data/types'
import { contractAddresses } from '@/lib/network/deployment'
import { SourceError } from '@/lib/network/source-error'
import {
  type RoundStart,
  type TreasuryFlow,
  type TreasuryRound,
  treasuryRounds,
} from '@/lib/protocol/treasury-flows'

/** Most rounds shown: about eleven months. */
const mostRounds = 365

/** The treasury's LPT through the rounds, as the chain's logs have it. */
export interface TreasuryFlowsView {
  /** Ascending; the last one is running. At most a year or so, and only rounds whose start was read. */
  rounds: readonly TreasuryRound[]
  /** First block that was read, and its time. */
  fromBlock: number
  fromAt: number
  /** Whether `fromBlock` is the beginning of the chain: nothing before it is missing. */
  complete: boolean
}

type Entry = ({ entry: 'start' } & RoundStart) | ({ entry: 'flow' } & TreasuryFlow)

const transfer = getAbiItem({ abi: livepeerTokenAbi, name: 'Transfer' })
const rewardAndRound = [
  ...bondingManagerEventsAbi.filter((item) => item.name === 'TreasuryReward'),
  ...roundsManagerAbi.filter((item) => item.type === 'event' && item.name === 'NewRound'),
]

/** Place of a log on the chain; more logs than this fit in no block. */
const orderOf = ({ blockNumber, logIndex }: { blockNumber: bigint; logIndex: number }) =>
  blockNumber * 1_000_000n + BigInt(logIndex)

function rangeReader(block: number) {
  return async (range: { fromBlock: number; toBlock: number }): Promise<Entry[]> => {
    const [contracts, treasury] = await Promise.all([contractAddresses(), readTreasuryAddress(block)])
    const blocks = {
      fromBlock: BigInt(range.fromBlock),
      toBlock: BigInt(range.toBlock),
      strict: true,
    } as const
    const token = { address: contracts.LivepeerToken, event: transfer, ...blocks } as const
    const [incoming, outgoing, marks] = await readChain((client) =>
      Promise.all([
        client.getLogs({ ...token, args: { to: treasury } }),
        client.getLogs({ ...token, args: { from: treasury } }),
        client.getLogs({
          address: [contracts.BondingManager, contracts.RoundsManager],
          events: rewardAndRound,
          ...blocks,
        }),
      ]),
    )
    return [
      ...incoming.map(
        (log): Entry => ({ entry: 'flow', order: orderOf(log), kind: 'in', wei: log.args.value }),
      ),
      ...outgoing.map(
        (log): Entry => ({ entry: 'flow', order: orderOf(log), kind: 'out', wei: log.args.value }),
      ),
      ...marks.map((log): Entry => {
        const order = orderOf(log)
        return log.eventName === 'NewRound'
          ? { entry: 'start', order, round: toNumber(log.args.round) }
          : { entry: 'flow', order, kind: 'reward', wei: log.args.amount }
      }),
    ]
  }
}

async function readFlows(block: number): Promise<TreasuryFlowsView> {
  const startsIn = (entries: readonly Entry[]) => entries.filter(({ entry }) => entry === 'start').length
  const [read, balanceWei] = await Promise.all([
    // One more than is shown: the oldest round is whole only when its start was read.
    readLogsBack(block, rangeReader(block), { enough: (entries) => startsIn(entries) > mostRounds }),
    readBalance(block),
  ])
  if (!read)
    throw new SourceError(
      'The node does not give the logs that past flows are read from.',
      'An operator can add an endpoint to RPC_URLS that answers eth_getLogs.',
    )
  const { logs, fromBlock } = read
  const rounds = treasuryRounds(
    balanceWei,
    logs.filter((entry) => entry.entry === 'start'),
    logs.filter((entry) => entry.entry === 'flow'),
  )
  const newest = rounds.at(-1)?.round ?? 0
  return {
    rounds: rounds.filter(({ round }) => round > newest - mostRounds),
    fromBlock,
    fromAt: await readBlockTime(fromBlock),
    complete: fromBlock === 0,
  }
}

async function readBalance(block: number): Promise<bigint> {
  const [{ LivepeerToken }, treasury] = await Promise.all([contractAddresses(), readTreasuryAddress(block)])
  return readChain((client) =>
    client.readContract({
      address: LivepeerToken,
      abi: livepeerTokenAbi,
      functionName: 'balanceOf',
      args: [treasury],
      blockNumber: BigInt(block),
    }),
  )
}

function buildFlows(reading: Reading): Promise<TreasuryFlowsView> {
  return reading.settled('treasury-flows', 'per-round', readFlows)
}

/** The treasury's balance and what came in and went out, round by round (6.6). */
export function loadTreasuryFlows(): Promise<Loaded<TreasuryFlowsView>> {
  return load(buildFlows)
}
