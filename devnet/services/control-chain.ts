import { numberToHex } from 'viem'
import { z } from 'zod'
import { readMany } from '@/devnet/chain/contract-calls'
import { mineBlocks, readHead } from '@/devnet/chain/transact'
import { ControlError, command, emptyBody, enabledBody } from '@/devnet/services/control-command'
import type { DevnetParts } from '@/devnet/services/parts'
import { BLOCK_SECONDS } from '@/devnet/world/timeline'

const MAX_ROUNDS = 1_000

async function advanceOneRound(parts: DevnetParts, initialize: boolean): Promise<void> {
  const { request } = parts.chain
  const [start, length] = (await readMany(request, parts.deployment, [
    { contract: 'RoundsManager', functionName: 'currentRoundStartBlock' },
    { contract: 'RoundsManager', functionName: 'roundLength' },
  ])) as [bigint, bigint]
  const head = await readHead(request)
  await mineBlocks(request, Number(start + length) - head.number, BLOCK_SECONDS)
  if (!initialize) return
  if (parts.keeper.enabled) await parts.keeper.work()
  else await parts.keeper.initialize()
}

/** Commands that move the chain on, or back. */
export const CHAIN_COMMANDS = {
  'advance-blocks': command({
    about: 'Mines empty blocks, 12 seconds apart unless said otherwise.',
    body: z.strictObject({
      blocks: z.number().int().min(1).max(100_000_000),
      secondsEach: z.number().int().min(1).max(86_400).default(BLOCK_SECONDS),
    }),
    run: async ({ chain }, { blocks, secondsEach }) => mineBlocks(chain.request, blocks, secondsEach),
  }),
  'advance-rounds': command({
    about:
      'Goes to the start of a later round. Each round is initialized on the way (and rewards called, if the keeper is on) unless initialize is false: then the round is left overdue and the keeper is switched off.',
    body: z.strictObject({
      rounds: z.number().int().min(1).max(MAX_ROUNDS).default(1),
      initialize: z.boolean().default(true),
    }),
    run: async (parts, { rounds, initialize }) => {
      if (!initialize) parts.keeper.setEnabled(false)
      for (let done = 0; done < rounds; done++) await advanceOneRound(parts, initialize)
    },
  }),
  'advance-time': command({
    about: 'Lets seconds pass and mines one block.',
    body: z.strictObject({ seconds: z.number().int().min(1).max(315_360_000) }),
    run: async ({ chain }, { seconds }) => {
      await chain.request({ method: 'evm_increaseTime', params: [numberToHex(seconds)] })
      await chain.request({ method: 'hardhat_mine', params: ['0x1'] })
    },
  }),
  'initialize-round': command({
    about: 'Initializes the running round, if it is not.',
    body: emptyBody,
    run: async ({ keeper }) => ({ initialized: await keeper.initialize() }),
  }),
  'keeper-work': command({
    about: 'Lets the keeper do what is due now, whether it is on or off.',
    body: emptyBody,
    run: async ({ keeper }) => {
      const { initialized, rewards, feesWei } = await keeper.work()
      return { initialized, rewards, feesWei: feesWei.toString() }
    },
  }),
  keeper: command({
    about: 'Switches the keeper, which works after each block of the clock.',
    body: enabledBody,
    run: async ({ keeper }, body) => keeper.setEnabled(body.enabled),
  }),
  clock: command({
    about: 'Switches the clock that mines a block every 12 seconds.',
    body: enabledBody,
    run: async ({ clock }, body) => clock.setEnabled(body.enabled),
  }),
  automine: command({
    about: 'On: a block for each transaction. Off: transactions wait for the clock or for advance-blocks.',
    body: enabledBody,
    run: async ({ chain }, body) => chain.request({ method: 'evm_setAutomine', params: [body.enabled] }),
  }),
  snapshot: command({
    about: 'Remembers the state of the chain; answers the id to revert to.',
    body: emptyBody,
    run: async ({ chain }) => ({ id: await chain.request({ method: 'evm_snapshot' }) }),
  }),
  revert: command({
    about: 'Rolls the chain back to a snapshot, which is used up.',
    body: z.strictObject({ id: z.string().regex(/^0x[0-9a-fA-F]+$/) }),
    run: async ({ chain }, body) => {
      const done = await chain.request({ method: 'evm_revert', params: [body.id] })
      if (done !== true) throw new ControlError('There is no such snapshot')
    },
  }),
  reset: command({
    about:
      'Back to the state right after the start: chain, index, pinned files, automine, keeper, clock; every fault ends.',
    body: emptyBody,
    run: async ({ reset }) => reset(),
  }),
}
