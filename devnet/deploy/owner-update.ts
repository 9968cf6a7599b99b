import type { Address, Hex } from 'viem'
import { addressOf, encodeCall } from '@/devnet/chain/contract-calls'
import type { Call } from '@/devnet/chain/transact'
import { accountOf } from '@/devnet/deploy/accounts'
import type { Deployment } from '@/devnet/types'

/** What the protocol owner contract runs: parallel lists and a number that makes equal updates different (contracts.md 2.6). */
export interface OwnerUpdate {
  target: readonly Address[]
  value: readonly bigint[]
  data: readonly Hex[]
  nonce: bigint
}

/** An update that makes the named calls, in order, without ETH. */
export function ownerUpdate(
  deployment: Deployment,
  calls: readonly { contract: string; functionName: string; args?: readonly unknown[] }[],
  nonce: bigint,
): OwnerUpdate {
  return {
    target: calls.map(({ contract }) => addressOf(deployment, contract)),
    value: calls.map(() => 0n),
    data: calls.map(({ contract, functionName, args }) => encodeCall(contract, functionName, args)),
    nonce,
  }
}

/** Transactions that stage an update without delay and execute it; both can be in one block. */
export function ownerUpdateCalls(deployment: Deployment, update: OwnerUpdate): Call[] {
  const from = accountOf(deployment.accounts, 'deployer')
  const to = addressOf(deployment, 'Governor')
  return [
    { label: 'Governor.stage', from, to, data: encodeCall('Governor', 'stage', [update, 0n]) },
    { label: 'Governor.execute', from, to, data: encodeCall('Governor', 'execute', [update]) },
  ]
}
