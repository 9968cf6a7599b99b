'use client'

import type { Address } from 'viem'
import { Badge } from '@/components/ui/badge'
import { useAccountPosition } from '@/hooks/use-account-position'
import { operatingPath, useAccountView } from '@/hooks/use-account-view'
import { useWallet } from '@/hooks/use-wallet'
import type { DelegatingView } from '@/lib/data/types'
import { shortenAddress } from '@/lib/format/address'
import { CallerPart } from './caller-part'
import { cutsForm, noCutsDraft } from './cuts-model'
import { CutsPart } from './cuts-part'
import { FiguresNote, NoFigures } from './form-parts'
import { RegisterPanel } from './register-panel'
import { ResignPart } from './resign-part'
import { rewardForm } from './reward-model'
import { RewardPart } from './reward-part'
import { ServicePart } from './service-part'
import type { OperatorSituation } from './situation'
import { placeWords } from './standing-model'
import { WorkbenchRow } from './workbench-row'

/** What the owner of an account does as an orchestrator, or to become one. Shown to its owner only. */
export function OperatorWorkbench({ account }: { account: Address }) {
  const wallet = useWallet()
  const own = wallet.address?.toLowerCase() === account.toLowerCase()
  const figures = useAccountView(operatingPath(account))
  const position = useAccountPosition(own ? account : null)
  if (!own) return null
  const known = figures.state === 'known' ? figures : null
  const stake = position?.state === 'known' ? position : null
  return (
    <section
      aria-label="Orchestrator workbench"
      className="space-y-4 rounded-lg bg-panel p-5 shadow-float"
      data-print="hide"
    >
      {figures.state !== 'known' ? (
        <NoFigures figures={figures} />
      ) : (
        known && (
          <Workbench
            situation={{
              view: known.view,
              wallet,
              now: known.timestamp,
              behind: stake !== null && stake.fromChain && stake.block > known.block,
            }}
            account={stake?.view ?? null}
            stakeFigures={position?.state === 'failed' ? position : { state: 'loading' }}
          />
        )
      )}
      {known && <FiguresNote note={known.note} />}
    </section>
  )
}

interface WorkbenchProps {
  situation: OperatorSituation
  /** The account's stake; null while it is not known. */
  account: DelegatingView | null
  stakeFigures: Parameters<typeof NoFigures>[0]['figures']
}

function Workbench({ situation, account, stakeFigures }: WorkbenchProps) {
  const { view } = situation
  return (
    <>
      {view.registered ? (
        <Place situation={situation} />
      ) : account ? (
        <RegisterPanel situation={{ ...situation, account }} />
      ) : (
        <NoFigures figures={stakeFigures} />
      )}
      <Rows situation={situation} account={account} stakeFigures={stakeFigures} />
    </>
  )
}

const tones = { good: 'neutral', wait: 'wait', loss: 'loss' } as const

function Place({ situation }: { situation: OperatorSituation }) {
  const words = placeWords(situation.view)
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-figure font-semibold">Your orchestrator</h2>
        <Badge tone={tones[words.tone]}>{words.place}</Badge>
      </div>
      <p className="text-small text-ink-quiet">Next round: {words.sentence}</p>
    </div>
  )
}

/** What of it applies: an account that resigned can still call this round's reward and take back what it published. */
function Rows({ situation, account, stakeFigures }: WorkbenchProps) {
  const { view } = situation
  const { registered, active, serviceUri, aiServiceUri, rewardCaller } = view
  const published = [serviceUri && 'service', aiServiceUri && 'AI'].filter(Boolean).join(' and ')
  return (
    <div className="border-b empty:hidden">
      {(registered || active) && (
        <WorkbenchRow
          title="Reward"
          state={rewardForm(situation, 'itself').state}
          startsOpen={view.reward !== null}
        >
          <RewardPart situation={situation} by="itself" />
        </WorkbenchRow>
      )}
      {registered && (
        <WorkbenchRow title="Cuts" state={cutsForm(situation, noCutsDraft).state}>
          <CutsPart situation={situation} />
        </WorkbenchRow>
      )}
      {(registered || published !== '') && (
        <WorkbenchRow title="Service addresses" state={published || 'none'}>
          <ServicePart situation={situation} registry="ServiceRegistry" />
          <ServicePart situation={situation} registry="AIServiceRegistry" />
        </WorkbenchRow>
      )}
      {(registered || rewardCaller) && (
        <WorkbenchRow
          title="Reward caller"
          state={
            rewardCaller ? <span className="font-mono">{shortenAddress(rewardCaller)}</span> : 'nobody else'
          }
        >
          <CallerPart situation={situation} />
        </WorkbenchRow>
      )}
      {registered && (
        <WorkbenchRow title="Resign" state="">
          {account ? (
            <ResignPart situation={{ ...situation, account }} />
          ) : (
            <NoFigures figures={stakeFigures} />
          )}
        </WorkbenchRow>
      )}
    </div>
  )
}
