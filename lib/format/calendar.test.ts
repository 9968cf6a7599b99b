import { describe, expect, test } from 'vitest'
import { calendarFile } from './calendar'

const moment = {
  uid: 'poll-0xaa-closes@site.example',
  at: 1_780_000_000,
  title: 'Voting closes: LIP-1, a; b',
  description: 'One\nTwo \\ three',
  url: 'https://site.example/voting/0xaa',
  remindHours: 24,
}
const unfold = (file: string) => file.replaceAll('\r\n ', '')

describe('calendarFile', () => {
  test('writes times in UTC and escapes text', () => {
    const lines = unfold(calendarFile([moment], 1_779_000_000)).split('\r\n')
    expect(lines).toContain('DTSTART:20260528T202640Z')
    expect(lines).toContain('DTSTAMP:20260517T064000Z')
    expect(lines).toContain('SUMMARY:Voting closes: LIP-1\\, a\\; b')
    expect(lines).toContain('DESCRIPTION:One\\nTwo \\\\ three')
    expect(lines).toContain('URL:https://site.example/voting/0xaa')
    expect(lines).toContain('TRIGGER:-PT24H')
    expect(lines.at(-1)).toBe('')
  })

  test('no line of a stranger can become a line of the file', () => {
    const file = unfold(calendarFile([{ ...moment, title: 'a\r\nATTACH:https://evil.example\rb\u0000' }], 0))
    expect(file).not.toMatch(/^ATTACH/m)
    expect(file).toContain('SUMMARY:a\\nATTACH:https://evil.example\\nb ')
  })

  test('folds at 75 octets without cutting a letter', () => {
    const title = 'å日🙂'.repeat(60)
    const file = calendarFile([{ ...moment, title }], 0)
    for (const line of file.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    expect(unfold(file)).toContain(`SUMMARY:${title}\r\n`)
  })
})
