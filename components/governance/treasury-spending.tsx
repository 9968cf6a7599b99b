import { AccountLink } from '@/components/governance/account-link'
import { Amount } from '@/components/ui/amount'
import { Cell, HeadCell, RowHeadCell, rowClasses, Table } from '@/components/ui/table'
import type { TreasurySpendingView } from '@/lib/data/treasury-spending'
import { loadNames } from '@/lib/ens/names'
import { formatInteger } from '@/lib/format/number'

/** Whom executed proposals paid, and what in all. */
export async function TreasurySpending({ spending }: { spending: TreasurySpendingView }) {
  const { recipients, executed, withOtherCalls } = spending
  if (recipients.length === 0)
    return (
      <p className="border-y py-8 text-ink-quiet">
        {executed === 0 ? 'No proposal has been executed yet.' : 'No executed proposal was a plain transfer.'}
      </p>
    )
  const names = await loadNames(recipients.map(({ to }) => to))
  const eth = recipients.some(({ ethWei }) => ethWei > 0n)
  const proposals = (count: number) => `${formatInteger(count)} ${count === 1 ? 'proposal' : 'proposals'}`
  return (
    <>
      <Table>
        <caption className="sr-only">Paid by executed proposals, by recipient</caption>
        <thead>
          <tr>
            <HeadCell>Recipient</HeadCell>
            <HeadCell align="end">LPT</HeadCell>
            {eth && <HeadCell align="end">ETH</HeadCell>}
            <HeadCell align="end" className="max-sm:hidden">
              In
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {recipients.map(({ to, lptWei, ethWei, proposals: count }) => (
            <tr key={to} className={rowClasses}>
              <RowHeadCell className="text-left">
                <AccountLink address={to} orchestrator={false} name={names.get(to.toLowerCase()) ?? null} />
              </RowHeadCell>
              <Cell align="end">
                <Amount wei={lptWei} unit="LPT" bare />
              </Cell>
              {eth && (
                <Cell align="end">
                  <Amount wei={ethWei} unit="ETH" places={4} bare />
                </Cell>
              )}
              <Cell align="end" className="text-ink-quiet max-sm:hidden">
                {proposals(count)}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="pt-3 text-small text-ink-quiet">
        Transfers of {proposals(executed)} that {executed === 1 ? 'was' : 'were'} executed.
        {withOtherCalls > 0 &&
          ` ${formatInteger(withOtherCalls)} of them also made other calls; what those moved is not counted here.`}
      </p>
    </>
  )
}
