'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { loadWallet } from '@/components/wallet/load-wallet'

/** A wallet on another network: what that means, and the way back. */
export function WrongNetwork() {
  const [problem, setProblem] = useState<string | null>(null)
  const change = async () => {
    const answer = await (await loadWallet()).switchChain()
    setProblem(answer.state === 'failed' ? `${answer.reason} ${answer.next}` : null)
  }
  return (
    <div className="pt-3">
      <Notice tone="wait" title="Your wallet is on another network" role="status">
        <p>The figures here are right; nothing can be signed until the wallet is on this site’s network.</p>
        <p className="pt-2">
          <Button size="sm" onClick={() => void change()}>
            Switch the wallet’s network
          </Button>
        </p>
        {problem && <p className="pt-2 text-loss">{problem}</p>}
      </Notice>
    </div>
  )
}
