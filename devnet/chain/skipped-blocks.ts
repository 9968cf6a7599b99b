import { type Hex, hexToNumber, numberToHex } from 'viem'
import { blockNumberOf, isNewest, STATE_METHODS } from '@/devnet/chain/block-tags'
import { numberOverrides } from '@/devnet/chain/number-override'
import type { RequestFn } from '@/devnet/types'

type Params = readonly unknown[]

/** Blocks that `hardhat_mine` made at once. The EVM made the first and last few of them for real; `gap` are those between. */
interface Skip {
  from: number
  to: number
  gap?: { from: number; to: number } | 'none'
}

/** Fewer blocks than these are made one by one. */
const MIN_SKIP = 4

/** Knows which blocks of the chain were skipped, and asks about their state where the EVM has it. */
export interface SkippedBlocks {
  /** Sees each call after it was answered, to learn what is skipped. */
  note(method: string, params: Params, headBefore: number | undefined): Promise<void>
  /** True when the head must be known before the call. */
  skips(method: string, params: Params): boolean
  /** The call as it must be asked: one on the state of a skipped block becomes one on the last real block before it. */
  translate(method: string, params: Params): Promise<Params>
}

function countOf(params: Params): number {
  const count = params[0]
  return typeof count === 'string' ? hexToNumber(count as Hex) : 1
}

/**
 * The in-process EVM has no state at the blocks that `hardhat_mine` skips: code, balances and storage read as empty there. Nothing
 * happened in them, so their state is that of the last real block before. What differs is the number that contracts read as
 * theirs: for calls it is given to the contracts of `readers` (see `numberOverrides`). The timestamp stays that of the real block.
 */
export function createSkippedBlocks(request: RequestFn, readers: () => readonly Hex[]): SkippedBlocks {
  let skips: Skip[] = []

  const head = async () => hexToNumber((await request({ method: 'eth_blockNumber' })) as Hex)

  /** The EVM's own mark of a block it has no state of: even the system contracts of genesis have no code there. */
  const isReal = async (number: number): Promise<boolean> => {
    const code = await request({ method: 'eth_getCode', params: [SYSTEM_CONTRACT, numberToHex(number)] })
    return code !== '0x'
  }

  async function gapOf(skip: Skip): Promise<{ from: number; to: number } | undefined> {
    if (!skip.gap) {
      let { from, to } = skip
      while (from <= to && (await isReal(from))) from += 1
      while (to >= from && (await isReal(to))) to -= 1
      skip.gap = from <= to ? { from, to } : 'none'
    }
    return skip.gap === 'none' ? undefined : skip.gap
  }

  /** The last real block at or before a number. */
  async function realBlock(number: number): Promise<number> {
    let low = 0
    let high = skips.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const skip = skips[middle] as Skip
      if (number < skip.from) high = middle - 1
      else if (number > skip.to) low = middle + 1
      else {
        const gap = await gapOf(skip)
        return gap && number >= gap.from && number <= gap.to ? gap.from - 1 : number
      }
    }
    return number
  }

  return {
    skips: (method, params) => method === 'hardhat_mine' && countOf(params) >= MIN_SKIP,
    note: async (method, params, headBefore) => {
      if (method === 'evm_revert') {
        const now = await head()
        skips = skips
          .filter(({ from }) => from <= now)
          .map((skip) => ({ ...skip, to: Math.min(skip.to, now) }))
      } else if (headBefore !== undefined) {
        skips.push({ from: headBefore + 1, to: headBefore + countOf(params) })
      }
    },
    translate: async (method, params) => {
      const index = STATE_METHODS[method]
      if (index === undefined || skips.length === 0 || isNewest(params[index])) return params
      const number = await blockNumberOf(request, params[index])
      if (number === undefined) return params
      const real = await realBlock(number)
      if (real === number) return params
      const moved = [...params]
      moved[index] = numberToHex(real)
      if (method === 'eth_call') {
        const codeOf = async (address: Hex) =>
          (await request({ method: 'eth_getCode', params: [address, numberToHex(real)] })) as Hex
        moved[2] = {
          ...(await numberOverrides(readers(), codeOf, number)),
          ...(moved[2] as object | undefined),
        }
      }
      return moved
    },
  }
}

/** Keeps past block hashes since Prague; it is in the genesis of every chain here. */
const SYSTEM_CONTRACT = '0x0000f90827f1c53a10cb7a02335b175320002935'
