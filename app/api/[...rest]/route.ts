import { limited } from '@/lib/network/guard/limits'
import { refuse } from '@/lib/network/guard/refusal'

export const dynamic = 'force-dynamic'

/** What no route has: an error its callers can read, not a page that must be drawn. */
function nothing(request: Request): Response {
  return limited(request, 'api') ?? refuse({ status: 404, message: 'There is no such address here.' })
}

export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT }
