import { Amount } from '@/components/ui/amount'
import { FigureLine, FigureLines } from '@/components/ui/figures'
import type { DelegatingView } from '@/lib/data/types'

/** What the account holds outside of its stake, and what it has allowed. */
export function WalletFigures({ account }: { account: DelegatingView }) {
  return (
    <FigureLines>
      <FigureLine label="LPT, not bonded" value={<Amount wei={account.lptBalanceWei} unit="LPT" />} />
      <FigureLine
        label="ETH, for fees of transactions"
        value={<Amount wei={account.ethBalanceWei} unit="ETH" places={4} />}
      />
      <FigureLine
        label="Allowance to stake"
        explanation="LPT that the staking contract may take from this account without asking again."
        value={<Amount wei={account.allowanceWei} unit="LPT" />}
      />
      <FigureLine
        label="Ready to vote"
        explanation="Treasury votes count stake that has been recorded once since voting began; any staking action records it."
        value={account.hasCheckpoint ? 'Yes' : 'No, its stake is not recorded yet'}
      />
    </FigureLines>
  )
}
