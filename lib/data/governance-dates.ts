import { toNumber } from '@/lib/data/chain-client'
import type { Core } from '@/lib/data/core'
import type { DateView } from '@/lib/data/governance-types'
import type { Reading } from '@/lib/data/reading'
import { settings } from '@/lib/network/settings'
import { startBlockOfRound } from '@/lib/protocol/rounds'
import { roundDatesDocument } from '@/lib/subgraph/documents/rounds'
import { type IndexedAt, indexedAt } from '@/lib/subgraph/meta'
import { querySubgraph } from '@/lib/subgraph/query'

interface RoundDates {
  /** Unix seconds of the initialisation, by round. */
  startedAt: ReadonlyMap<number, number>
  indexedAt: IndexedAt
}

/** More than the site ever needs at once, and fewer than a page of the index holds. */
const mostRounds = 100

async function readRoundDates(rounds: readonly number[]): Promise<RoundDates> {
  const answer = await querySubgraph(roundDatesDocument, { ids: rounds.map(String) })
  const startedAt = new Map(answer.rounds.map(({ id, startTimestamp }) => [Number(id), startTimestamp]))
  return { startedAt, indexedAt: indexedAt(answer._meta) }
}

/** Start of a round that has not begun, or has begun just now, in blocks of the usual length from this moment. */
export function estimatedStart(core: Core, now: number, round: number, secondsPerBlock: number): DateView {
  const blocks = toNumber(startBlockOfRound(core, BigInt(round)) - core.blockNum)
  return { at: now + blocks * secondsPerBlock, estimated: true }
}

/**
 * When rounds began or will: past ones as the index recorded them, however long rounds were then; coming ones estimated.
 * A past round that the index does not know is left out.
 */
export async function readRoundStarts(
  reading: Reading,
  core: Core,
  rounds: readonly number[],
): Promise<ReadonlyMap<number, DateView>> {
  const current = toNumber(core.round)
  const wanted = [...new Set(rounds)].toSorted((a, b) => a - b)
  const past = wanted.filter((round) => round <= current)
  const dates = new Map<number, DateView>()
  for (let at = 0; at < past.length; at += mostRounds) {
    const part = past.slice(at, at + mostRounds)
    const known = await reading.index(`round-dates/${part.join()}`, 'per-minute', () => readRoundDates(part))
    for (const [round, startedAt] of known?.startedAt ?? [])
      dates.set(round, { at: startedAt, estimated: false })
  }
  const { secondsPerBlock } = settings().network
  for (const round of wanted) {
    if (round < current || dates.has(round)) continue
    dates.set(round, estimatedStart(core, reading.head.timestamp, round, secondsPerBlock))
  }
  return dates
}
