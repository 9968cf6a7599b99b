import { FigureLine, FigureLines } from '@/components/ui/figures'
import { Unknown } from '@/components/ui/unknown'
import type { ParametersView } from '@/lib/data/protocol-page-types'
import type { OrchestratorsView } from '@/lib/data/types'
import { countOf, formatInteger } from '@/lib/format/number'
import { percentP6 } from '@/lib/format/percent'
import { giniP6, nakamoto, topShareP6 } from '@/lib/protocol/concentration'

const half = 500_000n
const third = 333_333n

function few(count: number | null) {
  return count === null ? <Unknown reason="Nothing is bonded" /> : countOf(count, 'orchestrator')
}

/** How evenly stake and votes are spread over the active set. */
export function Concentration({
  orchestrators,
  governor,
}: {
  orchestrators: OrchestratorsView
  governor: ParametersView['governor']
}) {
  const stakes = orchestrators.rows.filter(({ active }) => active).map(({ totalStakeWei }) => totalStakeWei)
  const gini = giniP6(stakes)
  const top = topShareP6(stakes, 10)
  return (
    <div className="grid gap-x-12 gap-y-6 md:grid-cols-2">
      <FigureLines>
        <FigureLine
          label="More than half of the stake"
          explanation="The Nakamoto coefficient: the fewest orchestrators that together have more than half of the active stake."
          value={few(nakamoto(stakes, half))}
        />
        <FigureLine label="More than a third" value={few(nakamoto(stakes, third))} />
        <FigureLine
          label="The ten largest have"
          value={top === null ? <Unknown reason="Nothing is bonded" /> : percentP6(top)}
        />
        <FigureLine
          label="Gini coefficient"
          explanation="0 when all active orchestrators have the same stake, near 1 when one has all of it."
          value={gini === null ? <Unknown reason="Nothing is bonded" /> : giniText(gini)}
          note={`over ${countOf(stakes.length, 'active orchestrator')}`}
        />
      </FigureLines>
      <div className="space-y-4">
        <p className="text-ink-quiet">
          Stake votes through its orchestrator unless its owner votes. If no delegator votes, this many
          orchestrators decide.
        </p>
        <FigureLines>
          <FigureLine
            label="Reach the quorum"
            explanation="The fewest orchestrators whose votes alone make a treasury proposal count."
            value={
              governor ? (
                few(nakamoto(stakes, governor.quorumP6, true))
              ) : (
                <Unknown reason="This network has no governor" />
              )
            }
            note={governor ? `${percentP6(governor.quorumP6)} of all stake` : undefined}
          />
          <FigureLine
            label="Pass against all others"
            explanation="The fewest orchestrators that pass a treasury proposal when everybody else votes against it. A tie passes."
            value={
              governor ? (
                few(nakamoto(stakes, governor.quotaP6, true))
              ) : (
                <Unknown reason="This network has no governor" />
              )
            }
            note={governor ? `${percentP6(governor.quotaP6)} of votes for and against` : undefined}
          />
        </FigureLines>
        <p className="text-small text-ink-quiet">
          Stake of {formatInteger(stakes.length)} orchestrators, as the chain has it; who owns several of them
          is not known to the chain.
        </p>
      </div>
    </div>
  )
}

/** A coefficient out of 10^6 as "0.713", cut off. */
function giniText(points: bigint): string {
  return `0.${(points / 1_000n).toString().padStart(3, '0')}`
}
