import type { DateView } from '@/lib/data/governance-types'
import { formatDate, formatDateTime } from '@/lib/format/date'
import { formatDuration } from '@/lib/format/duration'

/** A date with what it is: estimated ones say so. */
export function DateText({ date, time = false }: { date: DateView; time?: boolean }) {
  const text = time ? formatDateTime(date.at) : formatDate(date.at)
  return (
    <time
      dateTime={new Date(date.at * 1000).toISOString()}
      title={`${formatDateTime(date.at)}${date.estimated ? ', estimated at the usual block time' : ''}`}
    >
      {date.estimated && time ? `about ${text}` : text}
    </time>
  )
}

/** "6 d 4 h left" before a date; null once it has passed. `now` is chain time. */
export function timeLeft(date: DateView | null, now: number): string | null {
  return date && date.at > now ? `${formatDuration(date.at - now)} left` : null
}
