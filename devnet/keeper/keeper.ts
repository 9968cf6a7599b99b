import type { Address, Hex } from 'viem'
import { addressOf, encodeCall, readMany } from '@/devnet/chain/contract-calls'
import { type Call, sendCall, withoutAutomine } from '@/devnet/chain/transact'
import { accountOf } from '@/devnet/deploy/accounts'
import type { Chain, Deployment } from '@/devnet/types'
import {
  drawByWeight,
  FEES_PER_ROUND_WEI,
  type Payment,
  redemptionCalls,
  signPayments,
} from '@/devnet/world/payments'
import { createRandom } from '@/devnet/world/random'
import type { World } from '@/devnet/world/seed'

/** Winning tickets that the fees of a round come in. */
const PAYMENTS_PER_ROUND = 4
const REWARDS_PER_BLOCK = 4

/** What the keeper did in one look at the chain. */
export interface KeeperWork {
  initialized: boolean
  rewards: number
  /** Face value of the tickets redeemed, in wei. */
  feesWei: bigint
}

/** Keeps a local network going: initializes rounds, calls reward for those who do so, redeems some tickets. */
export interface Keeper {
  /** Whether the clock's ticks make it work. */
  readonly enabled: boolean
  setEnabled(enabled: boolean): void
  /** Does what is due now, enabled or not. Does nothing when nothing is due or the protocol is paused. */
  work(): Promise<KeeperWork>
  /** Initializes the running round if it is not; true when it did. */
  initialize(): Promise<boolean>
  /** Forgets what it has done: the chain was rolled back. */
  forget(): void
}

interface RoundState {
  round: bigint
  initialized: boolean
  paused: boolean
}

const NOTHING: KeeperWork = { initialized: false, rewards: 0, feesWei: 0n }

class ChainKeeper implements Keeper {
  enabled: boolean
  private readonly chain: Chain
  private readonly world: World
  private readonly deployment: Deployment
  /** Last round whose fees were paid. */
  private paidRound = -1n

  constructor(chain: Chain, world: World, enabled: boolean) {
    this.chain = chain
    this.world = world
    this.deployment = world.deployment
    this.enabled = enabled
  }

  setEnabled(enabled: boolean): void {
    this.enabled = enabled
  }

  forget(): void {
    this.paidRound = -1n
  }

  async initialize(): Promise<boolean> {
    const { round, initialized, paused } = await this.readRound()
    if (initialized || paused || round === 0n) return false
    await this.mine([
      this.call(accountOf(this.deployment.accounts, 'keeper'), 'RoundsManager', 'initializeRound'),
    ])
    return (await this.readRound()).initialized
  }

  async work(): Promise<KeeperWork> {
    const { paused, round } = await this.readRound()
    if (paused || round === 0n) return NOTHING
    const initialized = await this.initialize()
    const rewards = await this.callRewards(round)
    const feesWei = await this.payFees(round)
    return { initialized, rewards, feesWei }
  }

  private call(from: Address, contract: string, functionName: string, args: readonly unknown[] = []): Call {
    return {
      label: `${contract}.${functionName}`,
      from,
      to: addressOf(this.deployment, contract),
      data: encodeCall(contract, functionName, args),
    }
  }

  /** Mines calls a few to a block, at the chain's present time. */
  private async mine(calls: readonly Call[]): Promise<void> {
    await withoutAutomine(this.chain, async () => {
      for (let from = 0; from < calls.length; from += REWARDS_PER_BLOCK) {
        for (const call of calls.slice(from, from + REWARDS_PER_BLOCK))
          await sendCall(this.chain.request, call)
        await this.chain.request({ method: 'hardhat_mine', params: ['0x1' satisfies Hex] })
      }
    })
  }

  private async readRound(): Promise<RoundState> {
    const [round, initialized, paused] = await readMany(this.chain.request, this.deployment, [
      { contract: 'RoundsManager', functionName: 'currentRound' },
      { contract: 'RoundsManager', functionName: 'currentRoundInitialized' },
      { contract: 'Controller', functionName: 'paused' },
    ])
    return { round: round as bigint, initialized: initialized === true, paused: paused === true }
  }

  private async activeOf(orchestrators: readonly Address[]): Promise<boolean[]> {
    const answers = await readMany(
      this.chain.request,
      this.deployment,
      orchestrators.map((address) => ({
        contract: 'BondingManager',
        functionName: 'isActiveTranscoder',
        args: [address],
      })),
    )
    return answers.map((answer) => answer === true)
  }

  /** Who misses a round is drawn from the world's seed and the round, so that looking twice changes nothing. */
  private async callRewards(round: bigint): Promise<number> {
    const { habits } = this.world
    const orchestrators = habits.map((habit) => habit.orchestrator)
    const active = await this.activeOf(orchestrators)
    const states = (await readMany(
      this.chain.request,
      this.deployment,
      orchestrators.map((address) => ({
        contract: 'BondingManager',
        functionName: 'getTranscoder',
        args: [address],
      })),
    )) as readonly (readonly [lastRewardRound: bigint, ...rest: bigint[]])[]
    const random = createRandom(`${this.world.seed}/keeper/${round}`)
    const calls: Call[] = []
    for (const [index, habit] of habits.entries()) {
      const calling = random.chance(habit.reliability)
      if (!calling || !active[index] || states[index]?.[0] === round) continue
      calls.push(
        habit.caller === habit.orchestrator
          ? this.call(habit.caller, 'BondingManager', 'reward')
          : this.call(habit.caller, 'BondingManager', 'rewardForTranscoder', [habit.orchestrator]),
      )
    }
    if (calls.length > 0) await this.mine(calls)
    return calls.length
  }

  private async payFees(round: bigint): Promise<bigint> {
    if (this.paidRound === round || this.world.feeEarners.length === 0) return 0n
    this.paidRound = round
    const earners = this.world.feeEarners.map((earner) => earner.orchestrator)
    const active = await this.activeOf(earners)
    const payable = this.world.feeEarners.filter((_, index) => active[index])
    const random = createRandom(`${this.world.seed}/keeper-fees/${round}`)
    const part = FEES_PER_ROUND_WEI / BigInt(PAYMENTS_PER_ROUND)
    const payments = Array.from({ length: PAYMENTS_PER_ROUND }, () => {
      const from = drawByWeight(random, this.world.gateways)
      const to = drawByWeight(random, payable)?.orchestrator
      return from && to ? [{ from, to, amountWei: part / 2n + random.wei(part) }] : []
    }).flat()
    if (payments.length === 0) return 0n
    await this.fillUp(payments)
    const [hash] = await readMany(this.chain.request, this.deployment, [
      { contract: 'RoundsManager', functionName: 'blockHashForRound', args: [round] },
    ])
    const tickets = await signPayments(payments, random, Number(round), hash as Hex)
    await this.mine(
      redemptionCalls(tickets).map(({ from, contract, functionName, args, gas }) => ({
        ...this.call(from, contract, functionName, args),
        gas,
      })),
    )
    return payments.reduce((sum, { amountWei }) => sum + amountWei, 0n)
  }

  /** Deposits that are too low for what is due are filled up, as in the world's history. */
  private async fillUp(payments: readonly Payment[]): Promise<void> {
    const payers = [...new Set(payments.map(({ from }) => from))].filter(({ refills }) => refills)
    const infos = (await readMany(
      this.chain.request,
      this.deployment,
      payers.map(({ account }) => ({
        contract: 'TicketBroker',
        functionName: 'getSenderInfo',
        args: [account.address],
      })),
    )) as readonly (readonly [sender: { deposit: bigint }, reserve: unknown])[]
    const short = payers.filter((payer, index) => {
      const due = payments
        .filter(({ from }) => from === payer)
        .reduce((sum, { amountWei }) => sum + amountWei, 0n)
      return (infos[index]?.[0].deposit ?? 0n) < due
    })
    if (short.length === 0) return
    await this.mine(
      short.map(({ account, depositWei }) => ({
        ...this.call(account.address, 'TicketBroker', 'fundDeposit'),
        valueWei: depositWei,
      })),
    )
  }
}

export function createKeeper(chain: Chain, world: World, options: { enabled: boolean }): Keeper {
  return new ChainKeeper(chain, world, options.enabled)
}
