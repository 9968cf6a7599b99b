'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'

/** Copies a report of what went wrong. Where the browser refuses, the text is shown to be selected. */
export function CopyReport({ text }: { text: string }) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    )
  return (
    <div className="mt-2">
      <Button size="sm" variant="quiet" onClick={() => void copy()}>
        {copied === 'yes' ? 'Report copied' : 'Copy a report'}
      </Button>
      {copied === 'failed' && (
        <pre className="mt-2 max-h-40 overflow-y-auto rounded bg-raised p-3 font-mono break-all whitespace-pre-wrap select-all">
          {text}
        </pre>
      )}
    </div>
  )
}
