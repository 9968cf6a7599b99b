'use client'

import { type ComponentType, type ReactNode, useEffect, useState } from 'react'

export interface LateProps<P extends object> {
  /** Import of the component; the same function each time. */
  load: () => Promise<ComponentType<P>>
  props: P
  /** Until it is there; as large as what comes. */
  fallback?: ReactNode
}

/**
 * A component that is downloaded after hydration, so that its code is not in the first load. A download that fails is
 * tried again after three seconds, then after six, and so on up to a minute.
 */
export function Late<P extends object>({ load, props, fallback = null }: LateProps<P>) {
  const [known, setKnown] = useState<{ Component: ComponentType<P> } | null>(null)
  useEffect(() => {
    let gone = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const attempt = (wait: number) => {
      load().then(
        (Component) => {
          if (!gone) setKnown({ Component })
        },
        () => {
          if (!gone) timer = setTimeout(() => attempt(Math.min(wait * 2, 60_000)), wait)
        },
      )
    }
    attempt(3000)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [load])
  return known ? <known.Component {...props} /> : fallback
}
