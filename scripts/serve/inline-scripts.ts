import { createHash } from 'node:crypto'

const inlineScript = /<script((?:\s[^>]*)?)>([\s\S]*?)<\/script>/g
const pushBoundary = /<\/script><script>(?=self\.__next_f\.push\()/g

/**
 * Joins neighbouring inline scripts of the framework's data stream into one: they are complete statements, and each would
 * need its own hash in a header that proxies limit in size.
 */
export function joinStreamScripts(html: string): string {
  return html.replace(pushBoundary, (match, offset: number) => {
    const opening = html.lastIndexOf('<script', offset)
    return html.startsWith('<script>', opening) ? ';' : match
  })
}

/** Whether a script element's attributes make it run its content: no src, and a type that is JavaScript. */
function runsInline(attributes: string): boolean {
  if (/\ssrc\s*=/i.test(attributes)) return false
  const type = /\stype\s*=\s*["']?([^"'\s>]*)/i.exec(attributes)?.[1]?.toLowerCase()
  return type === undefined || type === '' || type === 'module' || type === 'text/javascript'
}

/** CSP sources ('sha256-…') of every inline script of a page, each once. */
export function scriptHashes(html: string): string[] {
  const hashes = new Set<string>()
  for (const [, attributes = '', content = ''] of html.matchAll(inlineScript)) {
    if (content !== '' && runsInline(attributes)) {
      hashes.add(`'sha256-${createHash('sha256').update(content).digest('base64')}'`)
    }
  }
  return [...hashes]
}
