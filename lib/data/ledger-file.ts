import { loadLedger } from '@/lib/data/ledger'
import type { LedgerView } from '@/lib/data/ledger-types'
import type { AsOf } from '@/lib/data/types'
import { parseAddress } from '@/lib/format/address-checksum'
import { fileAnswer, unavailableAnswer } from '@/lib/network/file-answer'
import { limited } from '@/lib/network/guard/limits'
import { refuse } from '@/lib/network/guard/refusal'

/** How the whole ledger of an account becomes a file. */
export interface LedgerFile {
  extension: 'csv' | 'json'
  contentType: string
  text: (ledger: LedgerView, asOf: AsOf) => string
}

/** A whole ledger costs more than a figure: so many requests of the sender's limit. */
const tokens = 10

/**
 * The answer to a download of a ledger, with prices of every round; 503 with the reason when there is no ledger, also when it
 * takes longer than the deadline: it goes on in the background, and the next request finds it.
 */
export async function ledgerFileAnswer(
  request: Request,
  address: string,
  file: LedgerFile,
): Promise<Response> {
  const wait = limited(request, 'api', tokens)
  if (wait) return wait
  const parsed = parseAddress(address)
  if (!parsed.ok) return refuse({ status: 400, message: 'Not an address.' })
  const view = await loadLedger(parsed.address, { pricesFor: (lines) => lines })
  if (!('value' in view)) return unavailableAnswer(view)
  const name = `livepeer-ledger-${parsed.address}-block-${view.asOf.block}.${file.extension}`
  return fileAnswer(file.text(view.value, view.asOf), name, file.contentType)
}
