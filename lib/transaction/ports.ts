import type { Address, Hash } from 'viem'
import type { Call, CallArgs, Outcome } from '@/lib/contracts/call'
import type { TransactionFailure } from '@/lib/contracts/errors'
import type { ReceiptLog } from '@/lib/contracts/read-event'
import type { SafeAccount } from '@/lib/transaction/safe-reads'
import type { Proposal, ProposalEnd, ProposalLook } from '@/lib/transaction/safe-search'
import type { DoneStep, FlowState, Intent, Plan, Planning, Refusal } from '@/lib/transaction/types'

/** Who the wallet says it is. */
export interface WalletIdentity {
  readonly address: Address | null
  readonly chainId: number | null
}

/** What a wallet answers to a request to send. Of a Safe the hash may be that of a proposal: the chain says which. */
export type SendAnswer =
  | { readonly kind: 'hash'; readonly hash: Hash }
  | { readonly kind: 'batch'; readonly batchId: string }

/** `wallet-port.ts` makes one of any EIP-1193 provider. */
export interface WalletPort {
  /** Asks the wallet itself, not a cache. */
  identity(): Promise<WalletIdentity>
  /** Reports account and chain changes; returns the way to stop. */
  watch(listener: (identity: WalletIdentity) => void): () => void
  /**
   * Opens the wallet, which must refuse when it is on another chain by then. `nonce`: the one that an earlier request, whose
   * answer is unclear, would use, so that at most one of the two can be mined; else null. Rejects with the provider's error.
   */
  send(call: Call, account: Address, chainId: number, nonce: number | null): Promise<SendAnswer>
}

/** Result of a simulation with the sender at the newest block. */
export type Simulation =
  | { readonly state: 'passed'; readonly block: bigint }
  | { readonly state: 'failed'; readonly failure: TransactionFailure }

/** What became of a sent transaction. */
export type Mining =
  | {
      readonly state: 'success'
      readonly hash: Hash
      readonly block: bigint
      readonly logs: readonly ReceiptLog[]
    }
  | { readonly state: 'reverted'; readonly hash: Hash; readonly block: bigint }
  /** The account's own transaction, but another call: `logs` say what it did. */
  | {
      readonly state: 'different'
      readonly hash: Hash
      readonly block: bigint
      readonly logs: readonly ReceiptLog[]
    }
  /** `mined`: what took its place, when that succeeded: a wallet may have sent the same action in another form. */
  | {
      readonly state: 'replaced' | 'cancelled'
      readonly by: Hash
      readonly mined: { readonly block: bigint; readonly logs: readonly ReceiptLog[] } | null
    }
  | { readonly state: 'lost' }

/** `chain-port.ts` makes one of a viem client. Methods reject only for transport trouble. */
export interface ChainPort {
  simulate(call: Call, account: Address): Promise<Simulation>
  /** Next nonce of the account, pending transactions counted, with the newest block. */
  head(account: Address): Promise<{ readonly nonce: number; readonly block: bigint }>
  /**
   * Waits until the transaction, or another with its nonce, is in a block. `onRepriced` reports the new
   * hash when the wallet sped it up.
   */
  waitReceipt(
    sent: {
      readonly hash: Hash
      readonly account: Address
      readonly nonce: number | null
      readonly call: Call
      /** A block from before it was sent. */
      readonly sinceBlock: bigint
    },
    onRepriced: (hash: Hash) => void,
    signal: AbortSignal,
  ): Promise<Mining>
  /** Why a mined transaction failed, by running it again at its block. */
  explainRevert(call: Call, account: Address, block: bigint): Promise<TransactionFailure>
  /** What became of a nonce of the account. Waits while a transaction with it is pending, and a little for one to appear. */
  findSent(
    sought: {
      readonly call: Call
      readonly account: Address
      readonly nonce: number
      readonly sinceBlock: bigint
      /** How often to look before a nonce counts as unused. */
      readonly looks: number
    },
    signal: AbortSignal,
  ): Promise<SentSearch>
  /** The account as a Safe; null when it is none. */
  safeOf(account: Address): Promise<SafeAccount | null>
  /** Waits until a Safe has executed a proposal or can do so no more (`safe-search.ts`). Rejects only when aborted. */
  waitProposal(
    proposal: Proposal,
    onLook: (look: ProposalLook) => void,
    signal: AbortSignal,
  ): Promise<ProposalEnd>
}

/** `unknown`: the nonce is used, but the endpoint cannot show by what. */
export type SentSearch =
  /** `same`: exactly the call; otherwise `logs` say what it did, empty when it failed. */
  | {
      readonly state: 'found'
      readonly hash: Hash
      readonly same: boolean
      readonly logs: readonly ReceiptLog[]
    }
  | { readonly state: 'unused' }
  | { readonly state: 'unknown' }

/** Who may drive a flow: one runner at a time over all tabs of the browser. */
export interface FlowLocks {
  /** The way to give the flow back; null when somebody else has it. */
  take(id: string): Promise<(() => void) | null>
  /** Takes the flow as soon as nobody else has it. Rejects when aborted. */
  wait(id: string, signal: AbortSignal): Promise<() => void>
}

/** What a runner needs of the outside. */
export interface Ports {
  readonly wallet: WalletPort
  readonly chain: ChainPort
  /** Contract call of a step's arguments on this network. */
  readonly callOf: (args: CallArgs) => Call
  /** What a receipt's logs say happened to the account; null when the expected event is missing. */
  readonly readOutcome: (args: CallArgs, logs: readonly ReceiptLog[], account: Address) => Outcome | null
  /** A refusal when a contract the call depends on is not the Controller's; asked before each signature. */
  readonly verify: (call: Call) => Promise<Refusal | null>
  /** Fresh plan of the same intent at the newest block, so that nothing stale is signed. */
  readonly replan: (intent: Intent, account: Address) => Promise<Planning>
  /** Waits until the index has the block (`indexed.ts`); calls `onLate` at its ceiling and goes on waiting quietly. */
  readonly waitIndexed: (block: bigint, onLate: () => void, signal: AbortSignal) => Promise<bigint>
  readonly store: FlowStore
  readonly locks: FlowLocks
}

/** Stages worth keeping over a reload. `proposed`: in a Safe's queue. */
export type KeptStage = 'waiting' | 'signing' | 'submitted' | 'proposed' | 'mined'

/** One unfinished flow as the browser keeps it. */
export interface KeptFlow {
  readonly id: string
  readonly stage: KeptStage
  readonly plan: Plan
  readonly step: number
  readonly done: readonly DoneStep[]
  /** Of the transaction, or of the Safe's proposal. */
  readonly hash: Hash | null
  /** The account's next nonce when the wallet was asked; of a proposal, what the Safe had executed by `block`. */
  readonly nonce: number | null
  /** Newest block when the wallet was asked; of a proposal, the block up to which it was looked for. */
  readonly block: bigint
}

/** `store.ts` makes one of `localStorage`. Nothing here throws. */
export interface FlowStore {
  save(flow: KeptFlow): void
  remove(id: string): void
  list(chainId: number, account: Address): readonly KeptFlow[]
  /** Whether the last reading met content that was not ours to understand and was left out. */
  damaged(): boolean
  /** Called when another tab changed the kept flows; returns the way to stop. */
  watch(listener: () => void): () => void
}

/** A flow in motion. `getState` and `subscribe` fit `useSyncExternalStore`. */
export interface Runner {
  getState(): FlowState
  subscribe(listener: () => void): () => void
  /** Simulates the first step without opening the wallet: `ready` or `rejected`. */
  check(plan: Plan): Promise<void>
  /** Runs the plan shown in the review. A second call while one is running does nothing. */
  start(plan: Plan): Promise<void>
  /**
   * Goes on at the current step after ready, refused, rejected, reverted, cancelled, replaced or stopped; after lost it looks
   * for the transaction again and never sends a second one. After an unclear answer it looks for the transaction before
   * the wallet is asked again.
   */
  retry(): Promise<void>
  /** Takes up a kept flow after a reload, or from another tab as soon as that is gone. */
  resume(flow: KeptFlow): Promise<void>
  /** Forgets the flow and returns to `draft`; what is already sent is not undone. */
  reset(): void
  /** Stops watching; the kept flow stays. */
  dispose(): void
}
