'use client'

import { StartRoundButton } from '@/components/staking/start-round'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { loadWallet } from '@/components/wallet/load-wallet'
import type { FlowState, StopReason } from '@/lib/transaction/types'
import { CopyReport } from './copy-report'
import { flowReport, isReportable } from './flow-report'
import { blockedByRound } from './round-block'
import { stageTone } from './stage-button'
import { stageWords, stopWords } from './stage-words'

/**
 * What is happening now, next to the button so that it is in view however far the review is scrolled. A live region: each
 * stage is announced. `mismatch`: the connected wallet is not the plan's.
 */
export function StageNotice({ state, mismatch }: { state: FlowState; mismatch: StopReason | null }) {
  const words = mismatch ? stopWords(mismatch) : stageWords(state)
  const brief = !mismatch && state.stage === 'checking'
  return (
    <div role="status" aria-live="polite" aria-atomic="true">
      {words && brief && <p className="sr-only">{words.title}</p>}
      {words && !brief && (
        <Notice tone={mismatch ? 'wait' : stageTone(state)} title={words.title}>
          {words.detail}
          {mismatch?.code === 'chain-changed' && (
            <Button
              size="sm"
              className="mt-2"
              onClick={() => void loadWallet().then((handle) => handle.switchChain())}
            >
              Switch network
            </Button>
          )}
          {!mismatch && 'failure' in state && blockedByRound(state.failure) && (
            <div className="pt-2">
              <StartRoundButton account={state.plan.account} />
            </div>
          )}
          {words.technical && (
            <p className="mt-1 max-h-24 overflow-y-auto font-mono break-all text-ink-quiet">
              {words.technical}
            </p>
          )}
          {!mismatch && isReportable(state) && <CopyReport text={flowReport(state, words)} />}
        </Notice>
      )}
    </div>
  )
}
