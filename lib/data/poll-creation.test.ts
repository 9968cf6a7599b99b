import type { Address } from 'viem'
import { expect, it } from 'vitest'
import type { PollRow } from '@/lib/data/governance-types'
import { pollableLips } from '@/lib/data/poll-creation'
import type { LipView } from '@/lib/lips/lips'

const commit = 'a'.repeat(40)
const poll: Address = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const lip = (number: string, part: Partial<LipView> = {}): LipView => ({
  number,
  title: `LIP ${number}`,
  status: 'proposed',
  created: null,
  partOf: null,
  text: '',
  ...part,
})
const row = (text: PollRow['text']) => ({ address: poll, text }) as const
const late = { state: 'late', reason: '', next: '' } as const
const of = (title: string | null, number: string | null) =>
  ({ state: 'ready', value: { title, lip: number } }) as const

it('offers proposed LIPs that are whole and have no poll, and says why not', () => {
  const lips = [lip('9'), lip('8', { status: 'draft' }), lip('7'), lip('6', { partOf: '9' }), lip('5')]
  expect(pollableLips({ commit, lips }, [row(of('x', '007')), row(of('y', null))])).toEqual({
    commit,
    pollsKnown: true,
    lips: [
      { lip: '9', title: 'LIP 9', created: null, not: null },
      { lip: '7', title: 'LIP 7', created: null, not: { reason: 'polled', poll } },
      { lip: '6', title: 'LIP 6', created: null, not: { reason: 'part-of', lip: '9' } },
      { lip: '5', title: 'LIP 5', created: null, not: null },
    ],
  })
})

it('says when a poll may have been missed', () => {
  expect(pollableLips({ commit, lips: [] }, null).pollsKnown).toBe(false)
  expect(pollableLips({ commit, lips: [] }, [row(late)]).pollsKnown).toBe(false)
  expect(pollableLips({ commit, lips: [] }, []).pollsKnown).toBe(true)
})
