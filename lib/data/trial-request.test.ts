import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostCalls, parseTrial } from '@/lib/data/trial-request'

const call = { target: `0x${'aB'.repeat(20)}`, valueWei: '7', calldata: '0xABcd' }
const descriptionHash = `0x${'1'.repeat(64)}`

describe('a trial that is asked for', () => {
  it('is read with amounts as integers', () => {
    expect(parseTrial({ calls: [call], descriptionHash })).toEqual({
      ok: true,
      parts: {
        descriptionHash,
        calls: [{ target: '0xABaBaBaBABabABabAbAbABAbABabababaBaBABaB', valueWei: 7n, calldata: '0xabcd' }],
      },
    })
  })

  it.each([
    ['no calls', { calls: [], descriptionHash }],
    ['too many calls', { calls: Array.from({ length: mostCalls + 1 }, () => call), descriptionHash }],
    ['too much calldata', { calls: [{ ...call, calldata: `0x${'00'.repeat(40_001)}` }], descriptionHash }],
    ['half a byte', { calls: [{ ...call, calldata: '0x123' }], descriptionHash }],
    ['too much ETH', { calls: [{ ...call, valueWei: (2n ** 256n).toString() }], descriptionHash }],
    ['a number for an amount', { calls: [{ ...call, valueWei: 7 }], descriptionHash }],
    ['a negative amount', { calls: [{ ...call, valueWei: '-7' }], descriptionHash }],
    ['no address', { calls: [{ ...call, target: 'treasury.eth' }], descriptionHash }],
    ['more than a trial', { calls: [call], descriptionHash, from: call.target }],
    ['no hash', { calls: [call] }],
  ])('is refused with %s', (_, body) => {
    expect(parseTrial(body)).toMatchObject({ ok: false, message: expect.any(String) })
  })

  it('throws on nothing', () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        expect(parseTrial(body).ok).toBe(false)
      }),
    )
  })
})
