import { expect, test } from 'vitest'
import { createChain } from '@/devnet/chain/provider'
import type { ContractCall } from '@/devnet/contracts-test/call-contract'
import type { Harness } from '@/devnet/contracts-test/harness'
import { describeRevert, LPT } from '@/devnet/contracts-test/harness'
import { runRandomSequence } from '@/devnet/contracts-test/random-sequence'
import { readPool, readTarget, readTranscoder } from '@/devnet/rules-test/observe'
import { predictCall } from '@/devnet/rules-test/predict-call'
import type { Prediction } from '@/lib/protocol/bond-rules'
import { isActive, nextRoundStanding } from '@/lib/protocol/orchestrator-status'
import { indexInPool } from '@/lib/protocol/sorted-pool'
import type { Address } from '@/lib/protocol/types'

const CALLS = 500
const CALLS_BETWEEN_STANDINGS = 15

const asText = (prediction: Prediction): string => (prediction.passes ? 'passes' : prediction.revert)

const bondSelf = (from: Address, amount: bigint): ContractCall => ({
  from,
  contract: 'BondingManager',
  functionName: 'bond',
  args: [amount, from],
})

/** Whether the account is in the pool after bonding `amount` to itself; the chain is put back. */
function entersWith(h: Harness, account: Address, amount: bigint): Promise<boolean> {
  return h.undoing(async () => {
    await h.bm(account, 'bond', amount, account)
    return indexInPool((await readPool(h)).nodes, account) !== -1
  })
}

/** Standing of one orchestrator; for one outside, that exactly `needed` more stake brings it in. */
async function compareStanding(h: Harness, account: Address, round: bigint): Promise<string> {
  const pool = await readPool(h)
  const target = await readTarget(h, account)
  const rounds = await readTranscoder(h, account)
  const activeNow = isActive(rounds, round)
  const standing = nextRoundStanding({ ...target, activeNow, pool })
  const inPool = indexInPool(pool.nodes, account) !== -1
  expect(standing.standing === 'in-set' || standing.standing === 'on-edge').toBe(inPool)
  if (inPool) expect(rounds.deactivationRound).toBe(2n ** 256n - 1n)
  if (standing.standing === 'falling-out') expect(rounds.deactivationRound).toBe(round + 1n)
  if (standing.standing !== 'outside' && standing.standing !== 'falling-out') return standing.standing
  const prediction = await predictCall(h, bondSelf(account, standing.needed))
  if (prediction?.passes !== true || standing.needed > 100_000n * LPT) return standing.standing
  expect(await entersWith(h, account, standing.needed), `${account} enters`).toBe(true)
  if (standing.needed > 1n) {
    expect(await entersWith(h, account, standing.needed - 1n), `${account} ties`).toBe(false)
  }
  return standing.standing
}

/** The same call in a round that nobody has initialised, and in a paused system; the chain is put back. */
async function compareShut(h: Harness, round: bigint, call: ContractCall): Promise<void> {
  const shut = [() => h.mineToRound(round + 1n), () => h.send(h.deployer, 'Controller', 'pause')]
  for (const close of shut) {
    await h.undoing(async () => {
      await close()
      const prediction = await predictCall(h, call)
      const outcome = await h.attempt(call)
      if (prediction === null) return
      const actual = outcome.state === 'mined' ? 'passes' : describeRevert(outcome.revert)
      expect(asText(prediction), call.functionName).toBe(actual)
    })
  }
}

test('predicted reverts and standings equal what the contracts do on random states', async () => {
  const predicted: Record<string, number> = {}
  const standings: Record<string, number> = {}
  let prediction: Prediction | null = null
  await runRandomSequence({
    chain: await createChain(),
    seed: 4_011,
    calls: CALLS,
    beforeCall: async ({ h, cast, index, round, call }) => {
      prediction = await predictCall(h, call)
      if (index % CALLS_BETWEEN_STANDINGS !== 0) return
      await compareShut(h, round, call)
      for (const account of cast.orchestrators) {
        const standing = await compareStanding(h, account, round)
        standings[standing] = (standings[standing] ?? 0) + 1
      }
    },
    afterCall: async ({ call, outcome }) => {
      if (prediction === null) return
      const actual = outcome.state === 'mined' ? 'passes' : describeRevert(outcome.revert)
      expect(asText(prediction), `${call.functionName}(${(call.args ?? []).map(String).join(', ')})`).toBe(
        actual,
      )
      predicted[actual] = (predicted[actual] ?? 0) + 1
    },
  })
  // The sequence must have exercised what is compared.
  expect(predicted.passes).toBeGreaterThan(150)
  expect(Object.keys(predicted).length).toBeGreaterThan(10)
  expect(Object.keys(standings).sort()).toEqual(
    expect.arrayContaining(['falling-out', 'in-set', 'on-edge', 'outside']),
  )
})
