import { ledgerJson } from '@/lib/data/ledger-export'
import { ledgerFileAnswer } from '@/lib/data/ledger-file'
import { settings } from '@/lib/network/settings'

export const dynamic = 'force-dynamic'

/** The whole ledger of an account as JSON that documents its columns. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ address: string }> },
): Promise<Response> {
  return ledgerFileAnswer(request, (await params).address, {
    extension: 'json',
    contentType: 'application/json; charset=utf-8',
    text: (ledger, asOf) => ledgerJson(ledger, asOf, settings().network),
  })
}
