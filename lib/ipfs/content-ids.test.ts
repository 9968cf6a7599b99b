import { expect, test } from 'vitest'
import { contentIds, ONE_BLOCK_BYTES } from '@/lib/ipfs/content-ids'

const bytes = (text: string) => Buffer.from(text, 'utf8')

/** Ids that other implementations give for well-known contents. */
test.each([
  ['hello world\n', 'v0', 'QmT78zSuBmuS4z925WZfrqQ1qHaJ56DQaTfyMUF7F8ff5o'],
  ['hello world', 'v0', 'Qmf412jQZiuVUtdgnB36FXFX7xg5V6KEbSJ4dpQuhkLyfD'],
  ['', 'v0', 'QmbFMke1KXqnYyBBWxB74N4c5SBnJMVAiMNRcGu6x1AwQH'],
  ['', 'v1', 'bafybeif7ztnhq65lumvvtr4ekcwd2ifwgm3awq4zfr3srh462rwyinlb4y'],
  ['', 'raw', 'bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku'],
  ['hello world', 'raw', 'bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e'],
] as const)('%j has the %s id %s', (text, kind, id) => {
  expect(contentIds(bytes(text))[kind]).toBe(id)
})

test('a file of several blocks is refused', () => {
  expect(contentIds(Buffer.alloc(ONE_BLOCK_BYTES, 1)).v0).toMatch(/^Qm/)
  expect(() => contentIds(Buffer.alloc(ONE_BLOCK_BYTES + 1))).toThrow(RangeError)
})
