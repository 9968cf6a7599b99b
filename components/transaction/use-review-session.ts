'use client'

import { useEffect, useState } from 'react'
import type { ReviewRequest } from '@/hooks/review-store'
import type { Failure } from '@/lib/data/types'
import type { Plan, Refusal } from '@/lib/transaction/types'
import { openSession, type ReviewSession } from './session'

/** How far a review has come: until a plan exists there is nothing to sign. */
export type Review =
  | { state: 'opening' }
  | ({ state: 'failed' } & Failure)
  | { state: 'refused'; refusals: readonly [Refusal, ...Refusal[]] }
  | { state: 'open'; session: ReviewSession; plan: Plan }

async function prepare(request: ReviewRequest): Promise<Review> {
  const opened = await openSession(request.account)
  if (opened.state === 'failed') return opened
  const { session } = opened
  if (request.kind === 'resume') {
    void session.runner.resume(request.flow)
    return { state: 'open', session, plan: request.flow.plan }
  }
  const planning = await session.plan(request.intent)
  if (planning.state === 'failed') return planning
  if (planning.state === 'refused') return { state: 'refused', refusals: planning.refusals }
  void session.runner.check(planning.plan)
  return { state: 'open', session, plan: planning.plan }
}

/** Opens the session of a review and plans it; `again` plans anew after a refusal or a failure. */
export function useReviewSession(request: ReviewRequest): { review: Review; again(): void } {
  const [attempt, setAttempt] = useState(0)
  const [known, setKnown] = useState<{ request: ReviewRequest; attempt: number; review: Review } | null>(null)
  useEffect(() => {
    let gone = false
    const give = (review: Review) => {
      if (!gone) setKnown({ request, attempt, review })
      else if (review.state === 'open') review.session.runner.dispose()
    }
    prepare(request).then(give, () =>
      give({ state: 'failed', reason: 'The review could not be opened.', next: 'Close it and try again.' }),
    )
    return () => {
      gone = true
    }
  }, [request, attempt])
  const current = known !== null && known.request === request && known.attempt === attempt
  const review: Review = current ? known.review : { state: 'opening' }
  return { review, again: () => setAttempt((value) => value + 1) }
}
