import { loadSearch } from '@/lib/data/search'
import { viewAnswer } from '@/lib/data/wire'
import { limited } from '@/lib/network/guard/limits'

export const dynamic = 'force-dynamic'

/** What the site finds for a text; without one, what is worth opening. */
export async function GET(request: Request): Promise<Response> {
  const wait = limited(request, 'api')
  if (wait) return wait
  return viewAnswer(request, await loadSearch(new URL(request.url).searchParams.get('q') ?? ''))
}
