import type { ReactNode } from 'react'
import type { Address } from 'viem'
import {
  type DelegatorSort,
  type DelegatorsQuery,
  delegatorsHref,
} from '@/components/account/delegators-query'
import { AddressMark } from '@/components/ui/address-mark'
import { Amount, AmountFigure } from '@/components/ui/amount'
import { Glyph } from '@/components/ui/glyph'
import { IntentLink } from '@/components/ui/intent-link'
import { Cell, HeadCell, RowHeadCell, rowClasses, Table } from '@/components/ui/table'
import type { DelegatorRow } from '@/lib/data/delegators'
import type { Names } from '@/lib/ens/names'
import { lowerAddress, shortenAddress } from '@/lib/format/address'
import { formatInteger } from '@/lib/format/number'
import { percentP9 } from '@/lib/format/percent'

interface Column {
  sort: DelegatorSort
  label: string
  unit?: string
  explanation: string
  /** Shown from this width on; the rest stands in the file. */
  from: string
}

const columns: readonly Column[] = [
  {
    sort: 'stake',
    label: 'Stake',
    unit: 'LPT',
    explanation: 'With rewards it has not claimed yet.',
    from: '',
  },
  {
    sort: 'rewards',
    label: 'Unclaimed rewards',
    unit: 'LPT',
    explanation: 'Rewards since its last claim; they are part of the stake and earn as well.',
    from: 'max-md:hidden',
  },
  {
    sort: 'fees',
    label: 'Fees',
    unit: 'ETH',
    explanation: 'Fees it can withdraw, unclaimed ones included.',
    from: 'max-sm:hidden',
  },
  {
    sort: 'since',
    label: 'Since round',
    explanation: 'Round its present bond counts from.',
    from: 'max-lg:hidden',
  },
  {
    sort: 'claimed',
    label: 'Last claim',
    explanation: 'Round up to which its earnings are claimed.',
    from: 'max-lg:hidden',
  },
]

export interface DelegatorsTableProps {
  rows: readonly DelegatorRow[]
  /** Confirmed names of those that have one. */
  names: Names
  query: DelegatorsQuery
  /** Path of the page. */
  path: string
  source: string
}

/** Who is bonded to the orchestrator, with live stake: sorted and paged by links, so it works without script. */
export function DelegatorsTable({ rows, names, query, path, source }: DelegatorsTableProps) {
  return (
    <Table>
      <caption className="sr-only">Delegators with stake, rewards and fees</caption>
      <thead>
        <tr>
          <HeadCell>Delegator</HeadCell>
          {columns.slice(0, 1).map((column) => (
            <SortCell key={column.sort} column={column} query={query} path={path} />
          ))}
          <HeadCell align="end">Share</HeadCell>
          {columns.slice(1).map((column) => (
            <SortCell key={column.sort} column={column} query={query} path={path} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.address} className={rowClasses}>
            <RowHeadCell>
              <IntentLink
                href={`/accounts/${lowerAddress(row.address)}/delegating`}
                title={row.address}
                className="inline-flex min-h-8 max-w-full items-center gap-2.5 text-small underline-offset-4 hover:underline"
              >
                <span className="max-sm:hidden">
                  <AddressMark address={row.address} />
                </span>
                <DelegatorName address={row.address} name={names.get(lowerAddress(row.address))} />
                {row.self && <span className="text-ink-quiet max-[22.5rem]:sr-only">itself</span>}
              </IntentLink>
            </RowHeadCell>
            <Cell align="end" className="font-medium">
              <AmountFigure wei={row.stakeWei} unit="LPT" bare source={source} />
            </Cell>
            <Cell align="end" className="whitespace-nowrap">
              {percentP9(row.shareP9)}
            </Cell>
            <BareCell from={columns[1]?.from}>
              <Amount wei={row.stakeWei - row.bondedWei} unit="LPT" bare />
            </BareCell>
            <BareCell from={columns[2]?.from}>
              <Amount wei={row.feesWei} unit="ETH" places={4} bare />
            </BareCell>
            <BareCell from={columns[3]?.from}>{formatInteger(row.startRound)}</BareCell>
            <BareCell from={columns[4]?.from}>{formatInteger(row.lastClaimRound)}</BareCell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function DelegatorName({ address, name }: { address: Address; name: string | undefined }) {
  if (name === undefined) return <span className="font-mono">{shortenAddress(address)}</span>
  return (
    <span
      className="max-w-[calc(100vw-17rem)] min-w-0 truncate font-medium sm:max-w-[18ch] lg:max-w-[28ch]"
      title={name}
    >
      {name}
    </span>
  )
}

function BareCell({ from = '', children }: { from?: string | undefined; children: ReactNode }) {
  return (
    <Cell align="end" className={from}>
      {children}
    </Cell>
  )
}

function SortCell({ column, query, path }: { column: Column; query: DelegatorsQuery; path: string }) {
  const sorted = query.sort === column.sort
  const dir = sorted && query.dir === 'desc' ? 'asc' : 'desc'
  return (
    <HeadCell
      align="end"
      className={column.from}
      aria-sort={sorted ? (query.dir === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      <IntentLink
        href={delegatorsHref(path, column.sort, dir)}
        scroll={false}
        title={column.explanation}
        className={`inline-flex h-8 flex-row-reverse items-center gap-1 rounded-sm hover:text-ink ${sorted ? 'text-ink' : ''}`}
      >
        <span>
          {column.label}
          {column.unit && <span className="font-normal"> {column.unit}</span>}
        </span>
        <Glyph
          name={query.dir === 'asc' ? 'up' : 'down'}
          className={`size-3.5 ${sorted ? '' : 'invisible'}`}
        />
      </IntentLink>
    </HeadCell>
  )
}
