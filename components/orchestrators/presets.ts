import { defaultQuery, firstDirection, type ListQuery } from '@/components/orchestrators/list-query'

export interface Preset {
  label: string
  meaning: string
  /** What it sets; everything else but columns, amount and horizon goes back to the default. */
  sets: Partial<ListQuery>
}

/** Questions that delegators come with, each as a state of the list. */
export const presets: readonly Preset[] = [
  { label: 'All active', meaning: 'Everyone active in this round, by stake', sets: {} },
  {
    label: 'Reliable',
    meaning: 'No reward call missed in 90 rounds and no cut raised in 180 days, by what they paid',
    sets: { allCalls: '90', steady: true, sort: 'yield-90' },
  },
  {
    label: 'Low cuts',
    meaning: 'Keep at most 10% of rewards, today and at any time in 180 days',
    sets: { maxRewardCut: 10, sort: 'projected' },
  },
  {
    label: 'Most fees',
    meaning: 'Won the most ETH fees in 90 days',
    sets: { sort: 'fees' },
  },
  {
    label: 'At risk',
    meaning: 'On the edge of the active set, or falling out of it',
    sets: { show: 'edge' },
  },
]

/** The list's state after choosing a preset. */
export function presetQuery(query: ListQuery, { sets }: Preset): ListQuery {
  const sort = sets.sort ?? defaultQuery.sort
  const kept = { columns: query.columns, amount: query.amount, days: query.days }
  return { ...defaultQuery, ...kept, ...sets, sort, dir: firstDirection[sort] }
}
