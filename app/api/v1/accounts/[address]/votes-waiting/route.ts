import { addressAnswer } from '@/lib/data/address-answer'
import { loadVotesWaiting } from '@/lib/data/votes-waiting'

export const dynamic = 'force-dynamic'

/** How many open polls and proposals one account has not voted on. */
export function GET(
  request: Request,
  { params }: { params: Promise<{ address: string }> },
): Promise<Response> {
  return addressAnswer(
    request,
    params.then(({ address }) => address),
    loadVotesWaiting,
  )
}
