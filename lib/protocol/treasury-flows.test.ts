import { describe, expect, test } from 'vitest'
import { type TreasuryFlow, treasuryRounds } from './treasury-flows'

const flow = (order: number, kind: TreasuryFlow['kind'], wei: bigint): TreasuryFlow => ({
  order: BigInt(order),
  kind,
  wei,
})
const start = (order: number, round: number) => ({ order: BigInt(order), round })

describe('treasuryRounds', () => {
  test('counts balances back from now', () => {
    const rounds = treasuryRounds(
      100n,
      [start(30, 7), start(10, 5), start(20, 6)],
      [
        flow(12, 'in', 40n),
        flow(13, 'reward', 40n),
        flow(22, 'in', 50n),
        flow(23, 'reward', 30n),
        flow(31, 'out', 15n),
        flow(5, 'in', 25n),
      ],
    )
    expect(rounds).toEqual([
      { round: 5, rewardsWei: 40n, otherInWei: 0n, outWei: 0n, balanceWei: 65n },
      { round: 6, rewardsWei: 30n, otherInWei: 20n, outWei: 0n, balanceWei: 115n },
      { round: 7, rewardsWei: 0n, otherInWei: 0n, outWei: 15n, balanceWei: 100n },
    ])
  })

  test('each balance is the one before plus what came and went', () => {
    const starts = Array.from({ length: 50 }, (_, index) => start(index * 100, index))
    const flows = Array.from({ length: 400 }, (_, index) =>
      flow(1 + index * 12, index % 3 === 0 ? 'out' : 'in', BigInt((index * 7919) % 1_000)),
    )
    const rounds = treasuryRounds(10n ** 9n, starts, flows)
    expect(rounds).toHaveLength(50)
    expect(rounds.at(-1)?.balanceWei).toBe(10n ** 9n)
    for (const [index, { balanceWei, rewardsWei, otherInWei, outWei }] of rounds.entries()) {
      const before = rounds[index - 1]
      if (before) expect(balanceWei).toBe(before.balanceWei + rewardsWei + otherInWei - outWei)
    }
  })

  test('without rounds there is nothing', () => {
    expect(treasuryRounds(1n, [], [flow(1, 'in', 1n)])).toEqual([])
  })
})
