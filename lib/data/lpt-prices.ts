import { readCore } from '@/lib/data/core'
import { readRoundRows } from '@/lib/data/ledger-history'
import { readRoundPrices } from '@/lib/data/ledger-prices'
import { load } from '@/lib/data/reading'
import type { Loaded } from '@/lib/data/types'
import { decimalToWei } from '@/lib/format/decimal'
import { SourceError } from '@/lib/network/source-error'

/** The price of LPT when a round was initialised. */
export interface RoundPrice {
  round: number
  /** Unix seconds of the initialisation. */
  at: number
  /** ETH for one LPT, 18 decimals; null: the index had no price. */
  ethWei: bigint | null
}

interface LptPricesView {
  /** Initialised rounds, ascending. */
  rounds: readonly RoundPrice[]
}

/** A year of rounds: each ten of them are a question to the index, asked once. */
const mostRounds = 412

/**
 * What the index says LPT cost in ETH, at the start of each of the newest rounds: the spot of one pool, read once a round.
 * @param wanted how many rounds back
 */
export function loadLptPrices(wanted: number): Promise<Loaded<LptPricesView>> {
  return load(async (reading) => {
    const core = await readCore(reading)
    const from = core.lastInitializedRound - BigInt(Math.min(wanted, mostRounds))
    const history = await reading.index(`rounds/${core.lastInitializedRound}`, 'per-minute', readRoundRows)
    const rows = history?.rounds.filter(({ round }) => BigInt(round) > from) ?? []
    const prices =
      history &&
      (await readRoundPrices(
        reading,
        rows.map(({ round }) => round),
      ))
    if (!prices)
      throw new SourceError('Past prices come from the index, which did not answer.', 'Reload in a moment.')
    return {
      rounds: rows.map(({ round, startedAt }): RoundPrice => {
        const price = prices.get(round)
        return { round, at: startedAt, ethWei: price ? decimalToWei(price) : null }
      }),
    }
  })
}
