import type { Abi, Address, Hex } from 'viem'
import type { ContractName } from '@/lib/contracts/addresses'
import type { TreasuryCall } from '@/lib/contracts/treasury-action'
import type { PollChoice } from '@/lib/protocol/poll-tally'
import type { TreasurySupport } from '@/lib/protocol/treasury-vote'

/** The contract functions the site sends, one file each in this folder. Hinted variants count as their plain verb. */
export type Verb =
  | 'approve'
  | 'bond'
  | 'unbond'
  | 'rebond'
  | 'rebondFromUnbonded'
  | 'withdrawStake'
  | 'withdrawFees'
  | 'claimEarnings'
  | 'castVote'
  | 'votePoll'
  | 'transferBond'
  | 'claimStake'
  | 'checkpointBondingState'
  | 'initializeRound'
  | 'transcoder'
  | 'reward'
  | 'rewardForTranscoder'
  | 'setRewardCaller'
  | 'setServiceURI'
  | 'fundDeposit'
  | 'fundReserve'
  | 'fundDepositAndReserve'
  | 'unlock'
  | 'cancelUnlock'
  | 'withdraw'
  | 'createPoll'
  | 'propose'
  | 'queue'
  | 'execute'
  | 'cancel'

/** Where a service address is published: for transcoding, or for AI jobs. */
export type Registry = 'ServiceRegistry' | 'AIServiceRegistry'

/**
 * Neighbours a node will have in the pool after the change (contracts.md section 5.8); the zero address
 * means none or unknown. A wrong hint costs gas and nothing else.
 */
export interface PositionHint {
  readonly prev: Address
  readonly next: Address
}

/** The arguments of one call: plain data, kept in a plan and in the browser's store. Amounts in wei of the token. */
export type CallArgs =
  | { readonly verb: 'approve'; readonly spender: Address; readonly amountWei: bigint }
  | {
      readonly verb: 'bond'
      readonly amountWei: bigint
      readonly to: Address
      /** New place of the delegate that is left; zeros when no delegate is left. */
      readonly oldHint: PositionHint
      /** New place of `to`. */
      readonly newHint: PositionHint
    }
  | { readonly verb: 'unbond'; readonly amountWei: bigint; readonly hint: PositionHint }
  | { readonly verb: 'rebond'; readonly lockId: bigint; readonly hint: PositionHint }
  | {
      readonly verb: 'rebondFromUnbonded'
      readonly to: Address
      readonly lockId: bigint
      readonly hint: PositionHint
    }
  | { readonly verb: 'withdrawStake'; readonly lockId: bigint }
  | { readonly verb: 'withdrawFees'; readonly recipient: Address; readonly amountWei: bigint }
  | { readonly verb: 'claimEarnings' }
  | {
      readonly verb: 'castVote'
      readonly proposalId: bigint
      readonly support: TreasurySupport
      /** Goes on chain with the vote; empty: none. */
      readonly reason: string
    }
  | { readonly verb: 'votePoll'; readonly poll: Address; readonly choice: PollChoice }
  | {
      readonly verb: 'transferBond'
      readonly receiver: Address
      readonly amountWei: bigint
      /** New place of the account's own delegate, then of the receiver's. */
      readonly oldHint: PositionHint
      readonly newHint: PositionHint
    }
  | {
      readonly verb: 'claimStake'
      /** Delegate, stake and fees exactly as the snapshot lists them; fees in wei of ETH. */
      readonly delegate: Address
      readonly stakeWei: bigint
      readonly feesWei: bigint
      readonly proof: readonly Hex[]
      /** Whom the stake goes to here; the zero address: the listed delegate. */
      readonly newDelegate: Address
    }
  | { readonly verb: 'checkpointBondingState'; readonly of: Address }
  | { readonly verb: 'initializeRound' | 'unlock' | 'cancelUnlock' | 'withdraw' }
  | {
      readonly verb: 'transcoder'
      /** Share of rewards kept, and share of fees given away. */
      readonly rewardCutP6: bigint
      readonly feeShareP6: bigint
      readonly hint: PositionHint
    }
  | { readonly verb: 'reward'; readonly hint: PositionHint }
  | { readonly verb: 'rewardForTranscoder'; readonly transcoder: Address; readonly hint: PositionHint }
  /** The zero address: nobody. */
  | { readonly verb: 'setRewardCaller'; readonly caller: Address }
  | { readonly verb: 'setServiceURI'; readonly registry: Registry; readonly uri: string }
  /** Wei of ETH, sent along. */
  | { readonly verb: 'fundDeposit' | 'fundReserve'; readonly amountWei: bigint }
  | { readonly verb: 'fundDepositAndReserve'; readonly depositWei: bigint; readonly reserveWei: bigint }
  /** IPFS CID of the poll's text. */
  | { readonly verb: 'createPoll'; readonly cid: string }
  /** The text to the byte: with the calls it is the proposal's identity. */
  | {
      readonly verb: 'propose' | 'queue' | 'execute' | 'cancel'
      readonly calls: readonly TreasuryCall[]
      readonly description: string
    }

/** One decoded argument as the review sheet lists it. */
export interface ArgumentRow {
  /** Name in the contract's ABI. */
  readonly name: string
  /** Solidity type. */
  readonly type: string
  /** Exact value: integers in full, addresses as given. */
  readonly value: string
  /** What it means in words, where the name alone does not say it. */
  readonly meaning: string | null
}

/** A call ready to be simulated, sent or shown. */
export interface Call {
  readonly verb: Verb
  readonly contract: ContractName
  readonly address: Address
  /** The one function's ABI entry. */
  readonly abi: Abi
  /** Contract function, e.g. `bondWithHint`. */
  readonly functionName: string
  readonly args: readonly unknown[]
  readonly data: Hex
  /** ETH sent along, in wei. */
  readonly valueWei: bigint
  readonly rows: readonly ArgumentRow[]
  /** The same call as one line for Foundry's `cast`. */
  readonly cast: string
  /** Contracts that must agree with the Controller before this may be signed. */
  readonly dependsOn: readonly ContractName[]
}

/** What a mined call really did, read from its own event. Amounts in wei, rounds as numbers of the protocol. */
export type Outcome =
  | { readonly verb: 'approve'; readonly spender: Address; readonly amountWei: bigint }
  | {
      readonly verb: 'bond'
      readonly delegate: Address
      /** Zero address when there was none. */
      readonly oldDelegate: Address
      /** New tokens only. */
      readonly addedWei: bigint
      /** Whole stake after the call, earnings claimed by it included. */
      readonly stakeWei: bigint
    }
  | {
      readonly verb: 'unbond'
      readonly delegate: Address
      readonly lockId: bigint
      readonly amountWei: bigint
      readonly withdrawRound: bigint
    }
  | {
      readonly verb: 'rebond' | 'rebondFromUnbonded'
      readonly delegate: Address
      readonly lockId: bigint
      readonly amountWei: bigint
    }
  | {
      readonly verb: 'withdrawStake'
      readonly lockId: bigint
      readonly amountWei: bigint
      readonly withdrawRound: bigint
    }
  | { readonly verb: 'withdrawFees'; readonly recipient: Address; readonly amountWei: bigint }
  | {
      readonly verb: 'claimEarnings'
      readonly rewardsWei: bigint
      readonly feesWei: bigint
    }
  | {
      readonly verb: 'castVote'
      readonly proposalId: bigint
      readonly support: TreasurySupport
      /** Full voting power at the snapshot; what delegators voted themselves is not taken off (contracts.md 11.2). */
      readonly weightWei: bigint
    }
  | { readonly verb: 'votePoll'; readonly poll: Address; readonly choice: PollChoice }
  | {
      readonly verb: 'transferBond'
      readonly receiver: Address
      readonly amountWei: bigint
    }
  | {
      readonly verb: 'claimStake'
      /** As the event says it: the listed delegate, stake and fees. */
      readonly delegate: Address
      readonly stakeWei: bigint
      readonly feesWei: bigint
    }
  | { readonly verb: 'checkpointBondingState'; readonly of: Address }
  | { readonly verb: 'initializeRound'; readonly round: bigint }
  | { readonly verb: 'transcoder'; readonly rewardCutP6: bigint; readonly feeShareP6: bigint }
  /** Without the treasury's part. */
  | {
      readonly verb: 'reward' | 'rewardForTranscoder'
      readonly transcoder: Address
      readonly amountWei: bigint
    }
  | { readonly verb: 'setRewardCaller'; readonly caller: Address }
  | { readonly verb: 'setServiceURI'; readonly registry: Registry; readonly uri: string }
  | { readonly verb: 'fundDeposit' | 'fundReserve'; readonly amountWei: bigint }
  | { readonly verb: 'fundDepositAndReserve'; readonly depositWei: bigint; readonly reserveWei: bigint }
  | { readonly verb: 'unlock'; readonly withdrawRound: bigint }
  | { readonly verb: 'cancelUnlock' }
  | { readonly verb: 'withdraw'; readonly depositWei: bigint; readonly reserveWei: bigint }
  | { readonly verb: 'createPoll'; readonly poll: Address; readonly endBlock: bigint }
  | { readonly verb: 'propose' | 'queue' | 'execute' | 'cancel'; readonly proposalId: bigint }
