import { DateText } from '@/components/governance/date-words'
import { Amount } from '@/components/ui/amount'
import { FigureLine, FigureLines } from '@/components/ui/figures'
import type { PollTermsView } from '@/lib/data/authoring-types'
import { formatInteger } from '@/lib/format/number'

/** What making a poll takes, and when one made now would close. */
export function PollTerms({ terms }: { terms: PollTermsView }) {
  return (
    <FigureLines>
      <FigureLine
        label="Stake needed"
        explanation="The account’s own stake, or all that is delegated to it. Nothing of it is spent or locked."
        value={<Amount wei={terms.neededWei} unit="LPT" />}
      />
      <FigureLine label="Takes votes for" value={`${formatInteger(terms.periodBlocks)} blocks of Ethereum`} />
      <FigureLine label="A poll made now closes" value={<DateText date={terms.endsAt} time />} />
      <FigureLine label="Can be withdrawn" value="no" />
    </FigureLines>
  )
}
