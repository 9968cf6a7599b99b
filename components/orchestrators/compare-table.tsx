import { type Compared, compareFigures, yieldRows } from '@/components/orchestrators/compare-figures'
import { type CompareWish, compareHref } from '@/components/orchestrators/compare-query'
import { DelegateLink } from '@/components/orchestrators/delegate-link'
import { DelegateLinks } from '@/components/orchestrators/delegate-links'
import { OrchestratorName } from '@/components/orchestrators/orchestrator-cell'
import { IntentLink } from '@/components/ui/intent-link'
import { TableScroller } from '@/components/ui/table'
import { shortenAddress } from '@/lib/format/address'

/**
 * Orchestrators side by side, one column each. On phones each figure's name stands over its line of values, so that two
 * fit without scrolling.
 */
export function CompareTable({ compared, wish }: { compared: readonly Compared[]; wish: CompareWish }) {
  const ids = compared.map(({ row }) => row.address)
  // Every column as wide as the others, and no narrower than its figures need.
  const columns = { gridTemplateColumns: `repeat(${compared.length}, minmax(8rem, 1fr))` }
  return (
    <TableScroller label="Orchestrators side by side">
      <table className="w-full border-collapse max-md:block">
        <caption className="sr-only">Orchestrators side by side</caption>
        <thead className="max-md:block">
          <tr className="border-b max-md:grid" style={columns}>
            <th scope="col" className="w-56 max-md:hidden">
              <span className="sr-only">Figure</span>
            </th>
            {compared.map(({ row }) => (
              <th
                key={row.address}
                scope="col"
                className="min-w-32 px-2 py-3 text-left font-normal first:pl-0 max-md:pl-0"
              >
                <OrchestratorName address={row.address} name={row.name} roomy={compared.length < 4} />
                <span className="flex flex-wrap gap-x-4 text-small">
                  {row.registered && (
                    <DelegateLink
                      address={row.address}
                      name={row.name}
                      className="py-1 text-accent-text underline underline-offset-4"
                    />
                  )}
                  <IntentLink
                    href={compareHref(
                      ids.filter((id) => id !== row.address),
                      wish,
                    )}
                    className="py-1 text-ink-quiet underline underline-offset-4"
                    data-print="hide"
                  >
                    Remove<span className="sr-only"> {row.name ?? shortenAddress(row.address)}</span>
                  </IntentLink>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-md:block">
          {[...yieldRows, ...compareFigures].map(({ label, explanation, value }) => (
            <tr key={label} className="border-b hover:bg-raised/60 max-md:grid max-md:py-2" style={columns}>
              <th
                scope="row"
                title={explanation}
                className="py-2.5 pr-4 text-left font-normal text-ink-quiet max-md:col-span-full max-md:py-0 max-md:text-small"
              >
                {label}
              </th>
              {compared.map((orchestrator) => (
                <td
                  key={orchestrator.row.address}
                  className="px-2 py-2.5 font-medium max-md:py-1 max-md:pl-0"
                >
                  {value(orchestrator)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <DelegateLinks />
    </TableScroller>
  )
}
