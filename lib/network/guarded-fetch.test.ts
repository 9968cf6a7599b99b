import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FetchRefusedError, type GuardedOptions, guardedFetch } from '@/lib/network/guarded-fetch'

let server: Server
let inside: Server
let origin = ''
let insideOrigin = ''
let insideAsked = 0
let stopped = false

const routes: Record<string, RequestListener> = {
  '/plain': (_, response) => response.end('hello'),
  '/echo': async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    response.end(JSON.stringify({ method: request.method, text, cookie: request.headers.cookie ?? null }))
  },
  '/missing': (_, response) => {
    response.writeHead(404)
    response.end()
  },
  '/hop': (_, response) => {
    response.writeHead(302, { location: '/plain' })
    response.end()
  },
  '/loop': (_, response) => {
    response.writeHead(302, { location: '/loop' })
    response.end()
  },
  '/inside': (_, response) => {
    response.writeHead(307, { location: `${insideOrigin}/secret` })
    response.end()
  },
  '/metadata': (_, response) => {
    response.writeHead(302, { location: 'https://169.254.169.254/latest/meta-data' })
    response.end()
  },
  '/by-name': (_, response) => {
    response.writeHead(302, { location: 'https://localhost/secret' })
    response.end()
  },
  '/announced': (_, response) => {
    response.writeHead(200, { 'content-length': '1000000' })
    response.write('x')
  },
  '/endless': (_, response) => {
    response.once('close', () => (stopped = true))
    const push = () => {
      while (!response.destroyed) {
        if (!response.write(Buffer.alloc(16_384))) return void response.once('drain', push)
      }
    }
    push()
  },
  '/silent': () => undefined,
  '/drip': (_, response) => {
    response.writeHead(200)
    response.write('x')
  },
  '/squeezed': (_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' })
    response.end('x')
  },
  '/broken': (request) => request.socket.destroy(),
}

beforeAll(async () => {
  server = createServer((request, response) => routes[request.url ?? '']?.(request, response))
  inside = createServer((_, response) => {
    insideAsked += 1
    response.end('secret')
  })
  for (const one of [server, inside]) {
    await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve))
  }
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  insideOrigin = `http://127.0.0.1:${(inside.address() as AddressInfo).port}`
})
afterAll(() => {
  for (const one of [server, inside]) {
    one.closeAllConnections()
    one.close()
  }
})

function get(url: string, options: Partial<GuardedOptions> = {}) {
  return guardedFetch(url, {
    limitBytes: 10_000,
    timeoutMs: 2_000,
    accept: '*/*',
    localOrigin: origin,
    ...options,
  })
}

async function refusalOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise
  } catch (error) {
    if (error instanceof FetchRefusedError) return error.refusal
    throw error
  }
  return 'fetched'
}

describe('fetching what a stranger points to', () => {
  it('gets bytes and type', async () => {
    expect((await get(`${origin}/plain`)).body.toString()).toBe('hello')
    expect((await get(`${origin}/hop`)).body.toString()).toBe('hello')
  })

  it('sends JSON, and nothing of anybody', async () => {
    const { body } = await get(`${origin}/echo`, { post: { a: 1 } })
    expect(JSON.parse(body.toString())).toEqual({ method: 'POST', text: '{"a":1}', cookie: null })
  })

  it.each([
    ['http://example.com/a.png', 'not-https'],
    ['ftp://example.com/a.png', 'not-https'],
    ['javascript:alert(1)', 'not-https'],
    ['file:///etc/passwd', 'not-https'],
    ['data:image/png;base64,AAAA', 'not-https'],
    ['https://user:secret@example.com/', 'bad-url'],
    ['https://example.com:8443/', 'bad-url'],
    [`https://example.com/${'a'.repeat(3_000)}`, 'bad-url'],
    ['no url', 'bad-url'],
    ['https://127.0.0.1/', 'private-address'],
    ['https://0x7f.1/', 'private-address'],
    ['https://2130706433/', 'private-address'],
    ['https://[::1]/', 'private-address'],
    ['https://[::ffff:169.254.169.254]/', 'private-address'],
    ['https://10.0.0.1/', 'private-address'],
    ['https://169.254.169.254/latest', 'private-address'],
    ['https://localhost/', 'private-address'],
  ])('refuses %s', async (url, refusal) => {
    expect(await refusalOf(get(url))).toBe(refusal)
  })

  it('refuses loopback by plain HTTP where no local network is, and every other port where one is', async () => {
    expect(await refusalOf(get(`${origin}/plain`, { localOrigin: null }))).toBe('not-https')
    expect(await refusalOf(get(`${insideOrigin}/secret`))).toBe('not-https')
    expect(insideAsked).toBe(0)
  })

  it.each([
    ['/inside', 'not-https'],
    ['/metadata', 'private-address'],
    ['/by-name', 'private-address'],
    ['/loop', 'too-many-redirects'],
    ['/missing', 'status'],
    ['/announced', 'too-large'],
    ['/endless', 'too-large'],
    ['/squeezed', 'compressed'],
    ['/broken', 'unreachable'],
  ])('refuses what %s leads to', async (path, refusal) => {
    expect(await refusalOf(get(`${origin}${path}`))).toBe(refusal)
    expect(insideAsked).toBe(0)
  })

  it('closes the connection of an endless answer', async () => {
    stopped = false
    await refusalOf(get(`${origin}/endless`))
    await expect.poll(() => stopped).toBe(true)
  })

  it.each(['/silent', '/drip'])('waits for %s only so long', async (path) => {
    expect(await refusalOf(get(`${origin}${path}`, { timeoutMs: 150 }))).toBe('too-slow')
  })
})
