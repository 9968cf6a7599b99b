import type { Address } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createChain } from '@/devnet/chain/provider'
import { FULL_ACTIONS } from '@/devnet/contracts-test/full-actions'
import { createFullSequence, type FullSequence, type FullStep } from '@/devnet/contracts-test/full-sequence'
import { checkVotes, ethOfMinter } from '@/devnet/contracts-test/governance-checks'
import { checkInvariants, followLocks, type LockLedger, readLocks } from '@/devnet/contracts-test/invariants'
import { ALL_REVERTS } from '@/devnet/contracts-test/known-reverts'
import type { Cast } from '@/devnet/contracts-test/random-actions'
import { type ChainEvent, chainEvents, compareEvents } from './compare-events'
import { comparePolls, compareProposals, compareTally } from './compare-governance'
import { compareGateways, compareVolumes, takenTwice } from './compare-payments'
import {
  compareDelegators,
  compareLocks,
  compareProtocol,
  compareRelations,
  compareRoundStart,
  compareTranscoders,
  type Sides,
} from './compare-staking'
import { Comparison, differingFields, rowsOf } from './comparison'
import { createIndexer, type Indexer } from './indexer'
import { SlashingLag } from './slashing-lag'

/** Small enough for every run of the suite; the environment asks for more (`npm run bench`). */
const CALLS = Number(process.env.ALL_CONTRACTS_CALLS ?? 750)
const SEEDS = (process.env.ALL_CONTRACTS_SEEDS ?? '1').split(',').map(Number)
const CHECK_EVERY = 75

describe.each(SEEDS)(`${CALLS} random calls of all contracts, seed %i`, (seed) => {
  let sequence: FullSequence
  let published: Indexer
  let mended: Indexer
  let chain: ChainEvent[]
  const atRoundStart = new Comparison()
  const tallies = new Comparison()
  const locks: LockLedger = { total: 0n }
  const lag = new SlashingLag()
  /** Polls whose voters the index does not know to have been slashed. */
  const slashedPolls = new Set<Address>()

  const indexOf = (mend: boolean) =>
    createIndexer({
      request: sequence.scene.h.chain.request,
      deployment: sequence.scene.h.deployment,
      mended: mend,
    })
  const sides = (comparison: Comparison): Sides => ({
    comparison,
    h: sequence.scene.h,
    index: published,
    lag,
  })
  const holders = (): Cast => {
    const { cast, pools } = sequence.scene
    return { ...cast, delegators: [...cast.delegators, ...pools] }
  }

  const checkAll = async () => {
    const { scene } = sequence
    await checkInvariants(scene.h, holders(), locks)
    const { held, owed } = await ethOfMinter(scene, [...holders().orchestrators, ...holders().delegators])
    expect(held).toBeGreaterThanOrEqual(owed)
    await checkVotes(scene)
  }

  const followSlashing = async ({ outcome }: FullStep) => {
    if (outcome.state !== 'mined') return
    const { h, polls } = sequence.scene
    lag.follow(outcome.logs)
    const slash = outcome.logs.find(({ event }) => event === 'TranscoderSlashed')
    if (!slash) return
    for (const poll of polls) slashedPolls.add(poll)
    const account = slash.args.transcoder as Address
    const penalty = slash.args.penalty as bigint
    const { bondedAmount, startRound } = await h.delegator(account)
    const counted = bondedAmount > 0n && startRound <= (await h.bigint('RoundsManager', 'currentRound'))
    lag.slashed(account, { bonded: penalty, delegated: counted ? penalty : 0n }, bondedAmount > 0n)
  }

  /** Tallies of open polls, unless slashing left something wrong on record. */
  const compareTallies = async () => {
    const { h, polls } = sequence.scene
    if (lag.any()) return
    const head = await h.bigint('RoundsManager', 'blockNum')
    for (const poll of polls.slice(-2)) {
      h.know('Poll', poll)
      const open = (await h.bigint('Poll', 'endBlock')) >= head
      if (open && !slashedPolls.has(poll)) await compareTally(tallies, h, mended, poll)
    }
  }

  const hooks = {
    afterCall: async (step: FullStep) => {
      followLocks(locks, step)
      await followSlashing(step)
      if (step.index % CHECK_EVERY === 0) await checkAll()
    },
    afterRoundStart: async (round: bigint) => {
      await published.sync()
      await mended.sync()
      await compareRoundStart(sides(atRoundStart), round)
      await compareTallies()
    },
  }

  beforeAll(
    async () => {
      sequence = await createFullSequence(await createChain({ genesisTimestamp: 1_700_000_000 }), seed)
      published = indexOf(false)
      mended = indexOf(true)
      await sequence.run(CALLS, hooks)
      await sequence.nextRound(hooks)
      chain = await chainEvents(sequence.scene.h, sequence.scene.polls)
    },
    240_000 + CALLS * 200,
  )
  afterAll(() => sequence.scene.h.chain.close())

  it('keep every invariant, and refuse in known words', async () => {
    await checkAll()
    expect(await readLocks(sequence.scene.h, holders())).toBe(locks.total)
    expect([...sequence.reverts.keys()].filter((reason) => !ALL_REVERTS.has(reason))).toEqual([])
    // A sequence in which whole kinds of calls never succeed would prove little; no wrong claim may.
    expect(FULL_ACTIONS.filter((action) => !sequence.mined.has(action))).toEqual(['claimWrongly'])
    expect(sequence.rounds).toBeGreaterThan(20)
  })

  it('leave an index whose active set, pools, stake and round are the contracts’ when a round begins', () => {
    expect(atRoundStart.differences).toEqual([])
    expect(atRoundStart.compared).toBeGreaterThan(300)
  })

  it('leave an index whose accounts, locks, orchestrators and parameters are the contracts’', async () => {
    const comparison = new Comparison()
    await compareDelegators(sides(comparison))
    expect(await compareLocks(sides(comparison))).toBeGreaterThan(3)
    await compareTranscoders(sides(comparison))
    await compareProtocol(sides(comparison))
    compareRelations(sides(comparison))
    expect(comparison.differences).toEqual([])
  })

  it('leave a row for every followed log, field by field, and no other', () => {
    const comparison = new Comparison()
    const counts = compareEvents(comparison, published, chain)
    expect(comparison.differences).toEqual([])
    expect(counts.size).toBeGreaterThan(24)
  })

  it('leave gateways whose deposits are the contract’s, and reserves but for Q1', async () => {
    const comparison = new Comparison()
    const excess = takenTwice(chain)
    await compareGateways(comparison, sequence.scene.h, published, excess)
    await compareGateways(comparison, sequence.scene.h, mended, new Map())
    expect(compareVolumes(comparison, published, chain)).toBeGreaterThan(9)
    expect(comparison.differences).toEqual([])
    expect(excess.size).toBeGreaterThan(0)
  })

  it('leave proposals whose votes the site nets to the governor’s tally; published totals are whole weights (Q2)', async () => {
    const comparison = new Comparison()
    const { h, proposals } = sequence.scene
    const overridden = await compareProposals(comparison, h, { published, mended }, proposals)
    expect(comparison.differences).toEqual([])
    expect(overridden).toBeGreaterThan(0)
  })

  it('leave polls with every voter’s last choice, tallied as an independent count does', async () => {
    const comparison = new Comparison()
    await comparePolls(comparison, sequence.scene.h, published, sequence.scene.polls, chain)
    expect(comparison.differences).toEqual([])
    expect(tallies.differences).toEqual([])
    expect(tallies.compared).toBeGreaterThan(9)
  })

  it('count delegators right when mended (Q3), and differ from the published index only in what the quirks name', () => {
    const bonded = rowsOf(mended, 'Delegator').filter(({ delegate }) => delegate !== null).length
    expect(rowsOf(mended, 'Protocol')[0]?.delegatorsCount).toBe(BigInt(bonded))
    const named = new Set([
      // What a reward adds to after slashing: to what is on record, or read anew when mended.
      'Delegator.delegatedAmount',
      'Pool.totalStake',
      'Transcoder.totalStake',
      'Broadcaster.reserve',
      'Day.activeTranscoderCount',
      'Day.delegatorsCount',
      'Day.inflation',
      'Day.numActiveTranscoders',
      'LivepeerAccount.delegate',
      'MigrateDelegatorFinalizedEvent.l2Addr',
      'PollTally.no',
      'PollTally.yes',
      'Protocol.delegatorsCount',
      'Protocol.lockPeriod',
      'Round.delegatorsCount',
      'Round.newStake',
      'Transaction.gasUsed',
      'Transcoder.deactivationRound',
      'Transcoder.feeShareUpdateTimestamp',
      'Transcoder.ninetyDayVolumeETH',
      'Transcoder.rewardCutUpdateTimestamp',
      'Transcoder.sixtyDayVolumeETH',
      'Transcoder.thirtyDayVolumeETH',
      'TreasuryProposal.abstainVotes',
      'TreasuryProposal.againstVotes',
      'TreasuryProposal.forVotes',
      'TreasuryProposal.totalVotes',
      'Vote.voteStake',
    ])
    expect(differingFields(mended, published).filter((field) => !named.has(field))).toEqual([])
  })

  it('index to the same bytes anew, and to the former ones when the chain goes back', async () => {
    const { h } = sequence.scene
    const before = published.store.dump()
    const anew = indexOf(false)
    await anew.sync()
    expect(anew.store.dump() === before).toBe(true)
    const snapshot = await h.chain.request({ method: 'evm_snapshot' })
    await sequence.run(40)
    await sequence.nextRound()
    await published.sync()
    expect(published.store.dump() === before).toBe(false)
    await h.chain.request({ method: 'evm_revert', params: [snapshot] })
    await published.sync()
    expect(published.store.dump() === before).toBe(true)
  })
})
