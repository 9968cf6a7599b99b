import { expect, test } from 'vitest'
import { createChain } from '@/devnet/chain/provider'
import { checkInvariants, followLocks, type LockLedger, readLocks } from '@/devnet/contracts-test/invariants'
import { ACTION_NAMES } from '@/devnet/contracts-test/random-actions'
import { runRandomSequence } from '@/devnet/contracts-test/random-sequence'

/** 2,000 calls by default; `npm run bench` asks for 20,000 in the environment. */
const CALLS = Number(process.env.CONTRACT_SEQUENCE_CALLS ?? 2_000)
const SEEDS = (process.env.CONTRACT_SEQUENCE_SEEDS ?? '1,2').split(',').map(Number)
const CHECK_EVERY = 50

/** Everything a random caller may be told. A panic, an empty revert or a new sentence is a bug. */
const EXPECTED_REVERTS = new Set([
  'ILLEGAL_CLAIM_EARNINGS',
  'INVALID_DELEGATE',
  'INVALID_DELEGATE_CHANGE',
  'INVALID_DELEGATOR',
  'amount is greater than bonded amount',
  "caller can't be active or must have already called reward for the current round",
  'caller has already called reward for the current round',
  'caller must be a reward caller set by the transcoder',
  'caller must be bonded',
  'caller must be unbonded',
  "can't update transcoder params, current round is locked",
  'current round is not initialized',
  'delegation amount must be greater than 0',
  'insufficient fees to withdraw',
  'invalid unbonding lock ID',
  "registered transcoders can't delegate towards other addresses",
  'transcoder has not yet called reward for the current round',
  'transcoder must be active',
  'transcoder must be registered',
  'unbond amount must be greater than 0',
  'withdraw round must be before or equal to the current round',
])

test.each(SEEDS)(
  `the invariants hold after ${CALLS} random calls divided over the seeds, seed %i`,
  async (seed) => {
    const chain = await createChain()
    const ledger: LockLedger = { total: 0n }
    const report = await runRandomSequence({
      chain,
      seed,
      calls: Math.ceil(CALLS / SEEDS.length),
      afterCall: async (step) => {
        followLocks(ledger, step)
        if (step.index % CHECK_EVERY === 0) await checkInvariants(step.h, step.cast, ledger)
      },
      afterRoundStart: ({ h, cast }) => checkInvariants(h, cast, ledger),
    })
    expect(Object.keys(report.reverts).filter((reason) => !EXPECTED_REVERTS.has(reason))).toEqual([])
    expect(await readLocks(report.h, report.cast)).toBe(ledger.total)
    // A sequence in which whole kinds of calls never succeed would prove little.
    expect(Object.keys(report.mined).sort()).toEqual([...ACTION_NAMES].sort())
    expect(report.rounds).toBeGreaterThan(20)
    await chain.close()
  },
  // Some 12 ms a call on an idle machine; a busy one must not fail the test.
  120_000 + CALLS * 100,
)
