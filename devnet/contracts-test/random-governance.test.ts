import type { Address } from 'viem'
import { expect, test } from 'vitest'
import { createChain } from '@/devnet/chain/provider'
import type { ContractCall } from '@/devnet/contracts-test/call-contract'
import { createGovernedHarness } from '@/devnet/contracts-test/governed-harness'
import { describeRevert, ETH, LPT } from '@/devnet/contracts-test/harness'
import { stateOf, votesOf } from '@/devnet/contracts-test/proposals'
import {
  chooseGovernanceAction,
  GOVERNANCE_ACTIONS,
  type GovernanceScene,
} from '@/devnet/contracts-test/random-governance'
import { createSeededRandom } from '@/devnet/contracts-test/seeded-random'
import { expectedState, followVotes, recountVotes } from '@/devnet/contracts-test/vote-recount'
import type { Ticket } from '@/devnet/tickets/ticket'

const CALLS = Number(process.env.GOVERNANCE_SEQUENCE_CALLS ?? 800)
const CALLS_PER_ROUND = 8
const CHECK_EVERY = 40

/** Everything a random caller may be told. A panic, an empty revert or a new sentence is a bug. */
const EXPECTED_REVERTS = new Set([
  'Governor: only proposer can cancel',
  'Governor: proposal not successful',
  'Governor: proposer votes below proposal threshold',
  'Governor: too late to cancel',
  'Governor: unknown proposal id',
  'Governor: vote not currently active',
  'InvalidVoteType(3)',
  'TimelockController: operation is not ready',
  'VoteAlreadyCast()',
  'account is locked',
  'caller has already called reward for the current round',
  'caller must be bonded',
  'delegation amount must be greater than 0',
  'msg.value does not equal sum of deposit amount and reserve amount',
  'no unlock request in progress',
  "registered transcoders can't delegate towards other addresses",
  'sender deposit and reserve are zero',
  'sender is unlocked',
  'ticket did not win',
  'ticket is expired',
  'ticket is used',
  'transcoder has not yet called reward for the current round',
  'transcoder must be active',
  'unbond amount must be greater than 0',
  'unlock already initiated',
])

async function createScene(seed: number): Promise<GovernanceScene> {
  const h = await createGovernedHarness(
    await createChain(),
    { numActiveTranscoders: 4n, unbondingPeriodRounds: 1n },
    { votingPeriodRounds: 3n },
  )
  const people = async (kind: string, count: number) => {
    const addresses: Address[] = []
    for (let number = 1; number <= count; number++) {
      addresses.push(await h.account(`${kind} ${number}`, 200_000n * LPT))
    }
    return addresses
  }
  const orchestrators = await people('orchestrator', 4)
  const delegators = await people('delegator', 7)
  const gateways = [await h.signer('gateway 1'), await h.signer('gateway 2')]
  await h.nextRound()
  for (const orchestrator of orchestrators) await h.bm(orchestrator, 'bond', 3000n * LPT, orchestrator)
  return {
    h,
    random: createSeededRandom(seed),
    orchestrators,
    delegators,
    gateways,
    proposals: [],
    tickets: [],
  }
}

/** The Minter holds the ETH of every gateway and of everyone's fees (contracts.md 16). */
async function checkEth({ h, orchestrators, delegators, gateways }: GovernanceScene): Promise<void> {
  let owed = 0n
  for (const person of [...orchestrators, ...delegators]) owed += (await h.pending(person))[1]
  for (const { address } of gateways) {
    const [{ deposit }, { fundsRemaining }] = (await h.view('TicketBroker', 'getSenderInfo', address)) as [
      { deposit: bigint },
      { fundsRemaining: bigint },
    ]
    owed += deposit + fundsRemaining
  }
  const held = await h.ethOf(h.deployment.contracts.Minter as Address)
  expect(held).toBeGreaterThanOrEqual(owed)
  // Roundings alone may be left over, not whole tickets.
  expect(held - owed).toBeLessThan(ETH / 1_000_000n)
}

/** Tallies and states are those of an independent count; nobody's weight counts twice. */
async function checkVotes({ h, proposals }: GovernanceScene): Promise<void> {
  for (const followed of proposals) {
    const tally = await recountVotes(h, followed)
    expect(await votesOf(h, followed.proposal)).toEqual(tally)
    expect(await stateOf(h, followed.proposal)).toBe(await expectedState(h, followed, tally))
    const weights = [...followed.votes.values()].reduce((sum, { weight }) => sum + weight, 0n)
    expect(tally[0] + tally[1] + tally[2]).toBeLessThanOrEqual(weights)
  }
}

/**
 * The one panic of the protocol (contracts.md 8): shares of a reserve are by the pool's present size, so a pool that grew makes a
 * share smaller than what was claimed, and one that shrank makes it more than what is left.
 */
async function checkReservePanic(
  { h }: GovernanceScene,
  { functionName, args }: ContractCall,
): Promise<void> {
  expect(functionName).toBe('redeemWinningTicket')
  const { sender, recipient } = args?.[0] as Ticket
  const refusal = await h.viewRevert('TicketBroker', 'claimableReserve', [sender, recipient])
  if (refusal) return expect(refusal).toEqual({ kind: 'panic', code: 0x11n })
  const claimable = await h.bigint('TicketBroker', 'claimableReserve', sender, recipient)
  const { fundsRemaining } = (await h.view('TicketBroker', 'getReserveInfo', sender)) as {
    fundsRemaining: bigint
  }
  expect(claimable).toBeGreaterThan(fundsRemaining)
}

test.each([1, 2])(
  `money and votes add up after ${CALLS} random calls divided over the seeds, seed %i`,
  async (seed) => {
    const scene = await createScene(seed)
    const { h, random } = scene
    const mined = new Set<string>()
    const reverts = new Set<string>()
    await h.nextRound()
    await h.send(h.deployer, 'LivepeerToken', 'transfer', [h.treasury, 100_000n * LPT])
    for (let index = 1; index <= CALLS / 2; index++) {
      if (random.below(CALLS_PER_ROUND) === 0) await h.nextRound()
      const known = scene.proposals.length
      const { action, call } = await chooseGovernanceAction(scene)
      const outcome = await h.attempt(call)
      if (outcome.state === 'mined') mined.add(action)
      else {
        if (outcome.revert.kind === 'panic') await checkReservePanic(scene, call)
        else reverts.add(describeRevert(outcome.revert))
        // A proposal that was refused is none.
        scene.proposals.length = known
      }
      followVotes(scene.proposals, outcome)
      if (index % CHECK_EVERY === 0) {
        await checkEth(scene)
        await checkVotes(scene)
      }
    }
    await checkEth(scene)
    await checkVotes(scene)
    expect([...reverts].filter((reason) => !EXPECTED_REVERTS.has(reason))).toEqual([])
    // A sequence in which whole kinds of calls never succeed would prove little.
    expect(GOVERNANCE_ACTIONS.filter((action) => !mined.has(action) && action !== 'redeemAgain')).toEqual([])
    await h.chain.close()
  },
)
