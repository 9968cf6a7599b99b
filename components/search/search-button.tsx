'use client'

import { type ComponentType, type ReactNode, useEffect, useState } from 'react'

type Palette = ComponentType<{ onClose: () => void }>

/**
 * The way into search: a link to its page that opens the palette instead once script runs, as Ctrl+K, ⌘K and / do. The palette is
 * downloaded then; where that fails the page opens.
 */
export function SearchButton({ children }: { children: ReactNode }) {
  const [{ Palette }, setPalette] = useState<{ Palette?: Palette }>({})
  const open = () =>
    import('./search-palette').then(
      ({ SearchPalette }) => setPalette({ Palette: SearchPalette }),
      () => window.open('/search', '_self'),
    )
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, target } = event
      const typing = (target as Element).closest?.('input,select,textarea,[role=dialog]')
      if (key === 'k' ? event.ctrlKey || event.metaKey : key === '/' && !typing) {
        event.preventDefault()
        void open()
      }
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <a
        href="/search"
        className="flex h-9 min-w-9 items-center justify-center gap-2 rounded text-ink-quiet hover:bg-raised hover:text-ink"
        aria-keyshortcuts="Control+K Meta+K /"
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey) return
          event.preventDefault()
          void open()
        }}
      >
        {children}
      </a>
      {Palette && <Palette onClose={() => setPalette({})} />}
    </>
  )
}
