import type { Address } from 'viem'
import { expect, test } from 'vitest'
import { createChain } from '@/devnet/chain/provider'
import { checkReservePanic, checkVotes, ethOfMinter } from '@/devnet/contracts-test/governance-checks'
import { createGovernedHarness } from '@/devnet/contracts-test/governed-harness'
import { describeRevert, ETH, LPT } from '@/devnet/contracts-test/harness'
import { GOVERNANCE_REVERTS } from '@/devnet/contracts-test/known-reverts'
import {
  chooseGovernanceAction,
  GOVERNANCE_ACTIONS,
  type GovernanceScene,
} from '@/devnet/contracts-test/random-governance'
import { createSeededRandom } from '@/devnet/contracts-test/seeded-random'
import { followVotes } from '@/devnet/contracts-test/vote-recount'

const CALLS = Number(process.env.GOVERNANCE_SEQUENCE_CALLS ?? 800)
const CALLS_PER_ROUND = 8
const CHECK_EVERY = 40

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

/** The Minter holds the ETH of every gateway and of everyone's fees. */
async function checkEth(scene: GovernanceScene): Promise<void> {
  const { held, owed } = await ethOfMinter(scene, [...scene.orchestrators, ...scene.delegators])
  expect(held).toBeGreaterThanOrEqual(owed)
  // Roundings alone may be left over, not whole tickets.
  expect(held - owed).toBeLessThan(ETH / 1_000_000n)
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
    expect([...reverts].filter((reason) => !GOVERNANCE_REVERTS.has(reason))).toEqual([])
    // A sequence in which whole kinds of calls never succeed would prove little.
    expect(GOVERNANCE_ACTIONS.filter((action) => !mined.has(action) && action !== 'redeemAgain')).toEqual([])
    await h.chain.close()
  },
)
