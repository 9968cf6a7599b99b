import { bondingManagerEventsAbi } from '@/lib/contracts/abi/bonding-manager-events'
import { protocolParametersAbi } from '@/lib/contracts/abi/protocol-parameters'
import { multicallBytes, readChain, toNumber } from '@/lib/data/chain-client'
import { type Core, readCore } from '@/lib/data/core'
import { indexWei } from '@/lib/data/index-figures'
import { readLogsBack } from '@/lib/data/log-range'
import { readRows } from '@/lib/data/pages'
import type {
  GatewayCounts,
  ParameterChangeView,
  ParametersView,
  ProtocolPageView,
  SlashingsView,
} from '@/lib/data/protocol-page-types'
import { readRegistry } from '@/lib/data/protocol-registry'
import { load, type Reading } from '@/lib/data/reading'
import { roundView } from '@/lib/data/round'
import type { Loaded } from '@/lib/data/types'
import { contractAddresses } from '@/lib/network/deployment'
import { settings } from '@/lib/network/settings'
import { isSourceError, SourceError } from '@/lib/network/source-error'
import { gatewayPageDocument, parameterChangePageDocument } from '@/lib/subgraph/documents/protocol-page'
import type { IndexedAt } from '@/lib/subgraph/meta'
import { querySubgraph } from '@/lib/subgraph/query'

type Parameter = (typeof protocolParametersAbi)[number]['name']

/** Reads parameters of contracts that the network has, all in one call. */
async function readNumbers(block: number): Promise<(name: Parameter) => bigint> {
  const { TicketBroker, LivepeerGovernor, Treasury, PollCreator, Multicall3 } = await contractAddresses()
  const wanted = [
    { address: TicketBroker, names: ['unlockPeriod', 'ticketValidityPeriod'] },
    {
      address: LivepeerGovernor,
      names: ['votingDelay', 'votingPeriod', 'proposalThreshold', 'quorumNumerator', 'quota'],
    },
    { address: Treasury, names: ['getMinDelay'] },
    { address: PollCreator, names: ['QUORUM', 'QUOTA', 'POLL_PERIOD', 'POLL_CREATION_COST'] },
  ] as const
  const calls = wanted.flatMap(({ address, names }) =>
    address
      ? names.map((functionName) => ({ address, abi: protocolParametersAbi, functionName }) as const)
      : [],
  )
  const answers = await readChain((client) =>
    client.multicall({
      allowFailure: false,
      blockNumber: BigInt(block),
      multicallAddress: Multicall3,
      batchSize: multicallBytes,
      contracts: calls,
    }),
  )
  const known = new Map<string, bigint>(
    calls.map(({ functionName }, index) => [functionName, answers[index] ?? 0n]),
  )
  return (name) => {
    const value = known.get(name)
    if (value === undefined) throw new SourceError(`${name} was not read.`, 'Reload in a moment.')
    return value
  }
}

async function readParameters(reading: Reading, core: Core): Promise<ParametersView> {
  const contracts = await contractAddresses()
  const numbers = await reading.chain('parameters', async (block) => {
    const numberOf = await readNumbers(block)
    return {
      tickets: contracts.TicketBroker
        ? {
            unlockPeriodRounds: toNumber(numberOf('unlockPeriod')),
            validityPeriodRounds: toNumber(numberOf('ticketValidityPeriod')),
          }
        : null,
      governor: contracts.LivepeerGovernor
        ? {
            votingDelayRounds: toNumber(numberOf('votingDelay')),
            votingPeriodRounds: toNumber(numberOf('votingPeriod')),
            proposalThresholdWei: numberOf('proposalThreshold'),
            quorumP6: numberOf('quorumNumerator'),
            quotaP6: numberOf('quota'),
          }
        : null,
      timelockDelaySeconds: toNumber(numberOf('getMinDelay')),
      polls: contracts.PollCreator
        ? {
            quorumP6: numberOf('QUORUM'),
            quotaP6: numberOf('QUOTA'),
            periodBlocks: toNumber(numberOf('POLL_PERIOD')),
            neededStakeWei: numberOf('POLL_CREATION_COST'),
          }
        : null,
    }
  })
  return { roundLockAmountP6: core.roundLockAmountP6, ...numbers }
}

async function readGatewayCounts(): Promise<GatewayCounts & { indexedAt: IndexedAt }> {
  const { rows, indexedAt } = await readRows(
    (after, block) => querySubgraph(gatewayPageDocument, { after, block }),
    ({ broadcasters }) => broadcasters,
  )
  const funded = rows.filter(({ deposit }) => indexWei(deposit) > 0n).length
  return { known: rows.length, funded, indexedAt }
}

async function readChanges(): Promise<{ rows: readonly ParameterChangeView[]; indexedAt: IndexedAt }> {
  const { rows, indexedAt } = await readRows(
    (after, block) => querySubgraph(parameterChangePageDocument, { after, block }),
    ({ parameterUpdateEvents }) => parameterUpdateEvents,
  )
  return {
    rows: rows
      .map(({ param, timestamp, round, transaction }) => ({
        parameter: param,
        round: Number(round.id),
        at: timestamp,
        transaction: transaction.id,
      }))
      .toSorted((a, b) => b.at - a.at || a.parameter.localeCompare(b.parameter)),
    indexedAt,
  }
}

const slashed = bondingManagerEventsAbi.filter(
  (item): item is Extract<(typeof bondingManagerEventsAbi)[number], { name: 'TranscoderSlashed' }> =>
    item.name === 'TranscoderSlashed',
)

/**
 * Every slashing the node gives logs of; the index never writes them (quirk Q13).
 * @returns null where the node gives no logs at all
 */
async function readSlashings(block: number): Promise<SlashingsView | null> {
  const { BondingManager } = await contractAddresses()
  const [event] = slashed
  if (!event) throw new Error('BondingManager has the event')
  const range = await readLogsBack(block, ({ fromBlock, toBlock }) =>
    readChain((client) =>
      client.getLogs({
        address: BondingManager,
        event,
        fromBlock: BigInt(fromBlock),
        toBlock: BigInt(toBlock),
        strict: true,
      }),
    ),
  )
  if (!range) return null
  return {
    fromBlock: range.fromBlock,
    rows: range.logs
      .map(({ args, blockNumber }) => ({
        orchestrator: args.transcoder,
        finder: /^0x0{40}$/.test(args.finder) ? null : args.finder,
        penaltyWei: args.penalty,
        rewardWei: args.finderReward,
        block: Number(blockNumber),
      }))
      .toSorted((a, b) => b.block - a.block),
  }
}

/** Slashings change no other figure of the page: without them the page stands. */
async function slashingsOf(reading: Reading): Promise<SlashingsView | null> {
  try {
    return await reading.settled('slashings', 'per-round', readSlashings)
  } catch (error) {
    if (!isSourceError(error)) throw error
    return null
  }
}

/** The protocol page (product.md 7). */
export function loadProtocolPage(): Promise<Loaded<ProtocolPageView>> {
  return load(async (reading): Promise<ProtocolPageView> => {
    const core = await readCore(reading)
    const [parameters, registry, gateways, slashings, changes] = await Promise.all([
      readParameters(reading, core),
      reading.settled('registry', 'per-minute', readRegistry),
      reading.index('gateway-counts', 'per-minute', readGatewayCounts),
      slashingsOf(reading),
      reading.index('parameter-changes', 'per-minute', readChanges),
    ])
    return {
      round: roundView(core, reading.head.timestamp, settings().network.secondsPerBlock),
      parameters,
      contracts: registry.contracts,
      owners: registry.owners,
      gateways: gateways && { known: gateways.known, funded: gateways.funded },
      slashings,
      changes: changes?.rows ?? null,
    }
  })
}
