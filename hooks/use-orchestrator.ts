'use client'

import { useEffect, useState } from 'react'
import type { Address } from 'viem'
import { decodeLoaded } from '@/hooks/decode-loaded'
import type { Failure, OrchestratingView } from '@/lib/data/types'

export type OrchestratorFigures =
  | { state: 'loading' }
  | { state: 'known'; view: OrchestratingView }
  | ({ state: 'failed' } & Failure)

const unreachable: OrchestratorFigures = {
  state: 'failed',
  reason: 'The figures of this orchestrator could not be read.',
  next: 'They are read again before you sign.',
}

async function ask(address: Address, signal: AbortSignal): Promise<OrchestratorFigures> {
  const response = await fetch(`/api/v1/orchestrators/${address.toLowerCase()}`, {
    signal,
    cache: 'no-store',
  })
  const loaded = decodeLoaded<OrchestratingView>(await response.text())
  if (!loaded) return unreachable
  return 'value' in loaded
    ? { state: 'known', view: loaded.value }
    : { state: 'failed', reason: loaded.reason, next: loaded.next }
}

/** One orchestrator's figures, read once when the component that needs them appears. */
export function useOrchestrator(address: Address): OrchestratorFigures {
  const [known, setKnown] = useState<{ address: Address; figures: OrchestratorFigures } | null>(null)
  useEffect(() => {
    const abort = new AbortController()
    const give = (figures: OrchestratorFigures) => {
      if (!abort.signal.aborted) setKnown({ address, figures })
    }
    ask(address, abort.signal).then(give, () => give(unreachable))
    return () => abort.abort()
  }, [address])
  return known !== null && known.address === address ? known.figures : { state: 'loading' }
}
