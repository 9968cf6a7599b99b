import { parseSearch } from '@/lib/search/query'
import { rank, suggest } from '@/lib/search/rank'
import { searchablePages } from '@/lib/search/site-pages'
import type { SearchView } from '@/lib/search/types'

/** What needs no source: the account an address names, and pages. */
export function searchWithoutSources(text: string): SearchView {
  const query = parseSearch(text)
  const results = query.text === '' ? suggest(searchablePages) : rank(query, searchablePages)
  return { query: query.text, results, total: results.length, gaps: [] }
}
