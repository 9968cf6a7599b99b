import type { OrchestratorRow, OrchestratorsView, RewardCalls } from '@/lib/data/types'
import { scaledToDecimal, weiToDecimal } from '@/lib/format/decimal'

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
  'last_reward_round',
  'activation_round',
  'round',
] as const

/** A share over 10^`places` as percent text, exact. */
const percent = (points: bigint, places: number) => scaledToDecimal(points, places - 2)

/**
 * A field as RFC 4180 has it. Text that a spreadsheet would run as a formula (names are written by others) gets a
 * leading apostrophe.
 */
function field(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const calls = (window: RewardCalls | null) =>
  window === null ? ['', ''] : [window.called.toString(), window.missed.toString()]

function line(row: OrchestratorRow, round: number): string {
  return [
    row.rank?.toString() ?? '',
    row.address,
    field(row.name ?? ''),
    row.active ? 'yes' : 'no',
    row.standing,
    weiToDecimal(row.totalStakeWei),
    percent(row.stakeShareP9, 9),
    row.delegatorsCount?.toString() ?? '',
    percent(row.rewardCutP6, 6),
    percent(row.feeCutP6, 6),
    row.fees90dWei === null ? '' : weiToDecimal(row.fees90dWei),
    ...calls(row.rewardCalls30),
    ...calls(row.rewardCalls90),
    row.calledThisRound ? 'yes' : 'no',
    row.lastRewardRound.toString(),
    row.activationRound.toString(),
    round.toString(),
  ].join(',')
}

/** The whole list as CSV (RFC 4180, CRLF, UTF-8): every row, exact amounts, cuts and shares in percent. */
export function orchestratorsCsv(view: OrchestratorsView): string {
  return `${[head.join(','), ...view.rows.map((row) => line(row, view.round.number))].join('\r\n')}\r\n`
}
