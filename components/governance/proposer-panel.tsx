'use client'

import { proposerWords } from '@/components/governance/propose-model'
import { Button } from '@/components/ui/button'
import { FigureLine, FigureLines } from '@/components/ui/figures'
import { Notice } from '@/components/ui/notice'
import type { BallotFigures } from '@/hooks/ballot-store'
import type { useWallet } from '@/hooks/use-wallet'
import type { ProposerView } from '@/lib/data/authoring-types'
import { exactAmount } from '@/lib/format/amount'
import { formatInteger } from '@/lib/format/number'

const lpt = (wei: bigint) => `${exactAmount(wei)} LPT`

/** Whether the connected account may propose, before anything is written. */
export function ProposerPanel({
  wallet,
  proposer,
}: {
  wallet: ReturnType<typeof useWallet>
  proposer: BallotFigures<ProposerView> | null
}) {
  return (
    <section aria-labelledby="proposer" className="space-y-3" data-print="hide">
      <h2 id="proposer" className="text-figure">
        Whether you can propose
      </h2>
      {!wallet.address && (
        <div className="space-y-2">
          <Button onClick={wallet.connect} aria-busy={wallet.status === 'connecting'}>
            Connect wallet to see your power
          </Button>
          <p className="text-small text-ink-quiet">
            Everything but sending works without a wallet; the finished call can be sent from a Safe or a
            terminal.
          </p>
        </div>
      )}
      {proposer?.state === 'loading' && (
        <p className="min-h-32 text-ink-quiet" role="status">
          Reading your voting power…
        </p>
      )}
      {proposer?.state === 'failed' && (
        <Notice tone="wait" title={proposer.reason} role="status">
          {proposer.next}
        </Notice>
      )}
      {proposer?.state === 'known' && <Power view={proposer.view} />}
    </section>
  )
}

function Power({ view }: { view: ProposerView }) {
  const { may, title, next } = proposerWords(view)
  const round = formatInteger(view.round)
  return (
    <div className="space-y-3">
      <Notice tone={may ? 'info' : 'wait'} title={title} role="status">
        {next}
      </Notice>
      <FigureLines>
        <FigureLine
          label={`Power at the start of round ${round}`}
          explanation="What the governor asks for: the stake that counted when the last round ended. Later changes count from the next round on."
          value={lpt(view.powerWei)}
        />
        {view.orchestrator && (
          <>
            <FigureLine label="Your own stake now" value={lpt(view.ownNowWei)} />
            <FigureLine
              label="Delegated to you by others"
              explanation="At the start of the round, less your own stake as it is now."
              value={lpt(view.powerWei > view.ownNowWei ? view.powerWei - view.ownNowWei : 0n)}
            />
          </>
        )}
        <FigureLine label="Needed to propose" value={lpt(view.thresholdWei)} />
        {view.nextPowerWei !== view.powerWei && (
          <FigureLine
            label={`From round ${formatInteger(view.round + 1)} on`}
            value={lpt(view.nextPowerWei)}
          />
        )}
      </FigureLines>
    </div>
  )
}
