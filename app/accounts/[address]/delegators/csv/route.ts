import { delegatorsCsv } from '@/components/account/delegators-csv'
import { loadDelegators } from '@/lib/data/delegators'
import { parseAddress } from '@/lib/format/address-checksum'
import { csvAnswer, plainAnswer, unavailableAnswer } from '@/lib/network/file-answer'
import { limited } from '@/lib/network/guard/limits'

export const dynamic = 'force-dynamic'

/** Everyone bonded to an account as a file; 404 for what is no address, 503 with the reason when the list is not known. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ address: string }> },
): Promise<Response> {
  const wait = limited(request, 'api')
  if (wait) return wait
  const parsed = parseAddress((await params).address)
  if (!parsed.ok) return plainAnswer('This is no address.', 404)
  const view = await loadDelegators(parsed.address)
  if (!('value' in view)) return unavailableAnswer(view)
  const { rows, round } = view.value
  if (rows === null) {
    return unavailableAnswer({
      reason: 'The index, which lists delegators, did not answer.',
      next: 'Try again in a moment.',
    })
  }
  return csvAnswer(
    delegatorsCsv({ rows, round }),
    `livepeer-delegators-${parsed.address}-block-${view.asOf.block}`,
  )
}
