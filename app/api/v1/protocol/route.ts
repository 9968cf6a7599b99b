import { loadProtocol } from '@/lib/data/protocol'
import { viewAnswer } from '@/lib/data/wire'
import { limited } from '@/lib/network/guard/limits'

export const dynamic = 'force-dynamic'

/** Protocol figures. */
export async function GET(request: Request): Promise<Response> {
  return limited(request, 'api') ?? viewAnswer(request, await loadProtocol())
}
