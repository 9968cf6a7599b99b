import { expect, test } from 'vitest'
import { createChain } from '@/devnet/chain/provider'
import type { ContractCall } from '@/devnet/contracts-test/call-contract'
import { type Harness, ZERO } from '@/devnet/contracts-test/harness'
import { runRandomSequence } from '@/devnet/contracts-test/random-sequence'
import { expectedReward, readStakeInRound } from '@/devnet/rules-test/expected-reward'
import {
  readAccount,
  readDelegator,
  readEarningsPool,
  readLatestFactors,
  readTranscoder,
} from '@/devnet/rules-test/observe'
import type { FeeSplit } from '@/lib/protocol/fee-split'
import { feeSplit } from '@/lib/protocol/fee-split'
import { forfeitOfClaimingNow } from '@/lib/protocol/forfeits'
import { nextIssuance } from '@/lib/protocol/inflation'
import { isActive } from '@/lib/protocol/orchestrator-status'
import { participation } from '@/lib/protocol/participation'
import type { RewardSplit } from '@/lib/protocol/reward-split'
import { nextTreasuryRateP27 } from '@/lib/protocol/reward-split'
import type { Address } from '@/lib/protocol/types'

const CALLS = 550
const CALLS_BETWEEN_FORFEITS = 8
/** Beside the sequence, an orchestrator calls reward and then redeems a ticket. */
const CALLS_BETWEEN_REWARDS = 5

/** What lib/protocol says a reward or ticket call will leave behind. */
type Expected =
  | {
      kind: 'reward'
      account: Address
      split: RewardSplit
      delegatedAmount: bigint
      nextTreasuryRate: bigint
    }
  | { kind: 'fee'; account: Address; split: FeeSplit }

async function expectFees(
  h: Harness,
  account: Address,
  fees: bigint,
  round: bigint,
): Promise<Expected | null> {
  const transcoder = await readTranscoder(h, account)
  const atRound = await readEarningsPool(h, account, round)
  const rewarded = transcoder.lastRewardRound === round
  const [poolStake, before, mintable, activeStake, treasuryRewardCutRateP27] = await Promise.all([
    rewarded ? atRound.totalStake : readStakeInRound(h, account, round),
    readLatestFactors(h, account, round - 1n, transcoder),
    h.bigint('Minter', 'currentMintableTokens'),
    h.bigint('BondingManager', 'currentRoundTotalActiveStake'),
    h.bigint('BondingManager', 'treasuryRewardCutRate'),
  ])
  if (poolStake === 0n) return null
  const cuts = rewarded ? atRound : transcoder
  const split = feeSplit({
    fees,
    round,
    lastRewardRound: transcoder.lastRewardRound,
    poolStake,
    feeShareP6: cuts.feeShareP6,
    rewardCutP6: cuts.rewardCutP6,
    cumulativeRewards: transcoder.cumulativeRewards,
    activeCumulativeRewards: transcoder.activeCumulativeRewards,
    cumulativeFees: transcoder.cumulativeFees,
    atRound,
    before,
    mintable,
    activeStake,
    treasuryRewardCutRateP27,
  })
  return { kind: 'fee', account, split }
}

async function expectReward(h: Harness, account: Address, round: bigint): Promise<Expected | null> {
  const split = await expectedReward(h, account, round)
  if (split === null) return null
  const [ceiling, balance, nextRate, delegator] = await Promise.all([
    h.bigint('BondingManager', 'treasuryBalanceCeiling'),
    h.bigint('LivepeerToken', 'balanceOf', h.treasury),
    h.bigint('BondingManager', 'nextRoundTreasuryRewardCutRate'),
    readDelegator(h, account),
  ])
  const nextTreasuryRate = nextTreasuryRateP27({
    treasuryBalanceCeiling: ceiling,
    treasuryBalance: balance,
    nextRoundTreasuryRewardCutRateP27: nextRate,
  })
  return { kind: 'reward', account, split, delegatedAmount: delegator.delegatedAmount, nextTreasuryRate }
}

function expectOf(h: Harness, call: ContractCall, round: bigint): Promise<Expected | null> {
  const args = call.args ?? []
  switch (call.functionName) {
    case 'rewardWithHint':
      return expectReward(h, call.from, round)
    case 'rewardForTranscoder':
      return expectReward(h, args[0] as Address, round)
    case 'updateTranscoderWithFees':
      return expectFees(h, args[0] as Address, args[1] as bigint, round)
    default:
      return Promise.resolve(null)
  }
}

async function compare(
  h: Harness,
  expected: Expected,
  round: bigint,
  logs: readonly { event: string; args: Record<string, unknown> }[],
) {
  const { account } = expected
  const [transcoder, pool] = await Promise.all([
    readTranscoder(h, account),
    readEarningsPool(h, account, round),
  ])
  if (expected.kind === 'fee') {
    expect(transcoder.cumulativeFees).toBe(expected.split.cumulativeFees)
    expect(pool.feeFactorP27).toBe(expected.split.feeFactorP27)
    expect(expected.split.delegators + expected.split.commission).toBeGreaterThanOrEqual(0n)
    return
  }
  const { split } = expected
  const amountOf = (event: string): unknown => logs.find((log) => log.event === event)?.args.amount
  expect(amountOf('Reward')).toBe(split.net)
  expect(amountOf('Mint')).toBe(split.total)
  expect(amountOf('TreasuryReward') ?? 0n).toBe(split.treasury)
  expect(transcoder.cumulativeRewards).toBe(split.cumulativeRewards)
  expect(transcoder.activeCumulativeRewards).toBe(split.activeCumulativeRewards)
  expect(pool.rewardFactorP27).toBe(split.rewardFactorP27)
  expect((await readDelegator(h, account)).delegatedAmount).toBe(expected.delegatedAmount + split.net)
  expect(await h.bigint('BondingManager', 'nextRoundTreasuryRewardCutRate')).toBe(expected.nextTreasuryRate)
}

/** Pending stake of the account after its delegate's reward, having claimed before it or not; the chain is put back. */
function stakeAfterReward(
  h: Harness,
  account: Address,
  delegate: Address,
  claimFirst: boolean,
): Promise<bigint> {
  return h.undoing(async () => {
    if (claimFirst) await h.bm(account, 'claimEarnings', 0n)
    await h.bm(delegate, 'reward')
    const [stake] = await h.pending(account)
    return stake
  })
}

/** Whether the account would forfeit something; compared with what the contracts do in both orders. */
async function compareForfeit(h: Harness, account: Address, round: bigint): Promise<boolean> {
  const view = await readAccount(h, account, round)
  const delegate = view.delegator.delegateAddress
  const forfeit = forfeitOfClaimingNow({
    account,
    delegator: view.delegator,
    currentRound: round,
    delegate: { ...view.delegate, active: isActive(view.delegate, round) },
    start: view.start,
    end: view.end,
    expected: await expectedReward(h, delegate, round),
  })
  if (!forfeit.forfeits) {
    const callable = isActive(view.delegate, round) && view.delegate.lastRewardRound !== round
    // Nothing to lose: there is no reward to come, no stake, or this round's is lost already.
    if (callable && view.delegator.bondedAmount > 0n) expect(view.delegator.lastClaimRound).toBe(round)
    return false
  }
  const waited = await stakeAfterReward(h, account, delegate, false)
  const claimed = await stakeAfterReward(h, account, delegate, true)
  expect(forfeit.reward, `forfeit of ${account}`).toBe(waited - claimed)
  return true
}

/** Reward, then fees, of one orchestrator, each compared; the chain is put back. Returns how many were mined and estimated. */
function compareRewardThenFees(h: Harness, account: Address, round: bigint) {
  const calls: ContractCall[] = [
    { from: account, contract: 'BondingManager', functionName: 'rewardWithHint', args: [ZERO, ZERO] },
    {
      from: h.broker,
      contract: 'BondingManager',
      functionName: 'updateTranscoderWithFees',
      args: [account, 123_456_789_123_456_789n, 0n],
    },
  ]
  return h.undoing(async () => {
    const done = { reward: 0, fee: 0, estimatedFee: 0 }
    for (const call of calls) {
      const expected = await expectOf(h, call, round)
      const outcome = await h.attempt(call)
      if (expected === null || outcome.state === 'reverted') continue
      await compare(h, expected, round, outcome.logs)
      done[expected.kind]++
      if (expected.kind === 'fee' && expected.split.estimated) done.estimatedFee++
    }
    return done
  })
}

test('reward and fee splits, inflation and forfeits equal the contracts on random states', async () => {
  const compared = { reward: 0, fee: 0, estimatedFee: 0, forfeit: 0, rounds: 0 }
  let expected: Expected | null = null
  let inflationP9: bigint | null = null
  await runRandomSequence({
    chain: await createChain(),
    seed: 92,
    calls: CALLS,
    afterRoundStart: async ({ h }) => {
      const [change, target, activeStake, supply, now, mintable] = await Promise.all([
        h.bigint('Minter', 'inflationChange'),
        h.bigint('Minter', 'targetBondingRate'),
        h.bigint('BondingManager', 'getTotalBonded'),
        h.bigint('Minter', 'getGlobalTotalSupply'),
        h.bigint('Minter', 'inflation'),
        h.bigint('Minter', 'currentMintableTokens'),
      ])
      const before = inflationP9 ?? 220_500n
      const minter = { inflationChangeP9: change, targetBondingRateP9: target, activeStake, supply }
      expect(nextIssuance({ ...minter, inflationP9: before })).toMatchObject({ inflationP9: now, mintable })
      const { inflationMoves } = participation(minter)
      expect(inflationMoves === 'up').toBe(now > before)
      inflationP9 = now
      compared.rounds++
    },
    beforeCall: async ({ h, cast, index, round, call }) => {
      expected = await expectOf(h, call, round)
      const orchestrator = cast.orchestrators[(index / CALLS_BETWEEN_REWARDS) % cast.orchestrators.length]
      if (orchestrator !== undefined) {
        const done = await compareRewardThenFees(h, orchestrator, round)
        compared.reward += done.reward
        compared.fee += done.fee
        compared.estimatedFee += done.estimatedFee
      }
      if (index % CALLS_BETWEEN_FORFEITS !== 0) return
      const account = [...cast.delegators, ...cast.orchestrators][(index / CALLS_BETWEEN_FORFEITS) % 22]
      if (account !== undefined && (await compareForfeit(h, account, round))) compared.forfeit++
    },
    afterCall: async ({ h, round, outcome }) => {
      if (expected === null || outcome.state === 'reverted') return
      await compare(h, expected, round, outcome.logs)
      compared[expected.kind]++
      if (expected.kind === 'fee' && expected.split.estimated) compared.estimatedFee++
    },
  })
  // The sequence must have exercised what is compared.
  expect(compared.rounds).toBeGreaterThan(10)
  expect(compared.reward).toBeGreaterThan(40)
  expect(compared.fee).toBeGreaterThan(40)
  expect(compared.estimatedFee).toBeGreaterThan(5)
  expect(compared.forfeit).toBeGreaterThan(5)
})
