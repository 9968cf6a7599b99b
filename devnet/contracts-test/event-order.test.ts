import type { Address } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EventLog } from '@/devnet/contracts-test/call-contract'
import { ETH, type Harness, LPT, ZERO } from '@/devnet/contracts-test/harness'
import { createSmallWorld, type SmallWorld } from '@/devnet/contracts-test/small-world'

const SHORT: Record<string, string> = {
  BondingManager: 'BM',
  BondingVotes: 'BV',
  LivepeerToken: 'LPT',
  Minter: 'Minter',
  RoundsManager: 'Rounds',
}

function names(logs: readonly EventLog[]): string[] {
  return logs.map((log) => `${SHORT[log.contract]} ${log.event}`)
}

function argsOf(logs: readonly EventLog[], event: string): Record<string, unknown>[] {
  return logs.filter((log) => log.event === event).map((log) => log.args)
}

/** Logs of one transaction in their order, on real receipts (contracts.md 5.4 and 4.3). */
describe('order of events', () => {
  let world: SmallWorld
  let h: Harness
  let [T, U, V, D, P] = [ZERO, ZERO, ZERO, ZERO, ZERO]
  let round = 0n

  beforeAll(async () => {
    world = await createSmallWorld()
    h = world.h
    ;({ T, U, V, D, P, round } = world)
  })
  afterAll(() => h.chain.close())

  const transfer = (receiver: Address, amount: bigint) => [receiver, amount, ZERO, ZERO, ZERO, ZERO]

  test('first self-bond', () =>
    h.undoing(async () => {
      await h.bm(h.deployer, 'setNumActiveTranscoders', 3n)
      const logs = await h.bm(P, 'bond', LPT, P)
      expect(names(logs)).toEqual([
        'BM EarningsClaimed',
        'BM TranscoderActivated',
        'LPT Transfer',
        'LPT Approval',
        'BM Bond',
        'BV DelegateChanged',
        'BV DelegateVotesChanged',
        'BV DelegatorBondedAmountChanged',
      ])
      expect(argsOf(logs, 'EarningsClaimed')).toEqual([
        { delegate: ZERO, delegator: P, rewards: 0n, fees: 0n, startRound: 1n, endRound: round },
      ])
      expect(argsOf(logs, 'TranscoderActivated')).toEqual([{ transcoder: P, activationRound: round + 1n }])
      expect(argsOf(logs, 'Bond')).toEqual([
        { newDelegate: P, oldDelegate: ZERO, delegator: P, additionalAmount: LPT, bondedAmount: LPT },
      ])
      expect(argsOf(logs, 'DelegateChanged')).toEqual([{ delegator: P, fromDelegate: ZERO, toDelegate: P }])
      expect(argsOf(logs, 'DelegateVotesChanged')).toEqual([
        { delegate: P, previousBalance: 0n, newBalance: LPT },
      ])
      expect(argsOf(logs, 'DelegatorBondedAmountChanged')).toEqual([
        {
          delegate: P,
          previousBondedAmount: 0n,
          previousLastClaimRound: 0n,
          newBondedAmount: LPT,
          newLastClaimRound: round,
        },
      ])
    }))

  test('first bond to another, registered or not', async () => {
    await h.undoing(async () => {
      const logs = await h.bm(P, 'bond', LPT, T)
      expect(names(logs)).toEqual([
        'BM EarningsClaimed',
        'BV DelegateVotesChanged',
        'LPT Transfer',
        'LPT Approval',
        'BM Bond',
        'BV DelegateChanged',
        'BV DelegatorBondedAmountChanged',
      ])
      expect(argsOf(logs, 'DelegateVotesChanged')).toEqual([
        { delegate: T, previousBalance: 1050n * LPT, newBalance: 1051n * LPT },
      ])
    })
    await h.undoing(async () => {
      const idle = await h.account('idle')
      expect(names(await h.bm(P, 'bond', LPT, idle))).toEqual([
        'BM EarningsClaimed',
        'LPT Transfer',
        'LPT Approval',
        'BM Bond',
        'BV DelegateChanged',
        'BV DelegatorBondedAmountChanged',
      ])
    })
  })

  test('join by eviction', () =>
    h.undoing(async () => {
      const logs = await h.bm(P, 'bond', 901n * LPT, P)
      expect(names(logs)).toEqual([
        'BM EarningsClaimed',
        'BM TranscoderDeactivated',
        'BM TranscoderActivated',
        'LPT Transfer',
        'LPT Approval',
        'BM Bond',
        'BV DelegateChanged',
        'BV DelegateVotesChanged',
        'BV DelegatorBondedAmountChanged',
      ])
      expect(argsOf(logs, 'TranscoderDeactivated')).toEqual([
        { transcoder: U, deactivationRound: round + 1n },
      ])
      expect(argsOf(logs, 'TranscoderActivated')).toEqual([{ transcoder: P, activationRound: round + 1n }])
    }))

  test('move to another orchestrator: the old delegate’s power changes first', () =>
    h.undoing(async () => {
      await h.bm(D, 'claimEarnings', 0n)
      const logs = await h.bm(D, 'bond', LPT, U)
      expect(names(logs)).toEqual([
        'BV DelegateVotesChanged',
        'BV DelegateVotesChanged',
        'LPT Transfer',
        'LPT Approval',
        'BM Bond',
        'BV DelegateChanged',
        'BV DelegatorBondedAmountChanged',
      ])
      expect(argsOf(logs, 'DelegateVotesChanged')).toEqual([
        { delegate: T, previousBalance: 1050n * LPT, newBalance: 1000n * LPT },
        { delegate: U, previousBalance: 900n * LPT, newBalance: 951n * LPT },
      ])
    }))

  test('reward, with the treasury’s part', () =>
    h.undoing(async () => {
      const logs = await h.bm(T, 'reward')
      expect(names(logs)).toEqual([
        'LPT Transfer',
        'LPT Mint',
        'LPT Transfer',
        'BM TreasuryReward',
        'BM Reward',
        'BV DelegateVotesChanged',
      ])
      const minter = argsOf(logs, 'Mint')[0]?.to
      const total = argsOf(logs, 'Mint')[0]?.amount as bigint
      const cut = total / 10n
      expect(argsOf(logs, 'Transfer')).toEqual([
        { from: ZERO, to: minter, value: total },
        { from: minter, to: h.treasury, value: cut },
      ])
      expect(argsOf(logs, 'TreasuryReward')).toEqual([{ transcoder: T, treasury: h.treasury, amount: cut }])
      expect(argsOf(logs, 'Reward')).toEqual([{ transcoder: T, amount: total - cut }])
    }))

  test('reward without a treasury cut, and with a full treasury', async () => {
    await h.undoing(async () => {
      await h.bm(h.deployer, 'setTreasuryRewardCutRate', 0n)
      await h.nextRound()
      expect(names(await h.bm(T, 'reward'))).toEqual([
        'LPT Transfer',
        'LPT Mint',
        'BM Reward',
        'BV DelegateVotesChanged',
      ])
    })
    await h.undoing(async () => {
      await h.bm(T, 'reward')
      await h.bm(h.deployer, 'setTreasuryBalanceCeiling', 1n)
      const logs = await h.bm(U, 'reward')
      expect(names(logs)).toEqual([
        'BM ParameterUpdate',
        'LPT Transfer',
        'LPT Mint',
        'LPT Transfer',
        'BM TreasuryReward',
        'BM Reward',
        'BV DelegateVotesChanged',
      ])
      expect(argsOf(logs, 'ParameterUpdate')).toEqual([{ param: 'nextRoundTreasuryRewardCutRate' }])
      await h.nextRound()
      expect(names(await h.bm(U, 'reward'))).not.toContain('BM TreasuryReward')
    })
  })

  test('reward of an evicted orchestrator takes its place back', () =>
    h.undoing(async () => {
      await h.bm(V, 'bond', 800n * LPT + 1n, V)
      const logs = await h.bm(U, 'reward')
      expect(names(logs)).toEqual([
        'LPT Transfer',
        'LPT Mint',
        'LPT Transfer',
        'BM TreasuryReward',
        'BM TranscoderDeactivated',
        'BM TranscoderActivated',
        'BM Reward',
        'BV DelegateVotesChanged',
      ])
      expect(argsOf(logs, 'TranscoderDeactivated')[0]?.transcoder).toBe(V)
      expect(argsOf(logs, 'TranscoderActivated')[0]?.transcoder).toBe(U)
    }))

  test('unbond by a delegator, first and second call of a round', () =>
    h.undoing(async () => {
      const logs = await h.bm(D, 'unbond', LPT)
      expect(names(logs)).toEqual([
        'BM EarningsClaimed',
        'BV DelegateVotesChanged',
        'BM Unbond',
        'BV DelegatorBondedAmountChanged',
      ])
      expect(argsOf(logs, 'Unbond')).toEqual([
        { delegate: T, delegator: D, unbondingLockId: 0n, amount: LPT, withdrawRound: round + 7n },
      ])
      expect(names(await h.bm(D, 'unbond', LPT))).toEqual([
        'BV DelegateVotesChanged',
        'BM Unbond',
        'BV DelegatorBondedAmountChanged',
      ])
    }))

  test('full unbond by an orchestrator', () =>
    h.undoing(async () => {
      const logs = await h.bm(T, 'unbond', 1000n * LPT)
      expect(names(logs)).toEqual([
        'BM EarningsClaimed',
        'BM TranscoderDeactivated',
        'BM Unbond',
        'BV DelegateChanged',
        'BV DelegateVotesChanged',
        'BV DelegatorBondedAmountChanged',
      ])
      expect(argsOf(logs, 'DelegateVotesChanged')).toEqual([
        { delegate: T, previousBalance: 1050n * LPT, newBalance: 0n },
      ])
      expect(argsOf(logs, 'DelegateChanged')).toEqual([{ delegator: T, fromDelegate: T, toDelegate: ZERO }])
      // Its delegators stay with it.
      expect((await h.delegator(T)).delegatedAmount).toBe(50n * LPT)
      expect((await h.delegator(D)).delegateAddress).toBe(T)
    }))

  test('rebond', () =>
    h.undoing(async () => {
      await h.bm(D, 'unbond', LPT)
      const logs = await h.bm(D, 'rebond', 0n)
      expect(names(logs)).toEqual(['BV DelegateVotesChanged', 'BM Rebond', 'BV DelegatorBondedAmountChanged'])
      expect(argsOf(logs, 'Rebond')).toEqual([
        { delegate: T, delegator: D, unbondingLockId: 0n, amount: LPT },
      ])
    }))

  test('transferBond to an unbonded account', () =>
    h.undoing(async () => {
      await h.bm(D, 'claimEarnings', 0n)
      const logs = await h.bm(D, 'transferBond', ...transfer(P, 20n * LPT))
      expect(names(logs)).toEqual([
        'BV DelegateVotesChanged',
        'BM Unbond',
        'BV DelegatorBondedAmountChanged',
        'BM TransferBond',
        'BM EarningsClaimed',
        'BV DelegateVotesChanged',
        'BM Rebond',
        'BV DelegateChanged',
        'BV DelegatorBondedAmountChanged',
      ])
      expect(argsOf(logs, 'TransferBond')).toEqual([
        {
          oldDelegator: D,
          newDelegator: P,
          oldUnbondingLockId: 0n,
          newUnbondingLockId: 0n,
          amount: 20n * LPT,
        },
      ])
      expect(argsOf(logs, 'EarningsClaimed')[0]?.delegator).toBe(P)
      expect(argsOf(logs, 'Rebond')[0]).toMatchObject({ delegate: T, delegator: P })
      // Neither lock can be used afterwards.
      for (const [owner, id] of [
        [D, 0n],
        [P, 0n],
      ] as const) {
        expect(await h.view('BondingManager', 'isValidUnbondingLock', owner, id)).toBe(false)
      }
      expect(await h.delegator(P)).toMatchObject({ bondedAmount: 20n * LPT, startRound: round + 1n })
    }))

  test('claim, fees and withdrawals', () =>
    h.undoing(async () => {
      expect(names(await h.bm(D, 'claimEarnings', 0n))).toEqual([
        'BM EarningsClaimed',
        'BV DelegatorBondedAmountChanged',
      ])
      expect(names(await h.bm(D, 'claimEarnings', 0n))).toEqual([])
      await h.bm(D, 'unbond', LPT)
      await h.mineToRound(round + 8n)
      const start = await h.send(h.deployer, 'RoundsManager', 'initializeRound')
      expect(names(start)).toEqual(['Minter SetCurrentRewardTokens', 'Rounds NewRound'])
      const withdrawal = await h.bm(D, 'withdrawStake', 0n)
      expect(names(withdrawal)).toEqual(['LPT Transfer', 'BM WithdrawStake'])
      expect(argsOf(withdrawal, 'WithdrawStake')).toEqual([
        { delegator: D, unbondingLockId: 0n, amount: LPT, withdrawRound: round + 7n },
      ])
      expect(await h.ticketFees(T, ETH)).toEqual([])
      const fees = await h.bm(T, 'withdrawFees', P, ETH)
      expect(names(fees)).toEqual([
        'BM EarningsClaimed',
        'BM WithdrawFees',
        'BV DelegatorBondedAmountChanged',
      ])
      expect(argsOf(fees, 'WithdrawFees')).toEqual([{ delegator: T, recipient: P, amount: ETH }])
    }))

  test('round initialization with a new treasury rate', () =>
    h.undoing(async () => {
      await h.bm(h.deployer, 'setTreasuryRewardCutRate', 5n)
      expect(await h.bigint('BondingManager', 'treasuryRewardCutRate')).toBe(10n ** 26n)
      await h.mineToRound(round + 1n)
      const logs = await h.send(h.deployer, 'RoundsManager', 'initializeRound')
      expect(names(logs)).toEqual(['BM ParameterUpdate', 'Minter SetCurrentRewardTokens', 'Rounds NewRound'])
      expect(argsOf(logs, 'ParameterUpdate')).toEqual([{ param: 'treasuryRewardCutRate' }])
      expect(await h.bigint('BondingManager', 'treasuryRewardCutRate')).toBe(5n)
    }))

  test('transcoder', () =>
    h.undoing(async () => {
      await h.bm(T, 'reward')
      const logs = await h.bm(T, 'transcoder', 1n, 2n)
      expect(logs).toEqual([
        {
          contract: 'BondingManager',
          event: 'TranscoderUpdate',
          args: { transcoder: T, rewardCut: 1n, feeShare: 2n },
        },
      ])
      await h.bm(h.deployer, 'setNumActiveTranscoders', 3n)
      expect(names(await h.bm(V, 'transcoder', 1n, 2n))).toEqual([
        'BM TranscoderActivated',
        'BM TranscoderUpdate',
      ])
    }))
})
