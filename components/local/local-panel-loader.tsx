'use client'

import { type ComponentType, useState } from 'react'
import { Button } from '@/components/ui/button'

/** The button of the local network's panel; the panel itself is downloaded when it is opened. NETWORK=local only. */
export function LocalPanelLoader() {
  const [Panel, setPanel] = useState<{ Component: ComponentType<{ onClose(): void }> } | null>(null)
  const [open, setOpen] = useState(false)
  const [failed, setFailed] = useState(false)
  const toggle = async () => {
    if (open) return setOpen(false)
    try {
      const Component = (Panel ?? { Component: (await import('./local-panel')).LocalPanel }).Component
      setPanel({ Component })
      setFailed(false)
      setOpen(true)
    } catch {
      setFailed(true)
    }
  }
  return (
    <>
      <Button size="sm" aria-expanded={open} onClick={() => void toggle()}>
        Local network
      </Button>
      <div
        className="fixed bottom-20 left-4 z-20 flex max-h-[calc(100dvh-7rem)] max-w-[calc(100vw-2rem)] flex-col md:bottom-4"
        data-local-panel
      >
        {open && Panel && <Panel.Component onClose={() => setOpen(false)} />}
        {failed && (
          <p role="alert" className="rounded bg-panel p-2 shadow-float">
            The panel could not be loaded. Try again.
          </p>
        )}
      </div>
    </>
  )
}
