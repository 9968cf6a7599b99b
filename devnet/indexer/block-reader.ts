import {
  type AbiFunction,
  type ContractFunctionArgs,
  type ContractFunctionName,
  type ContractFunctionReturnType,
  decodeAbiParameters,
  decodeFunctionResult,
  encodeAbiParameters,
  encodeFunctionData,
  type Hex,
  toFunctionSelector,
} from 'viem'
import { multicallAbi, views } from './abi'
import { CallReverted, type ChainSource } from './chain-source'

type Views = typeof views

/** Contracts that handlers read. */
export type ViewSource = keyof Views

/** Names of the views of a contract. */
export type ViewName<C extends ViewSource> = ContractFunctionName<Views[C], 'view'>

/** Arguments of a view. */
export type ViewArgs<C extends ViewSource, F extends ViewName<C>> = ContractFunctionArgs<Views[C], 'view', F>

/** Answer of a view. */
export type ViewResult<C extends ViewSource, F extends ViewName<C>> = ContractFunctionReturnType<
  Views[C],
  'view',
  F
>

interface View {
  readonly selector: Hex
  readonly item: AbiFunction
}

const viewTable = new Map<string, View>(
  Object.entries(views).flatMap(([contract, items]) =>
    items.map((item: AbiFunction): [string, View] => [
      `${contract}.${item.name}`,
      { selector: toFunctionSelector(item), item },
    ]),
  ),
)

/** A read that handlers are going to make. */
export type PlannedRead = {
  [C in ViewSource]: { readonly contract: C; readonly view: ViewName<C>; readonly args: readonly unknown[] }
}[ViewSource]

const keyOf = (contract: string, view: string, args: readonly unknown[]) =>
  `${contract}.${view}(${args.join().toLowerCase()})`

function encodeCall(item: View, args: readonly unknown[]): Hex {
  return `${item.selector}${encodeAbiParameters(item.item.inputs, args).slice(2)}`
}

function decodeResult({ item }: View, result: Hex): unknown {
  const values = decodeAbiParameters(item.outputs, result) as readonly unknown[]
  return item.outputs.length === 1 ? values[0] : values
}

/** Contract reads as of the end of one block; each is made once however many handlers ask. */
export class BlockReader {
  private readonly answers = new Map<string, Promise<unknown>>()

  constructor(
    private readonly source: ChainSource,
    private readonly addresses: Readonly<Record<string, string>>,
    private readonly block: number,
  ) {}

  /** @throws CallReverted when the call reverts or the contract is not deployed. */
  read<C extends ViewSource, F extends ViewName<C>>(
    contract: C,
    view: F,
    args: ViewArgs<C, F>,
  ): Promise<ViewResult<C, F>> {
    const list = args as readonly unknown[]
    const key = keyOf(contract, view, list)
    const known = this.answers.get(key)
    const answer = known ?? this.call(contract, view, list)
    if (!known) this.answers.set(key, answer)
    return answer as Promise<ViewResult<C, F>>
  }

  /**
   * Makes many reads in one call of Multicall3, so that a block costs one round trip. Without that contract, or when
   * the call fails, nothing is lost: reads are then made one by one.
   */
  async prime(planned: readonly PlannedRead[]): Promise<void> {
    const multicall = this.addresses.Multicall3
    const reads = new Map<string, { view: View; target: string; data: Hex }>()
    for (const { contract, view: name, args } of planned) {
      const target = this.addresses[contract]
      const view = viewTable.get(`${contract}.${name}`)
      if (target && view)
        reads.set(keyOf(contract, name, args), { view, target, data: encodeCall(view, args) })
    }
    if (!multicall || reads.size < 2) return
    const calls = [...reads.values()].map(({ target, data }) => ({
      target: target as Hex,
      allowFailure: true,
      callData: data,
    }))
    try {
      const data = encodeFunctionData({ abi: multicallAbi, args: [calls] })
      const result = decodeFunctionResult({
        abi: multicallAbi,
        data: await this.source.call(multicall, data, this.block),
      })
      for (const [i, [key, { view }]] of [...reads].entries()) {
        const answer = result[i]
        if (answer?.success && answer.returnData !== '0x') {
          this.answers.set(key, Promise.resolve(decodeResult(view, answer.returnData)))
        }
      }
    } catch (error) {
      if (!(error instanceof CallReverted)) throw error
    }
  }

  /** As `read`, but undefined when the call reverts. */
  async tryRead<C extends ViewSource, F extends ViewName<C>>(
    contract: C,
    view: F,
    args: ViewArgs<C, F>,
  ): Promise<ViewResult<C, F> | undefined> {
    try {
      return await this.read(contract, view, args)
    } catch (error) {
      if (error instanceof CallReverted) return undefined
      throw error
    }
  }

  private async call(contract: string, name: string, args: readonly unknown[]): Promise<unknown> {
    const view = viewTable.get(`${contract}.${name}`)
    if (!view) throw new Error(`${contract} has no view ${name}`)
    const address = this.addresses[contract]
    if (!address) throw new CallReverted(`${contract} is not deployed`)
    return decodeResult(view, await this.source.call(address, encodeCall(view, args), this.block))
  }
}
