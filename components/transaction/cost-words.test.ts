import { describe, expect, it } from 'vitest'
import { costNotes, costSentence, fiatWords } from './cost-words'

const cost = { state: 'known', wei: 6_123_456_789_012n, gas: 612_345n, unestimated: 0, local: false } as const
const price = {
  state: 'known',
  currency: 'usd',
  priceP8: 2_000n * 10n ** 8n,
  source: 's',
  stale: false,
} as const

describe('the cost in ETH', () => {
  it('has as many decimals as a fee on a rollup needs', () => {
    expect(costSentence(cost)).toBe('About 0.00000612 ETH')
  })

  it('says that the data part is included where the chain estimated every step', () => {
    expect(costNotes(cost).join(' ')).toContain('posting its data to Ethereum is included')
  })

  it('claims no data part for a step counted with its usual size', () => {
    const notes = costNotes({ ...cost, unestimated: 1 }).join(' ')
    expect(notes).not.toContain('is included')
    expect(notes).toContain('without the part for its data')
  })

  it('is labelled on the local network as lacking that part', () => {
    const notes = costNotes({ ...cost, local: true }).join(' ')
    expect(notes).toContain('no L1 data part')
    expect(notes).not.toContain('is included')
  })
})

describe('the cost in a currency', () => {
  it('is rounded up to the smallest unit', () => {
    expect(fiatWords(cost.wei, price)).toEqual({ text: '$0.02', quiet: false })
  })

  it('says when the price is an earlier one', () => {
    expect(fiatWords(cost.wei, { ...price, stale: true }).text).toBe('$0.02 at an earlier price of ETH')
  })

  it('is said to be unavailable, with the reason and without any figure', () => {
    const words = fiatWords(cost.wei, { state: 'unknown', reason: 'No source.' })
    expect(words).toEqual({ text: 'Price unavailable: No source.', quiet: true })
    expect(words.text).not.toMatch(/\d/)
  })
})
