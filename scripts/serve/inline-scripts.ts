import { createHash, randomBytes } from 'node:crypto'

/*
 * Which inline scripts of a page may run. The framework is given a nonce with each render and writes it on its own scripts;
 * only those, and texts known beforehand, are named in the policy. The nonce is made for one render and taken out of its
 * HTML, so that no text of others on the page can carry it.
 */

const inlineScript = /<script((?:\s[^>]*)?)>([\s\S]*?)<\/script>/g

/** A nonce for one render, as a CSP source takes it. */
export function newNonce(): string {
  return randomBytes(16).toString('base64')
}

/** Header that tells the framework its nonce. */
export function nonceHeaders(nonce: string): Record<string, string> {
  return { 'content-security-policy': `script-src 'nonce-${nonce}'` }
}

/**
 * Joins neighbouring scripts of the framework's data stream into one: they are complete statements, and each would
 * need its own hash in a header that proxies limit in size.
 */
export function joinStreamScripts(html: string, nonce: string): string {
  const opening = `<script nonce="${nonce}">`
  const boundary = `</script>${opening}`
  return html.split(boundary).reduce((joined, part) => {
    const own = joined.startsWith(opening, joined.lastIndexOf('<script'))
    return `${joined}${own && part.startsWith('self.__next_f.push(') ? ';' : boundary}${part}`
  })
}

/** Whether a script element's attributes make it run its content: no src, and a type that is JavaScript. */
function runsInline(attributes: string): boolean {
  if (/\ssrc\s*=/i.test(attributes)) return false
  const type = /\stype\s*=\s*["']?([^"'\s>]*)/i.exec(attributes)?.[1]?.toLowerCase()
  return type === undefined || type === '' || type === 'module' || type === 'text/javascript'
}

/** CSP source ('sha256-…') of a script's text. */
export function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

/** CSP sources of those inline scripts of a page that `trusted` names, each once. */
export function scriptHashes(
  html: string,
  trusted: (attributes: string, content: string) => boolean,
): string[] {
  const hashes = new Set<string>()
  for (const [, attributes = '', content = ''] of html.matchAll(inlineScript)) {
    if (content !== '' && runsInline(attributes) && trusted(attributes, content))
      hashes.add(hashSource(content))
  }
  return [...hashes]
}

/** Whether the framework wrote a script element's attributes. */
export function bearsNonce(attributes: string, nonce: string): boolean {
  return attributes.startsWith(` nonce="${nonce}"`)
}

/** The page's data without its nonce, which the framework hands on to the browser's own drawing. */
export function dataWithoutNonce(html: string, nonce: string): string {
  return html.replaceAll(`\\"nonce\\":\\"${nonce}\\"`, () => '\\"nonce\\":\\"$undefined\\"')
}

/** The page without its nonce: the same figures give the same page, and nobody can use it again. */
export function elementsWithoutNonce(html: string, nonce: string): string {
  return html.replaceAll(` nonce="${nonce}"`, '')
}
