import type { ReactNode } from 'react'
import type { CellFigures } from '@/components/orchestrators/cell-figures'
import type { ListRow } from '@/components/orchestrators/list-row'
import { CallsCount, ThisRoundCall } from '@/components/orchestrators/reward-call-cells'
import { StandingBadge } from '@/components/orchestrators/standing-badge'
import {
  cutHistoryWords,
  feeYieldFigures,
  paidFigures,
  projectedFigures,
} from '@/components/orchestrators/yield-figures'
import { Unknown } from '@/components/ui/unknown'
import type { OrchestratorRow } from '@/lib/data/types'
import { exactAmount, fixedAmount } from '@/lib/format/amount'
import { formatInteger } from '@/lib/format/number'
import type { ProjectionRange } from '@/lib/protocol/projection-cases'

/** An orchestrator of the comparison: its figures, and the same spelled out as the list has them. */
export interface Compared {
  row: OrchestratorRow
  shown: ListRow
  /** What the visitor's amount would earn with it; null: not in the next round's active set. */
  projected: ProjectionRange | null
}

export interface CompareFigure {
  label: string
  explanation: string
  value: (orchestrator: Compared) => ReactNode
}

/** A yield cell of the list, as a value with its small print. */
function yieldCell(cell: CellFigures): ReactNode {
  if (cell.kind === 'unknown') return <Unknown reason={cell.reason} />
  if (cell.kind === 'paid') {
    return (
      <>
        {cell.text} <Small>{`${cell.span} in ${cell.rounds} rounds`}</Small>
      </>
    )
  }
  if (cell.kind === 'projected') {
    return (
      <span title={cell.title}>
        {cell.text} <Small>{`${cell.low} to ${cell.high}`}</Small>
      </span>
    )
  }
  return cell.kind === 'figure' ? <span title={cell.title}>{cell.text}</span> : null
}

function Small({ children }: { children: string }) {
  return <span className="block text-small font-normal text-ink-quiet">{children}</span>
}

/** A cut's record of 180 days in words. */
function cutRecord(row: OrchestratorRow, kind: 'reward' | 'fee'): ReactNode {
  if (!row.cutSafety) return noIndex
  return <span className="font-normal">{cutHistoryWords(row, kind) ?? 'never above today’s'}</span>
}

const noIndex = <Unknown reason="Not known: the index did not answer" />

/** What it paid and what an amount would earn with it, first of all. */
export const yieldRows: readonly CompareFigure[] = [
  {
    label: 'Paid, last 30 rounds, a year',
    explanation: 'What stake with it really earned in LPT, scaled to a year.',
    value: ({ row }) => yieldCell(paidFigures(row.yield30, 30)),
  },
  {
    label: 'Paid, last 90 rounds, a year',
    explanation: 'The same over 90 rounds.',
    value: ({ row }) => yieldCell(paidFigures(row.yield90, 90)),
  },
  {
    label: 'Fees for 1,000 LPT, ETH a year',
    explanation: 'From the fees that really reached its delegators in 90 rounds.',
    value: ({ row }) => yieldCell(feeYieldFigures(row.yield90)),
  },
  {
    label: 'Projected for the amount',
    explanation:
      'Middle case, with the low and the high one. The list of orchestrators says how it is worked out.',
    value: ({ projected }) => yieldCell(projectedFigures(projected)),
  },
  {
    label: 'Projected rewards, LPT',
    explanation: 'Middle case of the same projection.',
    value: ({ projected }) =>
      projected ? (
        <span title={`${exactAmount(projected.middle.rewards)} LPT`}>
          {fixedAmount(projected.middle.rewards)}
        </span>
      ) : (
        <Unknown reason="Not in the next round’s active set: stake with it earns nothing" />
      ),
  },
  {
    label: 'Reward cut in 180 days',
    explanation: 'Whether it kept more than today within half a year, and when it last rose.',
    value: ({ row }) => cutRecord(row, 'reward'),
  },
  {
    label: 'Fee cut in 180 days',
    explanation: 'The same for the fee cut.',
    value: ({ row }) => cutRecord(row, 'fee'),
  },
]

/** Every figure of the list and what the list has no room for, in the order in which they matter to a delegator. */
export const compareFigures: readonly CompareFigure[] = [
  {
    label: 'Reward cut',
    explanation: 'Part of the LPT rewards it keeps before sharing.',
    value: ({ shown }) => shown.rewardCut,
  },
  {
    label: 'Fee cut',
    explanation: 'Part of the ETH fees it keeps before sharing.',
    value: ({ shown }) => shown.feeCut,
  },
  {
    label: 'Reward calls, 30 rounds',
    explanation:
      'Reward calls in the last 30 finished rounds in which it was active: each missed one is lost for its delegators.',
    value: ({ shown }) => <CallsCount calls={shown.calls30} />,
  },
  {
    label: 'Reward calls, 90 rounds',
    explanation: 'The same over the last 90 finished rounds.',
    value: ({ shown }) => <CallsCount calls={shown.calls90} />,
  },
  {
    label: 'This round',
    explanation: 'Whether it has called its reward in the running round.',
    value: ({ shown }) => <ThisRoundCall state={shown.thisRound} />,
  },
  {
    label: 'Next round',
    explanation: 'Whether it will be in the active set of the next round.',
    value: ({ shown }) => <StandingBadge standing={shown.standing} />,
  },
  {
    label: 'Room to the edge, LPT',
    explanation:
      'Stake above the last place of a full active set; with a minus: what is missing to enter it.',
    value: ({ row }) =>
      row.marginWei === null ? (
        <span className="text-ink-quiet" title="The active set has free places">
          free places
        </span>
      ) : (
        <span title={`${exactAmount(row.marginWei)} LPT`}>{fixedAmount(row.marginWei, 0)}</span>
      ),
  },
  {
    label: 'Stake, LPT',
    explanation: 'Own and delegated stake.',
    value: ({ shown }) => <span title={`${shown.stakeExact} LPT`}>{shown.stake}</span>,
  },
  {
    label: 'Share of stake',
    explanation: 'Its stake out of all stake in the set.',
    value: ({ shown }) => shown.share,
  },
  {
    label: 'Rank',
    explanation: 'Place by stake.',
    value: ({ row }) => (row.rank === null ? <Unknown reason="Not in the pool" /> : formatInteger(row.rank)),
  },
  {
    label: 'Delegators',
    explanation: 'Accounts with stake bonded to it.',
    value: ({ shown }) => shown.delegators ?? noIndex,
  },
  {
    label: 'Fees in 90 days, ETH',
    explanation: 'Ticket face value it won in the last 90 days.',
    value: ({ shown }) =>
      shown.fees === null ? noIndex : <span title={`${shown.feesExact} ETH`}>{shown.fees}</span>,
  },
  {
    label: 'Last reward call',
    explanation: 'Round of its newest reward call.',
    value: ({ row }) =>
      row.lastRewardRound === 0 ? (
        <span className="text-ink-quiet">never</span>
      ) : (
        `round ${formatInteger(row.lastRewardRound)}`
      ),
  },
  {
    label: 'Joined the set',
    explanation: 'First round of its present or latest time in the active set.',
    value: ({ row }) =>
      row.activationRound === 0 ? (
        <span className="text-ink-quiet">never</span>
      ) : (
        `round ${formatInteger(row.activationRound)}`
      ),
  },
]
