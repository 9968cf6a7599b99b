import { AttemptError, describe, FinalAnswerError, onRankedEndpoints } from '@/lib/network/ranked'
import type { Endpoint } from '@/lib/network/settings'

/** What an endpoint answered (subgraph.md 5.5): HTTP 200 may still carry errors. */
export interface SubgraphAnswer {
  data?: Record<string, unknown>
  errors?: ReadonlyArray<{ message: string }>
}

const timeoutMs = 8000
const answerLimitCharacters = 30_000_000

/** What to do about an error message of a gateway or node (subgraph.md 5.5). */
export type ErrorKind = 'try-again' | 'next-endpoint' | 'final'

/**
 * Sorts an error: `try-again` another attempt may find a better indexer; `next-endpoint` this endpoint will go on refusing
 * (its key, its state); `final` the question itself is wrong and would be everywhere.
 */
export function kindOfError(message: string): ErrorKind {
  if (/^bad indexers|^no indexers|^internal error|timeout/i.test(message)) return 'try-again'
  if (
    /^auth error|^subgraph not found|^indexing_error|does not exist|only indexed up to block|no block with that hash/i.test(
      message,
    )
  ) {
    return 'next-endpoint'
  }
  return 'final'
}

/**
 * Posts one operation to the best endpoint.
 *
 * @throws SourceError when none gave data; FinalAnswerError with the message when the question is refused as such
 */
export function postOperation(
  endpoints: readonly Endpoint[],
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<SubgraphAnswer> {
  return onRankedEndpoints('The subgraph', endpoints, async (endpoint) => {
    const body = JSON.stringify({ query, variables })
    const first = await post(endpoint, body)
    const answer = worst(first) === 'try-again' ? await post(endpoint, body) : first
    const kind = worst(answer)
    if (kind === 'final') throw new FinalAnswerError(messageOf(answer))
    if (kind !== null) throw new AttemptError('it refused to answer', messageOf(answer))
    return answer
  })
}

function worst(answer: SubgraphAnswer): ErrorKind | null {
  if (!answer.errors?.length) return answer.data ? null : 'next-endpoint'
  const kinds = answer.errors.map(({ message }) => kindOfError(message))
  return kinds.includes('final') ? 'final' : kinds.includes('next-endpoint') ? 'next-endpoint' : 'try-again'
}

function messageOf(answer: SubgraphAnswer): string {
  return answer.errors?.[0]?.message.slice(0, 200) ?? 'an answer without data'
}

async function post(endpoint: Endpoint, body: string): Promise<SubgraphAnswer> {
  const response = await fetch(endpoint.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...endpoint.headers },
    body,
    cache: 'no-store',
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`HTTP ${response.status}`)
  if (text.length > answerLimitCharacters) throw new Error('the answer is too large')
  try {
    return JSON.parse(text) as SubgraphAnswer
  } catch (error) {
    throw new Error(`an answer that is not JSON (${describe(error)})`, { cause: error })
  }
}
