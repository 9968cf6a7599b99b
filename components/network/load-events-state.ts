import { type EventsState, parseEvents } from '@/components/network/events-query'
import { resolveName } from '@/lib/ens/names'

/** Why a text names no account, in words for the visitor. */
export interface NoAccount {
  reason: string
  next: string
  /** A source failed: the text may well name one. */
  unknown: boolean
}

const noAddress: NoAccount = {
  reason: 'This is no address.',
  next: 'An address is 0x and 40 characters of 0–9 and a–f; a name has a dot, as in name.eth.',
  unknown: false,
}

/** The list's state from its URL, with the account that a name stands for; `wrong` says why there is none. */
export async function loadEventsState(
  params: Readonly<Record<string, unknown>>,
): Promise<{ state: EventsState; wrong: NoAccount | null }> {
  const state = parseEvents(params)
  const text = state.noAccount
  if (text === null) return { state, wrong: null }
  if (!text.includes('.')) return { state, wrong: noAddress }
  const owner = await resolveName(text)
  if (!('value' in owner)) return { state, wrong: { reason: owner.reason, next: owner.next, unknown: true } }
  if (owner.value === null)
    return {
      state,
      wrong: {
        reason: 'Nobody has this name.',
        next: 'Check its spelling, or use the address.',
        unknown: false,
      },
    }
  return { state: { ...state, account: owner.value, noAccount: null }, wrong: null }
}
