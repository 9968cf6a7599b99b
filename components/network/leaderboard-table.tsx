import type { LeaderRow } from '@/components/network/leaderboard-model'
import { partText } from '@/components/network/leaderboard-model'
import {
  firstLeaderDirection,
  type LeaderQuery,
  type LeaderSort,
  leadersHref,
} from '@/components/network/leaderboard-query'
import { SortLinkHead } from '@/components/network/sort-link-head'
import { cardTableLook } from '@/components/network/table-look'
import { OrchestratorName } from '@/components/orchestrators/orchestrator-cell'
import { Badge } from '@/components/ui/badge'
import { Table, TableScroller } from '@/components/ui/table'
import { Unknown } from '@/components/ui/unknown'
import { formatScore } from '@/lib/format/score'
import { sortedBy } from '@/lib/format/sort-order'

interface Column {
  sort: LeaderSort
  label: string
  unit?: string
  explanation: string
  align: 'start' | 'end'
}

const columns: readonly Column[] = [
  {
    sort: 'name',
    label: 'Orchestrator',
    explanation: 'Place by total score among those shown, and who',
    align: 'start',
  },
  {
    sort: 'score',
    label: 'Total score',
    unit: 'of 10',
    explanation: 'Success and speed together, as the server of scores weighs them',
    align: 'end',
  },
  {
    sort: 'success',
    label: 'Success rate',
    explanation: 'Part of the test jobs that came back done',
    align: 'end',
  },
  {
    sort: 'latency',
    label: 'Latency score',
    unit: 'of 10',
    explanation:
      'How quickly results came back: 10 is as fast as the server counts, 0 the slowest. It has no unit of time',
    align: 'end',
  },
  {
    sort: 'regions',
    label: 'Regions',
    explanation: 'In how many regions it was tested',
    align: 'end',
  },
]

export interface LeaderboardTableProps {
  rows: readonly LeaderRow[]
  query: LeaderQuery
  caption: string
  /** Why somebody has no score. */
  noScore: string
  /** Regions there are; null: one is chosen. */
  allRegions: number | null
}

/** The board as a table, as cards on phones; sorted by links. */
export function LeaderboardTable({ rows, query, caption, noScore, allRegions }: LeaderboardTableProps) {
  const shown = columns.filter(({ sort }) => sort !== 'regions' || allRegions !== null)
  return (
    <TableScroller label={caption}>
      <Table className={cardTableLook}>
        <caption className="sr-only">{caption}</caption>
        <thead className="max-sm:sr-only">
          <tr>
            {shown.map(({ sort, ...column }) => (
              <SortLinkHead
                key={sort}
                {...column}
                href={leadersHref(sortedBy(query, sort, firstLeaderDirection(sort)))}
                sorted={query.sort === sort ? query.dir : null}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.address} row={row} noScore={noScore} allRegions={allRegions} />
          ))}
        </tbody>
      </Table>
    </TableScroller>
  )
}

function Row({
  row: { address, name, active, rank, parts, regions },
  noScore,
  allRegions,
}: {
  row: LeaderRow
  noScore: string
  allRegions: number | null
}) {
  const figure = (text: string | undefined) => text ?? <Unknown reason={noScore} />
  return (
    <tr>
      <th scope="row">
        <span className="flex items-center gap-2">
          <span className="w-6 shrink-0 text-right text-small text-ink-quiet">{rank ?? '·'}</span>
          <OrchestratorName address={address} name={name} roomy />
          {active === false && <Badge tone="outline">Not active</Badge>}
        </span>
      </th>
      <td data-align="end" data-label="Total score, of 10">
        <span className="font-medium">{figure(parts ? formatScore(parts.score) : undefined)}</span>
      </td>
      <td data-align="end" data-label="Success rate">
        {figure(parts ? partText(parts.successRate) : undefined)}
      </td>
      <td data-align="end" data-label="Latency score, of 10">
        {figure(parts ? formatScore(parts.latencyScore) : undefined)}
      </td>
      {allRegions !== null && (
        <td data-align="end" data-label="Regions">
          {parts ? `${regions} of ${allRegions}` : <Unknown reason={noScore} />}
        </td>
      )}
    </tr>
  )
}
