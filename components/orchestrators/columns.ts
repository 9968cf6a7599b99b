import type { SortKey } from '@/components/orchestrators/list-query'

export interface Column {
  key: SortKey | 'this-round'
  /** Head of the column; also the label on phone cards. */
  label: string
  /** Quieter, after the label. */
  unit?: string
  explanation: string
  align: 'start' | 'end'
}

/** Columns of the list in their order; those with a sort key sort. */
export const columns: readonly Column[] = [
  { key: 'name', label: 'Orchestrator', explanation: 'Rank by stake, and who', align: 'start' },
  {
    key: 'stake',
    label: 'Stake',
    unit: 'LPT',
    explanation: 'Own and delegated stake, with its share of the next round’s active stake',
    align: 'end',
  },
  { key: 'delegators', label: 'Delegators', explanation: 'Accounts with stake bonded to it', align: 'end' },
  {
    key: 'reward-cut',
    label: 'Reward cut',
    explanation: 'Part of the LPT rewards it keeps before sharing',
    align: 'end',
  },
  {
    key: 'fee-cut',
    label: 'Fee cut',
    explanation: 'Part of the ETH fees it keeps before sharing',
    align: 'end',
  },
  {
    key: 'fees',
    label: 'Fees 90 d',
    unit: 'ETH',
    explanation: 'Ticket face value it won in the last 90 days',
    align: 'end',
  },
  {
    key: 'calls-30',
    label: 'Calls 30',
    explanation: 'Reward calls in the last 30 finished rounds in which it was active',
    align: 'end',
  },
  {
    key: 'calls-90',
    label: 'Calls 90',
    explanation: 'Reward calls in the last 90 finished rounds in which it was active',
    align: 'end',
  },
  {
    key: 'this-round',
    label: 'This round',
    explanation: 'Whether it has called its reward in the running round',
    align: 'start',
  },
  {
    key: 'standing',
    label: 'Next round',
    explanation: 'Whether it will be in the active set of the next round',
    align: 'start',
  },
]
