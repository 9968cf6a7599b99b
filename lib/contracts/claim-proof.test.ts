import { zeroAddress } from 'viem'
import { describe, expect, it } from 'vitest'
import { claimLeaf, readClaimList, rootOfProof } from '@/lib/contracts/claim-proof'

const pad = (value: bigint, bytes: number) => value.toString(16).padStart(bytes * 2, '0')
const packed = (account: bigint, delegate: bigint, stake: bigint, fees: bigint) =>
  `0x${pad(account, 20)}${pad(delegate, 20)}${pad(stake, 32)}${pad(fees, 32)}`
const accountOf = (account: bigint): `0x${string}` => `0x${pad(account, 20)}`

/** contracts.md 13.6. */
it('hashes an entry as the contract does', () => {
  const entry = { delegator: accountOf(0xaan), delegate: accountOf(0xbbn), stakeWei: 123n, feesWei: 456n }
  expect(claimLeaf(entry)).toBe('0xeba4f9873b7d33b28b7cd8489a097bb49cf47cbee7a6b5f9a401e7c02763808b')
})

describe.each([1, 2, 3, 5, 8, 13])('a list of %i', (count) => {
  const file = Array.from({ length: count }, (_item, index) => packed(BigInt(index + 1), 9n, 7n, 3n))
  const list = readClaimList([...file, file[0]])

  it('proves each of its entries and no other', () => {
    if (list.state === 'unreadable') throw new Error(list.problem)
    for (let index = 1n; index <= BigInt(count); index += 1n) {
      const found = list.find(accountOf(index))
      if (!found) throw new Error('not listed')
      expect(found.entry).toEqual({
        delegator: accountOf(index),
        delegate: accountOf(9n),
        stakeWei: 7n,
        feesWei: 3n,
      })
      expect(rootOfProof(claimLeaf(found.entry), found.proof)).toBe(list.root)
      const other = claimLeaf({ ...found.entry, stakeWei: 8n })
      expect(rootOfProof(other, found.proof)).not.toBe(list.root)
    }
    expect(list.find(zeroAddress)).toBeNull()
  })
})

it.each([
  ['nothing', null],
  ['no entries', []],
  ['a text', ['hello']],
  ['an entry that is too short', ['0x00']],
  ['an object', { list: [] }],
])('refuses %s', (_name, file) => {
  const list = readClaimList(file)
  expect(list.state).toBe('unreadable')
  if (list.state === 'unreadable') expect(list.problem).toMatch(/^The snapshot .*\.$/)
})
