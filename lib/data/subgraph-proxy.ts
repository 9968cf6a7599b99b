import { type Cache, createCache, within } from '@/lib/data/cache'
import { headTracker } from '@/lib/data/head'
import { processWide } from '@/lib/network/process-wide'
import { FinalAnswerError } from '@/lib/network/ranked'
import { settings } from '@/lib/network/settings'
import { SourceError } from '@/lib/network/source-error'
import type { AllowedDocument } from '@/lib/subgraph/allowed-documents'
import { postOperation } from '@/lib/subgraph/transport'

/** Larger answers are refused: a page of 1,000 rows of any document of this site is far below it. */
const answerLimitCharacters = 4_000_000

/** Few entries: the caller chooses the variables, so that any number of answers could be asked for. */
function answers(): Cache {
  return processWide('subgraph-proxy', () => {
    const { lifetimes, staleFactor, deadlineMs } = settings()
    return createCache({
      lifetimes,
      staleFactor,
      patienceMs: deadlineMs / 2,
      maxEntries: 32,
      clock: Date.now,
    })
  })
}

/**
 * Data of one of the site's own operations as JSON text, `{"data": …}`, at most as old as lists may be. The same question
 * is asked once, however many ask it.
 *
 * @throws SourceError when there is no subgraph, it does not answer or refuses the question
 */
export async function proxiedAnswer(
  document: AllowedDocument,
  variables: Readonly<Record<string, unknown>>,
): Promise<string> {
  const { subgraph, deadlineMs } = settings()
  if (subgraph.length === 0)
    throw new SourceError('This copy of the site has no subgraph.', 'Set SUBGRAPH_API_KEY or SUBGRAPH_URLS.')
  const lineage = headTracker().peek()?.lineage ?? 'unknown'
  const ordered = document.variables.map(({ name }) => variables[name])
  const flight = answers().get(
    { key: `${lineage}/${document.hash}/${JSON.stringify(ordered)}`, freshness: 'per-minute' },
    () => ask(document, variables),
  )
  return (await within(flight, deadlineMs)).value
}

async function ask(document: AllowedDocument, variables: Readonly<Record<string, unknown>>): Promise<string> {
  try {
    const { data } = await postOperation(settings().subgraph, document.text, variables)
    const text = JSON.stringify({ data })
    if (text.length <= answerLimitCharacters) return text
    throw new SourceError('The answer of the subgraph is too large.', 'Ask for it in smaller parts.')
  } catch (error) {
    if (!(error instanceof FinalAnswerError)) throw error
    throw new SourceError(`The subgraph refused the question: ${error.message}`, 'Check the variables.', {
      cause: error,
    })
  }
}
