import description from '@/docs/api/openapi.json'
import { jsonAnswer } from '@/lib/data/wire'
import { limited } from '@/lib/network/guard/limits'
import { settings } from '@/lib/network/settings'

export const dynamic = 'force-dynamic'

/** The API's description (OpenAPI 3.1), with this copy's own address. */
export function GET(request: Request): Response {
  return (
    limited(request, 'api') ?? jsonAnswer(request, { ...description, servers: [{ url: settings().siteUrl }] })
  )
}
