import { describe, expect, it } from 'vitest'
import { P27 } from './fixed-point'
import { buildLedger, type LedgerEvent } from './ledger'
import { ProtocolModel } from './test-model'
import type { Address } from './types'

const LPT = 10n ** 18n
const orchestrator: Address = '0x00000000000000000000000000000000000000a1'
const other: Address = '0x00000000000000000000000000000000000000a2'
const delegator: Address = '0x00000000000000000000000000000000000000d1'

/** A model of the contracts that also writes down what the index would: an account's events, and its amounts at ends of rounds. */
class World {
  readonly model = new ProtocolModel({
    supply: 30_000_000n * LPT,
    l1Supply: 20_000_000n * LPT,
    inflationP9: 560_000n,
    treasuryRateP27: P27 / 10n,
    poolSize: 3,
  })
  readonly events = new Map<Address, LedgerEvent[]>()
  readonly ends = new Map<Address, Map<bigint, { stake: bigint; fees: bigint }>>()
  readonly rounds: bigint[] = []
  private readonly accounts = [orchestrator, other, delegator]

  nextRound(): void {
    this.endRound()
    this.rounds.push(this.model.round + 1n)
    this.model.initializeRound(this.model.round + 1n)
  }

  endRound(): void {
    for (const account of this.accounts) {
      const ends = this.ends.get(account) ?? new Map<bigint, { stake: bigint; fees: bigint }>()
      this.ends.set(account, ends.set(this.model.round, this.model.pending(account)))
    }
  }

  private note(account: Address, event: LedgerEvent): void {
    this.events.set(account, [...(this.events.get(account) ?? []), event])
  }

  /** Claims as every staking call does, with the event it emits. */
  claim(account: Address): void {
    const before = { ...this.model.delegator(account) }
    if (before.lastClaimRound >= this.model.round) return
    this.model.claim(account)
    const after = this.model.delegator(account)
    this.note(account, {
      kind: 'claim',
      rewards: after.bondedAmount - before.bondedAmount,
      fees: after.fees - before.fees,
      round: this.model.round,
    })
  }

  bond(account: Address, amount: bigint, delegate: Address): void {
    this.claim(account)
    this.model.bond(account, amount, delegate)
    this.note(account, { kind: 'bond', amount, delegate, round: this.model.round })
  }

  unbond(account: Address, amount: bigint): void {
    this.claim(account)
    this.model.unbond(account, amount, 7n)
    this.note(account, { kind: 'unbond', amount, round: this.model.round })
  }

  reward(account: Address): void {
    const { net } = this.model.reward(account)
    this.note(account, { kind: 'reward', amount: net, round: this.model.round })
  }

  ticket(account: Address, fees: bigint): void {
    this.model.fee(account, fees)
    this.note(account, { kind: 'ticket', amount: fees, round: this.model.round })
  }

  ledger(account: Address, events = this.events.get(account) ?? []) {
    return buildLedger({
      account,
      events,
      rounds: this.rounds,
      pool: (delegate, round) => this.model.earningsPool(delegate, round),
      now: this.model.pending(account),
    })
  }
}

/** Ten rounds with missed calls, fees, a claim ahead of the reward, a move and a partial unbond. */
function story(): World {
  const world = new World()
  world.nextRound()
  world.bond(orchestrator, 5_000n * LPT, orchestrator)
  world.bond(other, 4_000n * LPT, other)
  world.model.setCuts(orchestrator, 100_000n, 600_000n)
  world.model.setCuts(other, 250_000n, 500_000n)
  world.bond(delegator, 1_234n * LPT + 7n, orchestrator)
  for (let index = 1n; index <= 10n; index++) {
    world.nextRound()
    if (index === 4n) world.bond(delegator, 10n * LPT, orchestrator)
    if (index === 6n) world.bond(delegator, 0n, other)
    if (index === 7n) world.ticket(orchestrator, 10n ** 15n + 3n)
    if (index !== 3n) world.reward(orchestrator)
    world.reward(other)
    world.ticket(orchestrator, 10n ** 16n + 1n)
    world.ticket(other, 10n ** 17n + 9n)
    if (index === 5n) world.claim(orchestrator)
    if (index === 8n) world.unbond(delegator, 300n * LPT + 1n)
  }
  world.endRound()
  return world
}

describe('the ledger', () => {
  const world = story()
  const principal = new Map<Address, bigint>([
    [orchestrator, 5_000n * LPT],
    [other, 4_000n * LPT],
    [delegator, 1_234n * LPT + 7n + 10n * LPT - (300n * LPT + 1n)],
  ])

  it.each([
    ['an orchestrator', orchestrator],
    ['another, never claimed', other],
    ['a delegator', delegator],
  ] as const)('of %s telescopes to the pending amounts, round by round, to the wei', (_, account) => {
    const { lines, unexplained } = world.ledger(account)
    const now = world.model.pending(account)
    expect(unexplained).toEqual({ stake: 0n, fees: 0n })
    expect(lines.reduce((sum, { reward }) => sum + reward, 0n)).toBe(
      now.stake - (principal.get(account) ?? 0n),
    )
    expect(lines.reduce((sum, { fees }) => sum + fees, 0n)).toBe(now.fees)
    for (const line of lines) expect(line.end).toEqual(world.ends.get(account)?.get(line.round))
    expect(lines).toHaveLength(world.rounds.length)
  })

  it('gives nothing in a missed round, nor in one claimed ahead of its reward', () => {
    const { lines } = world.ledger(delegator)
    const at = (round: bigint) => lines.find((line) => line.round === round)
    expect(at(4n)?.reward).toBe(0n)
    expect(at(5n)).toMatchObject({ reward: 0n, principalIn: 10n * LPT, claimed: true })
    expect(at(6n)?.reward).toBeGreaterThan(0n)
    expect(at(7n)).toMatchObject({ delegateAtStart: orchestrator, delegateAtEnd: other, principalIn: 0n })
  })

  it('says what events do not explain instead of calling it exact', () => {
    const events = (world.events.get(orchestrator) ?? []).map((event) =>
      event.kind === 'ticket' && event.round === 9n ? { ...event, amount: event.amount * 2n } : event,
    )
    const { lines, unexplained } = world.ledger(orchestrator, events)
    expect(unexplained.stake).toBe(0n)
    expect(unexplained.fees).toBeLessThan(0n)
    expect(lines.reduce((sum, { fees }) => sum + fees, 0n)).toBe(world.model.pending(orchestrator).fees)
  })

  it('keeps a slash apart from rewards', () => {
    const { lines, state } = buildLedger({
      account: delegator,
      events: [
        { kind: 'claim', rewards: 0n, fees: 0n, round: 1n },
        { kind: 'bond', amount: 100n, delegate: other, round: 1n },
        { kind: 'slash', amount: 40n, round: 2n },
      ],
      rounds: [1n, 2n],
      pool: () => ({
        totalStake: 0n,
        rewardCutP6: 0n,
        feeShareP6: 0n,
        rewardFactorP27: 0n,
        feeFactorP27: 0n,
      }),
      now: { stake: 60n, fees: 0n },
    })
    expect(lines.at(-1)).toMatchObject({ reward: 0n, slashed: 40n, principalOut: 0n })
    expect(state.bonded).toBe(60n)
  })

  it('has a line for a withdrawal after everything was unbonded, and none for the empty rounds between', () => {
    const { lines } = buildLedger({
      account: delegator,
      events: [
        { kind: 'claim', rewards: 0n, fees: 0n, round: 1n },
        { kind: 'bond', amount: 100n, delegate: other, round: 1n },
        { kind: 'unbond', amount: 100n, round: 2n },
        { kind: 'withdrawStake', amount: 100n, round: 9n },
      ],
      rounds: [1n, 2n, 3n, 9n, 10n],
      pool: () => ({
        totalStake: 0n,
        rewardCutP6: 0n,
        feeShareP6: 0n,
        rewardFactorP27: 0n,
        feeFactorP27: 0n,
      }),
      now: { stake: 0n, fees: 0n },
    })
    expect(lines.map(({ round }) => round)).toEqual([1n, 2n, 9n])
  })
})
