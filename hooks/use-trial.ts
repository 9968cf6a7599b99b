'use client'

import { useEffect, useState } from 'react'
import { decodeLoaded } from '@/hooks/decode-loaded'
import type { TrialRequest, TrialView } from '@/lib/data/authoring-types'
import type { AsOf, Failure } from '@/lib/data/types'

/** How far the trial of a draft has come. */
export type Trial =
  | { state: 'none' }
  | { state: 'reading' }
  | { state: 'known'; view: TrialView; asOf: AsOf }
  | ({ state: 'failed' } & Failure)

/** Typing goes on until it pauses for this long. */
const pauseMs = 700

const unreachable: Failure = {
  reason: 'The proposal could not be tried.',
  next: 'Change something, or reload the page, to try again.',
}

async function ask(body: string, signal: AbortSignal): Promise<Trial> {
  const response = await fetch('/api/v1/treasury/trial', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    cache: 'no-store',
    signal,
  })
  const loaded = decodeLoaded<TrialView>(await response.text())
  if (!loaded) return { state: 'failed', ...unreachable }
  return 'value' in loaded
    ? { state: 'known', view: loaded.value, asOf: loaded.asOf }
    : { state: 'failed', reason: loaded.reason, next: loaded.next }
}

/**
 * Tries a proposal on the newest block when its author pauses; null: there is nothing to try.
 * @param version another value asks again for the same proposal
 */
export function useTrial(request: TrialRequest | null, version: number): Trial {
  const body = request && JSON.stringify(request)
  const [known, setKnown] = useState<{ body: string; version: number; trial: Trial } | null>(null)
  useEffect(() => {
    if (body === null) return
    const control = new AbortController()
    const timer = setTimeout(() => {
      ask(body, control.signal)
        .catch((): Trial => ({ state: 'failed', ...unreachable }))
        .then((trial) => {
          if (!control.signal.aborted) setKnown({ body, version, trial })
        })
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      control.abort()
    }
  }, [body, version])
  if (body === null) return { state: 'none' }
  return known && known.body === body && known.version === version ? known.trial : { state: 'reading' }
}
