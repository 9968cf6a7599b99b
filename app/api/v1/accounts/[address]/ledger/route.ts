import { loadLedgerAnswer, parseLedgerAsked } from '@/lib/data/ledger-answer'
import { viewAnswer } from '@/lib/data/wire'
import { parseAddress } from '@/lib/format/address-checksum'
import { limited } from '@/lib/network/guard/limits'
import { refuse } from '@/lib/network/guard/refusal'

export const dynamic = 'force-dynamic'

/** A page of an account's earnings ledger: `?from=&to=&limit=&prices=true&totals=month`. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ address: string }> },
): Promise<Response> {
  const wait = limited(request, 'api', 2)
  if (wait) return wait
  const parsed = parseAddress((await params).address)
  if (!parsed.ok) return refuse({ status: 400, message: 'Not an address.' })
  const asked = parseLedgerAsked(new URL(request.url).searchParams)
  if (typeof asked === 'string') return refuse({ status: 400, message: asked })
  return viewAnswer(request, await loadLedgerAnswer(parsed.address, asked))
}
