import type { Address } from 'viem'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { accountOf } from '@/devnet/deploy/accounts'
import { type Devnet, startDevnet } from '@/devnet/start'

/** However many visitors come at once, the sources are asked as for one, and not again while the answers are fresh. */

const visitors = 50

let net: Devnet
let orchestrator: Address
let account: Address
let gateway: Address
let poll: Address
let proposal: string
let asked: string[] = []
const realFetch = globalThis.fetch

beforeAll(async () => {
  net = await startDevnet({
    world: 'small',
    seed: 'loaders',
    endTime: 1_780_000_000,
    clock: false,
    keeper: false,
    rpcPort: 0,
    servicesPort: 0,
  })
  vi.stubEnv('NETWORK', 'local')
  vi.stubEnv('DEVNET_RPC_PORT', new URL(net.rpcUrl).port)
  vi.stubEnv('DEVNET_SERVICES_PORT', new URL(net.servicesUrl).port)
  // Windows that no test outlives: what is asked twice was asked twice within one.
  for (const name of ['CACHE_LIVE_SECONDS', 'CACHE_MINUTE_SECONDS', 'CACHE_ROUND_SECONDS'])
    vi.stubEnv(name, '300')
  vi.stubEnv('LOAD_DEADLINE_MS', '30000')
  account = accountOf(net.deployment.accounts, 'demo-delegator')
  orchestrator = accountOf(net.deployment.accounts, 'demo-orchestrator')
  gateway = accountOf(net.deployment.accounts, 'demo-gateway')
  poll = [...net.indexer.store.all('Poll')][0]?.id as Address
  proposal = [...net.indexer.store.all('TreasuryProposal')][0]?.id ?? ''
  globalThis.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input)
    asked.push(`${url} ${typeof init?.body === 'string' ? init.body.replace(/"id":\d+/g, '"id":0') : ''}`)
    return realFetch(input, init)
  }
})
afterAll(async () => {
  globalThis.fetch = realFetch
  vi.unstubAllEnvs()
  await net.close()
})

/** A copy of the site that has read nothing yet. */
function newCopy(): void {
  vi.resetModules()
  for (const key of Object.getOwnPropertySymbols(globalThis))
    if (key.description?.startsWith('livepeer-delegator.')) Reflect.deleteProperty(globalThis, key)
}

const everything = { groups: ['staking'], since: null, until: null, after: null, rows: 50 } as const

/** Loaders of the list, the account's pages and governance, each as its page calls it. */
const loaders: Record<string, () => Promise<() => Promise<{ state: string }>>> = {
  'the round': async () => (await import('@/lib/data/round')).loadRound,
  'the protocol': async () => (await import('@/lib/data/protocol')).loadProtocol,
  'the list of orchestrators': async () => (await import('@/lib/data/orchestrators')).loadOrchestrators,
  scores: async () => (await import('@/lib/metrics/scores')).loadScores,
  'an account': async () => {
    const { loadDelegatingAccount } = await import('@/lib/data/delegating-account')
    return () => loadDelegatingAccount(account)
  },
  'a ledger': async () => {
    const { loadLedger } = await import('@/lib/data/ledger')
    return () => loadLedger(account, { pricesFor: (lines) => lines.slice(-50) })
  },
  'an orchestrator': async () => {
    const { loadOrchestratingAccount } = await import('@/lib/data/orchestrating-account')
    return () => loadOrchestratingAccount(orchestrator)
  },
  'an orchestrator’s record': async () => {
    const { loadOrchestratingRecord } = await import('@/lib/data/orchestrating-record')
    return () => loadOrchestratingRecord(orchestrator)
  },
  'an orchestrator’s votes': async () => {
    const { loadOrchestratingVotes } = await import('@/lib/data/orchestrating-votes')
    return () => loadOrchestratingVotes(orchestrator)
  },
  'roles of an account': async () => {
    const { loadAccountRoles } = await import('@/lib/data/account-roles')
    return () => loadAccountRoles(account)
  },
  'an identity': async () => {
    const { loadIdentity } = await import('@/lib/ens/names')
    return () => loadIdentity(orchestrator)
  },
  'a list of delegators': async () => {
    const { loadDelegators } = await import('@/lib/data/delegators')
    return () => loadDelegators(orchestrator)
  },
  'a history': async () => {
    const { loadAccountHistory } = await import('@/lib/data/account-history')
    return () => loadAccountHistory(account, everything)
  },
  'a gateway': async () => {
    const { loadGateway } = await import('@/lib/data/gateway')
    return () => loadGateway(gateway)
  },
  'events of the network': async () => {
    const { loadNewestEvents } = await import('@/lib/data/network-events')
    return () => loadNewestEvents(50)
  },
  'the list of gateways': async () => (await import('@/lib/data/gateways')).loadGateways,
  'regions of scores': async () => (await import('@/lib/metrics/scores')).loadRegions,
  'the list of polls': async () => (await import('@/lib/data/polls')).loadPolls,
  'a poll': async () => {
    const { loadPoll } = await import('@/lib/data/polls')
    return () => loadPoll(poll)
  },
  'the treasury': async () => (await import('@/lib/data/treasury')).loadTreasury,
  'a proposal': async () => {
    const { loadProposal } = await import('@/lib/data/proposal')
    return () => loadProposal(proposal)
  },
}

/** Lets what a loader left running in the background end. */
const settled = async () => {
  let seen = -1
  while (seen !== asked.length) {
    seen = asked.length
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function requestsOf(load: () => Promise<{ state: string }>, callers: number): Promise<string[]> {
  asked = []
  const answers = await Promise.all(Array.from({ length: callers }, load))
  expect(new Set(answers.map(({ state }) => state))).toEqual(new Set(['ready']))
  await settled()
  return asked
}

describe(`${visitors} visitors at once`, () => {
  test.each(Object.keys(loaders))(
    '%s: no question is asked twice, nor anything by those who come after',
    async (name) => {
      const loaderOf = loaders[name]
      if (!loaderOf) throw new Error(name)
      newCopy()
      const alone = (await requestsOf(await loaderOf(), 1)).length
      newCopy()
      const load = await loaderOf()
      const together = await requestsOf(load, visitors)
      console.log(`${name}: ${alone} requests for one visitor, ${together.length} for ${visitors}`)
      expect(together.length).toBeGreaterThan(0)
      expect(together.filter((request, place) => together.indexOf(request) !== place)).toEqual([])
      expect(together.length).toBeLessThanOrEqual(alone)
      expect(await requestsOf(load, visitors)).toEqual([])
    },
  )
})
