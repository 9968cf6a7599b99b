'use client'

import { useCallback, useEffect, useSyncExternalStore } from 'react'
import {
  type BallotFigures,
  type BallotPath,
  followBallot,
  getBallot,
  refreshBallot,
} from '@/hooks/ballot-store'
import { useFinishedReviews } from '@/hooks/use-finished-reviews'

const loading: BallotFigures<never> = { state: 'loading' }

/** An account's ballot, refreshed while on show and right after an action of the account; null without a path. */
export function useBallot<View>(path: BallotPath<View> | null): BallotFigures<View> | null {
  const subscribe = useCallback(
    (listener: () => void) => (path === null ? () => undefined : followBallot(path, listener)),
    [path],
  )
  const finished = useFinishedReviews()
  useEffect(() => {
    if (path !== null && finished > 0) refreshBallot(path)
  }, [path, finished])
  const read = useCallback(() => (path === null ? null : getBallot(path)), [path])
  return useSyncExternalStore(subscribe, read, () => (path === null ? null : loading))
}
