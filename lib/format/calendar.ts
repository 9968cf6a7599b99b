/** One moment to keep in mind, as a calendar has it. Times are Unix seconds. */
export interface CalendarMoment {
  /** The same for the same moment each time the file is made: a calendar then moves it instead of doubling it. */
  uid: string
  at: number
  title: string
  description: string
  url: string
  /** How long before it the calendar reminds, hours. */
  remindHours: number
}

const encoder = new TextEncoder()
const longestLine = 75

/** A TEXT value (RFC 5545, 3.3.11); control characters are out of it. */
function text(value: string): string {
  return value
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n')
}

/** Lines of at most 75 octets; a letter is never cut (RFC 5545, 3.1). */
function folded(line: string): string {
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const letter of line) {
    const size = encoder.encode(letter).length
    if (octets + size > longestLine) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += letter
    octets += size
  }
  return [...lines, current].join('\r\n')
}

/** "20260528T203000Z". */
function utc(at: number): string {
  return `${new Date(at * 1000).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}

/**
 * A calendar file (RFC 5545, CRLF, UTF-8).
 * @param madeAt when its times were read, Unix seconds of chain time
 */
export function calendarFile(moments: readonly CalendarMoment[], madeAt: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Livepeer Delegator//Governance//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...moments.flatMap(({ uid, at, title, description, url, remindHours }) => [
      'BEGIN:VEVENT',
      `UID:${text(uid)}`,
      `DTSTAMP:${utc(madeAt)}`,
      `DTSTART:${utc(at)}`,
      `SUMMARY:${text(title)}`,
      `DESCRIPTION:${text(description)}`,
      `URL:${url}`,
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${text(title)}`,
      `TRIGGER:-PT${remindHours}H`,
      'END:VALARM',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
