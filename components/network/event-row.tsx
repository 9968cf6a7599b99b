import { detailWords, kindWords, otherHref, whoHref } from '@/components/network/event-words'
import { AddressMark } from '@/components/ui/address-mark'
import { Amount } from '@/components/ui/amount'
import { IntentLink } from '@/components/ui/intent-link'
import { type EventRow, isOfPoll, proposalOf } from '@/lib/data/event-rows'
import type { Names } from '@/lib/ens/names'
import { shortenAddress } from '@/lib/format/address'
import { formatDate, formatDateTime, isoDateTime } from '@/lib/format/date'
import { formatInteger } from '@/lib/format/number'

const linkLook = 'underline decoration-line-control underline-offset-4 hover:decoration-ink'

export interface EventLineProps {
  row: EventRow
  explorerUrl: string | null
  /** Names of accounts; whose event it is, is told with them. null: the list is of one account, which is known. */
  names: Names | null
  /** Where no heading says which day it was. */
  dated?: boolean
}

/** One event: who did what with whom, how much, when, and where to look further. An item of a list. */
export function EventLine({ row, explorerUrl, names, dated = false }: EventLineProps) {
  const words = kindWords[row.kind]
  const detail = detailWords(row)
  const href = otherHref(row)
  const proposal = proposalOf(row)
  const named = names !== null && row.who !== null
  const isPoll = isOfPoll(row)
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-0.5 border-b py-2.5">
      <div className="min-w-0">
        {names && <Who row={row} names={names} />}
        <span className={named ? undefined : 'font-medium'}>
          {named ? words.title.charAt(0).toLowerCase() + words.title.slice(1) : words.title}
        </span>
        {row.other && words.other && href && (
          <>
            {' '}
            <span className="text-ink-quiet">{words.other}</span>{' '}
            {named && row.other === row.who ? (
              'itself'
            ) : (
              <AccountName address={row.other} href={href} names={names} />
            )}
          </>
        )}
        {isPoll && href && <PlainLink href={href} words="the poll" />}
        {proposal && <PlainLink href={`/treasury/${proposal}`} words="the proposal" />}
      </div>
      <div className="text-right font-medium sm:row-span-2">
        {row.lptWei !== null && <Amount wei={row.lptWei} unit="LPT" />}
        {row.ethWei !== null && (row.ethWei > 0n || row.lptWei === null) && (
          <span className="block">
            <Amount wei={row.ethWei} unit="ETH" places={4} />
          </span>
        )}
      </div>
      <p className="col-span-2 flex flex-wrap gap-x-3 text-small text-ink-quiet sm:col-span-1">
        {detail && <span className="min-w-0 [overflow-wrap:anywhere] text-ink">{detail}</span>}
        <time dateTime={isoDateTime(row.timestamp)}>
          {dated && `${formatDate(row.timestamp)}, `}
          {formatDateTime(row.timestamp).split(', ')[1]}
        </time>
        <span>round {formatInteger(row.round)}</span>
        <Transaction tx={row.tx} explorerUrl={explorerUrl} />
        {names && !row.who && row.sender && (
          <span>
            sent by{' '}
            <AccountName
              address={row.sender}
              href={`/accounts/${row.sender.toLowerCase()}/delegating`}
              names={names}
            />
          </span>
        )}
      </p>
    </li>
  )
}

function Who({ row, names }: { row: EventRow; names: Names }) {
  const href = whoHref(row)
  if (!row.who || !href) return null
  const name = names.get(row.who.toLowerCase())
  return (
    <>
      <IntentLink
        href={href}
        title={row.who}
        className="inline-flex max-w-full items-center gap-2 align-bottom font-medium underline-offset-4 hover:underline"
      >
        <AddressMark address={row.who} />
        <span className={`min-w-0 truncate ${name ? '' : 'font-mono text-small'}`}>
          {name ?? shortenAddress(row.who)}
        </span>
      </IntentLink>{' '}
    </>
  )
}

function AccountName({ address, href, names }: { address: string; href: string; names: Names | null }) {
  const name = names?.get(address.toLowerCase())
  return (
    <IntentLink
      href={href}
      title={address}
      className={`${linkLook} ${name ? 'break-words' : 'font-mono text-small whitespace-nowrap'}`}
    >
      {name ?? shortenAddress(address)}
    </IntentLink>
  )
}

function Transaction({ tx, explorerUrl }: { tx: string; explorerUrl: string | null }) {
  const short = `${tx.slice(0, 10)}…`
  if (!explorerUrl) {
    return (
      <span className="font-mono" title={tx}>
        {short}
      </span>
    )
  }
  return (
    <a href={`${explorerUrl}/tx/${tx}`} rel="noreferrer" target="_blank" className={`font-mono ${linkLook}`}>
      {short}
      <span className="sr-only"> (transaction, new tab)</span>
    </a>
  )
}

function PlainLink({ href, words }: { href: string; words: string }) {
  return (
    <>
      {' '}
      <IntentLink href={href} className={`text-small ${linkLook}`}>
        {words}
      </IntentLink>
    </>
  )
}
