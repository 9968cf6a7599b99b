import type { Address } from 'viem'
import type { Chain, DeployedAccount } from '@/devnet/types'

/** What the 20 well-known accounts are for, by index. Accounts without a role are `spare`: ETH, nothing else. */
const ROLES: Record<number, string> = {
  0: 'deployer',
  1: 'keeper',
  2: 'demo-gateway',
  3: 'demo-author',
  4: 'demo',
  5: 'demo',
  6: 'demo-delegator',
  7: 'demo-orchestrator',
  8: 'demo-claimant',
}

export async function wellKnownAccounts(chain: Chain): Promise<DeployedAccount[]> {
  const addresses = (await chain.request({ method: 'eth_accounts' })) as Address[]
  return addresses.map((address, index) => ({ address, role: ROLES[index] ?? 'spare' }))
}

/** First account of a role. Throws when the deployment has none: it was made by other code. */
export function accountOf(accounts: readonly DeployedAccount[], role: string): Address {
  const found = accounts.find((account) => account.role === role)
  if (!found) throw new Error(`The deployment has no account with the role ${role}`)
  return found.address
}
