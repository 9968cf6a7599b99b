import { describe, expect, it } from 'vitest'
import { createReason, creatorWords, publishReason } from '@/components/governance/poll-create-model'

const LPT = 10n ** 18n
const account = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const may = { account, neededWei: 100n * LPT, ownWei: 0n, delegatedWei: 100n * LPT, may: true } as const
const short = { ...may, ownWei: 40n * LPT, delegatedWei: 60n * LPT, may: false }
const wallet = { status: 'connected', address: account, chainId: 31337, connectorName: null } as const
const state = { wallet, creator: may, textKnown: true, busy: false, cid: null }

describe('creating a poll', () => {
  it('says whether the account may, and what to do where it may not', () => {
    expect(creatorWords(may)).toEqual({ may: true, title: 'This account can create polls.', next: null })
    const { title, next } = creatorWords(short)
    expect(title).toMatch(/needs 100 LPT of stake.* It has 60 LPT\.$/)
    expect(next).toMatch(/^Delegate 60 LPT more/)
  })

  it('publishes first, then creates', () => {
    expect(publishReason(state)).toBeNull()
    expect(createReason(state)).toMatch(/^Publish the text first/)
    const published = { ...state, cid: 'Qm' }
    expect(publishReason(published)).toBe('The text is published.')
    expect(createReason(published)).toBeNull()
  })

  it.each([
    [{ busy: true }, 'One moment.'],
    [{ creator: null }, 'Reading your stake.'],
    [{ creator: short }, 'This account has too little stake to create polls.'],
    [{ wallet: { ...wallet, status: 'wrong-chain' as const } }, /another network/],
  ])('names what is in the way', (part, words) => {
    expect(publishReason({ ...state, ...part })).toMatch(words)
    expect(createReason({ ...state, ...part, cid: 'Qm' })).toMatch(words)
  })

  it('waits for the text', () => {
    expect(publishReason({ ...state, textKnown: false })).toBe('Reading the text of the LIP.')
  })
})
