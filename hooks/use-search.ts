'use client'

import { useEffect, useState } from 'react'
import { decodeLoaded } from '@/hooks/decode-loaded'
import type { SearchView } from '@/lib/search/types'

/** `asking`: the answer is on its way, `view` is the one before. `failed`: nothing could be asked; never "nothing found". */
export interface Search {
  state: 'asking' | 'known' | 'failed'
  view: SearchView | null
  reason: string | null
}

/** Letters of one word come faster than this. */
const pauseMs = 120
const unreachable = 'The site did not answer.'

async function ask(text: string, signal: AbortSignal): Promise<Omit<Search, 'state'>> {
  const response = await fetch(`/api/v1/search?q=${encodeURIComponent(text)}`, { signal, cache: 'no-store' })
  const body = await response.text()
  const loaded = decodeLoaded<SearchView>(body)
  if (!loaded)
    return { view: null, reason: response.status === 429 ? 'Too many questions at once.' : unreachable }
  return 'value' in loaded ? { view: loaded.value, reason: null } : { view: null, reason: loaded.reason }
}

/** What the site finds for a text, asked again a moment after it was changed; what was found before stays until then. */
export function useSearch(text: string): Search {
  const [known, setKnown] = useState<{ text: string; view: SearchView | null; reason: string | null } | null>(
    null,
  )
  useEffect(() => {
    const abort = new AbortController()
    const timer = setTimeout(
      () => {
        ask(text, abort.signal).then(
          (answer) => setKnown({ text, ...answer }),
          () => {
            if (!abort.signal.aborted) setKnown({ text, view: null, reason: unreachable })
          },
        )
      },
      text === '' ? 0 : pauseMs,
    )
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [text])
  if (known?.text !== text) return { state: 'asking', view: known?.view ?? null, reason: null }
  return { state: known.view ? 'known' : 'failed', view: known.view, reason: known.reason }
}
