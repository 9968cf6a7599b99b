import { latePreview, noPreview, previewAnswer } from '@/components/preview/preview-answer'
import { pollCard } from '@/components/preview/preview-card'
import { loadPoll } from '@/lib/data/polls'
import { parseAddress } from '@/lib/format/address-checksum'

export const dynamic = 'force-dynamic'

/** The picture of links to a LIP poll. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ poll: string }> },
): Promise<Response> {
  const parsed = parseAddress((await params).poll)
  if (!parsed.ok) return noPreview()
  const poll = await loadPoll(parsed.address)
  if (!('value' in poll)) return latePreview(poll)
  return poll.value ? previewAnswer(request, pollCard(poll.value, poll.asOf.timestamp)) : noPreview()
}
