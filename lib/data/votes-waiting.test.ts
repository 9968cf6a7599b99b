import { expect, test } from 'vitest'
import type { AccountVotesView } from '@/lib/data/account-votes'
import type { PollRow, ProposalRow } from '@/lib/data/governance-types'
import { votesWaiting } from '@/lib/data/votes-waiting'

const account = '0x1111111111111111111111111111111111111111'
const [first, second] = [
  '0xAbcdef0000000000000000000000000000000001',
  '0xAbcdef0000000000000000000000000000000002',
] as const
const poll = (address: `0x${string}`, state: PollRow['state']) => ({ address, state }) as PollRow
const proposal = (id: string, state: ProposalRow['state']) => ({ id, state }) as ProposalRow
const polls = { rows: [poll(first, 'open'), poll(second, 'open'), poll(account, 'passed')] }
const treasury = { rows: [proposal('1', 'active'), proposal('2', 'active'), proposal('3', 'pending')] }
const votes = (cast: Partial<AccountVotesView>): AccountVotesView => ({
  account,
  polls: {},
  proposals: {},
  orchestrator: null,
  ...cast,
})

test('open votes wait until they are cast, whatever the choice', () => {
  expect(votesWaiting(account, votes({}), polls, treasury)).toEqual({ account, polls: 2, proposals: 2 })
  const cast = votes({ polls: { [first.toLowerCase()]: 'no' }, proposals: { 2: 'abstain' } })
  expect(votesWaiting(account, cast, polls, treasury)).toEqual({ account, polls: 1, proposals: 1 })
})

test('a list that is missing is not an empty one', () => {
  expect(votesWaiting(account, votes({}), { rows: null }, treasury).polls).toBeNull()
  expect(votesWaiting(account, votes({}), polls, { rows: null }).proposals).toBeNull()
  expect(votesWaiting(account, null, polls, treasury)).toEqual({ account, polls: null, proposals: null })
})
