import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createChain } from '@/devnet/chain/provider'
import type { Harness } from '@/devnet/contracts-test/harness'
import { runRandomSequence } from '@/devnet/contracts-test/random-sequence'
import { BigDecimal } from '@/devnet/graphql/big-decimal'
import {
  compareDelegators,
  compareLocks,
  compareProtocol,
  compareRelations,
  compareRoundStart,
  compareTranscoders,
} from './compare-staking'
import { Comparison, differingFields, rowsOf, sumOf } from './comparison'
import { createIndexer, type Indexer } from './indexer'

let h: Harness
let published: Indexer
let mended: Indexer
const atRoundStart = new Comparison()

const shown = (value: BigDecimal) => value.toString()

beforeAll(async () => {
  const report = await runRandomSequence({
    chain: await createChain({ genesisTimestamp: 1_700_000_000 }),
    seed: 20_260_201,
    calls: 750,
    afterRoundStart: async (context) => {
      h = context.h
      published ??= createIndexer({ request: h.chain.request, deployment: h.deployment })
      await published.sync()
      await compareRoundStart({ comparison: atRoundStart, h, index: published }, context.round)
    },
  })
  h = report.h
  mended = createIndexer({ request: h.chain.request, deployment: h.deployment, mended: true })
  await published.sync()
  await mended.sync()
  // The sequence must have been worth comparing.
  for (const action of ['bondOther', 'unbond', 'rebond', 'transferBond', 'reward', 'withdrawFees'] as const) {
    expect(report.mined[action] ?? 0, action).toBeGreaterThan(3)
  }
})

afterAll(() => h.chain.close())

describe('when a round begins', () => {
  it('active flags, pools, stake and round agree with the contracts', () => {
    expect(atRoundStart.differences).toEqual([])
    expect(atRoundStart.compared).toBeGreaterThan(300)
  })
})

describe('after random activity', () => {
  it('delegators, locks, orchestrators and parameters agree with the contracts', async () => {
    const comparison = new Comparison()
    const sides = { comparison, h, index: published }
    await compareDelegators(sides)
    expect(await compareLocks(sides)).toBeGreaterThan(3)
    await compareTranscoders(sides)
    await compareProtocol(sides)
    compareRelations(sides)
    expect(comparison.differences).toEqual([])
    expect(rowsOf(published, 'Delegator').length).toBeGreaterThan(20)
  })

  it('principal and unbonded of every account add up from its events', () => {
    const bonds = rowsOf(published, 'BondEvent')
    const transfers = rowsOf(published, 'TransferBondEvent')
    for (const { id, principal } of rowsOf(published, 'Delegator')) {
      const put = bonds.filter((event) => event.delegator === id).map((event) => event.additionalAmount)
      const received = transfers.filter((event) => event.newDelegator === id).map((event) => event.amount)
      expect(shown(principal), id).toBe(sumOf([...put, ...received]))
    }
    expect(transfers.length).toBeGreaterThan(3)
    const unbonded = sumOf(rowsOf(published, 'Delegator').map((row) => row.unbonded))
    const out = rowsOf(published, 'UnbondEvent').map((event) => event.amount)
    // A rebond takes back what its owner unbonded; one of a lock received from somebody else does not.
    const fromOthers = transfers.filter((event) => event.newDelegator !== event.oldDelegator)
    const received = new Set(fromOthers.map((event) => `${event.newDelegator} ${event.newUnbondingLockId}`))
    const back = rowsOf(published, 'RebondEvent')
      .filter((event) => !received.has(`${event.delegator} ${event.unbondingLockId}`))
      .map((event) => event.amount)
    expect(unbonded).toBe(
      shown((BigDecimal.parse(sumOf(out)) as BigDecimal).minus(BigDecimal.parse(sumOf(back)) as BigDecimal)),
    )
  })

  it('reward calls stand in pools, events and nowhere twice', () => {
    const events = rowsOf(published, 'RewardEvent')
    const pools = rowsOf(published, 'Pool').filter((pool) => pool.rewardTokens !== null)
    const fromEvents = events.map((e) => `${e.round} ${e.delegate} ${shown(e.rewardTokens)}`).sort()
    const fromPools = pools
      .map((p) => `${p.round} ${p.delegate} ${shown(p.rewardTokens as BigDecimal)}`)
      .sort()
    expect(fromPools).toEqual(fromEvents)
  })

  it('every account that is an orchestrator or delegator can be searched for', () => {
    const accounts = new Map(rowsOf(published, 'LivepeerAccount').map((row) => [row.id, row]))
    for (const { id } of rowsOf(published, 'Delegator')) expect(accounts.get(id)?.delegator).toBe(id)
    for (const { id } of rowsOf(published, 'Transcoder')) expect(accounts.get(id)?.delegate).toBe(id)
  })
})

describe('the mended index', () => {
  it('counts delegators as the contract has them, the published one does not (Q3)', async () => {
    const bonded = rowsOf(mended, 'Delegator').filter((row) => row.bondedAmount.isPositive()).length
    expect(rowsOf(mended, 'Protocol')[0]?.delegatorsCount).toBe(BigInt(bonded))
    expect(rowsOf(published, 'Protocol')[0]?.delegatorsCount).toBeLessThan(BigInt(bonded))
  })

  it('differs from the published one only in what the quirks name', () => {
    expect(differingFields(mended, published)).toEqual([
      'Day.delegatorsCount',
      'LivepeerAccount.delegate',
      'Protocol.delegatorsCount',
      'Round.delegatorsCount',
      'Round.newStake',
      'Transaction.gasUsed',
      'Transcoder.deactivationRound',
    ])
  })
})
