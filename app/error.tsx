'use client'

import { useEffect } from 'react'
import { MessagePage } from '@/components/layout/message-page'
import { Button, buttonClasses } from '@/components/ui/button'
import { IntentLink } from '@/components/ui/intent-link'

export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  useEffect(() => {
    console.error(error)
  }, [error])
  return (
    <MessagePage
      title="This page could not be drawn"
      actions={
        <>
          <Button variant="primary" onClick={reset}>
            Try again
          </Button>
          <IntentLink href="/" className={buttonClasses()}>
            Overview
          </IntentLink>
        </>
      }
    >
      <p>
        The fault is ours, not your wallet&apos;s. Your stake, and what you sent before, are not affected.
      </p>
      {error.digest && (
        <p>
          When you report it, give this number: <span className="font-mono text-ink">{error.digest}</span>
        </p>
      )}
    </MessagePage>
  )
}
