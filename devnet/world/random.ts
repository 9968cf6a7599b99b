import { createHash } from 'node:crypto'
import type { Address } from 'viem'

/** A stream of numbers that depends on its seed only (xoshiro128**). */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number
  /** Uniform integer in [from, to]. */
  integer(from: number, to: number): number
  chance(probability: number): boolean
  /** Throws on an empty list. */
  pick<T>(items: readonly T[]): T
  /** Uniform in [0, limit), exact for any size. */
  wei(limit: bigint): bigint
  /** Normal with mean 0 and deviation 1. */
  normal(): number
  /** Items in a new order. */
  shuffle<T>(items: readonly T[]): T[]
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by))
}

export function createRandom(seed: string): Random {
  const digest = createHash('sha256').update(seed).digest()
  const state: [number, number, number, number] = [
    digest.readUInt32LE(0),
    digest.readUInt32LE(4),
    digest.readUInt32LE(8),
    digest.readUInt32LE(12),
  ]
  const next32 = (): number => {
    const result = Math.imul(rotate(Math.imul(state[1], 5), 7), 9) >>> 0
    const shifted = state[1] << 9
    state[2] ^= state[0]
    state[3] ^= state[1]
    state[1] ^= state[2]
    state[0] ^= state[3]
    state[2] ^= shifted
    state[3] = rotate(state[3], 11)
    return result
  }
  const next = () => next32() / 2 ** 32
  const integer = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[integer(0, items.length - 1)]
      if (item === undefined) throw new Error('Cannot pick from an empty list')
      return item
    },
    wei: (limit) => {
      let value = 0n
      for (let bits = 0; bits < 256; bits += 32) value = (value << 32n) | BigInt(next32())
      return limit <= 0n ? 0n : value % limit
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    shuffle: (items) => {
      const copy = [...items]
      for (let last = copy.length - 1; last > 0; last--) {
        const other = integer(0, last)
        const kept = copy[last] as (typeof copy)[number]
        copy[last] = copy[other] as (typeof copy)[number]
        copy[other] = kept
      }
      return copy
    },
  }
}

/** The account number `index` of a kind in a seed's world: an address nobody holds a key for. */
export function worldAddress(seed: string, kind: string, index: number): Address {
  const digest = createHash('sha256').update(`${seed}/${kind}/${index}`).digest('hex')
  return `0x${digest.slice(0, 40)}`
}
