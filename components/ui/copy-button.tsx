'use client'

import { useState } from 'react'
import { Glyph } from '@/components/ui/glyph'

/** Copies `text`; says so for two seconds, to the eye and to a screen reader. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle')
  async function copy() {
    let next: 'copied' | 'refused' = 'copied'
    try {
      await navigator.clipboard.writeText(text)
    } catch {
      next = 'refused'
    }
    setState(next)
    setTimeout(() => setState('idle'), 2000)
  }
  return (
    <button
      type="button"
      onClick={copy}
      aria-label={`Copy ${what}`}
      title={`Copy ${what}`}
      className="needs-js inline-flex size-7 shrink-0 items-center justify-center rounded text-ink-quiet hover:bg-raised hover:text-ink"
    >
      <Glyph name={state === 'copied' ? 'check' : 'copy'} />
      <span role="status" className="sr-only">
        {state === 'copied' && 'Copied'}
        {state === 'refused' && `The browser refused to copy. ${text}`}
      </span>
    </button>
  )
}
