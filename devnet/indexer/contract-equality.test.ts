import type { Address } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createChain } from '@/devnet/chain/provider'
import { type Harness, ZERO } from '@/devnet/contracts-test/harness'
import { runRandomSequence } from '@/devnet/contracts-test/random-sequence'
import { BigDecimal } from '@/devnet/graphql/big-decimal'
import type { Entities } from './entity-types'
import { createIndexer, type Indexer } from './indexer'

const NEVER = 2n ** 256n - 1n
const HALVED_NEVER = 2n ** 255n - 1n

let h: Harness
let published: Indexer
let mended: Indexer
/** What did not agree with the contracts when a round began, and how many comparisons were made. */
const atRoundStart = { compared: 0, wrong: [] as string[] }

function rows<Name extends keyof Entities>(indexer: Indexer, type: Name): Entities[Name][] {
  return [...indexer.store.all(type)].map((found) => found.row as Entities[Name])
}

const tokens = (wei: bigint) => BigDecimal.fromWei(wei).toString()
const shown = (value: BigDecimal) => value.toString()
const idOf = (address: Address) => (address === ZERO ? null : address.toLowerCase())
const sum = (values: readonly BigDecimal[]) => shown(values.reduce((a, b) => a.plus(b), BigDecimal.zero))

/** What must hold only when a round has just begun: flags of the active set and the round's pools. */
async function compareRoundStart(round: bigint): Promise<void> {
  await published.sync()
  const pools = rows(published, 'Pool').filter((pool) => pool.round === round.toString())
  const order = await h.poolOrder()
  const check = (what: string, indexed: unknown, contract: unknown) => {
    atRoundStart.compared++
    if (indexed !== contract) atRoundStart.wrong.push(`round ${round} ${what}: ${indexed} is not ${contract}`)
  }
  check(
    'pools',
    pools
      .map((pool) => pool.delegate)
      .sort()
      .join(),
    order
      .map((a) => a.toLowerCase())
      .sort()
      .join(),
  )
  for (const pool of pools) {
    const stake = await h.bigint('BondingManager', 'transcoderTotalStake', pool.delegate)
    const { rewardCut, feeShare } = await h.transcoder(pool.delegate as Address)
    check(`stake of ${pool.id}`, shown(pool.totalStake), tokens(stake))
    check(`cuts of ${pool.id}`, `${pool.rewardCut} ${pool.feeShare}`, `${rewardCut} ${feeShare}`)
  }
  for (const { id, active } of rows(published, 'Transcoder')) {
    check(`active of ${id}`, active, await h.view('BondingManager', 'isActiveTranscoder', id))
  }
  const protocol = rows(published, 'Protocol')[0] as Entities['Protocol']
  check('stake', shown(protocol.totalActiveStake), tokens(await h.bigint('BondingManager', 'getTotalBonded')))
  check('round', protocol.currentRound, round.toString())
  check('last round', protocol.lastInitializedRound, round.toString())
  check('pending', protocol.pendingActivation.length + protocol.pendingDeactivation.length, 0)
  const current = rows(published, 'Round').find((row) => row.id === round.toString())
  check('start', current?.startBlock, await h.bigint('RoundsManager', 'currentRoundStartBlock'))
  check(
    'mintable',
    current && shown(current.mintableTokens),
    tokens(await h.bigint('Minter', 'currentMintableTokens')),
  )
}

beforeAll(async () => {
  const report = await runRandomSequence({
    chain: await createChain({ genesisTimestamp: 1_700_000_000 }),
    seed: 20_260_201,
    calls: 900,
    afterRoundStart: async (context) => {
      h = context.h
      published ??= createIndexer({ request: h.chain.request, deployment: h.deployment })
      await compareRoundStart(context.round)
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
    expect(atRoundStart.wrong).toEqual([])
    expect(atRoundStart.compared).toBeGreaterThan(300)
  })
})

describe('after random activity', () => {
  it('every Delegator agrees with getDelegator', async () => {
    const delegators = rows(published, 'Delegator')
    expect(delegators.length).toBeGreaterThan(20)
    for (const row of delegators) {
      const state = await h.delegator(row.id as Address)
      expect({
        id: row.id,
        delegate: row.delegate,
        bondedAmount: shown(row.bondedAmount),
        fees: shown(row.fees),
        delegatedAmount: shown(row.delegatedAmount),
        startRound: row.startRound,
        lastClaimRound: row.lastClaimRound ?? '0',
      }).toEqual({
        id: row.id,
        delegate: state.bondedAmount === 0n ? null : (idOf(state.delegateAddress) ?? ZERO),
        bondedAmount: tokens(state.bondedAmount),
        fees: tokens(state.fees),
        delegatedAmount: tokens(state.delegatedAmount),
        startRound: state.startRound,
        lastClaimRound: state.lastClaimRound.toString(),
      })
    }
  })

  it('every open unbonding lock is indexed and no other', async () => {
    const open: string[] = []
    for (const { id } of rows(published, 'Delegator')) {
      const { nextUnbondingLockId } = await h.delegator(id as Address)
      for (let lock = 0n; lock < nextUnbondingLockId; lock++) {
        const [amount, withdrawRound] = (await h.view(
          'BondingManager',
          'getDelegatorUnbondingLock',
          id,
          lock,
        )) as [bigint, bigint]
        if (withdrawRound > 0n) open.push(`${id} ${lock} ${tokens(amount)} ${withdrawRound}`)
      }
    }
    const indexed = rows(published, 'UnbondingLock').map(
      (row) => `${row.delegator} ${row.unbondingLockId} ${shown(row.amount)} ${row.withdrawRound}`,
    )
    expect(indexed.sort()).toEqual(open.sort())
    expect(open.length).toBeGreaterThan(3)
  })

  it('every Transcoder agrees with getTranscoder and its status', async () => {
    for (const row of rows(published, 'Transcoder')) {
      const state = await h.transcoder(row.id as Address)
      const registered = await h.view('BondingManager', 'isRegisteredTranscoder', row.id)
      const caller = (await h.view('BondingManager', 'transcoderToRewardCaller', row.id)) as Address
      expect({
        id: row.id,
        totalStake: shown(row.totalStake),
        status: row.status,
        delegator: row.delegator,
        rewardCut: row.rewardCut,
        feeShare: row.feeShare,
        activationRound: row.activationRound,
        deactivationRound: row.deactivationRound,
        lastRewardRound: row.lastRewardRound ?? '0',
        rewardCaller: row.rewardCaller,
      }).toEqual({
        id: row.id,
        totalStake: tokens(await h.bigint('BondingManager', 'transcoderTotalStake', row.id)),
        status: registered ? 'Registered' : 'NotRegistered',
        delegator: registered ? row.id : null,
        rewardCut: state.rewardCut,
        feeShare: state.feeShare,
        activationRound: state.activationRound,
        deactivationRound: state.deactivationRound === NEVER ? HALVED_NEVER : state.deactivationRound,
        lastRewardRound: state.lastRewardRound.toString(),
        rewardCaller: idOf(caller),
      })
    }
  })

  it('the Protocol row agrees with the contracts', async () => {
    const row = rows(published, 'Protocol')[0] as Entities['Protocol']
    expect({
      inflation: row.inflation,
      inflationChange: row.inflationChange,
      targetBondingRate: row.targetBondingRate,
      numActiveTranscoders: row.numActiveTranscoders,
      activeTranscoderCount: row.activeTranscoderCount,
      unbondingPeriod: row.unbondingPeriod,
      roundLength: row.roundLength,
      roundLockAmount: row.roundLockAmount,
      lastInitializedRound: row.lastInitializedRound,
      totalSupply: shown(row.totalSupply),
      paused: row.paused,
    }).toEqual({
      inflation: await h.bigint('Minter', 'inflation'),
      inflationChange: await h.bigint('Minter', 'inflationChange'),
      targetBondingRate: await h.bigint('Minter', 'targetBondingRate'),
      numActiveTranscoders: await h.bigint('BondingManager', 'getTranscoderPoolMaxSize'),
      activeTranscoderCount: await h.bigint('BondingManager', 'getTranscoderPoolSize'),
      unbondingPeriod: await h.bigint('BondingManager', 'unbondingPeriod'),
      roundLength: await h.bigint('RoundsManager', 'roundLength'),
      roundLockAmount: await h.bigint('RoundsManager', 'roundLockAmount'),
      lastInitializedRound: (await h.bigint('RoundsManager', 'lastInitializedRound')).toString(),
      totalSupply: tokens(await h.bigint('Minter', 'getGlobalTotalSupply')),
      paused: await h.view('Controller', 'paused'),
    })
    expect(shown(row.participationRate)).toBe(shown(row.totalActiveStake.dividedBy(row.totalSupply)))
    expect(rows(published, 'Day').at(-1)).toMatchObject({ totalSupply: row.totalSupply })
  })

  it('principal and unbonded of every account add up from its events', () => {
    const bonds = rows(published, 'BondEvent')
    const transfers = rows(published, 'TransferBondEvent')
    for (const { id, principal } of rows(published, 'Delegator')) {
      const put = bonds.filter((event) => event.delegator === id).map((event) => event.additionalAmount)
      const received = transfers.filter((event) => event.newDelegator === id).map((event) => event.amount)
      expect(shown(principal), id).toBe(sum([...put, ...received]))
    }
    expect(transfers.length).toBeGreaterThan(3)
    const unbonded = sum(rows(published, 'Delegator').map((row) => row.unbonded))
    const out = rows(published, 'UnbondEvent').map((event) => event.amount)
    // A rebond takes back what its owner unbonded; one of a lock received from somebody else does not.
    const fromOthers = transfers.filter((event) => event.newDelegator !== event.oldDelegator)
    const received = new Set(fromOthers.map((event) => `${event.newDelegator} ${event.newUnbondingLockId}`))
    const back = rows(published, 'RebondEvent')
      .filter((event) => !received.has(`${event.delegator} ${event.unbondingLockId}`))
      .map((event) => event.amount)
    expect(unbonded).toBe(
      shown((BigDecimal.parse(sum(out)) as BigDecimal).minus(BigDecimal.parse(sum(back)) as BigDecimal)),
    )
  })

  it('reward calls stand in pools, events and nowhere twice', () => {
    const events = rows(published, 'RewardEvent')
    const pools = rows(published, 'Pool').filter((pool) => pool.rewardTokens !== null)
    const fromEvents = events.map((e) => `${e.round} ${e.delegate} ${shown(e.rewardTokens)}`).sort()
    const fromPools = pools
      .map((p) => `${p.round} ${p.delegate} ${shown(p.rewardTokens as BigDecimal)}`)
      .sort()
    expect(fromPools).toEqual(fromEvents)
  })

  it('every account that is an orchestrator or delegator can be searched for', () => {
    const accounts = new Map(rows(published, 'LivepeerAccount').map((row) => [row.id, row]))
    for (const { id } of rows(published, 'Delegator')) expect(accounts.get(id)?.delegator).toBe(id)
    for (const { id } of rows(published, 'Transcoder')) expect(accounts.get(id)?.delegate).toBe(id)
  })

  it('no relation that must not be null points to nothing', () => {
    const { schema } = published.store
    for (const entity of schema.entities.values()) {
      if (entity.isInterface) continue
      const relations = entity.fields.filter(
        (f) => f.kind === 'relation' && f.required && !f.list && !f.derivedFrom,
      )
      for (const found of published.store.all(entity.name)) {
        for (const field of relations) {
          const target = published.store.find(field.base, String(found.row[field.name]))
          expect(target, `${entity.name} ${found.id} ${field.name}`).toBeDefined()
        }
      }
    }
  })
})

describe('the mended index', () => {
  it('counts delegators as the contract has them, the published one does not (Q3)', async () => {
    const bonded = rows(mended, 'Delegator').filter((row) => row.bondedAmount.isPositive()).length
    expect((rows(mended, 'Protocol')[0] as Entities['Protocol']).delegatorsCount).toBe(BigInt(bonded))
    expect((rows(published, 'Protocol')[0] as Entities['Protocol']).delegatorsCount).toBeLessThan(
      BigInt(bonded),
    )
  })

  it('differs from the published one only in what the quirks name', () => {
    const differing = new Set<string>()
    for (const entity of mended.store.schema.entities.values()) {
      if (entity.isInterface) continue
      for (const found of mended.store.all(entity.name)) {
        const other = published.store.get(entity.name, found.id)
        expect(other, `${entity.name} ${found.id}`).toBeDefined()
        for (const field of entity.fields) {
          if (String(found.row[field.name]) !== String(other?.row[field.name]))
            differing.add(`${entity.name}.${field.name}`)
        }
      }
    }
    expect([...differing].sort()).toEqual([
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
