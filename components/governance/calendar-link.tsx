import { CalendarPlus } from 'lucide-react'

/** The file with which a calendar keeps an open vote in mind. */
export function CalendarLink({ path }: { path: string }) {
  return (
    <a
      href={`${path}/calendar.ics`}
      download
      className="flex min-h-8 w-fit items-center gap-1.5 text-small text-accent-text underline underline-offset-4"
      data-print="hide"
    >
      <CalendarPlus aria-hidden className="size-4 shrink-0" />
      Add to calendar
    </a>
  )
}
