import { expect, it } from 'vitest'
import { openVotes } from '@/components/overview/open-votes'
import type { PollRow, ProposalRow } from '@/lib/data/governance-types'

const poll = (digit: string, state: PollRow['state'], at: number | null): PollRow =>
  ({
    address: `0x${digit.repeat(40)}`,
    text: { state: 'ready', value: { lip: 1, title: digit } },
    state,
    endsAt: at === null ? null : { at, estimated: true },
    supportP9: null,
    participationP9: null,
  }) as unknown as PollRow
const proposal = (id: string, state: ProposalRow['state'], at: number): ProposalRow =>
  ({
    id,
    title: id,
    state,
    closesAt: { at, estimated: true },
    supportP9: null,
    participationP9: null,
  }) as ProposalRow

it('are those that take votes now; the one that closes first is first, an unknown end is last', () => {
  const votes = openVotes(
    [poll('a', 'open', 300), poll('b', 'rejected', 10), poll('c', 'open', null)],
    [proposal('1', 'active', 200), proposal('2', 'pending', 5), proposal('3', 'executed', 1)],
  )
  expect(votes.map(({ href }) => href)).toEqual([
    '/treasury/1',
    `/voting/0x${'a'.repeat(40)}`,
    `/voting/0x${'c'.repeat(40)}`,
  ])
})
