import { readCore } from '@/lib/data/core'
import { readRoundRows } from '@/lib/data/ledger-history'
import { load } from '@/lib/data/reading'
import { roundView } from '@/lib/data/round'
import type { Loaded } from '@/lib/data/types'
import { settings } from '@/lib/network/settings'
import { SourceError } from '@/lib/network/source-error'

/** One initialised round as the API lists it, from the index. */
export interface PastRoundView {
  round: number
  /** Unix seconds of its initialisation. */
  startedAt: number
  startBlock: number
  lengthBlocks: number
  inflationP9: bigint
  /** What rewards of the round could mint. */
  mintableWei: bigint
  activeStakeWei: bigint
  totalSupplyWei: bigint
  /** Face value of tickets redeemed in it, ETH. */
  feesWei: bigint
}

export interface RoundsAnswer {
  /** The running round (chain). */
  currentRound: number
  /** Newest first. */
  rounds: readonly PastRoundView[]
  /** To ask before for the next page; null = this is the last. */
  nextBefore: number | null
}

export const roundsLimits = { usual: 100, most: 1000 } as const

/** Initialised rounds before a round (default: all), newest first. */
export function loadRounds(asked: { before: number; limit: number }): Promise<Loaded<RoundsAnswer>> {
  return load(async (reading) => {
    const core = await readCore(reading)
    const now = roundView(core, reading.head.timestamp, settings().network.secondsPerBlock)
    const history = await reading.index(`rounds/${now.lastInitializedRound}`, 'per-minute', readRoundRows)
    if (!history)
      throw new SourceError(
        'Past rounds come from the index, which did not answer.',
        'Try again in a moment.',
      )
    const wanted = history.rounds.filter(({ round }) => round < asked.before).toReversed()
    const rounds = wanted.slice(0, asked.limit).map(({ mintable, activeStake, ...row }) => ({
      ...row,
      mintableWei: mintable,
      activeStakeWei: activeStake,
    }))
    return {
      currentRound: now.number,
      rounds,
      nextBefore: wanted.length > asked.limit ? (rounds.at(-1)?.round ?? null) : null,
    }
  })
}

/** The request as values, or a sentence that says what is wrong with it. */
export function parseRoundsAsked(search: URLSearchParams): { before: number; limit: number } | string {
  const extra = [...search.keys()].find((name) => name !== 'before' && name !== 'limit')
  if (extra !== undefined) return `There is no parameter ${extra.slice(0, 40)}.`
  const before = search.get('before') ?? '999999999'
  const limit = search.get('limit') ?? `${roundsLimits.usual}`
  if (!/^\d{1,9}$/.test(before)) return 'before is a round number.'
  if (!/^\d{1,4}$/.test(limit) || Number(limit) < 1 || Number(limit) > roundsLimits.most)
    return `limit is 1 to ${roundsLimits.most}.`
  return { before: Number(before), limit: Number(limit) }
}
