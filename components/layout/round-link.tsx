import { RoundRing } from '@/components/charts/round-ring'
import { IntentLink } from '@/components/ui/intent-link'
import type { Loaded, RoundView } from '@/lib/data/types'
import { formatInteger } from '@/lib/format/number'

/** The round's ring and number in the top bar; leads to the round panel. Its width is kept while nothing is known. */
export function RoundLink({ round }: { round: Loaded<RoundView> }) {
  const known = 'value' in round ? round.value : null
  return (
    <IntentLink
      href="/#round"
      className="flex h-9 items-center gap-2 rounded px-2 text-small whitespace-nowrap hover:bg-raised"
      title={known ? undefined : 'The round is not known now'}
    >
      <RoundRing
        size="mark"
        label={null}
        round={known ?? { lengthBlocks: 0, blocksDone: 0, startBlock: 0, lockStartBlock: 0, overdue: false }}
      />
      <span>
        <span className="text-ink-quiet max-xl:sr-only">Round </span>
        <span className="font-medium max-[22.5rem]:sr-only">{known ? formatInteger(known.number) : '–'}</span>
        {known?.overdue && <span className="text-wait"> overdue</span>}
        {known?.locked && !known.overdue && <span className="sr-only">, locked</span>}
      </span>
    </IntentLink>
  )
}
