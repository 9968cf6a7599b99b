import type { Address } from 'viem'

/** An EIP-1193 request function: the whole protocol network is driven through one. */
export type RequestFn = (args: { method: string; params?: readonly unknown[] | object }) => Promise<unknown>

/** A local chain in this process. */
export interface Chain {
  readonly chainId: number
  request: RequestFn
  /**
   * Names contracts that read the block's number and hold no ETH: a call on the state of a block that was skipped then gives
   * them its number.
   */
  readsBlockNumber(addresses: readonly Address[]): void
  close(): Promise<void>
}

/** Roles of the well-known accounts in a deployment. */
export interface DeployedAccount {
  address: Address
  /** e.g. `deployer`, `keeper`, `demo`, `demo-delegator`, `demo-orchestrator`, `demo-gateway`, `demo-author`, `demo-claimant`, `spare`. */
  role: string
}

/** A contract behind a proxy: calls go to the one, code is that of the other. */
export interface ProxiedContract {
  proxy: Address
  target: Address
}

/** What `GET /deployment.json` answers: enough for any tool to attach to the local network. */
export interface Deployment {
  chainId: number
  rpc: string
  /** Contract name (contracts.md section 2.2; proxies under the plain name, implementations as `<Name>Target`) to address. */
  contracts: Record<string, Address>
  /** Block in which each contract was deployed. */
  blocks: Record<string, number>
  /** Contracts that are proxies, by their plain name. Absent until a network is running. */
  proxies?: Record<string, ProxiedContract>
  accounts: DeployedAccount[]
  /** Names of things a tool or test looks for in a world with a history, to address or proposal id. */
  landmarks?: Record<string, string>
}

/** Protocol parameters at deployment; defaults are mainnet's (contracts.md section 2.7). Amounts in wei, rates in the base their name says. */
export interface ProtocolParams {
  inflationP9: bigint
  inflationChangeP9: bigint
  targetBondingRateP9: bigint
  unbondingPeriodRounds: bigint
  numActiveTranscoders: bigint
  treasuryRewardCutRateP27: bigint
  treasuryBalanceCeilingWei: bigint
  roundLengthBlocks: bigint
  roundLockAmountP6: bigint
  /** LPT minted to the deployer on L2 before the first round. */
  initialSupplyWei: bigint
  /** Constant answer of the L1 supply cache. */
  l1CirculatingSupplyWei: bigint
  faucetRequestWei: bigint
  faucetWaitHours: bigint
}
