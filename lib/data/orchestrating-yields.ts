import type { OrchestratorHistories } from '@/lib/data/orchestrator-history'
import type { PoolMember } from '@/lib/data/pool-lens'
import type { Reading } from '@/lib/data/reading'
import type { YieldFigure } from '@/lib/data/types'
import { readYieldStarts } from '@/lib/data/yield-starts'
import {
  askFactors,
  type FactorHints,
  factorQuestion,
  settledFactors,
  yieldFigure,
  yieldWindows,
} from '@/lib/data/yields'
import { MAX_ROUND } from '@/lib/protocol/fixed-point'
import { type YieldSpan, yieldSpan } from '@/lib/protocol/yield'

/** Realised yield of the 30 rounds up to the end of one round. */
export interface YieldPoint {
  /** Last round of the span. */
  round: number
  figure: YieldFigure
}

/** Rounds that the yield's history goes back: with its span before it, it fits the longest window of lists. */
const yieldHistoryRounds = 60
const spanRounds = 30

/** The spans of a history, oldest first; rounds that cannot be told yet have none. */
export function yieldSpans(
  member: Pick<PoolMember, 'activationRound' | 'deactivationRound'>,
  round: number,
): YieldSpan[] {
  return Array.from({ length: yieldHistoryRounds }, (_, place) => round - yieldHistoryRounds + place).flatMap(
    (end) => {
      const span = yieldSpan({
        currentRound: BigInt(end) + 1n,
        windowRounds: BigInt(spanRounds),
        activationRound: BigInt(member.activationRound),
        deactivationRound: member.deactivationRound === null ? MAX_ROUND : BigInt(member.deactivationRound),
      })
      return end >= 0 && span.state === 'span' ? [span] : []
    },
  )
}

/**
 * How the realised yield of 30 rounds developed, oldest first, by the same engine and the same sources as the figure in lists,
 * which is its last point. Factors of finished rounds never change: read once a round, in one call.
 * @param index as `readYields` takes it
 * @throws SourceError
 */
export async function readYieldHistory(
  reading: Reading,
  member: PoolMember,
  round: number,
  roundLength: number,
  index: { histories: OrchestratorHistories | null; round: number | undefined },
): Promise<YieldPoint[]> {
  const spans = yieldSpans(member, round)
  if (spans.length === 0) return []
  const hints = await readHints(reading, round, index)
  const ends = [...new Set(spans.flatMap(({ startRound, endRound }) => [startRound, endRound]))].map(Number)
  const questions = ends.map((end) => factorQuestion(member, end, hints))
  const key = questions.map(({ rewardFrom, feeFrom }) => `${rewardFrom}.${feeFrom}`).join()
  const answers = await reading.settled(`yield-history/${member.address}/${key}`, 'immutable', (block) =>
    askFactors(block, questions),
  )
  const factors = new Map(
    questions.flatMap((question, place) => {
      const end = ends[place]
      return end === undefined ? [] : [[end, settledFactors(question, answers[place])]]
    }),
  )
  return spans.flatMap((span): YieldPoint[] => {
    const [start, end] = [factors.get(Number(span.startRound)), factors.get(Number(span.endRound))]
    if (!start || !end) return []
    return [{ round: Number(span.endRound), figure: yieldFigure(span, start, end, BigInt(roundLength)) }]
  })
}

/** Where factors were written, from the answers of the index that lists have as well. */
async function readHints(
  reading: Reading,
  round: number,
  { histories, round: indexRound }: { histories: OrchestratorHistories | null; round: number | undefined },
): Promise<FactorHints> {
  if (!histories || indexRound === undefined || indexRound < round) return { histories: null, starts: null }
  const first = round - 1 - Math.max(...yieldWindows)
  const starts = await reading.index(`yield-starts/${first}`, 'per-round', () => readYieldStarts(first))
  return { histories, starts }
}
