import { detailWords, kindWords, otherHref, proposalOf } from '@/components/account/history-words'
import { Amount } from '@/components/ui/amount'
import { IntentLink } from '@/components/ui/intent-link'
import type { HistoryRow } from '@/lib/data/account-history'
import { shortenAddress } from '@/lib/format/address'
import { formatDate, formatDateTime, isoDateTime } from '@/lib/format/date'
import { formatInteger } from '@/lib/format/number'

/** Events newest first, a heading for each day. */
export function HistoryList({
  rows,
  explorerUrl,
}: {
  rows: readonly HistoryRow[]
  explorerUrl: string | null
}) {
  const days = new Map<string, HistoryRow[]>()
  for (const row of rows) {
    const day = formatDate(row.timestamp)
    days.set(day, [...(days.get(day) ?? []), row])
  }
  return (
    <div className="space-y-6">
      {[...days].map(([day, events]) => (
        <section key={day} aria-label={day}>
          <h2 className="pb-1 text-small font-medium text-ink-quiet">{day}</h2>
          <ul className="border-t">
            {events.map((row) => (
              <EventRow key={`${row.id}/${row.kind}`} row={row} explorerUrl={explorerUrl} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function EventRow({ row, explorerUrl }: { row: HistoryRow; explorerUrl: string | null }) {
  const words = kindWords[row.kind]
  const detail = detailWords(row)
  const href = otherHref(row)
  const proposal = proposalOf(row)
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-0.5 border-b py-2.5">
      <div className="min-w-0">
        <span className="font-medium">{words.title}</span>
        {row.other && words.other && href && (
          <>
            {' '}
            <span className="text-ink-quiet">{words.other}</span>{' '}
            <IntentLink
              href={href}
              title={row.other}
              className="font-mono text-small underline decoration-line-control underline-offset-4 hover:decoration-ink"
            >
              {shortenAddress(row.other)}
            </IntentLink>
          </>
        )}
        {row.kind === 'pollVote' && href && <PlainLink href={href} words="the poll" />}
        {proposal && <PlainLink href={`/treasury/${proposal}`} words="the proposal" />}
        {detail && <span className="block text-small break-words text-ink-quiet">{detail}</span>}
      </div>
      <div className="text-right font-medium">
        {row.lptWei !== null && <Amount wei={row.lptWei} unit="LPT" />}
        {row.ethWei !== null && (row.ethWei > 0n || row.lptWei === null) && (
          <span className="block">
            <Amount wei={row.ethWei} unit="ETH" places={4} />
          </span>
        )}
      </div>
      <p className="col-span-2 flex flex-wrap gap-x-3 text-small text-ink-quiet">
        <time dateTime={isoDateTime(row.timestamp)}>{formatDateTime(row.timestamp).split(', ')[1]}</time>
        <span>round {formatInteger(row.round)}</span>
        {explorerUrl ? (
          <a
            href={`${explorerUrl}/tx/${row.tx}`}
            rel="noreferrer"
            target="_blank"
            className="font-mono underline decoration-line-control underline-offset-4 hover:decoration-ink"
          >
            {row.tx.slice(0, 10)}…<span className="sr-only"> (transaction, new tab)</span>
          </a>
        ) : (
          <span className="font-mono" title={row.tx}>
            {row.tx.slice(0, 10)}…
          </span>
        )}
      </p>
    </li>
  )
}

function PlainLink({ href, words }: { href: string; words: string }) {
  return (
    <>
      {' '}
      <IntentLink
        href={href}
        className="text-small underline decoration-line-control underline-offset-4 hover:decoration-ink"
      >
        {words}
      </IntentLink>
    </>
  )
}
