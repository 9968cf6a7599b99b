'use client'

import { useEffect, useState } from 'react'
import { createClient, http } from 'viem'
import { siteRpcUrl } from '@/components/wallet/site-chain'
import { callOf } from '@/lib/contracts/call-of'
import { readPublicConfig } from '@/lib/network/public-config'
import type { KeptFlow } from '@/lib/transaction/ports'
import { waitProposal } from '@/lib/transaction/safe-search'

/** Between two looks at first; the pauses grow. */
const POLL_MS = 2_000

/** Ids of the kept flows whose proposal a Safe has executed, or can execute no more; each is watched while it is on show. */
export function useEndedProposals(flows: readonly KeptFlow[]): ReadonlySet<string> {
  const [ended, setEnded] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const site = readPublicConfig()
    const { contracts } = site
    const proposed = flows.filter(({ stage }) => stage === 'proposed')
    if (!contracts || proposed.length === 0) return
    const abort = new AbortController()
    const client = createClient({ transport: http(siteRpcUrl(site), { retryCount: 1 }), cacheTime: 0 })
    for (const { id, plan, step, hash, nonce, block } of proposed) {
      const args = plan.steps[step]?.args
      if (!args || hash === null || nonce === null) continue
      const call = callOf(args, contracts)
      const proposal = { safeTxHash: hash, account: plan.account, call, nonce, sinceBlock: block }
      waitProposal(client, POLL_MS, proposal, () => undefined, abort.signal).then(
        () => setEnded((known) => new Set(known).add(id)),
        () => undefined,
      )
    }
    return () => abort.abort(new Error('The notice is gone.'))
  }, [flows])
  return ended
}
