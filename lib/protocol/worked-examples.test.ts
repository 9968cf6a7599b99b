import { describe, expect, test } from 'vitest'
import { ofP6, P6 } from './fixed-point'
import { bondingRateP9, mintableTokens, nextInflationP9 } from './inflation'
import { rewardSplit } from './reward-split'
import { isRoundLocked, lockLengthBlocks, lockStartBlock, nextRoundBlock, roundAt } from './rounds'
import { ProtocolModel } from './test-model'
import type { Address } from './types'

/** Worked examples of contracts.md section 13, to the wei, through the pure functions only. */

const account = (digit: string): Address => `0x${digit.repeat(40)}`
const [T, U, D1, D2, A, B, C] = ['1', '2', '3', '4', 'a', 'b', 'c'].map(account) as [
  Address,
  Address,
  Address,
  Address,
  Address,
  Address,
  Address,
]
const E18 = 10n ** 18n

const pair = (stake: bigint, fees: bigint) => ({ stake, fees })

describe('example A: staking, rewards, fees over six rounds', () => {
  const model = new ProtocolModel({
    supply: 16_000_000n * E18,
    l1Supply: 4_000_000n * E18,
    inflationP9: 220_500n,
    treasuryRateP27: 10n ** 26n,
    poolSize: 3,
  })

  test('round 10: bonds, registrations, order of the pool', () => {
    model.initializeRound(10n)
    expect(model.inflationP9).toBe(221_000n)
    expect(model.mintable).toBe(4420000000000000000000n)
    model.bond(T, 1000n * E18, T)
    model.setCuts(T, 50_000n, 800_000n)
    model.bond(U, 2000n * E18, U)
    model.setCuts(U, 1_000_000n, 0n)
    model.bond(D1, 500500000000000000000n, T)
    model.bond(D2, 333333333333333333333n, T)
    expect(model.delegator(T).delegatedAmount).toBe(1833833333333333333333n)
    expect(model.nextActiveStake).toBe(3833833333333333333333n)
    expect(model.pool.nodes.map((node) => node.id)).toEqual([U, T])
  })

  test('round 11: first reward, fee with an estimated factor', () => {
    model.initializeRound(11n)
    expect(model.inflationP9).toBe(221_500n)
    expect(model.mintable).toBe(4430000000000000000000n)
    expect(model.activeStake).toBe(3833833333333333333333n)
    expect(model.reward(T)).toMatchObject({
      total: 2118997084590000000000n,
      treasury: 211899708459000000000n,
      net: 1907097376131000000000n,
      commission: 95354868806550000000n,
      delegators: 1811742507324450000000n,
      own: 0n,
      rewardFactorP27: 1987953743883186403708259193n,
    })
    expect(model.fee(T, E18)).toMatchObject({
      delegators: 800000000000000000n,
      commission: 200000000000000000n,
      own: 0n,
      estimated: true,
      usedRewardFactorP27: 999999999355876411732865132n,
      incrementP27: 436244660266128035655604n,
      feeFactorP27: 436244660266128035655604n,
    })
    expect(model.delegator(T).delegatedAmount).toBe(3740930709464333333333n)
    expect(model.pending(T)).toEqual(pair(2083308612689736403708n, 636244660266128035n))
    expect(model.pending(D1)).toEqual(pair(994970848813534795055n, 218340452463197081n))
    expect(model.pending(D2)).toEqual(pair(662651247961062134568n, 145414886755376011n))
    expect(model.pending(U)).toEqual(pair(2000000000000000000000n, 0n))
  })

  test('round 12: rewards with unclaimed commission, a claim', () => {
    model.initializeRound(12n)
    expect(model.mintable).toBe(4440470417352778980000n)
    expect(model.activeStake).toBe(5740930709464333333333n)
    expect(model.reward(T)).toMatchObject({
      total: 2893519009079837129111n,
      treasury: 289351900907983712911n,
      net: 2604167108171853416200n,
      commission: 130208355408592670810n,
      delegators: 2473958752763260745390n,
      own: 63060246399574737821n,
      rewardFactorP27: 3302630744535928023758740849n,
    })
    expect(model.reward(U)).toMatchObject({
      total: 1546951403832471433535n,
      treasury: 154695140383247143353n,
      net: 1392256263449224290182n,
      commission: 1392256263449224290182n,
      delegators: 0n,
    })
    expect(model.fee(T, 3n * 10n ** 17n)).toMatchObject({
      delegators: 240000000000000000n,
      commission: 60000000000000000n,
      own: 6117506655676320n,
      estimated: false,
      incrementP27: 127537486146136696813870n,
      feeFactorP27: 563782146412264732469474n,
    })
    model.claim(D1)
    expect(model.transcoder(T)).toMatchObject({
      activeCumulativeRewards: 95354868806550000000n,
      cumulativeRewards: 288623470614717408631n,
      cumulativeFees: 266117506655676320n,
    })
    expect(model.delegator(T).delegatedAmount).toBe(6345097817636186749533n)
    expect(model.pending(T)).toEqual(pair(3591254215150645432389n, 829899653067941052n))
    expect(model.pending(D1)).toEqual(pair(1652966687640231975891n, 282172964279338498n))
    expect(model.pending(D2)).toEqual(pair(1100876914845309341251n, 187927382137421577n))
    expect(model.pending(U)).toEqual(pair(3392256263449224290182n, 0n))
    expect(model.treasury).toBe(655946749750230856264n)
    expect(model.nextActiveStake).toBe(9737354081085411039715n)
  })

  test('round 13: nobody calls reward, fees still flow', () => {
    model.initializeRound(13n)
    expect(model.mintable).toBe(4451459481518194263655n)
    expect(model.fee(T, 7n * 10n ** 17n)).toMatchObject({
      delegators: 560000000000000000n,
      own: 25473073574215651n,
      incrementP27: 291480646964891946907003n,
      feeFactorP27: 855262793377156679376477n,
    })
    expect(model.earningsPool(T, 13n).rewardFactorP27).toBe(0n)
    expect(model.pending(T)).toEqual(pair(3591254215150645432389n, 1286853373607048650n))
    expect(model.pending(D1)).toEqual(pair(1652966687640231975891n, 428059028085266917n))
    expect(model.pending(D2)).toEqual(pair(1100876914845309341251n, 285087597792385559n))
  })

  test('round 14: reward after a missed round, claim, unbond, move', () => {
    model.initializeRound(14n)
    expect(model.mintable).toBe(4461462761251943014809n)
    expect(model.reward(T)).toMatchObject({
      total: 2907198133228486214669n,
      treasury: 290719813322848621466n,
      net: 2616478319905637593203n,
      commission: 130823915995281879660n,
      delegators: 2485654403910355713543n,
      own: 113066531269431498488n,
      rewardFactorP27: 4596416733434005392687922012n,
    })
    expect(model.fee(T, 2n * E18)).toMatchObject({
      delegators: 1600000000000000000n,
      own: 72780210212044718n,
      estimated: true,
      usedRewardFactorP27: 3302630743788236469855512200n,
      incrementP27: 832801848282579573493885n,
      feeFactorP27: 1688064641659736252870362n,
    })
    expect(model.transcoder(T)).toMatchObject({
      activeCumulativeRewards: 288623470614717408631n,
      cumulativeRewards: 532513917879430786779n,
      cumulativeFees: 904370790441936689n,
    })
    expect(model.delegator(T).delegatedAmount).toBe(8961576137541824342736n)
    expect(model.nextActiveStake).toBe(12353832400991048632918n)
    expect(model.pending(T)).toEqual(pair(5128930651313436179466n, 2592435432101672941n))
    expect(model.pending(D1)).toEqual(pair(2300506575083719699039n, 844876353150697993n))
    expect(model.pending(D2)).toEqual(pair(1532138911144668464227n, 562688213886578750n))

    model.claim(T)
    expect(model.delegator(T)).toMatchObject({
      bondedAmount: 5128930651313436179466n,
      fees: 2592435432101672941n,
    })
    expect(model.transcoder(T)).toMatchObject({
      cumulativeRewards: 0n,
      cumulativeFees: 0n,
      activeCumulativeRewards: 288623470614717408631n,
    })
    expect(model.unbond(D2, 100n * E18, 7n)).toBe(21n)
    expect(model.delegator(D2)).toMatchObject({
      bondedAmount: 1432138911144668464227n,
      fees: 562688213886578750n,
    })
    expect(model.delegator(T).delegatedAmount).toBe(8861576137541824342736n)
    expect(model.nextActiveStake).toBe(12253832400991048632918n)
    model.bond(D1, 10n * E18, U)
    expect(model.delegator(D1)).toMatchObject({ bondedAmount: 2310506575083719699039n, startRound: 15n })
    expect(model.delegator(T).delegatedAmount).toBe(6561069562458104643697n)
    expect(model.delegator(U).delegatedAmount).toBe(5702762838532943989221n)
    expect(model.nextActiveStake).toBe(12263832400991048632918n)
  })

  test('round 15: fees before and after the reward', () => {
    model.initializeRound(15n)
    expect(model.mintable).toBe(4472115799768468332632n)
    const fee = {
      delegators: 80000000000000000n,
      commission: 20000000000000000n,
      own: 0n,
      incrementP27: 56044724899541627917863n,
    }
    expect(model.fee(T, 10n ** 17n)).toMatchObject(fee)
    expect(model.reward(T)).toMatchObject({
      total: 2392552495049357483057n,
      treasury: 239255249504935748305n,
      net: 2153297245544421734752n,
      commission: 107664862277221086737n,
      delegators: 2045632383267200648015n,
      own: 0n,
      rewardFactorP27: 6029503035506554926891687524n,
    })
    expect(model.fee(T, 10n ** 17n)).toMatchObject({ ...fee, feeFactorP27: 1800154091458819508706088n })
    expect(model.pending(T)).toEqual(pair(6835710799898901712599n, 2757510908957720962n))
    expect(model.pending(D2)).toEqual(pair(1878656008103624665843n, 597612737030530728n))
    expect(model.pending(D1)).toEqual(pair(2310506575083719699039n, 844876353150697993n))
    expect(model.treasury).toBe(1185921812578015226035n)
  })
})

test('example C: claiming before the reward forfeits it', () => {
  const model = new ProtocolModel({
    supply: 10_000_000n * E18,
    l1Supply: 0n,
    inflationP9: 220_500n,
    treasuryRateP27: 0n,
    poolSize: 3,
  })
  model.initializeRound(10n)
  for (const who of [T, D1, D2]) model.bond(who, 1000n * E18, T)
  model.setCuts(T, 0n, 1_000_000n)
  model.initializeRound(11n)
  expect(model.mintable).toBe(2215000000000000000000n)
  model.claim(D1)
  expect(model.reward(T).total).toBe(2215n * E18)
  model.fee(T, 3n * 10n ** 17n)
  expect(model.pending(T)).toEqual(pair(1738333333333333333333n, 99999999999999999n))
  expect(model.pending(D1)).toEqual(pair(1000000000000000000000n, 0n))
  expect(model.pending(D2)).toEqual(pair(1738333333333333333333n, 99999999999999999n))
  expect(model.delegator(T).delegatedAmount).toBe(5215000000000000000000n)
  model.initializeRound(12n)
  model.reward(T)
  expect(model.pending(T).stake).toBe(2478497243333333333333n)
  expect(model.pending(D1).stake).toBe(1425789401725790987535n)
  expect(model.pending(D2).stake).toBe(2478497243333333333333n)
  expect(model.delegator(T).delegatedAmount).toBe(7435491730000000000000n)
})

describe('example D: plain arithmetic', () => {
  test('rounds and the lock window', () => {
    const anchor = {
      roundLength: 6377n,
      lastRoundLengthUpdateRound: 2600n,
      lastRoundLengthUpdateStartBlock: 15_500_000n,
    }
    const position = roundAt(anchor, 15_560_000n)
    expect(position).toMatchObject({ round: 2609n, startBlock: 15_557_393n })
    expect(lockLengthBlocks(6377n, 100_000n)).toBe(637n)
    expect(lockStartBlock(position, 100_000n)).toBe(15_563_133n)
    expect(nextRoundBlock(position)).toBe(15_563_770n)
    expect(isRoundLocked(roundAt(anchor, 15_563_132n), 100_000n)).toBe(false)
    expect(isRoundLocked(roundAt(anchor, 15_563_133n), 100_000n)).toBe(true)
    const shorter = {
      roundLength: 5000n,
      lastRoundLengthUpdateRound: 2609n,
      lastRoundLengthUpdateStartBlock: 15_557_393n,
    }
    expect(roundAt(shorter, 15_561_000n)).toMatchObject({ round: 2609n, startBlock: 15_557_393n })
    expect(roundAt(shorter, 15_562_500n)).toMatchObject({ round: 2610n, startBlock: 15_562_393n })
  })

  test('minting and its two roundings', () => {
    const supply = 45123456789012345678901234n
    const activeStake = 21000000000000000000000001n
    expect(bondingRateP9(activeStake, supply)).toBe(465_389_876n)
    const inflationP9 = nextInflationP9({
      inflationP9: 612_000n,
      inflationChangeP9: 500n,
      targetBondingRateP9: 500_000_000n,
      activeStake,
      supply,
    })
    expect(inflationP9).toBe(612_500n)
    const mintable = mintableTokens(supply, inflationP9)
    expect(mintable).toBe(27638117283270061728327n)
    expect(
      rewardSplit({
        mintable,
        poolStake: 1234567890123456789012345n,
        activeStake,
        treasuryRewardCutRateP27: 10n ** 26n,
        rewardCutP6: P6,
        cumulativeRewards: 0n,
        previousRewardFactorP27: 0n,
      }),
    ).toMatchObject({
      total: 1624815812145947645633n,
      treasury: 162481581214594764563n,
      net: 1462334230931352881070n,
    })
    expect(ofP6(1n, 500_000n)).toBe(0n)
    expect(ofP6(3n, 500_000n)).toBe(1n)
  })
})

test('example G: ties in the pool', () => {
  const model = new ProtocolModel({
    supply: 16_000_000n * E18,
    l1Supply: 0n,
    inflationP9: 220_500n,
    treasuryRateP27: 0n,
    poolSize: 3,
  })
  const order = () => model.pool.nodes.map((node) => node.id)
  model.initializeRound(10n)
  model.bond(T, 1000n * E18, T)
  model.bond(A, 500n * E18, A)
  expect(order()).toEqual([T, A])
  model.bond(B, 500n * E18, B)
  expect(order()).toEqual([T, B, A])
  model.bond(C, 500n * E18, C)
  expect(order()).toEqual([T, B, A])
  model.bond(C, 1n, C)
  expect(order()).toEqual([T, C, B])
})
