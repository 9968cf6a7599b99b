import { type Address, getAddress } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ClaimWorld, createClaimWorld } from '@/devnet/contracts-test/claim-world'
import type { GovernedHarness } from '@/devnet/contracts-test/governed-harness'
import { ETH, LPT, ZERO } from '@/devnet/contracts-test/harness'

const text = (message: string) => ({ kind: 'text', text: message })

/** What arrives by message of the L1Migrator, and the pools of those who have not come yet (contracts.md 12.2 and 12.3). */
describe('migration by message', () => {
  let world: ClaimWorld
  let h: GovernedHarness
  let L2: Address

  beforeAll(async () => {
    world = await createClaimWorld()
    h = world.h
    L2 = await h.account('O on the second layer')
  })
  afterAll(() => h.chain.close())

  const refused = (functionName: string, params: object, from = world.alias) =>
    h.revertOf(from, 'L2Migrator', functionName, [params])
  const orchestrator = () => ({
    l1Addr: world.O,
    l2Addr: L2,
    stake: 1000n * LPT,
    delegatedStake: 1500n * LPT,
    fees: ETH,
    delegate: world.O,
  })
  const locks = (ids: readonly bigint[], delegate = world.T) => ({
    l1Addr: world.O,
    l2Addr: L2,
    total: 30n * LPT,
    unbondingLockIds: ids,
    delegate,
  })
  const pool = () => h.deployment.contracts.DelegatorPool as Address
  const claim = async (name: string, newDelegate: Address = ZERO) => {
    const who = await h.account(name)
    await h.send(who, 'L2Migrator', 'claimStake', world.claimArguments(world.claimOf(who), newDelegate))
    return who
  }

  test('only the L1Migrator’s alias is heard', async () => {
    const sender = { l1Addr: world.O, l2Addr: L2, deposit: 1n, reserve: 1n }
    const l1Migrator = await h.speakAs((await h.view('L2Migrator', 'l1MigratorAddr')) as Address)
    for (const from of [world.T, h.deployer, l1Migrator]) {
      for (const [functionName, params] of [
        ['finalizeMigrateDelegator', orchestrator()],
        ['finalizeMigrateUnbondingLocks', locks([1n])],
        ['finalizeMigrateSender', sender],
      ] as const) {
        expect(await refused(functionName, params, from)).toEqual(text('ONLY_COUNTERPART_GATEWAY'))
      }
    }
  })

  test('an orchestrator comes with its stake, and a pool holds its delegators’', () =>
    h.undoing(async () => {
      const logs = await world.finalize('finalizeMigrateDelegator', orchestrator())
      expect(
        logs
          .map(({ event }) => event)
          .filter(
            (name) =>
              !/^(Transfer|Approval|EarningsClaimed|Transcoder.*ctivated|Delegat.*Changed)$/.test(name),
          ),
      ).toEqual([
        'Bond',
        'Bond',
        'DelegatorPoolInitialized',
        'DelegatorPoolCreated',
        'MigrateDelegatorFinalized',
      ])
      expect(logs.at(-1)?.args).toEqual({ params: orchestrator() })
      expect(logs.find(({ event }) => event === 'DelegatorPoolInitialized')?.args).toEqual({
        _bondingManager: getAddress(h.deployment.contracts.BondingManager as Address),
        _migrator: getAddress(h.deployment.contracts.L2Migrator as Address),
        _initialStake: 500n * LPT,
      })
      expect(await h.view('L2Migrator', 'delegatorPools', world.O)).toBe(getAddress(pool()))
      expect(await h.delegator(L2)).toMatchObject({
        bondedAmount: 1000n * LPT,
        delegateAddress: L2,
        delegatedAmount: 1500n * LPT,
      })
      expect(await h.delegator(getAddress(pool()))).toMatchObject({
        bondedAmount: 500n * LPT,
        delegateAddress: L2,
      })
      expect(await h.ethOf(L2)).toBeGreaterThan(1_000_000n * ETH)
      expect(await refused('finalizeMigrateDelegator', orchestrator())).toEqual(
        text('DELEGATOR_ALREADY_MIGRATED'),
      )
    }))

  test('who claimed before is not in the pool; when all did, there is none', () =>
    h.undoing(async () => {
      await claim('claims 300 of O', world.U)
      await h.undoing(async () => {
        await world.finalize('finalizeMigrateDelegator', orchestrator())
        expect(await h.bigint('DelegatorPool', 'initialStake')).toBe(200n * LPT)
      })
      await claim('claims 200 of O', world.U)
      const logs = await world.finalize('finalizeMigrateDelegator', orchestrator())
      expect(logs.some(({ event }) => event === 'DelegatorPoolCreated')).toBe(false)
      expect(await h.view('L2Migrator', 'delegatorPools', world.O)).toBe(ZERO)
    }))

  test('late claimants get their share of all the pool earned', () =>
    h.undoing(async () => {
      await h.send(world.U, 'BondingManager', 'unbond', [600n * LPT])
      await world.finalize('finalizeMigrateDelegator', orchestrator())
      await h.bm(L2, 'transcoder', 0n, 1_000_000n)
      await h.nextRound()
      await h.bm(L2, 'reward')
      await h.ticketFees(L2, 3n * ETH)
      await h.nextRound()
      const [stake, fees] = await h.pending(getAddress(pool()))
      expect(stake).toBeGreaterThan(500n * LPT)
      expect(fees).toBeGreaterThan(ETH / 2n)

      const early = await h.account('claims 300 of O')
      const values = world.claimArguments(world.claimOf(early), world.U)
      const logs = await h.send(early, 'L2Migrator', 'claimStake', values)
      const owed = (stake * 300n) / 500n
      const owedFees = (fees * 300n) / 500n
      expect(logs.find(({ event }) => event === 'Claimed')?.args).toEqual({
        _delegator: early,
        _stake: owed,
        _fees: owedFees,
      })
      expect(logs.at(-1)?.args).toEqual({ delegator: early, delegate: world.O, stake: 300n * LPT, fees: ETH })
      // The pool's delegate stays: a wish for another one is ignored.
      expect(await h.delegator(early)).toMatchObject({ bondedAmount: owed, delegateAddress: L2 })
      expect(await h.bigint('DelegatorPool', 'claimedInitialStake')).toBe(300n * LPT)

      const late = await claim('claims 200 of O')
      expect((await h.delegator(late)).bondedAmount).toBe(stake - owed)
      expect(await h.pending(getAddress(pool()))).toEqual([0n, 0n])
      expect(await h.bigint('L2Migrator', 'claimedDelegatedStake', world.O)).toBe(500n * LPT)
    }))

  test('a pool obeys its migrator and gives no more than it got', () =>
    h.undoing(async () => {
      await world.finalize('finalizeMigrateDelegator', orchestrator())
      await h.nextRound()
      expect(await h.revertOf(world.T, 'DelegatorPool', 'claim', [world.T, 1n])).toEqual(
        text('POOL:NOT_MIGRATOR'),
      )
      const migrator = await h.speakAs((await h.view('DelegatorPool', 'migrator')) as Address)
      expect(await h.revertOf(migrator, 'DelegatorPool', 'claim', [world.T, 501n * LPT])).toEqual(
        text('POOL:INVALID_CLAIM'),
      )
      expect(await h.revertOf(world.T, 'DelegatorPool', 'initialize', [world.T])).toEqual(
        text('Initializable: contract is already initialized'),
      )
    }))

  test('a delegator is bonded to its delegate, or served from the pool when that one came first', () =>
    h.undoing(async () => {
      const delegator = {
        ...orchestrator(),
        l1Addr: world.T,
        l2Addr: L2,
        stake: 10n * LPT,
        fees: 0n,
        delegate: world.U,
      }
      await h.undoing(async () => {
        await world.finalize('finalizeMigrateDelegator', delegator)
        expect(await h.delegator(L2)).toMatchObject({ bondedAmount: 10n * LPT, delegateAddress: world.U })
        expect(await h.bigint('L2Migrator', 'claimedDelegatedStake', world.U)).toBe(10n * LPT)
      })
      await world.finalize('finalizeMigrateDelegator', orchestrator())
      await h.nextRound()
      const other = await h.account('delegator by message')
      await world.finalize('finalizeMigrateDelegator', { ...delegator, l2Addr: other, delegate: world.O })
      expect(await h.delegator(other)).toMatchObject({ bondedAmount: 10n * LPT, delegateAddress: L2 })
      expect(await h.bigint('DelegatorPool', 'claimedInitialStake')).toBe(10n * LPT)
    }))

  test('fees that nobody takes stop it', async () => {
    const refusing = h.deployment.contracts.LivepeerToken as Address
    expect(
      await refused('finalizeMigrateDelegator', {
        ...orchestrator(),
        l2Addr: refusing,
        delegatedStake: 1000n * LPT,
      }),
    ).toEqual(text('FINALIZE_DELEGATOR:FAIL_FEE'))
  })

  test('locks are bonded once each, also to nobody', () =>
    h.undoing(async () => {
      const logs = await world.finalize('finalizeMigrateUnbondingLocks', locks([1n, 4n]))
      expect(logs.at(-1)).toEqual({
        contract: 'L2Migrator',
        event: 'MigrateUnbondingLocksFinalized',
        args: { params: locks([1n, 4n]) },
      })
      expect(await h.delegator(L2)).toMatchObject({ bondedAmount: 30n * LPT, delegateAddress: world.T })
      expect(await h.view('L2Migrator', 'migratedUnbondingLocks', world.O, 4n)).toBe(true)
      expect(await refused('finalizeMigrateUnbondingLocks', locks([5n, 4n]))).toEqual(
        text('UNBONDING_LOCK_ALREADY_MIGRATED'),
      )
      const other = await h.account('locks without delegate')
      await world.finalize('finalizeMigrateUnbondingLocks', { ...locks([9n], ZERO), l2Addr: other })
      expect(await h.delegator(other)).toMatchObject({ bondedAmount: 30n * LPT, delegateAddress: ZERO })
      await h.nextRound()
      expect(await h.view('BondingManager', 'delegatorStatus', other)).toBe(1)
      await h.bm(other, 'bond', 0n, world.T)
      expect((await h.delegator(other)).delegateAddress).toBe(world.T)
    }))

  test('a gateway’s funds go to the ticket broker', () =>
    h.undoing(async () => {
      const sender = { l1Addr: world.O, l2Addr: L2, deposit: ETH, reserve: 2n * ETH }
      const logs = await world.finalize('finalizeMigrateSender', sender)
      expect(logs.map(({ contract, event }) => `${contract}.${event}`)).toEqual([
        'TicketBroker.ReserveFunded',
        'TicketBroker.DepositFunded',
        'L2Migrator.MigrateSenderFinalized',
      ])
      expect(await h.view('TicketBroker', 'getSenderInfo', L2)).toEqual([
        { deposit: ETH, withdrawRound: 0n },
        { fundsRemaining: 2n * ETH, claimedInCurrentRound: 0n },
      ])
      expect(await h.view('L2Migrator', 'migratedSenders', world.O)).toBe(true)
      expect(await refused('finalizeMigrateSender', sender)).toEqual(text('SENDER_ALREADY_MIGRATED'))
    }))
})
