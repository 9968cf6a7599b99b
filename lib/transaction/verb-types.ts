import type { Address, Hex } from 'viem'
import type { Registry } from '@/lib/contracts/call'
import type { TreasuryCall } from '@/lib/contracts/treasury-action'
import type { ProposalState } from '@/lib/protocol/treasury-vote'

/** Staking beyond the everyday verbs. LPT in wei. */
export type MoveIntent =
  | { readonly verb: 'transferBond'; readonly receiver: Address; readonly amountWei: bigint }
  /** An orchestrator unbonds all of its own stake, whatever that is by then. */
  | { readonly verb: 'resign' }
  /** One transaction a lock; locks that are gone meanwhile are passed over. */
  | { readonly verb: 'withdrawLocks'; readonly lockIds: readonly bigint[] }
  /** `to` counts for an account without stake; one that has some rebonds to its own delegate. */
  | { readonly verb: 'rebondLocks'; readonly lockIds: readonly bigint[]; readonly to: Address }
  | { readonly verb: 'checkpointBondingState'; readonly of: Address }

/** Stake left on Ethereum, with what the published list says of it. */
export interface ClaimIntent {
  readonly verb: 'claimStake'
  readonly delegate: Address
  readonly stakeWei: bigint
  /** Wei of ETH. */
  readonly feesWei: bigint
  readonly proof: readonly Hex[]
  readonly newDelegate: Address
}

/** What orchestrators do, and what anybody may do for the protocol. */
export type OperateIntent =
  | { readonly verb: 'initializeRound' }
  | { readonly verb: 'transcoder'; readonly rewardCutP6: bigint; readonly feeShareP6: bigint }
  | { readonly verb: 'reward' }
  | { readonly verb: 'rewardForTranscoder'; readonly transcoder: Address }
  | { readonly verb: 'setRewardCaller'; readonly caller: Address }
  | { readonly verb: 'setServiceURI'; readonly registry: Registry; readonly uri: string }

/** What gateways do with their funds. Wei of ETH. */
export type GatewayIntent =
  | { readonly verb: 'fundDeposit' | 'fundReserve'; readonly amountWei: bigint }
  | { readonly verb: 'fundDepositAndReserve'; readonly depositWei: bigint; readonly reserveWei: bigint }
  | { readonly verb: 'unlock' | 'cancelUnlock' | 'withdraw' }

/** Making polls and proposals, and taking proposals on. */
export type GovernIntent =
  | { readonly verb: 'createPoll'; readonly cid: string }
  | {
      readonly verb: 'propose' | 'queue' | 'execute' | 'cancel'
      readonly calls: readonly TreasuryCall[]
      readonly description: string
    }

export type FurtherIntent = MoveIntent | ClaimIntent | OperateIntent | GatewayIntent | GovernIntent

/** What a step of these verbs changes, with the figures before and after it. */
export type FurtherEffect =
  | {
      readonly kind: 'bond-transferred'
      readonly amountWei: bigint
      readonly receiver: Address
      /** Whom the stake is delegated to afterwards. */
      readonly delegate: Address
    }
  | { readonly kind: 'checkpointed'; readonly of: Address }
  /** `stakeWei`: what is bonded by it; `feesWei`: ETH that is paid out. */
  | {
      readonly kind: 'stake-claimed'
      readonly stakeWei: bigint
      readonly feesWei: bigint
      readonly delegate: Address
    }
  | { readonly kind: 'round-started'; readonly round: bigint }
  | {
      readonly kind: 'cuts-set'
      readonly rewardCutBeforeP6: bigint
      readonly rewardCutAfterP6: bigint
      readonly feeShareBeforeP6: bigint
      readonly feeShareAfterP6: bigint
    }
  /** Takes a place in the set of the next round. */
  | { readonly kind: 'set-joined'; readonly orchestrator: Address; readonly round: bigint }
  /** `netWei`: without the treasury's part; `keptWei`: of it, what the orchestrator keeps as its cut. */
  | {
      readonly kind: 'reward-called'
      readonly orchestrator: Address
      readonly netWei: bigint
      readonly keptWei: bigint
      readonly treasuryWei: bigint
    }
  | { readonly kind: 'reward-caller-set'; readonly before: Address | null; readonly after: Address | null }
  | {
      readonly kind: 'service-uri-set'
      readonly registry: Registry
      readonly before: string
      readonly after: string
    }
  | {
      readonly kind: 'gateway-funded'
      readonly depositBeforeWei: bigint
      readonly depositAfterWei: bigint
      readonly reserveBeforeWei: bigint
      readonly reserveAfterWei: bigint
    }
  | { readonly kind: 'unlock-started'; readonly withdrawRound: bigint }
  | { readonly kind: 'unlock-stopped' }
  | { readonly kind: 'gateway-withdrawn'; readonly depositWei: bigint; readonly reserveWei: bigint }
  /** Votes are taken up to `endBlock`, an L1 block: in `blocks` blocks from now. */
  | {
      readonly kind: 'poll-created'
      readonly cid: string
      readonly endBlock: bigint
      readonly blocks: bigint
    }
  | {
      readonly kind: 'proposal-made'
      readonly proposalId: bigint
      readonly firstRound: bigint
      readonly lastRound: bigint
    }
  | {
      readonly kind: 'proposal-queued' | 'proposal-executed' | 'proposal-cancelled'
      readonly proposalId: bigint
    }

/** What to know before these verbs. */
export type FurtherWarning =
  /** The receiver delegates to somebody else, so the stake changes sides. */
  | {
      readonly code: 'receiver-other-delegate'
      readonly receiver: Address
      readonly delegate: Address
      readonly from: Address
    }
  /** The receiver takes over the delegate and counts from the next round. */
  | { readonly code: 'receiver-starts'; readonly receiver: Address; readonly round: bigint }
  /** Delegators keep less than before from the next reward or ticket on. */
  | {
      readonly code: 'cuts-rise'
      readonly reward: boolean
      readonly fees: boolean
    }
  | { readonly code: 'keeps-everything' }
  /** What the active set says of the account with its cuts set. */
  | { readonly code: 'stays-outside'; readonly neededWei: bigint }
  /** The orchestrator's cuts went up since an earlier reward of it. */
  | {
      readonly code: 'cut-rose'
      readonly delegate: Address
      readonly beforeP6: bigint
      readonly afterP6: bigint
      readonly round: bigint
    }
  | { readonly code: 'unlock-stops' }
  | { readonly code: 'gateway-wait'; readonly rounds: bigint; readonly withdrawRound: bigint }
  | { readonly code: 'tickets-worthless' }
  /** The treasury holds less than the actions pay. */
  | { readonly code: 'treasury-short'; readonly lptShortWei: bigint; readonly ethShortWei: bigint }
  | { readonly code: 'proposal-final' }

/** Why these verbs are impossible now. */
export type FurtherRefusalReason =
  | { readonly code: 'receiver-self' }
  | { readonly code: 'receiver-invalid'; readonly receiver: Address }
  | {
      readonly code: 'receiver-would-forfeit'
      readonly receiver: Address
      readonly delegate: Address
      readonly round: bigint
    }
  | { readonly code: 'locks-none' }
  | { readonly code: 'checkpointed-already'; readonly of: Address }
  | { readonly code: 'claim-disabled' }
  | { readonly code: 'claim-done' }
  /** The list given does not lead to the root on chain. */
  | { readonly code: 'claim-unproven' }
  | { readonly code: 'claim-nothing' }
  | { readonly code: 'pool-short' }
  | { readonly code: 'nothing-to-revoke' }
  | { readonly code: 'round-started'; readonly round: bigint }
  | { readonly code: 'round-locked'; readonly nextBlock: bigint; readonly blocks: bigint }
  | { readonly code: 'not-orchestrator' }
  | { readonly code: 'must-reward-first'; readonly round: bigint }
  | { readonly code: 'cut-invalid' }
  | { readonly code: 'unchanged' }
  | { readonly code: 'not-active'; readonly orchestrator: Address }
  | { readonly code: 'reward-called'; readonly orchestrator: Address; readonly round: bigint }
  | { readonly code: 'not-reward-caller'; readonly orchestrator: Address }
  | { readonly code: 'uri-invalid' }
  | { readonly code: 'contract-missing'; readonly what: string }
  | { readonly code: 'amount-over-eth'; readonly balanceWei: bigint }
  | { readonly code: 'gateway-empty' }
  | { readonly code: 'unlock-running'; readonly withdrawRound: bigint }
  | { readonly code: 'unlock-not-running' }
  | { readonly code: 'gateway-locked'; readonly withdrawRound: bigint; readonly round: bigint }
  | { readonly code: 'cid-missing' }
  | { readonly code: 'poll-stake-short'; readonly stakeWei: bigint; readonly neededWei: bigint }
  | { readonly code: 'proposal-empty' }
  | { readonly code: 'proposal-exists'; readonly proposalState: ProposalState }
  | { readonly code: 'proposal-not-known' }
  | { readonly code: 'power-short'; readonly powerWei: bigint; readonly neededWei: bigint }
  | { readonly code: 'proposer-other'; readonly proposer: Address }
  | { readonly code: 'proposal-not-passed'; readonly proposalState: ProposalState }
  | { readonly code: 'proposal-not-queued' }
  | { readonly code: 'not-proposer'; readonly proposer: Address }
  | { readonly code: 'cancel-too-late'; readonly proposalState: ProposalState }
