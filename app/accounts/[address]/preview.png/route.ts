import { latePreview, noPreview, previewAnswer } from '@/components/preview/preview-answer'
import { orchestratorCard } from '@/components/preview/preview-card'
import { loadListed } from '@/lib/data/listed'
import { parseAddress } from '@/lib/format/address-checksum'

export const dynamic = 'force-dynamic'

/** The picture of links to an orchestrator's pages. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ address: string }> },
): Promise<Response> {
  const parsed = parseAddress((await params).address)
  if (!parsed.ok) return noPreview()
  const listed = await loadListed(parsed.address)
  if (listed.state === 'unknown') return latePreview(listed)
  if (listed.state === 'not-listed') return noPreview()
  return previewAnswer(request, orchestratorCard(listed.row, listed.timestamp))
}
