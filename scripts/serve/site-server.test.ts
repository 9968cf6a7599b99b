import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { themeScript } from '@/lib/theme/theme-script'
import { createSiteServer } from '@/scripts/serve/site-server'
import { StaticFiles } from '@/scripts/serve/static-files'

const seen: { method: string; url: string; headers: IncomingMessage['headers'] }[] = []
const page = `<html><head><script>${themeScript}</script><script>stranger()</script></head><body>${'figure '.repeat(500)}</body></html>`

/** A framework that answers as the real one does: in pieces, with its own headers. */
async function framework(request: IncomingMessage, response: ServerResponse): Promise<void> {
  seen.push({ method: request.method ?? '', url: request.url ?? '', headers: { ...request.headers } })
  if (request.url === '/boom') throw new Error('secret stack of the framework')
  if (request.url === '/broken')
    return void response.writeHead(500, { 'content-type': 'text/html' }).end('<script>x()</script>')
  if (request.url?.endsWith('.svg')) {
    if (request.method === 'HEAD')
      return void response.writeHead(200, { 'content-type': 'image/svg+xml' }).end()
    return void response
      .writeHead(200, { 'content-type': 'image/svg+xml' })
      .end(`<svg>${'x'.repeat(3000)}</svg>`)
  }
  if (request.url === '/moved') return void response.writeHead(307, { location: '/orchestrators' }).end()
  if (request.url === '/missing')
    return void response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(page)
  if (request.url?.startsWith('/api/')) {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    return void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ body }))
  }
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.setHeader('x-powered-by', 'it')
  response.setHeader('cache-control', 'private, no-store')
  response.setHeader('set-cookie', 'a=1')
  response.write(page.slice(0, 100))
  await new Promise((resolve) => setTimeout(resolve, 2))
  response.end(page.slice(100))
}

interface Answer {
  status: number
  headers: Record<string, string>
  body: Buffer
}

let server: Server
let port = 0

function ask(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, path, method: options.method ?? 'GET', headers: options.headers },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers as Record<string, string>,
            body: Buffer.concat(chunks),
          }),
        )
      },
    )
    request.on('error', reject)
    request.end(options.body)
  })
}

let before: Answer

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'static-files-'))
  mkdirSync(join(folder, 'chunks', '[id]'), { recursive: true })
  writeFileSync(join(folder, 'chunks', '[id]', 'a.js'), `file(${'"x",'.repeat(500)}1)`)
  const site = createSiteServer({
    security: { secure: true, frameAncestors: [], walletConnect: false },
    host: 'site.example',
    pages: {
      windowMs: 60_000,
      graceMs: 0,
      maxBytes: 1_000_000,
      maxRenders: 4,
      maxWaiting: 10,
      lineage: () => '0',
    },
    renders: { perMinute: 30, atOnce: 3 },
    trustedProxies: 1,
  })
  server = site.server
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
  before = await ask('/')
  site.begin({ handler: framework, files: await StaticFiles.open(folder, '/_next/static/') })
})
afterAll(() => new Promise((resolve) => server.close(resolve)))
beforeEach(() => {
  seen.length = 0
})

describe('the site’s server', () => {
  it('answers 503 until the framework is ready', () => {
    expect(before.status).toBe(503)
    expect(before.headers['retry-after']).toBe('2')
    expect(before.headers['content-security-policy']).toBeTruthy()
  })

  it('renders a page once for everyone, from a request that holds nothing of the visitor', async () => {
    const headers = { cookie: 'session=1', host: 'evil.example', 'accept-encoding': 'gzip' }
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, i) => ask(`/once?junk=${i}`, { headers })),
    )
    expect(seen).toEqual([
      {
        method: 'GET',
        url: '/once',
        headers: {
          host: 'site.example',
          'user-agent': 'kept-pages',
          accept: 'text/html',
          'content-security-policy': expect.stringMatching(
            /^script-src 'nonce-[A-Za-z0-9+/=]{24}'$/,
          ) as string,
        },
      },
    ])
    for (const answer of answers) expect(gunzipSync(answer.body).toString()).toBe(page)
  })

  it('sends pages with a policy of their scripts’ hashes and the site’s headers, none of the framework’s', async () => {
    const { status, headers, body } = await ask('/')
    expect(status).toBe(200)
    expect(body.toString()).toBe(page)
    // The theme script's, and not the one that somehow came into the page.
    expect(headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-[A-Za-z0-9+/=]{44}';/)
    expect(headers.etag).toMatch(/^W\/"/)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'strict-transport-security': expect.stringContaining('max-age='),
      'cache-control': 'no-cache',
      vary: 'accept-encoding',
    })
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers['set-cookie']).toBeUndefined()
    expect(Number(headers['content-length'])).toBe(body.length)
  })

  it('sends no body to HEAD and nothing again to who has it', async () => {
    const head = await ask('/', { method: 'HEAD' })
    expect(head.body.length).toBe(0)
    expect(Number(head.headers['content-length'])).toBe(page.length)
    const again = await ask('/', { headers: { 'if-none-match': head.headers.etag ?? '' } })
    expect(again.status).toBe(304)
    expect(again.body.length).toBe(0)
  })

  it('describes a file to HEAD as it sends it to GET, whole also to who asks for a part', async () => {
    const headers = { 'accept-encoding': 'gzip', range: 'bytes=0-9' }
    const [got, head] = await Promise.all([
      ask('/icon.svg', { headers }),
      ask('/icon.svg', { method: 'HEAD', headers }),
    ])
    expect(got.headers['content-encoding']).toBe('gzip')
    expect(head.body.length).toBe(0)
    const described = ['content-length', 'content-encoding', 'content-type', 'etag', 'vary']
    for (const name of described) expect(head.headers[name]).toBe(got.headers[name])
    expect(seen.every(({ headers: { range } }) => range === undefined)).toBe(true)
    const again = await ask('/icon.svg', { headers: { 'if-none-match': got.headers.etag ?? '' } })
    expect(again.status).toBe(304)
  })

  it('lets one address have only so many pages made, and still shows it and others what is kept', async () => {
    const from = (address: string) => ({ headers: { 'x-forwarded-for': `made-up, ${address}` } })
    const answers: Answer[] = []
    for (let i = 0; i < 40; i += 1) answers.push(await ask(`/accounts/${i}`, from('192.0.2.1')))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(30)
    const refused = answers.at(-1)
    expect(refused).toMatchObject({ status: 429, headers: { 'cache-control': 'no-store' } })
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0)
    expect(refused?.body.toString()).toMatch(/^Too many pages at once/)
    expect((await ask('/accounts/1', from('192.0.2.1'))).status).toBe(200)
    expect((await ask('/accounts/99', from('192.0.2.2'))).status).toBe(200)
    expect((await ask('/accounts/99', from('192.0.2.1'))).status).toBe(200)
  })

  it('counts what looks like a file, too: where there is none a page says so', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.4' }
    const statuses: number[] = []
    for (let i = 0; i < 32; i += 1) statuses.push((await ask(`/none-${i}.html`, { headers })).status)
    expect(statuses.filter((status) => status === 429)).toHaveLength(2)
    expect((await ask('/api/rpc', { headers })).status).toBe(200)
    expect((await ask('/_next/static/chunks/%5Bid%5D/a.js', { headers })).status).toBe(200)
  })

  it('makes only so many pages for one address at once', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.3' }
    const answers = await Promise.all(Array.from({ length: 6 }, (_, i) => ask(`/at-once/${i}`, { headers })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429, 429, 429])
    expect((await ask('/at-once/again', { headers })).status).toBe(200)
  })

  it.each([
    ['gzip', true],
    ['br, gzip;q=0.5', true],
    ['gzip;q=0', false],
    ['gzip;q=0.0, br', false],
    ['br', false],
  ])('with accept-encoding %s compressed: %s', async (encoding, packed) => {
    const { headers } = await ask('/', { headers: { 'accept-encoding': encoding } })
    expect(headers['content-encoding'] === 'gzip').toBe(packed)
  })

  it('keeps statuses: redirects, 404 and errors, each with the policy', async () => {
    expect(await ask('/moved')).toMatchObject({ status: 307, headers: { location: '/orchestrators' } })
    const missing = await ask('/missing')
    expect(missing).toMatchObject({ status: 404, headers: { 'cache-control': 'no-store' } })
    expect(missing.headers['content-security-policy']).toContain('sha256-')
    const broken = await ask('/broken')
    expect(broken.status).toBe(500)
    expect(broken.headers['content-security-policy']).toContain('sha256-')
  })

  it('answers a failure of the framework with a sentence and no trace of it', async () => {
    const { status, body, headers } = await ask('/boom')
    expect(status).toBe(500)
    expect(body.toString()).toBe('Something went wrong on this server. Try again, or report it.\n')
    expect(headers['content-security-policy']).toBeTruthy()
  })

  it('hands routes the whole request, with the peer it really comes from', async () => {
    const answer = await ask('/api/rpc', {
      method: 'POST',
      body: '{"a":1}',
      headers: { 'content-type': 'application/json', 'x-peer-address': 'made up' },
    })
    expect(JSON.parse(answer.body.toString())).toEqual({ body: '{"a":1}' })
    expect(seen[0]?.headers['x-peer-address']).toBe('127.0.0.1')
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  })

  it('does not let pages be written to', async () => {
    expect(await ask('/', { method: 'POST', body: 'x' })).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD' },
    })
    expect(seen).toEqual([])
  })

  it('serves files of the build compressed, for ever, and nothing outside of them', async () => {
    const file = await ask('/_next/static/chunks/%5Bid%5D/a.js', { headers: { 'accept-encoding': 'gzip' } })
    expect(file).toMatchObject({
      status: 200,
      headers: { 'content-encoding': 'gzip', 'cache-control': 'public, max-age=31536000, immutable' },
    })
    expect((await ask('/_next/static/chunks/[id]/a.js')).status).toBe(200)
    for (const path of [
      '/_next/static/../../package.json',
      '/_next/static/%2e%2e/%2e%2e/package.json',
      '/_next/static/none.js',
      '/_next/static/%zz',
    ]) {
      expect((await ask(path)).status).toBe(404)
    }
    expect(seen).toEqual([])
  })
})
