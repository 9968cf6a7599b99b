import type { BlockInfo } from '@/devnet/graphql/store'

/** Blocks the index has stood on, in order: what a rolled-back chain is compared with. */
export class Lineage {
  private readonly blocks: BlockInfo[] = []

  get last(): BlockInfo | undefined {
    return this.blocks.at(-1)
  }

  push(block: BlockInfo): void {
    if (this.last?.number === block.number) this.blocks.pop()
    this.blocks.push(block)
  }

  clear(): void {
    this.blocks.length = 0
  }

  /**
   * The newest known block that the chain still has; later ones are forgotten. Undefined when none is left.
   * @param hashOf the chain's hash of a block number, undefined when it has none.
   */
  async common(hashOf: (number: number) => Promise<string | undefined>): Promise<BlockInfo | undefined> {
    // Once one block differs all later ones do: the boundary can be bisected.
    let low = 0
    let high = this.blocks.length
    while (low < high) {
      const middle = (low + high) >> 1
      const block = this.blocks[middle] as BlockInfo
      if ((await hashOf(block.number)) === block.hash) low = middle + 1
      else high = middle
    }
    this.blocks.length = low
    return this.last
  }
}
