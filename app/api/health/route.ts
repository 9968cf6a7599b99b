import { readHealth } from '@/lib/data/health'
import { jsonAnswer } from '@/lib/data/wire'
import { limited } from '@/lib/network/guard/limits'

export const dynamic = 'force-dynamic'

/** State of this copy for monitors: 200 while pages can show figures, 503 when the chain cannot be read. */
export async function GET(request: Request): Promise<Response> {
  const wait = limited(request, 'api')
  if (wait) return wait
  const health = await readHealth()
  const answer = jsonAnswer(request, health, health.status === 'failing' ? 503 : 200)
  answer.headers.set('cache-control', 'no-store')
  return answer
}
