import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAddressText, lowerAddress, shortenAddress, shortenHash } from './address'
import { checksumAddress, parseAddress } from './address-checksum'

const CHECKSUMMED = '0x35Bcf3c30594191d53231E4FF333E8A770453e40'
const LOWER = '0x35bcf3c30594191d53231e4ff333e8a770453e40'

test('short forms', () => {
  expect(shortenAddress(CHECKSUMMED)).toBe('0x35Bc…3e40')
  expect(shortenAddress('0x12')).toBe('0x12')
  expect(shortenHash(`0x${'ab'.repeat(32)}`)).toBe('0xababab…abab')
  expect(shortenHash('0x1234')).toBe('0x1234')
})

test('letter cases', () => {
  expect(isAddressText(CHECKSUMMED)).toBe(true)
  expect(isAddressText('0x123')).toBe(false)
  expect(isAddressText(`${CHECKSUMMED}0`)).toBe(false)
  expect(isAddressText(`0x${'g'.repeat(40)}`)).toBe(false)
  expect(lowerAddress(CHECKSUMMED)).toBe(LOWER)
  expect(checksumAddress(LOWER)).toBe(CHECKSUMMED)
})

describe('parseAddress', () => {
  test.each([CHECKSUMMED, LOWER, ` ${LOWER}\n`, `0x${LOWER.slice(2).toUpperCase()}`])('takes %j', (text) => {
    expect(parseAddress(text)).toEqual({ ok: true, address: LOWER })
  })

  test.each([
    ['', 'not-an-address'],
    ['0x', 'not-an-address'],
    [LOWER.slice(0, -1), 'not-an-address'],
    [LOWER.slice(2), 'not-an-address'],
    ['orchestrator.example.eth', 'not-an-address'],
    [CHECKSUMMED.replace('35Bc', '35bC'), 'bad-checksum'],
    [CHECKSUMMED.replace('e40', 'e41'), 'bad-checksum'],
  ])('refuses %j: %s', (text, reason) => {
    expect(parseAddress(text)).toEqual({ ok: false, reason })
  })

  test('any 20 bytes survive checksum and parse', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 160n - 1n }), (value) => {
        const address = `0x${value.toString(16).padStart(40, '0')}` as const
        expect(parseAddress(checksumAddress(address))).toEqual({ ok: true, address })
      }),
    )
  })
})
