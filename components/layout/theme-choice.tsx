'use client'

import { useSyncExternalStore } from 'react'
import { getTheme, setTheme, subscribeTheme, type Theme } from '@/components/layout/theme-store'

const themes: readonly { theme: Theme; label: string }[] = [
  { theme: 'system', label: 'System' },
  { theme: 'light', label: 'Light' },
  { theme: 'dark', label: 'Dark' },
]

/** System, light or dark, as radio buttons. */
export function ThemeChoice() {
  const chosen = useSyncExternalStore(subscribeTheme, getTheme, () => null)
  return (
    <fieldset className="needs-js flex items-center gap-1 rounded border p-0.5">
      <legend className="sr-only">Theme</legend>
      {themes.map(({ theme, label }) => (
        <label
          key={theme}
          className="rounded-sm px-2 py-1 text-ink-quiet hover:text-ink has-checked:bg-raised has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            name="theme"
            value={theme}
            checked={chosen === theme}
            onChange={() => setTheme(theme)}
            className="sr-only"
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
