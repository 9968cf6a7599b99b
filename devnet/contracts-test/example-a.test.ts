import { type Address, getAddress } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createChain } from '@/devnet/chain/provider'
import type { EventLog } from '@/devnet/contracts-test/call-contract'
import { createHarness, ETH, type Harness, LPT } from '@/devnet/contracts-test/harness'

/** contracts.md 13.1: staking, rewards and fees over six rounds, every number to the wei. Tests run in order. */
describe('worked example A', () => {
  let h: Harness
  let T: Address
  let U: Address
  let D1: Address
  let D2: Address

  beforeAll(async () => {
    h = await createHarness(await createChain(), { numActiveTranscoders: 3n })
    T = await h.account('T', 10_000n * LPT)
    U = await h.account('U', 10_000n * LPT)
    D1 = await h.account('D1', 10_000n * LPT)
    D2 = await h.account('D2', 10_000n * LPT)
    await h.mineToRound(10n)
    await h.send(h.deployer, 'RoundsManager', 'initializeRound')
  })
  afterAll(() => h.chain.close())

  const minting = async () => [
    await h.bigint('Minter', 'inflation'),
    await h.bigint('Minter', 'currentMintableTokens'),
    await h.bigint('BondingManager', 'currentRoundTotalActiveStake'),
  ]
  const delegated = async (address: Address) => (await h.delegator(address)).delegatedAmount
  const nextActive = () => h.bigint('BondingManager', 'nextRoundTotalActiveStake')
  const treasuryLpt = () => h.bigint('LivepeerToken', 'balanceOf', h.treasury)

  /** [total minted, treasury's part, amount of the Reward event] */
  const rewardFigures = (logs: readonly EventLog[]) => [
    logs.find((log) => log.event === 'Mint')?.args.amount,
    logs.find((log) => log.event === 'TreasuryReward')?.args.amount,
    logs.find((log) => log.event === 'Reward')?.args.amount,
  ]
  const cumulative = async (address: Address) => {
    const t = await h.transcoder(address)
    return [t.activeCumulativeRewards, t.cumulativeRewards, t.cumulativeFees]
  }
  const factors = async (address: Address, round: bigint) => {
    const pool = await h.earningsPool(address, round)
    return [pool.cumulativeRewardFactor, pool.cumulativeFeeFactor]
  }

  /** The factor before this round's reward as the contract has to guess it (6.3 step 3), and the fees' increment on it. */
  const estimate = async (round: bigint, fees: bigint) => {
    const of = (amount: bigint, part: bigint, whole: bigint) =>
      (amount * ((part * 10n ** 27n) / whole)) / 10n ** 27n
    const pool = await h.earningsPool(T, round)
    const gross = of(
      await h.bigint('Minter', 'currentMintableTokens'),
      pool.totalStake,
      await h.bigint('BondingManager', 'currentRoundTotalActiveStake'),
    )
    const net = gross - (gross * (await h.bigint('BondingManager', 'treasuryRewardCutRate'))) / 10n ** 27n
    const shared = net - (net * pool.rewardCut) / 1_000_000n
    const factor = of(pool.cumulativeRewardFactor, pool.totalStake, shared + pool.totalStake)
    return [factor, of(factor, (fees * pool.feeShare) / 1_000_000n, pool.totalStake)]
  }

  test('round 10: first bonds', async () => {
    expect(await minting()).toEqual([221_000n, 4420000000000000000000n, 0n])
    await h.bm(T, 'bond', 1000n * LPT, T)
    await h.bm(T, 'transcoder', 50_000n, 800_000n)
    await h.bm(U, 'bond', 2000n * LPT, U)
    await h.bm(U, 'transcoder', 1_000_000n, 0n)
    await h.bm(D1, 'bond', 500500000000000000000n, T)
    await h.bm(D2, 'bond', 333333333333333333333n, T)
    expect(await delegated(T)).toBe(1833833333333333333333n)
    expect(await nextActive()).toBe(3833833333333333333333n)
    expect(await h.poolOrder()).toEqual([U, T])
  })

  test('round 11: first reward, then a ticket of 1 ETH', async () => {
    expect(await h.nextRound()).toBe(11n)
    expect(await minting()).toEqual([221_500n, 4430000000000000000000n, 3833833333333333333333n])

    expect(rewardFigures(await h.bm(T, 'reward'))).toEqual([
      2118997084590000000000n,
      211899708459000000000n,
      1907097376131000000000n,
    ])
    // Commission alone: the part of delegators' rewards that falls to unclaimed commission is 0.
    expect(await cumulative(T)).toEqual([0n, 95354868806550000000n, 0n])
    expect(await factors(T, 11n)).toEqual([1987953743883186403708259193n, 0n])

    await h.ticketFees(T, ETH)
    expect(await cumulative(T)).toEqual([0n, 95354868806550000000n, 200000000000000000n])
    expect(await factors(T, 11n)).toEqual([1987953743883186403708259193n, 436244660266128035655604n])
    expect(await estimate(11n, ETH)).toEqual([999999999355876411732865132n, 436244660266128035655604n])
    expect(await delegated(T)).toBe(3740930709464333333333n)
    expect(await h.pending(T)).toEqual([2083308612689736403708n, 636244660266128035n])
    expect(await h.pending(D1)).toEqual([994970848813534795055n, 218340452463197081n])
    expect(await h.pending(D2)).toEqual([662651247961062134568n, 145414886755376011n])
    expect(await h.pending(U)).toEqual([2000000000000000000000n, 0n])
  })

  test('round 12: both reward, a ticket, and D1 claims', async () => {
    await h.nextRound()
    expect(await minting()).toEqual([222_000n, 4440470417352778980000n, 5740930709464333333333n])

    expect(rewardFigures(await h.bm(T, 'reward'))).toEqual([
      2893519009079837129111n,
      289351900907983712911n,
      2604167108171853416200n,
    ])
    const commission = 130208355408592670810n
    const own = 63060246399574737821n
    expect((await cumulative(T))[1]).toBe(95354868806550000000n + commission + own)
    expect((await factors(T, 12n))[0]).toBe(3302630744535928023758740849n)

    expect(rewardFigures(await h.bm(U, 'reward'))).toEqual([
      1546951403832471433535n,
      154695140383247143353n,
      1392256263449224290182n,
    ])
    expect((await cumulative(U))[1]).toBe(1392256263449224290182n)

    await h.ticketFees(T, (3n * ETH) / 10n)
    await h.bm(D1, 'claimEarnings', 0n)
    expect((await factors(T, 12n))[1]).toBe(563782146412264732469474n)
    expect(await cumulative(T)).toEqual([
      95354868806550000000n,
      288623470614717408631n,
      200000000000000000n + 60000000000000000n + 6117506655676320n,
    ])
    expect((await cumulative(T))[2]).toBe(266117506655676320n)
    expect(await delegated(T)).toBe(6345097817636186749533n)
    expect(await h.pending(T)).toEqual([3591254215150645432389n, 829899653067941052n])
    expect(await h.pending(D1)).toEqual([1652966687640231975891n, 282172964279338498n])
    const stored = await h.delegator(D1)
    expect([stored.bondedAmount, stored.fees, stored.lastClaimRound]).toEqual([
      1652966687640231975891n,
      282172964279338498n,
      12n,
    ])
    expect(await h.pending(D2)).toEqual([1100876914845309341251n, 187927382137421577n])
    expect(await h.pending(U)).toEqual([3392256263449224290182n, 0n])
    expect(await treasuryLpt()).toBe(655946749750230856264n)
    expect(await nextActive()).toBe(9737354081085411039715n)
  })

  test('round 13: no reward, a ticket counts on the factor of round 12', async () => {
    await h.nextRound()
    expect(await minting()).toEqual([222_500n, 4451459481518194263655n, 9737354081085411039715n])
    const feesBefore = (await cumulative(T))[2] ?? 0n
    await h.ticketFees(T, (7n * ETH) / 10n)
    expect((await cumulative(T))[2]).toBe(feesBefore + 140000000000000000n + 25473073574215651n)
    expect(await factors(T, 13n)).toEqual([0n, 855262793377156679376477n])
    expect(await h.pending(T)).toEqual([3591254215150645432389n, 1286853373607048650n])
    expect(await h.pending(D1)).toEqual([1652966687640231975891n, 428059028085266917n])
    expect(await h.pending(D2)).toEqual([1100876914845309341251n, 285087597792385559n])
  })

  test('round 14: a reward after a missed one, and a ticket on the estimated factor', async () => {
    await h.nextRound()
    expect(await minting()).toEqual([223_000n, 4461462761251943014809n, 9737354081085411039715n])
    expect(rewardFigures(await h.bm(T, 'reward'))).toEqual([
      2907198133228486214669n,
      290719813322848621466n,
      2616478319905637593203n,
    ])
    expect((await cumulative(T))[1]).toBe(
      288623470614717408631n + 130823915995281879660n + 113066531269431498488n,
    )
    expect((await factors(T, 14n))[0]).toBe(4596416733434005392687922012n)

    await h.ticketFees(T, 2n * ETH)
    expect((await factors(T, 14n))[1]).toBe(1688064641659736252870362n)
    expect(await estimate(14n, 2n * ETH)).toEqual([3302630743788236469855512200n, 832801848282579573493885n])
    expect(await cumulative(T)).toEqual([288623470614717408631n, 532513917879430786779n, 904370790441936689n])
    expect(await delegated(T)).toBe(8961576137541824342736n)
    expect(await nextActive()).toBe(12353832400991048632918n)
    expect(await h.pending(T)).toEqual([5128930651313436179466n, 2592435432101672941n])
    expect(await h.pending(D1)).toEqual([2300506575083719699039n, 844876353150697993n])
    expect(await h.pending(D2)).toEqual([1532138911144668464227n, 562688213886578750n])
  })

  test('round 14: claim, unbond and move', async () => {
    await h.bm(T, 'claimEarnings', 0n)
    const claimed = await h.delegator(T)
    expect([claimed.bondedAmount, claimed.fees, claimed.delegatedAmount]).toEqual([
      5128930651313436179466n,
      2592435432101672941n,
      8961576137541824342736n,
    ])
    expect(await cumulative(T)).toEqual([288623470614717408631n, 0n, 0n])

    await h.bm(D2, 'unbond', 100n * LPT)
    expect(await h.view('BondingManager', 'getDelegatorUnbondingLock', D2, 0n)).toEqual([100n * LPT, 21n])
    const unbonded = await h.delegator(D2)
    expect([unbonded.bondedAmount, unbonded.fees]).toEqual([1432138911144668464227n, 562688213886578750n])
    expect(await delegated(T)).toBe(8861576137541824342736n)
    expect(await nextActive()).toBe(12253832400991048632918n)

    await h.bm(D1, 'bond', 10n * LPT, U)
    const moved = await h.delegator(D1)
    expect([moved.bondedAmount, moved.startRound, moved.delegateAddress]).toEqual([
      2310506575083719699039n,
      15n,
      getAddress(U),
    ])
    expect(await delegated(T)).toBe(6561069562458104643697n)
    expect(await delegated(U)).toBe(5702762838532943989221n)
    expect(await nextActive()).toBe(12263832400991048632918n)
  })

  test('round 15: a ticket before and one after the reward', async () => {
    await h.nextRound()
    expect(await minting()).toEqual([223_500n, 4472115799768468332632n, 12263832400991048632918n])
    await h.ticketFees(T, ETH / 10n)
    const increment = 56044724899541627917863n
    expect(await factors(T, 15n)).toEqual([0n, 1688064641659736252870362n + increment])
    expect((await cumulative(T))[2]).toBe(20000000000000000n)

    expect(rewardFigures(await h.bm(T, 'reward'))).toEqual([
      2392552495049357483057n,
      239255249504935748305n,
      2153297245544421734752n,
    ])
    expect((await cumulative(T))[1]).toBe(107664862277221086737n)

    await h.ticketFees(T, ETH / 10n)
    expect((await cumulative(T))[2]).toBe(40000000000000000n)
    expect(await factors(T, 15n)).toEqual([6029503035506554926891687524n, 1800154091458819508706088n])
    expect(await h.pending(T)).toEqual([6835710799898901712599n, 2757510908957720962n])
    expect(await h.pending(D2)).toEqual([1878656008103624665843n, 597612737030530728n])
    expect(await h.pending(D1)).toEqual([2310506575083719699039n, 844876353150697993n])
    expect(await treasuryLpt()).toBe(1185921812578015226035n)
  })
})
