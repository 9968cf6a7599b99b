import type { CellFigures } from '@/components/orchestrators/cell-figures'
import type { ColumnKey } from '@/components/orchestrators/list-query'
import { type ListRow, toListRows } from '@/components/orchestrators/list-row'
import type { ListItem } from '@/components/orchestrators/list-select'
import {
  cutFigures,
  feeYieldFigures,
  paidFigures,
  projectedFigures,
} from '@/components/orchestrators/yield-figures'
import { formatScore } from '@/lib/format/score'

/** A row with its plain figures spelled out. */
type ShownItem = ListItem & { shown: ListRow }

export interface Column {
  /** Head of the column; also the label on phone cards. */
  label: string
  /** Quieter, after the label. */
  unit?: string
  explanation: string
  align: 'start' | 'end'
  /** Off phone cards unless the visitor chose the columns. */
  wide?: boolean
  cell: (item: ShownItem) => CellFigures
}

const noIndex: CellFigures = { kind: 'unknown', reason: 'Not known: the index did not answer' }

/** A figure, or unknown without the index. */
const indexed = (text: string | null, title?: string): CellFigures =>
  text === null ? noIndex : { kind: 'figure', text, ...(title === undefined ? {} : { title }) }

function calls(window: ListRow['calls30'], now?: ListRow['thisRound']): CellFigures {
  if (window === null) return noIndex
  const { called, missed, rounds } = window
  return { kind: 'calls', called, missed, rounds, ...(now === undefined ? {} : { now }) }
}

function score(value: ListItem['score']): CellFigures {
  if (value === undefined) return { kind: 'unknown', reason: 'Not known: the scores did not answer' }
  if (value === null) return { kind: 'unknown', reason: 'Not tested' }
  return { kind: 'figure', text: formatScore(value) }
}

/** Columns of the list after the name. */
export const columns: Readonly<Record<ColumnKey, Column>> = {
  stake: {
    label: 'Stake',
    unit: 'LPT',
    explanation: 'Own and delegated stake, with its share of the next round’s active stake',
    align: 'end',
    cell: ({ shown }) => ({
      kind: 'figure',
      text: shown.stake,
      title: `${shown.stakeExact} LPT`,
      strong: true,
      below: shown.rank === null ? '' : shown.share,
    }),
  },
  delegators: {
    label: 'Delegators',
    explanation: 'Accounts with stake bonded to it',
    align: 'end',
    wide: true,
    cell: ({ shown }) => indexed(shown.delegators),
  },
  'reward-cut': {
    label: 'Reward cut',
    explanation:
      'Part of the LPT rewards it keeps before sharing. Below it: the highest of 180 days, where it was higher or has risen; sorted by that',
    align: 'end',
    cell: ({ row }) => cutFigures(row, 'reward'),
  },
  'fee-cut': {
    label: 'Fee cut',
    explanation:
      'Part of the ETH fees it keeps before sharing. Below it: the highest of 180 days, where it was higher or has risen; sorted by that',
    align: 'end',
    cell: ({ row }) => cutFigures(row, 'fee'),
  },
  fees: {
    label: 'Fees 90 d',
    unit: 'ETH',
    explanation: 'Ticket face value it won in the last 90 days',
    align: 'end',
    cell: ({ shown }) =>
      shown.feesExact === '0'
        ? { kind: 'figure', text: '0.000', zero: true }
        : indexed(shown.fees, `${shown.feesExact} ETH`),
  },
  'calls-30': {
    label: 'Calls 30',
    explanation:
      'Reward calls in the last 30 finished rounds in which it was active, and whether this round’s is made',
    align: 'end',
    cell: ({ shown }) => calls(shown.calls30, shown.thisRound),
  },
  'calls-90': {
    label: 'Calls 90',
    explanation: 'Reward calls in the last 90 finished rounds in which it was active',
    align: 'end',
    wide: true,
    cell: ({ shown }) => calls(shown.calls90),
  },
  'this-round': {
    label: 'This round',
    explanation: 'Whether it has called its reward in the running round',
    align: 'start',
    cell: ({ shown }) => ({ kind: 'this-round', state: shown.thisRound }),
  },
  'yield-30': {
    label: 'Paid 30',
    unit: 'a year',
    explanation:
      'Realised yield: what stake with it really earned in the last 30 finished rounds, scaled to a year',
    align: 'end',
    wide: true,
    cell: ({ row }) => paidFigures(row.yield30, 30),
  },
  'yield-90': {
    label: 'Paid 90',
    unit: 'a year',
    explanation:
      'Realised yield: what stake with it really earned in the last 90 finished rounds (or since it joined, if 30 at least), scaled to a year',
    align: 'end',
    cell: ({ row }) => paidFigures(row.yield90, 90),
  },
  projected: {
    label: 'Projected',
    explanation:
      'What the chosen amount would earn in LPT in the chosen time: middle case, and the range from low to high. Sorted by the low case, which takes the worst cuts of 180 days',
    align: 'end',
    cell: ({ projected }) => projectedFigures(projected),
  },
  'fee-yield': {
    label: 'Fees paid',
    unit: 'ETH / 1,000 LPT a year',
    explanation: 'Fees that reached 1,000 LPT in the last 90 finished rounds, scaled to a year',
    align: 'end',
    cell: ({ row }) => feeYieldFigures(row.yield90),
  },
  score: {
    label: 'Score',
    explanation: 'Transcoding performance in public tests, the mean of all regions, out of 10',
    align: 'end',
    cell: (item) => score(item.score),
  },
  standing: {
    label: 'Next round',
    explanation: 'Whether it will be in the active set of the next round',
    align: 'start',
    cell: ({ shown }) => ({ kind: 'standing', standing: shown.standing }),
  },
}

/** Rows for the body of the table: who, and a cell for each column. */
export function bodyRows(items: readonly ListItem[], keys: readonly ColumnKey[]) {
  const shown = toListRows(items.map(({ row }) => row))
  return items.flatMap((item, place) => {
    const figures = shown[place]
    if (!figures) return []
    const { address, name, rank } = item.row
    return [{ address, name, rank, cells: keys.map((key) => columns[key].cell({ ...item, shown: figures })) }]
  })
}
