import { type ChartPoint, type ChartSpec, niceTicks } from '@/components/charts/chart-data'
import type { PollView } from '@/lib/data/governance-types'
import { exactAmount } from '@/lib/format/amount'
import { formatDateTime } from '@/lib/format/date'
import { percentP6, percentP9 } from '@/lib/format/percent'
import { pollParticipationP9, pollSupportP9 } from '@/lib/protocol/poll-tally'
import type { PollMoment } from '@/lib/protocol/poll-timeline'

/** Steps that can still be told apart. */
const mostSteps = 120

/** The last moment of each of equal stretches of time, so that a poll of thousands of votes stays small. */
export function thinned(history: readonly PollMoment[]): PollMoment[] {
  if (history.length <= mostSteps) return [...history]
  const first = history[0]?.at ?? 0
  const length = Math.max(1, (history.at(-1)?.at ?? 0) - first)
  return history.filter((moment, index) => {
    const next = history[index + 1]
    const stretch = (at: number) => Math.floor(((at - first) * mostSteps) / length)
    return !next || stretch(next.at) !== stretch(moment.at)
  })
}

/** Percent for drawing; the text is exact. */
const percent = (shareP9: bigint) => Number(shareP9) / 1e7

function stepChart(
  { history, end }: { history: readonly PollMoment[]; end: number },
  shareOf: (moment: PollMoment) => bigint | null,
): ChartPoint[] {
  const points = thinned(history).map((moment): ChartPoint => {
    const share = shareOf(moment)
    const votes = `${exactAmount(moment.yes)} LPT for, ${exactAmount(moment.no)} LPT against`
    return {
      at: moment.at,
      value: share === null ? null : percent(share),
      text: share === null ? 'not known' : `${percentP9(share)}: ${votes}`,
      label: formatDateTime(moment.at),
    }
  })
  const last = points.at(-1)
  return last && last.at < end ? [...points, { ...last, at: end, label: formatDateTime(end) }] : points
}

function ticks(points: readonly ChartPoint[], mark: number) {
  const most = Math.max(mark, ...points.map(({ value }) => value ?? 0))
  return niceTicks(0, most).map((value) => ({ value, text: `${value}%` }))
}

/**
 * Support and participation after each vote, to the close or to now. Participation is left out where the active stake is not
 * known; nothing is drawn without a history.
 * @param now chain time, Unix seconds
 */
export function pollCharts(poll: PollView, now: number): ChartSpec[] {
  const { history, totalStakeWei, quorumP6, quotaP6 } = poll
  if (!history || history.length === 0) return []
  const end = poll.state === 'open' ? now : Math.min(now, poll.endsAt?.at ?? now)
  const support = stepChart({ history, end }, pollSupportP9)
  const quota = Number(quotaP6) / 1e4
  const charts: ChartSpec[] = [
    {
      name: 'Support over time',
      kind: 'step',
      axis: { name: 'Time (UTC)' },
      unit: '% of the votes cast by then',
      points: support,
      fromZero: true,
      marks: [{ value: quota, label: `More than ${percentP6(quotaP6, { trim: true })}` }],
      tickText: ticks(support, 100),
    },
  ]
  if (totalStakeWei === null) return charts
  const participation = stepChart({ history, end }, (tally) => pollParticipationP9(tally, totalStakeWei))
  const quorum = Number(quorumP6) / 1e4
  return [
    ...charts,
    {
      name: 'Participation over time',
      kind: 'step',
      axis: { name: 'Time (UTC)' },
      unit: '% of the active stake',
      points: participation,
      fromZero: true,
      marks: [{ value: quorum, label: `Quorum ${percentP6(quorumP6, { trim: true })}` }],
      tickText: ticks(participation, quorum),
    },
  ]
}
