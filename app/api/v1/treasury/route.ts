import { loadTreasury } from '@/lib/data/treasury'
import { viewAnswer } from '@/lib/data/wire'
import { limited } from '@/lib/network/guard/limits'

export const dynamic = 'force-dynamic'

/** The treasury and every proposal to it. */
export async function GET(request: Request): Promise<Response> {
  return limited(request, 'api') ?? viewAnswer(request, await loadTreasury())
}
