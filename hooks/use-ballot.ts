'use client'

import { useCallback, useSyncExternalStore } from 'react'
import { type BallotFigures, type BallotPath, followBallot, getBallot } from '@/hooks/ballot-store'

const loading: BallotFigures<never> = { state: 'loading' }

/** An account's ballot, refreshed while on show and right after its vote; null without a path. */
export function useBallot<View>(path: BallotPath<View> | null): BallotFigures<View> | null {
  const subscribe = useCallback(
    (listener: () => void) => (path === null ? () => undefined : followBallot(path, listener)),
    [path],
  )
  const read = useCallback(() => (path === null ? null : getBallot(path)), [path])
  return useSyncExternalStore(subscribe, read, () => (path === null ? null : loading))
}
