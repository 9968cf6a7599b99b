import type { Registry } from '@/lib/contracts/call'
import { isServiceUri } from '@/lib/transaction/service-uri'
import { type ActionForm, type OperatorSituation, obstacleTo } from './situation'

export interface ServiceForm extends ActionForm {
  /** What the field shows. */
  text: string
  error: string | null
  /** Taking the present one back; null: there is none. */
  remove: Pick<ActionForm, 'reason' | 'intent'> | null
}

/** The address in one registry, or null when none is set. */
export function serviceUriOf({ view }: OperatorSituation, registry: Registry): string | null {
  return registry === 'ServiceRegistry' ? view.serviceUri : view.aiServiceUri
}

/**
 * The whole state of the form that publishes where a node is reached, in one of the two registries (contracts.md section 9: anybody
 * may, neither pause nor round stops it). `draft` null: the address as it is. Pure, throws on no text.
 */
export function serviceForm(
  situation: OperatorSituation,
  registry: Registry,
  draft: string | null,
): ServiceForm {
  const current = serviceUriOf(situation, registry)
  const text = draft ?? current ?? ''
  const uri = text.trim()
  const missing =
    registry === 'AIServiceRegistry' && !situation.view.aiRegistry
      ? 'This network has no registry for AI jobs.'
      : null
  const blocked = missing ?? obstacleTo('nothing', situation)
  const error = isServiceUri(uri)
    ? null
    : 'Enter a web address with its scheme, such as https://node.example:8935.'
  const incomplete =
    error !== null
      ? 'Correct the address above.'
      : uri === ''
        ? 'Enter the address of your node.'
        : uri === current
          ? 'This address is published already.'
          : null
  const reason = blocked ?? incomplete
  return {
    text,
    error,
    reason,
    intent: reason === null ? { verb: 'setServiceURI', registry, uri } : null,
    remove:
      current === null
        ? null
        : { reason: blocked, intent: blocked === null ? { verb: 'setServiceURI', registry, uri: '' } : null },
    changes:
      error === null && uri !== '' && uri !== current
        ? [{ label: 'Published address', before: current ?? 'none', after: uri }]
        : [],
    notes: [],
  }
}
