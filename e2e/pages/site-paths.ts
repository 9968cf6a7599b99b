import type { Address } from 'viem'
import type { Network } from '@/e2e/fixtures/network'
import { pollPath, proposalPath } from '@/e2e/pages/governance'
import { governanceOf } from '@/e2e/pages/governance-chain'
import { accountPath } from '@/e2e/pages/staking'

interface SitePath {
  name: string
  path: (things: Things) => string
}

interface Things {
  orchestrator: Address
  delegator: Address
  spare: Address
  gateway: Address
  openPoll: Address
  closedPoll: Address
  /** Proposals: open for votes, with hostile text, paying in several actions. */
  open: string
  hostile: string
  several: string
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
  { name: 'a ledger of earnings', path: ({ delegator }) => accountPath(delegator, 'earnings') },
  { name: 'an account without stake', path: ({ spare }) => accountPath(spare, 'delegating') },
  {
    name: 'the delegators of an orchestrator',
    path: ({ orchestrator }) => accountPath(orchestrator, 'delegators'),
  },
  {
    name: 'the history of an orchestrator',
    path: ({ orchestrator }) => accountPath(orchestrator, 'history'),
  },
  { name: 'a gateway', path: ({ gateway }) => accountPath(gateway, 'broadcasting') },
  { name: 'an account that is no gateway', path: ({ spare }) => accountPath(spare, 'broadcasting') },
  { name: 'the portfolio', path: () => '/portfolio' },
  { name: 'the migration page', path: () => '/migrate' },
  { name: 'stake left on Ethereum', path: ({ spare }) => `/migrate?address=${spare}` },
  { name: 'nothing left on Ethereum', path: ({ gateway }) => `/migrate?address=${gateway}` },
  { name: 'an account that is no orchestrator', path: ({ spare }) => accountPath(spare, 'orchestrating') },
  {
    name: 'a comparison of orchestrators',
    path: ({ orchestrator, delegator }) => `/orchestrators/compare?ids=${orchestrator},${delegator}`,
  },
  { name: 'the list of polls', path: () => '/voting' },
  { name: 'an open poll', path: ({ openPoll }) => pollPath(openPoll) },
  { name: 'a closed poll', path: ({ closedPoll }) => pollPath(closedPoll) },
  { name: 'the treasury', path: () => '/treasury' },
  { name: 'performance in every region', path: () => '/leaderboard' },
  {
    name: 'performance of AI work in a region',
    path: () => '/leaderboard?work=text-to-image/demo/quick-picture&region=FRA',
  },
  { name: 'the list of gateways', path: () => '/gateways' },
  { name: 'events of the network', path: () => '/transactions' },
  {
    name: 'events of a type and an account',
    path: ({ gateway }) => `/transactions?type=payments&account=${gateway}`,
  },
  { name: 'the protocol', path: () => '/protocol' },
  { name: 'an open proposal', path: ({ open }) => proposalPath(open) },
  { name: 'a hostile proposal', path: ({ hostile }) => proposalPath(hostile) },
  { name: 'a proposal of several actions', path: ({ several }) => proposalPath(several) },
  { name: 'a new treasury proposal', path: () => '/treasury/create-proposal' },
  { name: 'a choice of LIPs for a new poll', path: () => '/voting/create-poll' },
  { name: 'a new poll', path: () => '/voting/create-poll?lip=908' },
  { name: 'the gallery of the design', path: () => '/design' },
  { name: 'search before anything is typed', path: () => '/search' },
  { name: 'results of a search', path: ({ orchestrator }) => `/search?q=${orchestrator.slice(0, 8)}` },
  { name: 'a search that finds nothing', path: () => '/search?q=no-such-thing' },
  { name: 'an unknown page', path: () => '/no-such-page' },
  { name: 'an unknown account', path: () => '/accounts/0x123/delegating' },
]

/** The paths with the accounts, polls and proposals of a running network. */
export async function resolved(network: Network): Promise<(site: SitePath) => string> {
  const [orchestrator] = await network.pool(1)
  const delegator = network.deployment.accounts[6]?.address
  const spare = network.deployment.accounts[8]?.address
  const gateway = network.deployment.accounts.find(({ role }) => role === 'demo-gateway')?.address
  if (!orchestrator || !delegator || !spare || !gateway)
    throw new Error('the world lacks an account of the tests')
  const governance = governanceOf(network)
  const things: Things = {
    orchestrator,
    delegator,
    spare,
    gateway,
    openPoll: (await governance.openPoll()).address,
    closedPoll: (await governance.closedPoll()).address,
    open: (await governance.activeProposal()).id,
    hostile: (await governance.proposalWith('<script')).id,
    several: (await governance.proposalWith('Machines for two test regions')).id,
  }
  return ({ path }) => path(things)
}
