'use client'

import { useSyncExternalStore } from 'react'
import { getReview, type ReviewRequest, subscribeReview } from '@/hooks/review-store'

/** The action under review, or null. */
export function useReview(): ReviewRequest | null {
  return useSyncExternalStore(subscribeReview, getReview, () => null)
}
