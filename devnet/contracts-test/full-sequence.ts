import type { Address } from 'viem'
import type { ContractCall, Outcome } from '@/devnet/contracts-test/call-contract'
import { chooseFullAction, type FullAction } from '@/devnet/contracts-test/full-actions'
import { createFullScene, type FullScene } from '@/devnet/contracts-test/full-scene'
import { checkReservePanic } from '@/devnet/contracts-test/governance-checks'
import { describeRevert } from '@/devnet/contracts-test/harness'
import { followVotes } from '@/devnet/contracts-test/vote-recount'
import type { Chain } from '@/devnet/types'

const CALLS_PER_ROUND = 20

/** One transaction of the sequence. */
export interface FullStep {
  index: number
  action: FullAction
  call: ContractCall
  outcome: Outcome
}

/** A sequence that can be continued, e.g. after the chain was put back. */
export interface FullSequence {
  readonly scene: FullScene
  /** Calls that went through, by action, and reasons of those that did not. */
  readonly mined: Map<FullAction, number>
  readonly reverts: Map<string, number>
  rounds: number
  /** Makes this many random calls more. */
  run(calls: number, hooks?: FullHooks): Promise<void>
  /** Starts and initializes the next round. */
  nextRound(hooks?: FullHooks): Promise<void>
}

/** What looks on; nothing may be written. */
export interface FullHooks {
  afterCall?: (step: FullStep) => Promise<void>
  afterRoundStart?: (round: bigint) => Promise<void>
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/**
 * Seeded random calls of every contract on a fresh chain: staking, tickets, polls, treasury votes, claims, migration,
 * slashing, parameters, pauses, rounds that nobody initializes. The same seed and calls give the same chain.
 */
export async function createFullSequence(chain: Chain, seed: number): Promise<FullSequence> {
  const scene = await createFullScene(chain, seed)
  const { h, random } = scene
  const mined = new Map<FullAction, number>()
  const reverts = new Map<string, number>()
  let index = 0

  const nextRound: FullSequence['nextRound'] = async (hooks) => {
    if (await h.view('Controller', 'paused')) await h.send(h.deployer, 'Controller', 'unpause')
    // Sometimes a round passes that nobody initializes.
    const passed = random.chance(8) ? 1n : 0n
    const initialized = await h.view('RoundsManager', 'currentRoundInitialized')
    const current = await h.bigint('RoundsManager', 'currentRound')
    await h.mineToRound(current + passed + (initialized ? 1n : 0n))
    await h.send(h.deployer, 'RoundsManager', 'initializeRound')
    sequence.rounds++
    await hooks?.afterRoundStart?.(await h.bigint('RoundsManager', 'currentRound'))
  }

  const step = async (hooks?: FullHooks): Promise<void> => {
    const overdue = !(await h.view('RoundsManager', 'currentRoundInitialized'))
    // Once in a while a round is overdue for some calls, which the index meets before it is initialized.
    if (overdue ? random.chance(30) : random.below(CALLS_PER_ROUND) === 0) await nextRound(hooks)
    else if (random.chance(1)) await h.mineToRound((await h.bigint('RoundsManager', 'currentRound')) + 1n)
    const known = scene.proposals.length
    const { action, call } = await chooseFullAction(scene)
    const outcome = await h.attempt(call)
    index++
    if (outcome.state === 'mined') count(mined, action)
    else {
      if (outcome.revert.kind === 'panic') await checkReservePanic(scene, call)
      else count(reverts, describeRevert(outcome.revert))
      // A proposal that was refused is none.
      scene.proposals.length = known
    }
    followVotes(scene.proposals, outcome)
    if (outcome.state === 'mined') {
      for (const { event, args } of outcome.logs) {
        if (event === 'PollCreated') scene.polls.push(args.poll as Address)
      }
    }
    await hooks?.afterCall?.({ index, action, call, outcome })
  }

  const sequence: FullSequence = {
    scene,
    mined,
    reverts,
    rounds: 1,
    nextRound,
    run: async (calls, hooks) => {
      for (let made = 0; made < calls; made++) await step(hooks)
    },
  }
  return sequence
}
