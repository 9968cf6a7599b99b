import { domainToASCII } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkDoubts, textDoubts } from '@/lib/format/look-alikes'
import { hostInLetters } from '@/lib/format/punycode'

const paid = '0xAb5801a7D398351b8bE11C439e05C5B3259aeC9B'
const known = [{ address: paid, label: 'the recipient of call 1' }]

describe('addresses', () => {
  it.each([
    ['same ends, another middle', `0xab58${'0'.repeat(32)}eC9B`],
    ['three and three digits', `0xAb5${'1'.repeat(34)}C9b`],
    ['a long common start', `0xAb5801a7${'1'.repeat(32)}`],
    ['a long common end', `0x${'1'.repeat(32)}259aeC9B`],
  ])('%s looks like one that is paid', (_name, written) => {
    expect(textDoubts(`Pay it to ${written}, please.`, known)).toEqual([
      { kind: 'address', written, known: known[0] },
    ])
  })

  it.each([
    ['the address itself', paid],
    ['the address in another case', paid.toLowerCase()],
    ['an address that only begins alike', `0xAb5${'1'.repeat(37)}`],
    ['a hash that begins and ends alike', `0xab58${'0'.repeat(56)}eC9B`],
    ['a known address that resembles another known one', `0xab58${'0'.repeat(32)}eC9B`],
  ])('%s is no doubt', (name, written) => {
    const all = name.startsWith('a known') ? [...known, { address: written, label: 'LPT' }] : known
    expect(textDoubts(written, all)).toEqual([])
  })

  it('with letters that no address has is none', () => {
    const written = paid.replaceAll('a', 'а').replaceAll('c', 'с')
    expect(textDoubts(written, known)).toEqual([{ kind: 'no-address', written }])
  })
})

describe('words', () => {
  it('of two alphabets are named, each once, and not more than ten', () => {
    expect(textDoubts('pаypal and paypal, pаypal; плата, Ελλάδα, naïve, 東京LPT', [])).toEqual([
      { kind: 'mixed-word', written: 'pаypal' },
    ])
    const many = Array.from({ length: 50 }, (_, index) => `pаypal${index}`).join(' ')
    expect(textDoubts(many, [])).toHaveLength(10)
  })

  it('of a text of any size are found in no time', () => {
    const started = performance.now()
    textDoubts(`0x${'a'.repeat(40)} `.repeat(20_000), known)
    textDoubts('а'.repeat(1_000_000), known)
    expect(performance.now() - started).toBeLessThan(500)
  })
})

describe('links', () => {
  it.each([
    ['https://evil.test/x', 'https://explorer.livepeer.org', [['other-site', 'explorer.livepeer.org']]],
    ['https://evil.test/x', 'livepeer.org/treasury?id=1', [['other-site', 'livepeer.org']]],
    ['https://evil.vercel.app', 'https://explorer.vercel.app', [['other-site', 'explorer.vercel.app']]],
    ['https://livepeer.org@evil.test/x', 'here', [['before-at', 'livepeer.org']]],
    ['https://liveрeer.org', 'here', [['resembles', 'livepeer.org']]],
    ['https://livepeeer.org', 'here', [['resembles', 'livepeer.org']]],
    ['https://livepere.org', 'here', [['resembles', 'livepeer.org']]],
    ['https://l1vepeer.org', 'here', [['resembles', 'livepeer.org']]],
    ['https://arbitrurn.io', 'here', [['resembles', 'arbitrum.io']]],
    ['https://livepeer.org.evil.test', 'here', [['resembles', 'livepeer.org']]],
    ['https://livepeer-org.com', 'here', [['resembles', 'livepeer.org']]],
    [
      'https://gіthub.com',
      'github.com',
      [
        ['other-site', 'github.com'],
        ['resembles', 'github.com'],
      ],
    ],
    ['https://exаmple.test', 'here', [['mixed-letters', 'exаmple.test']]],
  ] as const)('%s as “%s”: %j', (href, words, expected) => {
    const found = linkDoubts(href, words).map((doubt) => [
      doubt.kind,
      doubt.kind === 'resembles' ? doubt.known : doubt.kind === 'mixed-letters' ? doubt.host : doubt.named,
    ])
    expect(found).toEqual(expected)
  })

  it.each([
    ['https://livepeer.org', 'livepeer.org'],
    ['https://livepeer.org/x', 'www.livepeer.org'],
    ['https://explorer.livepeer.org/treasury', 'https://livepeer.org'],
    ['https://github.com/livepeer/LIPs', 'LIP-89.md'],
    ['https://forum.livepeer.org/t/1', 'the forum, see e.g. this thread'],
    ['https://ipfs.io/ipfs/x', 'v1.2.3'],
    ['https://пример.test', 'here'],
    ['https://delivered.org', 'Node.js'],
    ['https://xn--e1afmkfd.test', 'here'],
  ])('%s as “%s” is no doubt', (href, words) => {
    expect(linkDoubts(href, words)).toEqual([])
  })

  it('of any text are judged without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.webUrl(), (words, href) => {
        expect(Array.isArray(linkDoubts(href, words))).toBe(true)
        expect(linkDoubts(words, words)).toBeInstanceOf(Array)
      }),
    )
  })
})

describe('host names', () => {
  it.each(['livepeer.org', 'bücher.example', 'пример.испытание', 'аррӏе.com', '例え.テスト', 'ñ.ü.ø'])(
    '%s comes back from its encoding',
    (host) => {
      expect(hostInLetters(domainToASCII(host))).toBe(host)
    },
  )

  it('stay as they are where they are no encoding', () => {
    expect(hostInLetters('xn--ÿ.test')).toBe('xn--ÿ.test')
    expect(hostInLetters('xn--99999999999999999.test')).toBe('xn--99999999999999999.test')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (label) => {
        expect(typeof hostInLetters(`xn--${label}.test`)).toBe('string')
      }),
    )
  })
})
