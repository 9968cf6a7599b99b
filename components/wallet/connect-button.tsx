'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useWallet } from '@/hooks/use-wallet'
import { loadWallet, openWallet, reconnectWhenIdle } from './load-wallet'

const short = (address: string) => `${address.slice(0, 6)}…${address.slice(-4)}`

/** Connect, or the connected account. Nothing of the wallet code is downloaded before a click or an earlier session. */
export function ConnectButton() {
  const wallet = useWallet()
  const [problem, setProblem] = useState<string | null>(null)

  useEffect(reconnectWhenIdle, [])

  const press = async () => {
    setProblem(null)
    if (wallet.status === 'wrong-chain') {
      const answer = await (await loadWallet()).switchChain()
      setProblem(answer.state === 'failed' ? `${answer.reason} ${answer.next}` : null)
    } else {
      setProblem(await openWallet())
    }
  }

  const busy = wallet.status === 'connecting' || (wallet.status === 'loading' && !wallet.address)
  return (
    <div className="relative">
      <Button
        size="sm"
        variant={wallet.status === 'none' || busy ? 'primary' : 'secondary'}
        aria-busy={busy || wallet.status === 'loading'}
        aria-label={
          wallet.status === 'connected' && wallet.address ? `Connected account ${wallet.address}` : undefined
        }
        onClick={() => void press()}
      >
        {wallet.status === 'wrong-chain' ? (
          'Switch network'
        ) : wallet.address ? (
          <>
            <span
              aria-hidden
              className={`size-2 rounded-full ${wallet.status === 'connected' ? 'bg-accent' : 'animate-skeleton-pulse bg-line-control'}`}
            />
            <span className="font-mono">{short(wallet.address)}</span>
          </>
        ) : busy ? (
          'Connecting…'
        ) : (
          'Connect'
        )}
      </Button>
      {problem && (
        <div
          role="alert"
          className="absolute top-full right-0 z-50 mt-2 w-72 space-y-2 rounded bg-panel p-4 text-small shadow-float"
        >
          <p>{problem}</p>
          <Button size="sm" onClick={() => setProblem(null)}>
            Close
          </Button>
        </div>
      )}
    </div>
  )
}
