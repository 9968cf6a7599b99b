'use client'

import { useSyncExternalStore } from 'react'
import { finishedReviews, subscribeReview } from '@/hooks/review-store'

/** How many actions were mined since the page was loaded: a change tells a form to forget what was typed for one. */
export function useFinishedReviews(): number {
  return useSyncExternalStore(subscribeReview, finishedReviews, () => 0)
}
