import type { Address } from 'viem'
import type { Network } from '@/e2e/fixtures/network'
import { accountPath } from '@/e2e/pages/staking'

interface SitePath {
  name: string
  path: (accounts: { orchestrator: Address; delegator: Address; spare: Address }) => string
}

/** Every kind of page the site has, with an account in each kind of state. */
export const sitePaths: readonly SitePath[] = [
  { name: 'the overview', path: () => '/' },
  { name: 'the list of orchestrators', path: () => '/orchestrators' },
  { name: 'the list, filtered and sorted', path: () => '/orchestrators?show=edge&sort=reward-cut&dir=asc' },
  { name: 'an orchestrator', path: ({ orchestrator }) => accountPath(orchestrator, 'orchestrating') },
  {
    name: 'an orchestrator as delegator',
    path: ({ orchestrator }) => accountPath(orchestrator, 'delegating'),
  },
  { name: 'a delegator with locks', path: ({ delegator }) => accountPath(delegator, 'delegating') },
  { name: 'an account without stake', path: ({ spare }) => accountPath(spare, 'delegating') },
  { name: 'an account that is no orchestrator', path: ({ spare }) => accountPath(spare, 'orchestrating') },
  { name: 'an unknown page', path: () => '/no-such-page' },
  { name: 'an unknown account', path: () => '/accounts/0x123/delegating' },
]

/** The paths with the accounts of a running network. */
export async function resolved(network: Network): Promise<(site: SitePath) => string> {
  const [orchestrator] = await network.pool(1)
  const delegator = network.deployment.accounts[6]?.address
  const spare = network.deployment.accounts[8]?.address
  if (!orchestrator || !delegator || !spare) throw new Error('the world lacks an account of the tests')
  return ({ path }) => path({ orchestrator, delegator, spare })
}
