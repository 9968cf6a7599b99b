import { describe, expect, it } from 'vitest'
import { pollTitle } from '@/components/governance/poll-words'
import { actionsPhrase, proposalTitle } from '@/components/governance/proposal-words'
import { pollStateWords, proposalStateWords } from '@/components/governance/state-words'
import type { ListedVote } from '@/components/governance/vote-list'
import { votesCsv } from '@/components/governance/votes-csv'
import type { ActionView } from '@/lib/data/governance-types'
import { proposalStates } from '@/lib/protocol/treasury-vote'

const LPT = 10n ** 18n
const address = '0x1111111111111111111111111111111111111111'

describe('a proposal in words', () => {
  it('has a word and a meaning for every state', () => {
    for (const state of proposalStates) {
      const { label, meaning } = proposalStateWords({ state, verdict: 'rejected' })
      expect(label).toMatch(/^[A-Z]/)
      expect(meaning).toMatch(/\.$/)
    }
  })

  it('does not call a missed quorum a rejection', () => {
    expect(proposalStateWords({ state: 'defeated', verdict: 'quorum-not-met' }).label).toBe('Quorum not met')
    expect(proposalStateWords({ state: 'defeated', verdict: 'rejected' }).label).toBe('Rejected')
    const poll = { quorumP6: 333_300n, quotaP6: 500_000n }
    expect(pollStateWords({ ...poll, state: 'quorum-not-met' }).meaning).toContain('33.33%')
    expect(pollStateWords({ ...poll, state: 'rejected' }).meaning).toContain('not more than 50%')
  })

  const call: ActionView = {
    kind: 'call',
    target: address,
    contract: null,
    selector: null,
    calldata: '0x',
    ethWei: 0n,
  }
  it.each<[string, ActionView[]]>([
    ['pays 12.5k LPT', [{ kind: 'lpt-transfer', to: address, amountWei: 12_500n * LPT }]],
    [
      'pays 3.00 LPT and 2.5 ETH, 1 other action',
      [
        { kind: 'lpt-transfer', to: address, amountWei: LPT },
        { kind: 'lpt-transfer', to: address, amountWei: 2n * LPT },
        { kind: 'eth-transfer', to: address, ethWei: LPT / 2n },
        { ...call, ethWei: 2n * LPT },
      ],
    ],
    ['2 actions', [call, call]],
    ['moves nothing', [{ kind: 'lpt-transfer', to: address, amountWei: 0n }]],
  ])('%s', (phrase, actions) => {
    expect(actionsPhrase(actions)).toBe(phrase)
  })

  it('has a name without a title', () => {
    expect(proposalTitle({ id: `${'5'.repeat(70)}1234567`, title: null })).toBe('Proposal 5555…4567')
    expect(proposalTitle({ id: '1', title: 'Pay Q' })).toBe('Pay Q')
  })
})

describe('a poll in words', () => {
  it.each([
    [{ lip: '118', title: 'Reward caller' }, 'LIP-118: Reward caller'],
    [{ lip: '118', title: null }, 'LIP-118'],
    [{ lip: null, title: 'No number' }, 'No number'],
    [{ lip: null, title: null }, 'Poll 0x1111…1111'],
  ])('%o is %s', (value, title) => {
    expect(pollTitle({ address, text: { state: 'ready', value } })).toBe(title)
  })

  it('has a name while its text cannot be read', () => {
    expect(pollTitle({ address, text: { state: 'failed', reason: 'x', next: 'y' } })).toBe('Poll 0x1111…1111')
  })
})

describe('votes as a file', () => {
  const vote: ListedVote = {
    voter: address,
    side: 'for',
    weightWei: 3n * LPT + 1n,
    movedAwayWei: LPT,
    countedWei: 2n * LPT + 1n,
    delegate: address,
    votedAt: 1_700_000_000,
    hash: `0x${'ab'.repeat(32)}`,
    reason: 'Yes, "indeed"\nno',
  }

  it('are exact, one line each, quoted where they must be', () => {
    const [head, line, ...rest] = votesCsv([
      vote,
      { ...vote, delegate: null, votedAt: null, hash: null, reason: null },
    ]).split('\r\n')
    expect(head?.split(',')).toHaveLength(9)
    expect(line).toBe(
      `${address},for,2.000000000000000001,3.000000000000000001,1,${address},2023-11-14T22:13:20Z,0x${'ab'.repeat(32)},"Yes, ""indeed""\nno"`,
    )
    expect(rest).toEqual([`${address},for,2.000000000000000001,3.000000000000000001,1,,,,`, ''])
  })

  it.each(['=1+1', ' =1+1', '+1', '-1', '@x', '\t=1', '\n=cmd'])(
    'do not run %j in a spreadsheet',
    (reason) => {
      const line = votesCsv([{ ...vote, reason }]).split('\r\n')[1] ?? ''
      expect(line.slice(line.lastIndexOf('abab') + 4)).toMatch(/^,"?'/)
    },
  )
})
