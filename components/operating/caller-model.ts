import { zeroAddress } from 'viem'
import { parseAddress } from '@/lib/format/address-checksum'
import { type ActionForm, type OperatorSituation, obstacleTo } from './situation'

export interface CallerForm extends ActionForm {
  error: string | null
  /** Taking the present one back; null: there is none. */
  remove: Pick<ActionForm, 'reason' | 'intent'> | null
}

/** Why a text names no account that could call reward for `own`; null when it does. */
function errorOf(text: string, own: string): string | null {
  const parsed = parseAddress(text)
  if (!parsed.ok) {
    return parsed.reason === 'bad-checksum'
      ? 'At least one character of this address is wrong: its checksum does not add up.'
      : 'Enter a whole address: 0x and 40 hex digits.'
  }
  if (parsed.address === zeroAddress) return 'This is the zero address. To have no caller, take it back.'
  return parsed.address === own.toLowerCase() ? 'Your own account can always call reward.' : null
}

/** The whole state of the form that names who may call reward for an orchestrator (contracts.md 5.3): pure, throws on no text. */
export function callerForm(situation: OperatorSituation, text: string): CallerForm {
  const { view } = situation
  const current = view.rewardCaller
  const blocked = obstacleTo('pause', situation)
  const empty = text.trim() === ''
  const error = empty ? null : errorOf(text, view.address)
  const parsed = parseAddress(text)
  const incomplete = empty
    ? 'Enter the address of the account.'
    : error !== null || !parsed.ok
      ? 'Correct the address above.'
      : parsed.address === current?.toLowerCase()
        ? 'It is your reward caller already.'
        : null
  const reason = blocked ?? incomplete
  return {
    error,
    reason,
    intent: reason === null && parsed.ok ? { verb: 'setRewardCaller', caller: parsed.address } : null,
    remove:
      current === null
        ? null
        : {
            reason: blocked,
            intent: blocked === null ? { verb: 'setRewardCaller', caller: zeroAddress } : null,
          },
    changes: [],
    notes: [],
  }
}
