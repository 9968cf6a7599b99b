import { describe, expect, it } from 'vitest'
import { accountName, unresolvedPage } from '@/lib/ens/account-name'
import { normalName, recordedName } from '@/lib/ens/clean-name'

describe('a name', () => {
  it.each([
    ['demo.local-network.eth', 'demo.local-network.eth'],
    [' Demo.Local-Network.ETH ', 'demo.local-network.eth'],
    ['straße.eth', 'straße.eth'],
    ['👩‍🚀.eth', '👩‍🚀.eth'],
  ])('%j is %j in its normal form', (text, name) => expect(normalName(text)).toBe(name))

  it.each([
    '',
    'eth',
    'a..eth',
    '.eth',
    'two words.eth',
    'dem\u043e.eth',
    'left\u202eright.eth',
    '<script>.eth',
    '../x.eth',
    `${'a'.repeat(300)}.eth`,
  ])('%j is none', (text) => expect(normalName(text)).toBeNull())

  it('of a record counts only in its normal form', () => {
    expect(recordedName('demo.eth')).toBe('demo.eth')
    expect(recordedName('Demo.eth')).toBeNull()
    expect(recordedName(' demo.eth')).toBeNull()
    expect(recordedName('de\u200bmo.eth')).toBeNull()
  })

  it('is taken from a path, escapes and all', () => {
    expect(accountName('Demo.eth')).toBe('demo.eth')
    expect(accountName('stra%C3%9Fe.eth')).toBe('straße.eth')
    expect(accountName('%zz.eth')).toBeNull()
    expect(accountName('0x12')).toBeNull()
  })

  it('that could not be looked up leaves a page without anything to run', () => {
    const html = unresolvedPage('a<b>&"\'.eth', { reason: '<script>x</script>', next: 'Wait.' })
    expect(html).not.toMatch(/<script|<b>/)
    expect(html).toContain('The name could not be looked up')
  })
})
