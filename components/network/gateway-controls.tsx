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
import { SearchField, SelectField, text } from '@/components/orchestrators/list-fields'
import { ListForm } from '@/components/orchestrators/list-form'
import { Button } from '@/components/ui/button'

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
        <SearchField value={query.search} maxLength={maxGatewaySearch} />
        <SelectField
          name="show"
          label="Show"
          value={query.show}
          options={gatewayShows}
          labelOf={(show) => showLabels[show]}
          place="sm:flex-none"
        />
        <SelectField
          name="sort"
          label="Sort by"
          value={query.sort}
          options={gatewaySorts}
          labelOf={(sort) => sortLabels[sort]}
          place="sm:hidden"
        />
        <input type="hidden" name="dir" {...text(dir)} />
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
