import { type Address, stringToHex } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LPT } from '@/devnet/contracts-test/harness'
import { createSmallWorld, type SmallWorld } from '@/devnet/contracts-test/small-world'
import { BigDecimal } from '@/devnet/graphql/big-decimal'
import { executeSubgraph } from '@/devnet/graphql/execute'
import { events, pollEvents } from './abi'
import { createIndexer, type Indexer } from './indexer'
import { type LogEmitter, placeLogEmitter } from './log-emitter'

const CREATOR: Address = '0x00000000000000000000000000000000000c2ea7'
const POLL: Address = '0x0000000000000000000000000000000000000b01'
const STRANGER: Address = '0x0000000000000000000000000000000000000b02'
const GOVERNOR: Address = '0x0000000000000000000000000000000000090f00'
const MIGRATOR: Address = '0x0000000000000000000000000000000000001234'
const PROPOSAL = 2n ** 255n + 12345n

let world: SmallWorld
let poll: LogEmitter
let governor: LogEmitter
let published: Indexer
let mended: Indexer

function indexOf(mend: boolean): Indexer {
  const { contracts, blocks } = world.h.deployment
  return createIndexer({
    request: world.h.chain.request,
    deployment: {
      contracts: { ...contracts, PollCreator: CREATOR, LivepeerGovernor: GOVERNOR, L2Migrator: MIGRATOR },
      blocks,
    },
    mended: mend,
  })
}

async function ask(query: string, index = published): Promise<Record<string, never>> {
  await index.sync()
  const { data, errors } = (await executeSubgraph(index.store, { query })).json as Record<string, never>
  if (errors) throw new Error(JSON.stringify(errors))
  return data ?? {}
}

const id = (address: Address) => address.toLowerCase()
const vote = (voter: Address, choiceID: bigint) =>
  poll.emit(world.h.deployer, pollEvents, 'Vote', { voter, choiceID })

/** Counts a poll anew from the contracts, by the rule of LIP-16 (contracts.md section 10). */
async function recount(votes: ReadonlyMap<Address, 'yes' | 'no'>): Promise<{ yes: string; no: string }> {
  const { h } = world
  const stakes = new Map<Address, bigint>()
  const moved = new Map<string, bigint>()
  for (const voter of votes.keys()) {
    if (await h.view('BondingManager', 'isRegisteredTranscoder', voter)) {
      stakes.set(voter, await h.bigint('BondingManager', 'transcoderTotalStake', voter))
      continue
    }
    const stake = await h.bigint('BondingManager', 'pendingStake', voter, 0n)
    const { delegateAddress } = await h.delegator(voter)
    stakes.set(voter, stake)
    moved.set(id(delegateAddress), (moved.get(id(delegateAddress)) ?? 0n) + stake)
  }
  const sums = { yes: 0n, no: 0n }
  for (const [voter, choice] of votes) {
    const registered = await h.view('BondingManager', 'isRegisteredTranscoder', voter)
    sums[choice] += (stakes.get(voter) ?? 0n) - (registered ? (moved.get(id(voter)) ?? 0n) : 0n)
  }
  return { yes: BigDecimal.fromWei(sums.yes).toString(), no: BigDecimal.fromWei(sums.no).toString() }
}

async function tally(index = published): Promise<unknown> {
  const { poll: found } = await ask(`{ poll(id: "${POLL}") { tally { yes no } } }`, index)
  return (found as unknown as { tally: unknown }).tally
}

beforeAll(async () => {
  world = await createSmallWorld()
  const { request } = world.h.chain
  poll = await placeLogEmitter(request, POLL)
  governor = await placeLogEmitter(request, GOVERNOR)
  const creator = await placeLogEmitter(request, CREATOR)
  await creator.emit(world.h.deployer, events.PollCreator, 'PollCreated', {
    poll: POLL,
    proposal: stringToHex('QmProposal'),
    endBlock: (await world.h.bigint('RoundsManager', 'blockNum')) + 700n,
    quorum: 333_300n,
    quota: 500_000n,
  })
  published = indexOf(false)
  mended = indexOf(true)
})
afterAll(() => world.h.chain.close())

describe('a poll', () => {
  const votes = new Map<Address, 'yes' | 'no'>()

  it('has no tally before the first vote, and its text is that of the event', async () => {
    expect(
      await ask(
        `{ poll(id: "${POLL}") { proposal quorum quota tally { yes } votes { id } } pollCreatedEvents { proposal } }`,
      ),
    ).toEqual({
      poll: { proposal: 'QmProposal', quorum: '333300', quota: '500000', tally: null, votes: [] },
      pollCreatedEvents: [{ proposal: stringToHex('QmProposal') }],
    })
  })

  it('counts orchestrators by their stake less what their delegators vote themselves', async () => {
    const { T, U, D } = world
    await vote(T, 0n)
    votes.set(T, 'yes')
    expect(await tally()).toEqual(await recount(votes))
    await vote(D, 1n)
    votes.set(D, 'no')
    await vote(U, 1n)
    votes.set(U, 'no')
    expect(await tally()).toEqual(await recount(votes))
    expect(await tally()).toEqual({ yes: '1000', no: '950' })
  })

  it('ignores other choices and other contracts, and the last choice counts', async () => {
    const stranger = await placeLogEmitter(world.h.chain.request, STRANGER)
    await stranger.emit(world.h.deployer, pollEvents, 'Vote', { voter: world.V, choiceID: 0n })
    await vote(world.V, 2n)
    await vote(world.U, 0n)
    votes.set(world.U, 'yes')
    expect(await tally()).toEqual(await recount(votes))
    const { voteEvents } = await ask('{ voteEvents { choiceID } }')
    expect(voteEvents).toHaveLength(4)
  })

  it('follows rewards, bonds, moves, unbonds and rebonds while it is open', async () => {
    const { h, T, U, D } = world
    const steps: (() => Promise<unknown>)[] = [
      () => h.nextRound(),
      () => h.bm(T, 'reward'),
      () => h.bm(U, 'reward'),
      () => h.bm(D, 'bond', 20n * LPT, T),
      () => h.bm(D, 'unbond', 10n * LPT),
      () => h.bm(D, 'rebond', 0n),
      () => h.bm(T, 'unbond', 100n * LPT),
      () => h.bm(D, 'bond', 5n * LPT, U),
      () => h.bm(T, 'bond', 50n * LPT, T),
    ]
    for (const step of steps) {
      await step()
      expect(await tally()).toEqual(await recount(votes))
    }
  })

  it('weighs a voter by what is delegated to it once some of that moved away; mended by its own stake', async () => {
    const { h, P, T, D } = world
    await h.bm(P, 'bond', 10n * LPT, D)
    expect(await tally()).toEqual(await recount(votes))
    await h.bm(P, 'bond', 0n, T)
    expect(await tally(mended)).toEqual(await recount(votes))
    expect(await tally()).not.toEqual(await recount(votes))
  })

  it('stands still once it is over', async () => {
    await world.h.mineBlocks(800n)
    const before = await tally()
    await world.h.nextRound()
    await world.h.bm(world.U, 'reward')
    expect(await tally()).toEqual(before)
    expect(await recount(votes)).not.toEqual(before)
  })
})

describe('a treasury proposal', () => {
  const cast = (voter: Address, support: number, weight: bigint, reason = '') =>
    governor.emit(world.h.deployer, events.LivepeerGovernor, 'VoteCast', {
      voter,
      proposalId: PROPOSAL,
      support,
      weight: weight * LPT,
      reason,
    })

  beforeAll(async () => {
    await governor.emit(world.h.deployer, events.LivepeerGovernor, 'ProposalCreated', {
      proposalId: PROPOSAL,
      proposer: world.T,
      targets: [world.P],
      values: [5n],
      signatures: [''],
      calldatas: ['0xABCD'],
      voteStart: 3n,
      voteEnd: 13n,
      description: '# 0xABCD is no address',
    })
    await cast(world.T, 1, 1000n)
    await cast(world.D, 0, 200n, 'Because')
    await cast(world.U, 3, 50n)
    // What the contract has counted by then: the delegator's weight is taken off its orchestrator's.
    await governor.answer([200n * LPT, 800n * LPT, 0n])
    await governor.emit(world.h.deployer, events.LivepeerGovernor, 'VoteCastWithParams', {
      voter: world.P,
      proposalId: PROPOSAL,
      support: 2,
      weight: 0n,
      reason: '',
      params: '0x01',
    })
  })

  const query = `{ treasuryProposal(id: "${PROPOSAL}") { proposer { id } targets values calldatas description
    forVotes againstVotes abstainVotes totalVotes votes(orderBy: weight) { support weight reason voter { id } } } }`

  it('is indexed with its votes; unknown choices are skipped', async () => {
    expect(await ask(query)).toEqual({
      treasuryProposal: {
        proposer: { id: id(world.T) },
        targets: [id(world.P)],
        values: ['5'],
        calldatas: ['0xabcd'],
        description: '# 0xABCD is no address',
        forVotes: '1000',
        againstVotes: '200',
        abstainVotes: '0',
        totalVotes: '1200',
        votes: [
          { support: 'Abstain', weight: '0', reason: null, voter: { id: id(world.P) } },
          { support: 'Against', weight: '200', reason: 'Because', voter: { id: id(world.D) } },
          { support: 'For', weight: '1000', reason: null, voter: { id: id(world.T) } },
        ],
      },
    })
  })

  it('Q2: totals ignore overrides; mended they are the contract’s', async () => {
    expect(await ask(query, mended)).toMatchObject({
      treasuryProposal: { forVotes: '800', againstVotes: '200', abstainVotes: '0', totalVotes: '1000' },
    })
  })
})

describe('the migration', () => {
  it('Q12: l2Addr repeats l1Addr', async () => {
    const migrator = await placeLogEmitter(world.h.chain.request, MIGRATOR)
    await migrator.emit(world.h.deployer, events.L2Migrator, 'MigrateDelegatorFinalized', {
      params: {
        l1Addr: world.T,
        l2Addr: world.U,
        stake: LPT,
        delegatedStake: 2n * LPT,
        fees: 3n,
        delegate: world.V,
      },
    })
    await migrator.emit(world.h.deployer, events.L2Migrator, 'StakeClaimed', {
      delegator: world.D,
      delegate: world.T,
      stake: LPT,
      fees: 0n,
    })
    const query =
      '{ migrateDelegatorFinalizedEvents { l1Addr l2Addr stake delegate } stakeClaimedEvents { delegator stake } }'
    const row = (l2: Address) => ({
      migrateDelegatorFinalizedEvents: [
        { l1Addr: id(world.T), l2Addr: id(l2), stake: '1', delegate: id(world.V) },
      ],
      stakeClaimedEvents: [{ delegator: id(world.D), stake: '1' }],
    })
    expect(await ask(query)).toEqual(row(world.T))
    expect(await ask(query, mended)).toEqual(row(world.U))
  })
})
