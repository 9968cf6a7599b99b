import type { Metadata } from 'next'
import { GatewayControls } from '@/components/network/gateway-controls'
import { GatewayTable } from '@/components/network/gateway-table'
import {
  type GatewaysQuery,
  gatewaysHref,
  gatewaysPath,
  gatewaysPerPage,
  parseGateways,
  selectGateways,
} from '@/components/network/gateways-query'
import { NetworkHead } from '@/components/network/network-head'
import { ListSkeleton } from '@/components/orchestrators/list-skeleton'
import { buttonClasses } from '@/components/ui/button'
import { IntentLink } from '@/components/ui/intent-link'
import { LoadedView } from '@/components/ui/loaded-view'
import { Pager, pageFrom } from '@/components/ui/pager'
import { type GatewayRow, type GatewaysView, loadGateways } from '@/lib/data/gateways'

export const metadata: Metadata = {
  title: 'Gateways',
  description:
    'Every Livepeer gateway with its deposit and reserve, what it paid orchestrators in 90 days and ever, and whether its funds are locked.',
  alternates: { canonical: gatewaysPath },
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function GatewaysPage({ searchParams }: Props) {
  const [view, search] = await Promise.all([loadGateways(), searchParams])
  return (
    <>
      <NetworkHead
        title="Gateways"
        current={gatewaysPath}
        aside={
          <a
            href={`${gatewaysPath}/csv`}
            download
            className={buttonClasses({ size: 'sm' })}
            data-print="hide"
          >
            Download CSV
          </a>
        }
      >
        They send work to orchestrators and pay for it with tickets, out of a deposit and a reserve.
      </NetworkHead>
      <LoadedView view={view} what="The list of gateways" bareFailure skeleton={<ListSkeleton rows={20} />}>
        {(value) => <Gateways view={value} query={parseGateways(search)} />}
      </LoadedView>
    </>
  )
}

function Gateways({ view, query }: { view: GatewaysView; query: GatewaysQuery }) {
  const { rows, round } = view
  if (rows === null) {
    return (
      <p className="border-y py-8 text-ink-quiet">
        Who is a gateway is listed by the index alone, and it did not answer. Deposits and reserves are not
        affected: the page of an account has them. Reload in a moment.
      </p>
    )
  }
  if (rows.length === 0) {
    return <p className="border-y py-12 text-ink-quiet">Nobody has funded a deposit or reserve yet.</p>
  }
  const fitting = selectGateways(rows, query)
  const page = pageFrom(query.page, fitting.length, gatewaysPerPage)
  const shown = fitting.slice((page - 1) * gatewaysPerPage, page * gatewaysPerPage)
  return (
    <div className="space-y-3">
      <GatewayControls query={query} count={`${fitting.length} of ${rows.length}`} />
      {fitting.length === 0 ? (
        <NoGateway rows={rows} />
      ) : (
        <>
          <GatewayTable rows={shown} round={round} query={query} caption="Gateways" />
          <Pager
            of="gateways"
            page={page}
            rowsPerPage={gatewaysPerPage}
            rows={fitting.length}
            hrefOf={(to) => gatewaysHref(query, to)}
          />
        </>
      )}
      <p className="max-w-text pt-4 text-small text-ink-quiet">
        Deposit, reserve and lock are the chain’s at the block below. What was paid is the face value of
        winning tickets by the index; less was paid where deposit and reserve fell short.{' '}
        {rows.some(({ paid }) => paid.usdE18 === null)
          ? 'Where there are no dollars, the index had no price.'
          : 'Dollars are those at the time of each ticket.'}
      </p>
    </div>
  )
}

function NoGateway({ rows }: { rows: readonly GatewayRow[] }) {
  return (
    <div className="border-y py-12 text-center">
      <p className="font-medium">No gateway matches</p>
      <p className="text-ink-quiet">
        <IntentLink className="underline underline-offset-4" href={gatewaysPath}>
          Show all {rows.length}
        </IntentLink>
      </p>
    </div>
  )
}
