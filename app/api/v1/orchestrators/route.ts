import { loadOrchestrators } from '@/lib/data/orchestrators'
import { viewAnswer } from '@/lib/data/wire'
import { limited } from '@/lib/network/guard/limits'

export const dynamic = 'force-dynamic'

/** Every orchestrator with its figures. */
export async function GET(request: Request): Promise<Response> {
  return limited(request, 'api') ?? viewAnswer(request, await loadOrchestrators())
}
