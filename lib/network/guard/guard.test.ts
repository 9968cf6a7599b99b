import { describe, expect, it } from 'vitest'
import { clientAddress, peerHeader } from '@/lib/network/guard/client-address'
import { createRateLimit } from '@/lib/network/guard/rate-limit'
import { readJson } from '@/lib/network/guard/read-json'

function post(
  body: BodyInit,
  headers: Record<string, string> = { 'content-type': 'application/json' },
): Request {
  return new Request('http://site/api', { method: 'POST', body, headers })
}

describe('reading a JSON body', () => {
  it('reads JSON', async () => {
    expect(await readJson(post('{"a":1}'), 100)).toEqual({ ok: true, body: { a: 1 } })
  })

  it.each([
    [415, post('{}', { 'content-type': 'text/plain' })],
    [415, post('a=1', { 'content-type': 'application/x-www-form-urlencoded' })],
    [400, post('{"a":')],
    [400, post('')],
    [413, post(`"${'x'.repeat(100)}"`)],
  ])('refuses with %i', async (status, request) => {
    expect(await readJson(request, 100)).toMatchObject({ ok: false, refusal: { status } })
  })

  it('stops reading a body whose length was not announced', async () => {
    let sent = 0
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1
        controller.enqueue(new Uint8Array(1000))
      },
    })
    const request = new Request('http://site/api', {
      method: 'POST',
      body: endless,
      headers: { 'content-type': 'application/json' },
      duplex: 'half',
    } as RequestInit)
    expect(await readJson(request, 5000)).toMatchObject({ refusal: { status: 413 } })
    expect(sent).toBeLessThan(20)
  })
})

describe('a rate limit', () => {
  it('gives each key its own tokens and says how long to wait', () => {
    let now = 0
    const limit = createRateLimit(60, () => now)
    expect(limit.take('a', 60)).toBe(0)
    expect(limit.take('a', 1)).toBe(1)
    expect(limit.take('b', 1)).toBe(0)
    now = 1000
    expect(limit.take('a', 1)).toBe(0)
    expect(limit.take('a', 1)).toBe(1)
  })

  it('is not weakened by refused requests and never saves up more than a minute', () => {
    let now = 0
    const limit = createRateLimit(60, () => now)
    expect(limit.take('a', 61)).toBeGreaterThan(0)
    expect(limit.take('a', 60)).toBe(0)
    now = 10 * 60_000
    expect(limit.take('a', 61)).toBeGreaterThan(0)
    expect(limit.take('a', 60)).toBe(0)
  })

  it('forgets the least recently used key when it holds too many', () => {
    const limit = createRateLimit(1, () => 0, 2)
    limit.take('a', 1)
    limit.take('b', 1)
    expect(limit.take('a', 1)).toBeGreaterThan(0)
    limit.take('c', 1)
    expect(limit.take('b', 1)).toBe(0)
  })
})

describe('the address a request counts to', () => {
  const headers = new Headers({
    [peerHeader]: '192.0.2.9',
    'x-forwarded-for': 'made-up, 198.51.100.1, 203.0.113.7',
  })

  it('is the peer of the connection unless proxies are trusted', () => {
    expect(clientAddress(headers, 0)).toBe('192.0.2.9')
  })

  it('is what the outermost trusted proxy wrote, never what the visitor sent before it', () => {
    expect(clientAddress(headers, 1)).toBe('203.0.113.7')
    expect(clientAddress(headers, 2)).toBe('198.51.100.1')
  })

  it.each([
    ['::ffff:192.0.2.9', '192.0.2.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::', '2001:db8:1:2'],
    ['2001:db8::7', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['unknown', 'unknown'],
  ])('counts %s with its line', (address, line) => {
    expect(clientAddress(new Headers({ [peerHeader]: address }), 0)).toBe(line)
    expect(clientAddress(new Headers({ 'x-forwarded-for': address }), 1)).toBe(line)
  })

  it('falls back to the peer', () => {
    expect(clientAddress(new Headers({ [peerHeader]: '192.0.2.9' }), 1)).toBe('192.0.2.9')
  })
})
