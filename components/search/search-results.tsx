import { ResultLine } from '@/components/search/result-line'
import {
  countWords,
  explorerHref,
  gapWords,
  nothingWords,
  resultWords,
} from '@/components/search/result-words'
import { IntentLink } from '@/components/ui/intent-link'
import { Notice } from '@/components/ui/notice'
import type { Loaded } from '@/lib/data/types'
import type { SearchResult, SearchView } from '@/lib/search/types'
import { searchWithoutSources } from '@/lib/search/without-sources'

/** Everything that was found, as links. No exact match leads on by itself: one looks at it first. */
export function SearchResults({
  text,
  loaded,
  explorerUrl,
}: {
  text: string
  loaded: Loaded<SearchView>
  explorerUrl: string | null
}) {
  const view = 'value' in loaded ? loaded.value : searchWithoutSources(text)
  const explorer = explorerHref(text, explorerUrl)
  return (
    <section aria-labelledby="results" className="space-y-3" data-view={loaded.state}>
      <h2 id="results" className="text-figure">
        {text === '' ? 'Worth opening' : countWords(view)}
      </h2>
      {!('value' in loaded) && (
        <Notice tone="wait" title="The sources could not be asked">
          {loaded.reason} {loaded.next}
        </Notice>
      )}
      {view.gaps.map((gap) => (
        <Notice key={gap.of} tone="wait" title={gapWords(gap)} />
      ))}
      {view.results.length > 0 ? (
        <ol className="divide-y border-y">
          {view.results.map((result, place) => (
            <li key={`${keyOf(result)} ${place}`}>
              <Result result={result} />
            </li>
          ))}
        </ol>
      ) : (
        <p className="max-w-text text-ink-quiet">{nothingWords(text)}</p>
      )}
      {explorer && (
        <p>
          <a href={explorer} rel="noreferrer" className="text-accent-text underline">
            Open the transaction in the block explorer
          </a>
        </p>
      )}
    </section>
  )
}

function Result({ result }: { result: SearchResult }) {
  const words = resultWords(result)
  return (
    <IntentLink href={words.href} className="flex px-2 py-3 hover:bg-raised sm:-mx-2">
      <ResultLine result={result} words={words} />
    </IntentLink>
  )
}

function keyOf(result: SearchResult): string {
  return `${result.kind} ${resultWords(result).href}`
}
