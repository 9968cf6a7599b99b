'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { ButtonWithReason } from '@/components/ui/button-with-reason'
import { Sheet } from '@/components/ui/sheet'
import { refreshAccount } from '@/hooks/account-store'
import {
  closeReview,
  followInBackground,
  giveFocusBack,
  noteFinishedReview,
  type ReviewRequest,
} from '@/hooks/review-store'
import { useWallet } from '@/hooks/use-wallet'
import type { WalletState } from '@/hooks/wallet-store'
import type { Runner } from '@/lib/transaction/ports'
import { isRunning } from '@/lib/transaction/reducer'
import type { FlowState, Plan, StopReason } from '@/lib/transaction/types'
import type { NameOf } from '@/lib/transaction/wording'
import type { CostEstimate } from './cost'
import { FlowResult } from './flow-result'
import { PlanDetails } from './plan-details'
import { actionLabel, planTitle } from './plan-words'
import type { ReviewSession } from './session'
import { isDone, stageButton } from './stage-button'
import { StageNotice } from './stage-notice'

export interface FlowSheetProps {
  request: ReviewRequest
  session: ReviewSession
  plan: Plan
  nameOf: NameOf
}

/** Why the connected wallet cannot act for this plan at the moment; null when it can. */
function walletMismatch(wallet: WalletState, plan: Plan): StopReason | null {
  if (!wallet.address || wallet.address.toLowerCase() !== plan.account.toLowerCase()) {
    return { code: 'account-changed', expected: plan.account, found: wallet.address }
  }
  return wallet.status === 'wrong-chain'
    ? { code: 'chain-changed', expected: plan.chainId, found: wallet.chainId }
    : null
}

/** Reads the cost of what is still to be sent, anew for each plan and step. */
function useCost(session: ReviewSession, plan: Plan, step: number): CostEstimate {
  const [known, setKnown] = useState<{ plan: Plan; step: number; cost: CostEstimate } | null>(null)
  useEffect(() => {
    let gone = false
    void session.cost(plan, step).then((cost) => {
      if (!gone) setKnown({ plan, step, cost })
    })
    return () => {
      gone = true
    }
  }, [session, plan, step])
  return known && known.plan === plan && known.step === step ? known.cost : { state: 'reading' }
}

/** When the page is asked for again after the index has an action. */
const refreshAgainMs = [2_000, 7_000]

/** Brings the page's figures up to date: from the chain when mined, from the site when indexed. */
function useFreshFigures(session: ReviewSession, state: FlowState): void {
  const router = useRouter()
  const { stage } = state
  const done = isDone(state)
  useEffect(() => {
    if (!done || state.stage === 'draft') return
    const { intent, account } = state.plan
    if (stage === 'mined') {
      // Starting the round is on the way to something else: what is typed for that stays.
      if (intent.verb !== 'initializeRound') noteFinishedReview()
      void session
        .showFigures(
          intent,
          state.done.map(({ outcome }) => outcome),
        )
        .catch(() => refreshAccount(account))
    } else {
      refreshAccount(account)
      // A kept page may be sent once more while it is drawn anew: look again. Not cleared: the sheet is closed by then.
      for (const wait of refreshAgainMs) setTimeout(() => router.refresh(), wait)
    }
    router.refresh()
    // Once per stage: the other parts of the state do not change what is to be read.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see the sentence above
  }, [stage, done])
}

/** What is mined goes on to be followed until the index has it; everything else is kept for later. */
function leaveFlow(runner: Runner): void {
  if (runner.getState().stage !== 'mined') return runner.dispose()
  const end = followInBackground()
  runner.subscribe(() => {
    const { stage } = runner.getState()
    if (stage === 'mined') return
    end()
    runner.dispose()
  })
}

/** One flow in its sheet: the review, each stage, and the result, with one button that says what it does. */
export function FlowSheet({ session, plan: first, nameOf }: FlowSheetProps) {
  const { runner } = session
  const router = useRouter()
  const state = useSyncExternalStore(runner.subscribe, runner.getState, runner.getState)
  const wallet = useWallet()
  const plan = state.stage === 'draft' ? first : state.plan
  const step = state.stage === 'draft' ? 0 : state.step
  const cost = useCost(session, plan, step)
  useFreshFigures(session, state)

  const done = isDone(state)
  const mismatch = done || isRunning(state) ? null : walletMismatch(wallet, plan)
  const button = stageButton(state)
  const title = planTitle(plan, nameOf)

  const close = () => {
    leaveFlow(runner)
    closeReview()
    if (done || state.stage === 'draft') return
    // The chain is not what the page shows: it refused what looked possible, or some steps of a series are mined.
    if (state.stage === 'rejected' || state.done.length > 0) {
      refreshAccount(state.plan.account)
      router.refresh()
    }
  }
  const press = () => {
    if (button.does === 'close') close()
    else void runner.retry()
  }

  return (
    <Sheet
      open
      onOpenChange={close}
      onGone={giveFocusBack}
      title={done ? 'Done' : title}
      description={done ? undefined : 'Nothing is sent before you confirm in your wallet.'}
      footer={
        <div className="space-y-3">
          <StageNotice state={state} mismatch={mismatch} />
          <ButtonWithReason
            variant="primary"
            size="lg"
            wide
            reason={mismatch ? 'Waiting for the right account and network.' : button.reason}
            onClick={press}
          >
            {button.label ?? actionLabel(plan, step, nameOf)}
          </ButtonWithReason>
        </div>
      }
    >
      <div aria-live="polite">
        {done && (
          <FlowResult state={state} explorerUrl={session.explorerUrl} nameOf={nameOf} onLeave={close} />
        )}
      </div>
      {!done && (
        <PlanDetails
          plan={plan}
          state={state}
          calls={session.callsOf(plan)}
          cost={cost}
          chainName={session.chainName}
          nameOf={nameOf}
        />
      )}
    </Sheet>
  )
}
