import { NameLink } from '@/components/account/name-link'
import { Amount, AmountFigure } from '@/components/ui/amount'
import { BigFigure, FigureRow } from '@/components/ui/figures'
import { Cell, HeadCell, RowHeadCell, rowClasses, Table } from '@/components/ui/table'
import { Unknown } from '@/components/ui/unknown'
import { type GatewaySpend, type GatewayView, recipientDays, spendDays } from '@/lib/data/gateway'
import type { AsOf } from '@/lib/data/types'
import type { Names } from '@/lib/ens/names'
import { formatDate } from '@/lib/format/date'
import { countOf, formatInteger } from '@/lib/format/number'
import { formatPercent } from '@/lib/format/percent'

const noIndex = 'Not known: the index did not answer'

/** Deposit, reserve, whether they can be withdrawn, and what was paid. */
export function GatewayFigures({ view, asOf }: { view: GatewayView; asOf: AsOf }) {
  const { funds, spend } = view
  const chain = `Chain, block ${formatInteger(asOf.block)}`
  return (
    <FigureRow>
      <BigFigure
        label="Deposit"
        explanation="Pays winning tickets first."
        value={<AmountFigure wei={funds.depositWei} unit="ETH" places={4} source={chain} />}
      />
      <BigFigure
        label="Reserve"
        explanation="Pays when the deposit is used up; each active orchestrator can claim its equal part in a round."
        value={<AmountFigure wei={funds.reserveWei} unit="ETH" places={4} source={chain} />}
        note={
          funds.reserveClaimedWei > 0n && (
            <>
              <Amount wei={funds.reserveClaimedWei} unit="ETH" places={4} /> claimed this round
            </>
          )
        }
      />
      <BigFigure label="Funds" value={unlockWords(view).state} note={unlockWords(view).note} />
      <BigFigure
        label={`Paid, ${spendDays} days`}
        explanation="Face value of winning tickets; less was paid where deposit and reserve fell short."
        value={
          spend ? (
            <Amount wei={spend.days.reduce((sum, { paidWei }) => sum + paidWei, 0n)} unit="ETH" places={4} />
          ) : (
            <Unknown reason={noIndex} />
          )
        }
        note={
          spend && (
            <>
              <Amount wei={spend.totalWei} unit="ETH" places={4} /> in all
              {spend.firstFundedAt && `, funded first on ${formatDate(spend.firstFundedAt)}`}
            </>
          )
        }
      />
    </FigureRow>
  )
}

/** Whether the funds can be taken out, in words. */
export function unlockWords({ funds, round }: Pick<GatewayView, 'funds' | 'round'>): {
  state: string
  note: string
} {
  // The round of an unlock outlives the withdrawal, until the gateway funds again (contracts.md section 8).
  if (funds.depositWei === 0n && funds.reserveWei === 0n)
    return { state: 'None', note: 'nothing is deposited' }
  if (funds.withdrawRound === null) {
    return { state: 'Locked', note: `unlocking takes ${countOf(funds.unlockPeriodRounds, 'round')}` }
  }
  if (funds.withdrawRound <= round.number) return { state: 'Unlocked', note: 'can be withdrawn now' }
  return {
    state: 'Unlocking',
    note: `withdrawable from round ${formatInteger(funds.withdrawRound)}, in ${countOf(funds.withdrawRound - round.number, 'round')}`,
  }
}

const fundStates = [
  ['Deposit', 'Pays winning tickets first.'],
  [
    'Reserve',
    'Pays when the deposit is used up. In a round each orchestrator of the active set can claim at most an equal part of it, so that one alone cannot empty it.',
  ],
  ['Locked', 'The usual state: orchestrators can redeem tickets against both.'],
] as const

/** What the funds of a gateway are and what an unlock does to them (contracts.md section 8). */
export function FundsExplained({ unlockPeriodRounds }: { unlockPeriodRounds: number | null }) {
  const wait = unlockPeriodRounds === null ? 'some rounds' : countOf(unlockPeriodRounds, 'round')
  return (
    <section aria-labelledby="funds-explained" className="text-small">
      <h2 id="funds-explained" className="pb-2 text-body font-semibold">
        How the funds work
      </h2>
      <dl className="space-y-3">
        {[
          ...fundStates,
          [
            'Unlocking',
            `For ${wait} tickets are still paid, and the gateway can change its mind. Adding funds ends the unlock.`,
          ],
          ['Unlocked', 'No ticket can be redeemed any more; the gateway can withdraw all of it.'],
        ].map(([term, meaning]) => (
          <div key={term}>
            <dt className="font-medium">{term}</dt>
            <dd className="text-ink-quiet">{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Whom the gateway paid lately, most first: complete. */
export function Recipients({ spend, names }: { spend: GatewaySpend; names: Names }) {
  const total = spend.recipients.reduce((sum, { paidWei }) => sum + paidWei, 0n)
  return (
    <>
      {spend.recipients.length === 0 ? (
        <p className="border-y py-8 text-ink-quiet">No winning ticket in the last {recipientDays} days.</p>
      ) : (
        <Table className="[--name-room:28ch] max-sm:[--name-room:calc(100vw-15.5rem)]">
          <caption className="sr-only">Orchestrators paid in the last {recipientDays} days</caption>
          <thead>
            <tr>
              <HeadCell>Orchestrator</HeadCell>
              <HeadCell align="end">Tickets</HeadCell>
              <HeadCell align="end">
                Paid <span className="font-normal">ETH</span>
              </HeadCell>
              <HeadCell align="end" className="max-sm:hidden">
                Share
              </HeadCell>
            </tr>
          </thead>
          <tbody>
            {spend.recipients.map((row) => (
              <tr key={row.address} className={rowClasses}>
                <RowHeadCell>
                  <NameLink
                    address={row.address}
                    name={names.get(row.address.toLowerCase()) ?? null}
                    tab="orchestrating"
                  />
                </RowHeadCell>
                <Cell align="end">{formatInteger(row.tickets)}</Cell>
                <Cell align="end">
                  <Amount wei={row.paidWei} unit="ETH" places={4} bare />
                </Cell>
                <Cell align="end" className="max-sm:hidden">
                  {formatPercent(row.paidWei, total)}
                </Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {spend.selfRedeemedWei > 0n && (
        <p className="pt-4 text-small text-ink-quiet">
          Left out: tickets worth <Amount wei={spend.selfRedeemedWei} unit="ETH" places={4} /> that this
          account paid to itself. No work of others was bought with them.
        </p>
      )}
    </>
  )
}
