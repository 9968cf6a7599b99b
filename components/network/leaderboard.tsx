import { LeaderboardControls } from '@/components/network/leaderboard-controls'
import {
  leaderRows,
  type RegionChoice,
  regionChoices,
  sortLeaders,
} from '@/components/network/leaderboard-model'
import { type LeaderQuery, leaderboardPath, leadersHref } from '@/components/network/leaderboard-query'
import { LeaderboardTable } from '@/components/network/leaderboard-table'
import { IntentLink } from '@/components/ui/intent-link'
import { Notice } from '@/components/ui/notice'
import type { Served } from '@/lib/data/served'
import type { Loaded, OrchestratorsView } from '@/lib/data/types'
import { formatDateTime } from '@/lib/format/date'
import { countOf } from '@/lib/format/number'
import type { PipelineView, RegionView, ScoresView, UnavailableServer } from '@/lib/metrics/scores'

export interface LeaderboardProps {
  query: LeaderQuery
  scores: Served<ScoresView>
  regions: Served<readonly RegionView[]>
  pipelines: Served<readonly PipelineView[]>
  orchestrators: Loaded<OrchestratorsView>
}

const nothing: ScoresView = { byAddress: new Map(), unavailable: [] }
const valueOf = <Value,>(served: Served<Value>): Value | null => ('value' in served ? served.value : null)

/** The board for one kind of work: controls always, figures where servers gave them, and why not where they did not. */
export function Leaderboard({ query, scores, regions, pipelines, orchestrators }: LeaderboardProps) {
  const view = valueOf(scores)
  const list = 'value' in orchestrators ? orchestrators.value.rows : null
  const choices = regionChoices(valueOf(regions), query.work ? 'ai' : 'transcoding', view ?? nothing)
  const rows = view ? sortLeaders(leaderRows(view, list, query), query) : []
  const scored = rows.filter(({ parts }) => parts !== null).length
  return (
    <div className="space-y-4">
      <LeaderboardControls
        query={query}
        regions={choices}
        pipelines={valueOf(pipelines)}
        count={view ? `${countOf(scored, 'orchestrator')} with scores, of ${rows.length} shown` : ''}
      />
      <ServiceNotes scores={scores} pipelines={pipelines} listed={list !== null} />
      {view && <Unavailable servers={view.unavailable} choices={choices} />}
      {view && <Board query={query} rows={rows} choices={choices} scored={scored} />}
      <Explained query={query} readAt={'readAt' in scores ? scores.readAt : null} />
    </div>
  )
}

/** Whether there are scores at all, and how old they are. */
function ServiceNotes({
  scores,
  pipelines,
  listed,
}: Pick<LeaderboardProps, 'scores' | 'pipelines'> & { listed: boolean }) {
  return (
    <>
      {!('value' in scores) && (
        <div data-view={scores.state === 'late' ? 'late' : 'failed'}>
          <Notice
            tone={scores.state === 'late' ? 'wait' : 'loss'}
            title={scores.state === 'late' ? 'Scores are late' : 'Scores are unavailable'}
          >
            {scores.reason} {scores.next} Nothing is said about the orchestrators by this.
          </Notice>
        </div>
      )}
      {scores.state === 'stale' && (
        <Notice tone="wait" title={`Scores are kept from ${formatDateTime(scores.readAt)}`}>
          {scores.reason} {scores.next}
        </Notice>
      )}
      {!('value' in pipelines) && scores.state !== 'missing' && (
        <Notice tone="info" title="Types of AI work are not known now">
          {pipelines.reason} {pipelines.next}
        </Notice>
      )}
      {!listed && (
        <Notice tone="info" title="Who is active is not known now">
          Everyone who was tested is shown, by address.
        </Notice>
      )}
    </>
  )
}

/** Servers that did not answer, and what is missing with them. */
function Unavailable({
  servers,
  choices,
}: {
  servers: readonly UnavailableServer[]
  choices: readonly RegionChoice[]
}) {
  const missing = choices.filter(({ state }) => state === 'unavailable').map(({ name }) => name)
  return servers.map(({ server, reason, next }) => (
    <Notice key={server} tone="wait" title={`${server} did not answer`}>
      {reason} {next}{' '}
      {missing.length > 0
        ? `Unavailable meanwhile: ${missing.join(', ')}. Means are of the other regions.`
        : 'Regions that it alone tests are left out; means are of the others.'}
    </Notice>
  ))
}

function Board({
  query,
  rows,
  choices,
  scored,
}: {
  query: LeaderQuery
  rows: ReturnType<typeof leaderRows>
  choices: readonly RegionChoice[]
  scored: number
}) {
  const region = choices.find(({ id }) => id === query.region)
  const place = query.region === null ? 'any region' : (region?.name ?? query.region)
  if (scored === 0) {
    return (
      <div className="border-y py-12 text-center">
        <p className="font-medium">
          {region?.state === 'unavailable' ? `${place} is unavailable now` : `Nobody was tested in ${place}`}
        </p>
        <p className="text-ink-quiet">
          {region?.state === 'unavailable'
            ? 'The server that tests there did not answer: see above. '
            : 'The servers answered and have no test of this work there. '}
          <IntentLink
            className="underline underline-offset-4"
            href={query.region ? leadersHref({ ...query, region: null }) : leaderboardPath}
          >
            {query.region ? 'Show all regions' : 'Show transcoding'}
          </IntentLink>
        </p>
      </div>
    )
  }
  const known = choices.filter(({ state }) => state === 'known').length
  return (
    <LeaderboardTable
      rows={rows}
      query={query}
      caption={`Performance in ${query.region === null ? 'all regions' : place}`}
      noScore={`Not tested in ${place}`}
      allRegions={query.region === null ? known : null}
    />
  )
}

/** What the figures are and how the mean is made. */
function Explained({ query, readAt }: { query: LeaderQuery; readAt: number | null }) {
  return (
    <dl className="grid gap-x-10 gap-y-4 pt-6 text-small md:grid-cols-3">
      <div>
        <dt className="font-medium">All regions</dt>
        <dd className="text-ink-quiet">
          The plain mean over the regions in which an orchestrator was tested. A region without a test counts
          for nothing, not as zero, so compare means with the number of regions in sight.
        </dd>
      </div>
      <div>
        <dt className="font-medium">Latency score</dt>
        <dd className="text-ink-quiet">
          From 0 to 10, without a unit: how quickly the results of test jobs came back, measured by the server
          of scores against what it counts as fast. Higher is faster.
        </dd>
      </div>
      <div>
        <dt className="font-medium">Total score</dt>
        <dd className="text-ink-quiet">
          From 0 to 10: success and speed of public test jobs of{' '}
          {query.work ? `${query.work.pipeline} with ${query.work.model}` : 'transcoding'} together, as the
          server weighs them. A dash is no test, not a bad one.
          {readAt !== null && ` Read ${formatDateTime(readAt)}.`}
        </dd>
      </div>
    </dl>
  )
}
