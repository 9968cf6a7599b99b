/*
 * Markdown parsers take minutes, or the whole stack, for some texts of a few kilobytes (measured: 40 kB of `> - ` 88 s,
 * 20,000 asterisks on both sides of a letter 160 s). Texts by strangers are looked at before they are parsed.
 */

/** Longest text that is formatted, in UTF-16 units. */
export const formattedTextLimit = 60_000

/** Most occurrences in a text; real texts of the longest length stay far below. */
const mostOf: readonly (readonly [string, number])[] = [
  ['\n', 4_000],
  ['[', 2_000],
  ['<', 2_000],
  ['`', 4_000],
  ['*', 8_000],
  ['_', 8_000],
  ['~', 300],
  ['\\', 1_000],
  ['&', 2_000],
  ['|', 1_500],
]

/** Quotes and lists opened on one line, one inside another. */
const nestingLimit = 6
/** Markers of quotes and lists in the whole text. */
const markersLimit = 1_500
/** Blanks a line may begin with: more would be deeper nesting than anybody reads. */
const indentLimit = 40
const cellsLimit = 40
const definitionsLimit = 100
const runLimit = 8

function occurrences(text: string, character: string): number {
  let count = 0
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) count += 1
  return count
}

/** Markers of quotes and lists that a line begins with: `> - 1. ` are three. */
function nestingOf(line: string): number {
  const [prefix = ''] =
    /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*/.exec(line.slice(0, 400)) ?? []
  return (prefix.match(/>|[-+*]|\d+[.)]/g) ?? []).length
}

/** Whether a text may be given to a markdown parser: short, and without what makes parsers slow or deep. */
export function isCheapMarkdown(text: string): boolean {
  if (text.length > formattedTextLimit) return false
  if (mostOf.some(([character, most]) => occurrences(text, character) > most)) return false
  let definitions = 0
  let markers = 0
  for (const line of text.split('\n')) {
    if (/^[ \t]{0,3}\[[^\]]*\]:/.test(line.slice(0, 200))) definitions += 1
    if (line.length - line.trimStart().length > indentLimit) return false
    const nesting = nestingOf(line)
    markers += nesting
    if (nesting > nestingLimit || occurrences(line, '|') > cellsLimit) return false
    if (hasLongRun(line)) return false
  }
  return definitions <= definitionsLimit && markers <= markersLimit
}

/** Long runs of emphasis marks nest; a line of nothing else is a rule and harmless. */
function hasLongRun(line: string): boolean {
  const run = new RegExp(`([*_~])\\1{${runLimit},}`)
  return run.test(line) && !/^[ \t]*([*_~])\1*[ \t]*$/.test(line)
}
