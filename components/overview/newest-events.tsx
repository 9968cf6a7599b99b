import { detailWords, kindWords, otherHref, proposalOf } from '@/components/account/history-words'
import { Amount } from '@/components/ui/amount'
import { IntentLink } from '@/components/ui/intent-link'
import type { NewestEvent } from '@/lib/data/newest-events'
import type { Names } from '@/lib/ens/names'
import { lowerAddress, shortenAddress } from '@/lib/format/address'
import { formatDateTime, isoDateTime } from '@/lib/format/date'
import { formatRelative } from '@/lib/format/duration'

const link = 'underline decoration-line-control underline-offset-4 hover:decoration-ink'

/** Events of whoever acted as an orchestrator or gateway lead to that page. */
function whoHref({ kind, who }: NewestEvent): string {
  const tab = ['reward', 'cuts', 'activated', 'deactivated', 'ticketWon'].includes(kind)
    ? 'orchestrating'
    : kind === 'deposit'
      ? 'broadcasting'
      : 'delegating'
  return `/accounts/${who ? lowerAddress(who) : ''}/${tab}`
}

function Account({ address, href, names }: { address: `0x${string}`; href: string; names: Names }) {
  const name = names.get(address.toLowerCase())
  return (
    <IntentLink href={href} title={address} className={`${link} ${name ? '' : 'font-mono text-small'}`}>
      {name ?? shortenAddress(address)}
    </IntentLink>
  )
}

/** The newest events of the network in words, newest first (1.4). */
export function NewestEvents({
  rows,
  names,
  now,
}: {
  rows: readonly NewestEvent[]
  names: Names
  /** Chain time, Unix seconds. */
  now: number
}) {
  if (rows.length === 0) return <p className="border-y py-8 text-ink-quiet">Nothing has happened yet.</p>
  return (
    <ul className="border-t">
      {rows.map((row) => (
        <EventLine key={row.id} row={row} names={names} now={now} />
      ))}
    </ul>
  )
}

function EventLine({ row, names, now }: { row: NewestEvent; names: Names; now: number }) {
  const { title, other } = kindWords[row.kind]
  const detail = detailWords(row)
  const href = otherHref(row)
  const proposal = proposalOf(row)
  const toItself = other !== null && row.who !== null && row.who === row.other
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-b py-2.5">
      <p className="min-w-0">
        {row.who && <Account address={row.who} href={whoHref(row)} names={names} />}{' '}
        {title.charAt(0).toLowerCase() + title.slice(1)}
        {row.other && other && href && !toItself && (
          <>
            {' '}
            {other} <Account address={row.other} href={href} names={names} />
          </>
        )}
        {toItself && row.kind !== 'withdrawFees' && ` ${other} itself`}
        {row.kind === 'pollVote' && href && (
          <>
            {', '}
            <IntentLink href={href} className={link}>
              the poll
            </IntentLink>
          </>
        )}
        {proposal && (
          <>
            {', '}
            <IntentLink href={`/treasury/${proposal}`} className={link}>
              the proposal
            </IntentLink>
          </>
        )}
      </p>
      <p className="text-right font-medium">
        {row.lptWei !== null && <Amount wei={row.lptWei} unit="LPT" />}
        {row.ethWei !== null && <Amount wei={row.ethWei} unit="ETH" places={4} />}
      </p>
      <p className="col-span-2 text-small break-words text-ink-quiet">
        <time dateTime={isoDateTime(row.timestamp)} title={formatDateTime(row.timestamp)}>
          {formatRelative(row.timestamp, now)}
        </time>
        {detail && `, ${detail}`}
      </p>
    </li>
  )
}
