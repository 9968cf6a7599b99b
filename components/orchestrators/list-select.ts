import type { ListQuery, Show, SortKey } from '@/components/orchestrators/list-query'
import { callRatioP6 } from '@/lib/data/projections'
import type { OrchestratorRow, RewardCalls, Standing, YieldFigure } from '@/lib/data/types'
import type { ProjectionRange } from '@/lib/protocol/projection-cases'

/** An orchestrator of the list with the figures that depend on the visitor's wish or on a source of their own. */
export interface ListItem {
  row: OrchestratorRow
  /** Of the amount and horizon that the URL names. */
  projected: ProjectionRange | null
  /** 0 to 1; null: never tested; undefined: the scores did not answer. */
  score: number | null | undefined
}

const standingOrder: Record<Standing, number> = {
  in: 5,
  joining: 4,
  edge: 3,
  leaving: 2,
  outside: 1,
  unregistered: 0,
}

const yearly = (figure: YieldFigure) => (figure.state === 'known' ? figure.yearlyLptP9 : null)

/** What a column sorts by; null: unknown, always last. */
const values: Record<SortKey, (item: ListItem) => bigint | number | string | null> = {
  stake: ({ row }) => row.totalStakeWei,
  name: ({ row }) => (row.name ?? row.address).toLowerCase(),
  delegators: ({ row }) => row.delegatorsCount,
  // The worst of 180 days: who raised a cut stands where that cut belongs, also after lowering it again.
  'reward-cut': ({ row }) => row.cutSafety?.worstRewardCutP6 ?? row.rewardCutP6,
  'fee-cut': ({ row }) => row.cutSafety?.worstFeeCutP6 ?? row.feeCutP6,
  fees: ({ row }) => row.fees90dWei,
  'calls-30': ({ row }) => callRatioP6(row.rewardCalls30),
  'calls-90': ({ row }) => callRatioP6(row.rewardCalls90),
  'yield-30': ({ row }) => yearly(row.yield30),
  'yield-90': ({ row }) => yearly(row.yield90),
  // The low case, which takes the worst cuts of 180 days.
  projected: ({ projected }) => projected?.low.lptP27 ?? null,
  'fee-yield': ({ row }) => (row.yield90.state === 'known' ? row.yield90.yearlyEthPerLptP27 : null),
  score: ({ score }) => score ?? null,
  standing: ({ row }) => standingOrder[row.standing],
}

function isShown({ active, standing }: OrchestratorRow, show: Show): boolean {
  if (show === 'active') return active
  if (show === 'next') return standing === 'in' || standing === 'edge' || standing === 'joining'
  if (show === 'edge') return standing === 'edge' || standing === 'leaving'
  return true
}

const missedNone = (calls: RewardCalls | null) => calls !== null && calls.rounds > 0 && calls.missed === 0

/** Filters ask for what is known: a figure that is unknown fulfils none. */
function passes({ row }: ListItem, query: ListQuery): boolean {
  const { maxRewardCut, maxFeeCut, minYield, allCalls, steady } = query
  const worstReward = row.cutSafety?.worstRewardCutP6 ?? row.rewardCutP6
  const worstFee = row.cutSafety?.worstFeeCutP6 ?? row.feeCutP6
  if (maxRewardCut !== null && worstReward > BigInt(maxRewardCut) * 10_000n) return false
  if (maxFeeCut !== null && worstFee > BigInt(maxFeeCut) * 10_000n) return false
  const realised = yearly(row.yield30)
  if (minYield !== null && (realised === null || realised < BigInt(minYield) * 10_000_000n)) return false
  if (allCalls === '30' && !missedNone(row.rewardCalls30)) return false
  if (allCalls === '90' && !missedNone(row.rewardCalls90)) return false
  return !steady || (row.cutSafety !== null && row.cutSafety.lastRise === null)
}

/**
 * What a state shows, in its order. Search matches any part of the name or address, in any letter case. Unknown values come
 * last in both directions; equal ones keep the loader's order (stake).
 */
export function selectItems(items: readonly ListItem[], query: ListQuery): ListItem[] {
  const text = query.search.toLowerCase()
  const sign = query.dir === 'asc' ? 1 : -1
  const of = values[query.sort]
  return items
    .filter(({ row }) => isShown(row, query.show))
    .filter(
      ({ row }) => row.address.toLowerCase().includes(text) || (row.name ?? '').toLowerCase().includes(text),
    )
    .filter((item) => passes(item, query))
    .sort((a, b) => {
      const [left, right] = [of(a), of(b)]
      if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1
      return left === right ? 0 : left < right ? -sign : sign
    })
}
