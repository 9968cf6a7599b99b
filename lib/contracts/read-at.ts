import {
  type Abi,
  type Address,
  type Client,
  type ContractFunctionArgs,
  type ContractFunctionName,
  type ContractFunctionReturnType,
  type DecodeFunctionResultParameters,
  decodeFunctionResult,
  type EncodeFunctionDataParameters,
  encodeFunctionData,
  numberToHex,
} from 'viem'

type View = 'view' | 'pure'

/** No contract code answers at the address. */
export class NoAnswer extends Error {
  override name = 'NoAnswer'
}

/** Reads views at one block. */
export type Reader = ReturnType<typeof createReader>

/**
 * A reader of views at one block by plain `eth_call`. Rejects with viem's error when the endpoint fails or the view reverts,
 * with `NoAnswer` where there is no contract.
 */
export function createReader(client: Client, block: bigint) {
  return async <const abi extends Abi, name extends ContractFunctionName<abi, View>>(
    to: Address,
    abi: abi,
    functionName: name,
    args: ContractFunctionArgs<abi, View, name>,
  ): Promise<ContractFunctionReturnType<abi, View, name>> => {
    const call = { abi, functionName, args } as unknown as EncodeFunctionDataParameters
    const data = await client.request({
      method: 'eth_call',
      params: [{ to, data: encodeFunctionData(call) }, numberToHex(block)],
    })
    if (data === '0x') throw new NoAnswer(`${to} does not answer ${functionName}`)
    const result = { abi, functionName, data } as unknown as DecodeFunctionResultParameters
    return decodeFunctionResult(result) as ContractFunctionReturnType<abi, View, name>
  }
}
