import { type Address, zeroAddress } from 'viem'
import { Batch } from '@/devnet/world/batch'
import { bondAction } from '@/devnet/world/delegator-actions'
import type { Story } from '@/devnet/world/story'

/** What the orchestrator outside lacks to the last one inside. */
const HAIR_WEI = 25n * 10n ** 16n

/** Members of the pool in the order of the list. */
export async function readPool(story: Story): Promise<Address[]> {
  const members: Address[] = []
  const read = (functionName: string, args: readonly unknown[]) =>
    story.session.read('BondingManager', functionName, args) as Promise<Address>
  let next = await read('getFirstTranscoderInPool', [])
  while (next !== zeroAddress) {
    members.push(next.toLowerCase() as Address)
    next = await read('getNextTranscoderInPool', [next])
  }
  return members
}

/**
 * Lets the largest registered orchestrator outside a full pool bond so much that it is out by a hair. Does nothing when there
 * is none outside, it lacks less already, or more than the deployer has left (a small world has few and large seats).
 */
export async function mineNearMiss(story: Story, round: number, block: number): Promise<Address | undefined> {
  const pool = await readPool(story)
  const last = pool.at(-1)
  const outside = [...story.registered]
    .sort((a, b) => a.index - b.index)
    .filter(({ address }) => !pool.includes(address))
  if (!last || outside.length === 0 || pool.length < story.size.activeSet[1]) return undefined
  const stakes = (await story.session.readMany(
    [last, ...outside.map(({ address }) => address)].map((address) => ({
      contract: 'BondingManager',
      functionName: 'transcoderTotalStake',
      args: [address],
    })),
  )) as bigint[]
  const [lastWei = 0n, ...outsideWei] = stakes
  const [nearest] = outside
    .map(({ address }, index) => ({ address, wei: outsideWei[index] ?? 0n }))
    // One that was pushed out and has grown since comes back only when its stake moves again.
    .filter(({ wei }) => wei < lastWei)
    .sort((a, b) => (a.wei < b.wei ? 1 : -1))
  const entry = nearest && story.book.get(nearest.address)
  if (!nearest || !entry) return undefined
  const missingWei = lastWei - HAIR_WEI - nearest.wei
  const fundsWei = (await story.session.read('LivepeerToken', 'balanceOf', [story.deployer])) as bigint
  if (missingWei > fundsWei) return undefined
  if (missingWei > 0n) {
    const batch = new Batch(story.session)
    batch.addCall(
      {
        from: story.deployer,
        contract: 'LivepeerToken',
        functionName: 'transfer',
        args: [entry.address, missingWei],
      },
      () => {
        entry.walletWei += missingWei
      },
    )
    batch.add(bondAction(story.session, entry, entry.address, missingWei, round))
    await batch.mineAt(block, { strict: true })
  }
  return nearest.address
}
