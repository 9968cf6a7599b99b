import { describe, expect, it } from 'vitest'
import { addressMark } from '@/components/ui/address-mark-shape'

const address = '0xAbCdEf0123456789aBcDeF0123456789AbCdEf01'

describe('addressMark', () => {
  it('is the same for every letter case', () => {
    expect(addressMark(address)).toEqual(addressMark(address.toLowerCase()))
  })

  it('mirrors the left half', () => {
    const squares = [...addressMark(address).path.matchAll(/M(\d) (\d)h/g)].map(([, x, y]) => `${x},${y}`)
    expect(squares.length).toBeGreaterThan(0)
    for (const square of squares) {
      const [x, y] = square.split(',').map(Number)
      expect(squares).toContain(`${6 - (x ?? 0)},${y}`)
    }
  })

  it('draws something for an address of even digits only', () => {
    expect(addressMark(`0x${'0'.repeat(40)}`)).toEqual({ path: 'M3 3h1v1h-1z', hue: 0 })
  })
})
