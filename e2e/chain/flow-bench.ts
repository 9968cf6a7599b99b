import { type Address, createClient, custom, type Hex, hexToBigInt } from 'viem'
import { expect } from 'vitest'
import { TestWallet } from '@/e2e/chain/test-wallet'
import type { World } from '@/e2e/chain/world'
import { createChainPort } from '@/lib/transaction/chain-port'
import { createPorts } from '@/lib/transaction/create-ports'
import { waitIndexed } from '@/lib/transaction/indexed'
import type { FlowLocks, KeptFlow, Ports, Runner } from '@/lib/transaction/ports'
import { createRunner } from '@/lib/transaction/runner'
import { createFlowStore, type KeyValueStore } from '@/lib/transaction/store'
import type { FlowStage, FlowState } from '@/lib/transaction/types'
import { createWalletPort } from '@/lib/transaction/wallet-port'

/** A browser's storage without a browser. */
function memoryStorage(): KeyValueStore & { content: Map<string, string> } {
  const content = new Map<string, string>()
  return {
    content,
    getItem: (key) => content.get(key) ?? null,
    setItem: (key, value) => {
      content.set(key, value)
    },
    removeItem: (key) => {
      content.delete(key)
    },
  }
}

/** A browser's locks without a browser: those of closed pages are free again. */
class MemoryLocks implements FlowLocks {
  private readonly held = new Map<string, object>()

  async take(id: string): Promise<(() => void) | null> {
    if (this.held.has(id)) return null
    const token = {}
    this.held.set(id, token)
    return () => {
      if (this.held.get(id) === token) this.held.delete(id)
    }
  }

  async wait(id: string, signal: AbortSignal): Promise<() => void> {
    for (;;) {
      const release = await this.take(id)
      if (release) return release
      await new Promise((resolve) => setTimeout(resolve, 1))
      signal.throwIfAborted()
    }
  }

  releaseAll(): void {
    this.held.clear()
  }
}

/** One person at one browser: wallet, storage and index stay, runners come and go with the pages. */
export class FlowBench {
  readonly world: World
  readonly wallet: TestWallet
  readonly storage = memoryStorage()
  readonly account: Address
  readonly locks = new MemoryLocks()
  /** Requests of the page to its endpoint fail while true. */
  endpointDown = false
  private gate: Promise<void> | null = null
  /** How many answers showed a transaction, mined or not. */
  transactionsSeen = 0
  /** What an endpoint that lies makes of an answer. */
  tamper: (args: { method: string; params?: unknown[] }, answer: unknown) => unknown = (_args, answer) =>
    answer
  /** While true the index does not move. */
  indexHeld = false
  private indexed = 0n
  private readonly runners: Runner[] = []

  constructor(world: World, account: Address) {
    this.world = world
    this.account = account
    this.wallet = new TestWallet(world.chain.request, account)
  }

  /** The page's own endpoint. */
  private readonly client = createClient({
    transport: custom(
      {
        request: async (args: { method: string; params?: unknown[] }) => {
          await this.gate
          if (this.endpointDown) throw new TypeError('fetch failed')
          const answer = this.tamper(args, await this.world.chain.request(args))
          if (args.method === 'eth_getTransactionByHash' && answer) this.transactionsSeen += 1
          return answer
        },
      },
      { retryCount: 0 },
    ),
  })

  /** Requests of the page to its endpoint wait until the returned function is called. */
  holdEndpoint(): () => void {
    let release = () => {}
    this.gate = new Promise((resolve) => {
      release = () => {
        this.gate = null
        resolve()
      }
    })
    return () => release()
  }

  /** A page that has just been loaded. */
  openPage(overrides: Partial<Ports> = {}): Runner {
    const { world, client } = this
    const ports = createPorts({
      client,
      network: world.network,
      wallet: createWalletPort(this.wallet),
      store: createFlowStore(this.storage, null),
      locks: this.locks,
      readIndexedHead: () => this.readIndexedHead(),
    })
    const runner = createRunner({
      ...ports,
      chain: createChainPort(client, { pollMs: 5, lostAfterMs: 100 }),
      waitIndexed: (block, onLate, signal) =>
        waitIndexed(() => this.readIndexedHead(), block, onLate, signal, {
          pollMs: 5,
          maxPollMs: 5,
          ceilingMs: 50,
        }),
      ...overrides,
    })
    this.runners.push(runner)
    return runner
  }

  /** Closes all tabs: whatever they were doing, the browser frees their locks. */
  closePages(): void {
    for (const runner of this.runners.splice(0)) runner.dispose()
    this.locks.releaseAll()
  }

  kept(): readonly KeptFlow[] {
    return createFlowStore(this.storage, null).list(this.world.chain.chainId, this.account)
  }

  /** The one flow a reload finds. */
  onlyKept(): KeptFlow {
    const [flow, ...others] = this.kept()
    if (!flow || others.length > 0) throw new Error(`${others.length + (flow ? 1 : 0)} flows are kept`)
    return flow
  }

  private async readIndexedHead(): Promise<bigint> {
    const newest = hexToBigInt((await this.world.chain.request({ method: 'eth_blockNumber' })) as Hex)
    if (!this.indexHeld) this.indexed = newest
    return this.indexed
  }
}

/** Resolves with the state once the runner is in one of the stages. */
export async function reached<S extends FlowStage>(
  runner: Runner,
  ...stages: S[]
): Promise<Extract<FlowState, { stage: S }>> {
  const fits = (state: FlowState): state is Extract<FlowState, { stage: S }> =>
    (stages as FlowStage[]).includes(state.stage)
  const deadline = Date.now() + 10_000
  for (;;) {
    const state = runner.getState()
    if (fits(state)) return state
    if (Date.now() > deadline) {
      const detail = 'failure' in state ? `: ${state.failure.reason} ${state.failure.detail}` : ''
      expect.fail(`the flow is ${state.stage}${detail}, not ${stages.join(' or ')}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}
