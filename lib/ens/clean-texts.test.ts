import { describe, expect, it } from 'vitest'
import { parsePlace } from '@/lib/ens/avatar'
import { cleanTexts, safeLink } from '@/lib/ens/clean-texts'
import { parseNft } from '@/lib/ens/nft'

describe('texts of a name', () => {
  it('are shown without what hides or turns', () => {
    const texts = cleanTexts({ description: 'One \u202eowt\u202c\u200b\nthree' })
    expect(texts.description).toBe('One owt three')
    expect(cleanTexts({ description: 'x'.repeat(2_000) }).description).toHaveLength(500)
    expect(cleanTexts({ description: ' \u200b ' }).description).toBeNull()
  })

  it.each([
    ['https://demo.example/page', 'https://demo.example/page', 'demo.example'],
    ['demo.example', 'https://demo.example/', 'demo.example'],
  ])('link %j to https, with the host to show', (text, href, host) => {
    expect(safeLink(text)).toEqual({ href, host })
  })

  it('show the true host of a look-alike', () => {
    expect(safeLink('https://ex\u0430mple.com')?.host).toMatch(/^xn--/)
  })

  it.each([
    '',
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'http://demo.example',
    'https://user@demo.example',
    'https://good.example@evil.example',
    'https://demo.example:444',
    'https://127.0.0.1',
    'https://[::1]',
    'https://localhost',
    'https://demo.\u202eelpmaxe',
    `https://demo.example/${'a'.repeat(400)}`,
  ])('do not link %j', (text) => expect(safeLink(text)).toBeNull())

  it.each([
    ['@demo_one', 'demo_one'],
    ['https://twitter.com/demo', 'demo'],
    ['https://x.com/demo/', 'demo'],
    ['"><script>', undefined],
    ['../../login', undefined],
    ['a'.repeat(16), undefined],
  ])('take %j as the handle %j', (text, handle) => {
    expect(cleanTexts({ 'com.twitter': text }).twitter?.handle).toBe(handle)
  })

  it.each([
    ['demo-one', 'demo-one'],
    ['demo--one', undefined],
    ['-demo', undefined],
    ['demo/one', undefined],
  ])('take %j as the GitHub name %j', (text, handle) => {
    expect(cleanTexts({ 'com.github': text }).github?.handle).toBe(handle)
  })
})

describe('an avatar record', () => {
  const cid = 'QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG'

  it.each([
    ['https://demo.example/a.png', 'url'],
    ['http://demo.example/a.png', 'url'],
    [`ipfs://${cid}`, 'ipfs'],
    [`ipfs://ipfs/${cid}/a.png`, 'ipfs'],
    ['data:image/png;base64,AAAA', 'inline'],
    ['eip155:1/erc721:0xb7F7F6C52F2e2fdb1963Eab30438024864c313F6/2430', 'nft'],
  ])('%s is of the kind %s', (record, kind) => expect(parsePlace(record)?.kind).toBe(kind))

  it.each([
    'data:image/svg+xml;base64,AAAA',
    'data:text/html;base64,AAAA',
    'data:image/png,AAAA',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'a.png',
    'eip155:5/erc721:0xb7F7F6C52F2e2fdb1963Eab30438024864c313F6/1',
  ])('%s is of none', (record) => expect(parsePlace(record)).toBeNull())

  it('may name a token of Ethereum by an id that fits', () => {
    expect(parseNft(`eip155:1/erc1155:0x${'ab'.repeat(20)}/7`)).toMatchObject({ kind: 'erc1155', id: 7n })
    expect(parseNft(`eip155:1/erc721:0x${'ab'.repeat(20)}/${'9'.repeat(78)}`)).toBeNull()
  })
})
