import { expect, test } from 'vitest'
import { createChain } from '@/devnet/chain/provider'
import { checkInvariants, followLocks, type LockLedger, readLocks } from '@/devnet/contracts-test/invariants'
import { STAKING_REVERTS } from '@/devnet/contracts-test/known-reverts'
import { ACTION_NAMES } from '@/devnet/contracts-test/random-actions'
import { runRandomSequence } from '@/devnet/contracts-test/random-sequence'

/** 2,000 calls by default; `npm run bench` asks for 20,000 in the environment. */
const CALLS = Number(process.env.CONTRACT_SEQUENCE_CALLS ?? 2_000)
const SEEDS = (process.env.CONTRACT_SEQUENCE_SEEDS ?? '1,2').split(',').map(Number)
const CHECK_EVERY = 50

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
    expect(Object.keys(report.reverts).filter((reason) => !STAKING_REVERTS.has(reason))).toEqual([])
    expect(await readLocks(report.h, report.cast)).toBe(ledger.total)
    // A sequence in which whole kinds of calls never succeed would prove little.
    expect(Object.keys(report.mined).sort()).toEqual([...ACTION_NAMES].sort())
    expect(report.rounds).toBeGreaterThan(20)
    await chain.close()
  },
  // Some 12 ms a call on an idle machine; a busy one must not fail the test.
  120_000 + CALLS * 100,
)
