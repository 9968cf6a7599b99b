import type { WalletState } from '@/hooks/wallet-store'
import type { ProposalStepView } from '@/lib/data/authoring-types'
import type { NextStepView } from '@/lib/data/governance-types'
import { shortenAddress } from '@/lib/format/address'
import type { Intent } from '@/lib/transaction/types'

type Step = NextStepView['step']

/** What the button of a step says. */
export const stepButton: Readonly<Record<Step, { review: string; connect: string }>> = {
  queue: { review: 'Review queueing', connect: 'Connect wallet to queue it' },
  execute: { review: 'Review execution', connect: 'Connect wallet to execute it' },
  cancel: { review: 'Review cancelling', connect: 'Connect wallet to cancel it' },
}

/** The whole state of the button. */
export interface StepForm {
  /** Why the step cannot be reviewed now; null when it can. */
  reason: string | null
  intent: Intent | null
}

/** Whether an account can take the step that the page shows, with what the chain says now: pure. */
export function stepForm(step: Step, view: ProposalStepView, wallet: WalletState): StepForm {
  const reason = obstacle(step, view, wallet)
  return {
    reason,
    intent:
      reason === null && view.parts
        ? {
            verb: step,
            calls: view.parts.calls.map(({ target, ethWei, calldata }) => ({
              target,
              valueWei: ethWei,
              calldata,
            })),
            description: view.parts.description,
          }
        : null,
  }
}

function obstacle(step: Step, view: ProposalStepView, wallet: WalletState): string | null {
  if (view.step !== step) return 'This has changed meanwhile. Reload the page to see what is next.'
  if (view.parts === null)
    return 'The index does not have the exact text yet, without which the governor does not know it.'
  if (step === 'cancel' && wallet.address?.toLowerCase() !== view.proposer.toLowerCase())
    return `Only its proposer ${shortenAddress(view.proposer)} can cancel it.`
  if (step === 'execute' && view.simulation?.state === 'fails') {
    const { action, reason } = view.simulation
    return `It would fail now, at call ${action}: ${reason}`
  }
  if (wallet.status === 'wrong-chain') return 'Your wallet is on another network. Switch it first.'
  return wallet.status === 'connected' ? null : 'Waiting for your wallet.'
}
