import { toNumber } from '@/lib/data/chain-client'
import { type Core, readCore } from '@/lib/data/core'
import { load } from '@/lib/data/reading'
import type { Loaded, RoundView } from '@/lib/data/types'
import { settings } from '@/lib/network/settings'
import { roundState } from '@/lib/protocol/rounds'

/** The round as pages show it; `now` is chain time in Unix seconds. */
export function roundView(core: Core, now: number, secondsPerBlock: number): RoundView {
  const state = roundState(core, core)
  const blocksLeft = toNumber(state.blocksLeft)
  return {
    number: toNumber(core.round),
    lengthBlocks: toNumber(core.roundLength),
    startBlock: toNumber(core.startBlock),
    endBlock: toNumber(state.nextRoundBlock),
    blockNum: toNumber(core.blockNum),
    blocksDone: toNumber(state.blocksElapsed),
    blocksLeft,
    endsAt: now + blocksLeft * secondsPerBlock,
    secondsPerBlock,
    initialized: state.state === 'initialised',
    overdue: state.state === 'overdue',
    lastInitializedRound: toNumber(core.lastInitializedRound),
    locked: state.locked,
    lockStartBlock: toNumber(state.lockStartBlock),
    mintableWei: core.mintableWei,
    mintedWei: core.mintedWei,
  }
}

/** State of the current round (1.2). */
export function loadRound(): Promise<Loaded<RoundView>> {
  return load(async (reading) =>
    roundView(await readCore(reading), reading.head.timestamp, settings().network.secondsPerBlock),
  )
}
