import type { PageEntry } from '@/lib/search/types'

/** A page at a path of its own. */
export interface SitePage extends PageEntry {
  /** Whether search engines may list it; others are personal, forms, or different for every question. */
  listed: boolean
}

const page = (path: string, title: string, words: string, listed = true): SitePage => ({
  kind: 'page',
  path,
  title,
  words,
  listed,
})

/** Every page that is not about one account, poll or proposal (a test compares this with the folders of app/). */
export const sitePages: readonly SitePage[] = [
  page('/', 'Overview', 'home round supply participation inflation stake figures'),
  page(
    '/orchestrators',
    'Orchestrators',
    'list of orchestrators, delegate, stake, yield, rewards, cuts, nodes',
  ),
  page('/orchestrators/compare', 'Compare orchestrators', 'comparison side by side', false),
  page('/voting', 'LIP polls', 'governance, votes, vote, improvement proposals'),
  page('/voting/create-poll', 'New LIP poll', 'create a poll, governance', false),
  page('/treasury', 'Treasury', 'governance, proposals, vote, spending, balance'),
  page(
    '/treasury/create-proposal',
    'New treasury proposal',
    'create a proposal, governance, spending',
    false,
  ),
  page(
    '/protocol',
    'Protocol',
    'contracts, addresses, parameters, token, inflation, concentration, how it works',
  ),
  page(
    '/leaderboard',
    'Performance of orchestrators',
    'network, leaderboard, scores, latency, success rate, regions, pipelines, models',
  ),
  page('/gateways', 'Gateways', 'network, broadcasters, deposit, reserve, fees paid'),
  page('/transactions', 'Transactions', 'network, events, history, activity'),
  page('/portfolio', 'Portfolio', 'my accounts, watched addresses, stake together', false),
  page('/migrate', 'Stake on Ethereum', 'claim, migrate, migration, L1, snapshot'),
  page('/search', 'Search', 'find an address, name, transaction', false),
]

/** Those that search offers: all but itself. */
export const searchablePages: readonly PageEntry[] = sitePages
  .filter(({ path }) => path !== '/search')
  .map(({ listed: _, ...entry }) => entry)
