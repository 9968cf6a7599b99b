import {
  type Abi,
  type Address,
  decodeFunctionResult,
  encodeFunctionData,
  type Hex,
  prepareEncodeFunctionData,
} from 'viem'
import { loadArtifact } from '@/devnet/solidity/artifact'
import type { Deployment, RequestFn } from '@/devnet/types'

/** One read of a deployed contract, by the contract's name. */
export interface Read {
  contract: string
  functionName: string
  args?: readonly unknown[]
}

interface PreparedFunction {
  abi: Abi
  functionName: Hex
}

const prepared = new Map<string, PreparedFunction>()

/** The ABI of one function with its selector known: looking it up and hashing each time would cost more than the call. */
function functionOf(contract: string, functionName: string): PreparedFunction {
  const key = `${contract}.${functionName}`
  const known = prepared.get(key)
  if (known) return known
  const fresh = prepareEncodeFunctionData({ abi: loadArtifact(contract).abi, functionName })
  prepared.set(key, fresh)
  return fresh
}

/** Address of a contract of a deployment. Throws when it has none of that name. */
export function addressOf(deployment: Deployment, contract: string): Address {
  const address = deployment.contracts[contract]
  if (!address) throw new Error(`The deployment has no ${contract}`)
  return address
}

/** Calldata of a function of a contract, by the contract's name. */
export function encodeCall(contract: string, functionName: string, args: readonly unknown[] = []): Hex {
  return encodeFunctionData({ ...functionOf(contract, functionName), args: [...args] })
}

/** Reads many values at the newest block in one call. Throws when one of them reverts. */
export async function readMany(
  request: RequestFn,
  deployment: Deployment,
  reads: readonly Read[],
): Promise<unknown[]> {
  if (reads.length === 0) return []
  const calls = reads.map((read) => ({
    target: addressOf(deployment, read.contract),
    allowFailure: false,
    callData: encodeCall(read.contract, read.functionName, read.args),
  }))
  const answer = (await request({
    method: 'eth_call',
    params: [
      { to: addressOf(deployment, 'Multicall3'), data: encodeCall('Multicall3', 'aggregate3', [calls]) },
      'latest',
    ],
  })) as Hex
  const results = decodeFunctionResult({
    abi: loadArtifact('Multicall3').abi,
    functionName: 'aggregate3',
    data: answer,
  }) as readonly { returnData: Hex }[]
  return results.map((result, index) => {
    const read = reads[index] as Read
    return decodeFunctionResult({
      ...functionOf(read.contract, read.functionName),
      data: result.returnData,
    })
  })
}

/** One value at the newest block. Throws when the read reverts. */
export async function readOne(
  request: RequestFn,
  deployment: Deployment,
  contract: string,
  functionName: string,
  args: readonly unknown[] = [],
): Promise<unknown> {
  const [value] = await readMany(request, deployment, [{ contract, functionName, args }])
  return value
}
