import { describe, expect, it, vi } from 'vitest'
import { drawPreview } from '@/components/preview/draw-preview'
import { siteCard } from '@/components/preview/preview-card'
import { drawableText } from '@/components/preview/preview-text'

describe('text in a picture', () => {
  it.each([
    ['Longer rounds', 'Longer rounds'],
    ['a\u202eb\u0000c\u200d', 'abc'],
    ['two\nlines\tand  more', 'two lines and more'],
    ['Zażółć gęślą jaźń', 'Zażółć gęślą jaźń'],
    ['cafe\u0301', 'café'],
    ['Vote 🚀🚀 now', 'Vote … now'],
    ['Livepeer™ © ®', 'LivepeerTM (c) (R)'],
    ['שלום עולם', ''],
    ['公共财政', ''],
    ['🚀', ''],
    ['', ''],
    ['\ud800', ''],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ])('%j is drawn as %j', (text, drawn) => {
    expect(drawableText(text, 90)).toBe(drawn)
  })

  it('has a bounded length', () => {
    expect(drawableText('x'.repeat(100_000), 90)).toHaveLength(90)
    expect(drawableText('ﷺ'.repeat(500) + 'a', 90).length).toBeLessThanOrEqual(90)
  })
})

describe('a picture', () => {
  it('is drawn with our own fonts: whatever the text, nothing is fetched', async () => {
    const every = Array.from({ length: 0x2_ffff }, (_, code) => code)
      .filter((code) => code < 0xd800 || code > 0xdfff)
      .map((code) => String.fromCodePoint(code))
    const letters = [...new Set(every.flatMap((letter) => [...drawableText(`a${letter}`, 90)]))].join('')
    expect(letters.length).toBeGreaterThan(250)
    const real = globalThis.fetch
    const outside: string[] = []
    vi.stubGlobal('fetch', (input: string | URL | Request, init?: RequestInit) => {
      const url = String(input instanceof Request ? input.url : input)
      // The engine carries its own code as data.
      if (url.startsWith('data:')) return real(input, init)
      outside.push(url)
      return Promise.reject(new Error('no network'))
    })
    const parts = letters.match(/.{1,80}/gu) ?? []
    for (const part of parts) {
      const picture = await drawPreview({ ...siteCard(null), title: part, line: part })
      expect(picture.subarray(1, 4).toString()).toBe('PNG')
      expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630])
    }
    expect(outside).toEqual([])
    vi.unstubAllGlobals()
  }, 30_000)
})
