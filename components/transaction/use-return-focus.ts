'use client'

import { useEffect, useState } from 'react'

/**
 * Gives the focus back to what had it when the component was first drawn. The dialog primitive does this for one dialog,
 * but a review passes through two, and the second would remember the first.
 */
export function useReturnFocus(): void {
  const [from] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // After the primitive's own attempt, which it makes in a task of its own.
      setTimeout(() => setTimeout(() => from instanceof HTMLElement && from.isConnected && from.focus()))
    },
    [from],
  )
}
