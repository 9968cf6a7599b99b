import type { ReactNode } from 'react'
import type { ListRow } from '@/components/orchestrators/list-row'
import { CallsCount, ThisRoundCall } from '@/components/orchestrators/reward-call-cells'
import { StandingBadge } from '@/components/orchestrators/standing-badge'
import { Unknown } from '@/components/ui/unknown'
import type { OrchestratorRow } from '@/lib/data/types'
import { exactAmount, fixedAmount } from '@/lib/format/amount'
import { formatInteger } from '@/lib/format/number'

/** An orchestrator of the comparison: its figures, and the same spelled out as the list has them. */
export interface Compared {
  row: OrchestratorRow
  shown: ListRow
}

export interface CompareFigure {
  label: string
  explanation: string
  value: (orchestrator: Compared) => ReactNode
}

const noIndex = <Unknown reason="Not known: the index did not answer" />

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
