import {
  firstGatewayDirection,
  type GatewayShow,
  type GatewaySort,
  type GatewaysQuery,
  gatewayShows,
  gatewaySorts,
  gatewaysHref,
  gatewaysPath,
  maxGatewaySearch,
} from '@/components/network/gateways-query'
import { ListForm } from '@/components/orchestrators/list-form'
import { Button } from '@/components/ui/button'
import { Glyph } from '@/components/ui/glyph'
import { inputClasses } from '@/components/ui/input-classes'

const showLabels: Record<GatewayShow, string> = {
  all: 'All',
  paying: 'Paid in 90 days',
  funded: 'With funds now',
}

const sortLabels: Record<GatewaySort, string> = {
  'paid-90': 'Paid, 90 days',
  paid: 'Paid ever',
  deposit: 'Deposit',
  reserve: 'Reserve',
  'last-paid': 'Paid last',
  'funded-since': 'Funded first',
  name: 'Name',
}

/** Search, choice and order of gateways as one GET form; what it asks for is in the URL. */
export function GatewayControls({ query, count }: { query: GatewaysQuery; count: string }) {
  const dir = query.dir === firstGatewayDirection(query.sort) ? '' : query.dir
  return (
    <ListForm action={gatewaysPath} state={gatewaysHref(query)} defaults={{ show: 'all', sort: 'paid-90' }}>
      <div className="flex flex-wrap items-center gap-2">
        <label className="relative min-w-0 flex-1 basis-full sm:max-w-sm sm:basis-64">
          <span className="sr-only">Search by name or address</span>
          <Glyph name="search" className="pointer-events-none absolute top-3 left-3 size-4 text-ink-quiet" />
          <input
            type="search"
            name="q"
            defaultValue={query.search}
            data-value={query.search}
            maxLength={maxGatewaySearch}
            placeholder="Name or address"
            autoComplete="off"
            spellCheck={false}
            className={`${inputClasses} pl-9`}
          />
        </label>
        <label className="min-w-0 flex-1 sm:flex-none">
          <span className="sr-only">Show</span>
          <select name="show" defaultValue={query.show} data-value={query.show} className={inputClasses}>
            {gatewayShows.map((show) => (
              <option key={show} value={show}>
                {showLabels[show]}
              </option>
            ))}
          </select>
        </label>
        <label className="min-w-0 flex-1 sm:hidden">
          <span className="sr-only">Sort by</span>
          <select name="sort" defaultValue={query.sort} data-value={query.sort} className={inputClasses}>
            {gatewaySorts.map((sort) => (
              <option key={sort} value={sort}>
                {sortLabels[sort]}
              </option>
            ))}
          </select>
        </label>
        <input type="hidden" name="dir" defaultValue={dir} data-value={dir} />
        <Button type="submit" className="no-js-only">
          Apply
        </Button>
        <p aria-live="polite" className="text-small text-ink-quiet sm:ml-auto">
          {count}
        </p>
      </div>
    </ListForm>
  )
}
