import { addressAnswer } from '@/lib/data/address-answer'
import { loadPollCreator } from '@/lib/data/poll-creation'

export const dynamic = 'force-dynamic'

/** Whether one account may create LIP polls. */
export function GET(
  request: Request,
  { params }: { params: Promise<{ account: string }> },
): Promise<Response> {
  return addressAnswer(
    request,
    params.then(({ account }) => account),
    loadPollCreator,
  )
}
