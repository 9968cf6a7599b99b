import { type Address, concat, type Hex, keccak256, padHex, toHex } from 'viem'
import { describe, expect, test } from 'vitest'
import { type ClaimLeaf, claimLeafHash, claimTree, merkleTree } from '@/devnet/deploy/claim-tree'

const leaf = (index: number): Hex => keccak256(toHex(index))
/** Folds a proof as the contract does. */
const fold = (start: Hex, proof: readonly Hex[]) =>
  proof.reduce(
    (node, sibling) => keccak256(node < sibling ? concat([node, sibling]) : concat([sibling, node])),
    start,
  )

describe('the tree of claims', () => {
  test('one leaf is its own root, two are hashed in sorted order', () => {
    const [a, b] = [leaf(1), leaf(2)].sort() as [Hex, Hex]
    expect(merkleTree([a])).toMatchObject({ root: a })
    expect(merkleTree([b, a]).root).toBe(keccak256(concat([a, b])))
  })

  test('a third one goes up as it is', () => {
    const [a, b, c] = [leaf(1), leaf(2), leaf(3)].sort() as [Hex, Hex, Hex]
    const pair = keccak256(concat([a, b]))
    const tree = merkleTree([c, b, a, b])
    expect(tree.root).toBe(keccak256(pair < c ? concat([pair, c]) : concat([c, pair])))
    expect(tree.proof(c)).toEqual([pair])
    expect(tree.proof(a)).toEqual([b, c])
  })

  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 31, 33])('every proof of %i leaves leads to the root', (count) => {
    const leaves = Array.from({ length: count }, (_, index) => leaf(index))
    const tree = merkleTree(leaves)
    for (const one of leaves) expect(fold(one, tree.proof(one))).toBe(tree.root)
  })

  test('order and repetition change nothing; who is not listed has no proof; an empty list has no root', () => {
    const address = (index: number): Address => padHex(toHex(index + 1), { size: 20 })
    const claims: ClaimLeaf[] = [1, 2, 3, 4].map((index) => ({
      delegator: address(index),
      delegate: address(0),
      stakeWei: BigInt(index),
      feesWei: 0n,
    }))
    const tree = claimTree(claims)
    const [first] = claims as [ClaimLeaf]
    expect(claimTree([...claims].reverse().concat(first)).root).toBe(tree.root)
    expect(fold(claimLeafHash(first), tree.proof(first))).toBe(tree.root)
    expect(() => tree.proof({ ...first, stakeWei: 9n })).toThrow('is not a leaf of the tree')
    expect(() => claimTree([])).toThrow('A tree needs a leaf')
  })
})
