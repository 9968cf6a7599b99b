'use client'

import { PortfolioAdd } from '@/components/account/portfolio-add'
import { PortfolioTable } from '@/components/account/portfolio-table'
import { type Holding, holdings, portfolioTotals } from '@/components/account/portfolio-totals'
import { Amount } from '@/components/ui/amount'
import { Button } from '@/components/ui/button'
import { BigFigure, FigureRow } from '@/components/ui/figures'
import type { AccountFigures } from '@/hooks/account-store'
import { useWallet } from '@/hooks/use-wallet'
import { useWatched } from '@/hooks/use-watched'
import { usePortfolio } from '@/hooks/watch-portfolio'

const loading: AccountFigures = { state: 'loading' }

/** The accounts of this browser together: sums, a line for each, and how to change the list. */
export function Portfolio() {
  const { address, connect } = useWallet()
  const listed = holdings(address, useWatched())
  const figures = usePortfolio(listed.map((holding) => holding.address))
  const rows = listed.map((holding, place): Holding => ({ ...holding, figures: figures[place] ?? loading }))
  if (rows.length === 0) {
    return (
      <div className="space-y-8">
        <div className="border-y py-12">
          <h2 className="text-figure">No account is watched yet</h2>
          <p className="max-w-text pt-1 text-ink-quiet">
            Add the addresses you hold stake with, or any others: their stake, rewards, fees and unbonding
            locks are shown together and added up. Your connected wallet joins by itself.
          </p>
          {!address && (
            <p className="pt-5">
              <Button onClick={connect}>Connect a wallet</Button>
            </p>
          )}
        </div>
        <PortfolioAdd />
      </div>
    )
  }
  return (
    <div className="space-y-10">
      <Totals rows={rows} />
      <PortfolioTable rows={rows} />
      <PortfolioAdd />
    </div>
  )
}

function Totals({ rows }: { rows: readonly Holding[] }) {
  const totals = portfolioTotals(rows.map(({ figures }) => figures))
  const { known, accounts } = totals
  const settled = rows.every(({ figures }) => figures.state !== 'loading')
  const why = settled ? 'Not known: no account could be read' : 'Being read'
  const shown = (wei: bigint) => (known === 0 ? null : wei)
  return (
    <section aria-label="Together" className="space-y-4 max-[26rem]:[&_dl]:grid-cols-1">
      <FigureRow>
        <BigFigure
          label="Stake"
          explanation="Bonded LPT of all accounts with the rewards they have not claimed yet."
          value={<Amount wei={shown(totals.stakeWei)} unit="LPT" unknownReason={why} />}
          note={
            known > 0 && (
              <>
                <Amount wei={totals.rewardsWei} unit="LPT" /> of it pending rewards
              </>
            )
          }
        />
        <BigFigure
          label="Fees to withdraw"
          value={<Amount wei={shown(totals.feesWei)} unit="ETH" places={4} unknownReason={why} />}
        />
        <BigFigure
          label="Unbonding"
          explanation="LPT in unbonding locks that are not open yet."
          value={<Amount wei={shown(totals.waitingWei)} unit="LPT" unknownReason={why} />}
          note={
            totals.readyWei > 0n && (
              <>
                and <Amount wei={totals.readyWei} unit="LPT" /> ready to withdraw
              </>
            )
          }
        />
        <BigFigure
          label="LPT, not bonded"
          value={<Amount wei={shown(totals.walletLptWei)} unit="LPT" unknownReason={why} />}
        />
      </FigureRow>
      <p role="status" className="min-h-5 text-small text-ink-quiet">
        {known < accounts &&
          (settled
            ? `Sums of ${known} of ${accounts} accounts: the others could not be read.`
            : `Reading ${accounts} ${accounts === 1 ? 'account' : 'accounts'}.`)}
      </p>
    </section>
  )
}
