import type { Address } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ETH, type Harness, LPT, ZERO } from '@/devnet/contracts-test/harness'
import { createSmallWorld, type SmallWorld } from '@/devnet/contracts-test/small-world'

/** Every reason a delegator's call is refused, with the order in which reasons are told (contracts.md 5.3). */
describe('reverts of staking calls', () => {
  let world: SmallWorld
  let h: Harness
  let [T, U, V, D, P] = [ZERO, ZERO, ZERO, ZERO, ZERO]

  beforeAll(async () => {
    world = await createSmallWorld()
    h = world.h
    ;({ T, U, V, D, P } = world)
  })
  afterAll(() => h.chain.close())

  const refuses = async (from: Address, functionName: string, args: unknown[], reason: string) =>
    expect(await h.revertOf(from, 'BondingManager', functionName, args)).toEqual({
      kind: 'text',
      text: reason,
    })
  const bondFor = (amount: bigint, owner: Address, to: Address) => [amount, owner, to, ZERO, ZERO, ZERO, ZERO]
  const transfer = (receiver: Address, amount: bigint) => [receiver, amount, ZERO, ZERO, ZERO, ZERO]

  test('bond: an orchestrator cannot delegate away, and nothing cannot be bonded', async () => {
    await refuses(T, 'bond', [LPT, U], "registered transcoders can't delegate towards other addresses")
    // Before the amount is looked at.
    await refuses(T, 'bond', [0n, U], "registered transcoders can't delegate towards other addresses")
    await refuses(P, 'bond', [0n, T], 'delegation amount must be greater than 0')
    await refuses(D, 'bond', [0n, T], 'delegation amount must be greater than 0')
    await h.undoing(async () => {
      const logs = await h.bm(D, 'bond', 0n, U)
      expect(logs.find((log) => log.event === 'Bond')?.args).toMatchObject({
        newDelegate: U,
        oldDelegate: T,
        additionalAmount: 0n,
        bondedAmount: 50n * LPT,
      })
    })
  })

  test('bond: token reasons come through, balance before allowance', async () => {
    await refuses(P, 'bond', [100_001n * LPT, T], 'ERC20: transfer amount exceeds balance')
    await h.undoing(async () => {
      await h.send(P, 'LivepeerToken', 'approve', [h.deployment.contracts.BondingManager, LPT - 1n])
      await refuses(P, 'bond', [LPT, T], 'ERC20: transfer amount exceeds allowance')
      await refuses(P, 'bond', [100_001n * LPT, T], 'ERC20: transfer amount exceeds balance')
      await h.bm(P, 'bond', LPT - 1n, T)
    })
  })

  test('bonding for another: no claim before the reward, no change of delegate, no self, no null', async () => {
    await refuses(P, 'bondForWithHint', bondFor(LPT, D, T), 'ILLEGAL_CLAIM_EARNINGS')
    await refuses(P, 'bondForWithHint', bondFor(LPT, ZERO, T), 'INVALID_DELEGATOR')
    await refuses(U, 'bondForWithHint', bondFor(LPT, P, P), 'INVALID_DELEGATE')
    await h.undoing(async () => {
      await h.bm(T, 'reward')
      await refuses(P, 'bondForWithHint', bondFor(LPT, D, U), 'INVALID_DELEGATE_CHANGE')
      await h.bm(P, 'bondForWithHint', ...bondFor(LPT, D, T))
    })
    await h.undoing(async () => {
      // The owner's own claim of this round lifts the guard, too.
      await h.bm(D, 'claimEarnings', 0n)
      await h.bm(P, 'bondForWithHint', ...bondFor(LPT, D, T))
    })
    // Delegates outside the active set earn nothing: nothing to forfeit.
    await h.undoing(() => h.bm(P, 'bondForWithHint', ...bondFor(LPT, V, V)))
    await h.undoing(async () => {
      const logs = await h.bm(U, 'bondForWithHint', ...bondFor(LPT, P, T))
      expect(logs.find((log) => log.event === 'Bond')?.args).toMatchObject({ newDelegate: T, delegator: P })
    })
  })

  test('the migrator may bond anyone anywhere', () =>
    h.undoing(async () => {
      const migrator = await h.account('migrator', LPT)
      await h.send(h.deployer, 'Controller', 'setContractInfo', [
        '0x74b6d21e0d4650f622c903126d418c1a52bcc99ea7acb0db0809fc0eeae6c7c3',
        migrator,
        '0x0000000000000000000000000000000000000000',
      ])
      await h.bm(migrator, 'bondForWithHint', ...bondFor(LPT, D, U))
      expect((await h.delegator(D)).delegateAddress).toBe(U)
    }))

  test('new stake for an orchestrator that leaves at the round’s end waits for its reward', () =>
    h.undoing(async () => {
      await h.bm(D, 'unbond', LPT)
      await h.bm(V, 'bond', 850n * LPT, V) // evicts U
      expect(await h.poolOrder()).toEqual([T, V])
      const late = 'transcoder has not yet called reward for the current round'
      await refuses(P, 'bond', [LPT, U], late)
      await refuses(U, 'bond', [LPT, U], late)
      // Told before the checks on third parties.
      await refuses(P, 'bondForWithHint', bondFor(LPT, ZERO, U), late)
      await h.undoing(async () => {
        await h.bm(U, 'unbond', LPT)
        await refuses(U, 'rebond', [0n], late)
      })
      await h.undoing(async () => {
        await h.bm(T, 'reward')
        await refuses(T, 'transferBond', transfer(U, LPT), 'ILLEGAL_CLAIM_EARNINGS')
      })
      await h.undoing(async () => {
        await h.bm(U, 'claimEarnings', 0n)
        await refuses(T, 'transferBond', transfer(U, LPT), late)
      })
      await h.bm(D, 'unbond', 49n * LPT)
      await refuses(D, 'rebondFromUnbonded', [U, 0n], late)
      await h.bm(U, 'reward')
      await h.bm(D, 'rebondFromUnbonded', U, 0n)
      await h.bm(P, 'bond', LPT, U)
    }))

  test('unbond: bonded since an earlier round, more than nothing, at most all', async () => {
    await refuses(P, 'unbond', [LPT], 'caller must be bonded')
    await h.undoing(async () => {
      await h.bm(P, 'bond', LPT, T)
      await refuses(P, 'unbond', [LPT], 'caller must be bonded')
      await h.nextRound()
      await h.bm(P, 'unbond', LPT)
    })
    await refuses(D, 'unbond', [0n], 'unbond amount must be greater than 0')
    await refuses(D, 'unbond', [50n * LPT + 1n], 'amount is greater than bonded amount')
    await h.undoing(() => h.bm(D, 'unbond', 50n * LPT))
  })

  test('rebond and rebondFromUnbonded: the right state and a lock that exists', async () => {
    await refuses(P, 'rebond', [0n], 'caller must be bonded')
    await refuses(D, 'rebond', [0n], 'invalid unbonding lock ID')
    await refuses(D, 'rebondFromUnbonded', [T, 0n], 'caller must be unbonded')
    await refuses(P, 'rebondFromUnbonded', [T, 0n], 'invalid unbonding lock ID')
    await h.undoing(async () => {
      await h.bm(D, 'unbond', 20n * LPT)
      await h.bm(D, 'bond', 0n, U) // pending now: rebonding stays allowed
      await h.bm(D, 'rebond', 0n)
      await refuses(D, 'rebond', [0n], 'invalid unbonding lock ID')
    })
    await h.undoing(async () => {
      await h.bm(D, 'unbond', 50n * LPT)
      await refuses(D, 'rebond', [0n], 'caller must be bonded')
      await h.bm(D, 'rebondFromUnbonded', U, 0n)
      expect((await h.delegator(D)).delegateAddress).toBe(U)
    })
  })

  test('withdrawStake: a lock that exists and whose round has come', () =>
    h.undoing(async () => {
      await refuses(D, 'withdrawStake', [0n], 'invalid unbonding lock ID')
      await h.bm(D, 'unbond', 20n * LPT)
      const early = 'withdraw round must be before or equal to the current round'
      await refuses(D, 'withdrawStake', [0n], early)
      await h.mineToRound(world.round + 6n)
      await h.send(h.deployer, 'RoundsManager', 'initializeRound')
      await refuses(D, 'withdrawStake', [0n], early)
      await h.nextRound()
      const before = await h.bigint('LivepeerToken', 'balanceOf', D)
      await h.bm(D, 'withdrawStake', 0n)
      expect(await h.bigint('LivepeerToken', 'balanceOf', D)).toBe(before + 20n * LPT)
      await refuses(D, 'withdrawStake', [0n], 'invalid unbonding lock ID')
    }))

  test('withdrawFees: a recipient, and at most the stored fees', () =>
    h.undoing(async () => {
      await refuses(D, 'withdrawFees', [ZERO, 0n], 'invalid recipient')
      await refuses(D, 'withdrawFees', [D, 1n], 'insufficient fees to withdraw')
      await h.bm(D, 'withdrawFees', P, 0n)
      await h.ticketFees(T, ETH)
      await refuses(T, 'withdrawFees', [T, ETH + 1n], 'insufficient fees to withdraw')
      await h.bm(T, 'withdrawFees', P, ETH)
    }))

  test('transferBond: no claim for the receiver before the reward, no delegate and no null as receiver', async () => {
    await refuses(D, 'transferBond', transfer(T, LPT), 'ILLEGAL_CLAIM_EARNINGS')
    await refuses(D, 'transferBond', transfer(ZERO, LPT), 'INVALID_DELEGATOR')
    await refuses(D, 'transferBond', transfer(P, 0n), 'unbond amount must be greater than 0')
    await refuses(P, 'transferBond', transfer(D, LPT), 'ILLEGAL_CLAIM_EARNINGS')
    await refuses(P, 'transferBond', transfer(V, LPT), 'caller must be bonded')
    await refuses(D, 'transferBond', transfer(V, 51n * LPT), 'amount is greater than bonded amount')
    await h.undoing(async () => {
      // T stays active to the round's end, yet has neither delegate nor stake: it cannot become its own delegator so.
      await h.bm(T, 'unbond', 1000n * LPT)
      await refuses(D, 'transferBond', transfer(T, LPT), 'INVALID_DELEGATOR')
    })
    await h.undoing(async () => {
      await h.bm(D, 'transferBond', ...transfer(V, 50n * LPT))
      expect((await h.delegator(V)).delegatedAmount).toBe(150n * LPT)
    })
  })
})
