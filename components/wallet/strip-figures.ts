import type { DelegatingView } from '@/lib/data/types'
import { exactAmount, fixedAmount } from '@/lib/format/amount'
import { countOf, formatInteger } from '@/lib/format/number'

/** A short figure of the strip. */
export interface StripFigure {
  label: string
  value: string
  /** The exact figure, or when it will be so. */
  title: string
}

/** What there is beside the stake, where the strip has room: rewards since the last claim, fees, the next unlock. */
export function stripFigures(view: DelegatingView): readonly StripFigure[] {
  const waiting = view.locks
    .filter((lock) => lock.state === 'waiting')
    .reduce<number | null>(
      (soonest, { withdrawRound }) => (soonest === null || withdrawRound < soonest ? withdrawRound : soonest),
      null,
    )
  return [
    ...(view.pendingRewardsWei > 0n
      ? [
          {
            label: 'Unclaimed',
            value: `${fixedAmount(view.pendingRewardsWei)} LPT`,
            title: `${exactAmount(view.pendingRewardsWei)} LPT of the stake are rewards since the last claim`,
          },
        ]
      : []),
    ...(view.pendingFeesWei > 0n
      ? [
          {
            label: 'Fees',
            value: `${fixedAmount(view.pendingFeesWei, 4)} ETH`,
            title: `${exactAmount(view.pendingFeesWei)} ETH can be withdrawn`,
          },
        ]
      : []),
    ...(waiting === null
      ? []
      : [
          {
            label: 'Unlocks in',
            value: countOf(waiting - view.round.number, 'round'),
            title: `The next unbonding lock opens in round ${formatInteger(waiting)}`,
          },
        ]),
  ]
}
