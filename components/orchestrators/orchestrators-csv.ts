import type { ListQuery } from '@/components/orchestrators/list-query'
import type { ListItem } from '@/components/orchestrators/list-select'
import { ethPerThousand } from '@/components/orchestrators/yield-figures'
import type { OrchestratorsView, RewardCalls, YieldFigure } from '@/lib/data/types'
import { csvCell } from '@/lib/format/csv'
import { isoDateTime } from '@/lib/format/date'
import { scaledToDecimal, weiToDecimal } from '@/lib/format/decimal'
import type { CutSafety } from '@/lib/protocol/cut-safety'
import type { ProjectionRange } from '@/lib/protocol/projection-cases'

/** Column names of the file: units in the name, exact values, empty where a figure is not known. */
const head = [
  'rank',
  'address',
  'name',
  'active',
  'next_round_standing',
  'stake_lpt',
  'stake_share_percent',
  'delegators',
  'reward_cut_percent',
  'fee_cut_percent',
  'fees_90d_eth',
  'reward_calls_30_called',
  'reward_calls_30_missed',
  'reward_calls_90_called',
  'reward_calls_90_missed',
  'called_this_round',
  'realised_30_rounds',
  'realised_30_lpt_percent',
  'realised_30_lpt_percent_a_year',
  'realised_30_eth_per_1000_lpt',
  'realised_90_rounds',
  'realised_90_lpt_percent',
  'realised_90_lpt_percent_a_year',
  'realised_90_eth_per_1000_lpt',
  'projected_amount_lpt',
  'projected_days',
  'projected_low_lpt',
  'projected_middle_lpt',
  'projected_high_lpt',
  'projected_middle_eth',
  'worst_reward_cut_180d_percent',
  'worst_fee_cut_180d_percent',
  'cut_changes_180d',
  'largest_cut_rise_180d_points',
  'last_cut_rise_at',
  'score',
  'last_reward_round',
  'activation_round',
  'round',
] as const

/** A share over 10^`places` as percent text, exact. */
const percent = (points: bigint, places: number) => scaledToDecimal(points, places - 2)

const calls = (window: RewardCalls | null) =>
  window === null ? ['', ''] : [window.called.toString(), window.missed.toString()]

/** Rounds, LPT percent of the span and of a year, ETH for each 1,000 LPT of the span. */
function realised(figure: YieldFigure): string[] {
  if (figure.state === 'unknown') return ['', '', '', '']
  const { rounds, lptP27, yearlyLptP9, ethPerLptP27 } = figure
  return [
    `${rounds}`,
    percent(lptP27, 27),
    percent(yearlyLptP9, 9),
    ethPerLptP27 === null ? '' : weiToDecimal(ethPerThousand(ethPerLptP27)),
  ]
}

const projection = (range: ProjectionRange | null) =>
  range === null
    ? ['', '', '', '']
    : [range.low.rewards, range.middle.rewards, range.high.rewards, range.middle.fees].map(weiToDecimal)

function safety(cuts: CutSafety | null): string[] {
  if (cuts === null) return ['', '', '', '', '']
  return [
    percent(cuts.worstRewardCutP6, 6),
    percent(cuts.worstFeeCutP6, 6),
    `${cuts.changes}`,
    percent(cuts.largestRiseP6, 6),
    cuts.lastRise === null ? '' : isoDateTime(cuts.lastRise.timestamp),
  ]
}

/** Amount and horizon that the file's projections are of. */
type Wish = Pick<ListQuery, 'amount' | 'days'>

function line({ row, projected, score }: ListItem, wish: Wish, round: number): string {
  return [
    row.rank?.toString() ?? '',
    row.address,
    csvCell(row.name ?? ''),
    row.active ? 'yes' : 'no',
    row.standing,
    weiToDecimal(row.totalStakeWei),
    // Outside of the pool there is no share of it, not one of 0 %.
    row.rank === null ? '' : percent(row.stakeShareP9, 9),
    row.delegatorsCount?.toString() ?? '',
    percent(row.rewardCutP6, 6),
    percent(row.feeCutP6, 6),
    row.fees90dWei === null ? '' : weiToDecimal(row.fees90dWei),
    ...calls(row.rewardCalls30),
    ...calls(row.rewardCalls90),
    row.calledThisRound ? 'yes' : 'no',
    ...realised(row.yield30),
    ...realised(row.yield90),
    ...(projected === null ? ['', ''] : [`${wish.amount}`, `${wish.days}`]),
    ...projection(projected),
    ...safety(row.cutSafety),
    score === null || score === undefined ? '' : (score * 10).toFixed(4),
    row.lastRewardRound.toString(),
    row.activationRound.toString(),
    round.toString(),
  ].join(',')
}

/**
 * The whole list as CSV (RFC 4180, CRLF, UTF-8): every row, exact amounts, cuts, shares and yields in percent, scores out of 10,
 * empty where a figure is not known or does not exist.
 */
export function orchestratorsCsv(view: OrchestratorsView, items: readonly ListItem[], wish: Wish): string {
  return `${[head.join(','), ...items.map((item) => line(item, wish, view.round.number))].join('\r\n')}\r\n`
}
