import type { AiWork } from '@/lib/metrics/scores'

export const leaderboardPath = '/leaderboard'

export const leaderSorts = ['score', 'success', 'latency', 'regions', 'name'] as const
export type LeaderSort = (typeof leaderSorts)[number]

export const leaderShows = ['active', 'all'] as const
/** `active`: in the active set of the running round; `all`: also whoever else was tested. */
export type LeaderShow = (typeof leaderShows)[number]

/** The leaderboard's state, all of it in the URL. */
export interface LeaderQuery {
  /** Id of a region; null: all of them together. */
  region: string | null
  /** null: transcoding. */
  work: AiWork | null
  show: LeaderShow
  sort: LeaderSort
  dir: 'asc' | 'desc'
}

/** Direction a first click on a column sorts in. */
export const firstLeaderDirection = (sort: LeaderSort): 'asc' | 'desc' => (sort === 'name' ? 'asc' : 'desc')

/** A kind of work as it stands in the URL; models have slashes of their own, pipelines have none. */
export function workText({ pipeline, model }: AiWork): string {
  return `${pipeline}/${model}`
}

function parseWork(text: string | null): AiWork | null {
  const slash = text?.indexOf('/') ?? -1
  if (!text || slash < 1 || slash === text.length - 1) return null
  return { pipeline: text.slice(0, slash), model: text.slice(slash + 1) }
}

/** URL parameters to the leaderboard's state; what is missing or not known falls back to the default. */
export function parseLeaders(params: Readonly<Record<string, unknown>>): LeaderQuery {
  const text = (name: string) => (typeof params[name] === 'string' ? params[name].slice(0, 128) : null)
  const sort = leaderSorts.find((key) => key === text('sort')) ?? 'score'
  const dir = text('dir')
  return {
    region: text('region') || null,
    work: parseWork(text('work')),
    show: leaderShows.find((show) => show === text('show')) ?? 'active',
    sort,
    dir: dir === 'asc' || dir === 'desc' ? dir : firstLeaderDirection(sort),
  }
}

/** The URL of a state; defaults are left out. */
export function leadersHref(query: LeaderQuery): string {
  const params = new URLSearchParams()
  if (query.work) params.set('work', workText(query.work))
  if (query.region) params.set('region', query.region)
  if (query.show !== 'active') params.set('show', query.show)
  const natural = query.dir === firstLeaderDirection(query.sort)
  if (query.sort !== 'score' || !natural) params.set('sort', query.sort)
  if (!natural) params.set('dir', query.dir)
  const text = params.toString().replaceAll('%2F', '/')
  return text === '' ? leaderboardPath : `${leaderboardPath}?${text}`
}
