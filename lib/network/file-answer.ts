import type { Failure } from '@/lib/data/types'

/** A plain sentence as an answer. */
export function plainAnswer(text: string, status: number, headers: Record<string, string> = {}): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
  })
}

/** Answer to a download whose figures cannot be read now: 503 with the reason and when to ask again. */
export function unavailableAnswer({ reason, next }: Pick<Failure, 'reason' | 'next'>): Response {
  return plainAnswer(`${reason} ${next}`, 503, { 'retry-after': '10' })
}

/**
 * A file to keep.
 * @param name with its ending; ours, never text of others
 */
export function fileAnswer(text: string, name: string, contentType: string): Response {
  return new Response(text, {
    headers: {
      'content-type': contentType,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

/** A CSV file to keep; `name` without its ending. */
export function csvAnswer(text: string, name: string): Response {
  return fileAnswer(text, `${name}.csv`, 'text/csv; charset=utf-8')
}
