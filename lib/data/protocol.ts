import { toNumber } from '@/lib/data/chain-client'
import { type Core, readCore } from '@/lib/data/core'
import { readDelegatorCounts } from '@/lib/data/delegator-counts'
import { indexWei } from '@/lib/data/index-figures'
import { load } from '@/lib/data/reading'
import type { Loaded, ProtocolView } from '@/lib/data/types'
import { settings } from '@/lib/network/settings'
import { SourceError } from '@/lib/network/source-error'
import { bondingRateP9 } from '@/lib/protocol/inflation'
import { protocolTotalsDocument } from '@/lib/subgraph/documents/protocol-totals'
import { type IndexedAt, indexedAt } from '@/lib/subgraph/meta'
import { querySubgraph } from '@/lib/subgraph/query'

interface Totals {
  feesTotalWei: bigint
  indexedAt: IndexedAt
}

async function readTotals(): Promise<Totals> {
  const answer = await querySubgraph(protocolTotalsDocument, {})
  if (!answer.protocol)
    throw new SourceError('The index has not seen the protocol yet.', 'Reload when it has caught up.')
  return { feesTotalWei: indexWei(answer.protocol.totalVolumeETH), indexedAt: indexedAt(answer._meta) }
}

/** Joins chain and index: every figure both know is the chain's. */
export function protocolView(
  core: Core,
  index: { delegators: { total: number } | null; totals: { feesTotalWei: bigint } | null },
  secondsPerBlock: number,
): ProtocolView {
  return {
    paused: core.paused,
    totalSupplyWei: core.totalSupplyWei,
    activeStakeWei: core.activeStakeWei,
    nextActiveStakeWei: core.nextActiveStakeWei,
    participationP9: bondingRateP9(core.activeStakeWei, core.totalSupplyWei),
    targetBondingRateP9: core.targetBondingRateP9,
    inflationP9: core.inflationP9,
    inflationChangeP9: core.inflationChangeP9,
    mintableWei: core.mintableWei,
    mintedWei: core.mintedWei,
    treasuryRewardCutP27: core.treasuryRewardCutP27,
    nextTreasuryRewardCutP27: core.nextTreasuryRewardCutP27,
    treasuryBalanceCeilingWei: core.treasuryBalanceCeilingWei,
    treasuryBalanceWei: core.treasuryBalanceWei,
    unbondingPeriodRounds: toNumber(core.unbondingPeriod),
    poolSize: toNumber(core.poolSize),
    poolMaxSize: toNumber(core.poolMaxSize),
    delegatorsCount: index.delegators?.total ?? null,
    feesTotalWei: index.totals?.feesTotalWei ?? null,
    roundLengthBlocks: toNumber(core.roundLength),
    secondsPerBlock,
  }
}

/** Protocol figures (1.1). */
export function loadProtocol(): Promise<Loaded<ProtocolView>> {
  return load(async (reading) => {
    const [core, delegators, totals] = await Promise.all([
      readCore(reading),
      reading.index('delegator-counts', 'per-round', readDelegatorCounts),
      reading.index('protocol-totals', 'per-minute', readTotals),
    ])
    return protocolView(core, { delegators, totals }, settings().network.secondsPerBlock)
  })
}
