'use client'

import type { Address } from 'viem'
import { AmountField } from '@/components/staking/amount-field'
import { ChangeList } from '@/components/staking/change-list'
import { Amount } from '@/components/ui/amount'
import { Badge } from '@/components/ui/badge'
import { FigureLine, FigureLines } from '@/components/ui/figures'
import { useAccountPosition } from '@/hooks/use-account-position'
import { gatewayFundsPath, useAccountView } from '@/hooks/use-account-view'
import { useDraft } from '@/hooks/use-draft'
import { useWallet } from '@/hooks/use-wallet'
import { FiguresNote, NoFigures, Notes, ReviewButton, reviewAs } from './form-parts'
import {
  type FundDraft,
  fundForm,
  fundsActions,
  fundsState,
  fundsWords,
  type GatewaySituation,
} from './gateway-model'

const nothingToFund: FundDraft = { deposit: '', reserve: '' }
const tones = { empty: 'neutral', locked: 'neutral', waiting: 'wait', open: 'wait' } as const

/** What the owner of an account does with its funds as a gateway; shown to its owner only. */
export function GatewayWorkbench({ account }: { account: Address }) {
  const wallet = useWallet()
  const own = wallet.address?.toLowerCase() === account.toLowerCase()
  const figures = useAccountView(gatewayFundsPath(account))
  const position = useAccountPosition(own ? account : null)
  if (!own) return null
  const newest = position?.state === 'known' && position.fromChain ? position.block : 0
  return (
    <section
      aria-label="Gateway workbench"
      className="space-y-5 rounded-lg bg-panel p-5 shadow-float"
      data-print="hide"
    >
      {figures.state !== 'known' ? (
        <NoFigures figures={figures} />
      ) : (
        <>
          <Funds
            situation={{
              view: figures.view,
              wallet,
              now: figures.timestamp,
              behind: newest > figures.block,
            }}
          />
          <FiguresNote note={figures.note} />
        </>
      )}
    </section>
  )
}

function Funds({ situation }: { situation: GatewaySituation }) {
  const { view } = situation
  const words = fundsWords(situation)
  return (
    <>
      <div className="space-y-2">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 className="text-figure font-semibold">Your gateway</h2>
          <Badge tone={tones[fundsState(view)]}>{words.state}</Badge>
        </div>
        <p className="text-small text-ink-quiet">{words.meaning}</p>
      </div>
      <FigureLines>
        <FigureLine label="Deposit" value={<Amount wei={view.depositEthWei} unit="ETH" places={4} />} />
        <FigureLine label="Reserve" value={<Amount wei={view.reserveEthWei} unit="ETH" places={4} />} />
        <FigureLine label="In your wallet" value={<Amount wei={view.walletEthWei} unit="ETH" places={4} />} />
      </FigureLines>
      <FundPart situation={situation} />
      <TakeOut situation={situation} />
    </>
  )
}

function FundPart({ situation }: { situation: GatewaySituation }) {
  const [draft, setDraft] = useDraft(nothingToFund)
  const form = fundForm(situation, draft)
  const { address } = situation.view
  const enter = () => reviewAs(address, form.intent)
  return (
    <div className="space-y-3">
      <h3 className="font-semibold">Add funds</h3>
      <AmountField
        label="Add to the deposit"
        unit="ETH"
        value={draft.deposit}
        onChange={(deposit) => setDraft({ ...draft, deposit })}
        onEnter={enter}
        error={form.depositError}
        hint="Pays winning tickets first."
        max={null}
      />
      <AmountField
        label="Add to the reserve"
        unit="ETH"
        value={draft.reserve}
        onChange={(reserve) => setDraft({ ...draft, reserve })}
        onEnter={enter}
        error={form.reserveError}
        hint="Backs tickets when the deposit is used up."
        max={null}
      />
      <ChangeList changes={form.changes} />
      <Notes notes={form.notes} />
      <ReviewButton account={address} form={form} label="Review funding" variant="primary" />
    </div>
  )
}

function TakeOut({ situation }: { situation: GatewaySituation }) {
  const { address, withdrawRound } = situation.view
  const { unlock, cancel, withdraw } = fundsActions(situation)
  const running = withdrawRound !== null && fundsState(situation.view) !== 'empty'
  const first = running ? cancel : unlock
  return (
    <div className="space-y-3 border-t pt-5">
      <h3 className="font-semibold">Take funds out</h3>
      <Notes notes={first.notes} />
      <ReviewButton
        account={address}
        form={first}
        label={running ? 'Review cancelling the unlock' : 'Review unlock'}
      />
      <Notes notes={withdraw.notes} />
      {withdraw.intent && <ChangeList changes={withdraw.changes} />}
      <ReviewButton account={address} form={withdraw} label="Review withdrawal" />
    </div>
  )
}
