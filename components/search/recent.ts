import type { SearchResult } from '@/lib/search/types'

/** A result that was opened before, kept in this browser only. */
export interface RecentResult {
  href: string
  kind: string
  title: string
}

const key = 'livepeer-delegator:search'
const most = 5

function isRecent(value: unknown): value is RecentResult {
  if (typeof value !== 'object' || value === null) return false
  const { href, kind, title } = value as Record<string, unknown>
  return (
    typeof href === 'string' && /^\/[a-z]/.test(href) && typeof kind === 'string' && typeof title === 'string'
  )
}

/** What was opened last, newest first; what is no such list counts as none. */
export function parseRecent(text: string | null): RecentResult[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(list) ? list.filter(isRecent).slice(0, most) : []
  } catch {
    return []
  }
}

/** The list with one more at its front, once. */
export function withRecent(list: readonly RecentResult[], opened: RecentResult): RecentResult[] {
  return [opened, ...list.filter(({ href }) => href !== opened.href)].slice(0, most)
}

/** Whether a result is worth remembering: pages of the site are a glance away anyway. */
export const isRemembered = ({ kind }: Pick<SearchResult, 'kind'>) => kind !== 'page'

export function readRecent(): RecentResult[] {
  try {
    return parseRecent(localStorage.getItem(key))
  } catch {
    return []
  }
}

export function keepRecent(opened: RecentResult): void {
  try {
    localStorage.setItem(key, JSON.stringify(withRecent(readRecent(), opened)))
  } catch {
    // Storage refused (private mode, quota): nothing is remembered.
  }
}

export function forgetRecent(): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Nothing was kept either.
  }
}
