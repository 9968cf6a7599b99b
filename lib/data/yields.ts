import { createHash } from 'node:crypto'
import type { Address } from 'viem'
import { callDeployless } from '@/lib/data/chain-client'
import {
  decodeFactors,
  type FactorQuestion,
  type FoundFactors,
  factorsLensCall,
  mostQuestions,
} from '@/lib/data/factors-lens'
import type { OrchestratorHistories } from '@/lib/data/orchestrator-history'
import type { PoolMember } from '@/lib/data/pool-lens'
import type { Reading } from '@/lib/data/reading'
import type { YieldFigure } from '@/lib/data/types'
import { readYieldStarts, type YieldStarts } from '@/lib/data/yield-starts'
import { contractAddresses } from '@/lib/network/deployment'
import { isSourceError, SourceError } from '@/lib/network/source-error'
import { MAX_ROUND } from '@/lib/protocol/fixed-point'
import { realisedYield, type YieldSpan, yearlyYield, yieldSpan } from '@/lib/protocol/yield'

/** Windows of finished rounds whose yield lists show. */
export const yieldWindows = [30, 90] as const
type YieldWindow = (typeof yieldWindows)[number]

/** Realised yields of one orchestrator by window. */
export type Yields = Readonly<Record<YieldWindow, YieldFigure>>

const noSpan = {
  new: 'It has not been in the active set for 30 rounds yet',
  left: 'It was not in the active set in the last finished round',
} as const
const chainFailed = 'The chain did not answer for past rounds'
const notFound = 'Its last reward before the span was not found without the index'

/** What the index knows of where factors were written; null fields: it did not answer, or stands before the running round. */
export interface FactorHints {
  histories: OrchestratorHistories | null
  starts: YieldStarts | null
}

type Member = Pick<PoolMember, 'address' | 'lastRewardRound' | 'activationRound' | 'deactivationRound'>

/**
 * Where to look for the factors in force at the end of a finished round: at the last reward and the last fees up to it. The
 * chain knows the former when nothing came later, the index the rest; without it the search starts at the round itself.
 */
export function factorQuestion(member: Member, round: number, hints: FactorHints): FactorQuestion {
  const key = member.address.toLowerCase()
  const history = hints.histories?.byAddress.get(key)
  const start = hints.starts?.byAddress.get(key)
  const known = hints.histories !== null && hints.starts !== null && round >= hints.starts.round
  const newest = (rounds: readonly number[], earlier: number) =>
    rounds.reduce((last, at) => (at <= round && at > last ? at : last), earlier)
  const rewards = (history?.rewardRows ?? []).flatMap((row) => (row.rewarded ? [Number(row.round)] : []))
  return {
    address: member.address,
    rewardFrom:
      member.lastRewardRound <= round
        ? member.lastRewardRound
        : known
          ? newest(rewards, start?.reward ?? 0)
          : round,
    feeFrom: known ? newest(history?.feeRounds ?? [], start?.fee ?? 0) : round,
    feesKnown: known,
  }
}

/**
 * Factors at one end of a span; null: not found where they may exist. A question from round 0 says that there are none, and so
 * does nothing at the round of the last fees.
 */
export function settledFactors(question: FactorQuestion, found: FoundFactors | undefined): FoundFactors {
  const noFees = question.feeFrom === 0 || (question.feesKnown && found !== undefined)
  return {
    rewardFactorP27: question.rewardFrom === 0 ? 0n : (found?.rewardFactorP27 ?? null),
    feeFactorP27: found?.feeFactorP27 ?? (noFees ? 0n : null),
  }
}

/** The yield of a span from what was found at its ends; its ETH part is null when only the fee factors are missing. */
export function yieldFigure(
  span: YieldSpan,
  start: FoundFactors,
  end: FoundFactors,
  roundLength: bigint,
): YieldFigure {
  if (start.rewardFactorP27 === null || end.rewardFactorP27 === null)
    return { state: 'unknown', reason: notFound }
  const fees = start.feeFactorP27 !== null && end.feeFactorP27 !== null
  const realised = realisedYield(
    { rewardFactorP27: start.rewardFactorP27, feeFactorP27: fees ? (start.feeFactorP27 ?? 0n) : 0n },
    { rewardFactorP27: end.rewardFactorP27, feeFactorP27: fees ? (end.feeFactorP27 ?? 0n) : 0n },
  )
  const yearly = yearlyYield(realised, span.rounds, roundLength)
  return {
    state: 'known',
    rounds: Number(span.rounds),
    lptP27: realised.lptP27,
    ethPerLptP27: fees ? realised.ethPerLptP27 : null,
    yearlyLptP9: yearly.lptP9,
    yearlyEthPerLptP27: fees ? yearly.ethPerLptP27 : null,
  }
}

function spanOf(member: Member, round: number, window: YieldWindow) {
  return yieldSpan({
    currentRound: BigInt(round),
    windowRounds: BigInt(window),
    activationRound: BigInt(member.activationRound),
    deactivationRound: member.deactivationRound === null ? MAX_ROUND : BigInt(member.deactivationRound),
  })
}

/** The questions that the windows of all members need, each once, by `address/round`. */
function questionsOf(
  members: readonly Member[],
  round: number,
  hints: FactorHints,
): Map<string, FactorQuestion> {
  const questions = new Map<string, FactorQuestion>()
  for (const member of members) {
    for (const window of yieldWindows) {
      const span = spanOf(member, round, window)
      if (span.state === 'none') continue
      for (const end of [Number(span.startRound), Number(span.endRound)])
        questions.set(`${member.address}/${end}`, factorQuestion(member, end, hints))
    }
  }
  return questions
}

/**
 * Factors in force for questions, in their order.
 * @throws SourceError
 */
export async function askFactors(
  block: number,
  questions: readonly FactorQuestion[],
): Promise<FoundFactors[]> {
  const { BondingManager } = await contractAddresses()
  const chunks = Array.from({ length: Math.ceil(questions.length / mostQuestions) }, (_, index) =>
    questions.slice(index * mostQuestions, (index + 1) * mostQuestions),
  )
  const answers = await Promise.all(
    chunks.map(async (chunk) =>
      decodeFactors(await callDeployless(factorsLensCall(BondingManager, chunk), block), chunk.length),
    ),
  )
  return answers.flatMap((answer) => {
    if (answer) return answer
    throw new SourceError('Past factors could not be read whole.', 'Check the RPC endpoint.')
  })
}

/**
 * Realised yields over the last finished rounds of all given orchestrators, by lower-case address. Factors of finished rounds
 * never change, so they are read once a round, in one call; what cannot be told is unknown with its reason, never a failure.
 * @param indexRound round in which the index stood: before the running one it does not know the last finished round whole
 */
export async function readYields(
  reading: Reading,
  members: readonly Member[],
  round: number,
  roundLength: number,
  index: { histories: OrchestratorHistories | null; round: number | undefined },
): Promise<ReadonlyMap<string, Yields>> {
  const hints = await readHints(reading, round, index)
  const questions = questionsOf(members, round, hints)
  const found = await readFound(reading, round, questions)
  const at = (address: Address, end: bigint): FoundFactors | null => {
    const question = questions.get(`${address}/${end}`)
    return found && question ? settledFactors(question, found.get(questionKey(question))) : null
  }
  const figure = (member: Member, window: YieldWindow): YieldFigure => {
    const span = spanOf(member, round, window)
    if (span.state === 'none') return { state: 'unknown', reason: noSpan[span.reason] }
    const [start, end] = [at(member.address, span.startRound), at(member.address, span.endRound)]
    if (!start || !end) return { state: 'unknown', reason: chainFailed }
    return yieldFigure(span, start, end, BigInt(roundLength))
  }
  return new Map(
    members.map((member) => [
      member.address.toLowerCase(),
      { 30: figure(member, 30), 90: figure(member, 90) },
    ]),
  )
}

async function readHints(
  reading: Reading,
  round: number,
  index: { histories: OrchestratorHistories | null; round: number | undefined },
): Promise<FactorHints> {
  if (!index.histories || index.round === undefined || index.round < round)
    return { histories: null, starts: null }
  const first = round - 1 - Math.max(...yieldWindows)
  const starts = await reading.index(`yield-starts/${first}`, 'per-round', () => readYieldStarts(first))
  return { histories: index.histories, starts }
}

const questionKey = ({ address, rewardFrom, feeFrom }: FactorQuestion) =>
  `${address}/${rewardFrom}/${feeFrom}`

/** Answers by question; null when the chain did not answer. The key holds the questions: others are asked again. */
async function readFound(
  reading: Reading,
  round: number,
  questions: ReadonlyMap<string, FactorQuestion>,
): Promise<ReadonlyMap<string, FoundFactors> | null> {
  const asked = [
    ...new Map([...questions.values()].map((question) => [questionKey(question), question])).values(),
  ]
  if (asked.length === 0) return new Map()
  try {
    const digest = createHash('sha256').update(asked.map(questionKey).join()).digest('base64url')
    const answers = await reading.settled(`factors/${round}/${digest}`, 'immutable', (block) =>
      askFactors(block, asked),
    )
    return new Map(
      asked.flatMap((question, place) => {
        const answer = answers[place]
        return answer ? [[questionKey(question), answer]] : []
      }),
    )
  } catch (error) {
    if (!isSourceError(error)) throw error
    return null
  }
}
