import { refuse } from '@/lib/network/guard/refusal'

export const dynamic = 'force-dynamic'

/** What the API does not have, as an error its callers can read. */
export function GET(): Response {
  return refuse({ status: 404, message: 'There is no such address here. /api/v1/openapi.json lists them.' })
}
