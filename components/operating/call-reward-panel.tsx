'use client'

import type { Address } from 'viem'
import { useAccountPosition } from '@/hooks/use-account-position'
import { operatingPath, useAccountView } from '@/hooks/use-account-view'
import { useWallet } from '@/hooks/use-wallet'
import { FiguresNote, NoFigures } from './form-parts'
import { RewardPart } from './reward-part'

/** The reward of an orchestrator that has named the visitor's account as its reward caller. */
export function CallRewardPanel({ orchestrator }: { orchestrator: Address }) {
  const wallet = useWallet()
  const figures = useAccountView(operatingPath(orchestrator))
  const position = useAccountPosition(wallet.address)
  const own = position?.state === 'known' ? position : null
  if (!wallet.address) return null
  // The page's own figures may be older than these: the caller can have been taken back.
  const known = figures.state === 'known' ? figures : null
  if (known && known.view.rewardCaller?.toLowerCase() !== wallet.address.toLowerCase()) return null
  return (
    <section
      aria-label="Reward caller"
      className="space-y-4 rounded-lg bg-panel p-5 shadow-float"
      data-print="hide"
    >
      <div className="space-y-1">
        <h2 className="text-figure font-semibold">Call reward for this orchestrator</h2>
        <p className="text-small text-ink-quiet">
          It has named your account as its reward caller. You pay the network fee; the reward is its and its
          delegators’.
        </p>
      </div>
      {figures.state !== 'known' ? (
        <NoFigures figures={figures} />
      ) : (
        <>
          <RewardPart
            by="caller"
            situation={{
              view: figures.view,
              wallet,
              now: figures.timestamp,
              behind: own !== null && own.fromChain && own.block > figures.block,
            }}
          />
          <FiguresNote note={figures.note} />
        </>
      )}
    </section>
  )
}
