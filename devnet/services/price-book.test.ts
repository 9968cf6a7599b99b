import { describe, expect, it } from 'vitest'
import { bookPrices, dollarsAt } from '@/devnet/services/price-book'

const start = 1_780_000_000
const days = Array.from({ length: 365 }, (_, day) => start + day * 86_400)

describe('the price book', () => {
  it('gives the index the prices that the price service answers with', () => {
    for (const at of days) {
      const eth = Number(bookPrices.ethPriceUsd(at).toString())
      expect(eth).toBe(dollarsAt('ethereum', at))
      expect(Number(bookPrices.lptPriceEth(at).toString()) * eth).toBeCloseTo(
        dollarsAt('livepeer', at) ?? 0,
        9,
      )
    }
  })

  it('moves from day to day, and stays within a fifth of the year’s middle', () => {
    const prices = days.map((at) => dollarsAt('livepeer', at) ?? 0)
    expect(new Set(prices).size).toBeGreaterThan(360)
    expect(Math.min(...prices)).toBeGreaterThan(2.41 * 0.8)
    expect(Math.max(...prices)).toBeLessThan(2.41 * 1.2)
  })

  it('moves the coins apart: LPT in ETH is no straight line', () => {
    const ratios = days.map((at) => Number(bookPrices.lptPriceEth(at).toString()))
    expect(Math.max(...ratios) / Math.min(...ratios)).toBeGreaterThan(1.1)
  })

  it('has no price of a coin it does not know', () => {
    for (const coin of ['bitcoin', '', 'toString']) expect(dollarsAt(coin, start)).toBeUndefined()
  })
})
