'use client'

import './globals.css'
import { sansFont } from '@/app/fonts'
import { MessagePage } from '@/components/layout/message-page'
import { Button } from '@/components/ui/button'

/** Replaces the whole document when the layout itself fails; no inline script, so the site's policy holds here too. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <html lang="en" className={sansFont.variable}>
      <body className="mx-auto max-w-content px-4 sm:px-6">
        <title>Livepeer Delegator could not start</title>
        <main>
          <MessagePage
            title="The site could not start"
            actions={
              <Button variant="primary" onClick={reset}>
                Try again
              </Button>
            }
          >
            <p>
              Your stake, and what you sent before, are not affected. If trying again does not help, try in a
              few minutes.
            </p>
            {error.digest && (
              <p>
                When you report it, give this number:{' '}
                <span className="font-mono text-ink">{error.digest}</span>
              </p>
            )}
          </MessagePage>
        </main>
      </body>
    </html>
  )
}
