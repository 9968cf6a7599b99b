'use client'

import { useSyncExternalStore } from 'react'
import { getPaintedTheme, setTheme, subscribeTheme } from '@/components/layout/theme-store'
import { Glyph } from '@/components/ui/glyph'

/** Flips between light and dark; the footer's choice has "system" too. The icon follows the theme by CSS. */
export function ThemeToggle() {
  const painted = useSyncExternalStore(subscribeTheme, getPaintedTheme, () => null)
  const next = painted === 'dark' ? 'light' : 'dark'
  return (
    <button
      type="button"
      onClick={() => setTheme(next)}
      aria-label={painted === null ? 'Switch theme' : `Switch to ${next} theme`}
      className="needs-js inline-flex size-9 items-center justify-center rounded text-ink-quiet hover:bg-raised hover:text-ink"
    >
      <Glyph name="sun" className="size-4 shown-in-dark" />
      <Glyph name="moon" className="size-4 shown-in-light" />
    </button>
  )
}
