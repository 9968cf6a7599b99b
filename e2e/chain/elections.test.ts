import { type Address, getAddress, type Hex, keccak256, toHex } from 'viem'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { encodeCall, readOne } from '@/devnet/chain/contract-calls'
import { sendCall } from '@/devnet/chain/transact'
import { accountOf } from '@/devnet/deploy/accounts'
import { type Devnet, startDevnet } from '@/devnet/start'
import { createRandom } from '@/devnet/world/random'
import { recountPoll } from '@/devnet/world-test/recount'
import { decodeLoaded } from '@/hooks/decode-loaded'
import type { TreasuryBallotView } from '@/lib/data/governance-types'
import type { Loaded } from '@/lib/data/types'
import { treasuryTallyAfter } from '@/lib/data/vote-preview'
import { viewAnswer } from '@/lib/data/wire'
import { treasurySupports } from '@/lib/protocol/treasury-vote'

/*
 * Random elections on the real contracts: what the site shows of votes is what the governor counted and what an independent
 * count of a poll gives, to the wei, with delegators who vote before and after their orchestrators.
 */

const elections = 12
const random = createRandom('elections')

let net: Devnet
let author: Address
/** Orchestrators with their delegators, everybody with stake. */
let pools: { orchestrator: Address; delegators: Address[] }[]

beforeAll(async () => {
  net = await startDevnet({
    world: 'small',
    seed: 'elections',
    endTime: 1_780_000_000,
    clock: false,
    keeper: false,
    rpcPort: 0,
    servicesPort: 0,
  })
  vi.stubEnv('NETWORK', 'local')
  vi.stubEnv('LOAD_DEADLINE_MS', '30000')
  vi.stubEnv('DEVNET_RPC_PORT', new URL(net.rpcUrl).port)
  vi.stubEnv('DEVNET_SERVICES_PORT', new URL(net.servicesUrl).port)
  author = accountOf(net.deployment.accounts, 'demo-author')
  const delegators = new Map<Address, Address[]>()
  for (const { id } of net.indexer.store.all('Delegator')) {
    const account = getAddress(id)
    const { stake, delegate } = await delegatorOf(account)
    if (stake > 0n) delegators.set(delegate, [...(delegators.get(delegate) ?? []), account])
  }
  pools = [...delegators].map(([orchestrator, all]) => ({
    orchestrator,
    delegators: all.filter((account) => account !== orchestrator),
  }))
}, 240_000)
afterAll(async () => {
  vi.unstubAllEnvs()
  await net.close()
})
beforeEach(() => newCopy())

/** A copy of the site that has read nothing yet. */
function newCopy(): void {
  for (const key of Object.getOwnPropertySymbols(globalThis))
    if (key.description?.startsWith('livepeer-delegator.')) Reflect.deleteProperty(globalThis, key)
}

function valueOf<Value>(loaded: Loaded<Value>): Value {
  if (!('value' in loaded)) throw new Error(`${loaded.state}: ${loaded.reason} ${loaded.detail ?? ''}`)
  return loaded.value
}

const read = (contract: string, functionName: string, ...args: unknown[]) =>
  readOne(net.chain.request, net.deployment, contract, functionName, args)

const delegatorOf = async (account: Address) => {
  const [stake, , delegate] = (await read('BondingManager', 'getDelegator', account)) as readonly [
    bigint,
    bigint,
    Address,
  ]
  return { stake, delegate }
}
const bonded = async (account: Address) => (await delegatorOf(account)).stake

const ready = new Set<Address>()

/** A transaction of anybody; returns once it is mined with success. */
async function send(from: Address, to: string, functionName: string, args: readonly unknown[], at?: Address) {
  if (!ready.has(from)) {
    await net.chain.request({ method: 'hardhat_impersonateAccount', params: [from] })
    await net.chain.request({ method: 'hardhat_setBalance', params: [from, '0x8ac7230489e80000'] })
    ready.add(from)
  }
  const target = at ?? net.deployment.contracts[to]
  if (!target) throw new Error(`no ${to}`)
  const data = encodeCall(to, functionName, args)
  const hash = await sendCall(net.chain.request, {
    label: functionName,
    from,
    to: target,
    data,
    gas: 3_000_000,
  })
  const receipt = (await net.chain.request({
    method: 'eth_getTransactionReceipt',
    params: [hash],
  })) as { status: Hex } | null
  // Said by the call itself why it reverts.
  if (receipt?.status !== '0x1')
    await net.chain.request({ method: 'eth_call', params: [{ from, to: target, data }, 'latest'] })
  expect(receipt?.status, `${functionName} of ${from}`).toBe('0x1')
}

async function control(command: string, body: object): Promise<void> {
  const response = await fetch(`${net.servicesUrl}/control/${command}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`control ${command}: ${await response.text()}`)
}

/** Some pools' orchestrators and delegators in a random order, so that overrides come before and after what they override. */
function drawVoters(): Address[] {
  const some = random.shuffle(pools).slice(0, random.integer(2, 5))
  return random.shuffle(
    some.flatMap(({ orchestrator, delegators }) => [
      ...(random.chance(0.8) ? [orchestrator] : []),
      ...random.shuffle(delegators).slice(0, random.integer(0, 4)),
    ]),
  )
}

const orchestratorOf = (voter: Address) =>
  pools.find(({ delegators }) => delegators.includes(voter))?.orchestrator

/** How many overrides of each order are among votes in their order. */
function overridesIn(voters: readonly Address[]): { before: number; after: number } {
  const counts = { before: 0, after: 0 }
  for (const [place, voter] of voters.entries()) {
    const orchestrator = orchestratorOf(voter)
    const theirs = orchestrator ? voters.indexOf(orchestrator) : -1
    if (theirs >= 0) counts[place < theirs ? 'before' : 'after'] += 1
  }
  return counts
}

/** The first of some accounts that has more than dust unbonds most of it. */
async function unbondSome(accounts: readonly Address[]): Promise<void> {
  for (const account of accounts) {
    const stake = await bonded(account)
    if (stake < 10n ** 18n) continue
    await send(account, 'BondingManager', 'unbond', [(stake * 2n) / 3n])
    return
  }
}

const tallyOf = async (id: bigint) => {
  const [against = 0n, inFavour = 0n, abstain = 0n] = (await read(
    'LivepeerGovernor',
    'proposalVotes',
    id,
  )) as readonly bigint[]
  return { against, for: inFavour, abstain }
}

describe('treasury votes', () => {
  const ids: bigint[] = []

  beforeAll(async () => {
    for (let number = 0; number < elections; number += 1) {
      const args = [[author], [BigInt(number)], ['0x']] as const
      const text = `# Election ${number}`
      await send(author, 'LivepeerGovernor', 'propose', [...args, text])
      ids.push((await read('LivepeerGovernor', 'hashProposal', ...args, keccak256(toHex(text)))) as bigint)
    }
    await control('advance-rounds', { rounds: 2 })
    // What moves after the snapshot must not count.
    for (const { delegators } of random.shuffle(pools).slice(0, 4)) await unbondSome(delegators)
  }, 240_000)

  test(`the votes shown add up to the governor’s tally in ${elections} random elections`, async () => {
    const { loadProposal } = await import('@/lib/data/proposal')
    const overrides = { before: 0, after: 0 }
    let indexIsWrong = 0
    for (const id of ids) {
      const voters = drawVoters()
      const { before, after } = overridesIn(voters)
      overrides.before += before
      overrides.after += after
      const checks = new Set([random.integer(0, voters.length - 1), voters.length - 1])
      for (const [place, voter] of voters.entries()) {
        await send(voter, 'LivepeerGovernor', 'castVote', [id, random.integer(0, 2)])
        if (!checks.has(place)) continue
        await net.indexer.sync()
        newCopy()
        const tally = await tallyOf(id)
        const view = valueOf(await loadProposal(id.toString()))
        if (!view?.votes) throw new Error('the votes are not known')
        expect(view.votes).toHaveLength(place + 1)
        for (const side of treasurySupports) {
          const counted = view.votes
            .filter(({ support }) => support === side)
            .reduce((sum, { countedWei }) => sum + countedWei, 0n)
          expect(counted, `${side} of ${id}`).toBe(tally[side])
        }
        expect({ against: view.againstWei, for: view.forWei, abstain: view.abstainWei }).toEqual(tally)
        expect(view.votesAddUp).toBe(true)
        const weights = view.votes.reduce((sum, { weightWei }) => sum + weightWei, 0n)
        if (weights > tally.against + tally.for + tally.abstain) indexIsWrong += 1
      }
    }
    // The draw is worth something: overrides came in both orders, and plain sums of weights would have been wrong.
    expect(overrides.before).toBeGreaterThan(5)
    expect(overrides.after).toBeGreaterThan(5)
    expect(indexIsWrong).toBeGreaterThan(3)
  }, 240_000)

  test('what the panel says a vote will change is what it changes', async () => {
    const { loadTreasuryBallot } = await import('@/lib/data/treasury-ballot')
    let overriding = 0
    for (const id of ids.slice(0, 6)) {
      await net.indexer.sync()
      newCopy()
      const voted = await Promise.all(
        pools.map(async ({ orchestrator }) => read('LivepeerGovernor', 'hasVoted', id, orchestrator)),
      )
      const candidates = pools.flatMap(({ orchestrator, delegators }, place) =>
        voted[place] ? delegators : [orchestrator],
      )
      let ballot: TreasuryBallotView | null = null
      for (const candidate of random.shuffle(candidates)) {
        // As the browser has it: every amount has come through JSON.
        const answer = await viewAnswer(
          new Request('http://x/'),
          await loadTreasuryBallot(id.toString(), candidate),
        ).text()
        const decoded = decodeLoaded<TreasuryBallotView>(answer)
        if (!decoded) throw new Error(answer)
        const theirs = valueOf(decoded)
        if (!theirs.hasVoted && theirs.weightWei) ballot = theirs
      }
      if (!ballot) throw new Error('everybody with power has voted')
      if (ballot.delegateVoted) overriding += 1
      const support = random.pick(treasurySupports)
      const foretold = treasuryTallyAfter(ballot, support)
      await send(ballot.account, 'LivepeerGovernor', 'castVote', [id, treasurySupports.indexOf(support)])
      expect(foretold, `vote of ${ballot.account}`).toEqual(await tallyOf(id))
    }
    expect(overriding).toBeGreaterThan(1)
  }, 120_000)

  test('an orchestrator’s power has its own part, that of its delegators and what they took out', async () => {
    const { loadTreasuryBallot } = await import('@/lib/data/treasury-ballot')
    let overridden = 0
    for (const { orchestrator } of pools.filter(({ delegators }) => delegators.length > 0).slice(0, 8)) {
      for (const id of ids.slice(0, 4)) {
        newCopy()
        const ballot = valueOf(await loadTreasuryBallot(id.toString(), orchestrator))
        const { weightWei, ownWei, movedAwayWei, movedAwayBy } = ballot
        // Delegators may point at an account that is no orchestrator any more.
        if (ballot.delegate !== orchestrator) continue
        if (weightWei === null || ownWei === null || movedAwayWei === null) throw new Error('not known')
        expect(ownWei).toBeGreaterThan(0n)
        expect(ownWei).toBeLessThanOrEqual(weightWei)
        expect(movedAwayBy).toBe(
          (
            await Promise.all(
              (pools.find((pool) => pool.orchestrator === orchestrator)?.delegators ?? []).map((account) =>
                read('LivepeerGovernor', 'hasVoted', id, account),
              ),
            )
          ).filter(Boolean).length,
        )
        if (movedAwayWei > 0n) overridden += 1
      }
    }
    expect(overridden).toBeGreaterThan(2)
  }, 120_000)
})

describe('polls', () => {
  let created = 0

  /** A new poll of the author, open. */
  async function createPoll(): Promise<Address> {
    const cid = `bafkreie${String(created).padStart(51, 'a')}`
    created += 1
    await send(author, 'PollCreator', 'createPoll', [toHex(cid)])
    const logs = (await net.chain.request({
      method: 'eth_getLogs',
      params: [{ address: net.deployment.contracts['PollCreator'], fromBlock: '0x0' }],
    })) as { topics: Hex[] }[]
    return getAddress(`0x${logs.at(-1)?.topics[1]?.slice(26)}`)
  }

  async function voteIn(poll: Address, voters: readonly Address[]): Promise<void> {
    for (const voter of voters) await send(voter, 'Poll', 'vote', [BigInt(random.integer(0, 1))], poll)
  }

  const head = async () => BigInt((await net.chain.request({ method: 'eth_blockNumber' })) as Hex)

  test('tallies are those of an independent count while stakes move and votes change, and at the close', async () => {
    const { loadPoll, loadPolls } = await import('@/lib/data/polls')
    const polls = [await createPoll(), await createPoll(), await createPoll(), await createPoll()]
    const overrides = { before: 0, after: 0 }
    const check = async (poll: Address, block: bigint) => {
      newCopy()
      const counted = await recountPoll(net.chain, net.deployment, poll, block)
      const view = valueOf(await loadPoll(poll))
      expect({ yes: view?.yesWei, no: view?.noWei, voters: view?.votes.length }).toEqual(counted)
      expect(view?.tallySource).toBe('chain')
      const row = valueOf(await loadPolls()).rows?.find(({ address }) => address === poll)
      expect({ yes: row?.yesWei, no: row?.noWei, state: row?.state }).toEqual({
        yes: counted.yes,
        no: counted.no,
        state: view?.state,
      })
      return view
    }
    for (const poll of polls) {
      const voters = drawVoters()
      const { before, after } = overridesIn(voters)
      overrides.before += before
      overrides.after += after
      await voteIn(poll, voters)
      // A change of mind, and a stake that moves while the poll is open.
      await voteIn(poll, random.shuffle(voters).slice(0, 2))
      const mover = voters.find((voter) => orchestratorOf(voter))
      if (mover) await send(mover, 'BondingManager', 'unbond', [(await bonded(mover)) / 4n])
      await net.indexer.sync()
      expect((await check(poll, await head()))?.state).toBe('open')
    }
    expect(overrides.before).toBeGreaterThan(1)
    expect(overrides.after).toBeGreaterThan(1)
    const ends = await Promise.all(polls.map(async (poll) => endBlockOf(poll)))
    const last = ends.reduce((max, end) => (end > max ? end : max), 0n)
    while ((await head()) <= last) await control('advance-rounds', { rounds: 1 })
    // What moves after the close must not count.
    for (const { delegators } of pools.slice(0, 3)) await unbondSome(delegators)
    await net.indexer.sync()
    for (const [place, poll] of polls.entries()) {
      const view = await check(poll, ends[place] ?? 0n)
      expect(view?.state).not.toBe('open')
    }
  }, 240_000)

  async function endBlockOf(poll: Address): Promise<bigint> {
    const data = encodeCall('Poll', 'endBlock')
    return BigInt(
      (await net.chain.request({ method: 'eth_call', params: [{ to: poll, data }, 'latest'] })) as Hex,
    )
  }

  test('one that the index does not have yet is read from the chain’s logs, with votes, tally and ballots', async () => {
    const { loadPoll } = await import('@/lib/data/polls')
    const { loadPollBallot } = await import('@/lib/data/poll-ballot')
    await control('indexer', { held: true })
    try {
      const poll = await createPoll()
      const pool = pools.find(({ delegators }) => delegators.length > 1)
      if (!pool) throw new Error('no pool with delegators')
      const [first, second] = pool.delegators
      if (!first || !second) throw new Error('no delegators')
      await voteIn(poll, [first, pool.orchestrator, first])
      newCopy()
      const view = valueOf(await loadPoll(poll))
      const counted = await recountPoll(net.chain, net.deployment, poll, await head())
      expect(view).toMatchObject({ indexed: 'not-yet', state: 'open', tallySource: 'chain', history: null })
      expect({ yes: view?.yesWei, no: view?.noWei, voters: view?.votes.length }).toEqual(counted)
      expect(view?.votes.every(({ hash, votedAt }) => hash !== null && votedAt === null)).toBe(true)
      expect(view?.endBlock).toBe(Number(await endBlockOf(poll)))
      const ballot = valueOf(await loadPollBallot(poll, second))
      expect(ballot).toMatchObject({ open: true, choice: null, delegate: pool.orchestrator })
      expect(ballot.delegateChoice).not.toBeNull()
      expect({ yes: ballot.yesWei, no: ballot.noWei }).toEqual({ yes: counted.yes, no: counted.no })
      // Any other contract, and an account without code, is no poll.
      expect(valueOf(await loadPoll(getAddress(net.deployment.contracts['Minter'] ?? '')))).toBeNull()
      expect(valueOf(await loadPoll(author))).toBeNull()
      await control('subgraph', { fault: 'error' })
      newCopy()
      expect(valueOf(await loadPoll(poll))).toMatchObject({ indexed: 'unknown', yesWei: counted.yes })
    } finally {
      await control('subgraph', { fault: 'none' })
      await control('indexer', { held: false })
    }
  }, 120_000)

  test('the whole list asks the index and the chain a few times, however many polls there are', async () => {
    const { loadPolls } = await import('@/lib/data/polls')
    const realFetch = globalThis.fetch
    const asked = { subgraph: 0, rpc: 0 }
    globalThis.fetch = (input, init) => {
      const url = input instanceof Request ? input.url : String(input)
      if (url.includes('/subgraph')) asked.subgraph += 1
      else if (url.startsWith(net.rpcUrl)) asked.rpc += 1
      return realFetch(input, init)
    }
    try {
      newCopy()
      const { rows } = valueOf(await loadPolls())
      expect(rows?.length).toBeGreaterThan(8)
      expect(asked.subgraph).toBeLessThanOrEqual(5)
      expect(asked.rpc).toBeLessThanOrEqual(12)
    } finally {
      globalThis.fetch = realFetch
    }
  }, 60_000)
})
