'use client'

import { useEffect, useState } from 'react'
import type { Address } from 'viem'
import { decodeLoaded } from '@/hooks/decode-loaded'
import { useFinishedReviews } from '@/hooks/use-finished-reviews'
import type { VotesWaitingView } from '@/lib/data/votes-waiting'

async function ask(account: Address, signal: AbortSignal): Promise<VotesWaitingView | null> {
  const path = `/api/v1/accounts/${account.toLowerCase()}/votes-waiting`
  const response = await fetch(path, { signal, cache: 'no-store' })
  const loaded = decodeLoaded<VotesWaitingView>(await response.text())
  return loaded && 'value' in loaded ? loaded.value : null
}

/** Open votes that an account has not cast, asked for again after each mined action; null while they are not known. */
export function useVotesWaiting(account: Address | null): VotesWaitingView | null {
  const finished = useFinishedReviews()
  const [known, setKnown] = useState<VotesWaitingView | null>(null)
  useEffect(() => {
    if (!account) return
    const abort = new AbortController()
    ask(account, abort.signal).then(
      (votes) => {
        if (!abort.signal.aborted) setKnown(votes)
      },
      // The strip does without: it is only one of the things that may be next.
      () => undefined,
    )
    return () => abort.abort()
  }, [account, finished])
  return known !== null && known.account.toLowerCase() === account?.toLowerCase() ? known : null
}
