import { addressAnswer } from '@/lib/data/address-answer'
import { loadProposer } from '@/lib/data/proposing'

export const dynamic = 'force-dynamic'

/** One account's power to propose. */
export function GET(
  request: Request,
  { params }: { params: Promise<{ account: string }> },
): Promise<Response> {
  return addressAnswer(
    request,
    params.then(({ account }) => account),
    loadProposer,
  )
}
