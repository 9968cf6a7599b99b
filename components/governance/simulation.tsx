import { Amount } from '@/components/ui/amount'
import { Notice } from '@/components/ui/notice'
import type { ProposalView, SimulationView } from '@/lib/data/governance-types'
import { formatInteger } from '@/lib/format/number'

/** What would happen if the proposal were carried out now: it works, and what the treasury has after, or why it would fail. */
export function Simulation({
  simulation,
  state,
  block,
}: {
  simulation: SimulationView
  state: ProposalView['state']
  block: number
}) {
  const at = `Tried at block ${formatInteger(block)}, as the treasury itself.`
  if (simulation.state === 'unknown') {
    return <p className="text-small text-ink-quiet">Not tried out: {simulation.reason}</p>
  }
  if (simulation.state === 'fails') {
    return (
      <Notice tone="loss" title={`Carried out now, call ${formatInteger(simulation.action)} would fail`}>
        {simulation.reason}{' '}
        {simulation.decoded !== null && <span className="font-mono break-all">{simulation.decoded} </span>}
        {state === 'pending' || state === 'active'
          ? 'It can still be voted on; by the time it is carried out this may differ.'
          : 'Executing it would fail as a whole: all its calls are carried out, or none.'}{' '}
        {at}
      </Notice>
    )
  }
  const rows = [
    { unit: 'LPT' as const, places: 2, ...simulation.lpt },
    { unit: 'ETH' as const, places: 4, ...simulation.eth },
  ].filter(({ unit, beforeWei, afterWei }) => unit === 'LPT' || beforeWei !== afterWei)
  return (
    <div className="space-y-2">
      <p className="font-medium">Carried out now, it would work.</p>
      <table className="text-small">
        <caption className="sr-only">Treasury before and after</caption>
        <thead>
          <tr className="text-ink-quiet">
            <th scope="col" className="py-1 pr-6 text-left font-normal">
              Treasury
            </th>
            <th scope="col" className="py-1 pr-6 text-right font-normal">
              Now
            </th>
            <th scope="col" className="py-1 text-right font-normal">
              After
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ unit, places, beforeWei, afterWei }) => (
            <tr key={unit} className="border-t">
              <th scope="row" className="py-1.5 pr-6 text-left font-normal">
                {unit}
              </th>
              <td className="py-1.5 pr-6 text-right tabular-nums">
                <Amount wei={beforeWei} unit={unit} places={places} />
              </td>
              <td className="py-1.5 text-right font-medium tabular-nums">
                <Amount wei={afterWei} unit={unit} places={places} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-small text-ink-quiet">{at}</p>
    </div>
  )
}
