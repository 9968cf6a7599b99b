import { concat, encodeErrorResult, type Hex, hexToNumber, numberToHex, size } from 'viem'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { FlowBench, reached } from '@/e2e/chain/flow-bench'
import { furtherCases } from '@/e2e/chain/further-cases'
import { paymentCases } from '@/e2e/chain/payment-cases'
import { createStakingWorld, type StakingWorld, type VerbCase, verbCases } from '@/e2e/chain/verb-cases'
import { voteCases } from '@/e2e/chain/vote-cases'
import type { Verb } from '@/lib/contracts/call'
import { callOf } from '@/lib/contracts/call-of'
import type { Runner } from '@/lib/transaction/ports'
import type { Plan } from '@/lib/transaction/types'

/*
 * The table that must have no hole: every verb in every situation, on the real chain, with the chain's state asserted after it.
 */

/** Cases of every verb; `verbs.test.ts` holds that none is missing. */
export const caseParts = {
  everyday: verbCases,
  further: furtherCases,
  others: [...paymentCases, ...voteCases],
}

/** How `expect.poll` waits: often, and long enough for a busy machine. */
export const patiently = { interval: 5, timeout: 10_000 }

/** Contracts' own pause stops these; the others are made to revert by replacing the code of their contract. */
const notPaused: readonly Verb[] = [
  'approve',
  'castVote',
  'votePoll',
  'checkpointBondingState',
  'claimStake',
  'setServiceURI',
  'createPoll',
  'propose',
  'queue',
  'execute',
  'cancel',
]

/** One verb in one situation: its plan in the prepared world, and the account's browser. */
export class Cell {
  readonly staking: StakingWorld
  readonly verbCase: VerbCase
  readonly plan: Plan
  readonly bench: FlowBench
  private readonly nonceBefore: number
  private broken: { address: string; code: unknown } | null = null

  private constructor(staking: StakingWorld, verbCase: VerbCase, plan: Plan, nonceBefore: number) {
    this.staking = staking
    this.verbCase = verbCase
    this.plan = plan
    this.nonceBefore = nonceBefore
    this.bench = new FlowBench(staking.world, plan.account)
  }

  static async create(staking: StakingWorld, verbCase: VerbCase, plan: Plan): Promise<Cell> {
    return new Cell(staking, verbCase, plan, await nonceOf(staking, plan))
  }

  get steps(): number {
    return this.verbCase.steps
  }

  /** The verb of the last step. */
  get verb(): Verb {
    const verb = this.plan.steps.at(-1)?.args.verb
    if (!verb) throw new Error('a plan without steps')
    return verb
  }

  /** An account that this plan is not of. */
  get other() {
    const { first, second } = this.staking
    return this.plan.account === first ? second : first
  }

  openPage(): Runner {
    return this.bench.openPage()
  }

  mine(): Promise<void> {
    return this.staking.world.mine(1)
  }

  /** The chain holds what the review said, by exactly as many transactions of the account as the plan has steps. */
  async expectDone(sent = this.steps): Promise<void> {
    const { nextLockId: _lock, ...position } = await this.staking.world.position(this.plan.account)
    const { status: _status, ...predicted } = this.plan.after
    expect(position).toEqual(predicted)
    expect((await nonceOf(this.staking, this.plan)) - this.nonceBefore).toBe(sent)
    await this.verbCase.check?.(this.staking, this.plan)
    expect(this.bench.kept()).toEqual([])
  }

  /** What the chain says now; the answer asserts that no contract has said anything since, but for the pause. */
  async mark(): Promise<() => Promise<void>> {
    const { world } = this.staking
    const position = await world.position(this.plan.account)
    const head = hexToNumber((await world.chain.request({ method: 'eth_blockNumber' })) as Hex)
    return async () => {
      expect(await world.position(this.plan.account)).toEqual(position)
      const logs = (await world.chain.request({
        method: 'eth_getLogs',
        params: [{ fromBlock: numberToHex(head + 1), toBlock: 'latest' }],
      })) as { address: string }[]
      const others = logs.filter(
        ({ address }) => address.toLowerCase() !== world.addresses.Controller.toLowerCase(),
      )
      expect(others).toEqual([])
    }
  }

  /** Makes the next call of a step revert with `system is paused`; `pending`: in the next block, before what is sent now. */
  async breakStep(step: number, pending: boolean): Promise<void> {
    const { world } = this.staking
    const args = this.plan.steps[step]?.args
    if (!args) throw new Error('no such step')
    if (!notPaused.includes(args.verb)) {
      if (pending) await world.submit(world.deployer, 'Controller', 'pause', [])
      else await world.send(world.deployer, 'Controller', 'pause')
      return
    }
    const { address } = callOf(args, world.addresses)
    const code = await world.chain.request({ method: 'eth_getCode', params: [address, 'latest'] })
    await world.chain.request({ method: 'hardhat_setCode', params: [address, revertingCode] })
    this.broken = { address, code }
  }

  /** Gives a broken contract its code back, so that its state can be read. */
  async mend(): Promise<void> {
    const { broken, staking } = this
    if (!broken) return
    const params = [broken.address, broken.code]
    await staking.world.chain.request({ method: 'hardhat_setCode', params })
  }

  /** Starts the plan with the wallet holding its last request; the answer lets the wallet go on. */
  async startUntilLastAsked(runner: Runner): Promise<{ running: Promise<void>; release: () => void }> {
    let release = () => {}
    const original = this.bench.wallet.request.bind(this.bench.wallet)
    let asked = 0
    this.bench.wallet.request = async (args) => {
      if (args.method === 'eth_sendTransaction') {
        asked += 1
        if (asked === this.steps) release = this.bench.wallet.hold('eth_sendTransaction')
      }
      return original(args)
    }
    const running = runner.start(this.plan)
    await expect.poll(() => this.bench.wallet.sendRequests, patiently).toBe(this.steps)
    return { running, release: () => release() }
  }

  /** Earlier steps mined, the last one sent and waiting for a block. */
  async startUntilLastPending() {
    const runner = this.openPage()
    const { running, release } = await this.startUntilLastAsked(runner)
    const expectUnchanged = await this.mark()
    await this.staking.world.setAutomine(false)
    release()
    await reached(runner, 'submitted')
    return { runner, running, expectUnchanged }
  }
}

async function nonceOf({ world }: StakingWorld, { account }: Plan): Promise<number> {
  const count = await world.chain.request({ method: 'eth_getTransactionCount', params: [account, 'latest'] })
  return hexToNumber(count as Hex)
}

const paused = encodeErrorResult({
  abi: [{ type: 'error', name: 'Error', inputs: [{ name: 'message', type: 'string' }] }],
  errorName: 'Error',
  args: ['system is paused'],
})

/** Code that reverts with the text whatever it is asked: copies the data behind it into memory and reverts with that. */
const revertingCode = concat([
  '0x60',
  numberToHex(size(paused), { size: 1 }),
  '0x600c600039',
  '0x60',
  numberToHex(size(paused), { size: 1 }),
  '0x6000fd',
  paused,
])

/** Runs scenarios over cases: one world, prepared once for each case and rolled back after each cell. */
export function runTable(
  cases: readonly VerbCase[],
  scenarios: Readonly<Record<string, (cell: Cell) => Promise<void>>>,
): void {
  let staking: StakingWorld
  let fresh: Hex

  beforeAll(async () => {
    staking = await createStakingWorld()
    fresh = await staking.world.snapshot()
  })
  afterAll(() => staking.world.chain.close())

  describe.each(cases)('$name', (verbCase) => {
    let prepared: Hex
    let plan: Plan
    let cell: Cell

    beforeAll(async () => {
      await verbCase.prepare?.(staking)
      plan = await staking.world.plan(verbCase.account(staking), verbCase.intent(staking))
      expect(plan.steps).toHaveLength(verbCase.steps)
      prepared = await staking.world.snapshot()
    })
    afterAll(async () => {
      await staking.world.revert(fresh)
      fresh = await staking.world.snapshot()
    })
    beforeEach(async () => {
      cell = await Cell.create(staking, verbCase, plan)
    })
    afterEach(async () => {
      cell.bench.closePages()
      await staking.world.setAutomine(true)
      await staking.world.revert(prepared)
      prepared = await staking.world.snapshot()
    })

    for (const [name, scenario] of Object.entries(scenarios)) it(name, () => scenario(cell))
  })
}
