/**
 * Gives the framework's scripts their attribute back before they run: it looks for them by it, and would load what it does not find a
 * second time. A script that waits for the document goes on waiting.
 */
export const asyncAgainScript =
  "for(const s of document.querySelectorAll('script[defer]')){s.async=true;s.removeAttribute('defer')}"

/** As the framework writes its own files; text of others is escaped wherever it stands. */
const frameworkScript = /(<script src="\/_next\/static\/chunks\/[\w./-]+\.js") async="">/g

/**
 * A finished page whose scripts run once it is parsed. The framework asks for `async`, because its pages may come in pieces: a script
 * that is there early then stops the parser for a fifth of a second on a phone, and the visitor looks at a page of which only the
 * top is drawn. A page that is kept comes whole.
 */
export function afterParsing(html: string): string {
  const waiting = html.replaceAll(frameworkScript, '$1 defer="">')
  if (waiting === html) return html
  const end = waiting.lastIndexOf('</body>')
  if (end < 0) return html
  return `${waiting.slice(0, end)}<script>${asyncAgainScript}</script>${waiting.slice(end)}`
}
