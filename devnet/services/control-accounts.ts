import { type Address, type Hex, numberToHex, parseEther } from 'viem'
import { z } from 'zod'
import { addressOf, encodeCall, readOne } from '@/devnet/chain/contract-calls'
import { toRpcError } from '@/devnet/chain/rpc-error'
import { accountOf } from '@/devnet/deploy/accounts'
import { callArguments } from '@/devnet/services/control-arguments'
import {
  addressBody,
  ControlError,
  command,
  decimalBody,
  sendMined,
  sendOrRefuse,
  unlock,
} from '@/devnet/services/control-command'
import type { DevnetParts } from '@/devnet/services/parts'

const data = z.string().regex(/^0x([0-9a-fA-F]{2})*$/, 'bytes: 0x and hexadecimal digits, two each')
const name = z.string().regex(/^[A-Za-z]\w{0,60}$/, 'a name')

const actBody = z
  .strictObject({
    from: addressBody.meta({ description: 'Any address; nobody needs its key' }),
    to: addressBody.optional(),
    data: data.optional(),
    contract: name.optional().meta({ description: 'A contract of /deployment.json, instead of to' }),
    function: name.optional().meta({ description: 'A function of that contract, instead of data' }),
    args: z.array(z.unknown()).max(50).default([]).meta({ description: 'Whole numbers as decimal strings' }),
    eth: decimalBody.default('0').meta({ description: 'ETH sent along' }),
    evenIfReverting: z.boolean().default(false),
  })
  .refine((body) => (body.to === undefined) !== (body.contract === undefined), {
    message: 'give either to or contract',
  })
  .refine((body) => body.data === undefined || body.function === undefined, {
    message: 'give either data or function, not both',
  })

type ActBody = z.output<typeof actBody>

function callOf(parts: DevnetParts, body: ActBody): { to: Address; data: Hex | undefined } {
  if (body.contract === undefined) {
    if (body.function !== undefined) throw new ControlError('function: needs contract, which has the ABI')
    return { to: body.to as Address, data: body.data as Hex | undefined }
  }
  const to = parts.deployment.contracts[body.contract]
  if (!to) throw new ControlError(`contract: the deployment has no ${body.contract}`)
  if (body.function === undefined) return { to, data: body.data as Hex | undefined }
  try {
    return { to, data: callArguments(body.contract, body.function, body.args) }
  } catch (error) {
    throw new ControlError(error instanceof Error ? (error.message.split('\n')[0] as string) : String(error))
  }
}

async function act(parts: DevnetParts, body: ActBody): Promise<unknown> {
  const { to, data: calldata } = callOf(parts, body)
  const transaction = {
    from: body.from,
    to,
    ...(calldata === undefined ? {} : { data: calldata }),
    value: numberToHex(parseEther(body.eth)),
  }
  await unlock(parts, body.from)
  let revert: string | null = null
  try {
    await parts.chain.request({ method: 'eth_call', params: [transaction, 'latest'] })
  } catch (error) {
    revert = toRpcError(error).message
    if (!body.evenIfReverting) throw new ControlError(revert)
  }
  const sent = await sendMined(parts, { ...transaction, gas: numberToHex(30_000_000) })
  return { ...sent, revert: sent.succeeded ? null : (revert ?? 'unknown') }
}

async function giveEth({ chain }: DevnetParts, to: Address, amountWei: bigint): Promise<void> {
  if (amountWei === 0n) return
  const balance = (await chain.request({ method: 'eth_getBalance', params: [to, 'latest'] })) as Hex
  await chain.request({
    method: 'hardhat_setBalance',
    params: [to, numberToHex(BigInt(balance) + amountWei)],
  })
}

/** Commands for accounts and for the protocol's owner. */
export const ACCOUNT_COMMANDS = {
  faucet: command({
    about: 'Gives an account ETH and LPT (decimal amounts).',
    body: z.strictObject({
      address: addressBody,
      eth: decimalBody.default('10'),
      lpt: decimalBody.default('1000'),
    }),
    run: async (parts, body) => {
      const lptWei = parseEther(body.lpt)
      await giveEth(parts, body.address, parseEther(body.eth))
      if (lptWei > 0n) {
        await sendOrRefuse(parts, {
          from: accountOf(parts.deployment.accounts, 'deployer'),
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
  act: command({
    about:
      'Sends a transaction as any address, contracts included, and mines it. One that would revert is refused with its reason unless evenIfReverting.',
    body: actBody,
    run: act,
  }),
  pause: command({
    about: 'Pauses or unpauses the protocol, as its owner.',
    body: z.strictObject({ paused: z.boolean() }),
    run: async (parts, body) => {
      const { request } = parts.chain
      if ((await readOne(request, parts.deployment, 'Controller', 'paused')) === body.paused) return
      const owner = (await readOne(request, parts.deployment, 'Controller', 'owner')) as Address
      await unlock(parts, owner)
      await sendOrRefuse(parts, {
        from: owner,
        to: addressOf(parts.deployment, 'Controller'),
        data: encodeCall('Controller', body.paused ? 'pause' : 'unpause'),
        gas: numberToHex(200_000),
      })
    },
  }),
}
