import type { ReactNode } from 'react'
import { BigFigure, FigureRow } from '@/components/ui/figures'
import { IntentLink } from '@/components/ui/intent-link'
import { Unknown } from '@/components/ui/unknown'
import type { GatewayCounts } from '@/lib/data/protocol-page-types'
import type { OrchestratorsView, ProtocolView } from '@/lib/data/types'
import { countOf, formatInteger } from '@/lib/format/number'

const indexSilent = 'Not known: the index did not answer'

/** Who takes part, with live counts, and what each does (7.1). */
export function Actors({
  protocol,
  orchestrators,
  gateways,
}: {
  protocol: ProtocolView
  orchestrators: OrchestratorsView | null
  gateways: GatewayCounts | null
}) {
  const active = orchestrators?.rows.filter((row) => row.active).length ?? null
  const registered = orchestrators?.complete
    ? orchestrators.rows.filter((row) => row.registered).length
    : null
  return (
    <div className="space-y-6">
      <FigureRow>
        <BigFigure
          label="Orchestrators at work"
          explanation="Orchestrators in the active set of the running round: they may call reward and be paid for work."
          value={
            active === null ? (
              <Unknown reason="Not known: the pool could not be read" />
            ) : (
              <IntentLink href="/orchestrators" className="underline-offset-4 hover:underline">
                {formatInteger(active)}
              </IntentLink>
            )
          }
          note={`${countOf(protocol.poolMaxSize, 'place')}, ${registered === null ? 'registered ones not known now' : `${formatInteger(registered)} registered`}`}
        />
        <BigFigure
          label="Delegators"
          explanation="Accounts with stake, counted one by one, orchestrators among them."
          value={
            protocol.delegatorsCount === null ? (
              <Unknown reason={indexSilent} />
            ) : (
              formatInteger(protocol.delegatorsCount)
            )
          }
        />
        <BigFigure
          label="Gateways"
          explanation="Accounts with a deposit now, out of which their winning tickets are paid."
          value={
            gateways === null ? (
              <Unknown reason={indexSilent} />
            ) : (
              <IntentLink href="/gateways?show=funded" className="underline-offset-4 hover:underline">
                {formatInteger(gateways.funded)}
              </IntentLink>
            )
          }
          note={
            gateways ? `with a deposit, of ${formatInteger(gateways.known)} that ever had one` : undefined
          }
        />
      </FigureRow>
      <dl className="grid gap-x-12 gap-y-5 md:grid-cols-3">
        <Role name="Orchestrators do the work">
          They run the machines that transcode video and run AI models, stake LPT of their own, and keep a cut
          of rewards and fees. The ones with most stake fill the active set.
        </Role>
        <Role name="Delegators back them">
          They bond LPT to an orchestrator they trust and get their part of what it earns. Their stake decides
          who is in the active set, and it votes.
        </Role>
        <Role name="Gateways pay for it">
          They send jobs and pay with tickets, of which few win and each winner is paid on the chain. A
          deposit pays the winners, a reserve stands behind it.
        </Role>
      </dl>
    </div>
  )
}

function Role({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="font-medium">{name}</dt>
      <dd className="pt-1 text-ink-quiet">{children}</dd>
    </div>
  )
}
