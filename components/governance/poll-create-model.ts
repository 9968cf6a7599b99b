import type { WalletState } from '@/hooks/wallet-store'
import type { PollCreatorView } from '@/lib/data/authoring-types'
import { exactAmount } from '@/lib/format/amount'

const lpt = (wei: bigint) => `${exactAmount(wei)} LPT`

/** Whether an account may create polls, in a sentence, and what to do where it may not. */
export function creatorWords(view: PollCreatorView): { may: boolean; title: string; next: string | null } {
  if (view.may) return { may: true, title: 'This account can create polls.', next: null }
  const most = view.ownWei > view.delegatedWei ? view.ownWei : view.delegatedWei
  return {
    may: false,
    title: `Creating a poll needs ${lpt(view.neededWei)} of stake, own or delegated to the account. It has ${lpt(most)}.`,
    next: `Delegate ${lpt(view.neededWei - view.ownWei)} more, which counts at once and is not spent, or let an account that has enough send it.`,
  }
}

/** What stands in the way of anything an account does here. */
function accountReason(wallet: WalletState, creator: PollCreatorView | null): string | null {
  if (wallet.status === 'wrong-chain') return 'Your wallet is on another network. Switch it first.'
  if (wallet.status !== 'connected') return 'Waiting for your wallet.'
  if (creator === null) return 'Reading your stake.'
  return creator.may ? null : 'This account has too little stake to create polls.'
}

/** What the page knows when a button is asked for. */
export interface CreationState {
  wallet: WalletState
  creator: PollCreatorView | null
  /** The LIP's text is here. */
  textKnown: boolean
  busy: boolean
  /** Content id that was checked against the text; null: none yet. */
  cid: string | null
}

/** Why the text cannot be published now; null when it can. */
export function publishReason({ wallet, creator, textKnown, busy, cid }: CreationState): string | null {
  if (busy) return 'One moment.'
  if (cid !== null) return 'The text is published.'
  return accountReason(wallet, creator) ?? (textKnown ? null : 'Reading the text of the LIP.')
}

/** Why the poll cannot be reviewed now; null when it can. */
export function createReason({ wallet, creator, busy, cid }: CreationState): string | null {
  if (busy) return 'One moment.'
  const reason = accountReason(wallet, creator)
  if (reason !== null) return reason
  return cid === null ? 'Publish the text first, or paste the content id of one that you pinned.' : null
}
