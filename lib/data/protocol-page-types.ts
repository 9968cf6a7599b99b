import type { Address } from 'viem'
import type { ContractName } from '@/lib/contracts/addresses'
import type { RoundView } from '@/lib/data/types'

/** Parameters of the contracts beside those of `ProtocolView`; null: the network lacks the contract. */
export interface ParametersView {
  /** Locked tail of a round, share out of 10^6. */
  roundLockAmountP6: bigint
  /** TicketBroker, in rounds. */
  tickets: { unlockPeriodRounds: number; validityPeriodRounds: number } | null
  /** LivepeerGovernor: rounds, wei of voting power, shares out of 10^6. */
  governor: {
    votingDelayRounds: number
    votingPeriodRounds: number
    proposalThresholdWei: bigint
    quorumP6: bigint
    quotaP6: bigint
  } | null
  /** How long a queued proposal waits, seconds. */
  timelockDelaySeconds: number
  /** PollCreator: share out of 10^6, L1 blocks, wei of stake. */
  polls: { quorumP6: bigint; quotaP6: bigint; periodBlocks: number; neededStakeWei: bigint } | null
}

/** One contract as the Controller has it now. */
export interface RegisteredContractView {
  name: ContractName
  /** What this site uses; null: the network lacks it. */
  address: Address | null
  /** What the Controller registers under the name: `confirmed` is the same, `unregistered` is kept outside of it. */
  check: 'confirmed' | 'differs' | 'unregistered'
  /** Registered address where it differs. */
  registered: Address | null
  /** Code behind a proxy; null: none is registered. */
  implementation: Address | null
}

/** Who owns what (contracts.md 2.6). */
export interface OwnersView {
  /** Owner of the Controller: the protocol's own governor contract, which sets every staking parameter. */
  controllerOwner: Address
  /** Owner of that contract (a multisig on Arbitrum One); null: the owner is no contract that names one. */
  governorOwner: Address | null
  /** Who may slash; null: nobody is registered, so that nobody can. */
  verifier: Address | null
}

/** Gateways in the index. */
export interface GatewayCounts {
  /** That ever funded a deposit or reserve. */
  known: number
  /** With a deposit now. */
  funded: number
}

/** A stake that was slashed. Amounts in wei of LPT. */
export interface SlashingView {
  orchestrator: Address
  finder: Address | null
  penaltyWei: bigint
  rewardWei: bigint
  block: number
}

export interface SlashingsView {
  rows: readonly SlashingView[]
  /** First block that was read; 0 is all there is. */
  fromBlock: number
}

/** A parameter was set; the chain's event names it without its value. */
export interface ParameterChangeView {
  /** The contracts' own name of it. */
  parameter: string
  round: number
  /** Unix seconds. */
  at: number
  transaction: string
}

/** What `/protocol` shows beside the protocol's figures (product.md 7). Null: its source did not answer. */
export interface ProtocolPageView {
  round: RoundView
  parameters: ParametersView
  contracts: readonly RegisteredContractView[]
  owners: OwnersView
  gateways: GatewayCounts | null
  slashings: SlashingsView | null
  /** Newest first. */
  changes: readonly ParameterChangeView[] | null
}
