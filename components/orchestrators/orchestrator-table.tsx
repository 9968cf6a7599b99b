'use client'

import { useSearchParams } from 'next/navigation'
import { columns } from '@/components/orchestrators/columns'
import { ListControls } from '@/components/orchestrators/list-controls'
import { type ListQuery, listHref, parseListQuery, selectRows } from '@/components/orchestrators/list-query'
import type { ListRow } from '@/components/orchestrators/list-row'
import { OrchestratorTableRow } from '@/components/orchestrators/orchestrator-row'
import { SortHead } from '@/components/orchestrators/sort-head'
import { Table, TableScroller } from '@/components/ui/table'

/**
 * The list of orchestrators. Its state is the URL: the server draws any state from it, so links and the GET form work
 * without script; with script the URL is replaced and the same rows are drawn at once.
 */
export function OrchestratorTable({ rows, caption }: { rows: readonly ListRow[]; caption: string }) {
  const query = parseListQuery(useSearchParams())
  const shown = selectRows(rows, query)
  const change = (next: ListQuery) => window.history.replaceState(null, '', listHref(next))
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1">
          <ListControls query={query} onChange={change} />
        </div>
        <p aria-live="polite" className="text-small text-ink-quiet">
          {shown.length} of {rows.length}
        </p>
      </div>
      {shown.length === 0 ? (
        <div className="border-y py-12 text-center">
          <p className="font-medium">No orchestrator matches</p>
          <p className="text-ink-quiet">
            <a className="underline underline-offset-4" href="/orchestrators?show=all">
              Show all {rows.length}
            </a>
          </p>
        </div>
      ) : (
        <TableScroller label={caption}>
          <Table className="max-sm:block">
            <caption className="sr-only">{caption}</caption>
            <thead className="max-sm:sr-only">
              <tr>
                {columns.map((column) => (
                  <SortHead key={column.key} column={column} query={query} onChange={change} />
                ))}
              </tr>
            </thead>
            <tbody className="max-sm:block max-sm:border-t">
              {shown.map((row) => (
                <OrchestratorTableRow key={row.address} row={row} />
              ))}
            </tbody>
          </Table>
        </TableScroller>
      )}
    </div>
  )
}
