'use client'

import { useEffect, useState } from 'react'
import { decodeLoaded } from '@/hooks/decode-loaded'
import type { Failure, OrchestratorRow, OrchestratorsView } from '@/lib/data/types'

export type OrchestratorChoices =
  | { state: 'loading' }
  | { state: 'known'; rows: readonly OrchestratorRow[] }
  | ({ state: 'failed' } & Failure)

const unreachable: OrchestratorChoices = {
  state: 'failed',
  reason: 'The list of orchestrators could not be read.',
  next: 'Close this and open it again.',
}

/** Registered orchestrators to choose from, read once when the component that needs them appears. */
export function useOrchestrators(): OrchestratorChoices {
  const [choices, setChoices] = useState<OrchestratorChoices>({ state: 'loading' })
  useEffect(() => {
    const abort = new AbortController()
    fetch('/api/v1/orchestrators', { signal: abort.signal })
      .then((response) => response.text())
      .then((text) => {
        const loaded = decodeLoaded<OrchestratorsView>(text)
        if (!loaded) return setChoices(unreachable)
        if ('value' in loaded) {
          return setChoices({ state: 'known', rows: loaded.value.rows.filter((row) => row.registered) })
        }
        setChoices({ state: 'failed', reason: loaded.reason, next: loaded.next })
      })
      .catch(() => {
        if (!abort.signal.aborted) setChoices(unreachable)
      })
    return () => abort.abort()
  }, [])
  return choices
}
