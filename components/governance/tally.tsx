import { type Side, SideLabel, sides } from '@/components/governance/sides'
import { Amount } from '@/components/ui/amount'
import { formatPercent } from '@/lib/format/percent'

/** Counted weight of one side, wei of LPT. */
export interface TallySide {
  side: Side
  wei: bigint
}

function total(tally: readonly TallySide[]): bigint {
  return tally.reduce((sum, { wei }) => sum + wei, 0n)
}

/** Part of a sum in percent for drawing, one decimal. */
function width(wei: bigint, sum: bigint): number {
  return sum === 0n ? 0 : Number((wei * 1_000n) / sum) / 10
}

/** The sides of a vote as one bar: solid for, striped against, dotted abstentions. The figures beside it say the same. */
export function TallyBar({ tally, slim = false }: { tally: readonly TallySide[]; slim?: boolean }) {
  const sum = total(tally)
  return (
    <div
      aria-hidden
      className={`flex w-full gap-px overflow-hidden rounded-sm bg-raised ${slim ? 'h-1.5' : 'h-3'}`}
    >
      {tally
        .filter(({ wei }) => wei > 0n)
        .map(({ side, wei }) => (
          <span
            key={side}
            className="min-w-0.5"
            style={{ ...sides[side].fill, width: `${width(wei, sum)}%` }}
          />
        ))}
    </div>
  )
}

/** The tally of a vote: its bar, then each side with stake and share. */
export function Tally({ tally, label }: { tally: readonly TallySide[]; label: string }) {
  const sum = total(tally)
  return (
    <div className="space-y-3">
      <TallyBar tally={tally} />
      <table className="w-full">
        <caption className="sr-only">{label}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Side</th>
            <th scope="col">Stake</th>
            <th scope="col">Share</th>
          </tr>
        </thead>
        <tbody>
          {tally.map(({ side, wei }) => (
            <tr key={side} className="border-b">
              <th scope="row" className="py-2 text-left font-medium">
                <SideLabel side={side} />
              </th>
              <td className="px-3 py-2 text-right">
                <Amount wei={wei} unit="LPT" />
              </td>
              <td className="w-20 py-2 text-right text-ink-quiet">
                {sum === 0n ? '–' : formatPercent(wei, sum)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
