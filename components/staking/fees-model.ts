import type { Address } from 'viem'
import type { WalletState } from '@/hooks/wallet-store'
import type { DelegatingView } from '@/lib/data/types'
import { shortenAddress } from '@/lib/format/address'
import { exactAmount } from '@/lib/format/amount'
import { formatInteger } from '@/lib/format/number'
import { parseAmount, refusalSentence } from '@/lib/format/parse-amount'
import type { Intent } from '@/lib/transaction/types'
import type { Change } from './delegate-model'
import { parseRecipient } from './parse-recipient'
import { stakingObstacle } from './unbond-model'

/** What the person has entered. */
export interface FeesDraft {
  amount: string
  /** Empty: the account itself. */
  recipient: string
}

export interface FeesForm {
  amountError: string | null
  recipientError: string | null
  reason: string | null
  intent: Intent | null
  changes: readonly Change[]
}

/**
 * The most that can be withdrawn now, wei of ETH. A withdrawal claims first; what an orchestrator earned since its claim
 * of this round has to wait for the next one.
 */
export function withdrawableFees(view: DelegatingView): bigint {
  return view.lastClaimRound < view.round.number ? view.pendingFeesWei : view.storedFeesWei
}

/** Who is paid: the account itself unless something is entered. */
function recipientOf(text: string, own: Address): { to: Address } | { error: string } {
  return text.trim() === '' ? { to: own } : parseRecipient(text)
}

/** The account that would be paid; null while the text is none. */
export function recipientAddress(text: string, own: Address): Address | null {
  const recipient = recipientOf(text, own)
  return 'to' in recipient ? recipient.to : null
}

/** The whole state of the form that withdraws fees: pure, throws on no text. */
export function feesForm(view: DelegatingView, wallet: WalletState, draft: FeesDraft): FeesForm {
  const eth = (wei: bigint) => `${exactAmount(wei)} ETH`
  const limit = withdrawableFees(view)
  const parsed = parseAmount(draft.amount, { limit })
  const empty = draft.amount.trim() === ''
  const recipient = recipientOf(draft.recipient, view.address)
  const blocked = stakingObstacle(view, wallet)
  const incomplete = !parsed.ok
    ? empty
      ? 'Enter an amount of ETH.'
      : 'Correct the amount above.'
    : 'error' in recipient
      ? 'Correct the recipient above.'
      : null
  const ready = parsed.ok && 'to' in recipient && blocked === null
  const elsewhere = 'to' in recipient && recipient.to.toLowerCase() !== view.address.toLowerCase()
  return {
    amountError:
      parsed.ok || empty
        ? null
        : refusalSentence(parsed.refusal, { unit: 'ETH', limitName: 'the fees you can withdraw' }),
    recipientError: 'error' in recipient ? recipient.error : null,
    reason: blocked ?? incomplete,
    intent: ready ? { verb: 'withdrawFees', amountWei: parsed.amount, recipient: recipient.to } : null,
    changes: parsed.ok
      ? [
          { label: 'Fees to withdraw', before: eth(limit), after: eth(limit - parsed.amount) },
          ...('to' in recipient
            ? [
                {
                  label: elsewhere ? `To ${shortenAddress(recipient.to)}` : 'To this account',
                  before: '0 ETH',
                  after: eth(parsed.amount),
                },
              ]
            : []),
        ]
      : [],
  }
}

/** Why earnings cannot be claimed by themselves now; null when they can. */
export function claimObstacle(view: DelegatingView, wallet: WalletState): string | null {
  if (view.lastClaimRound >= view.round.number) {
    return `Earnings up to round ${formatInteger(view.round.number)} are part of your stake already.`
  }
  return stakingObstacle(view, wallet)
}
