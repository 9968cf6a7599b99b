/** A request this site does not serve: HTTP 4xx with a sentence for the caller. */
export interface Refusal {
  status: 400 | 403 | 404 | 405 | 409 | 413 | 415 | 429
  message: string
}

/** The answer of a JSON route to a refused request. */
export function refuse({ status, message }: Refusal, headers: Record<string, string> = {}): Response {
  return Response.json(
    { error: { message } },
    { status, headers: { 'cache-control': 'no-store', ...headers } },
  )
}
