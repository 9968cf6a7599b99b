import { type Address, getAddress, keccak256, slice, toHex } from 'viem'

/** Parameters of payments, governance and migration at deployment; amounts in wei, periods in rounds, rates in the base their name says. */
export interface GovernanceParams {
  unlockPeriodRounds: bigint
  ticketValidityPeriodRounds: bigint
  pollQuorumP6: bigint
  pollQuotaP6: bigint
  pollPeriodBlocks: bigint
  /** Stake that who creates a poll must have; nothing is paid. */
  pollCreationStakeWei: bigint
  votingDelayRounds: bigint
  votingPeriodRounds: bigint
  proposalThresholdWei: bigint
  quorumP6: bigint
  quotaP6: bigint
  treasuryMinDelaySeconds: bigint
  /** Contract on Ethereum whose messages the L2Migrator obeys; nobody has its key. */
  l1Migrator: Address
  /** Hand the Controller and LPT's admin role to the protocol owner contract, as on Arbitrum One. Setters then go through `ownerUpdate`. */
  protocolOwner: boolean
}

/** Those of Arbitrum One as contracts.md 2.7 records them, except that the deployer stays the owner. */
export const DEFAULT_GOVERNANCE_PARAMS: GovernanceParams = {
  unlockPeriodRounds: 2n,
  ticketValidityPeriodRounds: 2n,
  pollQuorumP6: 333_300n,
  pollQuotaP6: 500_000n,
  pollPeriodBlocks: 57_600n,
  pollCreationStakeWei: 100n * 10n ** 18n,
  votingDelayRounds: 1n,
  votingPeriodRounds: 10n,
  proposalThresholdWei: 100n * 10n ** 18n,
  quorumP6: 333_300n,
  quotaP6: 500_000n,
  treasuryMinDelaySeconds: 0n,
  l1Migrator: getAddress(slice(keccak256(toHex('local L1Migrator')), 12)),
  protocolOwner: false,
}
