'use client'

import { useRouter } from 'next/navigation'
import { type ComponentType, useEffect, useState, useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import { subscribeCaughtUp } from '@/hooks/account-store'
import { closeReview, type ReviewRequest, subscribeReview } from '@/hooks/review-store'
import { useReview } from '@/hooks/use-review'
import { useWallet } from '@/hooks/use-wallet'

/** Where lib/transaction/store.ts keeps flows; here only asked whether there is anything, without loading it. */
const keptKey = 'livepeer-delegator.flows.'

function subscribe(listener: () => void): () => void {
  window.addEventListener('storage', listener)
  const stop = subscribeReview(listener)
  return () => {
    window.removeEventListener('storage', listener)
    stop()
  }
}

function anythingKept(account: string | null): boolean {
  if (!account) return false
  try {
    return Object.keys(localStorage).some(
      (key) => key.startsWith(keptKey) && key.endsWith(account.toLowerCase()),
    )
  } catch {
    return false
  }
}

/**
 * The actions of the visitor's wallet: the review sheet when one is opened, and a notice about flows that a reload
 * interrupted. Both are downloaded only when there is something to show.
 */
export function Unfinished() {
  const review = useReview()
  const { address, status } = useWallet()
  const account = status === 'connected' ? address : null
  const kept = useSyncExternalStore(
    subscribe,
    () => anythingKept(account),
    () => false,
  )
  const router = useRouter()
  useEffect(() => subscribeCaughtUp(() => router.refresh()), [router])
  if (review) return <Late key="sheet" load={loadSheet} props={{ request: review }} onGiveUp={closeReview} />
  if (kept && account) return <Late key={account} load={loadNotice} props={{ account }} onGiveUp={null} />
  return null
}

const loadSheet = () =>
  import('./review-sheet').then(({ ReviewSheet }): ComponentType<{ request: ReviewRequest }> => ReviewSheet)
const loadNotice = () => import('./unfinished-notice').then(({ UnfinishedNotice }) => UnfinishedNotice)

/** A component downloaded on need; when that fails it says so instead of breaking the page. */
function Late<P extends object>(late: {
  load: () => Promise<ComponentType<P>>
  props: P
  onGiveUp: (() => void) | null
}) {
  const { load, onGiveUp } = late
  const [attempt, setAttempt] = useState(0)
  const [known, setKnown] = useState<{ Component: ComponentType<P> } | { failed: number } | null>(null)
  useEffect(() => {
    let gone = false
    load().then(
      (Component) => {
        if (!gone) setKnown({ Component })
      },
      () => {
        if (!gone) setKnown({ failed: attempt })
      },
    )
    return () => {
      gone = true
    }
  }, [load, attempt])
  if (known && 'Component' in known) return <known.Component {...late.props} />
  if (!known || known.failed !== attempt || !onGiveUp) return null
  return (
    <div
      role="alert"
      className="fixed inset-x-4 bottom-20 z-50 mx-auto max-w-md space-y-3 rounded-lg bg-panel p-5 shadow-float"
    >
      <p>The review could not be loaded. Check your connection.</p>
      <div className="flex gap-3">
        <Button onClick={() => setAttempt(attempt + 1)}>Try again</Button>
        <Button onClick={onGiveUp}>Close</Button>
      </div>
    </div>
  )
}
