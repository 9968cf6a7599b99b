import { loadPolls } from '@/lib/data/polls'
import { viewAnswer } from '@/lib/data/wire'
import { limited } from '@/lib/network/guard/limits'

export const dynamic = 'force-dynamic'

/** Every LIP poll with its tally. */
export async function GET(request: Request): Promise<Response> {
  return limited(request, 'api') ?? viewAnswer(request, await loadPolls())
}
