import type { ReactNode } from 'react'
import { movementWords, outcomeWords } from '@/components/account/ledger-words'
import { Amount } from '@/components/ui/amount'
import { Cell, HeadCell, RowHeadCell, rowClasses, Table, TableScroller } from '@/components/ui/table'
import { Unknown } from '@/components/ui/unknown'
import type { LedgerLineView, LedgerMovement, LedgerPrice } from '@/lib/data/ledger-types'
import { shortenAddress, shortenHash } from '@/lib/format/address'
import { formatDate, formatDateTime, isoDateTime } from '@/lib/format/date'
import { formatInteger } from '@/lib/format/number'
import { percentP6 } from '@/lib/format/percent'

export interface LedgerTableProps {
  lines: readonly LedgerLineView[]
  prices: ReadonlyMap<number, LedgerPrice>
  explorerUrl: string | null
}

const heads = ['Reward', 'Fees', 'Stake after', 'Orchestrator’s reward', 'Cuts', 'LPT price'] as const

/** One row a round, newest first: what came, from whom, at which cuts; movements of principal below. */
export function LedgerTable({ lines, prices, explorerUrl }: LedgerTableProps) {
  return (
    <TableScroller label="Earnings by round">
      <Table className="max-sm:block">
        <caption className="sr-only">Earnings by round, newest first</caption>
        <thead className="max-sm:sr-only">
          <tr>
            <HeadCell stuck>Round</HeadCell>
            <HeadCell>Reward call</HeadCell>
            {heads.map((head) => (
              <HeadCell key={head} align="end">
                {head}
              </HeadCell>
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:block max-sm:border-t">
          {lines.map((line) => (
            <Row key={line.round} line={line} price={prices.get(line.round)} explorerUrl={explorerUrl} />
          ))}
        </tbody>
      </Table>
    </TableScroller>
  )
}

function Row({
  line,
  price,
  explorerUrl,
}: {
  line: LedgerLineView
  price: LedgerPrice | undefined
  explorerUrl: string | null
}) {
  return (
    <tr className={`${rowClasses} max-sm:grid max-sm:h-auto max-sm:gap-y-1 max-sm:py-3`}>
      <RowHeadCell stuck className="py-2 whitespace-nowrap max-sm:p-0">
        <span className="font-medium">{formatInteger(line.round)}</span>{' '}
        <time dateTime={isoDateTime(line.timestamp)} className="text-small text-ink-quiet">
          {formatDate(line.timestamp)}
        </time>
      </RowHeadCell>
      <Cell className="py-2 max-sm:p-0">
        <Outcome line={line} explorerUrl={explorerUrl} />
        {line.movements.map((movement) => (
          <Movement
            key={`${movement.tx}${movement.kind}${movement.amountWei}`}
            movement={movement}
            explorerUrl={explorerUrl}
          />
        ))}
      </Cell>
      <Figure label="Reward">
        <Amount wei={line.rewardWei} unit="LPT" places={6} />
        {line.missedWei !== null && line.missedWei > 0n && (
          <span className="block text-small text-loss">
            about <Amount wei={line.missedWei} unit="LPT" places={6} /> missed
          </span>
        )}
      </Figure>
      <Figure label="Fees">
        <Amount wei={line.feesWei} unit="ETH" places={8} />
      </Figure>
      <Figure label="Stake after">
        <Amount wei={line.stakeAtEndWei} unit="LPT" places={4} />
      </Figure>
      <Figure label="Orchestrator’s reward">
        {line.orchestratorRewardWei === null ? (
          <Unknown reason={outcomeWords[line.outcome].explanation} />
        ) : (
          <Amount wei={line.orchestratorRewardWei} unit="LPT" />
        )}
      </Figure>
      <Figure label="Cuts">
        {line.rewardCutP6 === null || line.feeCutP6 === null ? (
          <Unknown reason={outcomeWords[line.outcome].explanation} />
        ) : (
          <span title="Reward cut and fee cut: what the orchestrator kept" className="whitespace-nowrap">
            {percentP6(line.rewardCutP6, { trim: true })} / {percentP6(line.feeCutP6, { trim: true })}
          </span>
        )}
      </Figure>
      <Figure label="LPT price">
        {price?.lptEth ? (
          <span
            title={`${price.lptEth} ETH${price.ethUsd ? `, at ${price.ethUsd} USD for one ETH` : ''}`}
            className="whitespace-nowrap"
          >
            {price.lptEth.slice(0, 8)}
            <span className="text-small text-ink-quiet"> ETH</span>
          </span>
        ) : (
          <Unknown reason="The index has no price of this round" />
        )}
      </Figure>
    </tr>
  )
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Cell align="end" className="py-2 max-sm:flex max-sm:justify-between max-sm:gap-3 max-sm:p-0">
      <span aria-hidden className="text-left text-small text-ink-quiet sm:hidden">
        {label}
      </span>
      <span className="max-sm:text-right">{children}</span>
    </Cell>
  )
}

const tones = { plain: '', loss: 'text-loss', quiet: 'text-ink-quiet' }

function Outcome({ line, explorerUrl }: { line: LedgerLineView; explorerUrl: string | null }) {
  const { label, explanation, tone } = outcomeWords[line.outcome]
  return (
    <span className="block">
      <span title={explanation} className={tones[tone]}>
        {label}
      </span>
      {line.tx && <Transaction tx={line.tx} explorerUrl={explorerUrl} />}
      {line.delegate && (
        <a
          href={`/accounts/${line.delegate.toLowerCase()}/orchestrating`}
          title={line.delegate}
          className="block w-fit font-mono text-small text-ink-quiet underline-offset-4 hover:underline"
        >
          {shortenAddress(line.delegate)}
        </a>
      )}
    </span>
  )
}

function Movement({ movement, explorerUrl }: { movement: LedgerMovement; explorerUrl: string | null }) {
  const fees = movement.kind === 'withdraw-fees'
  return (
    <span className="block text-small" title={formatDateTime(movement.timestamp)}>
      {movementWords[movement.kind]}{' '}
      <Amount wei={fees ? movement.feesWei : movement.amountWei} unit={fees ? 'ETH' : 'LPT'} places={4} />
      <Transaction tx={movement.tx} explorerUrl={explorerUrl} />
    </span>
  )
}

/** A transaction's hash, a link where the network has an explorer. */
function Transaction({ tx, explorerUrl }: { tx: string; explorerUrl: string | null }) {
  const text = <span className="font-mono">{shortenHash(tx)}</span>
  if (!explorerUrl)
    return (
      <span title={tx} className="ml-2 text-small whitespace-nowrap text-ink-quiet">
        {text}
      </span>
    )
  return (
    <a
      href={`${explorerUrl}/tx/${tx}`}
      rel="noreferrer"
      target="_blank"
      title={tx}
      className="ml-2 text-small whitespace-nowrap text-ink-quiet underline underline-offset-4"
    >
      {text}
      <span className="sr-only"> in the block explorer, new tab</span>
    </a>
  )
}
