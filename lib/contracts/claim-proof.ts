import { concat, encodePacked, type Hex, isHex, keccak256 } from 'viem'
import type { Address } from '@/lib/protocol/types'

/** One account's entry in the list of stake left on Ethereum; LPT and ETH in wei (contracts.md 12.2). */
interface ClaimEntry {
  readonly delegator: Address
  /** Orchestrator on Ethereum; the zero address for an account that had none. */
  readonly delegate: Address
  readonly stakeWei: bigint
  readonly feesWei: bigint
}

/** Bytes of a packed entry: two addresses and two whole numbers. */
const ENTRY_BYTES = 104
/** The published list has some five thousand entries; more than this is not it. */
const MOST_ENTRIES = 100_000

/** The leaf of an entry: the hash of its packed values (contracts.md 12.2). */
export function claimLeaf({ delegator, delegate, stakeWei, feesWei }: ClaimEntry): Hex {
  return keccak256(
    encodePacked(['address', 'address', 'uint256', 'uint256'], [delegator, delegate, stakeWei, feesWei]),
  )
}

function hashPair(a: Hex, b: Hex): Hex {
  return keccak256(a < b ? concat([a, b]) : concat([b, a]))
}

/** The root that a leaf and its proof lead to: each pair is hashed smaller first (contracts.md 12.4). */
export function rootOfProof(leaf: Hex, proof: readonly Hex[]): Hex {
  return proof.reduce<Hex>((node, sibling) => hashPair(node, sibling.toLowerCase() as Hex), leaf)
}

/** Id under which the L2Migrator looks its list up: keccak256 of "LIP-73" (contracts.md 12.2). */
export const CLAIM_LIST_ID = '0xacef05f736f89c16facc0f940c13f4c3a386cf48a9b54b50f59defd8b301c40a'

/** A list read from a snapshot file. */
export interface ClaimList {
  readonly state: 'read'
  readonly root: Hex
  find(account: Address): ClaimProof | null
}

/** What a file is as a list; `problem` is a sentence for people. */
type ReadList = ClaimList | { readonly state: 'unreadable'; readonly problem: string }

/** An entry with the way from it to the root. */
export interface ClaimProof {
  readonly entry: ClaimEntry
  readonly proof: readonly Hex[]
}

/**
 * Reads a snapshot file: a JSON list of packed entries of 104 bytes, as published (contracts.md 12.4). Says nothing about
 * whether it is the list the chain knows: compare `root` with `MerkleSnapshot.snapshot` before use.
 */
export function readClaimList(file: unknown): ReadList {
  if (!Array.isArray(file) || file.length === 0) return unreadable('The snapshot is not a list of entries.')
  if (file.length > MOST_ENTRIES)
    return unreadable('The snapshot has more entries than the published one can have.')
  const packed: Hex[] = []
  for (const item of file as readonly unknown[]) {
    if (!isHex(item) || item.length !== 2 + 2 * ENTRY_BYTES) {
      return unreadable('The snapshot holds something that is not an entry.')
    }
    packed.push(item.toLowerCase() as Hex)
  }
  const levels = levelsOf(packed.map((entry) => keccak256(entry)))
  const root = levels.at(-1)?.[0]
  if (root === undefined) return unreadable('The snapshot is empty.')
  return {
    state: 'read',
    root,
    find: (account) => {
      const own = packed.find((entry) => entry.startsWith(account.toLowerCase()))
      return own ? { entry: unpack(own), proof: proofOf(levels, keccak256(own)) } : null
    },
  }
}

function unreadable(problem: string): ReadList {
  return { state: 'unreadable', problem }
}

function unpack(packed: Hex): ClaimEntry {
  const part = (from: number, to: number): Hex => `0x${packed.slice(2 + 2 * from, 2 + 2 * to)}`
  return {
    delegator: part(0, 20),
    delegate: part(20, 40),
    stakeWei: BigInt(part(40, 72)),
    feesWei: BigInt(part(72, 104)),
  }
}

/** Sorted leaves without doubles, then each level above; a last node without a partner goes up as it is (contracts.md 12.4). */
function levelsOf(leaves: readonly Hex[]): Hex[][] {
  let level = [...new Set(leaves)].sort()
  const levels = [level]
  while (level.length > 1) {
    const above: Hex[] = []
    for (let index = 0; index < level.length; index += 2) {
      const left = level[index]
      const right = level[index + 1]
      if (left !== undefined) above.push(right === undefined ? left : hashPair(left, right))
    }
    level = above
    levels.push(level)
  }
  return levels
}

function proofOf(levels: readonly (readonly Hex[])[], leaf: Hex): Hex[] {
  let index = levels[0]?.indexOf(leaf) ?? -1
  const siblings: Hex[] = []
  for (const level of levels.slice(0, -1)) {
    const sibling = level[index ^ 1]
    if (sibling !== undefined) siblings.push(sibling)
    index >>= 1
  }
  return siblings
}
