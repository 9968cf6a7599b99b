import type { Address } from 'viem'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { accountOf } from '@/devnet/deploy/accounts'
import { type Devnet, startDevnet } from '@/devnet/start'

/** Every source fails alone: what shows its figures says so in its own words, everything else stays whole. */

/** What a loader answers: a view, or why there is none or only a part of it. */
type Answer = { state: string; value?: unknown; reason?: string; next?: string }

let net: Devnet
let orchestrator: Address
let account: Address
let poll: Address
let proposal: string

/** Longer than any load on a busy machine. */
const deadlineMs = 30_000
/** For a source that is slow: shorter than the patience of any adapter, so that the page's own deadline is what ends the wait. */
const shortDeadlineMs = 4_000
/** Of which a slow index may take three quarters; the rest is for the chain. */
const indexDeadlineMs = 7_500
const slowMs = 60_000
const windows = ['CACHE_LIVE_SECONDS', 'CACHE_MINUTE_SECONDS', 'CACHE_ROUND_SECONDS'] as const

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
  account = accountOf(net.deployment.accounts, 'demo-delegator')
  orchestrator = accountOf(net.deployment.accounts, 'demo-orchestrator')
  poll = [...net.indexer.store.all('Poll')][0]?.id as Address
  proposal = [...net.indexer.store.all('TreasuryProposal')][0]?.id ?? ''
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await net.close()
})
beforeEach(() => newCopy())
afterEach(async () => {
  await control('rpc', { fault: 'none' })
  await control('subgraph', { fault: 'none' })
  await control('service', { service: 'all', fault: 'none' })
})

/** A copy of the site that has read nothing yet: what it keeps for the whole process is dropped. */
function newCopy({ windowSeconds = 60, deadline = deadlineMs } = {}): void {
  vi.stubEnv('LOAD_DEADLINE_MS', String(deadline))
  for (const name of windows) vi.stubEnv(name, String(windowSeconds))
  vi.resetModules()
  for (const key of Object.getOwnPropertySymbols(globalThis))
    if (key.description?.startsWith('livepeer-delegator.')) Reflect.deleteProperty(globalThis, key)
}

async function control(command: string, body: object): Promise<void> {
  const response = await fetch(`${net.servicesUrl}/control/${command}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`control ${command}: ${await response.text()}`)
}

const whole = { groups: ['staking'], since: null, until: null, after: null, rows: 50 } as const

/** Loaders whose figures are the chain's, some with the index beside it. */
const chainPanels = {
  round: async () => (await import('@/lib/data/round')).loadRound(),
  protocol: async () => (await import('@/lib/data/protocol')).loadProtocol(),
  orchestrators: async () => (await import('@/lib/data/orchestrators')).loadOrchestrators(),
  delegating: async () => (await import('@/lib/data/delegating-account')).loadDelegatingAccount(account),
  earnings: async () => (await import('@/lib/data/ledger')).loadLedger(account),
  orchestrating: async () =>
    (await import('@/lib/data/orchestrating-account')).loadOrchestratingAccount(orchestrator),
  record: async () => (await import('@/lib/data/orchestrating-record')).loadOrchestratingRecord(orchestrator),
  votes: async () => (await import('@/lib/data/orchestrating-votes')).loadOrchestratingVotes(orchestrator),
  roles: async () => (await import('@/lib/data/account-roles')).loadAccountRoles(account),
  delegators: async () => (await import('@/lib/data/delegators')).loadDelegators(orchestrator),
  events: async () => (await import('@/lib/data/network-events')).loadNewestEvents(10),
  gateways: async () => (await import('@/lib/data/gateways')).loadGateways(),
  history: async () => (await import('@/lib/data/account-history')).loadAccountHistory(account, whole),
  gateway: async () =>
    (await import('@/lib/data/gateway')).loadGateway(accountOf(net.deployment.accounts, 'demo-gateway')),
  polls: async () => (await import('@/lib/data/polls')).loadPolls(),
  poll: async () => (await import('@/lib/data/polls')).loadPoll(poll),
  treasury: async () => (await import('@/lib/data/treasury')).loadTreasury(),
  proposal: async () => (await import('@/lib/data/proposal')).loadProposal(proposal),
} satisfies Record<string, () => Promise<Answer>>

const servicePanels = {
  scores: async () => (await import('@/lib/metrics/scores')).loadScores(),
  regions: async () => (await import('@/lib/metrics/scores')).loadRegions(),
  nodePrices: async () => (await import('@/lib/metrics/scores')).loadNodePrices(),
  bestAi: async () => (await import('@/lib/metrics/scores')).loadTopAiScore(orchestrator),
  identity: async () => (await import('@/lib/ens/names')).loadIdentity(orchestrator),
  prices: async () => (await import('@/lib/prices/prices')).loadPrices(),
  lips: async () => (await import('@/lib/lips/lips')).loadLips(),
} satisfies Record<string, () => Promise<Answer>>

const panels = { ...chainPanels, ...servicePanels }
type PanelName = keyof typeof panels
const panelNames = Object.keys(panels) as PanelName[]

/** Every panel's answer from a copy that has read nothing. */
async function loadAll(names: readonly PanelName[] = panelNames): Promise<Record<string, Answer>> {
  const answers = await Promise.all(
    names.map(async (name): Promise<[string, Answer]> => [name, await panels[name]()]),
  )
  return Object.fromEntries(answers)
}

/** Asserts one panel's state and words, and that these are a sentence with something to do. */
function expectSaid(answer: Answer | undefined, state: string, reason: RegExp, what = ''): void {
  expect(answer, what).toMatchObject({
    state,
    reason: expect.stringMatching(reason),
    next: expect.stringMatching(/\w.*\.$/),
  })
}

const states = (answers: Record<string, Answer>) => Object.values(answers).map(({ state }) => state)

function expectReady(answers: Record<string, Answer>, names: readonly string[]): void {
  for (const name of names) expect(answers[name]?.state, name).toBe('ready')
}

const without = (names: readonly string[]) => panelNames.filter((name) => !names.includes(name))
const valueOf = (answer: Answer | undefined) => answer?.value as Record<string, unknown>
const late = /^The answer takes longer than usual\.$/

test('nothing fails while every source answers', async () => {
  expectReady(await loadAll(), panelNames)
})

const chainNames = Object.keys(chainPanels)

test.each([
  ['error', /^The chain could not be read: HTTP 503/, 'failed'],
  ['drop', /^The chain could not be read: no connection/, 'failed'],
  ['slow', late, 'late'],
] as const)('chain, %s: its panels say so, services go on', async (fault, reason, state) => {
  if (fault === 'slow') newCopy({ deadline: shortDeadlineMs })
  await control('rpc', fault === 'slow' ? { fault, milliseconds: slowMs } : { fault })
  const answers = await loadAll()
  for (const name of chainNames) expectSaid(answers[name], state, reason, name)
  expectReady(answers, Object.keys(servicePanels))
})

/** Panels that the chain alone fills. */
const withoutIndex = ['round', 'roles', ...Object.keys(servicePanels)]
/** What the index alone knows: null in a view that the chain fills otherwise. */
const onlyIndexed: Partial<Record<PanelName, readonly string[]>> = {
  protocol: ['delegatorsCount'],
  delegating: ['lifetimeRewardsWei', 'principalWei'],
  orchestrating: ['rewardRounds', 'rewardCalls90'],
  record: ['rounds', 'feeDays', 'cuts'],
  delegators: ['rows'],
  events: ['rows', 'oldestAt'],
  gateways: ['rows'],
  history: ['rows'],
  gateway: ['spend'],
  polls: ['rows'],
  treasury: ['rows'],
}

test.each([
  ['error', /^The subgraph could not be read: HTTP 503/],
  ['drop', /^The subgraph could not be read: no connection/],
  ['garbage', /^The subgraph could not be read: an answer that is not JSON/],
  ['indexing-error', /^The subgraph could not be read/],
  ['slow', late],
] as const)(
  'subgraph, %s: figures of the chain stay, its own are unknown and not zero',
  async (fault, reason) => {
    if (fault === 'slow') newCopy({ deadline: indexDeadlineMs })
    await control('subgraph', fault === 'slow' ? { fault, milliseconds: slowMs } : { fault })
    const answers = await loadAll()
    expectReady(answers, withoutIndex)
    // Without its events an account has no ledger. A poll and its votes are in the chain's own logs as well.
    expectSaid(
      answers.earnings,
      'failed',
      /^The events of this account come from the index, which did not answer/,
    )
    const rest = panelNames.filter((name) => ![...withoutIndex, 'earnings'].includes(name))
    for (const name of rest) {
      expectSaid(answers[name], 'partial', reason, name)
      for (const field of onlyIndexed[name] ?? [])
        expect(valueOf(answers[name])[field], `${name}.${field}`).toBeNull()
    }
    expect(valueOf(answers.poll)).toMatchObject({ indexed: 'unknown', tallySource: 'chain' })
    expect(valueOf(answers.delegators).totalStakeWei).toBeGreaterThan(0n)
    expect(valueOf(answers.treasury).balanceWei).toBeGreaterThan(0n)
    expect(valueOf(answers.delegating).pendingStakeWei).toBeGreaterThan(0n)
    const { rows } = valueOf(answers.orchestrators) as { rows: Record<string, unknown>[] }
    expect(rows.length).toBeGreaterThan(5)
    expect(rows[0]).toMatchObject({ delegatorsCount: null, fees90dWei: null, rewardCalls90: null })
  },
)

const services = [
  ['metrics', ['scores', 'regions', 'nodePrices', 'bestAi'], /^The scores could not be read/],
  ['names', ['identity'], /^The names could not be read/],
  ['prices', ['prices'], /^The prices could not be read/],
  ['lips', ['lips'], /^The list of LIPs could not be read/],
] as const

for (const [service, own, reason] of services)
  test.each(['error', 'drop', 'garbage', 'slow'] as const)(
    `${service}, %s: only its own panels are without figures`,
    async (fault) => {
      if (fault === 'slow') newCopy({ deadline: shortDeadlineMs })
      await control('service', { service, fault, ...(fault === 'slow' ? { milliseconds: slowMs } : {}) })
      const answers = await loadAll()
      for (const name of own)
        expectSaid(answers[name], fault === 'slow' ? 'late' : 'failed', fault === 'slow' ? late : reason)
      expectReady(answers, without(own))
      const { rows } = valueOf(answers.orchestrators) as { rows: { name: string | null }[] }
      // The list has addresses instead, and does not wait.
      if (service === 'names') expect(rows.every(({ name }) => name === null)).toBe(true)
    },
  )

test.each(['error', 'drop', 'garbage', 'slow'] as const)(
  'ipfs, %s: polls keep their tallies and say that their texts are missing',
  async (fault) => {
    if (fault === 'slow') newCopy({ deadline: shortDeadlineMs })
    await control('service', {
      service: 'ipfs',
      fault,
      ...(fault === 'slow' ? { milliseconds: slowMs } : {}),
    })
    const answers = await loadAll()
    expectReady(answers, panelNames)
    const { rows } = valueOf(answers.polls) as { rows: { text: Answer; yesWei: bigint }[] }
    expect(rows.length).toBeGreaterThan(2)
    const words =
      fault === 'garbage' ? /^What this poll points to on IPFS is not the text of a LIP/ : /could not be read/
    for (const { text } of rows)
      expectSaid(text, fault === 'slow' ? 'late' : 'failed', fault === 'slow' ? late : words)
    expect(rows.some(({ yesWei }) => yesWei > 0n)).toBe(true)
    const { text } = valueOf(answers.poll) as { text: Answer }
    expectSaid(text, fault === 'slow' ? 'late' : 'failed', fault === 'slow' ? late : words)
  },
)

/** Waits until figures of this copy are older than their window. */
const windowPasses = () => new Promise((resolve) => setTimeout(resolve, 2_200))

test('figures kept from before say why they are old, whatever source failed, and are new again after', async () => {
  const kept: PanelName[] = [
    'round',
    'orchestrators',
    'delegating',
    'delegators',
    'treasury',
    'scores',
    'prices',
    'lips',
  ]
  newCopy({ windowSeconds: 2 })
  await loadAll(kept)
  const before = await loadAll(kept)
  for (const name of kept) expect(before[name]?.value, name).toBeDefined()
  await control('rpc', { fault: 'error' })
  await control('service', { service: 'all', fault: 'error' })
  await windowPasses()
  const during = await loadAll(kept)
  const reasons: Partial<Record<PanelName, RegExp>> = {
    scores: /^The scores could not be read/,
    prices: /^The prices could not be read/,
    lips: /^The list of LIPs could not be read/,
  }
  for (const name of kept) {
    expectSaid(during[name], 'stale', reasons[name] ?? /^The chain could not be read/)
    expect(during[name]?.value, name).toBeDefined()
  }
  expect(valueOf(during.delegating).pendingStakeWei).toBe(valueOf(before.delegating).pendingStakeWei)
  await control('rpc', { fault: 'none' })
  await control('service', { service: 'all', fault: 'none' })
  await windowPasses()
  await expect
    .poll(async () => states(await loadAll(kept)), { timeout: 15_000 })
    .toEqual(kept.map(() => 'ready'))
})

test('an index that is behind is said to be, with what may be missing, and figures of the chain are new', async () => {
  const names: PanelName[] = ['orchestrators', 'delegators', 'history', 'gateway', 'polls', 'treasury']
  const before = valueOf((await loadAll(['round'])).round).blockNum as number
  await control('indexer', { held: true })
  try {
    await control('advance-blocks', { blocks: 400 })
    newCopy()
    const answers = await loadAll([...names, 'round'])
    for (const name of names)
      expectSaid(answers[name], 'stale', /^The index is \d+ minutes behind the chain; .* may lack/)
    expect(answers.round?.state).toBe('ready')
    expect(valueOf(answers.round).blockNum).toBe(before + 400)
  } finally {
    await control('indexer', { held: false })
  }
})
