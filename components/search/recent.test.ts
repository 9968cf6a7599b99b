import { describe, expect, it } from 'vitest'
import { isRemembered, parseRecent, withRecent } from '@/components/search/recent'

const one = { href: '/accounts/0x1/delegating', kind: 'Account', title: 'One' }

describe('what was opened before', () => {
  it.each([
    ['nothing', null],
    ['no JSON', '{'],
    ['no list', '{"href":"/a"}'],
    ['another site', JSON.stringify([{ ...one, href: 'https://elsewhere.example' }])],
    ['another site without its protocol', JSON.stringify([{ ...one, href: '//elsewhere.example' }])],
    ['a script', JSON.stringify([{ ...one, href: 'javascript:alert(1)' }])],
    ['a title that is none', JSON.stringify([{ ...one, title: 1 }])],
  ])('%s counts as none', (_, text) => {
    expect(parseRecent(text)).toEqual([])
  })

  it('is kept newest first, each once, five at most', () => {
    const opened = [1, 2, 3, 4, 5, 6].map((place) => ({ ...one, href: `/accounts/0x${place}/history` }))
    const list = opened.reduce<(typeof one)[]>(withRecent, [])
    expect(list.map(({ href }) => href)).toEqual(
      [6, 5, 4, 3, 2].map((place) => `/accounts/0x${place}/history`),
    )
    const again = withRecent(list, { ...one, href: '/accounts/0x4/history' })
    expect(again[0]?.href).toBe('/accounts/0x4/history')
    expect(again).toHaveLength(5)
    expect(parseRecent(JSON.stringify(again))).toEqual(again)
  })

  it('holds no pages of the site', () => {
    expect(isRemembered({ kind: 'page' })).toBe(false)
    expect(isRemembered({ kind: 'poll' })).toBe(true)
  })
})
