import { FileText, Landmark, ScrollText, TriangleAlert, Vote } from 'lucide-react'
import type { ResultWords } from '@/components/search/result-words'
import { AddressMark } from '@/components/ui/address-mark'
import { lowerAddress } from '@/lib/format/address'
import type { SearchResult } from '@/lib/search/types'

/** What a result is, at a glance; the words beside it say the same. */
function Mark({ result }: { result: SearchResult }) {
  if (result.kind === 'orchestrator' || result.kind === 'account')
    return <AddressMark address={lowerAddress(result.address)} className="size-5" />
  const Icon = { poll: Vote, proposal: Landmark, transaction: ScrollText, page: FileText }[result.kind]
  return <Icon aria-hidden className="size-5 text-ink-quiet" strokeWidth={1.6} />
}

/** One result: mark, title, what is said of it, what kind of thing it is, and any doubt about it. */
export function ResultLine({ result, words }: { result: SearchResult; words: ResultWords }) {
  const { title, detail, kind, doubt } = words
  return (
    <span className="flex w-full min-w-0 items-start gap-3">
      <span className="mt-0.5 flex shrink-0">
        <Mark result={result} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline justify-between gap-3">
          <span dir="auto" className="min-w-0 truncate font-medium text-ink">
            {title}
          </span>
          <span className="shrink-0 text-small text-ink-quiet">{kind}</span>
        </span>
        {detail && <span className="block truncate text-small text-ink-quiet">{detail}</span>}
        {doubt && (
          <span className="mt-1 flex gap-1.5 text-small text-wait">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            <span>{doubt}</span>
          </span>
        )}
      </span>
    </span>
  )
}
