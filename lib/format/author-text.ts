/*
 * Text that anybody may have written (proposals, LIPs, reasons), made safe to show as text: no character that hides or turns
 * others, and a title found whatever its form. Nothing here throws.
 */

/** Longest title shown, in characters. */
const titleLimit = 120
/** How far into a text the end of its front matter is looked for. */
const frontMatterLimit = 4_000

/** Ranges of characters that are not seen but change what is: controls, bidi marks and overrides, zero-width ones, tags. */
const hidden: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0b, 0x0c],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x061c, 0x061c],
  [0x180e, 0x180e],
  [0x200b, 0x200c],
  [0x200e, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
  [0xe0000, 0xe007f],
]

function isHidden(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return hidden.some(([first, last]) => code >= first && code <= last)
}

/** A text without hidden characters, its lines ended by a line feed, and how many characters were taken out. */
export function visibleText(text: string): { text: string; removed: number } {
  const lines = text.replace(/\r\n?/g, '\n')
  let kept = ''
  let removed = 0
  for (const character of lines) {
    if (isHidden(character)) removed += 1
    else kept += character
  }
  return { text: kept, removed }
}

/** A text on one line, for titles and table cells, cut with an ellipsis after `limit` characters. */
export function oneLine(text: string, limit = titleLimit): string {
  const line = visibleText(text).text.replace(/\s+/g, ' ').trim()
  const characters = [...line.slice(0, limit * 4)]
  return characters.length <= limit
    ? line
    : `${characters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`
}

/** What a proposal or LIP says about itself. */
export interface AuthorText {
  /** From the front matter, else the first heading, else the first line; null when there is nothing to show. */
  title: string | null
  /** Number of the LIP in the front matter, digits only. */
  lip: string | null
  /** Markdown after front matter and title, without hidden characters. */
  body: string
  /** Hidden characters that were taken out. */
  removed: number
}

/** Takes title, LIP number and body apart. Malformed front matter is read as far as it makes sense, else it is body. */
export function parseAuthorText(source: string): AuthorText {
  const { text, removed } = visibleText(source)
  const { fields, rest } = splitFrontMatter(text)
  const lip = /^\d{1,6}$/.test(fields.get('lip') ?? '') ? (fields.get('lip') ?? null) : null
  const heading = firstHeading(rest)
  const written = oneLine(fields.get('title') ?? '')
  if (written !== '') return { title: written, lip, body: rest.trim(), removed }
  return { title: heading.title, lip, body: heading.rest.trim(), removed }
}

/** `key: value` lines between two lines of three dashes at the very start; everything else stays text. Keys in lower case. */
export function splitFrontMatter(text: string): { fields: ReadonlyMap<string, string>; rest: string } {
  const none = { fields: new Map<string, string>(), rest: text }
  const start = /^\s*---[ \t]*\n/.exec(text)
  if (!start) return none
  const after = text.slice(start[0].length)
  const end = /^(?:---|\.\.\.)[ \t]*$/m.exec(after.slice(0, frontMatterLimit))
  if (!end) return none
  const fields = new Map<string, string>()
  for (const line of after.slice(0, end.index).split('\n')) {
    const [, key, value] = /^([A-Za-z][\w-]{0,40})[ \t]*:[ \t]*(.*)$/.exec(line) ?? []
    if (key && value !== undefined && !fields.has(key.toLowerCase()))
      fields.set(key.toLowerCase(), unquoted(value.trim()))
  }
  return { fields, rest: after.slice(end.index + end[0].length) }
}

function unquoted(value: string): string {
  const [, quote, inner] = /^(["'])(.*)\1$/.exec(value) ?? []
  return quote && inner !== undefined ? inner : value
}

/** A heading is taken out of the body, because it is shown as the title; a plain first line stays in it. */
function firstHeading(text: string): { title: string | null; rest: string } {
  const body = text.replace(/^\s*\n/, '').trimStart()
  const end = body.indexOf('\n')
  const line = end === -1 ? body : body.slice(0, end)
  const after = end === -1 ? '' : body.slice(end + 1)
  const heading = /^#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$/.exec(line)
  if (heading) return { title: plainWords(heading[1] ?? '') || null, rest: after }
  const underlined = /^(?:=+|-{2,})[ \t]*(?:\n|$)/.exec(after)
  if (underlined && line !== '')
    return { title: plainWords(line) || null, rest: after.slice(underlined[0].length) }
  return { title: plainWords(line) || null, rest: body }
}

/** Markdown of one line as plain words: links by their text, without emphasis, code marks and tags. */
function plainWords(line: string): string {
  const bare = line
    .slice(0, 1_000)
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>/g, '')
    .replace(/^(?:>|[-+*]|\d+[.)])[ \t]+/, '')
    .replace(/[*_`~]+/g, '')
  return oneLine(bare)
}
