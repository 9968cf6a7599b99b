import type { Standing } from '@/lib/data/types'

/** What the pool says about the next round, in words. */
export const standingWords: Record<Standing, { label: string; meaning: string }> = {
  in: { label: 'In', meaning: 'In the active set of the next round.' },
  edge: {
    label: 'On the edge',
    meaning:
      'In the active set of the next round, but among its last places: a little more stake elsewhere pushes it out.',
  },
  joining: { label: 'Joins', meaning: 'Not active now; in the active set from the next round.' },
  leaving: {
    label: 'Falls out',
    meaning: 'Active now, but not in the next round: its stake stops earning then.',
  },
  outside: {
    label: 'Outside',
    meaning: 'Registered, but in the active set neither now nor next round: stake with it earns nothing.',
  },
  unregistered: {
    label: 'Not registered',
    meaning: 'Has no own stake bonded, so it cannot be an orchestrator.',
  },
}
