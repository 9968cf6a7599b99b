import { addressAnswer } from '@/lib/data/address-answer'
import { loadClaim } from '@/lib/data/claim'

export const dynamic = 'force-dynamic'

/** What an account can still claim of the stake it had on Ethereum, with the proof for the claim. */
export function GET(
  request: Request,
  { params }: { params: Promise<{ address: string }> },
): Promise<Response> {
  return addressAnswer(
    request,
    params.then(({ address }) => address),
    loadClaim,
  )
}
