'use client'

import { useSyncExternalStore } from 'react'
import type { Address } from 'viem'
import { getWatched, subscribeWatched } from '@/hooks/watch-store'

const none: readonly Address[] = []

/** The addresses this browser watches. */
export function useWatched(): readonly Address[] {
  return useSyncExternalStore(subscribeWatched, getWatched, () => none)
}
