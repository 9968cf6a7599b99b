import { DateText } from '@/components/governance/date-words'
import { Amount } from '@/components/ui/amount'
import { FigureLine, FigureLines } from '@/components/ui/figures'
import type { ProposingView } from '@/lib/data/authoring-types'
import { formatInteger } from '@/lib/format/number'

/** What proposing takes, and when a proposal made now would be voted on. */
export function ProposingTerms({ proposing }: { proposing: ProposingView }) {
  const { firstRound, lastRound, opensAt, closesAt } = proposing
  return (
    <FigureLines>
      <FigureLine
        label="Voting power needed"
        explanation="What the proposer must have had at the start of this round: bonded LPT, and what others delegate to it."
        value={<Amount wei={proposing.thresholdWei} unit="LPT" />}
      />
      <FigureLine label="Treasury" value={<Amount wei={proposing.treasuryLptWei} unit="LPT" />} />
      <FigureLine label="Its ETH" value={<Amount wei={proposing.treasuryEthWei} unit="ETH" places={4} />} />
      <FigureLine
        label="Votes on a proposal made now"
        value={`rounds ${formatInteger(firstRound)} to ${formatInteger(lastRound)}`}
      />
      {opensAt && <FigureLine label="Opens" value={<DateText date={opensAt} time />} />}
      {closesAt && <FigureLine label="Closes" value={<DateText date={closesAt} time />} />}
      <FigureLine
        label="Can be cancelled"
        explanation="By its proposer alone. Text and actions can never be changed."
        value={`before round ${formatInteger(firstRound)}`}
      />
    </FigureLines>
  )
}
