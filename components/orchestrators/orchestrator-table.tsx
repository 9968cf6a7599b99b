import { bodyRows, columns } from '@/components/orchestrators/columns'
import { DelegateLinks } from '@/components/orchestrators/delegate-links'
import { ListBody } from '@/components/orchestrators/list-body'
import { ListControls } from '@/components/orchestrators/list-controls'
import { ListPresets } from '@/components/orchestrators/list-presets'
import { defaultQuery, type ListQuery } from '@/components/orchestrators/list-query'
import { type ListItem, selectItems } from '@/components/orchestrators/list-select'
import { SortHead } from '@/components/orchestrators/sort-head'
import { IntentLink } from '@/components/ui/intent-link'
import { Table, TableScroller } from '@/components/ui/table'

/**
 * Looks of all cells in one place: classes on each of a thousand cells would be most of the page. Below 640 px a row is a card
 * of three columns, each figure under its label.
 */
const tableLook = [
  '[&_tbody_tr]:h-12 [&_tbody_tr]:border-b [&_tbody_tr:hover]:bg-raised/60',
  '[&_td]:px-1.5 [&_td]:whitespace-nowrap [&_td:last-child]:pr-0 [&_td[data-align=end]]:text-right',
  '[&_tbody_th]:sticky [&_tbody_th]:left-0 [&_tbody_th]:z-10 [&_tbody_th]:bg-ground [&_tbody_th]:pr-1.5 [&_tbody_th]:text-left [&_tbody_th]:font-normal [&_tbody_th]:whitespace-nowrap sm:[&_tbody_tr:hover_th]:bg-raised',
  // The links to compare and to delegate come over the end of the row's head on hover and focus, one above the other so that the
  // name stays readable; where nothing hovers they have a place of their own.
  '[&_th_a+span]:flex [&_th_a+span]:gap-4 [&_th_a+span]:rounded-sm [&_th_a+span]:px-2 [&_th_a+span]:text-small [&_th_a+span_a]:text-ink-quiet [&_th_a+span_a]:underline [&_th_a+span_a]:underline-offset-4',
  '[&_th_a[data-delegate]]:text-accent-text max-sm:[&_th>span]:flex-wrap max-sm:[&_th_a+span]:ml-auto max-sm:[&_th_a+span_a]:py-1',
  'sm:[&_th_a+span]:absolute sm:[&_th_a+span]:top-0 sm:[&_th_a+span]:right-0 sm:[&_th_a+span]:flex-col sm:[&_th_a+span]:gap-0 sm:[&_th_a+span]:bg-raised sm:[&_th_a+span_a]:leading-6 sm:[&_th_a+span]:opacity-0 sm:[&_tr:hover_th_a+span]:opacity-100 sm:[&_th_a+span:focus-within]:opacity-100',
  'pointer-coarse:[&_th_a+span]:static pointer-coarse:[&_th_a+span]:opacity-100',
  // First lines of all cells on one line, whether a second one follows or not.
  'sm:[&_td]:pt-1.5 sm:[&_td]:align-top sm:[&_tbody_th]:pt-0.5 sm:[&_tbody_th]:align-top',
  'max-sm:block max-sm:[&_tbody_tr]:grid max-sm:[&_tbody_tr]:h-auto max-sm:[&_tbody_tr]:grid-cols-3 max-sm:[&_tbody_tr]:gap-3 max-sm:[&_tbody_tr]:py-4',
  'max-sm:[--name-room:calc(100vw-7rem)] max-sm:[&_tbody_th]:static max-sm:[&_tbody_th]:col-span-3 max-sm:[&_tbody_th]:min-w-0 max-sm:[&_tbody_th]:p-0',
  // Badges are wider than a third of the narrowest phones.
  'max-[22.5rem]:[&_tbody_tr]:grid-cols-2 max-[22.5rem]:[&_tbody_th]:col-span-2',
  'max-sm:[&_td]:block max-sm:[&_td]:p-0 max-sm:[&_td[data-align=end]]:text-left max-sm:[&_td[data-wide]]:hidden',
  'max-sm:[&_td]:before:block max-sm:[&_td]:before:text-small max-sm:[&_td]:before:text-ink-quiet max-sm:[&_td]:before:content-[attr(data-label)]',
].join(' ')

export interface OrchestratorTableProps {
  items: readonly ListItem[]
  query: ListQuery
  caption: string
}

/** The list of orchestrators with its controls. The server draws any state from its URL; links and a form lead to others. */
export function OrchestratorTable({ items, query, caption }: OrchestratorTableProps) {
  const shown = selectItems(items, query)
  const chosen = query.columns.join() !== defaultQuery.columns.join()
  return (
    <div className="space-y-3">
      <ListPresets query={query} />
      <ListControls query={query} count={`${shown.length} of ${items.length}`} />
      {shown.length === 0 ? (
        <div className="border-y py-12 text-center">
          <p className="font-medium">No orchestrator matches</p>
          <p className="text-ink-quiet">
            <IntentLink className="underline underline-offset-4" href="/orchestrators?show=all">
              Show all {items.length}
            </IntentLink>
          </p>
        </div>
      ) : (
        <TableScroller label={caption}>
          <Table className={tableLook}>
            <caption className="sr-only">{caption}</caption>
            <thead className="max-sm:sr-only">
              <tr>
                {(['name', ...query.columns] as const).map((column) => (
                  <SortHead key={column} column={column} query={query} />
                ))}
              </tr>
            </thead>
            <ListBody
              rows={bodyRows(shown, query.columns)}
              columns={query.columns.map((key) => {
                const { label, unit, align, wide = false } = columns[key]
                return { key, label: unit ? `${label}, ${unit}` : label, align, wide: wide && !chosen }
              })}
            />
          </Table>
          <DelegateLinks />
        </TableScroller>
      )}
    </div>
  )
}
