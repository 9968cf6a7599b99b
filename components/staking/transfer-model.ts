import type { Address } from 'viem'
import type { AccountFigures } from '@/hooks/account-store'
import type { WalletState } from '@/hooks/wallet-store'
import type { DelegateView, DelegatingView } from '@/lib/data/types'
import { shortenAddress } from '@/lib/format/address'
import { exactAmount } from '@/lib/format/amount'
import { formatInteger } from '@/lib/format/number'
import { parseAmount, refusalSentence } from '@/lib/format/parse-amount'
import type { Intent } from '@/lib/transaction/types'
import type { Change } from './delegate-model'
import { parseRecipient } from './parse-recipient'
import { stakingObstacle, unbondableWei } from './unbond-model'

/** What the person has entered. */
export interface TransferDraft {
  amount: string
  receiver: string
}

export interface TransferForm {
  amountError: string | null
  receiverError: string | null
  /** What the transfer means for whoever receives it; null before a whole address is there. */
  receiverNote: { tone: 'info' | 'wait'; text: string } | null
  reason: string | null
  intent: Intent | null
  changes: readonly Change[]
}

function same(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase()
}

const nameOf = ({ name, address }: DelegateView) => name ?? shortenAddress(address)

/** The receiver's address as typed; null before it is a whole one of somebody else. Whom to read the figures of. */
export function receiverOf(view: DelegatingView, text: string): Address | null {
  const parsed = parseRecipient(text)
  return 'to' in parsed && !same(parsed.to, view.address) ? parsed.to : null
}

function receiverErrorOf(view: DelegatingView, text: string): string | null {
  if (text.trim() === '') return null
  const parsed = parseRecipient(text)
  if ('error' in parsed) return parsed.error
  return same(parsed.to, view.address)
    ? 'This is your own account. Enter the one that is to get the stake.'
    : null
}

/**
 * What becomes of the stake at the receiver (contracts.md 5.3 transferBond): with stake of its own it goes to its own
 * delegate, without any it stays with the giver's. `blocked`: why the contract would refuse it now.
 */
function receiverState(
  view: DelegatingView,
  receiver: DelegatingView,
): { note: TransferForm['receiverNote']; blocked: string | null } {
  const from = view.delegate ? nameOf(view.delegate) : 'your orchestrator'
  const theirs = receiver.delegate
  if (!theirs || receiver.status === 'unbonded') {
    if (view.delegate && same(view.delegate.address, receiver.address)) {
      const blocked = 'This account is your orchestrator without stake of its own: it cannot take the stake.'
      return { note: null, blocked }
    }
    const next = formatInteger(view.round.number + 1)
    const text = `It has no stake yet. The stake stays with ${from} and counts for it from round ${next} on.`
    return { note: { tone: 'info', text }, blocked: null }
  }
  const open = theirs.active && !theirs.calledThisRound && receiver.lastClaimRound < receiver.round.number
  const blocked = open
    ? `It would lose its reward of this round. Wait until ${nameOf(theirs)} has called reward.`
    : null
  if (view.delegate && same(theirs.address, view.delegate.address)) {
    return { note: { tone: 'info', text: `It delegates to ${from} too, where the stake stays.` }, blocked }
  }
  const text = `It delegates to ${nameOf(theirs)}: the stake leaves ${from} for it, and only the receiver can move it back.`
  return { note: { tone: 'wait', text }, blocked }
}

/**
 * The whole state of the form that gives stake to another account: pure, throws on no text.
 *
 * @param figures the receiver's, null before `receiverOf` knows one
 */
export function transferForm(
  view: DelegatingView,
  wallet: WalletState,
  draft: TransferDraft,
  figures: AccountFigures | null,
): TransferForm {
  const lpt = (wei: bigint) => `${exactAmount(wei)} LPT`
  const limit = unbondableWei(view)
  const parsed = parseAmount(draft.amount, { limit })
  const empty = draft.amount.trim() === ''
  const receiver = receiverOf(view, draft.receiver)
  const receiverError = receiverErrorOf(view, draft.receiver)
  const theirs = receiver && figures?.state === 'known' ? receiverState(view, figures.view) : null
  const unread: TransferForm['receiverNote'] =
    receiver && figures?.state === 'failed'
      ? { tone: 'wait', text: 'Its figures could not be read. The review reads them from the chain.' }
      : receiver && figures?.state === 'loading'
        ? { tone: 'info', text: 'Looking at this account…' }
        : null
  const pending =
    view.status === 'pending'
      ? `This stake counts from round ${formatInteger(view.startRound)} on and can be given away from then.`
      : null
  const incomplete = !parsed.ok
    ? empty
      ? 'Enter an amount of LPT.'
      : 'Correct the amount above.'
    : receiver === null
      ? receiverError === null
        ? 'Enter the account that is to get the stake.'
        : 'Correct the account above.'
      : null
  const reason = stakingObstacle(view, wallet) ?? pending ?? incomplete ?? theirs?.blocked ?? null
  const limitName = limit < view.pendingStakeWei ? 'can be given away in this round' : 'your stake'
  return {
    amountError: parsed.ok || empty ? null : refusalSentence(parsed.refusal, { unit: 'LPT', limitName }),
    receiverError,
    receiverNote: theirs?.note ?? unread,
    reason,
    intent:
      parsed.ok && receiver && reason === null
        ? { verb: 'transferBond', amountWei: parsed.amount, receiver }
        : null,
    changes: parsed.ok
      ? [
          {
            label: 'Your stake',
            before: lpt(view.pendingStakeWei),
            after: lpt(view.pendingStakeWei - parsed.amount),
          },
        ]
      : [],
  }
}
