import { numberToHex } from 'viem'
import { z } from 'zod'
import { readMany } from '@/devnet/chain/contract-calls'
import { toRpcError } from '@/devnet/chain/rpc-error'
import { BASE_FEE_WEI, readHead } from '@/devnet/chain/transact'
import { ACCOUNT_COMMANDS } from '@/devnet/services/control-accounts'
import { CHAIN_COMMANDS } from '@/devnet/services/control-chain'
import { type Command, ControlError } from '@/devnet/services/control-command'
import { FAULT_COMMANDS } from '@/devnet/services/control-faults'
import { SERVICE_NAMES } from '@/devnet/services/fault-switch'
import type { DevnetParts } from '@/devnet/services/parts'

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
    rpc: { fault: parts.rpc.fault(), faults: parts.rpc.faults() },
    subgraph: { fault: parts.faults.subgraph.fault().fault },
    services: Object.fromEntries(
      SERVICE_NAMES.map((name) => [name, parts.faults.services[name].fault().fault]),
    ),
  }
}

/** Every command of `/control`, by name. All answer with the status after them; some add a `result`. */
export const COMMANDS = { ...CHAIN_COMMANDS, ...ACCOUNT_COMMANDS, ...FAULT_COMMANDS } as const

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
