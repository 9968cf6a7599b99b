import { type Address, getAddress, type Hex, numberToHex, parseEther } from 'viem'
import { z } from 'zod'
import { addressOf, encodeCall, readMany } from '@/devnet/chain/contract-calls'
import { toRpcError } from '@/devnet/chain/rpc-error'
import { BASE_FEE_WEI, mineBlocks, readHead } from '@/devnet/chain/transact'
import { accountOf } from '@/devnet/deploy/accounts'
import type { DevnetParts } from '@/devnet/services/parts'
import { BLOCK_SECONDS } from '@/devnet/world/timeline'

const MAX_ROUNDS = 1_000
const decimal = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,18})?$/, 'a decimal number with at most 9 digits before and 18 after the point')
const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, 'an address: 0x and 40 hexadecimal digits')
  .transform((text) => getAddress(text.toLowerCase()) as Address)
const enabled = z.strictObject({ enabled: z.boolean() })
const nothing = z.strictObject({})

/** A refusal of a control command, in words for whoever sent it. */
export class ControlError extends Error {}

interface Command<Body> {
  about: string
  body: z.ZodType<Body>
  run(parts: DevnetParts, body: Body): Promise<unknown>
}

function command<Body>(definition: Command<Body>): Command<Body> {
  return definition
}

async function send(parts: DevnetParts, transaction: Record<string, unknown>): Promise<Hex> {
  const hash = (await parts.chain.request({ method: 'eth_sendTransaction', params: [transaction] })) as Hex
  // With automine off the command still takes effect before it answers.
  if (!(await parts.chain.request({ method: 'hardhat_getAutomine' }))) {
    await parts.chain.request({ method: 'hardhat_mine', params: ['0x1'] })
  }
  const receipt = (await parts.chain.request({ method: 'eth_getTransactionReceipt', params: [hash] })) as {
    status: Hex
  } | null
  if (receipt?.status !== '0x1') throw new ControlError('The transaction reverted')
  return hash
}

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

/** What the network looks like now, for people and tests. */
export async function readStatus(parts: DevnetParts): Promise<Record<string, unknown>> {
  const { request } = parts.chain
  const head = await readHead(request)
  const [round, initialized, startBlock, length, locked, paused] = await readMany(request, parts.deployment, [
    { contract: 'RoundsManager', functionName: 'currentRound' },
    { contract: 'RoundsManager', functionName: 'currentRoundInitialized' },
    { contract: 'RoundsManager', functionName: 'currentRoundStartBlock' },
    { contract: 'RoundsManager', functionName: 'roundLength' },
    { contract: 'RoundsManager', functionName: 'currentRoundLocked' },
    { contract: 'Controller', functionName: 'paused' },
  ])
  return {
    block: head,
    round: {
      number: Number(round),
      initialized,
      startBlock: Number(startBlock),
      length: Number(length),
      locked,
    },
    paused,
    automine: await request({ method: 'hardhat_getAutomine' }),
    keeper: { enabled: parts.keeper.enabled },
    clock: { enabled: parts.clock.enabled, lastError: parts.clock.lastError ?? null },
    indexer: { ...parts.indexer.status(), error: parts.indexer.status().error ?? null },
    rpc: { fault: parts.rpc.fault() },
    subgraph: { fault: parts.subgraph.fault() },
  }
}

/** Every command of `/control`, by name. All answer with the status after them; some add a `result`. */
export const COMMANDS = {
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
  'initialize-round': command({
    about: 'Initializes the running round, if it is not.',
    body: nothing,
    run: async ({ keeper }) => ({ initialized: await keeper.initialize() }),
  }),
  'advance-time': command({
    about: 'Lets seconds pass and mines one block.',
    body: z.strictObject({ seconds: z.number().int().min(1).max(315_360_000) }),
    run: async ({ chain }, { seconds }) => {
      await chain.request({ method: 'evm_increaseTime', params: [numberToHex(seconds)] })
      await chain.request({ method: 'hardhat_mine', params: ['0x1'] })
    },
  }),
  'keeper-work': command({
    about: 'Lets the keeper do what is due now, whether it is on or off.',
    body: nothing,
    run: async ({ keeper }) => {
      const { initialized, rewards, feesWei } = await keeper.work()
      return { initialized, rewards, feesWei: feesWei.toString() }
    },
  }),
  keeper: command({
    about: 'Switches the keeper.',
    body: enabled,
    run: async ({ keeper }, body) => keeper.setEnabled(body.enabled),
  }),
  clock: command({
    about: 'Switches the clock that mines a block every 12 seconds.',
    body: enabled,
    run: async ({ clock }, body) => clock.setEnabled(body.enabled),
  }),
  automine: command({
    about: 'On: a block for each transaction. Off: transactions wait for the clock or for advance-blocks.',
    body: enabled,
    run: async ({ chain }, body) => chain.request({ method: 'evm_setAutomine', params: [body.enabled] }),
  }),
  faucet: command({
    about: 'Gives an account ETH and LPT (decimal amounts).',
    body: z.strictObject({ address, eth: decimal.default('10'), lpt: decimal.default('1000') }),
    run: async (parts, body) => {
      const from = accountOf(parts.deployment.accounts, 'deployer')
      const lptWei = parseEther(body.lpt)
      const ethWei = parseEther(body.eth)
      const balance = BigInt(
        (await parts.chain.request({ method: 'eth_getBalance', params: [body.address, 'latest'] })) as Hex,
      )
      if (ethWei > 0n) {
        await parts.chain.request({
          method: 'hardhat_setBalance',
          params: [body.address, numberToHex(balance + ethWei)],
        })
      }
      if (lptWei > 0n) {
        await send(parts, {
          from,
          to: addressOf(parts.deployment, 'LivepeerToken'),
          data: encodeCall('LivepeerToken', 'transfer', [body.address, lptWei]),
          gas: numberToHex(200_000),
        })
      } else {
        // ETH given outside a transaction shows from the next block on.
        await parts.chain.request({ method: 'hardhat_mine', params: ['0x1'] })
      }
      return { address: body.address, eth: body.eth, lpt: body.lpt }
    },
  }),
  indexer: command({
    about: 'Holds the indexer at its block, or lets it go on.',
    body: z.strictObject({ held: z.boolean() }),
    run: async ({ indexer }, body) => (body.held ? indexer.hold() : indexer.release()),
  }),
  pause: command({
    about: 'Pauses or unpauses the protocol, as its owner.',
    body: z.strictObject({ paused: z.boolean() }),
    run: async (parts, body) => {
      const [paused] = await readMany(parts.chain.request, parts.deployment, [
        { contract: 'Controller', functionName: 'paused' },
      ])
      if (paused === body.paused) return
      await send(parts, {
        from: accountOf(parts.deployment.accounts, 'deployer'),
        to: addressOf(parts.deployment, 'Controller'),
        data: encodeCall('Controller', body.paused ? 'pause' : 'unpause'),
        gas: numberToHex(200_000),
      })
    },
  }),
  rpc: command({
    about:
      'Makes the RPC fail until it is set to none again: error answers HTTP 503, drop closes connections.',
    body: z.strictObject({ fault: z.enum(['none', 'error', 'drop']) }),
    run: async ({ rpc }, body) => rpc.setFault(body.fault),
  }),
  subgraph: command({
    about:
      'Makes the subgraph fail until it is set to none again: error answers HTTP 503, drop closes connections.',
    body: z.strictObject({ fault: z.enum(['none', 'error', 'drop']) }),
    run: async ({ subgraph }, body) => subgraph.setFault(body.fault),
  }),
  snapshot: command({
    about: 'Remembers the state of the chain; answers the id to revert to.',
    body: nothing,
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
} as const

export type CommandName = keyof typeof COMMANDS

export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name)
}

/** The commands with the JSON Schema of their bodies: what `GET /control/schema` answers. */
export function controlSchema(): Record<string, unknown> {
  return {
    title: 'Control of the local network',
    about:
      'GET /control/status reads; POST /control/<command> with a JSON body acts and answers {status, result}.',
    commands: Object.fromEntries(
      Object.entries(COMMANDS).map(([name, definition]) => [
        name,
        { about: definition.about, body: z.toJSONSchema(definition.body as z.ZodType, { io: 'input' }) },
      ]),
    ),
  }
}

/**
 * Runs one command. Throws `ControlError` with a sentence when the body does not fit or the command is refused.
 */
export async function runCommand(parts: DevnetParts, name: CommandName, body: unknown): Promise<unknown> {
  // The table pairs each body schema with its own run; by name that pairing is out of the type checker's sight.
  const definition = COMMANDS[name] as unknown as Command<unknown>
  const parsed = definition.body.safeParse(body ?? {})
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new ControlError(`${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'invalid'}`)
  }
  return parts.exclusive.run(async () => {
    try {
      const result = await definition.run(parts, parsed.data)
      await parts.chain.request({
        method: 'hardhat_setNextBlockBaseFeePerGas',
        params: [numberToHex(BASE_FEE_WEI)],
      })
      // Whoever gave the command finds its effect in the index, unless the index is held. Its own faults show in the status.
      await parts.indexer.sync().catch(() => undefined)
      return result ?? null
    } catch (error) {
      if (error instanceof ControlError) throw error
      throw new ControlError(toRpcError(error).message)
    }
  })
}
