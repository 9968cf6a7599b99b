import { describe, expect, it } from 'vitest'
import { detailWords, kindWords, otherHref, typeWords, whoHref } from '@/components/network/event-words'
import { eventsCsv } from '@/components/network/events-csv'
import { type EventRow, proposalOf } from '@/lib/data/event-rows'
import { allEventTypes } from '@/lib/data/event-types'

const other = '0x00000000000000000000000000000000000000Aa'

describe('words of an event', () => {
  it.each([
    ['pollCreated', '26500000', 'open until L1 block 26,500,000'],
    ['rewardTokens', '556000', 'inflation 0.05560%'],
    ['parameter', 'unbondingPeriod', 'unbondingPeriod'],
    ['unbond', '4257', 'withdrawable from round 4,257'],
    ['cuts', '150000/600000', 'reward cut 15.00%, fee cut 40.00%'],
    ['pollVote', '0', 'yes'],
    ['pollVote', '1', 'no'],
    ['pollVote', '7', 'choice 7, which counts for nothing'],
    ['treasuryVote', 'Abstain/123', 'abstained, with its whole power before overrides'],
    ['serviceUri', '<b>https://x</b>', '<b>https://x</b>'],
  ] as const)('%s %s', (kind, detail, words) => {
    expect(detailWords({ kind, detail })).toBe(words)
  })
  it('lead to the page the other account is known on', () => {
    expect(otherHref({ kind: 'bond', other })).toBe(`/accounts/${other.toLowerCase()}/orchestrating`)
    expect(otherHref({ kind: 'ticketWon', other })).toBe(`/accounts/${other.toLowerCase()}/broadcasting`)
    expect(otherHref({ kind: 'pollVote', other })).toBe(`/voting/${other.toLowerCase()}`)
    expect(otherHref({ kind: 'bond', other: null })).toBeNull()
  })
  it('lead to the page its own account is known on', () => {
    const who = other
    expect(whoHref({ kind: 'reward', who })).toBe(`/accounts/${who.toLowerCase()}/orchestrating`)
    expect(whoHref({ kind: 'deposit', who })).toBe(`/accounts/${who.toLowerCase()}/broadcasting`)
    expect(whoHref({ kind: 'unbond', who })).toBe(`/accounts/${who.toLowerCase()}/delegating`)
    expect(whoHref({ kind: 'paused', who: null })).toBeNull()
    expect(otherHref({ kind: 'pollCreated', other })).toBe(`/voting/${other.toLowerCase()}`)
  })
  it('are there for every type and kind, each its own', () => {
    expect(new Set(allEventTypes.map(typeWords)).size).toBe(allEventTypes.length)
    const titles = Object.values(kindWords).map(({ title }) => title)
    expect(new Set(titles).size).toBe(titles.length)
    expect(titles.every((title) => /^[A-Z]\w+/.test(title))).toBe(true)
  })
  it('name the proposal of a treasury vote only', () => {
    expect(proposalOf({ kind: 'treasuryVote', detail: 'For/99' })).toBe('99')
    expect(proposalOf({ kind: 'cuts', detail: '1/2' })).toBeNull()
  })
})

describe('eventsCsv', () => {
  it('writes exact amounts and never a formula', () => {
    const row: EventRow = {
      id: 'a-1',
      kind: 'serviceUri',
      timestamp: 1_780_000_000,
      round: 4250,
      block: 7,
      logIndex: 1,
      tx: '0xab',
      who: null,
      sender: null,
      lptWei: 1n,
      ethWei: null,
      other: null,
      detail: '=HYPERLINK("x")',
    }
    expect(eventsCsv([row]).split('\r\n')[1]).toBe(
      `2026-05-28T20:26:40Z,4250,7,1,0xab,serviceUri,Set its service address,0.000000000000000001,,,"'=HYPERLINK(""x"")",,`,
    )
  })
})
