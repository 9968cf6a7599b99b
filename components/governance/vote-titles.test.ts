import { expect, it } from 'vitest'
import { pollPageTitle, proposalPageTitle } from '@/components/governance/vote-titles'

const address = '0xcfe53426950562347a6D2B90bE99D98167eac32d'
const id = '53245512345678901234567890123456789012345678901234567890123456789012345673661'

it('tells a copy of a title apart by its address or id, and cuts long ones before it', () => {
  const text = { state: 'ready', value: { lip: '101', title: 'Longer rounds' } } as const
  expect(pollPageTitle({ address, text })).toBe('LIP-101: Longer rounds · Poll 0xcfe5…c32d')
  expect(proposalPageTitle({ id, title: 'A radio' })).toBe('A radio · Proposal 5324…3661')
  const long = proposalPageTitle({ id, title: 'x'.repeat(10_000) })
  expect(long.length).toBeLessThanOrEqual(110)
  expect(long.endsWith('· Proposal 5324…3661')).toBe(true)
})

it('does not say an address or id twice where there is no title', () => {
  const text = { state: 'failed', reason: 'It did not answer.', next: 'Reload.' } as const
  expect(pollPageTitle({ address, text })).toBe('Poll 0xcfe5…c32d')
  expect(proposalPageTitle({ id, title: null })).toBe('Proposal 5324…3661')
})
