import { previewAnswer } from '@/components/preview/preview-answer'
import { siteCard } from '@/components/preview/preview-card'
import { loadProtocol } from '@/lib/data/protocol'
import { loadRound } from '@/lib/data/round'

export const dynamic = 'force-dynamic'

/** The picture of links to pages that have none of their own; without figures while they are not known. */
export async function GET(request: Request): Promise<Response> {
  const [protocol, round] = await Promise.all([loadProtocol(), loadRound()])
  const live =
    'value' in protocol && 'value' in round
      ? { protocol: protocol.value, round: round.value, timestamp: protocol.asOf.timestamp }
      : null
  return previewAnswer(request, siteCard(live))
}
