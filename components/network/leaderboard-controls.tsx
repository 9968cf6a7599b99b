import type { RegionChoice } from '@/components/network/leaderboard-model'
import {
  firstLeaderDirection,
  type LeaderQuery,
  type LeaderSort,
  leaderboardPath,
  leaderSorts,
  leadersHref,
  workText,
} from '@/components/network/leaderboard-query'
import { choice, text } from '@/components/orchestrators/list-fields'
import { ListForm } from '@/components/orchestrators/list-form'
import { Button } from '@/components/ui/button'
import { inputClasses } from '@/components/ui/input-classes'
import type { PipelineView } from '@/lib/metrics/scores'

const sortLabels: Record<LeaderSort, string> = {
  score: 'Total score',
  success: 'Success rate',
  latency: 'Latency score',
  regions: 'Regions',
  name: 'Name',
}

const stateWords: Record<RegionChoice['state'], string> = {
  known: '',
  unavailable: ' (unavailable)',
  empty: ' (nobody tested)',
}

const field = 'flex min-w-0 flex-col gap-1 text-small'

export interface LeaderboardControlsProps {
  query: LeaderQuery
  regions: readonly RegionChoice[]
  /** null: the catalogue of AI work is not known now. */
  pipelines: readonly PipelineView[] | null
  count: string
}

/** Kind of work, region and who is shown as one GET form; what it asks for is in the URL. */
export function LeaderboardControls({ query, regions, pipelines, count }: LeaderboardControlsProps) {
  const dir = query.dir === firstLeaderDirection(query.sort) ? '' : query.dir
  const work = query.work ? workText(query.work) : ''
  const region = query.region ?? ''
  const works = (pipelines ?? []).flatMap(({ id, models }) =>
    models.map((model) => ({ value: workText({ pipeline: id, model }), label: `${id} – ${model}` })),
  )
  return (
    <ListForm
      action={leaderboardPath}
      state={leadersHref(query)}
      defaults={{ show: 'active', sort: 'score' }}
    >
      <div className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap">
        <label className={`${field} max-sm:col-span-2`}>
          <span className="text-ink-quiet">Type of work</span>
          <select name="work" {...choice(work)} className={inputClasses}>
            <option value="">Transcoding</option>
            {work !== '' && !works.some(({ value }) => value === work) && (
              <option value={work}>{work} (not in the catalogue)</option>
            )}
            {works.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label className={`${field} max-sm:col-span-2`}>
          <span className="text-ink-quiet">Region</span>
          <select name="region" {...choice(region)} className={inputClasses}>
            <option value="">All regions, mean</option>
            {region !== '' && !regions.some(({ id }) => id === region) && (
              <option value={region}>{region} (not known)</option>
            )}
            {regions.map(({ id, name, state }) => (
              <option key={id} value={id}>
                {name}
                {stateWords[state]}
              </option>
            ))}
          </select>
        </label>
        <label className={field}>
          <span className="text-ink-quiet">Show</span>
          <select name="show" {...choice(query.show)} className={inputClasses}>
            <option value="active">Active set only</option>
            <option value="all">Everyone tested</option>
          </select>
        </label>
        <label className={`${field} sm:hidden`}>
          <span className="text-ink-quiet">Sort by</span>
          <select name="sort" {...choice(query.sort)} className={inputClasses}>
            {leaderSorts.map((sort) => (
              <option key={sort} value={sort}>
                {sortLabels[sort]}
              </option>
            ))}
          </select>
        </label>
        <input type="hidden" name="dir" {...text(dir)} />
        <Button type="submit" className="no-js-only">
          Apply
        </Button>
        <p aria-live="polite" className="text-small text-ink-quiet max-sm:col-span-2 sm:ml-auto sm:pb-2">
          {count}
        </p>
      </div>
    </ListForm>
  )
}
