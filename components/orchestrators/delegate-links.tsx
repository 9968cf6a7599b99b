'use client'

import { useEffect, useState } from 'react'
import type { Address } from 'viem'
import { Late } from '@/components/ui/late'

const load = () => import('@/components/staking/delegate-sheet').then(({ DelegateSheet }) => DelegateSheet)

/** The delegating link under an event, as `DelegateLink` draws it; null elsewhere. */
function linkOf({ target }: Event): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-delegate]') : null
}

/**
 * One small island for all delegating links of a page: a click opens the sheet, whose code comes with the first sign of intent.
 * Without script, in a new tab and before hydration the link leads to the same form on the orchestrator's page.
 */
export function DelegateLinks() {
  const [asked, setAsked] = useState<{ link: HTMLAnchorElement; event: number } | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    const warm = (event: Event) => {
      if (linkOf(event)) load().catch(() => undefined)
    }
    const open = (event: MouseEvent) => {
      const found = linkOf(event)
      if (!found || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      setAsked({ link: found, event: event.timeStamp })
    }
    document.addEventListener('pointerover', warm, stop)
    document.addEventListener('focusin', warm, stop)
    document.addEventListener('click', open, stop)
    return () => stop.abort()
  }, [])
  if (!asked) return null
  const { link, event } = asked
  const to = link.pathname.split('/')[2] as Address
  const name = link.dataset.delegate || null
  return (
    <Late
      key={event}
      load={load}
      props={{ to, name, onClose: () => setAsked(null), onGone: () => link.focus() }}
    />
  )
}
