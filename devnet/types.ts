import type { Address } from 'viem'

/** An EIP-1193 request function: the whole protocol network is driven through one. */
export type RequestFn = (args: { method: string; params?: readonly unknown[] | object }) => Promise<unknown>

/** A local chain in this process. */
export interface Chain {
  readonly chainId: number
  request: RequestFn
  close(): Promise<void>
}

/** Roles of the well-known accounts in a deployment. */
export interface DeployedAccount {
  address: Address
  /** e.g. `deployer`, `keeper`, `demo`, `demo-delegator`, `demo-orchestrator`, `demo-gateway`, `demo-author`, `spare`. */
  role: string
}

/** What `GET /deployment.json` answers: enough for any tool to attach to the local network. */
export interface Deployment {
  chainId: number
  rpc: string
  /** Contract name (contracts.md section 2.2; proxies under the plain name, implementations as `<Name>Target`) to address. */
  contracts: Record<string, Address>
  /** Block in which each contract was deployed. */
  blocks: Record<string, number>
  accounts: DeployedAccount[]
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
