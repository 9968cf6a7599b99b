import { addressOf, encodeCall } from '@/devnet/chain/contract-calls'
import type { Call } from '@/devnet/chain/transact'
import { accountOf } from '@/devnet/deploy/accounts'
import { type ClaimLeaf, claimTree } from '@/devnet/deploy/claim-tree'
import { nameId } from '@/devnet/deploy/deployment-script'
import type { Deployment } from '@/devnet/types'

/** Id under which the L2Migrator looks its list up. */
export const CLAIM_SNAPSHOT_ID = nameId('LIP-73')

/**
 * Transactions of the deployer, who must own the Controller, that publish the list of claims and give the L2Migrator the LPT
 * and ETH to pay every one of them. A later list replaces the earlier one.
 */
export function publishClaimsCalls(deployment: Deployment, claims: readonly ClaimLeaf[]): Call[] {
  const from = accountOf(deployment.accounts, 'deployer')
  const migrator = addressOf(deployment, 'L2Migrator')
  const stakeWei = claims.reduce((sum, claim) => sum + claim.stakeWei, 0n)
  const feesWei = claims.reduce((sum, claim) => sum + claim.feesWei, 0n)
  return [
    {
      label: 'MerkleSnapshot.setSnapshot',
      from,
      to: addressOf(deployment, 'MerkleSnapshot'),
      data: encodeCall('MerkleSnapshot', 'setSnapshot', [CLAIM_SNAPSHOT_ID, claimTree(claims).root]),
    },
    {
      label: 'LPT for claims',
      from,
      to: addressOf(deployment, 'LivepeerToken'),
      data: encodeCall('LivepeerToken', 'transfer', [migrator, stakeWei]),
    },
    { label: 'ETH for claims', from, to: migrator, valueWei: feesWei },
  ]
}
