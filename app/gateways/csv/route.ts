import { gatewaysCsv } from '@/components/network/gateways-csv'
import { parseGateways, selectGateways } from '@/components/network/gateways-query'
import { loadGateways } from '@/lib/data/gateways'
import { csvAnswer, unavailableAnswer } from '@/lib/network/file-answer'
import { limited } from '@/lib/network/guard/limits'

export const dynamic = 'force-dynamic'

/** Every gateway as a file, from the same loader as the page; 503 with the reason when there is none. */
export async function GET(request: Request): Promise<Response> {
  const wait = limited(request, 'api')
  if (wait) return wait
  const view = await loadGateways()
  if (!('value' in view)) return unavailableAnswer(view)
  const { rows } = view.value
  if (rows === null) {
    return unavailableAnswer({
      reason: 'The index, which lists the gateways, did not answer.',
      next: 'Try again in a moment.',
    })
  }
  const whole = selectGateways(rows, parseGateways({}))
  return csvAnswer(gatewaysCsv(view.value, whole), `livepeer-gateways-block-${view.asOf.block}`)
}
