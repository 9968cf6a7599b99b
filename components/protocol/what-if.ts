import { type ChartPoint, type ChartSpec, niceTicks, plottedWei } from '@/components/charts/chart-data'
import { compactAmount, exactAmount } from '@/lib/format/amount'
import { formatInteger } from '@/lib/format/number'
import { percentP9 } from '@/lib/format/percent'
import { P9 } from '@/lib/protocol/fixed-point'
import { bondingRateP9, type InflationStep, inflationPath, type MinterState } from '@/lib/protocol/inflation'
import { roundsToSeconds } from '@/lib/protocol/rounds'

/** What is asked: a bonding rate held from the next round on, and for how many rounds. */
export interface WhatIf {
  /** Base 10^9; null: today's. */
  bondedP9: bigint | null
  rounds: number
  /** Why a field of the link could not be used; null: all could. */
  objection: string | null
}

/** Most rounds ahead: some seven years. */
export const mostRoundsAhead = 3_000
/** About a year of rounds of 6,377 blocks. */
const usualRounds = 412
/** Points of a chart; more cannot be told apart. */
const mostPoints = 120

type Parameters = { bonded?: string | string[]; rounds?: string | string[] }

/** The fields of the form from a link; what makes no sense falls back to the usual and is named. */
export function parseWhatIf({ bonded, rounds }: Parameters): WhatIf {
  const rate = parseRate(bonded)
  const ahead = parseRounds(rounds)
  const objections = [rate, ahead].flatMap((field) => ('objection' in field ? [field.objection] : []))
  return {
    bondedP9: 'value' in rate ? rate.value : null,
    rounds: 'value' in ahead ? ahead.value : usualRounds,
    objection: objections.length === 0 ? null : objections.join(' '),
  }
}

type Field<Value> = { value: Value } | { objection: string }

function parseRate(text: string | string[] | undefined): Field<bigint | null> {
  if (typeof text !== 'string' || text.trim() === '') return { value: null }
  const [, whole, part = ''] = /^\s*(\d{1,3})(?:\.(\d{1,7}))?\s*%?\s*$/.exec(text) ?? []
  const rate = whole === undefined ? null : BigInt(whole + part.padEnd(7, '0'))
  return rate === null || rate > P9
    ? { objection: 'The bonded share is a percentage from 0 to 100, with a point for decimals.' }
    : { value: rate }
}

function parseRounds(text: string | string[] | undefined): Field<number> {
  if (typeof text !== 'string' || text.trim() === '') return { value: usualRounds }
  const rounds = /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : 0
  return rounds < 1 || rounds > mostRoundsAhead
    ? { objection: `Rounds ahead is a whole number from 1 to ${formatInteger(mostRoundsAhead)}.` }
    : { value: rounds }
}

/** Text of a rate for the form's field: "52.3", without the sign. */
export function rateText(rateP9: bigint): string {
  return percentP9(rateP9, { places: 2, trim: true }).replace(/[%<\s]/g, '')
}

/** Where the path ends, and the path. */
export interface WhatIfResult {
  /** The rate that was held, base 10^9. */
  bondedP9: bigint
  inflationNowP9: bigint
  inflationThenP9: bigint
  supplyNowWei: bigint
  supplyThenWei: bigint
  /** Length of the path at the chain's block time, seconds. */
  seconds: bigint
  path: readonly InflationStep[]
}

/** Inflation and supply when a share of the supply stays bonded and all that may be minted is minted (contracts.md 3.3). */
export function whatIf(minter: MinterState, ask: WhatIf, roundLengthBlocks: bigint): WhatIfResult {
  const bondedP9 = ask.bondedP9 ?? bondingRateP9(minter.activeStake, minter.supply)
  const path = inflationPath(minter, ask.rounds, bondedP9)
  const last = path.at(-1)
  return {
    bondedP9,
    inflationNowP9: minter.inflationP9,
    inflationThenP9: last?.inflationP9 ?? minter.inflationP9,
    supplyNowWei: minter.supply,
    supplyThenWei: last?.supplyAfter ?? minter.supply,
    seconds: roundsToSeconds(BigInt(ask.rounds), roundLengthBlocks),
    path,
  }
}

/** Every so many steps, the last one always. */
function thinned(path: readonly InflationStep[]): readonly InflationStep[] {
  const every = Math.ceil(path.length / mostPoints)
  return path.filter(({ roundsAhead }) => roundsAhead % every === 0 || roundsAhead === path.length)
}

function chartOf(
  path: readonly InflationStep[],
  round: number,
  words: Pick<ChartSpec, 'name' | 'unit'>,
  of: (step: InflationStep) => Pick<ChartPoint, 'value' | 'text'>,
  tickText: (value: number) => string,
): ChartSpec {
  const points = thinned(path).map((step): ChartPoint => {
    const at = round + step.roundsAhead
    return { at, label: `Round ${formatInteger(at)}`, ...of(step) }
  })
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]))
  const ticks = niceTicks(Math.min(...values), Math.max(...values))
  return {
    ...words,
    kind: 'line',
    axis: { name: 'Round' },
    points,
    tickText: ticks.map((value) => ({ value, text: tickText(value) })),
  }
}

/** Inflation by round along a path. */
export function inflationChart({ path }: WhatIfResult, round: number): ChartSpec {
  return chartOf(
    path,
    round,
    { name: 'Inflation', unit: '% of supply a round' },
    ({ inflationP9 }) => ({
      value: Number(inflationP9) / 1e7,
      text: percentP9(inflationP9, { places: 7, trim: true }),
    }),
    (value) => `${Number(value.toPrecision(6))}%`,
  )
}

/** Supply by round along a path. */
export function supplyChart({ path }: WhatIfResult, round: number): ChartSpec {
  return chartOf(
    path,
    round,
    { name: 'Supply', unit: 'LPT' },
    ({ supplyAfter }) => ({ value: plottedWei(supplyAfter), text: `${exactAmount(supplyAfter)} LPT` }),
    (value) => compactAmount(BigInt(Math.round(Math.max(0, value))) * 10n ** 18n),
  )
}
