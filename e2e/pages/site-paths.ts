import type { Network } from '@/e2e/fixtures/network'
import { accountPath } from '@/e2e/pages/staking'

/** Every kind of page the site has, with an account in each kind of state. */
export async function sitePaths(network: Network): Promise<{ name: string; path: string }[]> {
  const [orchestrator] = await network.pool(1)
  const delegator = network.deployment.accounts[6]?.address
  const spare = network.deployment.accounts[8]?.address
  if (!orchestrator || !delegator || !spare) throw new Error('the world lacks an account of the tests')
  return [
    { name: 'overview', path: '/' },
    { name: 'orchestrators', path: '/orchestrators' },
    { name: 'orchestrators, all of them', path: '/orchestrators?show=all&sort=reward-cut&dir=asc' },
    { name: 'an orchestrator', path: accountPath(orchestrator, 'orchestrating') },
    { name: 'an orchestrator as delegator', path: accountPath(orchestrator, 'delegating') },
    { name: 'a delegator with locks', path: accountPath(delegator, 'delegating') },
    { name: 'an account without stake', path: accountPath(spare, 'delegating') },
    { name: 'no orchestrator', path: accountPath(spare, 'orchestrating') },
    { name: 'not found', path: '/no-such-page' },
    { name: 'no such account', path: '/accounts/0x123/delegating' },
  ]
}
