import type { RecentResult } from '@/components/search/recent'
import { type ResultWords, resultWords } from '@/components/search/result-words'
import { lowerAddress } from '@/lib/format/address'
import type { SearchResult, SearchView } from '@/lib/search/types'

/** One line of the palette; `result` null: a link that was not searched for. */
export interface PaletteItem {
  words: ResultWords
  result: SearchResult | null
}

export interface PaletteSection {
  label: string
  items: readonly PaletteItem[]
}

const item = (result: SearchResult): PaletteItem => ({ words: resultWords(result), result })

function link({ href, kind, title }: RecentResult): PaletteItem {
  return { words: { href, kind, title, detail: '', doubt: null }, result: null }
}

/** What is offered before anything is typed: one's own account, what was opened last, open votes, orchestrators, pages. */
function suggestions(
  results: readonly SearchResult[],
  own: { account: `0x${string}` | null; recent: readonly RecentResult[] },
): PaletteSection[] {
  const of = (...kinds: SearchResult['kind'][]) =>
    results.filter(({ kind }) => kinds.includes(kind)).map(item)
  const account: PaletteItem[] = own.account
    ? [
        item({ kind: 'account', address: lowerAddress(own.account), name: null, doubt: null }),
        link({ href: `/accounts/${lowerAddress(own.account)}/history`, kind: 'Page', title: 'My history' }),
      ]
    : []
  return [
    { label: 'My account', items: account },
    { label: 'Opened last', items: own.recent.map(link) },
    { label: 'Open votes', items: of('poll', 'proposal') },
    { label: 'Orchestrators with most stake', items: of('orchestrator') },
    { label: 'Pages', items: of('page') },
  ]
}

/** The lines of the palette in their order; empty sections are left out. */
export function paletteSections(
  view: SearchView,
  own: { account: `0x${string}` | null; recent: readonly RecentResult[] },
): PaletteSection[] {
  const sections =
    view.query === '' ? suggestions(view.results, own) : [{ label: 'Results', items: view.results.map(item) }]
  return sections.filter(({ items }) => items.length > 0)
}
