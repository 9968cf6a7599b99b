import { loadProposalStep } from '@/lib/data/proposal-step'
import { viewAnswer } from '@/lib/data/wire'
import { parseProposalId } from '@/lib/format/proposal-id'
import { limited } from '@/lib/network/guard/limits'
import { refuse } from '@/lib/network/guard/refusal'

export const dynamic = 'force-dynamic'

/** What queueing, executing or cancelling a proposal needs: exactly what was proposed. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ proposal: string }> },
): Promise<Response> {
  const wait = limited(request, 'api')
  if (wait) return wait
  const id = parseProposalId((await params).proposal)
  if (id === null) return refuse({ status: 400, message: 'Not a proposal id.' })
  const loaded = await loadProposalStep(id)
  if ('value' in loaded && loaded.value === null)
    return refuse({ status: 404, message: 'The governor knows no such proposal.' })
  return viewAnswer(request, loaded)
}
