import { describe, expect, it } from 'vitest'
import { pageRequest } from '@/scripts/serve/page-request'

describe('which page a request is for', () => {
  it('drops parameters that no page reads, so that they share one answer', () => {
    const keys = ['/', '/?x=1', '/?utm_source=a&x[]=2', '/?q=text'].map(
      (url) => pageRequest('GET', url, {})?.key,
    )
    expect(new Set(keys)).toEqual(new Set(['/']))
  })

  it('keeps the page of the votes of a poll or proposal, and nothing else of theirs', () => {
    const poll = `/voting/0x${'a'.repeat(40)}`
    expect(pageRequest('GET', `${poll}?page=2&x=1`, {})?.url).toBe(`${poll}?page=2`)
    expect(pageRequest('GET', '/treasury/123?page=3', {})?.url).toBe('/treasury/123?page=3')
    expect(pageRequest('GET', '/treasury?page=3', {})?.url).toBe('/treasury')
    expect(pageRequest('GET', '/voting/create-poll?page=3', {})?.url).toBe('/voting/create-poll')
  })

  it('puts known parameters in one order, cut to a bounded length, without empty ones', () => {
    const one = pageRequest('GET', '/orchestrators?dir=asc&junk=1&q=a%20b&show=', {})
    const two = pageRequest('GET', '/orchestrators?q=a+b&dir=asc', {})
    expect(one?.url).toBe('/orchestrators?q=a+b&dir=asc')
    expect(one).toEqual(two)
    expect(pageRequest('GET', `/orchestrators?q=${'x'.repeat(500)}`, {})?.url.length).toBeLessThan(200)
  })

  it('joins a parameter that a plain form sends several times', () => {
    const [a, b] = ['a', 'b'].map((digit) => `0x${digit.repeat(40)}`)
    const form = pageRequest('GET', `/orchestrators/compare?ids=${a}&ids=${b}&x=1`, {})
    const link = pageRequest('GET', `/orchestrators/compare?ids=${a},${b}`, {})
    expect(form).toEqual(link)
    expect(new URL(form?.url ?? '', 'http://site').searchParams.get('ids')).toBe(`${a},${b}`)
    const five = Array.from({ length: 5 }, () => a).join()
    const kept = new URL(
      pageRequest('GET', `/orchestrators/compare?ids=${five}`, {})?.url ?? '',
      'http://site',
    )
    expect(kept.searchParams.get('ids')).toBe(five)
    expect(pageRequest('GET', `/orchestrators/compare?ids=${'x'.repeat(900)}`, {})?.url.length).toBeLessThan(
      300,
    )
  })

  it('passes none of the visitor’s headers on', () => {
    const page = pageRequest('GET', '/', {
      cookie: 'a=1',
      host: 'evil.example',
      'accept-language': 'de',
      authorization: 'x',
    })
    expect(page?.headers).toEqual({ accept: 'text/html' })
  })

  it('keeps navigation answers apart by what they ask for', () => {
    const tree = { rsc: '1', 'next-router-state-tree': 'a' }
    const one = pageRequest('GET', '/orchestrators?_rsc=t1', tree)
    const two = pageRequest('GET', '/orchestrators?_rsc=t1', { ...tree, 'next-router-state-tree': 'b' })
    expect(one?.key).not.toBe(two?.key)
    expect(one?.key).not.toBe(pageRequest('GET', '/orchestrators', {})?.key)
    expect(one?.key).not.toBe(pageRequest('GET', '/orchestrators?_rsc=made-up', tree)?.key)
    expect(one?.url).toBe('/orchestrators?_rsc=t1')
    expect(one?.headers).toEqual({ accept: '*/*', ...tree })
  })

  it.each([
    ['POST', '/'],
    ['GET', '/api/v1/head'],
    ['GET', '/_next/static/chunks/a.js'],
    ['GET', '/icon.svg'],
    ['GET', '/orchestrators/csv'],
    ['GET', `/accounts/${'a'.repeat(2000)}`],
  ])('leaves %s %s to the routes', (method, url) => {
    expect(pageRequest(method, url, {})).toBeNull()
  })

  it('treats HEAD as GET', () => {
    expect(pageRequest('HEAD', '/', {})).toEqual(pageRequest('GET', '/', {}))
  })

  it.each(['//evil.example/x', '/%zz', '/\\evil'])('does not fail on %s', (url) => {
    expect(() => pageRequest('GET', url, {})).not.toThrow()
  })
})
