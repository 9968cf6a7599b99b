import { numberToHex } from 'viem'
import { BASE_FEE_WEI } from '@/devnet/chain/transact'
import type { Exclusive } from '@/devnet/keeper/exclusive'
import type { Keeper } from '@/devnet/keeper/keeper'
import type { Chain } from '@/devnet/types'

const BLOCK_MILLISECONDS = 12_000

/** Mines a block every 12 seconds, besides the one of each transaction, and then lets the keeper look. */
export interface Clock {
  readonly enabled: boolean
  setEnabled(enabled: boolean): void
  /** What went wrong at the last tick, if anything did. */
  readonly lastError: string | undefined
  stop(): void
}

export function createClock(
  chain: Chain,
  keeper: Keeper,
  exclusive: Exclusive,
  options: { enabled: boolean; onBlock?: () => void; milliseconds?: number },
): Clock {
  let enabled = options.enabled
  let lastError: string | undefined
  let ticking = false
  const tick = async (): Promise<void> => {
    // A tick that takes longer than the interval must not pile up behind itself.
    if (!enabled || ticking) return
    ticking = true
    try {
      await exclusive.run(async () => {
        await chain.request({ method: 'hardhat_mine', params: ['0x1'] })
        if (keeper.enabled) await keeper.work()
        // Empty blocks would let the base fee sink to a few wei, and wallets would show fees of nothing.
        await chain.request({
          method: 'hardhat_setNextBlockBaseFeePerGas',
          params: [numberToHex(BASE_FEE_WEI)],
        })
      })
      lastError = undefined
      options.onBlock?.()
    } catch (error) {
      lastError = error instanceof Error ? error.message : String(error)
    } finally {
      ticking = false
    }
  }
  const timer = setInterval(() => void tick(), options.milliseconds ?? BLOCK_MILLISECONDS)
  timer.unref()
  return {
    get enabled() {
      return enabled
    },
    get lastError() {
      return lastError
    },
    setEnabled: (next) => {
      enabled = next
    },
    stop: () => clearInterval(timer),
  }
}
