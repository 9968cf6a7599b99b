import { loadAccountVotes } from '@/lib/data/account-votes'
import { addressAnswer } from '@/lib/data/address-answer'

export const dynamic = 'force-dynamic'

/** Every vote of one account in polls and on proposals. */
export function GET(
  request: Request,
  { params }: { params: Promise<{ address: string }> },
): Promise<Response> {
  return addressAnswer(
    request,
    params.then(({ address }) => address),
    loadAccountVotes,
  )
}
