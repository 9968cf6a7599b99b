import type { TypedDocumentNode } from '@apollo/client'
import { FinalAnswerError } from '@/lib/network/ranked'
import { settings } from '@/lib/network/settings'
import { isSourceError, SourceError } from '@/lib/network/source-error'
import { getSubgraphClient } from '@/lib/subgraph/client'

/** Whether this copy has a subgraph to ask. */
export function hasSubgraph(): boolean {
  return settings().subgraph.length > 0
}

/**
 * Asks the subgraph.
 * @throws SourceError when it is not set up, does not answer or refuses the question
 */
export async function querySubgraph<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  if (!hasSubgraph())
    throw new SourceError('This copy of the site has no subgraph.', 'Set SUBGRAPH_API_KEY or SUBGRAPH_URLS.')
  try {
    const { data } = await getSubgraphClient().query<Data, Record<string, unknown>>({
      query: document,
      variables,
    })
    if (data === undefined || data === null)
      throw new SourceError('The subgraph gave no data.', 'Try again in a moment.')
    return data as Data
  } catch (error) {
    const cause = causeOf(error)
    if (isSourceError(cause)) throw cause
    if (cause instanceof FinalAnswerError) {
      throw new SourceError(
        'The subgraph refused the question.',
        'Report it: this is a defect of the site.',
        { cause, detail: cause.message },
      )
    }
    throw error
  }
}

function causeOf(error: unknown): unknown {
  if (isSourceError(error) || error instanceof FinalAnswerError) return error
  const cause = error instanceof Error ? error.cause : undefined
  return cause === undefined ? error : cause
}
