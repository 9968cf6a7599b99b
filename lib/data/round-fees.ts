import { indexWei } from '@/lib/data/index-figures'
import { load } from '@/lib/data/reading'
import type { Loaded } from '@/lib/data/types'
import { roundFeesDocument } from '@/lib/subgraph/documents/protocol-days'
import { indexedAt } from '@/lib/subgraph/meta'
import { querySubgraph } from '@/lib/subgraph/query'

/** Tickets redeemed in a round, by their face value. */
export interface RoundFeesView {
  round: number
  /** ETH; null: the index did not answer or has not seen the round yet. */
  feesWei: bigint | null
}

/** Fees of an initialised round (1.2): no contract counts them. */
export function loadRoundFees(round: number): Promise<Loaded<RoundFeesView>> {
  return load(async (reading) => {
    const known = await reading.index(`round-fees/${round}`, 'per-minute', async () => {
      const answer = await querySubgraph(roundFeesDocument, { round: `${round}` })
      const feesWei = answer.round ? indexWei(answer.round.volumeETH) : null
      return { feesWei, indexedAt: indexedAt(answer._meta) }
    })
    return { round, feesWei: known?.feesWei ?? null }
  })
}
