import {
  type Abi,
  type Address,
  type Client,
  createClient,
  custom,
  decodeFunctionResult,
  encodeFunctionData,
  getAddress,
  type Hex,
  zeroAddress,
} from 'viem'
import { createChain } from '@/devnet/chain/provider'
import { mineBlocks, readHead, sendCall } from '@/devnet/chain/transact'
import { accountOf } from '@/devnet/deploy/accounts'
import { deployProtocol } from '@/devnet/deploy/deploy'
import { loadArtifact } from '@/devnet/solidity/artifact'
import type { Chain, Deployment, ProtocolParams } from '@/devnet/types'
import { addressesFromDeployment, type ContractAddresses } from '@/lib/contracts/addresses'
import { planFor } from '@/lib/transaction/plan'
import { readPlanState } from '@/lib/transaction/state'
import type { Intent, Plan, Planning } from '@/lib/transaction/types'

export const LPT = 10n ** 18n

/** Rounds long enough for a test to stay in one, a small set: everything else as on Arbitrum One. */
const params: Partial<ProtocolParams> = {
  roundLengthBlocks: 2_000n,
  numActiveTranscoders: 4n,
  unbondingPeriodRounds: 3n,
}

/** The protocol on a chain of this process, with what tests of staking need of it. */
export class World {
  readonly chain: Chain
  readonly deployment: Deployment
  readonly addresses: ContractAddresses
  readonly client: Client

  private constructor(chain: Chain, deployment: Deployment, addresses: ContractAddresses) {
    this.chain = chain
    this.deployment = deployment
    this.addresses = addresses
    this.client = createClient({ transport: custom({ request: chain.request }, { retryCount: 0 }) })
  }

  /** A fresh chain with the protocol in its first initialized round and LPT with the accounts of `holders`. */
  static async create(overrides: Partial<ProtocolParams> = {}): Promise<World> {
    const chain = await createChain({ genesisTimestamp: 1_700_000_000 })
    const deployment = await deployProtocol(chain, { ...params, ...overrides })
    const found = addressesFromDeployment(deployment.contracts)
    if (found.state === 'incomplete') throw new Error(`no address of ${found.missing.join(', ')}`)
    const world = new World(chain, deployment, found.addresses)
    await world.speakAs(world.ticketBroker)
    await world.nextRound()
    return world
  }

  /** Well-known accounts without a role of their own. */
  get accounts(): readonly Address[] {
    return this.deployment.accounts.slice(8).map(({ address }) => getAddress(address))
  }

  get network() {
    return { chainId: this.chain.chainId, addresses: this.addresses }
  }

  /** Calls a contract from an unlocked account and asserts that it was mined with success. */
  async send(from: Address, name: string, functionName: string, args: readonly unknown[] = []): Promise<Hex> {
    const hash = await this.submit(from, name, functionName, args)
    const receipt = (await this.chain.request({ method: 'eth_getTransactionReceipt', params: [hash] })) as {
      status: Hex
    } | null
    if (receipt?.status !== '0x1') throw new Error(`${name}.${functionName} did not succeed`)
    return hash
  }

  /** The same without waiting, for blocks that the test mines itself. */
  submit(from: Address, name: string, functionName: string, args: readonly unknown[]): Promise<Hex> {
    const to = this.deployment.contracts[name]
    if (!to) throw new Error(`no contract ${name}`)
    const data = encodeFunctionData({ abi: loadArtifact(name).abi as Abi, functionName, args: [...args] })
    return sendCall(this.chain.request, { label: functionName, from, to, data, gas: 3_000_000 })
  }

  /** A view of a contract, decoded as viem does. */
  async read(name: string, functionName: string, args: readonly unknown[] = []): Promise<unknown> {
    const abi = loadArtifact(name).abi as Abi
    const data = (await this.chain.request({
      method: 'eth_call',
      params: [
        {
          to: this.deployment.contracts[name],
          data: encodeFunctionData({ abi, functionName, args: [...args] }),
        },
        'latest',
      ],
    })) as Hex
    return decodeFunctionResult({ abi, functionName, data })
  }

  get deployer(): Address {
    return accountOf(this.deployment.accounts, 'deployer')
  }

  /** The contract that credits fees; tests speak in its name instead of redeeming tickets. */
  get ticketBroker(): Address {
    const address = this.deployment.contracts.TicketBroker
    if (!address) throw new Error('no contract TicketBroker')
    return address
  }

  /** Lets a contract send transactions of its own. */
  private async speakAs(address: Address): Promise<void> {
    await this.chain.request({ method: 'hardhat_impersonateAccount', params: [address] })
    await this.chain.request({ method: 'hardhat_setBalance', params: [address, '0x56bc75e2d63100000'] })
  }

  async fund(account: Address, wei: bigint): Promise<void> {
    await this.send(this.deployer, 'LivepeerToken', 'transfer', [account, wei])
  }

  /** Approves and bonds without any plan: state for tests to start from. */
  async bond(account: Address, wei: bigint, to: Address): Promise<void> {
    await this.fund(account, wei)
    await this.send(account, 'LivepeerToken', 'approve', [this.addresses.BondingManager, wei])
    await this.send(account, 'BondingManager', 'bond', [wei, to])
  }

  async mine(count: number): Promise<void> {
    await mineBlocks(this.chain.request, count, 12)
  }

  /** Goes to the next round without initializing it. */
  async enterNextRound(): Promise<void> {
    const state = await this.state(this.deployer, { verb: 'claimEarnings' })
    const { startBlock, lengthBlocks } = state.round
    const head = await readHead(this.chain.request)
    await this.mine(Number(startBlock + lengthBlocks) - head.number)
  }

  async nextRound(): Promise<void> {
    await this.enterNextRound()
    await this.send(this.deployer, 'RoundsManager', 'initializeRound')
  }

  state(account: Address, intent: Intent) {
    return readPlanState(this.client, this.network, account, intent)
  }

  async planning(account: Address, intent: Intent): Promise<Planning> {
    return planFor(await this.state(account, intent), intent)
  }

  /** The plan of an intent that must be possible. */
  async plan(account: Address, intent: Intent): Promise<Plan> {
    const planning = await this.planning(account, intent)
    if (planning.state === 'refused') throw new Error(`refused: ${planning.refusals[0].code}`)
    return planning.plan
  }

  /** A staking figure straight from the chain. */
  async position(account: Address) {
    const state = await this.state(account, { verb: 'claimEarnings' })
    return {
      walletLptWei: state.lptWei,
      allowanceWei: state.allowanceWei,
      stakeWei: state.pendingStakeWei,
      feesWei: state.pendingFeesWei,
      delegate: state.delegator.delegateAddress === zeroAddress ? null : state.delegator.delegateAddress,
      startRound: state.delegator.startRound,
      nextLockId: state.delegator.nextUnbondingLockId,
    }
  }

  async setAutomine(on: boolean): Promise<void> {
    await this.chain.request({ method: 'evm_setAutomine', params: [on] })
  }

  snapshot(): Promise<Hex> {
    return this.chain.request({ method: 'evm_snapshot' }) as Promise<Hex>
  }

  async revert(id: Hex): Promise<void> {
    await this.chain.request({ method: 'evm_revert', params: [id] })
  }
}
