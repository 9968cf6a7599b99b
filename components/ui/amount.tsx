import { Hint } from '@/components/ui/hint'
import { Unknown } from '@/components/ui/unknown'
import { exactAmount, fixedAmount } from '@/lib/format/amount'
import { weiToDecimal } from '@/lib/format/decimal'

export interface AmountProps {
  /** 18-decimal integer amount; null when it is not known. */
  wei: bigint | null
  unit: 'LPT' | 'ETH'
  /** Decimals shown; one precision per column. */
  places?: number
  /** Leave the unit to the column's head. */
  bare?: boolean
  /** Why it is not known, shown on hover of the dash. */
  unknownReason?: string
}

/** An amount in running text or a table cell: rounded toward zero, the exact value as tooltip and in `<data value>`. */
export function Amount({ wei, unit, places = 2, bare = false, unknownReason }: AmountProps) {
  if (wei === null) return <Unknown reason={unknownReason} />
  return (
    <data value={weiToDecimal(wei)} title={`${exactAmount(wei)} ${unit}`} className="whitespace-nowrap">
      {fixedAmount(wei, places)}
      {!bare && <span className="text-[max(0.85em,0.8125rem)] font-normal text-ink-quiet"> {unit}</span>}
    </data>
  )
}

/** An amount as a panel's figure: opens a note with the exact value and where it was read. */
export function AmountFigure({ source, ...amount }: AmountProps & { source: string }) {
  if (amount.wei === null) return <Unknown reason={amount.unknownReason} />
  const exact = `${exactAmount(amount.wei)} ${amount.unit}`
  return (
    <Hint
      look="figure"
      title={exact}
      explanation={
        <>
          <span className="block font-medium break-all">{exact}</span>
          <span className="block text-ink-quiet">{source}</span>
        </>
      }
    >
      <Amount {...amount} />
    </Hint>
  )
}
