import { describe, expect, it } from 'vitest'
import { afterParsing, asyncAgainScript } from '@/scripts/serve/after-parsing'

const file = (name: string, how: string) =>
  `<script src="/_next/static/chunks/${name}.js" ${how}=""></script>`

describe('scripts of a page that comes whole', () => {
  it('wait for the end of the document, where they get back what the framework looks for', () => {
    const page = `<html><head>${file('a', 'async')}</head><body>${file('turbopack-b', 'async')}text</body></html>`
    expect(afterParsing(page)).toBe(
      `<html><head>${file('a', 'defer')}</head><body>${file('turbopack-b', 'defer')}text<script>${asyncAgainScript}</script></body></html>`,
    )
  })

  it('are left as they are where they are not the framework’s, or the page has no end', () => {
    const others =
      '<body><script src="https://elsewhere.example/a.js" async=""></script>&lt;script src="/_next/static/chunks/a.js" async=""&gt;</body>'
    expect(afterParsing(others)).toBe(others)
    const piece = `<body>${file('a', 'async')}`
    expect(afterParsing(piece)).toBe(piece)
  })
})
