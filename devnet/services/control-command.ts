import { type Address, getAddress, type Hex, numberToHex } from 'viem'
import { z } from 'zod'
import type { DevnetParts } from '@/devnet/services/parts'

/** A refusal of a control command, in words for whoever sent it. */
export class ControlError extends Error {}

/** A command of `/control`: what it takes and does. */
export interface Command<Body> {
  about: string
  body: z.ZodType<Body>
  run(parts: DevnetParts, body: Body): Promise<unknown>
}

/** Pairs a body's schema with the code that takes it. */
export function command<Body>(definition: Command<Body>): Command<Body> {
  return definition
}

export const addressBody = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, 'an address: 0x and 40 hexadecimal digits')
  .transform((text) => getAddress(text.toLowerCase()) as Address)
export const enabledBody = z.strictObject({ enabled: z.boolean() })
export const emptyBody = z.strictObject({})
export const decimalBody = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,18})?$/, 'a decimal number with at most 9 digits before and 18 after the point')

export interface Sent {
  hash: Hex
  block: number
  succeeded: boolean
}

/** Sends a transaction from an unlocked account and sees it mined, with automine off too. */
export async function sendMined(parts: DevnetParts, transaction: Record<string, unknown>): Promise<Sent> {
  const hash = (await parts.chain.request({ method: 'eth_sendTransaction', params: [transaction] })) as Hex
  // With automine off the command still takes effect before it answers.
  if (!(await parts.chain.request({ method: 'hardhat_getAutomine' }))) {
    await parts.chain.request({ method: 'hardhat_mine', params: ['0x1'] })
  }
  const receipt = (await parts.chain.request({ method: 'eth_getTransactionReceipt', params: [hash] })) as {
    status: Hex
    blockNumber: Hex
  } | null
  if (!receipt) throw new ControlError('The transaction was not mined')
  return { hash, block: Number(receipt.blockNumber), succeeded: receipt.status === '0x1' }
}

/** As `sendMined`, for transactions that must succeed. */
export async function sendOrRefuse(parts: DevnetParts, transaction: Record<string, unknown>): Promise<Sent> {
  const sent = await sendMined(parts, transaction)
  if (!sent.succeeded) throw new ControlError('The transaction reverted')
  return sent
}

/** Lets an address send transactions; one without ETH for gas is given some. */
export async function unlock({ chain }: DevnetParts, from: Address): Promise<void> {
  await chain.request({ method: 'hardhat_impersonateAccount', params: [from] })
  const balance = BigInt((await chain.request({ method: 'eth_getBalance', params: [from, 'latest'] })) as Hex)
  if (balance >= GAS_MONEY_WEI) return
  await chain.request({ method: 'hardhat_setBalance', params: [from, numberToHex(balance + GAS_MONEY_WEI)] })
}

const GAS_MONEY_WEI = 10n ** 18n
