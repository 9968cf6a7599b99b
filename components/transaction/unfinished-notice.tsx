'use client'

import { useEffect, useState } from 'react'
import type { Address } from 'viem'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { followedInBackground, openReview, subscribeReview } from '@/hooks/review-store'
import { readPublicConfig } from '@/lib/network/public-config'
import { waitIndexed } from '@/lib/transaction/indexed'
import type { FlowStore, KeptFlow, KeptStage } from '@/lib/transaction/ports'
import { createBrowserFlowStore } from '@/lib/transaction/store'
import { readIndexHead } from './index-head'
import { nameWith, planTitle } from './plan-words'
import { useEndedProposals } from './use-ended-proposals'

const says: Record<KeptStage, string> = {
  waiting: 'The next step is still open.',
  signing: 'Your wallet was asking when the page was left.',
  submitted: 'It was sent and is waiting to be mined.',
  proposed: 'It waits in your Safe for its signatures and for somebody to execute it. This page follows it.',
  mined: 'It is done. Lists and history follow in a moment.',
}

const acts: Record<KeptStage, string> = {
  waiting: 'Go on',
  signing: 'Look and go on',
  submitted: 'Show',
  proposed: 'Show',
  mined: 'Show',
}

/** How a flow is called in its notice; `ended`: a Safe has executed it, or can do so no more. */
function headOf(flow: KeptFlow, ended: boolean): string {
  const what = planTitle(flow.plan, nameWith(null, null))
  if (flow.stage === 'mined') return `Mined, indexing: ${what}`
  if (flow.stage !== 'proposed') return `Not finished: ${what}`
  return `${ended ? 'Your Safe is done with it' : 'Proposed to your Safe'}: ${what}`
}

/** Kept flows, less those that are mined and followed by this page already. */
function unfinished(store: FlowStore, account: Address): readonly KeptFlow[] {
  const flows = store.list(readPublicConfig().chainId, account)
  return followedInBackground() > 0 ? flows.filter(({ stage }) => stage !== 'mined') : flows
}

/** Flows of this account that were left before they were finished, each with a way to go on or to forget it. */
export function UnfinishedNotice({ account }: { account: Address }) {
  const [store] = useState(() => createBrowserFlowStore())
  const [flows, setFlows] = useState(() => unfinished(store, account))
  useEffect(() => {
    const look = () => setFlows(unfinished(store, account))
    const stops = [store.watch(look), subscribeReview(look)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [store, account])
  useEffect(() => {
    const abort = new AbortController()
    for (const flow of flows.filter(({ stage }) => stage === 'mined')) {
      const block = flow.done.at(-1)?.block ?? flow.block
      waitIndexed(readIndexHead, block, () => undefined, abort.signal).then(
        () => {
          store.remove(flow.id)
          setFlows(unfinished(store, account))
        },
        () => undefined,
      )
    }
    return () => abort.abort(new Error('The notice is gone.'))
  }, [flows, store, account])
  const ended = useEndedProposals(flows)
  if (flows.length === 0) return null
  const forget = (flow: KeptFlow) => {
    store.remove(flow.id)
    setFlows(unfinished(store, account))
  }
  return (
    <section
      aria-label="Unfinished actions"
      className="mx-auto w-full max-w-content space-y-2 px-4 pt-4 sm:px-6"
      data-print="hide"
    >
      {flows.map((flow) => (
        <Notice
          key={flow.id}
          tone={flow.stage === 'mined' ? 'info' : 'wait'}
          role="status"
          title={headOf(flow, ended.has(flow.id))}
        >
          <p>{ended.has(flow.id) ? 'Open it to see what happened.' : says[flow.stage]}</p>
          <div className="mt-2 flex gap-2">
            <Button
              size="sm"
              onClick={() => openReview({ kind: 'resume', flow, account, orchestratorName: null })}
            >
              {acts[flow.stage]}
            </Button>
            <Button size="sm" variant="quiet" onClick={() => forget(flow)}>
              Forget it
            </Button>
          </div>
        </Notice>
      ))}
    </section>
  )
}
