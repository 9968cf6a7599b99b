import { describe, expect, it } from 'vitest'
import { finishAnswer } from '@/scripts/serve/finish-answer'

const security = { secure: false, frameAncestors: [], walletConnect: false }
const rendered = (status: number, html: string, headers: Record<string, string> = {}) => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  body: Buffer.from(html),
})

describe('finishing an answer', () => {
  it('says without scripts what the framework leaves to them', async () => {
    const shell =
      '<!DOCTYPE html><html id="__next_error__"><head></head><body><script>a()</script></body></html>'
    const missing = await finishAnswer(rendered(404, shell), security)
    expect(missing.body.toString()).toContain('<body><noscript><h1>There is no such page</h1>')
    const failed = await finishAnswer(rendered(500, shell), security)
    expect(failed.body.toString()).toContain('This page could not be made')
  })

  it('leaves whole pages as they are', async () => {
    const page = '<!DOCTYPE html><html lang="en"><body><main>Page not found</main></body></html>'
    expect((await finishAnswer(rendered(404, page), security)).body.toString()).toBe(page)
  })

  it('tags the same content with the same tag, and keeps a route’s own', async () => {
    const [one, two, other] = await Promise.all(
      ['a', 'a', 'b'].map((text) => finishAnswer(rendered(200, text), security)),
    )
    expect(one?.etag).toBe(two?.etag)
    expect(one?.etag).not.toBe(other?.etag)
    expect((await finishAnswer(rendered(200, 'a', { etag: '"own"' }), security)).etag).toBe('"own"')
  })

  it('knows a page without its figures, as HTML and as the data of a navigation', async () => {
    const note = (state: string) => `<p data-view="${state}">The round is late.</p>`
    expect((await finishAnswer(rendered(200, note('late')), security)).unsettled).toBe(true)
    expect((await finishAnswer(rendered(200, note('failed')), security)).unsettled).toBe(true)
    expect((await finishAnswer(rendered(200, '<p>data-view</p>'), security)).unsettled).toBe(false)
    const data = '1:["$","p",null,{"data-view":"failed","children":"…"}]'
    const headers = { 'content-type': 'text/x-component' }
    expect((await finishAnswer(rendered(200, data, headers), security)).unsettled).toBe(true)
  })

  it('compresses text that is worth it', async () => {
    expect((await finishAnswer(rendered(200, 'x'.repeat(5000)), security)).gzip).not.toBeNull()
    expect((await finishAnswer(rendered(200, 'short'), security)).gzip).toBeNull()
    const image = { status: 200, headers: { 'content-type': 'image/png' }, body: Buffer.alloc(5000) }
    expect((await finishAnswer(image, security)).gzip).toBeNull()
  })
})
