import type { Address, Hash } from 'viem'
import type { ContractName } from '@/lib/contracts/addresses'
import type { CallArgs, Outcome } from '@/lib/contracts/call'
import type { TransactionFailure } from '@/lib/contracts/errors'
import type { PollChoice } from '@/lib/protocol/poll-tally'
import type { ProposalState, TreasurySupport } from '@/lib/protocol/treasury-vote'
import type {
  FurtherEffect,
  FurtherIntent,
  FurtherRefusalReason,
  FurtherWarning,
} from '@/lib/transaction/verb-types'

/** What the person wants, before prerequisites. Amounts in wei of LPT (fees: wei of ETH). */
export type Intent =
  | { readonly verb: 'approve'; readonly amountWei: bigint }
  | { readonly verb: 'bond'; readonly amountWei: bigint; readonly to: Address }
  | { readonly verb: 'unbond'; readonly amountWei: bigint }
  | { readonly verb: 'rebond'; readonly lockId: bigint }
  | { readonly verb: 'rebondFromUnbonded'; readonly lockId: bigint; readonly to: Address }
  | { readonly verb: 'withdrawStake'; readonly lockId: bigint }
  | { readonly verb: 'withdrawFees'; readonly amountWei: bigint; readonly recipient: Address }
  | { readonly verb: 'claimEarnings' }
  | {
      readonly verb: 'castVote'
      readonly proposalId: bigint
      readonly support: TreasurySupport
      readonly reason: string
    }
  | { readonly verb: 'votePoll'; readonly poll: Address; readonly choice: PollChoice }
  | FurtherIntent

/** `pending`: bonded, earns and may unbond from the next round on. */
export type StakeStatus = 'pending' | 'bonded' | 'unbonded'

/** The figures of an account that a staking action changes. All in wei. */
export interface Position {
  readonly walletLptWei: bigint
  readonly allowanceWei: bigint
  /** Stake with earnings up to now, claimed or not. */
  readonly stakeWei: bigint
  /** Fees with earnings up to now, ETH. */
  readonly feesWei: bigint
  /** null when the account delegates to nobody. */
  readonly delegate: Address | null
  readonly status: StakeStatus
  /** First round in which the stake counts; 0 when unbonded. */
  readonly startRound: bigint
}

/** How an orchestrator's total stake changes by the plan, in wei. */
export interface StakeChange {
  readonly orchestrator: Address
  readonly beforeWei: bigint
  readonly afterWei: bigint
}

/** What one step changes. */
export type StepEffect =
  | {
      readonly kind: 'allowance'
      readonly spender: Address
      readonly beforeWei: bigint
      readonly afterWei: bigint
    }
  /** LPT leaves the wallet into stake. */
  | { readonly kind: 'lpt-bonded'; readonly amountWei: bigint; readonly to: Address }
  /** Earnings become part of the stake and of the withdrawable fees as a side effect. */
  | { readonly kind: 'earnings-claimed'; readonly rewardsWei: bigint; readonly feesWei: bigint }
  | { readonly kind: 'stake-moved'; readonly amountWei: bigint; readonly from: Address; readonly to: Address }
  | {
      readonly kind: 'lock-created'
      readonly lockId: bigint
      readonly amountWei: bigint
      readonly withdrawRound: bigint
    }
  | {
      readonly kind: 'lock-rebonded'
      readonly lockId: bigint
      readonly amountWei: bigint
      readonly to: Address
    }
  /** LPT arrives in the wallet. */
  | { readonly kind: 'lock-withdrawn'; readonly lockId: bigint; readonly amountWei: bigint }
  | { readonly kind: 'fees-withdrawn'; readonly amountWei: bigint; readonly recipient: Address }
  /** `weightWei`: voting power at the proposal's snapshot. */
  | {
      readonly kind: 'treasury-vote'
      readonly proposalId: bigint
      readonly support: TreasurySupport
      readonly weightWei: bigint
      readonly reason: string
    }
  /** `weightWei`: stake that would count if the poll closed now. */
  | {
      readonly kind: 'poll-vote'
      readonly poll: Address
      readonly choice: PollChoice
      readonly weightWei: bigint
    }
  | FurtherEffect

/** One transaction of a plan. */
export interface Step {
  readonly args: CallArgs
  readonly effects: readonly StepEffect[]
}

/** Computed from state; sentences are in `wording.ts`. Nothing here stops the person. */
export type Warning =
  /** The call claims earnings before this round's reward: the account's share of it is lost. */
  | {
      readonly code: 'reward-not-called'
      readonly delegate: Address
      readonly round: bigint
      /** Share of this round's reward that acting now gives up, in wei; null when it cannot be computed. */
      readonly forfeitWei: bigint | null
    }
  | {
      readonly code: 'whole-stake-moves'
      readonly stakeWei: bigint
      readonly from: Address
      readonly to: Address
    }
  | { readonly code: 'unbonding-wait'; readonly rounds: bigint; readonly withdrawRound: bigint }
  /** Rebonding gives up the wait already done. */
  | { readonly code: 'wait-restarts'; readonly rounds: bigint; readonly matured: boolean }
  | { readonly code: 'pending-until'; readonly round: bigint }
  /** Outside the active set after the change: earns nothing while there. */
  | { readonly code: 'delegate-inactive'; readonly delegate: Address }
  /** Leaves the active set with the next round. */
  | { readonly code: 'delegate-leaving'; readonly delegate: Address; readonly round: bigint }
  /** On one of the last places of a full set: the first to go when somebody outside gets more stake. */
  | {
      readonly code: 'delegate-edge'
      readonly delegate: Address
      readonly place: bigint
      readonly places: bigint
    }
  /** Shares no rewards with its delegators, and no fees either when `feesToo`. */
  | { readonly code: 'delegate-keeps'; readonly delegate: Address; readonly feesToo: boolean }
  /** Active, but has not called reward in the last `rounds` finished rounds. */
  | { readonly code: 'delegate-not-calling'; readonly delegate: Address; readonly rounds: bigint }
  /** This stake pushes another orchestrator out of the active set. */
  | { readonly code: 'evicts'; readonly evicted: Address; readonly round: bigint }
  | { readonly code: 'registers'; readonly account: Address }
  | { readonly code: 'resigns'; readonly account: Address }
  | { readonly code: 'dust-left'; readonly amountWei: bigint }
  /** Fees stay behind and can be withdrawn at any time. */
  | { readonly code: 'fees-left'; readonly feesWei: bigint }
  /** No ETH for the fee, and the account is a contract that may have another payer. */
  | { readonly code: 'no-gas' }
  /** The account is a contract: what it does may need signatures of others, later than now. */
  | { readonly code: 'contract-account' }
  /** The vote is taken and counts for nothing. */
  | { readonly code: 'vote-weightless' }
  /** The vote takes its weight out of the orchestrator's. */
  | {
      readonly code: 'vote-overrides'
      readonly delegate: Address
      readonly weightWei: bigint
      /** Whether it has voted; null when that is not known. */
      readonly delegateVoted: boolean | null
    }
  /** Delegators who vote themselves take their weight out of this vote, before or after it. */
  | { readonly code: 'vote-for-delegators' }
  | FurtherWarning

/** Which control a refusal belongs to; null: the action as a whole. */
export type RefusalField =
  | 'amount'
  | 'to'
  | 'lock'
  | 'recipient'
  | 'rewardCut'
  | 'feeShare'
  | 'uri'
  | 'reserve'
  | null

/** Why an action is impossible now. Sentences are in `wording.ts`. */
export type Refusal = { readonly field: RefusalField } & (
  | {
      readonly code: 'contract-differs'
      readonly contract: ContractName
      readonly expected: Address
      readonly found: Address
    }
  | { readonly code: 'contract-unchecked'; readonly contract: ContractName }
  | { readonly code: 'paused' }
  | { readonly code: 'round-not-initialized'; readonly round: bigint }
  | { readonly code: 'no-gas' }
  | { readonly code: 'amount-zero' }
  | { readonly code: 'amount-over-balance'; readonly balanceWei: bigint }
  | { readonly code: 'amount-over-stake'; readonly stakeWei: bigint }
  | { readonly code: 'amount-over-fees'; readonly feesWei: bigint }
  | { readonly code: 'nothing-bonded' }
  | { readonly code: 'pending'; readonly startRound: bigint }
  | { readonly code: 'still-bonded'; readonly delegate: Address }
  | { readonly code: 'delegate-not-registered'; readonly delegate: Address }
  | { readonly code: 'delegate-must-reward'; readonly delegate: Address; readonly round: bigint }
  | { readonly code: 'orchestrator-cannot-move' }
  | { readonly code: 'lock-missing'; readonly lockId: bigint }
  | {
      readonly code: 'lock-not-matured'
      readonly lockId: bigint
      readonly withdrawRound: bigint
      readonly round: bigint
    }
  | { readonly code: 'recipient-zero' }
  /** The recipient is a contract that does not take ETH as it is sent here; `own`: it is the account itself. */
  | { readonly code: 'recipient-refuses-eth'; readonly recipient: Address; readonly own: boolean }
  /** Earnings up to this round are already part of the stake. */
  | { readonly code: 'already-claimed'; readonly round: bigint }
  | { readonly code: 'proposal-unknown' }
  /** `firstRound`: voting opens with it. */
  | { readonly code: 'vote-not-open'; readonly firstRound: bigint; readonly round: bigint }
  | { readonly code: 'vote-over'; readonly proposalState: ProposalState }
  | { readonly code: 'already-voted' }
  | { readonly code: 'poll-unknown'; readonly poll: Address }
  | { readonly code: 'poll-over'; readonly endBlock: bigint }
  | FurtherRefusalReason
)

/**
 * An action as data: what will be asked of the wallet, in order, and what changes by it. Pure function of
 * the state at `block`; serialisable (`codec.ts`).
 */
export interface Plan {
  readonly chainId: number
  readonly account: Address
  readonly intent: Intent
  /** Block whose state the figures come from. */
  readonly block: bigint
  readonly round: bigint
  /** At least one. */
  readonly steps: readonly Step[]
  readonly before: Position
  readonly after: Position
  /** Total stakes of the orchestrators concerned: the one left first, then the one joined. */
  readonly stakes: readonly StakeChange[]
  /** Earnings that the steps claim as a side effect; zeros when they claim nothing. */
  readonly claims: { readonly rewardsWei: bigint; readonly feesWei: bigint }
  readonly warnings: readonly Warning[]
}

/** `refused` carries at least one refusal, the most fundamental first. */
export type Planning =
  | { readonly state: 'planned'; readonly plan: Plan }
  | { readonly state: 'refused'; readonly refusals: readonly [Refusal, ...Refusal[]] }

/** A finished step. */
export interface DoneStep {
  readonly step: number
  readonly hash: Hash
  readonly block: bigint
  readonly outcome: Outcome
}

/** Why a running flow stopped without an answer from the chain. */
export type StopReason =
  | { readonly code: 'account-changed'; readonly expected: Address; readonly found: Address | null }
  | { readonly code: 'chain-changed'; readonly expected: number; readonly found: number | null }
  /** The page was closed while the wallet was asking and no transaction of it was found. */
  | { readonly code: 'interrupted' }
  /** The figures of the review are no longer true; a new plan is offered. */
  | { readonly code: 'plan-changed' }
  /** The wallet failed to answer, so it may have sent the transaction. `detail`: what it said, for the details only. */
  | { readonly code: 'unclear'; readonly detail: string | null }
  /** A Safe failed to answer, so the proposal may be in its queue; nothing on the chain can show it there. */
  | { readonly code: 'unclear-proposal'; readonly detail: string | null }
  /** Another tab, or an open request of this one, has the flow. */
  | { readonly code: 'elsewhere' }
  /** It was ended where it went on. */
  | { readonly code: 'ended-elsewhere' }

/** Where a flow is in its plan. `step` indexes `plan.steps`. */
export interface Progress {
  readonly plan: Plan
  readonly step: number
  /** Steps already mined, oldest first. */
  readonly done: readonly DoneStep[]
}

/** Stage of the index after mining: `late` means the ceiling on waiting has passed. */
type Indexing = 'waiting' | 'late'

/** What is known of a proposal that waits in a Safe. */
export interface SafeQueue {
  /** Signatures it needs there; null: not known. */
  readonly threshold: number | null
  readonly owners: number | null
  /** Other transactions that the Safe has executed since. */
  readonly others: number
  /** The Safe executed something that the endpoint does not show, so it may be this. */
  readonly unread: boolean
}

/**
 * The one state of a flow. `ready` waits for the person; `refused` is the wallet's no, `rejected` is
 * found before the wallet was asked, `reverted` is mined and failed. `safe-proposed` and `batch-sent` are
 * answers other than a transaction hash.
 */
export type FlowState =
  | { readonly stage: 'draft' }
  | ({ readonly stage: 'checking' } & Progress)
  | ({ readonly stage: 'ready'; readonly notice: StopReason | null } & Progress)
  | ({ readonly stage: 'signing'; readonly nonce: number | null; readonly block: bigint } & Progress)
  | ({
      readonly stage: 'submitted'
      readonly hash: Hash
      readonly nonce: number | null
      readonly earlierHashes: readonly Hash[]
    } & Progress)
  /** A step is in a block with its event; more steps follow when `step` is not the last. */
  | ({ readonly stage: 'mined'; readonly indexing: Indexing } & Progress)
  | ({ readonly stage: 'indexed'; readonly block: bigint } & Progress)
  | ({ readonly stage: 'refused'; readonly failure: TransactionFailure } & Progress)
  | ({ readonly stage: 'rejected'; readonly failure: TransactionFailure } & Progress)
  | ({
      readonly stage: 'reverted'
      readonly hash: Hash
      readonly block: bigint
      readonly failure: TransactionFailure
    } & Progress)
  /** The same nonce was used by another transaction of the account. */
  | ({ readonly stage: 'replaced'; readonly hash: Hash; readonly by: Hash } & Progress)
  | ({ readonly stage: 'cancelled'; readonly hash: Hash; readonly by: Hash } & Progress)
  /** Sent, but neither the transaction nor a replacement can be found. */
  | ({ readonly stage: 'lost'; readonly hash: Hash; readonly nonce: number | null } & Progress)
  | ({ readonly stage: 'stopped'; readonly reason: StopReason } & Progress)
  /** In the queue of a Safe, and followed there. */
  | ({ readonly stage: 'safe-proposed'; readonly safeTxHash: Hash; readonly queue: SafeQueue } & Progress)
  | ({ readonly stage: 'batch-sent'; readonly batchId: string } & Progress)

export type FlowStage = FlowState['stage']

/** Everything that can happen to a flow. Events that do not fit the state leave it as it is (`reducer.ts`). */
export type FlowEvent =
  /** Begin, or begin again, at a step. */
  | ({ readonly type: 'check' } & Progress)
  | { readonly type: 'checked'; readonly notice: StopReason | null }
  | { readonly type: 'plan-refreshed'; readonly plan: Plan; readonly notice: StopReason | null }
  | { readonly type: 'asked'; readonly nonce: number | null; readonly block: bigint }
  | { readonly type: 'submitted'; readonly hash: Hash }
  | { readonly type: 'repriced'; readonly hash: Hash }
  | { readonly type: 'mined'; readonly done: DoneStep }
  | { readonly type: 'next' }
  | { readonly type: 'index-late' }
  | { readonly type: 'indexed'; readonly block: bigint }
  | { readonly type: 'refused'; readonly failure: TransactionFailure }
  | { readonly type: 'rejected'; readonly failure: TransactionFailure }
  | {
      readonly type: 'reverted'
      readonly hash: Hash
      readonly block: bigint
      readonly failure: TransactionFailure
    }
  | { readonly type: 'replaced'; readonly by: Hash }
  | { readonly type: 'cancelled'; readonly by: Hash }
  | { readonly type: 'lost' }
  | { readonly type: 'stopped'; readonly reason: StopReason }
  | { readonly type: 'safe-proposed'; readonly safeTxHash: Hash; readonly queue: SafeQueue }
  | { readonly type: 'safe-looked'; readonly queue: SafeQueue }
  | { readonly type: 'batch-sent'; readonly batchId: string }
  /** Take up a flow read back from the store. */
  | { readonly type: 'restored'; readonly state: FlowState }
  | { readonly type: 'reset' }
