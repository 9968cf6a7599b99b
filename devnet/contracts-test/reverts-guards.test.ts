import type { Address } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Harness, LPT, ZERO } from '@/devnet/contracts-test/harness'
import { createSmallWorld, type SmallWorld } from '@/devnet/contracts-test/small-world'

const text = (message: string) => ({ kind: 'text', text: message })

/** Who may call, and when: guards common to many functions (contracts.md 2.1 and 5.3). */
describe('guards of the BondingManager', () => {
  let world: SmallWorld
  let h: Harness

  beforeAll(async () => {
    world = await createSmallWorld()
    h = world.h
  })
  afterAll(() => h.chain.close())

  /** Every function that looks at pause and round, with arguments that would otherwise pass or fail later. */
  const staking = ({ D, T, U }: SmallWorld): [string, unknown[]][] => [
    ['bond', [LPT, T]],
    ['bondWithHint', [LPT, T, ZERO, ZERO, ZERO, ZERO]],
    ['bondForWithHint', [LPT, D, T, ZERO, ZERO, ZERO, ZERO]],
    ['unbond', [LPT]],
    ['unbondWithHint', [LPT, ZERO, ZERO]],
    ['rebond', [0n]],
    ['rebondWithHint', [0n, ZERO, ZERO]],
    ['rebondFromUnbonded', [T, 0n]],
    ['rebondFromUnbondedWithHint', [T, 0n, ZERO, ZERO]],
    ['transferBond', [U, LPT, ZERO, ZERO, ZERO, ZERO]],
    ['withdrawStake', [0n]],
    ['withdrawFees', [D, 0n]],
    ['claimEarnings', [0n]],
    ['transcoder', [0n, 0n]],
    ['transcoderWithHint', [0n, 0n, ZERO, ZERO]],
    ['reward', []],
    ['rewardWithHint', [ZERO, ZERO]],
  ]

  test('while the system is paused nothing moves', () =>
    h.undoing(async () => {
      await h.bm(world.T, 'setRewardCaller', world.D)
      await h.send(h.deployer, 'Controller', 'pause')
      for (const [functionName, args] of staking(world)) {
        expect(await h.revertOf(world.D, 'BondingManager', functionName, args), functionName).toEqual(
          text('system is paused'),
        )
      }
      const others: [Address, string, unknown[]][] = [
        [world.T, 'setRewardCaller', [world.D]],
        [world.D, 'rewardForTranscoder', [world.T]],
        [world.D, 'rewardForTranscoderWithHint', [world.T, ZERO, ZERO]],
        [h.broker, 'updateTranscoderWithFees', [world.T, 1n, 0n]],
        [world.D, 'slashTranscoder', [world.T, ZERO, 0n, 0n]],
      ]
      for (const [from, functionName, args] of others) {
        expect(await h.revertOf(from, 'BondingManager', functionName, args), functionName).toEqual(
          text('system is paused'),
        )
      }
      // Checkpoints and parameters go on.
      await h.bm(world.D, 'checkpointBondingState', world.T)
      await h.bm(h.deployer, 'setUnbondingPeriod', 5n)
    }))

  test('before the round is initialized nothing moves, and the pause is told first', () =>
    h.undoing(async () => {
      await h.bm(world.T, 'setRewardCaller', world.D)
      await h.mineToRound(world.round + 1n)
      const calls: [string, unknown[]][] = [
        ...staking(world),
        ['rewardForTranscoder', [world.T]],
        ['rewardForTranscoderWithHint', [world.T, ZERO, ZERO]],
      ]
      for (const [functionName, args] of calls) {
        expect(await h.revertOf(world.D, 'BondingManager', functionName, args), functionName).toEqual(
          text('current round is not initialized'),
        )
      }
      // These do not look at the round.
      await h.bm(world.T, 'setRewardCaller', ZERO)
      await h.bm(world.D, 'checkpointBondingState', world.T)
      await h.bm(h.broker, 'updateTranscoderWithFees', world.T, 1n, 0n)
      await h.send(h.deployer, 'Controller', 'pause')
      expect(await h.revertOf(world.D, 'BondingManager', 'bond', [LPT, world.T])).toEqual(
        text('system is paused'),
      )
    }))

  test.each([
    ['setUnbondingPeriod', 5n],
    ['setNumActiveTranscoders', 5n],
    ['setTreasuryRewardCutRate', 0n],
    ['setTreasuryBalanceCeiling', 0n],
  ])('%s is the owner’s', async (functionName, value) => {
    expect(await h.revertOf(world.D, 'BondingManager', functionName, [value])).toEqual(
      text('caller must be Controller owner'),
    )
    await h.undoing(async () => {
      const logs = await h.bm(h.deployer, functionName, value)
      expect(logs.map((log) => [log.event, log.args.param])).toEqual([
        [
          'ParameterUpdate',
          {
            setUnbondingPeriod: 'unbondingPeriod',
            setNumActiveTranscoders: 'numActiveTranscoders',
            setTreasuryRewardCutRate: 'nextRoundTreasuryRewardCutRate',
            setTreasuryBalanceCeiling: 'treasuryBalanceCeiling',
          }[functionName],
        ],
      ])
    })
  })

  test('parameters have limits', async () => {
    for (const size of [0n, 1n, 2n]) {
      expect(await h.revertOf(h.deployer, 'BondingManager', 'setNumActiveTranscoders', [size])).toEqual(
        text('new max size must be greater than old max size'),
      )
    }
    expect(
      await h.revertOf(h.deployer, 'BondingManager', 'setTreasuryRewardCutRate', [10n ** 27n + 1n]),
    ).toEqual(text('_cutRate is invalid precise percentage'))
    await h.undoing(() => h.bm(h.deployer, 'setTreasuryRewardCutRate', 10n ** 27n))
  })

  test('calls of other contracts are refused to everyone else', async () => {
    const refused = (functionName: string, args: unknown[]) =>
      h.revertOf(h.deployer, 'BondingManager', functionName, args)
    expect(await refused('updateTranscoderWithFees', [world.T, 1n, 0n])).toEqual(
      text('caller must be TicketBroker'),
    )
    expect(await refused('setCurrentRoundTotalActiveStake', [])).toEqual(text('caller must be RoundsManager'))
    expect(await refused('slashTranscoder', [world.T, ZERO, 1n, 0n])).toEqual(text('caller must be Verifier'))
    expect(await refused('setController', [world.T])).toEqual(text('caller must be Controller'))
  })
})
