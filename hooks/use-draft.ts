'use client'

import { useState } from 'react'
import { useFinishedReviews } from '@/hooks/use-finished-reviews'

/** What a person has entered in a form; forgotten when an action was mined, as it was meant for the state before. */
export function useDraft<Draft>(none: Draft): [Draft, (draft: Draft) => void] {
  const finished = useFinishedReviews()
  const [draft, setDraft] = useState(none)
  const [emptiedAt, setEmptiedAt] = useState(finished)
  if (emptiedAt !== finished) {
    setEmptiedAt(finished)
    setDraft(none)
  }
  return [draft, setDraft]
}
