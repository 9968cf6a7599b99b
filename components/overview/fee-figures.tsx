import { feeFigures } from '@/components/overview/trend-charts'
import { Amount } from '@/components/ui/amount'
import { BigFigure, FigureRow } from '@/components/ui/figures'
import type { ProtocolDay } from '@/lib/data/protocol-days'
import { fixedAmount } from '@/lib/format/amount'

const labels = { day: 'Fees, last whole day', week: 'Fees, last whole week' } as const

/** What orchestrators were paid in the newest whole day and week, in ETH and US dollars. */
export function FeeFigureRow({ days }: { days: readonly ProtocolDay[] }) {
  const figures = feeFigures(days)
  if (figures.length === 0) return null
  return (
    <div className="pb-8">
      <FigureRow>
        {figures.map(({ label, when, ethWei, usdWei, change }) => (
          <BigFigure
            key={label}
            label={labels[label]}
            explanation="Face value of the winning tickets redeemed in it. Days and weeks are UTC, weeks begin on Monday; what still runs is left out."
            value={<Amount wei={ethWei} unit="ETH" places={4} />}
            note={
              <>
                {usdWei === null ? 'US dollars not known' : `$${fixedAmount(usdWei)}`}
                <span className="block">
                  {when}: {change}
                </span>
              </>
            }
          />
        ))}
      </FigureRow>
    </div>
  )
}
