import {
  type Address,
  BaseError,
  decodeErrorResult,
  decodeEventLog,
  decodeFunctionResult,
  encodeFunctionData,
  type Hex,
  isHex,
  numberToHex,
} from 'viem'
import { sendCall } from '@/devnet/chain/transact'
import { loadArtifact } from '@/devnet/solidity/artifact'
import type { Chain, Deployment } from '@/devnet/types'

/** A contract's event as decoded from a receipt. */
export interface EventLog {
  contract: string
  event: string
  args: Record<string, unknown>
}

/** Why a call failed: `Error(string)`, `Panic(uint256)`, a custom error, or no data at all. */
export type Revert =
  | { kind: 'text'; text: string }
  | { kind: 'panic'; code: bigint }
  | { kind: 'custom'; name: string; args: readonly unknown[] }
  | { kind: 'empty' }

export type Outcome =
  | { state: 'mined'; logs: EventLog[]; gasUsed: number }
  | { state: 'reverted'; revert: Revert; gasUsed: number }

export interface ContractCall {
  from: Address
  /** Name in the deployment; a proxied contract under its plain name. */
  contract: string
  functionName: string
  args?: readonly unknown[]
  valueWei?: bigint
}

interface RawLog {
  address: Address
  topics: [Hex, ...Hex[]] | []
  data: Hex
}

interface RawReceipt {
  status: Hex
  gasUsed: Hex
  logs: RawLog[]
}

const GAS_LIMIT = 8_000_000

const STANDARD_ERRORS = [
  { type: 'error', name: 'Error', inputs: [{ name: 'message', type: 'string' }] },
  { type: 'error', name: 'Panic', inputs: [{ name: 'code', type: 'uint256' }] },
] as const

function addressOf(deployment: Deployment, contract: string): Address {
  const address = deployment.contracts[contract]
  if (!address) throw new Error(`${contract} is not deployed`)
  return address
}

function encode(call: ContractCall): Hex {
  return encodeFunctionData({
    abi: loadArtifact(call.contract).abi,
    functionName: call.functionName,
    args: [...(call.args ?? [])],
  })
}

/** Decodes a log of any contract of the deployment. Throws for a log nobody of it can have emitted. */
function decodeLog(deployment: Deployment, log: RawLog): EventLog {
  const found = Object.entries(deployment.contracts).find(
    ([name, address]) => !name.endsWith('Target') && address.toLowerCase() === log.address.toLowerCase(),
  )
  if (!found) throw new Error(`A log of an unknown contract ${log.address}`)
  const [contract] = found
  const decoded = decodeEventLog({ abi: loadArtifact(contract).abi, data: log.data, topics: log.topics })
  return {
    contract,
    event: decoded.eventName ?? '',
    args: (decoded.args ?? {}) as unknown as Record<string, unknown>,
  }
}

/** Reads revert data with the errors of the contract and, since errors pass through, of BondingVotes. */
export function decodeRevert(contract: string, data: unknown): Revert {
  if (!isHex(data) || data === '0x') return { kind: 'empty' }
  const abi = [...STANDARD_ERRORS, ...loadArtifact(contract).abi, ...loadArtifact('BondingVotes').abi]
  try {
    const decoded = decodeErrorResult({ abi, data })
    const args = (decoded.args ?? []) as readonly unknown[]
    if (decoded.errorName === 'Error') return { kind: 'text', text: String(args[0]) }
    if (decoded.errorName === 'Panic') return { kind: 'panic', code: args[0] as bigint }
    return { kind: 'custom', name: decoded.errorName, args }
  } catch (error) {
    if (error instanceof BaseError) throw new Error(`Unknown revert data ${data}`)
    throw error
  }
}

/** Revert data of an error thrown by the in-process EVM, whichever of its two shapes it has. */
function revertData(error: unknown): unknown {
  const data = (error as { data?: unknown }).data
  return typeof data === 'object' && data !== null ? (data as { data?: unknown }).data : data
}

/** A failed call's decoded reason, or nothing when the call succeeds, on the newest state. Changes nothing. */
export async function dryRun(
  chain: Chain,
  deployment: Deployment,
  call: ContractCall,
): Promise<Revert | undefined> {
  try {
    await chain.request({
      method: 'eth_call',
      params: [
        {
          from: call.from,
          to: addressOf(deployment, call.contract),
          data: encode(call),
          gas: numberToHex(GAS_LIMIT),
          ...(call.valueWei === undefined ? {} : { value: numberToHex(call.valueWei) }),
        },
        'latest',
      ],
    })
    return undefined
  } catch (error) {
    return decodeRevert(call.contract, revertData(error))
  }
}

/** Sends a real transaction, mined at once, and reports its logs or the reason it reverted. */
export async function transact(chain: Chain, deployment: Deployment, call: ContractCall): Promise<Outcome> {
  const hash = await sendCall(chain.request, {
    label: `${call.contract}.${call.functionName}`,
    from: call.from,
    to: addressOf(deployment, call.contract),
    data: encode(call),
    gas: GAS_LIMIT,
    ...(call.valueWei === undefined ? {} : { valueWei: call.valueWei }),
  })
  const receipt = (await chain.request({
    method: 'eth_getTransactionReceipt',
    params: [hash],
  })) as RawReceipt
  const gasUsed = Number(receipt.gasUsed)
  if (receipt.status === '0x1') {
    return { state: 'mined', gasUsed, logs: receipt.logs.map((log) => decodeLog(deployment, log)) }
  }
  // A reverted transaction left the state as it was, so running it again on that state gives the same reason.
  const revert = await dryRun(chain, deployment, call)
  if (!revert) throw new Error(`${call.contract}.${call.functionName} reverted but now succeeds`)
  return { state: 'reverted', revert, gasUsed }
}

/** Result of a view function, as viem decodes it. Throws the decoded reason when it reverts. */
export async function readContract(
  chain: Chain,
  deployment: Deployment,
  contract: string,
  functionName: string,
  args: readonly unknown[] = [],
): Promise<unknown> {
  const abi = loadArtifact(contract).abi
  const data = (await chain.request({
    method: 'eth_call',
    params: [
      {
        to: addressOf(deployment, contract),
        data: encodeFunctionData({ abi, functionName, args: [...args] }),
        gas: numberToHex(GAS_LIMIT),
      },
      'latest',
    ],
  })) as Hex
  return decodeFunctionResult({ abi, functionName, data })
}
