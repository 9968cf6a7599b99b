import {
  type Address,
  createPublicClient,
  custom,
  formatEther,
  type Hex,
  hexToString,
  isHex,
  type TypedDataDefinition,
} from 'viem'
import { type HDAccount, mnemonicToAccount } from 'viem/accounts'
import { demoChainId } from './demo-wallet'

/** Published with every development chain; the keys are known to everybody, so nothing real may ever use them. */
const wellKnownWords = 'test test test test test test test test test test test junk'

const accounts: HDAccount[] = []

export function demoAccount(index: number): HDAccount {
  accounts[index] ??= mnemonicToAccount(wellKnownWords, { addressIndex: index })
  return accounts[index]
}

export function demoAddresses(): Address[] {
  return Array.from({ length: 20 }, (_, index) => demoAccount(index).address)
}

/** Wei as ETH, exact. */
export const ethText = (wei: bigint): string => formatEther(wei)

type Forward = (method: string, params: readonly unknown[]) => Promise<unknown>

/**
 * Signs a transaction for the local chain; gas, fees and nonce are asked of the chain where the request leaves them out.
 *
 * @throws when the endpoint serves another chain than the local one.
 */
export async function signTransaction(
  index: number,
  request: Record<string, Hex | undefined>,
  forward: Forward,
): Promise<Hex> {
  const client = createPublicClient({
    transport: custom({
      request: ({ method, params }) => forward(method, (params ?? []) as readonly unknown[]),
    }),
  })
  const chainId = await client.getChainId()
  if (chainId !== demoChainId) throw new Error(`The endpoint serves chain ${chainId}, not the local network.`)
  const account = demoAccount(index)
  const big = (value: Hex | undefined) => (value === undefined ? undefined : BigInt(value))
  const to = request.to ? (request.to as Address) : null
  const value = big(request.value) ?? 0n
  const data = request.data ?? request.input ?? '0x'
  const fees = await client.estimateFeesPerGas({ type: 'eip1559', chain: null }).catch(() => null)
  const gas = big(request.gas) ?? (await client.estimateGas({ account: account.address, to, value, data }))
  const nonce = request.nonce
    ? Number(request.nonce)
    : await client.getTransactionCount({ address: account.address, blockTag: 'pending' })
  const maxPriorityFeePerGas =
    big(request.maxPriorityFeePerGas) ?? fees?.maxPriorityFeePerGas ?? 1_000_000_000n
  const maxFeePerGas = big(request.maxFeePerGas) ?? fees?.maxFeePerGas ?? 3_000_000_000n
  return account.signTransaction({
    type: 'eip1559',
    chainId: demoChainId,
    to,
    value,
    data,
    gas,
    nonce,
    maxFeePerGas: maxFeePerGas > maxPriorityFeePerGas ? maxFeePerGas : maxPriorityFeePerGas,
    maxPriorityFeePerGas,
  })
}

/** A message as its signer should read it. */
export function messageText(message: Hex): string {
  return isHex(message) ? hexToString(message) : message
}

export function signMessage(index: number, message: Hex): Promise<Hex> {
  return demoAccount(index).signMessage({ message: isHex(message) ? { raw: message } : message })
}

export function signTypedData(index: number, data: unknown): Promise<Hex> {
  return demoAccount(index).signTypedData(data as TypedDataDefinition)
}
