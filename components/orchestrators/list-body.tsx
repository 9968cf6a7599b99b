'use client'

import type { Address } from 'viem'
import type { CellFigures } from '@/components/orchestrators/cell-figures'
import { compareHref } from '@/components/orchestrators/compare-query'
import { DelegateLink } from '@/components/orchestrators/delegate-link'
import { OrchestratorName } from '@/components/orchestrators/orchestrator-cell'
import { CallsCount, ThisRoundCall } from '@/components/orchestrators/reward-call-cells'
import { StandingBadge } from '@/components/orchestrators/standing-badge'
import { Glyph } from '@/components/ui/glyph'
import { IntentLink } from '@/components/ui/intent-link'
import { Unknown } from '@/components/ui/unknown'
import { shortenAddress } from '@/lib/format/address'

/** What a column says to its cells. */
export interface BodyColumn {
  key: string
  label: string
  align: 'start' | 'end'
  /** Off phone cards. */
  wide: boolean
}

export interface BodyRow {
  address: Address
  name: string | null
  rank: number | null
  cells: readonly CellFigures[]
}

const below = 'block text-small leading-4'

function ListCell({ cell }: { cell: CellFigures }) {
  switch (cell.kind) {
    case 'unknown':
      return <Unknown reason={cell.reason} />
    case 'calls':
      return <CallsCount calls={cell} now={cell.now} />
    case 'this-round':
      return <ThisRoundCall state={cell.state} />
    case 'standing':
      return <StandingBadge standing={cell.standing} />
    case 'cut':
      return (
        <span title={cell.words}>
          {cell.text}
          {cell.words && (
            <span className={`${below} text-wait`}>
              <Glyph name="up" className="inline size-3 align-[-1px]" />
              <span aria-hidden>{cell.worst}</span>
              <span className="sr-only">{cell.words}</span>
            </span>
          )}
        </span>
      )
    case 'paid':
      return (
        <span
          title={`${cell.span} in ${cell.rounds} rounds${cell.shorter ? ', since it joined' : ''}; scaled to a year, rewards compounded`}
        >
          {cell.text}
          {cell.shorter && <span className={`${below} text-ink-quiet`}>{cell.rounds} rounds</span>}
        </span>
      )
    case 'projected':
      return (
        <span title={cell.title}>
          {cell.text}
          <span className={`${below} text-ink-quiet`}>
            <span className="sr-only">from </span>
            {cell.low}
            <span aria-hidden>–</span>
            <span className="sr-only"> to </span>
            {cell.high}
          </span>
        </span>
      )
    default:
      return (
        <span
          title={cell.title}
          className={cell.strong ? 'font-medium' : cell.zero ? 'text-ink-quiet' : undefined}
        >
          {cell.text}
          {cell.below && <span className={`${below} font-normal text-ink-quiet`}>{cell.below}</span>}
        </span>
      )
  }
}

/**
 * Rows of the list: table rows from 640 px, cards below; the table says how they look. It runs in the browser only so that the
 * page need not carry the drawn rows a second time as data.
 */
export function ListBody({ rows, columns }: { rows: readonly BodyRow[]; columns: readonly BodyColumn[] }) {
  return (
    <tbody className="max-sm:block max-sm:border-t">
      {rows.map(({ address, name, rank, cells }) => (
        <tr key={address} className="group">
          <th scope="row">
            <span className="flex items-center gap-2">
              <span className="w-6 shrink-0 text-right text-small text-ink-quiet">{rank ?? '·'}</span>
              <OrchestratorName address={address} name={name} />
              <span>
                <IntentLink href={compareHref([address])} data-print="hide">
                  Compare<span className="sr-only"> {name ?? shortenAddress(address)}</span>
                </IntentLink>
                <DelegateLink address={address} name={name} />
              </span>
            </span>
          </th>
          {columns.map(({ key, label, align, wide }, place) => {
            const cell = cells[place]
            return (
              <td key={key} data-label={label} data-align={align} data-wide={wide ? '' : undefined}>
                {cell && <ListCell cell={cell} />}
              </td>
            )
          })}
        </tr>
      ))}
    </tbody>
  )
}
