import { loadRound } from '@/lib/data/round'
import { viewAnswer } from '@/lib/data/wire'
import { limited } from '@/lib/network/guard/limits'

export const dynamic = 'force-dynamic'

/** State of the current round. */
export async function GET(request: Request): Promise<Response> {
  return limited(request, 'api') ?? viewAnswer(request, await loadRound())
}
