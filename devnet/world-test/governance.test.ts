import type { Address } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readOne } from '@/devnet/chain/contract-calls'
import { createChain } from '@/devnet/chain/provider'
import { readHead } from '@/devnet/chain/transact'
import { BigDecimal } from '@/devnet/graphql/big-decimal'
import { executeSubgraph } from '@/devnet/graphql/execute'
import { createIndexer, type Indexer } from '@/devnet/indexer/indexer'
import type { Chain } from '@/devnet/types'
import { seedWorld, type World } from '@/devnet/world/seed'
import { createTimeline, genesisTimeOf, LAST_ROUND, ROUND_LENGTH } from '@/devnet/world/timeline'
import { testFeatures } from '@/devnet/world-test/features'
import { castVotes, eventsOf, recountPoll, recountProposal } from '@/devnet/world-test/recount'
import { contentIds } from '@/lib/ipfs/content-ids'

const END_TIME = 1_790_000_000
const SEED = 'livepeer'
const STATES = ['pending', 'active', 'canceled', 'defeated', 'succeeded', 'queued', 'expired', 'executed']

interface PollRow {
  id: Address
  proposal: string
  endBlock: string
  quorum: string
  quota: string
  tally: { yes: string; no: string } | null
  votes: { id: string; voter: Address; choiceID: string }[]
}

interface VoteRow {
  support: string
  weight: string
  reason: string | null
  voter: { id: Address }
}

interface ProposalRow {
  id: string
  description: string
  voteStart: string
  voteEnd: string
  proposer: { id: Address }
  targets: Address[]
  values: string[]
  forVotes: string
  againstVotes: string
  abstainVotes: string
  totalVotes: string
  votes: VoteRow[]
  more: VoteRow[]
}

const POLLS = `{ polls(first: 100, orderBy: endBlock) { id proposal endBlock quorum quota tally { yes no }
  votes(first: 1000) { id voter choiceID } } }`
const PROPOSALS = `{ treasuryProposals(first: 100, orderBy: voteStart) { id description voteStart voteEnd proposer { id }
  targets values forVotes againstVotes abstainVotes totalVotes
  votes(first: 1000) { support weight reason voter { id } }
  more: votes(first: 1000, skip: 1000) { support weight reason voter { id } } } }`

/** Whole worlds through the indexer, in two ways: as published and with every figure right. */
describe.each(['test', 'small'] as const)('the %s world', (size) => {
  let chain: Chain
  let world: World
  let published: Indexer
  let mended: Indexer
  let head: bigint
  const read = (contract: string, functionName: string, ...args: unknown[]) =>
    readOne(chain.request, world.deployment, contract, functionName, args)
  const ask = async <T>(index: Indexer, query: string): Promise<T> => {
    const { data, errors } = (await executeSubgraph(index.store, { query })).json as {
      data: T
      errors?: unknown
    }
    expect(errors).toBeUndefined()
    return data
  }
  const decimal = (wei: bigint) => BigDecimal.fromWei(wei).toString()
  const stateOf = async ({ id }: ProposalRow) =>
    STATES[Number(await read('LivepeerGovernor', 'state', BigInt(id)))]

  beforeAll(async () => {
    chain = await createChain({ genesisTimestamp: genesisTimeOf(END_TIME) })
    world = await seedWorld(chain, { size, seed: SEED, endTime: END_TIME })
    published = createIndexer({ request: chain.request, deployment: world.deployment })
    await published.sync()
    mended = createIndexer({ request: chain.request, deployment: world.deployment, mended: true })
    await mended.sync()
    head = BigInt((await readHead(chain.request)).number)
  }, 300_000)
  afterAll(() => chain.close())

  if (size === 'test') {
    testFeatures(SEED, () => ({ chain, world, head, read, ask: (query) => ask(published, query) }))
  }

  test('each poll’s tally is the recount of its logs and the state at its end', async () => {
    const { polls } = await ask<{ polls: PollRow[] }>(mended, POLLS)
    expect(polls).toHaveLength(7)
    for (const poll of polls) {
      const end = BigInt(poll.endBlock)
      const { yes, no, voters } = await recountPoll(chain, world.deployment, poll.id, end < head ? end : head)
      expect(poll.votes, poll.proposal).toHaveLength(voters)
      expect({ id: poll.id, ...poll.tally }).toEqual({ id: poll.id, yes: decimal(yes), no: decimal(no) })
    }
  })

  test('polls are open, passed, rejected and without a quorum, and every text is there', async () => {
    const { polls } = await ask<{ polls: PollRow[] }>(published, POLLS)
    const results = await Promise.all(
      polls.map(async ({ id, endBlock, quorum, quota }) => {
        if (BigInt(endBlock) >= head) return 'open'
        const end = BigInt(endBlock)
        const { yes, no } = await recountPoll(chain, world.deployment, id, end)
        const lastStart = BigInt(createTimeline(END_TIME).startOf(LAST_ROUND))
        const round =
          BigInt(LAST_ROUND) - (lastStart - end + BigInt(ROUND_LENGTH) - 1n) / BigInt(ROUND_LENGTH)
        const active = (await read('BondingVotes', 'getTotalActiveStakeAt', round)) as bigint
        if (yes + no < (active * BigInt(quorum)) / 1_000_000n) return 'no quorum'
        return yes > ((yes + no) * BigInt(quota)) / 1_000_000n ? 'passed' : 'rejected'
      }),
    )
    expect(results.filter((result) => result === 'open')).toHaveLength(2)
    expect(new Set(results)).toEqual(new Set(['open', 'passed', 'rejected', 'no quorum']))
    const pinned = new Set(world.documents.map((text) => contentIds(Buffer.from(text, 'utf8')).v0))
    expect(polls.every(({ proposal }) => pinned.has(proposal))).toBe(true)
  })

  test('treasury votes are the chain’s, one row each, with their reasons', async () => {
    const votes = await castVotes(chain, world.deployment, head)
    const { treasuryProposals } = await ask<{ treasuryProposals: ProposalRow[] }>(published, PROPOSALS)
    expect(treasuryProposals).toHaveLength(13)
    for (const proposal of treasuryProposals) {
      const cast = votes.get(BigInt(proposal.id)) ?? new Map()
      const rows = [...proposal.votes, ...proposal.more].map(({ voter, support, weight, reason }) => ({
        voter: voter.id,
        support,
        weight,
        reason,
      }))
      const expected = [...cast].map(([voter, { support, weight, reason }]) => ({
        voter,
        support: ['Against', 'For', 'Abstain'][support],
        weight: decimal(weight),
        reason: reason === '' ? null : reason,
      }))
      const byVoter = (a: { voter: string }, b: { voter: string }) => (a.voter < b.voter ? -1 : 1)
      expect(rows.sort(byVoter)).toEqual(expected.sort(byVoter))
      const weights = [...cast.values()].reduce((sum, { weight }) => sum + weight, 0n)
      // Q2: as published the totals add whole weights, overrides or not.
      expect(proposal.totalVotes).toBe(decimal(weights))
    }
  })

  test('the chain’s tallies are the recount by past delegations, and the mended index has them', async () => {
    const votes = await castVotes(chain, world.deployment, head)
    const { treasuryProposals } = await ask<{ treasuryProposals: ProposalRow[] }>(mended, PROPOSALS)
    let overridden = 0
    for (const { id, voteStart, forVotes, againstVotes, abstainVotes } of treasuryProposals) {
      const cast = votes.get(BigInt(id))
      const counted = (await read('LivepeerGovernor', 'proposalVotes', BigInt(id))) as readonly bigint[]
      const recount = cast
        ? await recountProposal(chain, world.deployment, BigInt(voteStart), cast)
        : [0n, 0n, 0n]
      expect(counted).toEqual(recount)
      expect([againstVotes, forVotes, abstainVotes]).toEqual(recount.map(decimal))
      const weights = [...(cast?.values() ?? [])].reduce((sum, { weight }) => sum + weight, 0n)
      if (recount.reduce((sum, part) => sum + part, 0n) < weights) overridden += 1
    }
    expect(overridden).toBeGreaterThan(3)
  })

  test('proposals are in every state there is', async () => {
    const { treasuryProposals } = await ask<{ treasuryProposals: ProposalRow[] }>(published, PROPOSALS)
    const states = await Promise.all(treasuryProposals.map(stateOf))
    const count = (state: string) => states.filter((other) => other === state).length
    expect(new Set(states)).toEqual(
      new Set(['executed', 'defeated', 'canceled', 'queued', 'succeeded', 'active', 'pending']),
    )
    expect(count('executed')).toBe(3)
    expect(count('active')).toBe(2)
    const quorumMet = await Promise.all(
      treasuryProposals
        .filter((_, index) => states[index] === 'defeated')
        .map(async ({ id, voteStart }) => {
          const counted = (await read('LivepeerGovernor', 'proposalVotes', BigInt(id))) as readonly bigint[]
          const quorum = (await read('LivepeerGovernor', 'quorum', BigInt(voteStart))) as bigint
          return counted.reduce((sum, part) => sum + part, 0n) >= quorum
        }),
    )
    expect(new Set(quorumMet)).toEqual(new Set([true, false]))
  })

  test('one pays LPT and ETH in several actions, one fails on execution, one is hostile', async () => {
    const { treasuryProposals } = await ask<{ treasuryProposals: ProposalRow[] }>(published, PROPOSALS)
    const called = (title: string) =>
      treasuryProposals.find(({ description }) => description.includes(title)) as ProposalRow
    const regions = called('two test regions')
    expect(regions.values).toEqual(['0', '0', String(6n * 10n ** 18n)])
    const north = regions.targets[2] as Address
    expect(await read('LivepeerToken', 'balanceOf', north)).toBe(12_500n * 10n ** 18n)
    expect(
      BigInt((await chain.request({ method: 'eth_getBalance', params: [north, 'latest'] })) as string),
    ).toBe(6n * 10n ** 18n)
    expect(await stateOf(regions)).toBe('executed')
    const ceiling = called('ceiling to 1,000,000')
    expect(await stateOf(ceiling)).toBe('queued')
    expect(await read('BondingManager', 'treasuryBalanceCeiling')).toBe(750_000n * 10n ** 18n)
    expect(called('<script>').description).toMatch(/javascript:alert[\s\S]*who\.png[\s\S]*\u202e/)
    expect(await stateOf(called('<script>'))).toBe('active')
  })

  test('the treasury holds near half a million LPT, and what it had it got or was given', async () => {
    const treasury = world.deployment.contracts['Treasury'] as Address
    const balance = (await read('LivepeerToken', 'balanceOf', treasury)) as bigint
    if (size === 'test') {
      expect(balance).toBeGreaterThan(400_000n * 10n ** 18n)
      expect(balance).toBeLessThan(600_000n * 10n ** 18n)
    }
    const moves = (
      await eventsOf(chain, 'LivepeerToken', world.deployment.contracts['LivepeerToken'] as Address, head)
    ).filter(({ name }) => name === 'Transfer')
    const sum = (side: string) =>
      moves
        .filter(({ args }) => (args[side] as string).toLowerCase() === treasury)
        .reduce((total, { args }) => total + (args['value'] as bigint), 0n)
    expect(balance).toBe(sum('to') - sum('from'))
    expect(sum('from')).toBe((18_000n + 22_250n) * 10n ** 18n)
  })

  test('fees by day, by gateway and in total are the face values of the redeemed tickets', async () => {
    const broker = world.deployment.contracts['TicketBroker'] as Address
    const tickets = (await eventsOf(chain, 'TicketBroker', broker, head)).filter(
      ({ name }) => name === 'WinningTicketRedeemed',
    )
    const faceWei = tickets.reduce((sum, { args }) => sum + (args['faceValue'] as bigint), 0n)
    const { days, broadcasters, protocol, self } = await ask<{
      days: { date: number; volumeETH: string }[]
      broadcasters: { totalVolumeETH: string }[]
      protocol: { totalVolumeETH: string; winningTicketCount: number }
      self: { sender: { id: string }; recipient: { id: string } }[]
    }>(
      published,
      `{ days(first: 1000) { date volumeETH } broadcasters(first: 100) { totalVolumeETH }
        protocol(id: "0") { totalVolumeETH winningTicketCount }
        self: winningTicketRedeemedEvents(first: 1000) { sender { id } recipient { id } } }`,
    )
    const wei = (rows: readonly string[]) =>
      rows
        .reduce((sum, row) => sum.plus(BigDecimal.parse(row) ?? BigDecimal.zero), BigDecimal.zero)
        .toString()
    expect(protocol).toEqual({ totalVolumeETH: decimal(faceWei), winningTicketCount: tickets.length })
    expect(wei(days.map(({ volumeETH }) => volumeETH))).toBe(decimal(faceWei))
    expect(wei(broadcasters.map(({ totalVolumeETH }) => totalVolumeETH))).toBe(decimal(faceWei))
    expect(broadcasters).toHaveLength(size === 'test' ? 8 : 7)
    expect(self.some(({ sender, recipient }) => sender.id === recipient.id)).toBe(size === 'test')
    const full = days.filter(({ volumeETH }) => Number(volumeETH) > 0.5)
    expect(full.length).toBeGreaterThan(size === 'test' ? 50 : 12)
  })
})
