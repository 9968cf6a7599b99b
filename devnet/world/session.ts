import { type Address, type Hex, hexToNumber, numberToHex, parseEther } from 'viem'
import { addressOf, encodeCall, type Read, readMany, readOne } from '@/devnet/chain/contract-calls'
import { type Call, sendCall } from '@/devnet/chain/transact'
import type { Chain, Deployment } from '@/devnet/types'
import type { Timeline } from '@/devnet/world/timeline'
import { BLOCK_SECONDS } from '@/devnet/world/timeline'

/** A call of a protocol contract by name, without its gas and calldata. */
export interface ContractCall {
  from: Address
  contract: string
  /** Absent: ETH is sent and nothing called. */
  functionName?: string
  /** Absent: the deployment's contract of that name. */
  to?: Address
  args?: readonly unknown[]
  valueWei?: bigint
  gas?: number
}

/** ETH of an account that first sends something without having been given any. */
const GAS_MONEY_WEI = parseEther('1')

/** Work in one block, in staking calls. */
const BLOCK_BUDGET = 5
const LIGHT_CALL = 0.1
/** Many calls in one transaction: a block of its own. */
const BULK = /^Multicall3/
const HEAVY = /^(BondingManager|TicketBroker\.\w*edeem|LivepeerGovernor|PollCreator)/

/**
 * The calls of the next block. Few at a time: the EVM keeps a trace of each step of a block until JavaScript lets go of it, and small
 * blocks keep that memory small.
 */
function takeBlock(calls: readonly Call[], from: number): Call[] {
  const part: Call[] = []
  let work = 0
  for (const call of calls.slice(from, from + 200)) {
    work += BULK.test(call.label) ? BLOCK_BUDGET : HEAVY.test(call.label) ? 1 : LIGHT_CALL
    if (part.length > 0 && work > BLOCK_BUDGET) break
    part.push(call)
  }
  return part
}

/** Drives a chain from block to block while a world is being written: nothing is mined but what it says. */
export class Session {
  readonly chain: Chain
  readonly deployment: Deployment
  readonly timeline: Timeline
  private readonly impersonated = new Set<Address>()
  private queue: Call[] = []
  private mined: number | undefined

  constructor(chain: Chain, deployment: Deployment, timeline: Timeline) {
    this.chain = chain
    this.deployment = deployment
    this.timeline = timeline
    for (const account of deployment.accounts) this.impersonated.add(account.address)
  }

  address(contract: string): Address {
    return addressOf(this.deployment, contract)
  }

  /** Lets transactions be sent from an address and gives it ETH for gas. */
  async adopt(address: Address, balanceWei: bigint): Promise<void> {
    if (this.impersonated.has(address)) return
    this.impersonated.add(address)
    await this.chain.request({ method: 'hardhat_impersonateAccount', params: [address] })
    await this.chain.request({ method: 'hardhat_setBalance', params: [address, numberToHex(balanceWei)] })
  }

  /** Puts a call into the next block. */
  add(call: ContractCall): void {
    this.addRaw({
      label: `${call.contract}.${call.functionName ?? 'receive'}(${(call.args ?? []).map(String).join(', ')}) from ${call.from}`,
      from: call.from,
      to: call.to ?? this.address(call.contract),
      data:
        call.functionName === undefined ? undefined : encodeCall(call.contract, call.functionName, call.args),
      valueWei: call.valueWei,
      gas: call.gas,
    })
  }

  /** As `add`, for a call that is encoded already. */
  addRaw(call: Call): void {
    this.queue.push(call)
  }

  /**
   * Mines empty blocks up to `block` and the queued calls from `block` on, a few in each. Returns for each call whether it
   * succeeded, in order. A call that reverts stays on the chain as a failed transaction, as it would in the field.
   */
  async mineAt(block: number): Promise<boolean[]> {
    const head = await this.height()
    if (block <= head) throw new Error(`Block ${block} is already mined (head ${head})`)
    await this.skipTo(block - 1)
    const calls = this.queue
    this.queue = []
    const outcomes: boolean[] = []
    let next = block
    while (outcomes.length < calls.length) {
      const part = takeBlock(calls, outcomes.length)
      outcomes.push(...(await this.mineCalls(part, next++)))
    }
    return outcomes
  }

  private async mineCalls(calls: readonly Call[], block: number): Promise<boolean[]> {
    const hashes: Hex[] = []
    // One after the other: the order in a block is part of the world.
    for (const call of calls) {
      await this.adopt(call.from, GAS_MONEY_WEI)
      hashes.push(await sendCall(this.chain.request, call))
    }
    // hardhat_mine takes half the time of evm_mine, which hands a trace of every step over to JavaScript.
    await this.chain.request({
      method: 'evm_setNextBlockTimestamp',
      params: [numberToHex(this.timeline.timeOf(block))],
    })
    await this.chain.request({ method: 'hardhat_mine', params: ['0x1'] })
    this.mined = block
    const outcomes: boolean[] = []
    for (const [index, hash] of hashes.entries()) {
      const receipt = await this.chain.request({ method: 'eth_getTransactionReceipt', params: [hash] })
      if (!receipt) throw new Error(`${calls[index]?.label} did not fit into block ${block}`)
      outcomes.push((receipt as { status: Hex }).status === '0x1')
    }
    return outcomes
  }

  /** As `mineAt`, but a call that reverts is an error that names it. */
  async mineAllAt(block: number): Promise<void> {
    const calls = this.queue
    const outcomes = await this.mineAt(block)
    const failed = calls.filter((_, index) => !outcomes[index])
    const first = failed[0]
    if (first) {
      throw new Error(
        `Block ${block}: ${failed.length} of ${calls.length} calls reverted, first ${first.label}: ${await this.whyReverted(first)}`,
      )
    }
  }

  /** Mines empty blocks, 12 s apart, up to and including `block`. */
  async skipTo(block: number): Promise<void> {
    const head = await this.height()
    if (block <= head) return
    // The first of them has its exact time, so that all others have.
    await this.chain.request({
      method: 'evm_setNextBlockTimestamp',
      params: [numberToHex(this.timeline.timeOf(head + 1))],
    })
    await this.chain.request({
      method: 'hardhat_mine',
      params: [numberToHex(block - head), numberToHex(BLOCK_SECONDS)],
    })
    this.mined = block
  }

  /** Reads many values at the newest block in one call. Throws when one of them reverts. */
  readMany(reads: readonly Read[]): Promise<unknown[]> {
    return readMany(this.chain.request, this.deployment, reads)
  }

  read(contract: string, functionName: string, args: readonly unknown[] = []): Promise<unknown> {
    return readOne(this.chain.request, this.deployment, contract, functionName, args)
  }

  /** Number of the newest block: nobody else mines while a world is written. */
  async height(): Promise<number> {
    this.mined ??= hexToNumber((await this.chain.request({ method: 'eth_blockNumber' })) as Hex)
    return this.mined
  }

  private async whyReverted(call: Call): Promise<string> {
    try {
      await this.chain.request({
        method: 'eth_call',
        params: [{ from: call.from, to: call.to, data: call.data }, 'latest'],
      })
      return 'now it would succeed'
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }
}
