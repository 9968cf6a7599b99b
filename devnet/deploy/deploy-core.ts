import { accountOf, wellKnownAccounts } from '@/devnet/deploy/accounts'
import { deployCoreContracts, mintInitialSupply, setCoreParams } from '@/devnet/deploy/core-steps'
import { DEFAULT_PARAMS } from '@/devnet/deploy/params'
import { runScript } from '@/devnet/deploy/run-script'
import type { Chain, Deployment, ProtocolParams } from '@/devnet/types'

/** Accounts that stand in for contracts, by index of the well-known account. */
const STAND_INS: Readonly<Record<number, string>> = { 2: 'ticket-broker', 3: 'treasury' }

/**
 * Rounds, minting and bonding alone, for tests of these: accounts with the roles `ticket-broker` and `treasury` are registered
 * where those contracts would be, so that a test can pay fees in and see what the treasury gets without them. Otherwise as
 * `deployProtocol`.
 */
export async function deployCore(chain: Chain, overrides: Partial<ProtocolParams> = {}): Promise<Deployment> {
  const params = { ...DEFAULT_PARAMS, ...overrides }
  const accounts = (await wellKnownAccounts(chain)).map((account, index) => ({
    ...account,
    role: STAND_INS[index] ?? account.role,
  }))
  return runScript(chain, accounts, (script) => {
    deployCoreContracts(script, params)
    script.register('TicketBroker', accountOf(accounts, 'ticket-broker'))
    script.register('JobsManager', accountOf(accounts, 'ticket-broker'))
    script.register('Treasury', accountOf(accounts, 'treasury'))
    setCoreParams(script, params)
    mintInitialSupply(script, params)
    script.call('Controller', 'Controller', 'unpause')
  })
}
