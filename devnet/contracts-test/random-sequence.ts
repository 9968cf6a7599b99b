import type { Address } from 'viem'
import type { ContractCall, Outcome } from '@/devnet/contracts-test/call-contract'
import { createHarness, describeRevert, ETH, type Harness, LPT } from '@/devnet/contracts-test/harness'
import { type ActionName, type Cast, chooseAction } from '@/devnet/contracts-test/random-actions'
import { createSeededRandom } from '@/devnet/contracts-test/seeded-random'
import type { Chain, ProtocolParams } from '@/devnet/types'

/** What a hook sees. The chain may be read and snapshot freely; anything written changes the sequence. */
export interface RandomStep {
  h: Harness
  cast: Cast
  /** 1-based number of the call. */
  index: number
  round: bigint
  action: ActionName
  call: ContractCall
  outcome: Outcome
}

export interface RandomSequenceOptions {
  /** A fresh chain: the protocol is deployed on it. */
  chain: Chain
  seed: number
  /** Number of transactions of actors; round initializations and deposits come on top. */
  calls: number
  params?: Partial<ProtocolParams>
  /** Before each call, on the state it will meet. */
  beforeCall?: (step: Omit<RandomStep, 'outcome'>) => Promise<void>
  afterCall?: (step: RandomStep) => Promise<void>
  /** After each round's initialization, before anything happens in it. */
  afterRoundStart?: (context: { h: Harness; cast: Cast; round: bigint }) => Promise<void>
}

export interface RandomSequenceReport {
  h: Harness
  cast: Cast
  rounds: number
  /** Calls that went through, by action. */
  mined: Partial<Record<ActionName, number>>
  /** How often each reason refused a call. */
  reverts: Record<string, number>
}

const ORCHESTRATORS = 8
const DELEGATORS = 14
const POOL_LIMIT = 5n
const CALLS_PER_ROUND = 24

async function createCast(h: Harness): Promise<Cast> {
  const people = async (kind: string, count: number): Promise<Address[]> => {
    const addresses: Address[] = []
    for (let number = 1; number <= count; number++) {
      addresses.push(await h.account(`${kind} ${number}`, 500_000n * LPT))
    }
    return addresses
  }
  return {
    orchestrators: await people('orchestrator', ORCHESTRATORS),
    delegators: await people('delegator', DELEGATORS),
    idle: await h.account('idle'),
  }
}

/**
 * Drives a freshly deployed protocol with seeded random calls of every kind: bonds with wrong and right hints, unbonds,
 * transfers, rewards, tickets, owner settings, evictions, rounds that nobody initializes. The same seed and number of calls give
 * the same chain. Hooks compare or check; what they throw ends the run. Slashing is left out: nobody can call it (contracts.md 5.3).
 */
export async function runRandomSequence(options: RandomSequenceOptions): Promise<RandomSequenceReport> {
  const random = createSeededRandom(options.seed)
  const h = await createHarness(options.chain, {
    numActiveTranscoders: POOL_LIMIT,
    unbondingPeriodRounds: 3n,
    treasuryBalanceCeilingWei: 3_000n * LPT,
    ...options.params,
  })
  const cast = await createCast(h)
  // One deposit covers every ticket of the run, as gateways fund ahead of winning tickets.
  await h.send(h.broker, 'Minter', 'depositETH', [], 9_000n * ETH)
  const mined: Partial<Record<ActionName, number>> = {}
  const reverts: Record<string, number> = {}
  let rounds = 0

  const startRound = async (): Promise<bigint> => {
    // Sometimes a round passes that nobody initializes.
    if (random.chance(10)) {
      await h.mineToRound((await h.bigint('RoundsManager', 'currentRound')) + BigInt(1 + random.below(3)))
    }
    const round = await h.nextRound()
    rounds++
    await options.afterRoundStart?.({ h, cast, round })
    return round
  }

  let round = await startRound()
  for (let index = 1; index <= options.calls; index++) {
    if (random.below(CALLS_PER_ROUND) === 0) round = await startRound()
    const { action, call } = await chooseAction(h, random, cast)
    await options.beforeCall?.({ h, cast, index, round, action, call })
    const outcome = await h.attempt(call)
    if (outcome.state === 'mined') mined[action] = (mined[action] ?? 0) + 1
    else {
      const reason = describeRevert(outcome.revert)
      reverts[reason] = (reverts[reason] ?? 0) + 1
    }
    await options.afterCall?.({ h, cast, index, round, action, call, outcome })
  }
  return { h, cast, rounds, mined, reverts }
}
