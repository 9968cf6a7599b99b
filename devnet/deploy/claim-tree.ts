import { type Address, concat, encodePacked, type Hex, keccak256 } from 'viem'

/** One delegator's entry in the list of stake that can be claimed; amounts in wei (contracts.md 12.2). */
export interface ClaimLeaf {
  delegator: Address
  /** Orchestrator on Ethereum; the zero address for a delegator that had none. */
  delegate: Address
  stakeWei: bigint
  feesWei: bigint
}

export interface ClaimTree {
  root: Hex
  /** Throws for an entry that is not in the list. */
  proof(leaf: ClaimLeaf): Hex[]
}

/** The 104 bytes that stand for an entry, as the published snapshot file lists them (contracts.md 12.4). */
export function packClaim({ delegator, delegate, stakeWei, feesWei }: ClaimLeaf): Hex {
  return encodePacked(['address', 'address', 'uint256', 'uint256'], [delegator, delegate, stakeWei, feesWei])
}

/** Hash by which an entry is in the tree: of the packed values. */
export function claimLeafHash(claim: ClaimLeaf): Hex {
  return keccak256(packClaim(claim))
}

function hashPair(a: Hex, b: Hex): Hex {
  return keccak256(a < b ? concat([a, b]) : concat([b, a]))
}

/** Levels from the leaves to the root; a last node without a partner goes up as it is (contracts.md 12.4). */
function levelsOf(leaves: readonly Hex[]): Hex[][] {
  let level = [...new Set(leaves)].sort()
  const levels = [level]
  while (level.length > 1) {
    const above: Hex[] = []
    for (let index = 0; index < level.length; index += 2) {
      const [left, right] = [level[index] as Hex, level[index + 1]]
      above.push(right === undefined ? left : hashPair(left, right))
    }
    level = above
    levels.push(level)
  }
  return levels
}

/** Tree over the hashes of leaves, in any order. Throws for an empty list, which has no root. */
export function merkleTree(leaves: readonly Hex[]): { root: Hex; proof(leaf: Hex): Hex[] } {
  const levels = levelsOf(leaves)
  const root = levels.at(-1)?.[0]
  if (root === undefined) throw new Error('A tree needs a leaf')
  return {
    root,
    proof: (leaf) => {
      let index = levels[0]?.indexOf(leaf) ?? -1
      if (index < 0) throw new Error(`${leaf} is not a leaf of the tree`)
      const siblings: Hex[] = []
      for (const level of levels.slice(0, -1)) {
        const sibling = level[index ^ 1]
        if (sibling !== undefined) siblings.push(sibling)
        index >>= 1
      }
      return siblings
    },
  }
}

/** The tree of a list of claims. Throws for an empty list. */
export function claimTree(claims: readonly ClaimLeaf[]): ClaimTree {
  const tree = merkleTree(claims.map(claimLeafHash))
  return { root: tree.root, proof: (leaf) => tree.proof(claimLeafHash(leaf)) }
}
