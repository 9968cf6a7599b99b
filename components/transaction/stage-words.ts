import { shortenAddress } from '@/lib/format/address'
import { countOf } from '@/lib/format/number'
import type { FlowState, SafeQueue, StopReason } from '@/lib/transaction/types'

export interface StageWords {
  /** What is so, one sentence; announced to screen readers. */
  title: string
  /** What it means or what to do; may be empty. */
  detail: string
  /** The technical reason, for the details; null when there is none. */
  technical: string | null
}

function words(title: string, detail = '', technical: string | null = null): StageWords {
  return { title, detail, technical }
}

/** Why a flow stopped, and how to go on. */
export function stopWords(reason: StopReason): StageWords {
  switch (reason.code) {
    case 'account-changed':
      return words(
        reason.found
          ? `Stopped: your wallet switched to ${shortenAddress(reason.found)}.`
          : 'Stopped: your wallet is not connected any more.',
        `This action belongs to ${shortenAddress(reason.expected)}. Close any open request in your wallet and switch back to go on.`,
      )
    case 'chain-changed':
      return words(
        'Stopped: your wallet switched to another network.',
        `Close any open request in your wallet and switch back to chain ${reason.expected} to go on.`,
      )
    case 'interrupted':
      return words(
        'The page was closed before this was finished.',
        'Check the figures and go on. If a request is still open in your wallet, close it first.',
      )
    case 'plan-changed':
      return words('The figures changed since you opened this review.', 'Look at them again, then confirm.')
    case 'unclear':
      return words(
        'Your wallet gave no clear answer. It may have been sent or not.',
        'Look in your wallet. We look for it on the chain first, and ask your wallet again only if it is not there.',
        reason.detail,
      )
    case 'unclear-proposal':
      return words(
        'Your Safe gave no clear answer. It may have the proposal or not.',
        'Look in its queue first: going on here proposes it once more.',
        reason.detail,
      )
    case 'elsewhere':
      return words(
        'Another tab or an open request in your wallet has this action.',
        'It goes on there. When that is closed or answered, this tab takes over by itself.',
      )
    case 'ended-elsewhere':
      return words('This was ended in another tab.', 'Close this and look at your figures.')
  }
}

/** What a proposal waits for, and how much of the Safe's life since is known. */
function queueWords({ threshold, owners, others, unread }: SafeQueue): string {
  const needs =
    threshold === null || owners === null
      ? 'Sign and execute it there.'
      : `It needs ${countOf(threshold, 'signature')} of ${countOf(owners, 'owner')} there, then somebody executes it.`
  const since = unread
    ? ' Your Safe has executed something that this site’s node does not show: look there whether it was this.'
    : others > 0
      ? ` Not found among the ${countOf(others, 'transaction')} your Safe has executed since.`
      : ''
  return `${needs}${since} This page follows it, also after you close and reopen it.`
}

/** What to tell the person about a stage; null where the review itself says it all. */
export function stageWords(state: FlowState): StageWords | null {
  if (state.stage === 'draft') return null
  const total = state.plan.steps.length
  const step = total > 1 ? `Step ${state.step + 1} of ${total}: ` : ''
  switch (state.stage) {
    case 'checking':
      return words(`${step}Checking that it will work.`)
    case 'ready':
      return state.notice ? stopWords(state.notice) : null
    case 'signing':
      return words(`${step}Confirm in your wallet.`, 'It shows the same call as the details here.')
    case 'submitted':
      return words(
        state.earlierHashes.length > 0
          ? `${step}Sped up, waiting to be mined.`
          : `${step}Sent, waiting to be mined.`,
        'You can close this. It goes on without the page.',
      )
    case 'mined':
      if (state.step < total - 1) return words(`${step}Mined.`, 'The next step follows.')
      return state.indexing === 'late'
        ? words('Mined, still indexing.', 'It is done. Lists and history are behind and show it later.')
        : words('Mined, indexing.', 'It is done. Lists and history follow in a moment.')
    case 'indexed':
      return words('Mined and indexed.')
    case 'refused':
    case 'rejected': {
      const { kind, reason, next, detail } = state.failure
      // A refusal of our own plan has a code instead of the chain's words: it would tell a person nothing.
      return words(`${step}${reason}`, next, kind === 'refused-by-plan' ? null : detail)
    }
    case 'reverted':
      // Mined without the event that proves the action: nobody can say that nothing but the fee was spent.
      if (state.failure.kind === 'no-event' || state.failure.kind === 'different-call') {
        return words(`${step}${state.failure.reason}`, state.failure.next, state.failure.detail)
      }
      return words(
        `${step}The transaction failed. ${state.failure.reason}`,
        `Only the network fee was spent. ${state.failure.next}`,
        state.failure.detail,
      )
    case 'replaced':
      return words(
        `${step}Another transaction took its place in your wallet.`,
        'Nothing of this step happened. Try again if you still want it.',
      )
    case 'cancelled':
      return words(
        `${step}You cancelled it in your wallet.`,
        'Nothing of this step happened. Try again if you still want it.',
      )
    case 'lost':
      return words(
        `${step}It was sent, but no node knows it.`,
        'Look it up in your wallet, and look again here before you send a new one.',
      )
    case 'stopped':
      return stopWords(state.reason)
    case 'safe-proposed':
      return words(`${step}Proposed to your Safe.`, queueWords(state.queue))
    case 'batch-sent':
      return words('Sent as one batch.', 'Your wallet reports when it is mined.')
  }
}
