'use client'

import { useEffect, useState } from 'react'
import type { Address } from 'viem'
import { subscribeCaughtUp } from '@/hooks/account-store'
import { decodeLoaded } from '@/hooks/decode-loaded'
import { useFinishedReviews } from '@/hooks/use-finished-reviews'
import type { GatewayFundsView } from '@/lib/data/gateway-funds'
import type { OperatingView } from '@/lib/data/operating'
import type { Failure } from '@/lib/data/types'

/** One view of an account at `api/v1`. */
type ViewPath<View> = string & { readonly view?: View }

export function operatingPath(account: Address): ViewPath<OperatingView> {
  return `/api/v1/accounts/${account.toLowerCase()}?view=operating`
}

export function gatewayFundsPath(account: Address): ViewPath<GatewayFundsView> {
  return `/api/v1/accounts/${account.toLowerCase()}?view=gateway`
}

/** Figures as of a block, and why they may be old. */
interface Known<View> {
  state: 'known'
  view: View
  block: number
  /** Chain time of that block, Unix seconds. */
  timestamp: number
  note: Failure | null
}

/** A failed refresh keeps the older figures and says so in `note`. */
export type AccountView<View> = { state: 'loading' } | Known<View> | ({ state: 'failed' } & Failure)

const refreshMs = 20_000
const afterFailureMs = 4_000
const unreachable: Failure = {
  reason: 'These figures could not be read.',
  next: 'They are asked for again in a few seconds.',
}

async function ask<View>(path: string): Promise<Known<View> | ({ state: 'failed' } & Failure)> {
  try {
    const response = await fetch(path, { cache: 'no-store' })
    const loaded = decodeLoaded<View>(await response.text())
    if (!loaded) return { state: 'failed', ...unreachable }
    if (!('value' in loaded)) return { state: 'failed', reason: loaded.reason, next: loaded.next }
    const { block, timestamp } = loaded.asOf
    const note = loaded.state === 'ready' ? null : { reason: loaded.reason, next: loaded.next }
    return { state: 'known', view: loaded.value, block, timestamp, note }
  } catch {
    return { state: 'failed', ...unreachable }
  }
}

/** Reads a view now, again when `path` changes, and from time to time while the page is visible; answers its stop. */
function follow<View>(path: string, show: (answer: Awaited<ReturnType<typeof ask<View>>>) => void) {
  let gone = false
  let running = false
  let again = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const read = async (): Promise<void> => {
    if (running) {
      again = true
      return
    }
    running = true
    clearTimeout(timer)
    const answer = await ask<View>(path)
    running = false
    if (gone) return
    show(answer)
    if (again) {
      again = false
      return read()
    }
    wait(answer.state === 'known' ? refreshMs : afterFailureMs)
  }
  const wait = (span: number) => {
    timer = setTimeout(() => {
      if (document.visibilityState === 'visible') void read()
      else wait(span)
    }, span)
  }
  void read()
  const stop = subscribeCaughtUp(() => void read())
  return () => {
    gone = true
    clearTimeout(timer)
    stop()
  }
}

/** A view of an account for its workbench: refreshed while on show, after each action and when the site has caught up with it. */
export function useAccountView<View>(path: ViewPath<View>): AccountView<View> {
  const finished = useFinishedReviews()
  const [known, setKnown] = useState<{ path: string; figures: AccountView<View> } | null>(null)
  useEffect(
    () =>
      follow<View>(path, (answer) =>
        setKnown((before) => {
          const kept = before?.path === path && before.figures.state === 'known' ? before.figures : null
          if (answer.state === 'known' || !kept) return { path, figures: answer }
          return { path, figures: { ...kept, note: { reason: answer.reason, next: answer.next } } }
        }),
      ),
    [path, finished],
  )
  return known?.path === path ? known.figures : { state: 'loading' }
}
