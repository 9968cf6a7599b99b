import { ledgerCsv } from '@/lib/data/ledger-export'
import { ledgerFileAnswer } from '@/lib/data/ledger-file'

export const dynamic = 'force-dynamic'

/** The whole ledger of an account as CSV. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ address: string }> },
): Promise<Response> {
  return ledgerFileAnswer(request, (await params).address, {
    extension: 'csv',
    contentType: 'text/csv; charset=utf-8',
    text: ledgerCsv,
  })
}
