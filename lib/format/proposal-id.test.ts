import { describe, expect, it } from 'vitest'
import { parseProposalId } from './proposal-id'

describe('a proposal id', () => {
  it.each([
    '1',
    '53242698659079077435767807682230856934668274106987091767261178072518644813661',
    `${2n ** 256n - 1n}`,
  ])('is %s', (text) => {
    expect(parseProposalId(text)).toBe(text)
  })

  it.each([
    '',
    '0',
    '01',
    '-1',
    '1e5',
    '0x1',
    ' 1',
    '1.0',
    `${2n ** 256n}`,
    '9'.repeat(79),
    'create-proposal',
  ])('is not %j', (text) => {
    expect(parseProposalId(text)).toBeNull()
  })
})
