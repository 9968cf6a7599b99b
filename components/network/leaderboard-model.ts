import { type Address, getAddress } from 'viem'
import type { LeaderQuery, LeaderSort } from '@/components/network/leaderboard-query'
import type { OrchestratorRow } from '@/lib/data/types'
import type { RegionView, ScoreParts, ScoresView } from '@/lib/metrics/scores'

/** A region of the chosen kind of work. */
export interface RegionChoice {
  id: string
  name: string
  /** `unavailable`: every server that tests there failed; `empty`: they answered, and tested nobody there. */
  state: 'known' | 'unavailable' | 'empty'
}

/** An orchestrator on the board. */
export interface LeaderRow {
  address: Address
  name: string | null
  /** null: the active set is not known now. */
  active: boolean | null
  /** Place by total score, from 1; equal scores share one. null: no score. */
  rank: number | null
  /** Each from 0 to 1; null: not tested. */
  parts: ScoreParts | null
  /** Regions in which it was tested. */
  regions: number
}

/**
 * Regions of a kind of work, as the catalogues of all servers have them, and those that only scores name.
 * @param catalogue null: no server gave one
 */
export function regionChoices(
  catalogue: readonly RegionView[] | null,
  type: RegionView['type'],
  scores: Pick<ScoresView, 'byAddress' | 'unavailable'>,
): RegionChoice[] {
  const tested = new Set([...scores.byAddress.values()].flatMap(({ byRegion }) => [...byRegion.keys()]))
  const failed = new Set(scores.unavailable.map(({ server }) => server))
  const listed = (catalogue ?? []).filter((region) => region.type === type && !isGlobal(region.id))
  const choices = listed.map(({ id, name, servers }): RegionChoice => {
    const silent = servers.every((server) => failed.has(server))
    return { id, name, state: tested.has(id) ? 'known' : silent ? 'unavailable' : 'empty' }
  })
  const others = [...tested].filter((id) => !listed.some((region) => region.id === id)).sort()
  return [...choices, ...others.map((id): RegionChoice => ({ id, name: id, state: 'known' }))]
}

const isGlobal = (id: string) => id.toUpperCase() === 'GLOBAL'

/**
 * Everyone on the board in one region or all of them together, ranked by total score. Who was not tested has no rank; a
 * missing region counts for nothing, never as zero.
 * @param orchestrators null: the list is not known now
 */
export function leaderRows(
  { byAddress }: Pick<ScoresView, 'byAddress'>,
  orchestrators: readonly Pick<OrchestratorRow, 'address' | 'name' | 'active'>[] | null,
  { region, show }: Pick<LeaderQuery, 'region' | 'show'>,
): LeaderRow[] {
  const known = new Map((orchestrators ?? []).map((row) => [row.address.toLowerCase(), row]))
  const addresses = new Set([...known.keys(), ...byAddress.keys()])
  const rows = [...addresses].flatMap((address): LeaderRow[] => {
    const row = known.get(address)
    const score = byAddress.get(address)
    const parts = (region === null ? score?.overall : score?.byRegion.get(region)) ?? null
    const active = orchestrators === null ? null : (row?.active ?? false)
    if (active === false && (show === 'active' || parts === null)) return []
    return [
      {
        address: getAddress(address),
        name: row?.name ?? null,
        active,
        rank: null,
        parts,
        regions: score?.byRegion.size ?? 0,
      },
    ]
  })
  const scores = rows.flatMap(({ parts }) => (parts ? [parts.score] : []))
  return rows.map((row) => {
    const own = row.parts?.score
    return own === undefined ? row : { ...row, rank: 1 + scores.filter((score) => score > own).length }
  })
}

const figure: Record<Exclude<LeaderSort, 'name'>, (row: LeaderRow) => number | null> = {
  score: ({ parts }) => parts?.score ?? null,
  success: ({ parts }) => parts?.successRate ?? null,
  latency: ({ parts }) => parts?.latencyScore ?? null,
  regions: ({ parts, regions }) => (parts ? regions : null),
}

/** By name, those without one behind them by address, in either direction. */
function byName(left: LeaderRow, right: LeaderRow, sign: number): number {
  if ((left.name === null) !== (right.name === null)) return left.name === null ? 1 : -1
  return sign * (left.name ?? left.address).localeCompare(right.name ?? right.address, 'en')
}

/** The board in the order asked for: who has no figure is last in either direction, equal ones by rank, then by name. */
export function sortLeaders(
  rows: readonly LeaderRow[],
  { sort, dir }: Pick<LeaderQuery, 'sort' | 'dir'>,
): LeaderRow[] {
  const sign = dir === 'asc' ? 1 : -1
  const tie = (left: LeaderRow, right: LeaderRow) =>
    (left.rank ?? Number.MAX_SAFE_INTEGER) - (right.rank ?? Number.MAX_SAFE_INTEGER) || byName(left, right, 1)
  return [...rows].sort((left, right) => {
    if (sort === 'name') return byName(left, right, sign)
    const [a, b] = [figure[sort](left), figure[sort](right)]
    if (a === b) return tie(left, right)
    if (a === null || b === null) return a === null ? 1 : -1
    return sign * (a - b)
  })
}

/** A part of one as a percentage with one decimal, rounded down so that 100% means all; "0.0%" means none. */
export function partText(part: number): string {
  const tenths = Math.floor(part * 1_000 + 1e-9)
  return tenths === 0 && part > 0 ? '< 0.1%' : `${(tenths / 10).toFixed(1)}%`
}
